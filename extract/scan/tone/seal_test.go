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
