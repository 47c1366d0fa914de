package produce

import (
	"bytes"
	"errors"
	"testing"

	"ziping/internal/eval/forms"
	"ziping/internal/eval/looks"
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
	for _, list := range [][]Producer{Programs, {Own}, Handmade(font), Files} {
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
