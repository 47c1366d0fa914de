package tone_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"ziping/extract/raster"
	"ziping/extract/scan/tone"
)

const sealX, sealY, sealR = 300, 300, 150 // at 200 dots to an inch

// stamped is a page of rows of print, with and without a seal over it: a ring with a
// square in its middle, of a light of its own.
func stamped(light float64, ring bool) (p, bare *raster.Picture) {
	bare = raster.New(900, 900)
	r := rand.New(rand.NewPCG(2, 3))
	for i := range bare.Grey {
		bare.Grey[i] = uint8(238 + 3*r.NormFloat64())
	}
	for y := 60; y < 840; y += 40 {
		for x := 60; x < 840; x += 14 {
			for v := y; v < y+18; v++ {
				for u := x; u < x+3; u++ {
					bare.Grey[v*bare.W+u] = uint8(30 + 3*r.NormFloat64())
				}
			}
		}
	}
	p = raster.New(bare.W, bare.H)
	for y := range p.H {
		for x := range p.W {
			d := math.Hypot(float64(x-sealX), float64(y-sealY))
			v := float64(bare.Grey[y*p.W+x])
			if ring && d > sealR-4 && d < sealR+4 || math.Max(math.Abs(float64(x-sealX)), math.Abs(float64(y-sealY))) < 30 {
				v *= light
			}
			p.Grey[y*p.W+x] = uint8(v)
		}
	}
	return p, bare
}

func TestASealIsLifted(t *testing.T) {
	for _, light := range []float64{0.4, 0.5, 0.6} {
		p, bare := stamped(light, true)
		before := off(p, bare)
		got, ok := tone.Unstamped(p, 200)
		if !ok {
			t.Fatalf("light %g: not seen", light)
		}
		if after := off(got, bare); 4*after > before {
			t.Errorf("light %g: %d dots of %d are not as without it", light, after, before)
		}
		if off(p, bare) != before {
			t.Error("the picture was changed")
		}
	}
}

func TestWhatIsNoSealStays(t *testing.T) {
	square, _ := stamped(0.5, false)
	black, _ := stamped(0.1, true) // as dark as print
	_, bare := stamped(0.5, true)
	shaded, _ := stamped(0.5, false)
	for y := 500; y < 760; y++ { // a shaded table
		for x := 100; x < 800; x++ {
			shaded.Grey[y*shaded.W+x] = uint8(float64(shaded.Grey[y*shaded.W+x]) * 0.7)
		}
	}
	for name, p := range map[string]*raster.Picture{"no ring": square, "a ring of print": black, "nothing": bare, "shaded": shaded, "none": raster.New(0, 0), "a dot": raster.New(1, 1)} {
		if got, ok := tone.Unstamped(p, 200); ok || got != p {
			t.Errorf("%s: something was lifted", name)
		}
	}
}

// A stamp of another shape beside a round seal goes with it, and so does its writing,
// whose strokes are too thin to be even; print in it stays. How thin strokes of print
// are is not told by the seal's own.
func TestAStampBesideASealIsLifted(t *testing.T) {
	p, bare := stamped(0.5, true)
	for _, q := range []*raster.Picture{p, bare} { // thin strokes of print, darker than the seal
		for x := 60; x < 840; x++ {
			for y := 80; y < 840; y += 160 {
				q.Grey[y*q.W+x] = 70
			}
		}
	}
	dim := func(x, y int, light float64) { p.Grey[y*p.W+x] = uint8(light * float64(p.Grey[y*p.W+x])) }
	const even, thin = 0.5, 0.6
	for y := sealY - 130; y < sealY+130; y += 9 { // thin writing within the ring
		for x := sealX - 130; x < sealX+130; x++ {
			if math.Hypot(float64(x-sealX), float64(y-sealY)) < 130 && p.Grey[y*p.W+x] > 200 {
				dim(x, y, thin)
			}
		}
	}
	const x0, y0, x1, y1, side = 640, 700, 800, 780, 8
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			switch {
			case x < x0+side || x >= x1-side || y < y0+side || y >= y1-side:
				dim(x, y, even)
			case (x+y)%23 == 0 && p.Grey[y*p.W+x] > 200: // its writing
				dim(x, y, thin)
			}
		}
	}
	got, ok := tone.Unstamped(p, 200)
	if !ok {
		t.Fatal("not seen")
	}
	const in = side + 3
	for name, d := range map[string]int{"the stamp": 0, "its writing": in} {
		before, after := offIn(p, bare, x0+d, y0+d, x1-d, y1-d), offIn(got, bare, x0+d, y0+d, x1-d, y1-d)
		if before == 0 || 2*after > before {
			t.Errorf("%s: %d dots of %d are not as without it", name, after, before)
		}
	}
}

// offIn counts the dots of a part of two pictures that are unlike.
func offIn(a, b *raster.Picture, x0, y0, x1, y1 int) (n int) {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if d := int(a.Grey[y*a.W+x]) - int(b.Grey[y*b.W+x]); d > 60 || d < -60 {
				n++
			}
		}
	}
	return n
}
