package recognise

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
)

// page is a page of figures, a line below the other, as they were read.
func page(readings ...ocr.Reading) *Page {
	p := &Page{back: func(x, y float64) (float64, float64) { return x, y }}
	for i, r := range readings {
		y := float64(20 * i)
		p.lines = append(p.lines, line{reading: r, figures: true, box: extract.Box{0, y, float64(10 * len(r.Slots)), y + 10}, dots: 1, size: 10, top: y, bottom: y + 10})
	}
	return p
}

// layer is what another program has in those lines.
func layer(texts ...string) (out []grid.Glyph) {
	for i, t := range texts {
		x, y := 0.0, float64(20*i)
		for _, r := range t {
			out = append(out, grid.Glyph{Text: string(r), Box: extract.Box{x, y, x + 8, y + 10}})
			x += 8
		}
	}
	return out
}

// spelled shows what a figure may be.
func spelled(r ocr.Reading) (s string) {
	for _, slot := range r.Slots {
		s += "["
		for i, a := range slot.Alternatives {
			if i > 0 {
				s += " "
			}
			s += fmt.Sprintf("%s%.2f", a.Text, a.P)
		}
		s += "]"
	}
	return s
}

// A good layer has agreed with many sure figures.
func withGood(r ocr.Reading, says string) ocr.Reading {
	readings, texts := []ocr.Reading{r}, []string{says}
	for range 30 {
		readings, texts = append(readings, spell("1", "2", "3", "4")), append(texts, "1234")
	}
	p := page(readings...)
	p.second(layer(texts...))
	return p.lines[0].reading
}

func TestSecond(t *testing.T) {
	for _, c := range []struct {
		name  string
		first ocr.Reading
		says  string
		want  string
	}{
		{"the same", spell("1", "7:6|1:3"), "17", "[10.99][70.76 10.18]"},
		{"the same in full width", spell("1", "7:6|1:3"), "１７", "[10.99][70.76 10.18]"},
		{"the second choice", spell("1", "7:6|1:3"), "11", "[10.99][70.43 10.43]"},
		{"a character nobody else sees", spell("1", "7", "2"), "182", "[10.99][70.98 80.01][20.99]"},
		{"one too many", spell("1", "7"), "1.7", "[10.99][0.99 .0.01][70.99]"},
		{"one less", spell("1", ".:6|:3", "7"), "17", "[10.99][.0.43 0.43][70.99]"},
		{"another figure", spell("1", "2", "3"), "987", "[10.99][20.99][30.99]"},
		{"no figure", spell("1", "7:6|1:3"), "l7元", "[10.99][70.60 10.30]"},
		{"nothing", spell("1", "7:6|1:3"), "", "[10.99][70.60 10.30]"},
	} {
		first := c.first.Confidence()
		got := withGood(c.first, c.says)
		if spelled(got) != c.want {
			t.Errorf("%s: %s, want %s", c.name, spelled(got), c.want)
		}
		if !strings.HasPrefix(c.name, "the same") && got.Confidence() > first {
			t.Errorf("%s: %.3f is more certain than %.3f", c.name, got.Confidence(), first)
		}
		if got.Text() != c.first.Text() {
			t.Errorf("%s: the picture says %s, not %s", c.name, c.first.Text(), got.Text())
		}
		for _, s := range got.Slots {
			all := 0.0
			for _, a := range s.Alternatives {
				all += a.P
			}
			if all > 1+1e-9 {
				t.Errorf("%s: more than all is possible: %s", c.name, spelled(got))
			}
		}
	}
}

// A layer that is often wrong where the picture is clear says little elsewhere.
func TestSecondOfPoorLayer(t *testing.T) {
	readings, texts := []ocr.Reading{spell("1", "7", "2")}, []string{"182"}
	for range 30 {
		readings, texts = append(readings, spell("1", "2", "3", "4")), append(texts, "1284")
	}
	p := page(readings...)
	p.second(layer(texts...))
	if got := p.lines[0].reading.Slots[1].Alternatives; got[1].Text != "8" || got[1].P > 0.005 || got[0].P < 0.98 {
		t.Errorf("%v", got)
	}
	if p.Alike != 0 || p.Unlike != 31 {
		t.Errorf("%d alike, %d not", p.Alike, p.Unlike)
	}
}

// A layer that loses points and has the digits right says nothing where it has no point.
func TestSecondLosesPoints(t *testing.T) {
	readings, texts := []ocr.Reading{spell("1", ".:8|:1", "7"), spell("1", ".", "7:8|1:1")}, []string{"17", "1.1"}
	for i := range 30 {
		readings = append(readings, spell("1", "2", ".", "3", "4"))
		texts = append(texts, []string{"12.34", "1234"}[i%2])
	}
	p := page(readings...)
	p.second(layer(texts...))
	if point, figure := p.lines[0].reading.Slots[1].Alternatives, p.lines[1].reading.Slots[2].Alternatives; point[1].P > 0.2 || figure[1].P < 0.3 {
		t.Errorf("the point may be none with %.2f, the figure another with %.2f", point[1].P, figure[1].P)
	}
}

// What could not be read in a figure is one more place where the layer may know more.
func TestSecondOfSpoiltFigure(t *testing.T) {
	p := page(spell("2", other+":6|1:1", "7"), spell(other, "合"))
	p.lines[0].figures, p.lines[1].figures = false, false
	p.second(layer("217", "1合"))
	if l := p.lines[0]; !l.figures || l.reading.Text() != "2"+other+"7" || l.reading.Slots[1].Alternatives[1].Text != "1" || l.reading.Slots[1].Alternatives[1].P <= 0.1 {
		t.Errorf("%v, %s", l.figures, spelled(l.reading))
	}
	if p.lines[1].figures {
		t.Error("a word is a figure")
	}
}

// The layer changes no words, and without one nothing changes.
func TestSecondOfWords(t *testing.T) {
	p := page(spell("1", "7:6|1:3"))
	p.lines[0].figures = false
	p.second(layer("11"))
	if got := spelled(p.lines[0].reading); got != "[10.99][70.60 10.30]" {
		t.Errorf("words: %s", got)
	}
	p.lines[0].figures = true
	p.second(nil)
	if got := spelled(p.lines[0].reading); got != "[10.99][70.60 10.30]" {
		t.Errorf("no layer: %s", got)
	}
}

// What the layer changed is what the page has: sureness and second choices.
func TestSecondReachesCells(t *testing.T) {
	p := page(spell("1", "7:6|1:3"))
	p.Listed.Number = 1
	p.second(layer("17"))
	doc := extract.NewDocument("", "")
	box := extract.Box{0, 0, 30, 12}
	doc.Tables = []extract.Table{{Rows: 1, Cols: 1, Cells: []extract.Cell{{Text: "17", Page: 1, Box: &box}}}}
	Place(doc, []*Page{p})
	if g := doc.Tables[0].Cells[0].Glyphs; len(g) != 2 || math.Abs(g[1][0].P-0.76) > 0.001 {
		t.Errorf("%v", g)
	}
	if g := p.Grid.Glyphs; len(g) != 2 || math.Abs(g[1].Confidence-0.76) > 0.001 || p.Characters != 2 {
		t.Errorf("%+v", g)
	}
}
