package scan_test

import (
	"math"
	"testing"

	"ziping/extract/scan"
)

// at is the region that holds a point of the sheet, in dots at 150 to the inch.
func at(t *testing.T, s *scan.Sheet, x, y float64) scan.Region {
	t.Helper()
	x, y = x*72/150, y*72/150
	for _, r := range s.Regions {
		if r.Enclosed && x > r.Box[0] && x < r.Box[2] && y > r.Box[1] && y < r.Box[3] {
			return r
		}
	}
	t.Fatalf("no region at %.0f,%.0f", x, y)
	return scan.Region{}
}

// beyond is how far the ink of a region's lines goes beyond its Box on the right, in dots.
func beyond(r scan.Region) float64 {
	far := math.Inf(-1)
	for _, l := range r.Lines {
		far = max(far, r.Left+float64(l.X1)/r.Dots-r.Box[2])
	}
	return far * r.Dots
}

func TestWhatRunsOverARulingStaysWithItsCharacter(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
	// Square characters whose last dots lie over the ruling at 400.
	for _, y := range []float64{218, 242} {
		d.line(340, y, 406, y, 2)
	}
	for _, x := range []float64{340, 351, 362, 373, 384, 395, 406} {
		d.line(x, 218, x, 242, 2)
	}
	s := look(t, d)
	own, next := at(t, s, 330, 230), at(t, s, 480, 230)
	if !own.Touched {
		t.Error("a character over a ruling does not touch it")
	}
	if b := beyond(own); b < 4 || b > 10 {
		t.Errorf("its ink ends %.1f dots beyond the ruling, want 6", b)
	}
	if next.Touched || len(next.Lines) != 1 || float64(next.Lines[0].X0) < 25 {
		t.Errorf("what came over is left in the next cell: %v, %v", next.Touched, next.Lines)
	}
	n := 0
	for _, r := range s.Regions {
		if r.Touched {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d cells are touched, want 1", n)
	}
}

func TestWhatEndsUnderARulingMayLackAPart(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
	d.line(380, 218, 400, 218, 2)
	d.line(380, 242, 400, 242, 2)
	d.line(380, 218, 380, 242, 2)
	s := look(t, d)
	if own := at(t, s, 330, 230); !own.Touched || beyond(own) > 1 {
		t.Errorf("touched %v, %.1f dots beyond", own.Touched, beyond(own))
	}
}

// A stroke that runs along a ruling is taken away with it, but for its last dots.
func TestAStrokeAlongARulingMayLackAPart(t *testing.T) {
	for name, c := range map[string]struct {
		x    float64
		want bool
	}{"beside it": {264, true}, "a little off": {267, false}} {
		d := newPaper(1240, 1754, 150)
		d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
		d.line(c.x, 222, c.x, 238, 2)
		d.line(c.x+4, 218, c.x+14, 218, 2)
		d.line(c.x+4, 242, c.x+14, 242, 2)
		if own := at(t, look(t, d), 330, 230); own.Touched != c.want {
			t.Errorf("%s: touched %v", name, own.Touched)
		}
	}
}
