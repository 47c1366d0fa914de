package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// lockName is the file in DIR that says which run writes there.
const lockName = ".ziping-lock"

// Holder is a run that writes into a folder.
type Holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

// HeldError says that another run writes into DIR, or may do so on another host,
// where nobody here can look. File is the lock.
type HeldError struct {
	Holder
	File      string
	Elsewhere bool
}

func (e *HeldError) Error() string {
	return fmt.Sprintf("held by process %d on %s since %s", e.PID, e.Host, e.Since.Format(time.RFC3339))
}

// Of locking a file: someone else has it, or this file system cannot.
var (
	errBusy       = errors.New("locked by another process")
	errNoLocks    = errors.New("no locks on this file system")
	errNotOurLock = errors.New(lockName + " is no file")
)

// lock keeps other runs out of a folder. The system gives it up when the process
// ends, however it ends; what the file says is for people, for hosts that share
// the folder, and for file systems without locks.
type lock struct {
	root  *os.Root
	f     *os.File
	stale bool // the run before ended without giving it up
}

// Hold is a folder that is kept for one run after another.
type Hold struct {
	root *os.Root
	lock *lock
}

// Take makes a folder if need be and keeps other runs out of it until Release. A run
// that has it is a *HeldError.
func Take(dir string) (*Hold, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	h := &Hold{root: root}
	if h.lock, err = acquire(root, dir); err != nil {
		root.Close()
		return nil, err
	}
	if h.lock.stale {
		sweep(root)
	}
	return h, nil
}

// Release gives the folder up.
func (h *Hold) Release() {
	h.lock.release()
	h.root.Close()
}

// acquire takes the lock of a folder. Another run that has it is a *HeldError.
func acquire(root *os.Root, dir string) (*lock, error) {
	for {
		f, err := openLock(root)
		if err != nil {
			return nil, err
		}
		l, err := hold(root, f, filepath.Join(dir, lockName))
		if err == nil && l == nil { // the holder took the file away meanwhile
			_ = f.Close()
			continue
		}
		if err != nil {
			_ = f.Close()
		}
		return l, err
	}
}

func openLock(root *os.Root) (*os.File, error) {
	info, err := root.Lstat(lockName)
	if err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "lock", Path: lockName, Err: errNotOurLock}
	}
	return root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o666)
}

// hold locks an opened file and writes this process into it.
func hold(root *os.Root, f *os.File, name string) (*lock, error) {
	err := tryLock(f)
	locked := err == nil
	switch {
	case errors.Is(err, errBusy):
		h, _ := whoHolds(f)
		return nil, &HeldError{Holder: h, File: name}
	case err != nil && !errors.Is(err, errNoLocks):
		return nil, err
	}
	if !stillThere(root, f) {
		return nil, nil
	}
	host, _ := os.Hostname()
	h, known := whoHolds(f)
	switch {
	case known && h.Host != host:
		return nil, &HeldError{Holder: h, File: name, Elsewhere: true}
	case known && !locked && alive(h.PID):
		return nil, &HeldError{Holder: h, File: name}
	}
	l := &lock{root: root, f: f, stale: known}
	raw, err := encode(Holder{os.Getpid(), host, time.Now().Truncate(time.Second)})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(raw, 0)
	}
	return l, err
}

// stillThere reports whether a lock file is the one that stands in the folder:
// a run that ends takes it away.
func stillThere(root *os.Root, f *os.File) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := root.Lstat(lockName)
	return err == nil && os.SameFile(mine, there)
}

// whoHolds reads a lock file. One that was just made says nothing yet.
func whoHolds(f *os.File) (Holder, bool) {
	var h Holder
	for range 5 {
		raw, err := io.ReadAll(io.NewSectionReader(f, 0, 1<<12))
		if err == nil && json.Unmarshal(raw, &h) == nil && h.PID > 0 {
			return h, true
		}
		if len(raw) == 0 && err == nil {
			if info, err := f.Stat(); err == nil && time.Since(info.ModTime()) > time.Second {
				break // left by a run that gave it up where files in use cannot be removed
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	return Holder{}, false
}

// release gives the lock up. It may be called on nil.
func (l *lock) release() {
	if l == nil {
		return
	}
	if l.root.Remove(lockName) != nil {
		_ = l.f.Truncate(0)
	}
	_ = l.f.Close()
}
