package pipeline

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
)

// layered is pictured as a scan of which a figure was misread: 260.00 for 200.00.
func layered(t *testing.T) (Options, *[]extract.Layer) {
	t.Helper()
	o := options(t, AuditOptions{Lang: extract.EN})
	o.steps = (Options{}).do()
	read := asPicture(map[string]string{"260.00": "0.6"}, map[string][]extract.Glyph{"260.00": likely("260.00", 1, 0.6, "0")})
	o.steps.read = func(data []byte, name string, o extract.Options) (*extract.Document, error) {
		doc, err := read(data, name, o)
		if err != nil {
			return nil, err
		}
		l := extract.Layer{Page: 1}
		for i := range doc.Tables[0].Cells {
			c := &doc.Tables[0].Cells[i]
			line := extract.LayerLine{}.Retold(c.Text)
			if len(c.Glyphs) > 0 {
				at := extract.CellRef(0, c).Key()
				line.At = &at
			}
			l.Lines = append(l.Lines, line)
		}
		doc.Layers = []extract.Layer{l}
		return doc, nil
	}
	var given []extract.Layer
	o.Over = func(data []byte, layers []extract.Layer, _ extract.Options) ([]byte, error) {
		given = layers
		return append([]byte("over "), data...), nil
	}
	return o, &given
}

// A scan is laid over with what was read, and with what the sums put right where it was
// misread.
func TestSearchable(t *testing.T) {
	o, given := layered(t)
	out := Run([]byte(pictured), "a.txt", o)
	files, err := out.Render([]string{"json", Searchable})
	if err != nil || len(files) != 2 || files[1].Format != Searchable || !strings.HasPrefix(string(files[1].Data), "over 项目") {
		t.Fatalf("%d files, %v", len(files), err)
	}
	if n := out.Notes([]string{"json", Searchable}); n != nil {
		t.Errorf("notes: %+v", n)
	}
	said := func(layers []extract.Layer, text string) (n int) {
		for _, l := range layers[0].Lines {
			if l.Text == text && len(l.Ends) == len([]rune(text)) {
				n++
			}
		}
		return n
	}
	if first := out.Document.Layers; said(*given, "260.00") != 0 || said(*given, "200.00") != said(first, "200.00")+1 || said(first, "260.00") != 1 {
		t.Errorf("260.00 stands %d times, 200.00 %d times", said(*given, "260.00"), said(*given, "200.00"))
	}
	if said(*given, "131公里") != 1 {
		t.Error("the rest of the text is gone")
	}
}

// What cannot be laid over is an error; what is no scan, and what has a layer, is told of.
func TestSearchableNotes(t *testing.T) {
	o, _ := layered(t)
	o.Over = func([]byte, []extract.Layer, extract.Options) ([]byte, error) {
		return nil, &extract.Error{Kind: extract.ErrDamaged}
	}
	var e *extract.Error
	if _, err := Run([]byte(pictured), "a.txt", o).Render([]string{Searchable}); !errors.As(err, &e) || e.Kind != extract.ErrDamaged {
		t.Errorf("got %v", err)
	}
	plain := Run([]byte(pictured), "a.txt", options(t, AuditOptions{Lang: extract.EN}))
	if files, err := plain.Render([]string{Searchable}); err != nil || files != nil {
		t.Errorf("no scan: %d files, %v", len(files), err)
	}
	if n := plain.Notes([]string{Searchable}); len(n) != 1 || !n[0].None || !strings.Contains(n[0].Message, "no scan") {
		t.Errorf("no scan: %+v", n)
	}
	if n := plain.Notes([]string{"json"}); n != nil {
		t.Errorf("not asked for: %+v", n)
	}
	o, _ = layered(t)
	out := Run([]byte(pictured), "a.txt", o)
	out.Document.Layers = append(slices.Clone(out.Document.Layers), extract.Layer{Page: 2, Kept: true}, extract.Layer{Page: 4, Kept: true})
	if n := out.Notes([]string{Searchable}); len(n) != 1 || n[0].None || !strings.HasPrefix(n[0].Message, "page 2, 4:") {
		t.Errorf("layers that are there: %+v", n)
	}
	none := Run([]byte("no form"), "a.txt", o)
	if n := none.Notes([]string{Searchable}); n != nil {
		t.Errorf("of a failure: %+v", n)
	}
}
