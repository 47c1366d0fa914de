package kernel

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

func fixedSizes() (all [][3]int) {
	for _, m := range []int{1, 5, 6, 7, 11, 12, 13, 24, 95, 96, 97, 108, 205} {
		for _, kn := range [][2]int{{2, 1}, {16, 32}, {30, 15}, {32, 64}, {120, 17}, {120, 49}, {240, 240}, {480, 96}} {
			all = append(all, [3]int{m, kn[0], kn[1]})
		}
	}
	return all
}

// fixedByHand is what a product of numbers in fixed point is.
func fixedByHand(f *Fixed, w []float32, a *Rows, after After) []float32 {
	k, n := f.k, f.n
	dst := make([]float32, a.count*n)
	for j := range n {
		whole := make([]int64, k)
		for i := range k {
			if c := f.columns[j]; c != 0 {
				whole[i] = int64(math.RoundToEven(float64(w[i*n+j] * (1 / c))))
			}
		}
		for i := range a.count {
			var sum int64
			for l, v := range a.v[i*k : (i+1)*k] {
				sum += int64(v) * whole[l]
			}
			x := float32(float32(float32(sum)*f.columns[j]) * a.scale[i])
			dst[i*n+j] = after.settled().of(x + f.bias[j])
		}
	}
	return dst
}

func TestFixed(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, size := range fixedSizes() {
		m, k, n := size[0], size[1], size[2]
		w, bias, a := random(r, k*n), random(r, n), random(r, m*k)
		for i := range w {
			w[i] *= float32(math.Exp(4 * r.Float64()))
		}
		after := kinds[r.IntN(len(kinds))]
		var rows Rows
		rows.Set(a, m, k)
		var want []float32
		for _, l := range levels() {
			f := packFixed(l, k, n, w).With(bias, after)
			if l == plain {
				want = fixedByHand(f, w, &rows, after)
			}
			const run, margin = 5, 7
			at := Place{Run: run, Line: run*n + margin}
			got := random(r, at.of(m-1, n)+n)
			old := append([]float32(nil), got...)
			f.Mul(got, at, &rows)
			for i := range m {
				for j, x := range got[at.of(i, n):][:n] {
					if x != want[i*n+j] {
						t.Fatalf("%v %v %v: [%d %d] got %v want %v", size, l, after, i, j, x, want[i*n+j])
					}
				}
			}
			for i := run * n; i < len(got); i += at.Line {
				for j, x := range got[i:min(i+margin, len(got))] {
					if x != old[i+j] {
						t.Fatalf("%v %v: written behind a line", size, l)
					}
				}
			}
			dense := make([]float32, m*n)
			f.Mul(dense, Place{}, &rows)
			for i, x := range dense {
				if x != want[i] {
					t.Fatalf("%v %v without gaps: [%d] got %v want %v", size, l, i, x, want[i])
				}
			}
		}
	}
}

// Sums stay within 32 bits at the worst, and fixed point is about as near to the truth as
// half precision.
func TestFixedNear(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, k := range []int{2, 16, 480, 900} {
		const m, n = 13, 33
		w, a := random(r, k*n), random(r, m*k)
		for i := range k { // the largest sums there can be
			w[i*n], w[i*n+1] = 1, float32(1-2*(i%2))
		}
		for i := range k {
			a[i], a[k+i] = 1, float32(1-2*(i%2))
		}
		want := naive(k, n, w, make([]float32, n), After{}, a, k, m)
		var rows Rows
		rows.Set(a, m, k)
		for _, l := range levels() {
			got := make([]float32, m*n)
			packFixed(l, k, n, w).Mul(got, Place{}, &rows)
			for i := range got {
				var sizes float64
				for l := range k {
					sizes += math.Abs(float64(a[i/n*k+l] * w[l*n+i%n]))
				}
				if d := math.Abs(float64(got[i] - want[i])); d > 2e-3*(sizes+1) {
					t.Fatalf("%v of %d: [%d] got %v want %v", l, k, i, got[i], want[i])
				}
			}
		}
	}
}

