package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// notice tells that something has changed in a folder or below it. A nil notice tells
// nothing.
type notice struct {
	w       *fsnotify.Watcher
	changed chan struct{}
}

// listen returns a notice of a folder, nil where the system cannot tell.
func listen(dir string) *notice {
	if distant(dir) {
		return nil
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	n := &notice{w, make(chan struct{}, 1)}
	if n.below(dir) != nil { // more folders than the system follows
		_ = w.Close()
		return nil
	}
	go n.run()
	return n
}

// below follows a folder and those in it.
func (n *notice) below(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil //nolint:nilerr // what cannot be looked into is told of by whoever reads it
		}
		if path != dir && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		return n.w.Add(path)
	})
}

// together is for how long what is told comes as one.
const together = 200 * time.Millisecond

func (n *notice) run() {
	for {
		select {
		case e, ok := <-n.w.Events:
			if !ok {
				return
			}
			if e.Has(fsnotify.Create) {
				if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
					_ = n.below(e.Name) // else it is found when the folder is looked at in any case
				}
			}
			time.Sleep(together)
		case _, ok := <-n.w.Errors: // so much was told that some was lost
			if !ok {
				return
			}
		}
		select {
		case n.changed <- struct{}{}:
		default:
		}
	}
}

// changes is told of changes. It is nil, which tells nothing, for a nil notice.
func (n *notice) changes() <-chan struct{} {
	if n == nil {
		return nil
	}
	return n.changed
}

func (n *notice) close() {
	if n != nil {
		_ = n.w.Close()
	}
}
