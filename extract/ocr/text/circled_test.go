package text

import (
	"math"
	"math/rand/v2"
	"testing"

	"ziping/extract/ocr"
)

// drawn is a picture for the network with ink where a function says so.
func drawn(ink func(x, y float64) bool) *shades {
	const width = 64
	picture := make([]float32, tall*width)
	for y := range tall {
		for x := range width {
			picture[y*width+x] = paper
			if ink(float64(x)+0.5, float64(y)+0.5) {
				picture[y*width+x] = -1
			}
		}
	}
	var s shades
	s.set(picture, line{paper: 255, ink: 0})
	return &s
}

func TestRing(t *testing.T) {
	circle := func(x, y, r float64) bool { return math.Abs(math.Hypot(x-32, y-24)-r) < 1 }
	square := func(x, y, r float64) bool { return math.Abs(math.Max(math.Abs(x-32), math.Abs(y-24))-r) < 1 }
	stroke := func(x, y float64) bool { return math.Abs(x-32) < 1.5 && math.Abs(y-24) < 7 }
	for name, c := range map[string]struct {
		ink  func(x, y float64) bool
		want bool
	}{
		"circled":       {func(x, y float64) bool { return circle(x, y, 14) || stroke(x, y) }, true},
		"small circled": {func(x, y float64) bool { return circle(x, y, 11.5) || stroke(x, y) }, true},
		"boxed":         {func(x, y float64) bool { return square(x, y, 13) || stroke(x, y) }, false},
		"empty":         {func(x, y float64) bool { return circle(x, y, 14) }, false},
		"half":          {func(x, y float64) bool { return circle(x, y, 14) && x < 32 || stroke(x, y) }, false},
		"plain":         {stroke, false},
		"disc":          {func(x, y float64) bool { return math.Hypot(x-32, y-24) < 14 }, false},
		"paper":         {func(x, y float64) bool { return false }, false},
	} {
		if r := drawn(c.ink).ring(28); (r.score >= round) != c.want {
			t.Errorf("%s: score %.2f", name, r.score)
		}
	}
}

