package text

import (
	"math"
	"testing"
)

func TestHalf(t *testing.T) {
	for h, want := range map[uint16]float32{
		0x0000: 0, 0x3c00: 1, 0xc000: -2, 0x7bff: 65504, 0x0400: 6.103515625e-05, 0x0001: 5.9604644775390625e-08,
		0x83ff: -6.097555160522461e-05, 0x3555: 0.333251953125, 0x7c00: float32(math.Inf(1)),
	} {
		if got := half(h); got != want {
			t.Errorf("%#04x: got %v want %v", h, got, want)
		}
	}
}

func TestNorm(t *testing.T) {
	n := norm{gamma: []float32{1, 2}, beta: []float32{0, 10}, epsilon: 0}
	got := make([]float32, 4)
	n.apply(got, []float32{3, 5, 0, -8})
	for i, want := range []float32{-1, 12, 1, 8} {
		if got[i] != want {
			t.Errorf("[%d] got %v want %v", i, got[i], want)
		}
	}
}
