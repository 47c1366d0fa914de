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

func TestExp(t *testing.T) {
	for x := float32(-79); x < 79; x += 0.137 {
		got, want := float64(exp(x)), math.Exp(float64(x))
		if math.Abs(got-want) > 4e-7*want {
			t.Fatalf("exp(%v): got %v want %v", x, got, want)
		}
	}
	if exp(-100) != 0 || exp(0) != 1 {
		t.Error("exp(-100) is 0 and exp(0) is 1")
	}
}

func TestSwish(t *testing.T) {
	v := []float32{-200, -1, 0, 2, 200}
	swish(v)
	for i, want := range []float64{0, -1 / (1 + math.E), 0, 2 / (1 + math.Exp(-2)), 200} {
		if math.Abs(float64(v[i])-want) > 1e-6 {
			t.Errorf("[%d] got %v want %v", i, v[i], want)
		}
	}
}

func TestSoftmax(t *testing.T) {
	v := []float32{-1, -1 + float32(math.Ln2), -90}
	softmax(v)
	for i, want := range []float64{1.0 / 3, 2.0 / 3, 0} {
		if math.Abs(float64(v[i])-want) > 1e-6 {
			t.Errorf("[%d] got %v want %v", i, v[i], want)
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
