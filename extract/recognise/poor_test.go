package recognise

import (
	"testing"

	"ziping/extract/ocr"
	"ziping/extract/raster"
)

// stepper makes out only words that are higher on the left.
type stepper struct{}

func (stepper) Read(img ocr.Image, _ float64) ocr.Reading {
	ink := func(from, to int) (n int) {
		for y := range img.H {
			for x := from; x < to; x++ {
				if img.Pix[y*img.W+x] < 128 {
					n++
				}
			}
		}
		return n
	}
	p := 0.3
	if ink(0, img.W/2) > ink(img.W/2, img.W) {
		p = 0.99
	}
	return ocr.Reading{Slots: []ocr.Slot{{Alternatives: []ocr.Alternative{{Text: "字", P: p}}, From: 0, To: float64(img.W)}}}
}

// steps is a page of words that are higher on the left.
func steps() *raster.Picture {
	p := raster.New(800, 800)
	for i := range p.Grey {
		p.Grey[i] = 255
	}
	fill := func(x0, y0, x1, y1 int) {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				p.Grey[y*p.W+x] = 0
			}
		}
	}
	for y := 100; y < 700; y += 60 {
		fill(200, y, 225, y+26)
		fill(227, y+8, 252, y+26)
	}
	p.DPI = 200
	return p
}

// turner reads a heading, from its end where words are not higher on the left.
type turner struct{ stepper }

func (e turner) Read(img ocr.Image, size float64) ocr.Reading {
	r := spell("单", "位")
	if e.stepper.Read(img, size).Confidence() > 0.9 {
		r = spell("位", "单")
	}
	return move(r, float64(img.W)/2-10)
}

// What is read on its head with every character right has its headings from the end.
func TestHeadingsReadFromTheirEnd(t *testing.T) {
	heading := func(s string) bool { return s == "单位" }
	p := New(&engine{says: spell(other)}, turner{}, nil).Page(steps(), Options{Number: 1, Heading: heading})
	if p.turn != 2 || p.forward < 2 || p.backward > 0 {
		t.Errorf("turned by %d, %d headings, %d from their end", p.turn, p.forward, p.backward)
	}
	if q := New(&engine{says: spell(other)}, turner{}, nil).Page(steps().Turned(2), Options{Number: 1, Heading: heading}); q.turn != 0 {
		t.Errorf("turned by %d though its headings read well", q.turn)
	}
}

// faint reads a heading that is hardly made out, and words that are from their end.
type faint struct{ stepper }

func (e faint) Read(img ocr.Image, size float64) ocr.Reading {
	if r := e.stepper.Read(img, size); r.Confidence() > 0.9 {
		return r
	}
	return move(spell("单:3", "位:3"), float64(img.W)/2-10)
}

// Headings tell which way is up where what shines through, or specks, are made out better the
// other way.
func TestHeadingsHardlyMadeOut(t *testing.T) {
	for _, c := range []struct {
		heading string
		turn    int
	}{{"单位", 0}, {"名称", 2}} {
		p := New(&engine{says: spell(other)}, faint{}, nil).Page(steps().Turned(2), Options{Number: 1, Heading: func(s string) bool { return s == c.heading }})
		if p.turn != c.turn {
			t.Errorf("%s: turned by %d", c.heading, p.turn)
		}
	}
}

// A page of which little is made out is read the other way round; one that is bad either
// way stays as it is.
func TestAPageOnItsHead(t *testing.T) {
	for _, c := range []struct {
		name   string
		page   *raster.Picture
		engine ocr.Engine
		turn   int
		clear  float64
	}{
		{"upright", steps(), stepper{}, 0, 1},
		{"on its head", steps().Turned(2), stepper{}, 2, 1},
		{"bad", steps(), &engine{says: spell("字:3")}, 0, 0},
	} {
		p := New(&engine{says: spell(other)}, c.engine, nil).Page(c.page, Options{Number: 1})
		if p.turn != c.turn || p.clear != c.clear {
			t.Errorf("%s: turned by %d, %g made out of %d lines", c.name, p.turn, p.clear, len(p.lines))
		}
	}
}
