package scan_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"ziping/extract/raster"
	"ziping/extract/scan"
)

// form is a page of 7 by 12 cells at 150 dpi.
func form(bend func(x, y float64) (float64, float64)) *paper {
	d := newPaper(1240, 1754, 150)
	if bend != nil {
		d.bend = bend
	}
	d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
	return d
}

func look(t *testing.T, d *paper) *scan.Sheet {
	t.Helper()
	s, err := scan.Look(d.p, scan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// cellsOf counts enclosed regions and those of them that have one line of text.
func cellsOf(s *scan.Sheet) (cells, lines int) {
	for _, r := range s.Regions {
		if r.Enclosed {
			cells++
			if len(r.Lines) == 1 {
				lines++
			}
		}
	}
	return cells, lines
}

func turned(degrees float64) func(x, y float64) (float64, float64) {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return func(x, y float64) (float64, float64) {
		x, y = x-620, y-877
		return 620 + c*x - s*y, 877 + s*x + c*y
	}
}

func TestCellsOfBentPages(t *testing.T) {
	for name, bend := range map[string]func(x, y float64) (float64, float64){
		"straight":      nil,
		"one degree":    turned(1),
		"five degrees":  turned(5),
		"minus four":    turned(-4),
		"curl":          func(x, y float64) (float64, float64) { return x, y + 12*math.Sin(x/400) },
		"perspective":   func(x, y float64) (float64, float64) { w := 1 + x*4e-5 + y*3e-5; return x / w, y / w },
		"curl and lean": func(x, y float64) (float64, float64) { x, y = turned(1.5)(x, y); return x, y + 8*math.Cos(x/300) },
	} {
		t.Run(name, func(t *testing.T) {
			s := look(t, form(bend))
			if cells, lines := cellsOf(s); cells != 84 || lines != 84 {
				t.Errorf("got %d cells, %d of one line, want 84", cells, lines)
			}
			if len(s.Rules) != 21 {
				t.Errorf("got %d rulings, want 21", len(s.Rules))
			}
			for _, r := range s.Rules {
				if r.X0 != r.X1 && r.Y0 != r.Y1 {
					t.Errorf("a ruling leans: %v", r)
				}
			}
		})
	}
}

func TestBackLeadsToThePicture(t *testing.T) {
	bend := turned(3)
	s := look(t, form(bend))
	// The first ruling of all begins at the table's corner.
	x0, y0 := math.Inf(1), math.Inf(1)
	for _, r := range s.Rules {
		x0, y0 = min(x0, r.X0), min(y0, r.Y0)
	}
	x, y := s.Back(x0, y0)
	wx, wy := bend(120, 200)
	if k := 150.0 / 72; math.Hypot(x*k-wx, y*k-wy) > 2 {
		t.Errorf("got %.1f,%.1f dots, want %.1f,%.1f", x*k, y*k, wx, wy)
	}
}

func TestTextOutsideTables(t *testing.T) {
	d := form(nil)
	d.word(400, 60, 36, 9, 3)   // a title
	d.word(120, 140, 22, 5, 4)  // below it on the left
	d.word(900, 140, 22, 5, 5)  // and on the right
	d.word(120, 1000, 22, 9, 6) // a note
	s := look(t, d)
	var sizes []float64
	for _, r := range s.Regions {
		if !r.Enclosed {
			sizes = append(sizes, r.Size)
		}
	}
	if len(sizes) != 4 {
		t.Fatalf("got %d blocks, want 4", len(sizes))
	}
	if sizes[0] < 30 || sizes[1] > 26 {
		t.Errorf("the title is %.0f dots high and what is below %.0f, want 36 and 22", sizes[0], sizes[1])
	}
}

func TestPagesWithoutRulings(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.bend = turned(2)
	for i := range 20 {
		y := 200 + float64(i)*45
		d.word(150, y, 22, 6, uint64(i))
		d.word(500, y, 22, 4, uint64(i+50))
		d.word(900, y, 22, 5, uint64(i+90))
	}
	s := look(t, d)
	if len(s.Regions) != 60 || len(s.Rules) != 0 {
		t.Errorf("got %d blocks and %d rulings, want 60 and none", len(s.Regions), len(s.Rules))
	}
	if math.Abs(s.Quality.Skew-2) > 0.15 {
		t.Errorf("skew %.2f, want 2", s.Quality.Skew)
	}
}

func TestRulingsAreErasedAndGlyphsAreNot(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.line(200, 300, 800, 300, 2)
	d.line(200, 360, 800, 360, 2)
	d.line(200, 420, 800, 420, 2)
	for _, x := range []float64{200, 500, 800} {
		d.line(x, 300, x, 420, 2)
	}
	d.word(210, 316, 22, 6, 1)
	s := look(t, d)
	blank, full := 0, 0
	for _, r := range s.Regions {
		ink := 0
		for _, v := range r.Image.Pix {
			if v < 160 {
				ink++
			}
		}
		switch {
		case len(r.Lines) == 0 && ink == 0:
			blank++
		case len(r.Lines) == 1:
			full++
		default:
			t.Errorf("a cell of %d lines holds %d dots of ink", len(r.Lines), ink)
		}
	}
	if blank != 3 || full != 1 {
		t.Errorf("got %d blank and %d full cells, want 3 and 1", blank, full)
	}
}

func TestFaintNoisyAndSmallPages(t *testing.T) {
	for name, c := range map[string]struct{ ink, noise float64 }{"faint": {200, 3}, "noise": {20, 25}, "faint and noise": {190, 6}} {
		d := newPaper(1240, 1754, 150)
		d.ink = c.ink
		d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
		r := rand.New(rand.NewPCG(1, 1))
		for i, v := range d.p.Grey {
			d.p.Grey[i] = uint8(min(255, max(0, float64(v)-10+c.noise*r.NormFloat64())))
		}
		if cells, lines := cellsOf(look(t, d)); cells != 84 || lines != 84 {
			t.Errorf("%s: got %d cells, %d of one line, want 84", name, cells, lines)
		}
	}
	small := newPaper(827, 1170, 100)
	small.table(steps(80, 94, 8), steps(130, 30, 13), 14)
	if cells, lines := cellsOf(look(t, small)); cells != 84 || lines != 84 {
		t.Errorf("100 dpi: got %d cells, %d of one line, want 84", cells, lines)
	}
}

func TestAnyPictureEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, size := range [][2]int{{0, 0}, {1, 1}, {1, 5000}, {5000, 1}, {16, 16}, {17, 20000}, {300, 200}, {640, 480}} {
		p := raster.New(size[0], size[1])
		for fill := range 4 {
			for i := range p.Grey {
				p.Grey[i] = [4]uint8{0, 255, uint8(r.IntN(256)), uint8(255 * r.IntN(2))}[fill]
			}
			s, err := scan.Look(p, scan.Options{})
			if err != nil {
				continue
			}
			for _, g := range s.Regions {
				if len(g.Image.Pix) != g.Image.W*g.Image.H {
					t.Fatalf("%v: an image of %d by %d has %d dots", size, g.Image.W, g.Image.H, len(g.Image.Pix))
				}
				for _, l := range g.Lines {
					if l.X0 < 0 || l.Y0 < 0 || l.X1 > g.Image.W || l.Y1 > g.Image.H || l.X0 >= l.X1 || l.Y0 >= l.Y1 {
						t.Fatalf("%v: a line lies outside: %v", size, l)
					}
				}
			}
		}
	}
	for _, p := range []*raster.Picture{nil, {W: 100, H: 100}, {W: -5, H: 20}, {W: 1 << 30, H: 1 << 30}} {
		if _, err := scan.Look(p, scan.Options{}); err == nil {
			t.Errorf("got no error for %+v", p)
		}
	}
}

func BenchmarkLook(b *testing.B) {
	d := newPaper(1654, 2339, 200)
	d.bend = turned(0.5)
	d.table(steps(120, 140, 11), steps(200, 60, 31), 29)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scan.Look(d.p, scan.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// numbers writes figures with points, as money is.
func (d *paper) numbers(x, y, em float64) {
	for i := range 6 {
		x0 := x + float64(i)*em*0.5
		if i == 4 {
			d.dot(x0+em*0.15, y+em*0.8, em*0.12)
			continue
		}
		d.line(x0+em*0.1, y+em*0.15, x0+em*0.35, y+em*0.15, em*0.08)
		d.line(x0+em*0.35, y+em*0.15, x0+em*0.15, y+em*0.85, em*0.08)
	}
}

func TestPagesAreTurnedUpright(t *testing.T) {
	for want, bend := range map[int]func(x, y float64) (float64, float64){
		0: func(x, y float64) (float64, float64) { return x, y },
		1: func(x, y float64) (float64, float64) { return y, 1239 - x },
		2: func(x, y float64) (float64, float64) { return 1239 - x, 1753 - y },
		3: func(x, y float64) (float64, float64) { return 1753 - y, x },
	} {
		d := newPaper(1240, 1754, 150)
		if want%2 == 1 {
			d = newPaper(1754, 1240, 150)
		}
		d.bend = bend
		d.table(steps(120, 140, 8), steps(200, 60, 8), 22)
		for i := range 10 {
			d.numbers(150, 800+60*float64(i), 22)
			d.numbers(550, 800+60*float64(i), 22)
		}
		s := look(t, d)
		if s.Quality.Turn != want {
			t.Errorf("got %d quarter turns, want %d", s.Quality.Turn, want)
			continue
		}
		if cells, _ := cellsOf(s); cells != 49 {
			t.Errorf("turned by %d: got %d cells, want 49", want, cells)
		}
		x0, y0 := math.Inf(1), math.Inf(1)
		for _, r := range s.Rules {
			x0, y0 = min(x0, r.X0), min(y0, r.Y0)
		}
		x, y := s.Back(x0, y0)
		wx, wy := bend(120, 200)
		if k := 150.0 / 72; math.Hypot(x*k-wx, y*k-wy) > 2.5 {
			t.Errorf("turned by %d: the corner lies at %.1f,%.1f, want %.1f,%.1f", want, x*k, y*k, wx, wy)
		}
	}
}

func TestSizeIsThatOfCharactersOnLeaningPages(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.bend = turned(5)
	d.table([]float64{150, 500, 800, 1090}, steps(200, 60, 13), 22)
	for i := range 8 {
		d.word(150, 1100+40*float64(i), 22, 30, uint64(i))
	}
	for _, r := range look(t, d).Regions {
		if r.Enclosed && (r.Size < 18 || r.Size > 25) {
			t.Fatalf("characters are %.0f dots large, want 22", r.Size)
		}
	}
}

// How a page stands may be said; its characters are not asked then.
func TestTurnIsSaid(t *testing.T) {
	d := form(nil)
	for said, want := range map[int]int{2: 2, 4: 0} {
		s, err := scan.Look(d.p, scan.Options{Turn: said})
		if err != nil {
			t.Fatal(err)
		}
		cells, _ := cellsOf(s)
		x, y := s.Back(0, 0)
		if s.Quality.Turn != want || cells != 84 || want == 2 != (x+y > 1000) {
			t.Errorf("said %d: turned by %d, %d cells, the corner at %.0f, %.0f", said, s.Quality.Turn, cells, x, y)
		}
	}
}

// Below the last ruling of a table without a border the uprights part what stands beside
// them.
func TestTextDoesNotRunOverUprights(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	for _, y := range steps(200, 60, 8) {
		d.line(120, y, 1100, y, 2)
	}
	for _, x := range []float64{400, 800} {
		d.line(x, 200, x, 680, 2)
	}
	d.word(300, 640, 22, 4, 3)
	d.word(406, 640, 22, 4, 4)
	d.word(706, 640, 22, 4, 5)
	d.word(806, 640, 22, 4, 6)
	n := 0
	for _, r := range look(t, d).Regions {
		if r.Box[1] > 620*72/150 {
			if n++; r.Box[0] < 398*72/150 && r.Box[2] > 402*72/150 || r.Box[0] < 798*72/150 && r.Box[2] > 802*72/150 {
				t.Errorf("a run of text from %.0f to %.0f", r.Box[0]*150/72, r.Box[2]*150/72)
			}
		}
	}
	if n != 4 {
		t.Errorf("%d runs of text, want 4", n)
	}
}
