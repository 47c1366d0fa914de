package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
)

// Folder is a run's DIR as something sees it that is made of what DIR holds.
type Folder struct {
	Dir  string
	Root *os.Root
	// Damaged are lines of the account that cannot be read, and tell nothing.
	Damaged int

	lock *lock
	j    *journal
}

// OpenFolder opens a DIR to read its account and to write beside it, as the only one.
// It must be closed. Errors are *NoAccountError, *HeldError and *ForeignJournalError.
func OpenFolder(dir string) (*Folder, error) { return openFolder(dir, true) }

// ReadFolder opens a DIR to read its account.
func ReadFolder(dir string) (*Folder, error) { return openFolder(dir, false) }

func openFolder(dir string, alone bool) (f *Folder, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	f = &Folder{Dir: dir, Root: root}
	defer func() {
		if err != nil {
			f.Close()
			f = nil
		}
	}()
	if err := peek(root, dir); err != nil {
		return f, err
	}
	if info, err := root.Lstat(journalName); err != nil || !info.Mode().IsRegular() {
		return f, &NoAccountError{dir}
	}
	if alone {
		if f.lock, err = acquire(root, dir); err != nil {
			return f, err
		}
	}
	file, err := root.Open(journalName)
	if err != nil {
		return f, err
	}
	f.j = newJournal(file)
	bad, err := f.j.index()
	f.Damaged = len(bad)
	return f, err
}

// Close gives DIR up.
func (f *Folder) Close() {
	if f.j != nil {
		_ = f.j.f.Close()
	}
	f.lock.release()
	_ = f.Root.Close()
}

// Len is how many inputs the account tells of.
func (f *Folder) Len() int { return len(f.j.byPath) }

// Lines yields what the account says of each input, in its order.
func (f *Folder) Lines(yield func(*Line, error) bool) {
	for _, at := range f.j.inOrder() {
		if !yield(f.j.read(at)) {
			return
		}
	}
}

// Of a file that is to be as the account says.
var (
	ErrMissing = errors.New("is missing")
	ErrChanged = errors.New("was changed since")
)

// Read returns a file of DIR if it is as it was written; ErrMissing and ErrChanged say
// that it is not.
func (f *Folder) Read(w Written) ([]byte, error) {
	info, err := f.Root.Lstat(w.Path)
	if err != nil {
		return nil, ErrMissing
	}
	if !info.Mode().IsRegular() {
		return nil, ErrChanged
	}
	data, err := f.Root.ReadFile(w.Path)
	if err != nil {
		return nil, err
	}
	if hashOf(data) != w.SHA256 {
		return nil, ErrChanged
	}
	return data, nil
}

// Is reports how a file of DIR stands to what was written: "" for as it was.
func (f *Folder) Is(w Written) State {
	switch look(f.Root, w.Path, w.SHA256) {
	case nothing:
		return Missing
	case other:
		return Changed
	default:
		return ""
	}
}

// Digest is a hash of the account but for the times in it.
func (f *Folder) Digest() (string, error) {
	h := sha256.New()
	for l, err := range f.Lines {
		if err != nil {
			return "", err
		}
		l.MS = 0
		raw, err := encode(l)
		if err != nil {
			return "", err
		}
		_, _ = h.Write(raw) // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
