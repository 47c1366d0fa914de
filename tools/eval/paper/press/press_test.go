package press

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// letters are fonts that need no file: Western letters only.
func letters(t *testing.T) Fonts {
	t.Helper()
	plain, err := NewFace("plain", goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	bold, err := NewFace("bold", gobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return Fonts{"song": plain, "song-bold": bold}
}

func small() *forms.Form {
	return &forms.Form{ID: "small", Title: "Form", Rows: 2, Cols: 3, Widths: []int{2, 1, 1}, Cells: []forms.Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 2, Text: "heading", Kind: forms.Heading},
		{Row: 0, Col: 2, RowSpan: 2, ColSpan: 1, Text: "", Kind: forms.Label},
		{Row: 1, Col: 0, RowSpan: 1, ColSpan: 1, Text: "233667.30", Kind: forms.Number},
		{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "", Kind: forms.Number},
	}}
}

func look(b looks.Borders) Look {
	return Look{Look: looks.Look{Borders: b, Size: 9, Padding: 3, Width: 1}, Han: "song", Line: 1}
}

// ink is the share of dark dots in a box in points.
func ink(p *Plane, x0, y0, x1, y1 float64) float64 {
	n, all := 0.0, 0.0
	for y := int(y0 * p.Scale); y < int(y1*p.Scale); y++ {
		for x := int(x0 * p.Scale); x < int(x1*p.Scale); x++ {
			n, all = n+float64(p.Ink[y*p.W+x])/255, all+1
		}
	}
	return n / all
}

// The places told are those of the ink: rulings on their sides, text in cells
// that have some and none in the others.
func TestPlacesAreThoseOfTheInk(t *testing.T) {
	for _, b := range []looks.Borders{looks.Full, looks.Thick, looks.Hairline, looks.Dashed, looks.Doubled} {
		f := small()
		sheets, err := Print(f, look(b), letters(t))
		if err != nil || len(sheets) != 1 || len(sheets[0].Cells) != len(f.Cells) {
			t.Fatalf("%s: %d sheets, %v", b, len(sheets), err)
		}
		p := sheets[0].Paint(4)
		dark := map[looks.Borders]float64{looks.Dashed: 0.3}[b]
		if dark == 0 {
			dark = 0.45
		}
		for _, c := range sheets[0].Cells {
			for _, s := range [][4]float64{{c.X0, c.Y0 - 1.5, c.X1, c.Y0 + 1.5}, {c.X0, c.Y1 - 1.5, c.X1, c.Y1 + 1.5}, {c.X0 - 1.5, c.Y0, c.X0 + 1.5, c.Y1}, {c.X1 - 1.5, c.Y0, c.X1 + 1.5, c.Y1}} {
				if got := ink(p, s[0], s[1], s[2], s[3]); got < dark/2 {
					t.Errorf("%s: the side %v of cell %d has %.2f of ink", b, s, c.Cell, got)
				}
			}
			got := ink(p, c.X0+2, c.Y0+2, c.X1-2, c.Y1-2)
			if text := f.Cells[c.Cell].Text; (got > 0.005) != (text != "") {
				t.Errorf("%s: cell %q has %.3f of ink", b, text, got)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	f := small()
	f.Cells[0].Text = "\u9879\u76ee"
	if _, err := Print(f, look(looks.Full), letters(t)); !errors.Is(err, ErrCannot) {
		t.Errorf("a character without a glyph: %v", err)
	}
	f = small()
	f.Cells[2].Text = strings.Repeat("1234567890", 12)
	if _, err := Print(f, look(looks.Full), letters(t)); !errors.Is(err, ErrCannot) {
		t.Errorf("a figure broken over lines: %v", err)
	}
	if _, err := Print(small(), look(looks.Full), Fonts{}); !errors.Is(err, ErrCannot) {
		t.Errorf("no fonts: %v", err)
	}
}

func TestBoldHeadings(t *testing.T) {
	l := look(looks.Full)
	weight := func() float64 {
		sheets, err := Print(small(), l, letters(t))
		if err != nil {
			t.Fatal(err)
		}
		c := sheets[0].Cells[0]
		return ink(sheets[0].Paint(4), c.X0+2, c.Y0+2, c.X1-2, c.Y1-2)
	}
	plain := weight()
	l.BoldHeads = true
	if bold := weight(); bold < 1.15*plain {
		t.Errorf("bold has %.4f of ink, plain %.4f", bold, plain)
	}
}

// A rectangle covers what it covers, to a part of a dot.
func TestRect(t *testing.T) {
	p := NewPlane(10, 10, 2)
	p.Rect(1.25, 1, 3, 2.25, 1)
	sum := 0.0
	for _, v := range p.Ink {
		sum += float64(v) / 255
	}
	if want := 1.75 * 1.25 * 4; math.Abs(sum-want) > 0.1 {
		t.Errorf("covers %.2f dots, want %.2f", sum, want)
	}
}

// A turned stamp keeps its form: a ring with a star in it, and letters between.
func TestStamp(t *testing.T) {
	f := letters(t)
	p := NewPlane(200, 200, 2)
	s := Stamp{X: 100, Y: 100, Radius: 50, Round: true, Angle: 0.4, Text: "SEAL OF OFFICE"}
	s.Press(p, Stack{f["song"]})
	ring := func(r, w float64) float64 {
		n, all := 0.0, 0.0
		for a := 0.0; a < 2*math.Pi; a += 0.01 {
			for d := r - w; d < r+w; d += 0.25 {
				n, all = n+float64(p.Ink[int(2*(100+d*math.Sin(a)))*p.W+int(2*(100+d*math.Cos(a)))])/255, all+1
			}
		}
		return n / all
	}
	if out, edge, text, gap, star := ring(56, 4), ring(48.8, 0.8), ring(33, 3), ring(20, 2), ring(3, 2); out > 0 || edge < 0.95 || text < 0.05 || gap > 0 || star < 0.95 {
		t.Errorf("outside %.2f, ring %.2f, text %.2f, gap %.2f, star %.2f", out, edge, text, gap, star)
	}
	q := NewPlane(200, 200, 2)
	s = Stamp{X: 100, Y: 100, Radius: 40, Text: "PAID"}
	s.Press(q, Stack{f["song"]})
	if frame, in, out := ink(q, 62, 81, 138, 83), ink(q, 66, 88, 134, 112), ink(q, 10, 10, 190, 70); frame < 0.5 || in < 0.05 || out > 0 {
		t.Errorf("frame %.2f, text %.2f, outside %.2f", frame, in, out)
	}
}

// Nothing is printed onto rulings, double ones least of all.
func TestLotKeepsTextOffRulings(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	doubled := 0
	for range 60 {
		l := Lot(rng)
		l.Han, l.Western, l.Left = "song", "", true
		if l.Borders == looks.Doubled {
			doubled++
		}
		sheets, err := Print(small(), l, letters(t))
		if err != nil {
			t.Fatal(err)
		}
		c := sheets[0].Cells[0]
		text := sheets[0].page.Texts
		if at := text[len(text)-1].X; at < c.X0+l.reach() {
			t.Errorf("%s: text begins %.2f points behind the side, rulings reach %.2f", l.Name, at-c.X0, l.reach())
		}
	}
	if doubled < 3 {
		t.Errorf("%d looks with double rulings", doubled)
	}
}

func TestLoadFonts(t *testing.T) {
	f, err := LoadFonts(t.TempDir())
	if len(f) != 0 || err == nil || !strings.Contains(err.Error(), "FandolSong-Regular.otf (texlive-lang-chinese)") {
		t.Errorf("got %d fonts and %v", len(f), err)
	}
}
