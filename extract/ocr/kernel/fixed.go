package kernel

import "math"

const (
	// fine is how many steps the numbers of Rows have to either side of zero.
	fine = 1<<13 - 1
	// most is what the sizes of the whole numbers of a column of weights may sum up to,
	// so that no sum of products overflows 32 bits.
	most = math.MaxInt32 / fine
)

// Fixed is a matrix of weights in fixed point, k×n, and what follows the product. Each
// column has a scale of its own, as fine as 32 bits of its sums allow: about as fine as
// half precision. Mul does not change it and is safe for several goroutines.
type Fixed struct {
	k, n int
	// panels are as many columns each as the level takes at a time, as many rows of
	// weights side by side as it adds up at once, filled up with zeros.
	panels []int16
	// columns are what one of the whole numbers of each column stands for.
	columns []float32
	bias    []float32
	after   After
	level   level
}

// PackFixed lays out weights, k×n. It panics if there are fewer, if k is odd, or if k
// or n is 0.
func PackFixed(k, n int, w []float32) *Fixed { return packFixed(best, k, n, w) }

func packFixed(l level, k, n int, w []float32) *Fixed {
	if k < 2 || k%2 != 0 || n < 1 {
		panic("kernel: weights do not make pairs")
	}
	_, across := l.tile()
	count := (n + across - 1) / across
	f := &Fixed{
		k: k, n: n, level: l, after: After{Scale: 1},
		panels:  make([]int16, count*across*k),
		columns: make([]float32, count*across), bias: make([]float32, count*across),
	}
	w = w[:k*n]
	for j := 0; j < n; j += across {
		f.pack(w[j:], f.columns[j:min(j+across, n)], f.panels[j*k:(j+across)*k], across)
	}
	return f
}

// pack lays out the columns of a panel and finds what scale each has.
func (f *Fixed) pack(w, columns []float32, panel []int16, across int) {
	var sums [mostWide]float64
	var largest, steps [mostWide]float32
	for i := range f.k {
		for c, x := range w[i*f.n:][:len(columns)] {
			size := magnitude(x)
			sums[c] += float64(size)
			largest[c] = max(largest[c], size)
		}
	}
	for c := range columns {
		// Rounding adds at most half a step for each weight.
		columns[c] = max(float32(sums[c]/(most-float64(f.k)/2)), largest[c]/math.MaxInt16)
		if columns[c] > tiny {
			steps[c] = 1 / columns[c]
		}
	}
	beside := f.level.beside()
	for i := range f.k {
		out := panel[i/beside*beside*across+i%beside:]
		for c, x := range w[i*f.n:][:len(columns)] {
			out[beside*c] = nearest(float32(x * steps[c]))
		}
	}
}

// With has a bias, n numbers or nil for none, and a function follow the product. It
// changes f and returns it.
func (f *Fixed) With(bias []float32, after After) *Fixed {
	clear(f.bias)
	copy(f.bias, bias[:min(len(bias), f.n)])
	f.after = after.settled()
	return f
}

// Place is how the rows of a product lie in dst: Run of them one behind the other, and
// Line numbers from the first of these to the first of the next. The zero Place has all
// one behind the other.
type Place struct{ Run, Line int }

// mostHigh and mostWide are the most rows and columns of a tile.
const mostHigh, mostWide = 12, 32

// tile is the size of what is computed at a time.
func (l level) tile() (down, across int) {
	if l >= avx512 {
		return mostHigh, mostWide
	}
	return 6, 16
}

// beside is how many rows of weights lie side by side: NEON takes one at a time, the others
// add up two.
func (l level) beside() int {
	if l == neon {
		return 1
	}
	return 2
}

