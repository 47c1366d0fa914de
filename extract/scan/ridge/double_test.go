package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
)

// Where all rulings are double those that part one row alone are too, and each of their lines
// speaks for the other, though strokes are as long.
func TestADoubleRulingOfOneRow(t *testing.T) {
	const apart, lean = 4.2, 0.08
	level := func(at float64) func(float64) float64 { return func(t float64) float64 { return at + lean*t } }
	upright := func(at float64) func(float64) float64 { return func(t float64) float64 { return at - lean*t } }
	k := sheet()
	for _, d := range []float64{0, apart} {
		for y := 100.0; y <= 420; y += 40 {
			stroke(k, true, 100, 700, level(y+d), 1.8, 230, nil)
		}
		for _, x := range []float64{130, 450, 740} {
			stroke(k, false, 100+int(lean*x), 420+int(lean*x), upright(x+d), 1.8, 230, nil)
		}
		for i := range 7 {
			x := float64(220 + 60*i)
			y := 100 + 40*i + int(lean*x)
			stroke(k, false, y, y+40, upright(x+lean*float64(y)+d), 1.8, 230, nil)
		}
	}
	blur(k)
	n := 0
	for _, r := range ridge.Find(k, em) {
		if long := r.To() - r.From; !r.Level && long > 30 && long < 50 {
			n++
		}
	}
	if n != 14 {
		t.Errorf("got %d lines, want 14", n)
	}
}

// Two thick lines with hardly any paper between them hide each other's sides all along.
func TestThickDoubleRulings(t *testing.T) {
	k := sheet()
	for _, d := range []float64{0, 5.2} {
		for y := 100.0; y <= 420; y += 40 {
			stroke(k, true, 100, 706, flat(y+d), 3, 215, nil)
		}
		for _, x := range []float64{100, 400, 700} {
			stroke(k, false, 100, 426, flat(x+d), 3, 215, nil)
		}
	}
	blur(k)
	want(t, k, 18, 6)
}

// Blurred lines of a double ruling run into one that is as wide as no ruling is, or look
// thicker than they are, and are two lines still.
func TestLinesThatRunIntoEachOther(t *testing.T) {
	const lean = 0.01
	for _, apart := range []float64{4, 5} {
		k := sheet()
		for _, d := range []float64{0, apart} {
			for y := 100.0; y <= 420; y += 40 {
				stroke(k, true, 100, 708, func(t float64) float64 { return y + d + lean*t }, 0.8*apart-0.8, 150, nil)
			}
			for _, x := range []float64{105, 405, 705} {
				stroke(k, false, 100, 434, func(t float64) float64 { return x + d - lean*t }, 0.8*apart-0.8, 150, nil)
			}
		}
		blur(k)
		blur(k)
		want(t, k, 18, 6)
	}
}
