package ridge_test

import (
	"math/rand/v2"
	"testing"

	"ziping/extract/scan/ridge"
	"ziping/extract/scan/tone"
)

// paled is a table of rows 36 dots high, whose upright at 320 is drawn to below; noise lies
// over the paper.
func paled(dark, noise float64, seed uint64, draw func(k *tone.Ink)) *tone.Ink {
	k := sheet()
	for y := 60.0; y <= 492; y += 36 {
		stroke(k, true, 60, 740, flat(y), 2, dark, nil)
	}
	for _, x := range []float64{60, 500, 740} {
		stroke(k, false, 60, 492, flat(x), 2, dark, nil)
	}
	stroke(k, false, 60, 456, flat(320), 2, dark, nil)
	draw(k)
	r := rand.New(rand.NewPCG(7, seed))
	for i, d := range k.D {
		k.D[i] = uint8(min(255, max(0, float64(d)+noise*r.NormFloat64())))
	}
	return k
}

// What light left of a ruling in one row is a ruling still; where next to nothing is darker
// the cells are merged.
func TestWhatIsLeftInOneRowOfAPaleRuling(t *testing.T) {
	for name, c := range map[string]struct {
		draw func(k *tone.Ink)
		want bool
	}{
		"nothing":      {func(*tone.Ink) {}, false},
		"a pale line":  {func(k *tone.Ink) { stroke(k, false, 456, 492, flat(320), 2, 45, nil) }, true},
		"a trace":      {func(k *tone.Ink) { stroke(k, false, 456, 492, flat(320), 2, 16, nil) }, false},
		"half of it":   {func(k *tone.Ink) { stroke(k, false, 456, 474, flat(320), 2, 70, nil) }, false},
		"dots of it":   {func(k *tone.Ink) { stroke(k, false, 456, 492, flat(320), 2, 90, func(t int) bool { return t%3 == 0 }) }, true},
		"a speck":      {func(k *tone.Ink) { stroke(k, false, 470, 482, flat(320), 2, 200, nil) }, false},
		"dust all way": {func(k *tone.Ink) { stroke(k, false, 0, 600, flat(320), 2, 45, nil) }, false},
		"text across": {func(k *tone.Ink) {
			stroke(k, false, 456, 492, flat(320), 2, 45, nil)
			stroke(k, true, 308, 333, flat(474), 3, 200, nil)
		}, false},
		"a stroke": {func(k *tone.Ink) { stroke(k, false, 464, 484, flat(320), 2, 60, nil) }, false},
	} {
		k := paled(200, 3, 8, c.draw)
		found := false
		for _, r := range want(t, k, 13, 4) {
			if !r.Level && r.At[0] > 310 && r.At[0] < 330 {
				found = r.To() > 485
			}
		}
		if found != c.want {
			t.Errorf("%s: found %v", name, found)
		}
	}
}

// Noise beside pale rulings is none of them.
func TestNoiseIsNoTrail(t *testing.T) {
	for seed := range uint64(12) {
		for _, r := range ridge.Find(paled(40, 16, seed, func(*tone.Ink) {}), em) {
			if !r.Level && r.At[0] > 310 && r.At[0] < 330 && r.To() > 485 {
				t.Errorf("seed %d: to %d", seed, r.To())
			}
		}
	}
}

// A ruling that is followed to a part of another one does not stand for all of it.
func TestPartsOfOneRulingAreAllThere(t *testing.T) {
	k := sheet()
	for y := 60.0; y <= 492; y += 36 {
		stroke(k, true, 60, 740, flat(y), 2, 200, nil)
	}
	for _, x := range []float64{60, 740} {
		stroke(k, false, 60, 492, flat(x), 2, 200, nil)
	}
	stroke(k, false, 60, 204, flat(320), 2, 200, nil)
	stroke(k, false, 348, 492, flat(320), 2, 200, nil)
	found := 0
	for _, r := range want(t, k, 13, 4) {
		if !r.Level && r.At[0] > 310 && r.At[0] < 330 {
			found += r.To() - r.From
		}
	}
	if found < 280 || found > 295 {
		t.Errorf("%d dots of it", found)
	}
}
