package dataset

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ziping/internal/batch"
	"ziping/score"
)

// Options say how a dataset is written.
type Options struct {
	Formats []string
	Sinks   map[string]Open // by format
	Version string
	Force   bool // write over files that are not ours
}

// growing is where new files grow until all are whole.
const growing = Dir + "/.ziping-new"

// Write makes the dataset of a folder; files of formats that are not asked for any
// more go. Files appear when all of them are whole. One that is as the account is
// already is left: made is then its manifest, and again is false. A file in the place
// of one of ours is a *ForeignError.
func Write(ctx context.Context, dir string, o Options) (made *Manifest, again bool, err error) {
	f, err := batch.OpenFolder(dir)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	before, err := readManifest(f.Root)
	if err != nil && !o.Force {
		return nil, false, err
	}
	account, err := f.Digest()
	if err != nil {
		return nil, false, err
	}
	if before != nil && before.Account == account && before.Version == o.Version && slices.Equal(before.Formats, o.Formats) && sound(f, before) {
		return before, false, nil
	}
	if before == nil {
		before = &Manifest{}
	}
	if err := f.Root.MkdirAll(Dir, 0o777); err != nil {
		return nil, false, err
	}
	if info, err := f.Root.Lstat(Dir); err != nil || !info.IsDir() {
		return nil, false, errors.Join(&ForeignError{Dir}, err)
	}
	_ = f.Root.RemoveAll(growing)
	defer func() { _ = f.Root.RemoveAll(growing) }()
	made = &Manifest{Schema: Schema, Version: o.Version, Formats: o.Formats, Account: account, Rows: map[string]int{}}
	if err := fill(ctx, f, o, made); err != nil {
		return nil, false, err
	}
	return made, true, place(f, before, made, o.Force)
}

func sound(f *batch.Folder, m *Manifest) bool {
	return !slices.ContainsFunc(m.Files, func(w batch.Written) bool { return f.Is(w) != "" })
}

// fill makes all files where they grow.
func fill(ctx context.Context, f *batch.Folder, o Options, m *Manifest) (err error) {
	w := rows{counts: make([]int, len(Tables))}
	closed := false
	defer func() {
		if !closed {
			for _, s := range w.sinks {
				_ = s.Close()
			}
		}
	}()
	for _, format := range o.Formats {
		folder := path.Join(growing, format)
		if err := f.Root.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		s, err := o.Sinks[format](filepath.Join(f.Dir, filepath.FromSlash(folder)), Tables)
		if err != nil {
			return err
		}
		w.sinks = append(w.sinks, s)
	}
	for l, err := range f.Lines {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = w.line(f, l)
		}
		if err != nil {
			return err
		}
	}
	closed = true
	for _, s := range w.sinks {
		err = errors.Join(err, s.Close())
	}
	if err != nil {
		return err
	}
	for _, format := range o.Formats {
		for _, name := range FilesOf(format) {
			sha, err := hash(f.Root, path.Join(growing, format, name))
			if err != nil {
				return err
			}
			m.Files = append(m.Files, batch.Written{Path: path.Join(Dir, name), SHA256: sha})
		}
	}
	for i := range Tables {
		m.Rows[Tables[i].Name] = w.counts[i]
	}
	m.Inputs, m.LeftOut = w.file, w.untold
	return nil
}

// line adds one input of the account.
func (w *rows) line(f *batch.Folder, l *batch.Line) error {
	i := slices.IndexFunc(l.Outputs, func(o batch.Written) bool { return strings.HasSuffix(o.Path, ".json") })
	if i < 0 {
		if l.Status == batch.OK || l.Status == batch.Partial {
			w.untold++
		}
		return w.input(l, nil, "none")
	}
	data, err := f.Read(l.Outputs[i])
	var result score.Result
	records := "read"
	switch {
	case errors.Is(err, batch.ErrMissing):
		records = "missing"
	case errors.Is(err, batch.ErrChanged):
		records = "changed"
	case err != nil:
		return err
	case json.Unmarshal(data, &result) != nil || result.Schema != score.ResultSchema:
		records = "unreadable"
	default:
		return w.input(l, &result, records)
	}
	w.untold++
	return w.input(l, nil, records)
}

// place gives the new files their names. While it does, the manifest knows the files
// of before as well, so that after an abrupt end all are known to be ours.
func place(f *batch.Folder, before, m *Manifest, force bool) error {
	ours := slices.Concat(before.Files, before.Earlier)
	if !force {
		for _, w := range m.Files {
			if !isOurs(f, w, ours) {
				return &ForeignError{w.Path}
			}
		}
	}
	m.Earlier = ours
	if err := writeManifest(f.Root, m); err != nil {
		return err
	}
	for _, w := range m.Files {
		from := path.Join(growing, formatOf(w.Path), path.Base(w.Path))
		if err := f.Root.Rename(from, w.Path); err != nil {
			return err
		}
	}
	for _, w := range ours {
		gone := !slices.ContainsFunc(m.Files, func(n batch.Written) bool { return n.Path == w.Path })
		if gone && f.Is(w) == "" {
			_ = f.Root.Remove(w.Path)
		}
	}
	m.Earlier = nil
	return writeManifest(f.Root, m)
}

// isOurs reports that nothing stands in a file's place, or what we wrote.
func isOurs(f *batch.Folder, w batch.Written, ours []batch.Written) bool {
	if state := f.Is(w); state != batch.Changed {
		return true
	}
	return slices.ContainsFunc(ours, func(o batch.Written) bool { return o.Path == w.Path && f.Is(o) == "" })
}

// formatOf is the format of a file, whose name is its extension.
func formatOf(name string) string { return strings.TrimPrefix(path.Ext(name), ".") }

func writeManifest(root *os.Root, m *Manifest) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	tmp := path.Join(growing, "dataset.json")
	f, err := root.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return root.Rename(tmp, ManifestName)
}

// Check reports, before any work, a file in DIR that a dataset would have to write
// over and that is not ours: a *ForeignError.
func Check(dir string, formats []string) error {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer root.Close()
	m, err := readManifest(root)
	if err != nil {
		return err
	}
	for _, format := range formats {
		for _, name := range FilesOf(format) {
			name = path.Join(Dir, name)
			if _, err := root.Lstat(name); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			known := m != nil && slices.ContainsFunc(slices.Concat(m.Files, m.Earlier), func(w batch.Written) bool { return w.Path == name })
			if !known {
				return &ForeignError{name}
			}
		}
	}
	return nil
}
