package scan_test

import (
	"math"
	"testing"

	"ziping/extract/scan"
)

// fine is the share of 100 dots to the inch, in which pages are measured here, that their
// pictures have.
const fine = 0.7

// sheetOf is an empty page of so many hundredths of an inch.
func sheetOf(w, h float64) *paper {
	d := newPaper(int(w*fine), int(h*fine), 100*fine)
	d.bend = func(x, y float64) (float64, float64) { return fine * x, fine * y }
	return d
}

// spread is a picture of two pages: tables of three columns and some rows, with a gutter
// between them.
func spread(rows int) *paper {
	d := sheetOf(1640, 1160)
	side(d, 80, rows, 1)
	side(d, 920, rows, 90)
	return d
}

// side draws a page from a place on.
func side(d *paper, left float64, rows int, seed uint64) {
	const em = 15
	ys := []float64{100}
	for range rows {
		ys = append(ys, ys[len(ys)-1]+50)
	}
	d.table([]float64{left, left + 200, left + 420, left + 640}, ys, em)
	d.word(left+200, 50, 20, 8, seed)
}

// shade darkens the fold.
func (d *paper) shade(at, wide float64) {
	for y := range d.p.H {
		for x := range d.p.W {
			f := (float64(x)/fine - at) / wide
			v := float64(d.p.Grey[y*d.p.W+x]) * (1 - 0.8*math.Exp(-f*f))
			d.p.Grey[y*d.p.W+x] = uint8(v)
		}
	}
}

func looked(t *testing.T, d *paper) *scan.Sheet {
	t.Helper()
	s, err := scan.Look(d.p, scan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Two facing pages are told by a gutter that nothing crosses, leaning and folded too.
func TestFacing(t *testing.T) {
	lean := sheetOf(1640, 1160)
	lean.bend = func(x, y float64) (float64, float64) { return fine * (x - 0.02*(y-580)), fine * (y + 0.02*(x-820)) }
	side(lean, 80, 18, 1)
	side(lean, 920, 18, 90)
	folded := spread(18)
	folded.shade(820, 14)
	short := sheetOf(1640, 1160)
	side(short, 80, 18, 1)
	side(short, 920, 5, 90)
	for name, d := range map[string]*paper{"two pages": spread(18), "leaning": lean, "with a fold": folded, "the right one short": short} {
		s := looked(t, d)
		if s.Border <= 0 {
			t.Errorf("%s: one page", name)
			continue
		}
		var left, right int
		for _, r := range s.Regions {
			if r.Box[0] < s.Border && r.Box[2] > s.Border {
				t.Errorf("%s: a region over both pages", name)
			}
			x, y := s.Back((r.Box[0]+r.Box[2])/2, (r.Box[1]+r.Box[3])/2)
			onLeft := x < 820*0.72
			if (r.Box[0] < s.Border) != onLeft || y < 0 || y > 1160*0.72 {
				t.Errorf("%s: a region at %v lies at %.0f, %.0f", name, r.Box, x, y)
			}
			if onLeft {
				left++
			} else {
				right++
			}
		}
		if left < 30 || right < 12 {
			t.Errorf("%s: %d regions on the left, %d on the right", name, left, right)
		}
		for _, r := range s.Rules {
			if r.X0 < s.Border && r.X1 > s.Border {
				t.Errorf("%s: a ruling over both pages", name)
			}
		}
	}
}

// One page stays one.
func TestNotFacing(t *testing.T) {
	crossed := spread(18)
	crossed.line(80, 400, 1560, 400, 2)
	title := spread(18)
	title.word(700, 50, 24, 10, 3)
	high := sheetOf(1160, 1640)
	side(high, 20, 28, 1)
	plain := sheetOf(1640, 1160) // columns of one page without rulings
	for row := range 20 {
		y := 100 + 50*float64(row)
		plain.word(100, y, 15, 20, uint64(row))
		plain.word(1000, y, 15, 20, uint64(100+row))
	}
	alone := sheetOf(1640, 1160)
	side(alone, 80, 18, 1)
	wide := sheetOf(1640, 1160)
	xs := []float64{80}
	for range 8 {
		xs = append(xs, xs[len(xs)-1]+185)
	}
	ys := []float64{100}
	for range 18 {
		ys = append(ys, ys[len(ys)-1]+50)
	}
	wide.table(xs, ys, 15)
	for name, d := range map[string]*paper{
		"a ruling across": crossed, "a title across": title, "an upright page": high, "columns of text": plain,
		"one page and nothing": alone, "one wide table": wide,
	} {
		if s := looked(t, d); s.Border != 0 {
			t.Errorf("%s is taken for two pages", name)
		}
	}
}

// A page that lies on its side is turned, and not cut where its tables are apart.
func TestFacingOnItsSide(t *testing.T) {
	d := newPaper(1160, 1640, 100)
	for k := range 2 {
		var ys []float64
		for row := range 14 {
			ys = append(ys, 100+820*float64(k)+45*float64(row))
		}
		d.table([]float64{100, 400, 700, 1060}, ys, 15)
	}
	for _, quarters := range []int{1, 3} {
		s, err := scan.Look(d.p.Turned(quarters), scan.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Border != 0 || s.Quality.Turn == 0 {
			t.Errorf("turned by %d: border at %v, put upright by %d", quarters, s.Border, s.Quality.Turn)
		}
	}
}
