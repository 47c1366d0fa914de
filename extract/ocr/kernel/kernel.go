// Package kernel multiplies matrices for networks: a · w, where w is known beforehand
// and laid out for the processor once.
//
//	w := kernel.Pack(k, n, weights).With(bias, kernel.After{Kind: kernel.ReLU})
//	w.Mul(dst, a, m)                     // dst (m×n) = after(a (m×k) · w + bias)
//	w.MulRows(dst, n, a[from:], step, m) // rows of a that overlap: a convolution
//
// What is large is multiplied in fixed point, 13 bits and sign for the numbers of a
// row beside the largest of them and as many for the weights of a column, which takes
// half the time or less and loses no more than half precision does:
//
//	w := kernel.PackFixed(k, n, weights).With(bias, after)
//	rows.Set(a, m, k)                    // kernel.Rows, used again by the next product
//	w.Mul(dst, kernel.Place{}, &rows)
//
// All matrices lie row by row. On amd64 and arm64 the work is done in assembly by what the
// processor has (level.go), elsewhere in Go. Products in fixed point are the same
// everywhere, others wherever there is assembly; Go alone rounds otherwise.
// GODEBUG=cpu.avx512f=off, cpu.avx2=off or cpu.asimd=off makes a processor a lesser one for
// a measurement.
package kernel

const (
	// high and wide are the rows and columns of what is computed at a time.
	high, wide = 6, 16
	// band is how many rows of a are used together, so that they stay in the
	// processor's cache while all of w passes.
	band = 16 * high
)

// Packed is a matrix of weights, k×n, and what follows the product. Mul does not
// change it and is safe for several goroutines.
type Packed struct {
	k, n int
	// panels are wide columns each, row by row, filled up with zeros.
	panels []float32
	bias   []float32 // of all panels
	after  After
	level  level
}

// Kind is a function of one number.
type Kind int

// The kinds of functions. HardSwish is x·clip(x/6+½, 0, 1).
const (
	Identity Kind = iota
	ReLU
	HardSwish
)

// After is what is done to each number of a product: Kind, and for HardSwish then
// times Scale plus Shift. A Scale of 0 counts as 1.
type After struct {
	Kind         Kind
	Scale, Shift float32
}

// settled has the Scale that counts.
func (f After) settled() After {
	if f.Scale == 0 {
		f.Scale = 1
	}
	return f
}

// Pack lays out weights, k×n. It panics if there are fewer, or if k or n is 0.
func Pack(k, n int, w []float32) *Packed {
	if k < 1 || n < 1 {
		panic("kernel: no weights")
	}
	p := &Packed{level: best}
	p.Set(k, n, w, n, 1)
	return p
}

// Set replaces the weights by w[i*down+j*right] for row i and column j, in the memory
// there is if it suffices, and takes bias and function away: for products of what
// is not known beforehand. It panics if w is too short.
func (p *Packed) Set(k, n int, w []float32, down, right int) {
	count := (n + wide - 1) / wide
	p.k, p.n, p.after = k, n, After{}
	p.bias = zeros(p.bias, count*wide)
	p.panels = zeros(p.panels, count*k*wide)
	for i := range k {
		for j := range n {
			p.panels[(j/wide*k+i)*wide+j%wide] = w[i*down+j*right]
		}
	}
}

func zeros(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n)
	}
	clear(v[:n])
	return v[:n]
}

// With has a bias, n numbers or nil for none, and a function follow the product. It
// changes p and returns it.
func (p *Packed) With(bias []float32, after After) *Packed {
	clear(p.bias)
	copy(p.bias, bias[:min(len(bias), p.n)])
	p.after = after.settled()
	return p
}

// Mul overwrites dst (m×n) with a (m×k) · w.
func (p *Packed) Mul(dst, a []float32, m int) { p.MulRows(dst, p.n, a, p.k, m) }

// MulRows is Mul for rows that do not follow one another: those of dst begin every
// stride numbers, those of a every step numbers. Rows of a may overlap, which makes a
// convolution along a line of pixels a product; rows of dst may not. It panics if
// dst or a is too short.
func (p *Packed) MulRows(dst []float32, stride int, a []float32, step, m int) {
	if m <= 0 {
		return
	}
	if stride < p.n || step < 0 {
		panic("kernel: rows overlap")
	}
	dst = dst[:(m-1)*stride+p.n]
	a = a[:(m-1)*step+p.k]
	for from := 0; from < m; from += band {
		to := min(from+band, m)
		for j := 0; j < p.n; j += wide {
			p.panel(dst, stride, a, step, from, to, j)
		}
	}
}

// panel computes the columns j to j+wide of some rows.
func (p *Packed) panel(dst []float32, stride int, a []float32, step, from, to, j int) {
	b := p.panels[j*p.k : (j+wide)*p.k]
	bias := p.bias[j : j+wide]
	var spare [high * wide]float32
	for i := from; i < to; {
		rows := high
		if to-i < high {
			if to >= high && to-from >= high {
				i = to - high // some rows once more: they come out the same
			} else {
				rows = 1
			}
		}
		out, skip := dst[i*stride+j:], stride
		narrow := p.n - j
		if narrow < wide {
			out, skip = spare[:], wide
		}
		p.tile(out, skip, a[i*step:], step, b, bias, rows)
		if narrow < wide {
			for r := range rows {
				copy(dst[(i+r)*stride+j:(i+r)*stride+p.n], spare[r*wide:])
			}
		}
		i += rows
	}
}

// tile computes rows×wide numbers; rows is high or 1.
func (p *Packed) tile(dst []float32, stride int, a []float32, step int, b, bias []float32, rows int) {
	if p.level != plain {
		_, _ = dst[(rows-1)*stride+wide-1], a[(rows-1)*step+p.k-1]
		tileFast(dst, stride, a, step, b, bias, rows, p.k, p.after)
		return
	}
	tilePlain(dst, stride, a, step, b, bias, rows, p.k, p.after)
}