// A circle that cannot be better than one that was seen is given up, and no other.
func TestBestRing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 30 {
		cx, cy, r, wide := 26+12*rnd.Float64(), 20+8*rnd.Float64(), 10+6*rnd.Float64(), 0.8+rnd.Float64()
		gap := 5 * rnd.Float64() // no ink for a twelfth of the way
		s := drawn(func(x, y float64) bool {
			at := math.Atan2(y-cy, x-cx) + math.Pi
			return math.Abs(math.Hypot(x-cx, y-cy)-r) < wide && (at < gap || at > gap+0.5) || math.Abs(x-cx) < 1.5 && math.Abs(y-cy) < 6
		})
		const near = 32.0
		var want ring
		all := circles()
		for x := int(near - aside); x <= int(near+aside); x++ {
			for y := tall/2 - int(off); y <= tall/2+int(off); y++ {
				for i := range all {
					if score := s.score(x, y, &all[i], 0); score > want.score {
						want = ring{x: float64(x), y: float64(y), radius: leastRadius + float64(i), score: score}
					}
				}
			}
		}
		if got := s.ring(near); got != want || got.score == 0 {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

// A number whose ring is not round enough to be read is never a certain plain one.
func TestRoundish(t *testing.T) {
	s := ocr.Slot{From: 10, To: 14, Alternatives: []ocr.Alternative{{Text: "5", P: 0.98}}}
	e := engine(t)
	img := ocr.Image{W: 40, H: 40, Pix: make([]uint8, 1600)}
	got := e.circle(img, line{scale: 1, middle: 20, paper: 255}, ring{x: 12, y: 20, radius: 12, score: (round + roundish) / 2}, []ocr.Slot{s})
	if len(got) != 1 || got[0].Alternatives[0].P > 0.5 {
		t.Errorf("got %+v", got)
	}
}

// The strokes of a character and the bracket behind it make a ring, off the middle of
// which the bracket was seen.
func TestNoRing(t *testing.T) {
	e := engine(t)
	img := ocr.Image{W: 40, H: 40, Pix: make([]uint8, 1600)}
	seen := ocr.Slot{From: 10, To: 14, Alternatives: []ocr.Alternative{{Text: ")", P: 0.98}}}
	got := e.circle(img, line{scale: 1, middle: 20, paper: 255}, ring{x: 2, y: 20, radius: 12, score: 0.9}, []ocr.Slot{seen})
	if len(got) != 1 || got[0].Alternatives[0].P != 0.98 {
		t.Errorf("got %+v", got)
	}
}

func TestUnread(t *testing.T) {
	slot := func(middle float64, text string) ocr.Slot {
		return ocr.Slot{From: middle - 2, To: middle + 2, Alternatives: []ocr.Alternative{{Text: text, P: 0.99}}}
	}
	const em = 20
	f := &fitter{columns: make([]float64, 5*em)}
	for x := range f.columns {
		f.columns[x] = 100
	}
	han := func(middle float64) ocr.Slot { return slot(middle, "\u56fd") }
	all := []ocr.Slot{han(10), han(30), han(50), han(70), han(90)}
	if left := f.unread(all, em); len(left) != 0 {
		t.Errorf("all is read, but %+v is left", left)
	}
	for name, c := range map[string]struct {
		slots []ocr.Slot
		at    float64
	}{
		"first":     {all[1:], 5},
		"last":      {all[:4], 95},
		"middle":    {[]ocr.Slot{han(10), han(30), han(70), han(90)}, 50},
		"a blank":   {[]ocr.Slot{han(10), han(30), slot(50, " "), han(70), han(90)}, 50},
		"none seen": {[]ocr.Slot{han(10), han(30), slot(50, ""), han(70), han(90)}, 50},
	} {
		left := f.unread(c.slots, em)
		if len(left) != 1 || math.Abs((left[0].from+left[0].to)/2-c.at) > 5 {
			t.Errorf("%s: %+v", name, left)
			continue
		}
		r := ocr.Reading{Slots: marked(append([]ocr.Slot(nil), c.slots...), left)}
		if r.Confidence() > 0.6 || len(r.Slots) != len(c.slots)+1 {
			t.Errorf("%s: ink is left, but the reading is sure: %+v", name, r)
		}
	}
	// A speck is no character.
	for x := 40; x < 60; x++ {
		f.columns[x] = 0
	}
	f.columns[50] = 100
	if left := f.unread([]ocr.Slot{han(10), han(30), han(70), han(90)}, em); len(left) != 0 {
		t.Errorf("a speck: %+v", left)
	}
}

func TestSpelled(t *testing.T) {
	r := ocr.Reading{Slots: []ocr.Slot{
		{Alternatives: []ocr.Alternative{{Text: "1", P: 0.9}, {Text: "", P: 0.1}}},
		{Alternatives: []ocr.Alternative{{Text: "", P: 0.7}, {Text: "0", P: 0.3}}},
	}}
	for text, want := range map[string]float64{"1": 0.63, "10": 0.27, "0": 0.03, "": 0.07, "2": 1e-6 * 0.7, "100": 0} {
		if got := spelled(r, text); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: got %v want %v", text, got, want)
		}
	}
}

// A number that the network does not know looks to it like one that it knows, and is as
// probable as that by what it saw.
func TestUnknownNumbers(t *testing.T) {
	e := engine(t)
	slots := []ocr.Slot{{From: 10, To: 14, Alternatives: []ocr.Alternative{{Text: "③", P: 0.6}, {Text: "②", P: 0.1}}}}
	p := e.seen(slots, func(ocr.Slot) bool { return true })
	for n, want := range map[int]float64{1: 0, 2: 0.1, 3: 0.6, 5: 0.6, 6: 0.6} {
		if p[n-1] != want {
			t.Errorf("%d: got %v, want %v", n, p[n-1], want)
		}
	}
	if p := e.seen(slots, func(ocr.Slot) bool { return false }); p[2] != 0 || p[4] != 0 {
		t.Error("what stands elsewhere counts")
	}
}
