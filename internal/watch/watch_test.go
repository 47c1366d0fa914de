package watch

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ziping/internal/batch"
)

// watcher is a Watcher of a folder with a clock of its own, which stands until it is moved.
type watcher struct {
	*Watcher
	t     *testing.T
	dir   string
	clock time.Time
}

func watching(t *testing.T) *watcher {
	t.Helper()
	dir := t.TempDir()
	plan, err := batch.NewPlan([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	w := &watcher{Watcher: New(plan, Options{Dir: dir, Formats: []string{"json"}, Settle: time.Second}), t: t, dir: dir, clock: time.Unix(1e9, 0)}
	w.now = func() time.Time { return w.clock }
	t.Cleanup(w.Close)
	return w
}

func (w *watcher) put(name, content string) {
	w.t.Helper()
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		w.t.Fatal(err)
	}
}

// after moves the clock on, looks, and takes what has settled.
func (w *watcher) after(d time.Duration) string {
	w.clock = w.clock.Add(d)
	w.look()
	var names []string
	for _, in := range w.ready {
		names = append(names, in.Name()+"→"+in.Out)
	}
	w.ready = nil
	return strings.Join(names, " ")
}

func TestSettling(t *testing.T) {
	w := watching(t)
	want := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	w.put("a.txt", "one")
	want("just seen", w.after(0), "")
	w.put("a.txt", "one two")
	want("grown", w.after(time.Second), "")
	want("too soon", w.after(time.Second/2), "")
	want("the same for long enough", w.after(time.Second/2), "a.txt→a")
	want("handed on", w.after(time.Hour), "")
	w.put("a.txt", "one two three")
	want("changed", w.after(0), "")
	want("settled again", w.after(time.Second), "a.txt→a")
	w.put("sub/empty.txt", "")
	w.put("b.txt.part", "half")
	w.put(".hidden.txt", "x")
	w.after(0)
	want("empty, or not all there by its name", w.after(2*time.Second), "")
	want("empty for long", w.after(10*time.Second), "empty.txt→sub/empty")
	w.put("a.html", "<p>")
	w.after(0)
	want("a neighbour that takes a part of its name", w.after(time.Second), "a.html→a.html a.txt→a.txt")
	if err := os.Remove(filepath.Join(w.dir, "a.html")); err != nil {
		t.Fatal(err)
	}
	w.after(0)
	want("the neighbour is gone", w.after(time.Second), "a.txt→a")
	if len(w.known) != 2 || len(w.coming) != 0 {
		t.Errorf("got %d known and %d coming, want what is there alone", len(w.known), len(w.coming))
	}
}

// An archive that arrives is opened once it is all there, and yields what it holds.
func TestArchiveArrives(t *testing.T) {
	w := watching(t)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"x.txt", "y/z.txt"} {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte("form")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	w.put("报送.zip", b.String())
	w.look()
	w.clock = w.clock.Add(time.Second)
	w.look()
	var got []string
	for in := range w.Settled(t.Context()) {
		got = append(got, in.Out)
	}
	if s := strings.Join(got, " "); s != "报送.zip/x 报送.zip/y/z" {
		t.Errorf("got %s", s)
	}
}

// What comes again is left to the next run, since one tells of an input once.
func TestOnceARun(t *testing.T) {
	w := watching(t)
	w.put("a.txt", "one")
	w.after(0)
	w.clock = w.clock.Add(time.Second)
	w.look()
	var got []string
	for in := range w.Settled(t.Context()) {
		got = append(got, in.Name())
		w.ready = append(w.ready, in)
	}
	if len(got) != 1 || len(w.ready) != 1 {
		t.Errorf("got %v with %d left, want it once and once more for the next run", got, len(w.ready))
	}
}

// A system that tells of changes wakes the watcher long before it would look; one that
// tells nothing is looked at often.
func TestTold(t *testing.T) {
	w := watching(t)
	if !w.Told() {
		t.Skip("this system tells of no changes here")
	}
	w.o.Every, w.o.Settle = time.Hour, time.Millisecond
	w.now = time.Now
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() {
		if os.Mkdir(filepath.Join(w.dir, "sub"), 0o777) == nil {
			_ = os.WriteFile(filepath.Join(w.dir, "sub", "a.txt"), []byte("one"), 0o666)
		}
	}()
	if !w.Wait(ctx) || len(w.ready) != 1 {
		t.Errorf("got %d inputs, want the one that came", len(w.ready))
	}
	cancel()
	if w.ready = nil; w.Wait(ctx) {
		t.Error("got an input after the end")
	}
}

func TestNoNotice(t *testing.T) {
	if n := listen(filepath.Join(t.TempDir(), "gone")); n != nil {
		defer n.close()
		if len(n.w.WatchList()) > 0 {
			t.Errorf("got %v followed", n.w.WatchList())
		}
	}
	var none *notice
	none.close()
	if none.changes() != nil {
		t.Error("no notice tells something")
	}
}
