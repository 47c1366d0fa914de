package plane

import (
	"math"
	"testing"

	"ziping/extract"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// A page's corners and a point of it, as its reader sees them.
func TestView(t *testing.T) {
	for quarters, want := range []struct {
		w, h, x, y float64 // of the page, and of the point 30,40
	}{{100, 200, 20, 180}, {200, 100, 20, 20}, {100, 200, 80, 20}, {200, 100, 180, 80}} {
		m, w, h := View(10, 20, 110, 220, quarters)
		if x, y := m.Apply(30, 40); w != want.w || h != want.h || x != want.x || y != want.y {
			t.Errorf("turned by %d: got %g x %g and %g,%g, want %+v", quarters, w, h, x, y, want)
		}
		if again, _, _ := View(10, 20, 110, 220, quarters+4); again != m {
			t.Errorf("turned by %d: not the same as by four less", quarters+4)
		}
		// The page fills its own box.
		if got := m.Box(10, 20, 110, 220); got != (extract.Box{0, 0, w, h}) {
			t.Errorf("turned by %d: the page is at %v", quarters, got)
		}
	}
}

func TestMatrix(t *testing.T) {
	m, n := Of([6]float64{1, 2, 3, 4, 5, 6}), Of([6]float64{-2, 1, 0.5, 3, 7, 8})
	x, y := m.Apply(10, 20)
	if x != 75 || y != 106 {
		t.Errorf("got %g,%g, want 75,106", x, y)
	}
	wantX, wantY := n.Apply(x, y)
	if gotX, gotY := m.Then(n).Apply(10, 20); !near(gotX, wantX) || !near(gotY, wantY) {
		t.Errorf("one after the other: got %g,%g, want %g,%g", gotX, gotY, wantX, wantY)
	}
	if m.Det() != -2 || !near(m.Scale(), math.Sqrt(2)) {
		t.Errorf("got %g, %g, want -2 and the root of 2", m.Det(), m.Scale())
	}
	// A distance of 3,4 is led to 3·1+4·3, 3·2+4·4.
	if x, y := m.Back(15, 22); !near(x, 3) || !near(y, 4) {
		t.Errorf("back: got %g,%g, want 3,4", x, y)
	}
	if x, y := (Matrix{A: 1, B: 2, C: 2, D: 4}).Back(7, 8); x != 7 || y != 8 {
		t.Errorf("where there is no way back: got %g,%g", x, y)
	}
	if got := (Matrix{A: -1, D: 1}).Box(1, 2, 3, 4); got != (extract.Box{-3, 2, -1, 4}) {
		t.Errorf("mirrored: got %v", got)
	}
	if got := (Matrix{A: 1, B: 1, C: -1, D: 1}).Box(0, 0, 1, 1); got != (extract.Box{-1, 0, 1, 2}) {
		t.Errorf("slanted: got %v", got)
	}
}

func TestBoxes(t *testing.T) {
	b := extract.Box{10, 20, 30, 40}
	for _, c := range []struct {
		other         extract.Box
		within, apart bool
	}{
		{b, true, false}, {extract.Box{12, 22, 28, 38}, true, false}, {extract.Box{9, 22, 28, 38}, false, false}, {extract.Box{12, 19, 28, 38}, false, false},
		{extract.Box{12, 22, 31, 38}, false, false}, {extract.Box{12, 22, 28, 41}, false, false},
		{extract.Box{0, 20, 10, 40}, false, true}, {extract.Box{30, 20, 40, 40}, false, true}, {extract.Box{10, 0, 30, 20}, false, true}, {extract.Box{10, 40, 30, 60}, false, true},
		{extract.Box{0, 20, 11, 40}, false, false}, {extract.Box{10, 39, 30, 60}, false, false},
	} {
		if Within(c.other, b) != c.within || Apart(c.other, b) != c.apart {
			t.Errorf("%v: within %v, apart %v", c.other, !c.within, !c.apart)
		}
	}
	o := extract.Box{0, 30, 20, 60}
	if got := Around(b, o); got != (extract.Box{0, 20, 30, 60}) {
		t.Errorf("around: got %v", got)
	}
	if got := Common(b, o); got != (extract.Box{10, 30, 20, 40}) {
		t.Errorf("common: got %v", got)
	}
	if Around(Nowhere, b) != b || Common(Everywhere, b) != b || !Within(b, Everywhere) || !Apart(b, Nowhere) {
		t.Error("nowhere and everywhere")
	}
	if got := Shrunk(b, 0.25); got != (extract.Box{15, 25, 25, 35}) {
		t.Errorf("shrunk: got %v", got)
	}
	for _, c := range []struct {
		x, y float64
		want bool
	}{{10, 20, true}, {30, 40, true}, {20, 30, true}, {9, 30, false}, {31, 30, false}, {20, 19, false}, {20, 41, false}, {105, 105, true}} {
		if got := InAny([]extract.Box{b, {100, 100, 110, 110}}, c.x, c.y); got != c.want {
			t.Errorf("%g,%g: got %v", c.x, c.y, got)
		}
	}
}
