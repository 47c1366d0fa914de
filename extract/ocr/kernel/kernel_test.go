package kernel

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

func random(r *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = r.Float32()*2 - 1
	}
	return v
}

var kinds = []After{{}, {Kind: ReLU}, {Kind: HardSwish}, {Kind: HardSwish, Scale: -1.5, Shift: 0.25}}

// naive is what a product is.
func naive(k, n int, w, bias []float32, after After, a []float32, step, m int) []float32 {
	dst := make([]float32, m*n)
	for i := range m {
		for j := range n {
			s := float64(bias[j])
			for l := range k {
				s += float64(a[i*step+l]) * float64(w[l*n+j])
			}
			switch after.Kind {
			case ReLU:
				s = max(s, 0)
			case HardSwish:
				scale := float64(after.Scale)
				if scale == 0 {
					scale = 1
				}
				s = s*min(max(s/6+0.5, 0), 1)*scale + float64(after.Shift)
			}
			dst[i*n+j] = float32(s)
		}
	}
	return dst
}

func TestProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{
		{1, 1, 1}, {1, 3, 17}, {2, 2, 15}, {5, 7, 16}, {6, 4, 16}, {7, 1, 33}, {11, 13, 48},
		{12, 64, 120}, {40, 120, 241}, {95, 9, 16}, {97, 5, 31}, {102, 33, 32}, {200, 2, 3},
	} {
		m, k, n := size[0], size[1], size[2]
		for _, after := range kinds {
			for _, step := range []int{k, k + 3, max(1, k/2)} {
				w, bias, a := random(r, k*n), random(r, n), random(r, (m-1)*step+k)
				want := naive(k, n, w, bias, after, a, step, m)
				for _, l := range levels() {
					p := Pack(k, n, w).With(bias, after)
					p.level = l
					const margin = 5
					got := random(r, (m-1)*(n+margin)+n)
					old := append([]float32(nil), got...)
					p.MulRows(got, n+margin, a, step, m)
					for i := range got {
						row, j := i/(n+margin), i%(n+margin)
						if j >= n {
							if got[i] != old[i] {
								t.Fatalf("%v %v: written beside row %d", size, l, row)
							}
							continue
						}
						if d := math.Abs(float64(got[i] - want[row*n+j])); d > 1e-5*max(1, float64(k)/16) {
							t.Fatalf("%v %v after %v: [%d %d] got %v want %v", size, l, after, row, j, got[i], want[row*n+j])
						}
					}
				}
			}
		}
	}
}

func TestTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const m, k, n = 37, 120, 50
	w, bias, a := random(r, k*n), random(r, n), random(r, m*k)
	for i := range w {
		w[i] /= 16
	}
	for _, after := range kinds {
		p := Pack(k, n, w).With(bias, after)
		one, two := make([]float32, m*n), make([]float32, m*n)
		p.Mul(one, a, m)
		p.level = plain
		p.Mul(two, a, m)
		for i := range one {
			if math.Abs(float64(one[i]-two[i])) > 1e-5 {
				t.Fatalf("%v: [%d] assembly %v, Go %v", after, i, one[i], two[i])
			}
		}
	}
}

func TestNothing(t *testing.T) {
	Pack(3, 2, make([]float32, 6)).Mul(nil, nil, 0)
}

// What a Packed held before leaves no trace, and memory that suffices is used again.
func TestSet(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const m, k, n = 8, 5, 18
	w, a := random(r, k*n), random(r, m*k)
	turned := make([]float32, k*n)
	for i := range k {
		for j := range n {
			turned[j*k+i] = w[i*n+j]
		}
	}
	p := Pack(40, 40, random(r, 1600)).With(random(r, 40), After{Kind: ReLU})
	want, got := make([]float32, m*n), make([]float32, m*n)
	Pack(k, n, w).Mul(want, a, m)
	if count := testing.AllocsPerRun(5, func() { p.Set(k, n, turned, 1, k) }); count != 0 {
		t.Errorf("%v allocations", count)
	}
	p.Mul(got, a, m)
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("[%d] got %v want %v", i, got[i], want[i])
		}
	}
}

func TestShort(t *testing.T) {
	for name, f := range map[string]func(){
		"dst":     func() { Pack(2, 2, make([]float32, 4)).Mul(make([]float32, 3), make([]float32, 4), 2) },
		"a":       func() { Pack(2, 2, make([]float32, 4)).Mul(make([]float32, 4), make([]float32, 3), 2) },
		"weights": func() { Pack(2, 2, make([]float32, 3)) },
		"k":       func() { Pack(0, 2, nil) },
		"stride":  func() { Pack(2, 2, make([]float32, 4)).MulRows(make([]float32, 9), 1, make([]float32, 4), 2, 2) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: too short, but written", name)
				}
			}()
			f()
		}()
	}
}

func TestNoGarbage(t *testing.T) {
	p := Pack(20, 20, make([]float32, 400))
	dst, a := make([]float32, 400), make([]float32, 400)
	if n := testing.AllocsPerRun(10, func() { p.Mul(dst, a, 20) }); n != 0 {
		t.Errorf("%v allocations for a product", n)
	}
}

func BenchmarkMul(b *testing.B) {
	for _, size := range [][3]int{{3840, 32, 64}, {960, 128, 128}, {480, 240, 240}, {240, 480, 480}, {40, 120, 6625}, {32, 864, 96}} {
		m, k, n := size[0], size[1], size[2]
		for _, l := range levels() {
			b.Run(strconv.Itoa(m)+"x"+strconv.Itoa(k)+"x"+strconv.Itoa(n)+"/"+l.String(), func(b *testing.B) {
				p := Pack(k, n, make([]float32, k*n))
				p.level = l
				dst, a := make([]float32, m*n), make([]float32, m*k)
				for b.Loop() {
					p.Mul(dst, a, m)
				}
				b.ReportMetric(2*float64(m)*float64(k)*float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}
