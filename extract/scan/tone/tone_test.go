package tone_test

import (
	"testing"

	"ziping/extract/raster"
	"ziping/extract/scan/tone"
)

func page(w, h int, at func(x, y int) uint8) *raster.Picture {
	p := raster.New(w, h)
	for y := range h {
		for x := range w {
			p.Grey[y*w+x] = at(x, y)
		}
	}
	return p
}

func TestPaperOfAnyLevelIsWhite(t *testing.T) {
	// Light falls off from left to right; a stroke is 60 % as light as its paper.
	k := tone.Of(page(800, 600, func(x, y int) uint8 {
		v := 240 - x/8
		if y == 300 {
			v = v * 6 / 10
		}
		return uint8(v)
	}), 1)
	for _, x := range []int{40, 400, 760} {
		if d := k.D[100*k.W+x]; d > 12 {
			t.Errorf("at %d paper is %d dark, want about 0", x, d)
		}
		if d := k.D[300*k.W+x]; d < 90 || d > 115 {
			t.Errorf("at %d a stroke is %d dark, want 40 %% of 255", x, d)
		}
	}
}

func TestWhatThePageLiesOnIsNotRead(t *testing.T) {
	k := tone.Of(page(800, 600, func(x, y int) uint8 {
		if x < 200 {
			return uint8(50 + (x*7+y*13)%20)
		}
		return 230
	}), 1)
	for y := 100; y < 500; y++ {
		for x := range 120 {
			if k.D[y*k.W+x] != 0 {
				t.Fatalf("the table is %d dark at %d,%d, want 0", k.D[y*k.W+x], x, y)
			}
		}
	}
}

func TestStepsKeepWhatStands(t *testing.T) {
	p := page(400, 300, func(x, y int) uint8 {
		if x >= 200 && x < 204 {
			return 0
		}
		return 255
	})
	for step, want := range map[int]int{0: 400, 1: 200, 2: 100} {
		k := tone.Of(p, step)
		if d := k.D[k.W*(k.H/2)+want+1]; d != 255 {
			t.Errorf("step %d: got %d dark at %d, want 255", step, d, want+1)
		}
		if float64(k.W)*k.Step != 400 {
			t.Errorf("step %d: %d dots of %v are not 400", step, k.W, k.Step)
		}
	}
}

func TestRedIsTakenWhereThereIsRed(t *testing.T) {
	p := page(200, 200, func(x, y int) uint8 { return 120 })
	p.Red = make([]uint8, len(p.Grey))
	for i := range p.Red {
		p.Red[i] = 250
	}
	if k := tone.Of(p, 1); k.D[100*200+100] != 0 {
		t.Error("a seal is ink in a picture that has its red")
	}
}

func TestNoiseIsThatOfPaper(t *testing.T) {
	clean := tone.Of(page(300, 300, func(x, y int) uint8 { return 240 }), 1)
	rough := tone.Of(page(300, 300, func(x, y int) uint8 { return uint8(220 + (x*x+3*y*x+y*y*y)%30) }), 1)
	if clean.Noise() != 0 || rough.Noise() < 5 {
		t.Errorf("got %v and %v, want 0 and more than 5", clean.Noise(), rough.Noise())
	}
}

func TestEdgeOfThePaper(t *testing.T) {
	k := tone.Of(page(800, 600, func(x, y int) uint8 {
		if x < 200 {
			return 40
		}
		return 230
	}), 1)
	if !k.Edge(205, 300) || k.Edge(500, 300) {
		t.Error("want an edge at 205 and none at 500")
	}
}

func TestWhereThePaperEnds(t *testing.T) {
	k := tone.Of(page(800, 800, func(x, y int) uint8 {
		if x < 200 {
			return 60 // the desk
		}
		return 240
	}), 1)
	for x, want := range map[float64]bool{100: false, 195: false, 300: true, 600: true} {
		if got := k.On(x, 400); got != want {
			t.Errorf("on paper at %g: %t", x, got)
		}
	}
}
