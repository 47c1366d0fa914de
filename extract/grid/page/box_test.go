package page

import (
	"math"
	"testing"

	"ziping/extract"
)

func TestUsable(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, tt := range []struct {
		box  extract.Box
		want bool
	}{
		{extract.Box{0, 0, 10, 10}, true},
		{extract.Box{5, 5, 5, 5}, true}, // a ruling has no width
		{extract.Box{10, 0, 0, 10}, false},
		{extract.Box{0, 10, 10, 0}, false},
		{extract.Box{-MaxLength, -MaxLength, MaxLength, MaxLength}, true},
		{extract.Box{-MaxLength - 1, 0, 10, 10}, false},
		{extract.Box{0, 0, 10, MaxLength + 1}, false},
		{extract.Box{0, 0, 1.5 * MaxLength, 10}, false},
		{extract.Box{nan, 0, 10, 10}, false},
		{extract.Box{0, 0, 10, nan}, false},
		{extract.Box{0, -inf, 10, 10}, false},
		{extract.Box{0, 0, inf, 10}, false},
	} {
		if got := Usable(tt.box); got != tt.want {
			t.Errorf("%v: got %v", tt.box, got)
		}
	}
}

func TestBoxes(t *testing.T) {
	a, b := extract.Box{10, 20, 30, 60}, extract.Box{0, 40, 20, 100}
	if x, y := MidX(a), MidY(a); x != 20 || y != 40 {
		t.Errorf("middle: got %g, %g", x, y)
	}
	for _, got := range []extract.Box{Join(a, b), Join(b, a)} {
		if want := (extract.Box{0, 20, 30, 100}); got != want {
			t.Errorf("joined: got %v, want %v", got, want)
		}
	}
	r := Rounded(extract.Box{1.234, -0.001, 2.345678, 100})
	if want := (extract.Box{1.23, 0, 2.35, 100}); *r != want || math.Signbit(r[1]) {
		t.Errorf("rounded: got %v, want %v", *r, want)
	}
	if got := (Rule{X0: 1, Y0: 2, X1: 3, Y1: 2}).Box(); got != (extract.Box{1, 2, 3, 2}) {
		t.Errorf("a ruling: got %v", got)
	}
}

// A text stands below another where they share more than half the width of the narrower.
func TestUnder(t *testing.T) {
	a := extract.Box{100, 0, 200, 10}
	for x, want := range map[float64]bool{60: false, 80: false, 81: true, 100: true, 150: true, 179: true, 180: false, 240: false} {
		b := extract.Box{x, 20, x + 40, 30}
		if Under(a, b) != want || Under(b, a) != want {
			t.Errorf("at %g: got %v and %v", x, Under(a, b), Under(b, a))
		}
	}
}