// Mul overwrites dst with a · w, row by row as at says. It panics if dst is too short
// or a has not k numbers in a row.
func (f *Fixed) Mul(dst []float32, at Place, a *Rows) {
	m := a.count
	if m == 0 {
		return
	}
	if at.Run <= 0 {
		at = Place{Run: m}
	}
	if a.k != f.k || at.Line < 0 {
		panic("kernel: rows do not fit the weights")
	}
	dst = dst[:at.of(m-1, f.n)+f.n]
	for from := 0; from < m; {
		to := from + band
		if to+mostHigh > m {
			to = m
		}
		f.band(dst, at, a, from, to)
		from = to
	}
}

// of is where row i of n numbers begins.
func (p Place) of(i, n int) int { return i/p.Run*p.Line + i%p.Run*n }

// band computes some rows: all there are, or no fewer than a tile has.
func (f *Fixed) band(dst []float32, at Place, a *Rows, from, to int) {
	var starts [band + mostHigh]int
	for i := from; i < to; i++ {
		starts[i-from] = at.of(i, f.n)
	}
	down, across := f.level.tile()
	t := &a.tile
	t.k, t.after = f.k, f.after
	for j := 0; j < f.n; j += across {
		t.b, t.columns, t.bias = f.panels[j*f.k:(j+across)*f.k], f.columns[j:j+across], f.bias[j:j+across]
		columns := min(across, f.n-j)
		for i := from; i < to; i += down {
			if to-i < down {
				i = max(to-down, from) // some rows once more: they come out the same
			}
			rows := min(down, to-i)
			t.a, t.rows = a.v[i*f.k:(i+down)*f.k], a.scale[i:i+down]
			if rows == down && columns == across {
				for r, start := range starts[i-from : i-from+down] {
					t.to[r] = start + j
				}
				t.dst = dst
				t.run(f.level)
				continue
			}
			for r := range down {
				t.to[r] = r * across
			}
			t.dst = a.spare[:]
			t.run(f.level)
			for r := range rows {
				copy(dst[starts[i-from+r]+j:][:columns], a.spare[r*across:])
			}
		}
	}
}

// tile is what is computed at a time: level.tile of the numbers of a product.
type tile struct {
	dst           []float32
	to            [mostHigh]int // where each row begins in dst
	a, b          []int16
	k             int
	rows          []float32 // the scale of each row of a
	columns, bias []float32
	after         After
}

// plain is the twin of the assembly: three rows and two columns at a time.
func (t *tile) plain(down, across int) {
	for i := 0; i < down; i += 3 {
		r0, r1, r2 := t.a[i*t.k:(i+1)*t.k], t.a[(i+1)*t.k:(i+2)*t.k], t.a[(i+2)*t.k:(i+3)*t.k]
		for j := 0; j < across; j += 2 {
			var s00, s01, s10, s11, s20, s21 int32
			b := t.b[2*j:]
			for p := 1; p < len(r0) && p < len(r1) && p < len(r2); p += 2 {
				w00, w10, w01, w11 := int32(b[0]), int32(b[1]), int32(b[2]), int32(b[3])
				x, y := int32(r0[p-1]), int32(r0[p])
				s00 += x*w00 + y*w10
				s01 += x*w01 + y*w11
				x, y = int32(r1[p-1]), int32(r1[p])
				s10 += x*w00 + y*w10
				s11 += x*w01 + y*w11
				x, y = int32(r2[p-1]), int32(r2[p])
				s20 += x*w00 + y*w10
				s21 += x*w01 + y*w11
				if len(b) < 2*across+4 {
					break
				}
				b = b[2*across:]
			}
			for r, s := range [3][2]int32{{s00, s01}, {s10, s11}, {s20, s21}} {
				t.put(i+r, j, s[0])
				t.put(i+r, j+1, s[1])
			}
		}
	}
}

// put makes a number of a sum.
func (t *tile) put(i, j int, sum int32) {
	x := float32(float32(float32(sum)*t.columns[j]) * t.rows[i])
	t.dst[t.to[i]+j] = t.after.of(x + t.bias[j])
}
