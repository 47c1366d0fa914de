package figures

import (
	"math"
	"testing"

	"ziping/extract/ocr"
)

// sheet is paper on which boxes of ink are drawn, at font size em.
func sheet(w, h int, paper float32, ink ...[4]int) plane {
	p := plane{w, h, make([]float32, w*h)}
	for i := range p.v {
		p.v[i] = paper
	}
	for _, b := range ink {
		for y := b[1]; y < b[3]; y++ {
			for x := b[0]; x < b[2]; x++ {
				p.v[y*w+x] = 20
			}
		}
	}
	return p
}

func TestMiddle(t *testing.T) {
	writing := [4]int{60, 40, 100, 57}
	for name, c := range map[string]struct {
		p    plane
		want float64
	}{
		"writing":                       {sheet(200, 100, 250, writing), 48.5},
		"a ruling all along":            {sheet(200, 100, 250, writing, [4]int{0, 90, 200, 98}), 48.5},
		"dirt at the edge":              {sheet(200, 100, 250, writing, [4]int{80, 0, 130, 16}), 48.5},
		"nothing":                       {sheet(200, 100, 250), 50},
		"a picture lower than a letter": {sheet(200, 6, 250, [4]int{60, 1, 100, 5}), 3},
	} {
		paper, deep := levels(c.p.v)
		if got := middle(c.p, paper, deep); math.Abs(got-c.want) > 1 {
			t.Errorf("%s: got row %.1f, want %.1f", name, got, c.want)
		}
	}
}

func TestLevels(t *testing.T) {
	for name, c := range map[string]struct {
		p           plane
		paper, deep float32
	}{
		"writing":           {sheet(100, 50, 250, [4]int{10, 10, 40, 30}), 250, 230},
		"blank":             {sheet(100, 50, 240), 240, faintest},
		"one speck of dust": {sheet(100, 50, 240, [4]int{0, 0, 5, 4}), 240, faintest},
	} {
		if paper, deep := levels(c.p.v); paper != c.paper || deep != c.deep {
			t.Errorf("%s: got %g and %g, want %g and %g", name, paper, deep, c.paper, c.deep)
		}
	}
}

// A window ends a font size from the ink, even faint ink, and never inside it.
func TestCut(t *testing.T) {
	p := sheet(400, 60, 250, [4]int{100, 20, 140, 40})
	for y := 20; y < 40; y++ {
		for x := 250; x < 262; x++ {
			p.v[y*p.w+x] = 160 // the last figure is fainter than the others
		}
	}
	w, ok := cut(p)
	if !ok || w.first != 100-em || w.width < 262-100+2*em || w.width > 262-100+2*em+stride || w.width%stride != 0 {
		t.Errorf("got a window from %d, %d wide (%v)", w.first, w.width, ok)
	}
	if len(w.x) != rows*w.width {
		t.Errorf("got %d numbers for %d rows of %d", len(w.x), rows, w.width)
	}
	for i, v := range w.x {
		if v < -1 || v > 1.5 {
			t.Fatalf("got %g at %d", v, i)
		}
	}
	if v := w.x[24*w.width+em+3]; v < .95 || v > 1.05 {
		t.Errorf("got %g for ink", v)
	}
	if v := w.x[0]; v != 0 {
		t.Errorf("got %g for paper", v)
	}
	if _, ok := cut(sheet(400, 60, 250)); ok {
		t.Error("found ink on blank paper")
	}
}

func TestMoved(t *testing.T) {
	w := window{x: make([]float32, rows*4), width: 4}
	w.x[10*4+1] = 1
	for by, want := range map[int]int{0: 10, 3: 7, -3: 13} {
		x := w.moved(by)
		if len(x) != len(w.x) || x[want*4+1] != 1 || w.x[10*4+1] != 1 {
			t.Errorf("by %d: the ink is not in row %d", by, want)
		}
	}
	if x := w.moved(-40); x[0] != 0 {
		t.Error("something came in from outside")
	}
}

func TestScale(t *testing.T) {
	var s scaler
	img := ocr.Image{W: 40, H: 30, Pix: make([]uint8, 1200)}
	for i := range img.Pix {
		img.Pix[i] = 200
		if i%40 == 20 {
			img.Pix[i] = 0
		}
	}
	for _, f := range []float64{.3, .5, .77, 1, 1.6, 3} {
		p := s.scale(img, f)
		if p.w != int(math.Ceil(40*f)) || p.h != int(math.Ceil(30*f)) {
			t.Errorf("by %g: got %d×%d", f, p.w, p.h)
		}
		// the line keeps its place and its ink
		ink, moment := 0.0, 0.0
		for x, v := range p.row(p.h / 2) {
			ink += 200 - float64(v)
			moment += (200 - float64(v)) * (float64(x) + .5)
		}
		if at := moment / ink / f; math.Abs(at-20.5) > .2 || math.Abs(ink-200*f) > 30 {
			t.Errorf("by %g: got %.0f of ink at %.2f", f, ink, at)
		}
	}
	if p := s.scale(img, 1); p.v[0] != 200 || p.v[20] != 0 {
		t.Error("a picture of the right size is not what it was")
	}
}

// Pictures that no cell could be are not even scaled.
func TestBounds(t *testing.T) {
	e := New()
	for _, c := range []struct {
		w, h int
		size float64
	}{{100000, 1, 20}, {1, 100000, 20}, {5000, 5000, 20}, {100, 100, .1}} {
		if _, ok := e.look(ocr.Image{W: c.w, H: c.h, Pix: make([]uint8, c.w*c.h)}, c.size); ok || e.scale.out != nil {
			t.Errorf("%d×%d at %g was looked at", c.w, c.h, c.size)
		}
	}
}

func TestHalf(t *testing.T) {
	for bits, want := range map[uint16]float32{0: 0, 0x3c00: 1, 0xc000: -2, 0x3555: .333251953125, 1: 5.9604644775390625e-8, 0x7bff: 65504} {
		if got := half(bits); got != want {
			t.Errorf("%#04x: got %g, want %g", bits, got, want)
		}
	}
}
