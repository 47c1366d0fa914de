package tone_test

import (
	"math/rand/v2"
	"testing"

	"ziping/extract/raster"
	"ziping/extract/scan/tone"
)

// strewn is grey paper with a thin stroke, a full stop and a share of dots of it black or
// white, and the picture without them.
func strewn(share float64) (p, clean *raster.Picture) {
	clean = raster.New(400, 300)
	r := rand.New(rand.NewPCG(5, 6))
	for i := range clean.Grey {
		clean.Grey[i] = uint8(232 + 4*r.NormFloat64())
	}
	ink := func(x0, y0, x1, y1 int) {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				clean.Grey[y*clean.W+x] = 40
			}
		}
	}
	ink(50, 100, 350, 101)
	ink(50, 140, 53, 260)
	ink(100, 200, 104, 204)
	p = raster.New(clean.W, clean.H)
	copy(p.Grey, clean.Grey)
	for i := range p.Grey {
		if r.Float64() < share {
			p.Grey[i] = uint8(255 * r.IntN(2))
		}
	}
	return p, clean
}

func off(a, b *raster.Picture) (n int) {
	for i := range a.Grey {
		if d := int(a.Grey[i]) - int(b.Grey[i]); d > 40 || d < -40 {
			n++
		}
	}
	return n
}

func TestSaltAndPepperGo(t *testing.T) {
	for _, share := range []float64{0.01, 0.02, 0.04} {
		p, clean := strewn(share)
		before := off(p, clean)
		got, salted := tone.Unsalted(p, 300)
		if !salted {
			t.Fatalf("%g: not seen", share)
		}
		if after := off(got, clean); 8*after > before {
			t.Errorf("%g: %d dots of %d are left", share, after, before)
		}
		if got.Grey[202*got.W+102] > 100 || off(p, clean) != before {
			t.Errorf("%g: the full stop is gone, or the picture was changed", share)
		}
	}
}

func TestWhatIsNotStrewnStays(t *testing.T) {
	p, _ := strewn(0)
	if got, salted := tone.Unsalted(p, 300); salted || got != p {
		t.Error("a clean page was taken for one with single dots")
	}
	// Grain as of a sensor in bad light.
	r := rand.New(rand.NewPCG(1, 2))
	for i, v := range p.Grey {
		p.Grey[i] = uint8(min(255, max(0, float64(v)+26*r.NormFloat64())))
	}
	if _, salted := tone.Unsalted(p, 300); salted {
		t.Error("grain was taken for single dots")
	}
	for _, s := range [][2]int{{0, 0}, {1, 1}, {2, 9}, {9, 2}} {
		tone.Unsalted(raster.New(s[0], s[1]), 300)
	}
}
