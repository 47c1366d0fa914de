package produce

import (
	"bytes"
	"errors"
	"testing"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

func TestMissingProgramIsSaid(t *testing.T) {
	w, err := NewWorkshop(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.run([]string{"no-such-program-anywhere"}); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
}

func TestNamesAreUnique(t *testing.T) {
	font, err := LoadFont()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, list := range [][]Producer{Programs, Libraries, {Own}, Handmade(font), Files} {
		for _, p := range list {
			if seen[p.Name] {
				t.Errorf("two producers are named %s", p.Name)
			}
			seen[p.Name] = true
		}
	}
	names := map[string]bool{}
	for _, l := range looks.All {
		if names[l.Name] {
			t.Errorf("two looks are named %s", l.Name)
		}
		names[l.Name] = true
	}
}

// TestFiles writes each kind of file in every look and looks for its mark.
func TestFiles(t *testing.T) {
	marks := map[string]string{".xlsx": "PK\x03\x04", ".docx": "PK\x03\x04", ".html": "<!DOCTYPE html>"}
	list := []*forms.Form{forms.Random(2), forms.Random(3)}
	for _, p := range Files {
		for _, l := range looks.All {
			data, err := p.Make(nil, list, l)
			if err != nil {
				t.Errorf("%s, %s: %v", p.Name, l.Name, err)
			} else if !bytes.HasPrefix(data, []byte(marks[p.Ext])) {
				t.Errorf("%s, %s: begins with %q", p.Name, l.Name, data[:8])
			}
		}
	}
}

// TestScripts: every script says first what it is, a missing interpreter is
// said, and so is a missing library.
func TestScripts(t *testing.T) {
	w, err := NewWorkshop(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	list := []*forms.Form{forms.Random(2)}
	if _, err := script("pdfkit.js", "no-such-program-anywhere")(w, list, looks.All[0]); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
	entries, err := scripts.ReadDir("scripts")
	if err != nil || len(entries) == 0 {
		t.Fatalf("got %d scripts, %v", len(entries), err)
	}
	for _, e := range entries {
		data, err := scripts.ReadFile("scripts/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("<?php\n")), []byte("\n"))
		if !bytes.HasPrefix(first, []byte("#")) && !bytes.HasPrefix(first, []byte("//")) {
			t.Errorf("%s begins with %q, want what it is", e.Name(), first)
		}
		if !bytes.Contains(data, []byte("77")) && !bytes.HasSuffix([]byte(e.Name()), []byte(".java")) {
			t.Errorf("%s does not say where its library is missing", e.Name())
		}
	}
}

func TestMergedOneWay(t *testing.T) {
	cell := func(r, c, rs, cs int) forms.Cell { return forms.Cell{Row: r, Col: c, RowSpan: rs, ColSpan: cs} }
	for _, c := range []struct {
		name  string
		cells []forms.Cell
		want  bool
	}{
		{"plain", []forms.Cell{cell(0, 0, 2, 1), cell(0, 1, 1, 1), cell(1, 1, 1, 1)}, true},
		{"both ways", []forms.Cell{cell(0, 0, 2, 2), cell(0, 2, 1, 1), cell(1, 2, 1, 1)}, false},
		{"a row of its own in none", []forms.Cell{cell(0, 0, 2, 1), cell(0, 1, 2, 1)}, false},
	} {
		if got := mergedOneWay(&forms.Form{Rows: 2, Cells: c.cells}); got != c.want {
			t.Errorf("%s: got %v want %v", c.name, got, c.want)
		}
	}
}
