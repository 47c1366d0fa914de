package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

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
	v := []float32{-200, -1, 0, 2, 200, -79.9, 1e-9, 30, -3, 81, -81}
	for n := range len(v) + 1 { // by eights and without
		got := append([]float32(nil), v[:n]...)
		Swish(got)
		for i, x := range got {
			want := float64(v[i]) / (1 + math.Exp(-float64(v[i])))
			if math.Abs(float64(x)-want) > 1e-6*max(1, math.Abs(want)) {
				t.Errorf("swish(%v) in %d: got %v want %v", v[i], n, x, want)
			}
		}
	}
}

func TestSoftmax(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for _, n := range []int{1, 3, 7, 8, 9, 16, 51, 120, 6625} {
		v := make([]float32, n)
		for i := range v {
			v[i] = 30 * float32(r.NormFloat64())
		}
		v[n-1], v[n/2] = -900, 90 // far below, and the largest
		twin := append([]float32(nil), v...)
		var sum float64
		for _, x := range v {
			sum += math.Exp(float64(x - 90))
		}
		got := append([]float32(nil), v...)
		Softmax(got)
		scalePlain(twin, 1/expsPlain(twin, topPlain(twin)))
		for i, x := range got {
			want := math.Exp(float64(v[i]-90)) / sum
			if math.Abs(float64(x)-want) > 1e-6*want+3e-9 {
				t.Fatalf("%d: e to the %v: got %v want %v", n, v[i]-90, x, want)
			}
			if math.Abs(float64(x-twin[i])) > 1e-6*want {
				t.Fatalf("%d: e to the %v: assembly %v, Go %v", n, v[i]-90, x, twin[i])
			}
		}
	}
	Softmax(nil)
}

func BenchmarkSoftmax(b *testing.B) {
	v := make([]float32, 6625)
	for b.Loop() {
		Softmax(v)
	}
}
