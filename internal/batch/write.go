package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
)

// All writing goes through an os.Root on DIR: a name with .. in it, or a link
// that stands in DIR, cannot lead outside.

// part is the name under which a file grows until it is whole. It is hidden,
// short whatever the final name, and the same in the next run, which then
// writes over what an abrupt end left.
func part(name string) string {
	sum := sha256.Sum256([]byte(path.Base(name)))
	return path.Join(path.Dir(name), ".ziping-"+hex.EncodeToString(sum[:8])+".tmp")
}

// writeAtomic makes a file appear whole or not at all. before runs once the
// content is safe on disk and before the file gets its name; nil means nothing to do.
func writeAtomic(root *os.Root, name string, fill func(io.Writer) error, before func() error) error {
	tmp := part(name)
	err := writePart(root, tmp, fill)
	if err == nil && before != nil {
		err = before()
	}
	if err == nil {
		err = root.Rename(tmp, name)
	}
	if err != nil {
		root.Remove(tmp)
	}
	return err
}

func writePart(root *os.Root, tmp string, fill func(io.Writer) error) error {
	f, err := root.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// writeSet makes all outputs of an input appear, or none: each is written under
// its temporary name first, and what got its name before a failure is taken
// back. On failure it returns the path that failed.
func writeSet(root *os.Root, stem string, outputs []Output) ([]Written, string, error) {
	if dir := path.Dir(stem); dir != "." {
		if err := root.MkdirAll(dir, 0o777); err != nil {
			return nil, dir, err
		}
	}
	var parts, done []string
	undo := func(failed string, err error) ([]Written, string, error) {
		for _, name := range append(parts, done...) {
			root.Remove(name)
		}
		return nil, failed, err
	}
	for _, o := range outputs {
		name := stem + "." + o.Format
		tmp := part(name)
		parts = append(parts, tmp)
		if err := writePart(root, tmp, func(w io.Writer) error { _, err := w.Write(o.Data); return err }); err != nil {
			return undo(name, err)
		}
	}
	written := make([]Written, len(outputs))
	for i, o := range outputs {
		name := stem + "." + o.Format
		if err := root.Rename(part(name), name); err != nil {
			return undo(name, err)
		}
		done = append(done, name)
		written[i] = Written{name, hashOf(o.Data)}
	}
	return written, "", nil
}

// standing tells what stands at an output's place: nothing, a file with the
// given bytes, or something else.
type standing int

const (
	nothing standing = iota
	same
	other
)

func look(root *os.Root, name, sha string) standing {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nothing
	}
	if err != nil || !info.Mode().IsRegular() {
		return other
	}
	f, err := root.Open(name)
	if err != nil {
		return other
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return other
	}
	if hex.EncodeToString(h.Sum(nil)) == sha {
		return same
	}
	return other
}

func exists(root *os.Root, name string) bool {
	info, err := root.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
