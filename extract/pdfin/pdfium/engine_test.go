package pdfium

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/klippa-app/go-pdfium"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
	"ziping/internal/ready"
)

// engine is one for all tests.
var engine = sync.OnceValue(func() *Engine { return New(Settings{Cache: ready.Folder()}) })

// seven is a page that says 7.
func seven() []byte {
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (7) Tj ET")
	return b.Bytes()
}

// plain is the text of the first page.
func plain(e *Engine, data []byte) (text string, err error) {
	err = e.Open(data, nil, func(doc Document) error {
		page := doc.Page(0)
		defer page.Close()
		tp := page.Text()
		defer tp.Close()
		text = tp.Plain(tp.Chars())
		return nil
	})
	return text, err
}

// TestReach fails when go-pdfium moves or renames what is reached through
// reflection: the field that holds its module, and the methods of that.
func TestReach(t *testing.T) {
	e := engine()
	if err := e.start(); err != nil {
		t.Fatal(err)
	}
	l, err := reach(e.inst.GetImplementation())
	if err != nil {
		t.Fatalf("%v: find where the module is now, and mend moduleField", err)
	}
	if size := l.memory.Size(); size == 0 {
		t.Error("the module's memory is empty")
	}
	// What has no such field says so, and does not panic.
	if _, err := reach(&struct{ Other int }{}); err == nil || !strings.Contains(err.Error(), "hides its module") {
		t.Errorf("without the field: got %v", err)
	}
}

// TestFunctions: the module has every function that a method calls.
func TestFunctions(t *testing.T) {
	e := engine()
	if err := e.start(); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for f, name := range names {
		if name == "" || seen[name] || !e.lib.has(function(f)) {
			t.Errorf("function %d, %q: not in the module, or named twice", f, name)
		}
		seen[name] = true
	}
}

// An instance that was thrown away is followed by a fresh one.
func TestRecycle(t *testing.T) {
	for range 2 {
		engine().recycle()
		if got, err := plain(engine(), seven()); got != "7" || err != nil {
			t.Errorf("got %q, %v", got, err)
		}
	}
}

// What use does inside the fence: its own errors pass, a trap is one, a panic is
// a defect of the program with the place that failed. After the last two the
// instance is thrown away.
func TestFence(t *testing.T) {
	own := errors.New("own")
	var trap *Trap
	var defect *extract.Defect
	for _, c := range []struct {
		name string
		use  func(Document) error
		want func(error) bool
		kept bool
	}{
		{"an error", func(Document) error { return own }, func(err error) bool { return errors.Is(err, own) }, true},
		{"out of memory", func(Document) error { panic(&Trap{ErrMemory}) }, func(err error) bool { return errors.As(err, &trap) && errors.Is(err, ErrMemory) }, false},
		{"a read past the memory", func(d Document) error { d.lib.bytes(0xFFFFFFF0, 32); return nil }, func(err error) bool { return errors.As(err, &trap) }, false},
		{"a call that traps", func(d Document) error {
			d.lib.fn(fnFree).raw(1 << 31)
			d.lib.fn(fnPageCountObjects).raw(1 << 31)
			return nil
		}, func(err error) bool { return errors.As(err, &trap) }, false},
		{"a panic of our own", func(Document) error { return write(nil) }, func(err error) bool {
			return errors.As(err, &defect) && strings.Contains(defect.Value, "nil map") && defect.Stack != ""
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			defer engine().recycle()
			if err := engine().Open(seven(), nil, c.use); !c.want(err) || (engine().inst != nil) != c.kept {
				t.Errorf("got %v, instance kept: %v", err, engine().inst != nil)
			}
		})
	}
}

// A file that is none ends with PDFium's reason.
func TestNotOpened(t *testing.T) {
	var open *OpenError
	if _, err := plain(engine(), []byte("%PDF-1.7\n%%EOF")); !errors.As(err, &open) || open.Code == NeedsPassword {
		t.Errorf("got %v, want a reason that is no password", err)
	}
}

// Who compiles says so before.
func TestPreparing(t *testing.T) {
	type said struct{}
	start := func(dir string) (got any) {
		e := New(Settings{Cache: dir, Preparing: func() { panic(said{}) }})
		defer func() { got = recover() }()
		if err := e.start(); err != nil {
			t.Error(err)
		}
		_ = e.Close()
		return nil
	}
	if err := engine().start(); err != nil {
		t.Fatal(err)
	}
	if got := start(ready.Folder()); got != nil {
		t.Errorf("where it is compiled: got %v", got)
	}
	if got := start(t.TempDir()); got != (said{}) {
		t.Errorf("where nothing is kept: got %v", got)
	}
}

// A damaged cache is emptied and costs time, not the input. The second time PDFium comes
// from where it is kept whole, since to compile it anew takes seconds.
func TestDamagedCache(t *testing.T) {
	if err := engine().start(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, file := range kept(ready.Folder()) { // of whatever release
		rel, err := filepath.Rel(ready.Folder(), file)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		damaged := filepath.Join(dir, rel)
		if err := errors.Join(os.MkdirAll(filepath.Dir(damaged), 0o700), os.WriteFile(damaged, data[:1000], 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	e := New(Settings{Cache: dir})
	var tried []int // by files in the cache
	e.make = func(cache string) (pdfium.Pool, error) {
		tried = append(tried, len(kept(cache)))
		if len(tried) > 1 {
			cache = ready.Folder()
		}
		return e.compile(cache)
	}
	if got, err := plain(e, seven()); got != "7" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if len(tried) != 2 || tried[0] == 0 || tried[1] != 0 {
		t.Errorf("tried with %v files in the cache, want some, then none", tried)
	}
	_ = e.Close()
}

// The cache is found in a folder whose name would be a pattern.
func TestCacheInAFolderNamedLikeAPattern(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[user]")
	if err := os.MkdirAll(filepath.Join(dir, "wazero"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "wazero", "compiled")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	e := New(Settings{Cache: dir})
	if !e.compiled() {
		t.Error("the cache was not found")
	}
	if Forget(e.s.Cache); e.compiled() {
		t.Error("the cache was not emptied")
	}
}

// write fails where m is nil.
func write(m map[string]int) error { m["x"] = 1; return nil }
