package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var errDisk = errors.New("the disk fails")

// frail is a folder in which some of the operations fail.
type frail struct {
	*os.Root
	n       int              // operations so far
	fails   func(n int) bool // the nth, from 1
	oneName bool             // files cannot have two names
	how     string           // in which a file fails: to open, write or sync
	met     bool             // something failed
	watched []string         // files that must be there at every moment
	missed  string           // one that was not
}

func (f *frail) broken() error {
	for _, name := range f.watched {
		if _, err := f.Root.Lstat(name); err != nil {
			f.missed = name
		}
	}
	if f.n++; f.fails(f.n) {
		f.met = true
		return errDisk
	}
	return nil
}

func (f *frail) Lstat(name string) (fs.FileInfo, error) {
	if err := f.broken(); err != nil {
		return nil, err
	}
	return f.Root.Lstat(name)
}

func (f *frail) MkdirAll(name string, perm fs.FileMode) error {
	return cmpErr(f.broken(), func() error { return f.Root.MkdirAll(name, perm) })
}

func (f *frail) Rename(a, b string) error {
	return cmpErr(f.broken(), func() error { return f.Root.Rename(a, b) })
}

func (f *frail) Remove(name string) error {
	return cmpErr(f.broken(), func() error { return f.Root.Remove(name) })
}

func (f *frail) Link(a, b string) error {
	if f.oneName {
		return errDisk
	}
	err := cmpErr(f.broken(), func() error { return f.Root.Link(a, b) })
	if err != nil && f.met { // then a file is moved, and there is a moment without it
		f.watched = nil
	}
	return err
}

func (f *frail) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	err := f.broken()
	if err == nil || f.how == "open" {
		if err != nil {
			return nil, err
		}
		return f.Root.OpenFile(name, flag, perm)
	}
	made, err := f.Root.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	made.Close()
	if f.how == "write" { // a file that was opened to be read takes nothing
		return f.Root.Open(name)
	}
	r, w, err := os.Pipe() // takes all, and cannot be synced
	if err == nil {
		r.Close()
	}
	return w, err
}

func cmpErr(err error, do func() error) error {
	if err != nil {
		return err
	}
	return do()
}

// sets are what may stand before a new set comes.
var sets = map[string][]string{
	"nothing":     nil,
	"a whole set": {"a/form.xlsx", "old xlsx", "a/form.pdf", "old pdf", "a/form.json", "old json"},
	"a part":      {"a/form.pdf", "old pdf", "a/other.pdf", "other"},
	// An abrupt end left these: a file that waits for its name, one that has it, parts.
	"a wreck": {old("a/form.xlsx"), "old xlsx", "a/form.pdf", "new pdf", old("a/form.pdf"), "old pdf", part("a/form.json"), "ne"},
}

var fresh = []Output{{"xlsx", []byte("new xlsx")}, {"pdf", []byte("new pdf")}, {"json", []byte("new json")}}

// tryWriting writes the new set over the old one in a folder that fails as told.
func tryWriting(t *testing.T, before []string, f *frail) (dir string, err error) {
	t.Helper()
	dir = t.TempDir()
	tree(t, dir, before...)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	f.Root = root
	_, _, err = writeSet(f, "a/form", fresh)
	return dir, err
}

// A failure at any one step leaves just what was there before.
func TestSetIsWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	for name, before := range sets {
		for _, oneName := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, one name %v", name, oneName), func(t *testing.T) {
				t.Parallel()
				was := t.TempDir()
				tree(t, was, before...)
				var watched []string
				for name := range contents(t, was) {
					if !oneName && !hidden(name) {
						watched = append(watched, name)
					}
				}
				for n := 1; failsAt(t, before, contents(t, was), &frail{fails: at(n), how: "open", oneName: oneName, watched: watched}); n++ {
					if n > 100 {
						t.Fatal("it never gets through")
					}
				}
				for _, how := range []string{"write", "sync"} {
					for n := range fresh { // behind the folder come the files
						failsAt(t, before, contents(t, was), &frail{fails: at(2 + n), how: how, oneName: oneName})
					}
				}
			})
		}
	}
}

// at fails at the nth operation.
func at(n int) func(int) bool { return func(i int) bool { return i == n } }

// failsAt reports that the operation that is to fail was reached. It holds
// what is then there to what was there before, or to the new set.
func failsAt(t *testing.T, before []string, was map[string]string, f *frail) bool {
	t.Helper()
	dir, err := tryWriting(t, before, f)
	got := contents(t, dir)
	if f.missed != "" {
		t.Errorf("failure to %s at %d: there was a moment without %s", f.how, f.n, f.missed)
	}
	if err == nil { // nothing failed, or something that does no harm
		for _, o := range fresh {
			want(t, "new", got["a/form."+o.Format], string(o.Data))
		}
		for name := range got {
			if hidden(name) && !f.met {
				t.Errorf("%s stays behind", name)
			}
		}
		return f.met
	}
	for name, text := range was {
		if !hidden(name) {
			want(t, fmt.Sprintf("%s after a failure to %s at %d", name, f.how, f.n), got[name], text)
		}
	}
	for name, text := range got {
		if _, ok := was[name]; !ok && name != "a/form.xlsx" { // which may have got back its name
			t.Errorf("failure to %s: %s was not there before: %s", f.how, name, text)
		}
	}
	if text := "old xlsx"; was[old("a/form.xlsx")] == text && got["a/form.xlsx"] != text && got[old("a/form.xlsx")] != text {
		t.Errorf("failure to %s: the file that waited for its name is gone: %v", f.how, got)
	}
	return true
}

func hidden(name string) bool { return filepath.Base(name)[0] == '.' }

// What waited for its name when a run ended abruptly gets it back, even if the
// next set fails as well.
func TestSetGivesBackAName(t *testing.T) {
	t.Parallel()
	dir, err := tryWriting(t, append([]string{"a/form.json/kept", "kept"}, sets["a wreck"][:2]...), &frail{fails: func(int) bool { return false }})
	if err == nil {
		t.Fatal("got no error")
	}
	want(t, "contents", contents(t, dir), map[string]string{"a/form.json/kept": "kept", "a/form.xlsx": "old xlsx"})
}

// Where nothing works any more, from whatever step on, no old file is lost.
func TestSetOnADyingDisk(t *testing.T) {
	t.Parallel()
	for _, oneName := range []bool{false, true} {
		for n := 1; n < 30; n++ {
			dir, err := tryWriting(t, sets["a whole set"], &frail{fails: func(i int) bool { return i >= n }, how: "open", oneName: oneName})
			got := contents(t, dir)
			for _, o := range fresh {
				name, text := "a/form."+o.Format, "old "+o.Format
				if err != nil && got[name] != text && got[old(name)] != text {
					t.Errorf("from %d on, one name %v: %s is gone: %v", n, oneName, text, got)
				}
			}
			if err != nil && oneName && n > 8 && bytes.Contains([]byte(err.Error()), []byte("earlier file")) {
				return // told where it is
			}
		}
	}
	t.Error("an old file that waits under another name is told nowhere")
}

// A folder in the place of an output stays, and so do the others.
func TestSetMeetsAFolder(t *testing.T) {
	t.Parallel()
	before := []string{"a/form.xlsx", "old xlsx", "a/form.pdf/kept", "kept"}
	dir, err := tryWriting(t, before, &frail{fails: func(int) bool { return false }})
	if err == nil {
		t.Fatal("got no error")
	}
	want(t, "contents", contents(t, dir), map[string]string{"a/form.xlsx": "old xlsx", "a/form.pdf/kept": "kept"})
}
