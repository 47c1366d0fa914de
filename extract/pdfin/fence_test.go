package pdfin

import (
	"errors"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
	"ziping/extract/pdfin/pdfium"
	"ziping/internal/ready"
)

// wantDefect fails unless an error is a fault of the program that shows where it
// came from and leaves the file alone.
func wantDefect(t *testing.T, err error, says string) {
	t.Helper()
	var e *extract.Error
	var d *extract.Defect
	if !errors.As(err, &e) || !errors.As(err, &d) || e.Kind != extract.ErrInternal {
		t.Errorf("got %v, want a defect", err)
		return
	}
	if !strings.Contains(d.Value, says) || !strings.Contains(d.Stack, "fence_test.go") {
		t.Errorf("got %q from\n%s\nwant %q from this file", d.Value, d.Stack, says)
	}
	if strings.Contains(e.Reason.EN+e.Hint.EN, "save") || strings.Contains(e.Reason.EN, "damaged") {
		t.Errorf("got %q, %q: it speaks of the file", e.Reason.EN, e.Hint.EN)
	}
}

// A panic of our own is a defect of the program, whichever part it comes from,
// and the next file is read.
func TestDefects(t *testing.T) {
	var b handmade.Builder
	for range longFile + 1 {
		b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (7) Tj 100 0 Td (8) Tj 0 -20 Td (9) Tj -100 0 Td (6) Tj ET 40 600 200 150 re S")
	}
	for name, o := range map[string]extract.Options{
		"while pages are read":   {Limits: opts.Limits, MayHoldForm: func(string) bool { panic("in a page") }},
		"while tables are found": {Limits: opts.Limits, Heading: func(string) bool { panic("in grid") }},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := engine().Read(b.Bytes(), o)
			wantDefect(t, err, "in ")
		})
	}
	if doc, err := engine().Read(b.Bytes(), opts); err != nil || len(doc.Pages) != longFile+1 {
		t.Errorf("after defects: got %v", err)
	}
}

// Finding tables tells that it gets on, so that a page on which that takes long
// is waited for.
func TestProgress(t *testing.T) {
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (7) Tj ET")
	data := b.Bytes()
	told := 0
	e := New(Settings{Cache: ready.Folder(), Progress: func() { told++ }})
	defer func() { _ = e.Close() }()
	if _, err := e.pages(data, opts); err != nil || told == 0 {
		t.Fatalf("got %v, told %d times while the page was read", err, told)
	}
	reading := told
	if _, err := e.Read(data, opts); err != nil || told-reading < reading+3 {
		t.Errorf("got %v, told %d times in all, %d of them by the pages: want more by the tables", err, told-reading, reading)
	}
}

// whitened is a figure painted over in white, and another one.
func whitened() []byte {
	var b handmade.Builder
	b.Page(b.Latin(), "", "BT /F 10 Tf 50 700 Td (56) Tj ET q 1 g 48 697 60 12 re f Q BT /F 10 Tf 50 650 Td (12) Tj ET")
	return b.Bytes()
}

// Where PDFium fails while it paints a page, the file is read once more without
// painting: geometry tells then what is not seen. Where it fails otherwise, the
// file is damaged; where we fail, the program is.
func TestPaintingFails(t *testing.T) {
	failed := &pdfium.Trap{Err: errors.New("wasm error: unreachable")}
	for _, c := range []struct {
		name string
		at   int // of the calls of Progress: the first is the page's, the next ones come from painting
		with any
		kind extract.ErrorKind // "" if it is read
	}{
		{"not at all", 0, nil, ""},
		{"while it is painted whole", 2, failed, ""},
		{"while it is painted without the suspects", 3, failed, ""},
		{"for want of memory", 2, &pdfium.Trap{Err: pdfium.ErrMemory}, ""},
		{"before it is painted", 1, failed, extract.ErrDamaged},
		{"before it is painted, for want of memory", 1, &pdfium.Trap{Err: pdfium.ErrMemory}, extract.ErrLimit},
		{"by a defect of ours", 2, "our own", extract.ErrInternal},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			e := New(Settings{Cache: ready.Folder(), Progress: func() {
				if n++; n == c.at {
					panic(c.with)
				}
			}})
			defer func() { _ = e.Close() }()
			doc, err := e.Read(whitened(), opts)
			if c.kind != "" {
				if kindOf(err) != c.kind {
					t.Errorf("got %v, want kind %s", err, c.kind)
				}
				if n != c.at {
					t.Errorf("told %d times: it was read again", n)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			texts := map[string]bool{}
			for _, l := range doc.Lines {
				texts[l.Text] = true
			}
			hidden := false
			for _, w := range doc.Warnings {
				hidden = hidden || w.Code == "hidden-text" && strings.Contains(w.Message, "2 characters") && strings.HasSuffix(w.Message, "56")
			}
			if !texts["12"] || !hidden {
				t.Errorf("got %v, %v: want 12 read and 56 hidden", texts, doc.Warnings)
			}
		})
	}
}
