package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
)

// The outputs of one input appear together or not at all, and a set that cannot
// appear leaves the one before it as it was.

// writeSet makes all outputs of an input appear, or none: each is written under
// its temporary name first, and only when all are safe on disk do they take
// their names. Files that stood there are kept until the last one has. On
// failure it returns the path that failed.
func writeSet(dir disk, stem string, outputs []Output) ([]Written, string, error) {
	if parent := path.Dir(stem); parent != "." {
		if err := dir.MkdirAll(parent, 0o777); err != nil {
			return nil, parent, err
		}
		if err := noLinks(dir, parent); err != nil {
			return nil, parent, err
		}
	}
	s := set{dir: dir}
	for _, o := range outputs {
		name := stem + "." + o.Format
		s.names = append(s.names, name)
		if err := writePart(dir, part(name), func(w io.Writer) error { _, err := w.Write(o.Data); return err }); err != nil {
			return nil, name, errors.Join(err, s.undo())
		}
	}
	written := make([]Written, len(outputs))
	for i, name := range s.names {
		if err := s.put(name); err != nil {
			return nil, name, errors.Join(err, s.undo())
		}
		written[i] = Written{name, hashOf(outputs[i].Data)}
	}
	for _, name := range s.names { // also what an abrupt end of an earlier run left
		dir.Remove(old(name))
	}
	return written, "", nil
}

var errLink = errors.New("a link stands for a folder")

// noLinks reports a link on the way to a folder: it was put there since, and would
// lead outputs to where nobody looks for them.
func noLinks(dir disk, folder string) error {
	for ; folder != "."; folder = path.Dir(folder) {
		info, err := dir.Lstat(folder)
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return &fs.PathError{Op: "write", Path: folder, Err: errLink}
		}
	}
	return nil
}

// set is a set of outputs on its way into a folder.
type set struct {
	dir   disk
	names []string // whose temporary files were begun
	kept  []string // whose earlier file stands under old
	fresh []string // that have their new file, and had none before
}

// put gives a new file its name and keeps the file that had it.
func (s *set) put(name string) error {
	kept, err := s.keep(name)
	if err != nil {
		return err
	}
	if err := s.dir.Rename(part(name), name); err != nil {
		return err
	}
	if !kept {
		s.fresh = append(s.fresh, name)
	}
	return nil
}

// keep gives the file that has a name a second one, so that the new file can
// take the first in one step. Where a file can have only one name it is moved.
func (s *set) keep(name string) (bool, error) {
	info, err := s.dir.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		// An abrupt end may have come between moving it and its successor.
		if err := s.dir.Rename(old(name), name); errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		info, err = s.dir.Lstat(name)
	}
	if err != nil {
		return false, err
	}
	if info.IsDir() { // Rename will say so
		return false, nil
	}
	s.dir.Remove(old(name))
	if s.dir.Link(name, old(name)) != nil {
		if err := s.dir.Rename(name, old(name)); err != nil {
			return false, err
		}
	}
	s.kept = append(s.kept, name)
	return true, nil
}

// undo makes the folder what it was before. An error says where an earlier file
// is that could not be given its name again.
func (s *set) undo() error {
	for _, name := range s.names {
		s.dir.Remove(part(name))
	}
	for _, name := range s.fresh {
		s.dir.Remove(name)
	}
	var lost error
	for _, name := range s.kept {
		if err := s.dir.Rename(old(name), name); err != nil {
			lost = errors.Join(lost, fmt.Errorf("the earlier file is now %s: %w", old(name), err))
			continue
		}
		s.dir.Remove(old(name)) // where both names were the same file, Rename left both
	}
	return lost
}