func TestQuantise(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for _, k := range []int{2, 8, 16, 24, 32, 40, 120, 480} {
		const count = 5
		a := random(r, count*k)
		for i := range k {
			a[i] *= 1e20
			a[k+i] = 0
			a[2*k+i] *= 1e-35
			a[3*k+i] = -1e-3
		}
		want, scales := make([]int16, count*k), make([]float32, count)
		quantisePlain(want, scales, a, count, k)
		var rows Rows
		rows.Set(a, count, k)
		for i := range count {
			if rows.scale[i] != scales[i] {
				t.Fatalf("%d: scale of row %d: got %v want %v", k, i, rows.scale[i], scales[i])
			}
			for j, v := range rows.v[i*k : (i+1)*k] {
				if v != want[i*k+j] {
					t.Fatalf("%d: [%d %d] of %v: got %v want %v", k, i, j, a[i*k+j], v, want[i*k+j])
				}
				if d := float64(v)*float64(scales[i]) - float64(a[i*k+j]); math.Abs(d) > 0.51*float64(scales[i])+1e-30 {
					t.Fatalf("%d: %v is %v times %v", k, a[i*k+j], v, scales[i])
				}
			}
		}
	}
}

func TestWindows(t *testing.T) {
	a := []float32{1, -2, 3, 4}
	var whole, rows Rows
	whole.Set(a, 1, 4)
	rows.Windows(&whole, 3, 2, func(to, from []int16) {
		for i := range 3 {
			copy(to[2*i:2*i+2], from[i:i+2])
		}
	})
	dst := make([]float32, 3)
	PackFixed(2, 1, []float32{1, 1}).Mul(dst, Place{}, &rows)
	for i, want := range []float32{-1, 1, 7} {
		if math.Abs(float64(dst[i]-want)) > 1e-3 {
			t.Errorf("[%d] got %v want %v", i, dst[i], want)
		}
	}
}

func TestFixedShort(t *testing.T) {
	var rows, three Rows
	rows.Set(make([]float32, 8), 4, 2)
	three.Set(make([]float32, 12), 3, 4)
	w := PackFixed(2, 3, make([]float32, 6))
	w.Mul(make([]float32, 12), Place{}, &rows)
	rows.Set(nil, 0, 2)
	w.Mul(nil, Place{}, &rows)
	rows.Set(make([]float32, 8), 4, 2)
	for name, f := range map[string]func(){
		"dst":       func() { w.Mul(make([]float32, 11), Place{}, &rows) },
		"a line":    func() { w.Mul(make([]float32, 14), Place{Run: 2, Line: 9}, &rows) },
		"backwards": func() { w.Mul(make([]float32, 14), Place{Run: 2, Line: -6}, &rows) },
		"rows":      func() { w.Mul(make([]float32, 12), Place{}, &three) },
		"a":         func() { rows.Set(make([]float32, 7), 4, 2) },
		"odd":       func() { PackFixed(3, 1, make([]float32, 3)) },
		"odd rows":  func() { rows.Set(make([]float32, 6), 2, 3) },
		"weights":   func() { PackFixed(2, 2, make([]float32, 3)) },
		"none":      func() { PackFixed(2, 0, nil) },
		"windows":   func() { rows.Windows(&three, 1, 2, func(_, _ []int16) {}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: does not fit, but is taken", name)
				}
			}()
			f()
		}()
	}
}

func BenchmarkFixed(b *testing.B) {
	for _, size := range [][3]int{{3840, 32, 64}, {960, 128, 128}, {480, 240, 240}, {240, 480, 480}, {40, 120, 6625}, {32, 864, 96}} {
		m, k, n := size[0], size[1], size[2]
		for _, l := range levels() {
			b.Run(strconv.Itoa(m)+"x"+strconv.Itoa(k)+"x"+strconv.Itoa(n)+"/"+l.String(), func(b *testing.B) {
				f := packFixed(l, k, n, make([]float32, k*n))
				var rows Rows
				dst, a := make([]float32, m*n), make([]float32, m*k)
				for b.Loop() {
					rows.Set(a, m, k)
					f.Mul(dst, Place{}, &rows)
				}
				b.ReportMetric(2*float64(m)*float64(k)*float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}

func BenchmarkQuantise(b *testing.B) {
	const m, k = 480, 240
	var rows Rows
	a := make([]float32, m*k)
	for b.Loop() {
		rows.Set(a, m, k)
	}
	b.ReportMetric(float64(m*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "G/s")
}
