package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// All writing goes through an os.Root on DIR: a name with .. in it, or a link
// that stands in DIR, cannot lead outside.

// disk is what writing needs of DIR. An *os.Root has it; a test puts in its
// place one that fails.
type disk interface {
	Lstat(name string) (fs.FileInfo, error)
	MkdirAll(name string, perm fs.FileMode) error
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Link(oldname, newname string) error
	Rename(oldname, newname string) error
	Remove(name string) error
}

// part is the name under which a file grows until it is whole. It is hidden,
// short whatever the final name, and the same in the next run, which then
// writes over what an abrupt end left.
func part(name string) string { return beside(name, ".tmp") }

// old is the name under which the file before it waits until all of a new set
// stands.
func old(name string) string { return beside(name, ".old") }

func beside(name, ext string) string {
	sum := sha256.Sum256([]byte(path.Base(name)))
	return path.Join(path.Dir(name), ours+hex.EncodeToString(sum[:8])+ext)
}

// ours is how the names of files begin that live in DIR for a moment.
const ours = ".ziping-"

// isPart reports whether a base name is one that part gives.
func isPart(base string) bool {
	return strings.HasPrefix(base, ours) && strings.HasSuffix(base, ".tmp") && len(base) == len(ours)+16+len(".tmp")
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

// writePart writes a new file. What stands in its place is left of a run that was
// stopped, or a link that someone put there, and is not written through.
func writePart(root disk, tmp string, fill func(io.Writer) error) error {
	const fresh = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	f, err := root.OpenFile(tmp, fresh, 0o666)
	if errors.Is(err, fs.ErrExist) {
		if err = root.Remove(tmp); err == nil {
			f, err = root.OpenFile(tmp, fresh, 0o666)
		}
	}
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
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
