package figures

import "ziping/extract/ocr/kernel"

const (
	// stride is how many columns of the window make a step of the output.
	stride = 4
	// spread is how many columns are asked together for the line of writing.
	spread = 9
)

// layer is a convolution, of high × wide dots and in channels, with its batch norm
// folded into it.
type layer struct {
	high, wide, in, out int
	down, right         int // the step of its windows
	add                 bool
	w                   *kernel.Fixed
}

// taps is how many numbers a window of the layer has, made even.
func (l *layer) taps() int { return (l.high*l.wide*l.in + 1) &^ 1 }

// shape lists the layers of the network as tools/ocr/network.py builds them.
func shape(classes int) (body []layer, look layer, head []layer, out layer) {
	body = []layer{
		{high: 3, wide: 3, in: 1, out: 16, down: 2, right: 2},
		{high: 3, wide: 3, in: 16, out: 32, down: 2, right: 2},
		{high: 3, wide: 3, in: 32, out: 64, down: 2, right: 1},
		{high: 3, wide: 3, in: 64, out: 64, down: 1, right: 1},
		{high: 3, wide: 3, in: 64, out: 96, down: 2, right: 1},
		{high: 3, wide: 3, in: 96, out: 96, down: 1, right: 1, add: true},
	}
	look = layer{high: 1, wide: 1, in: 96, out: 1, down: 1, right: 1}
	head = []layer{
		{high: 1, wide: 5, in: 96, out: 96, down: 1, right: 1, add: true},
		{high: 1, wide: 5, in: 96, out: 96, down: 1, right: 1, add: true},
	}
	return body, look, head, layer{high: 1, wide: 1, in: 96, out: classes, down: 1, right: 1}
}

// maps is a stack of channels, dot by dot.
type maps struct {
	h, w, c int
	v       []float32
}

// network runs windows through the layers. It keeps memory between runs.
type network struct {
	body, head []layer
	look, out  layer

	whole, windows kernel.Rows
	spare          [2][]float32 // what layers give, by turns
	score, column  []float32
}

// run gives the probabilities of the classes at each step, width/stride × classes.
// width is a multiple of stride, x has rows × width numbers.
func (n *network) run(x []float32, width int) []float32 {
	m := maps{rows, width, 1, x}
	for i := range n.body {
		m = n.apply(&n.body[i], m, n.next(m))
	}
	m = n.collapse(m)
	for i := range n.head {
		m = n.apply(&n.head[i], m, n.next(m))
	}
	m = n.apply(&n.out, m, nil)
	for i := 0; i < len(m.v); i += m.c {
		kernel.Softmax(m.v[i : i+m.c])
	}
	return m.v
}

// next is memory that m does not lie in.
func (n *network) next(m maps) *[]float32 {
	if len(m.v) > 0 && len(n.spare[0]) > 0 && &m.v[0] == &n.spare[0][0] {
		return &n.spare[1]
	}
	return &n.spare[0]
}

// apply runs one layer. What comes out lies in to, or in memory of its own.
func (n *network) apply(l *layer, m maps, to *[]float32) maps {
	out := maps{(m.h + l.down - 1) / l.down, (m.w + l.right - 1) / l.right, l.out, nil}
	if to == nil {
		to = new([]float32)
	}
	*to = grown(*to, out.h*out.w*out.c)
	out.v = *to
	if l.high*l.wide == 1 {
		n.windows.Set(m.v, m.h*m.w, m.c)
	} else {
		n.whole.Set(m.v, 1, len(m.v))
		n.windows.Windows(&n.whole, out.h*out.w, l.taps(), func(to, from []int16) { l.windows(to, from, m, out) })
	}
	l.w.Mul(out.v, kernel.Place{}, &n.windows)
	if l.add {
		for i, v := range m.v {
			out.v[i] = max(out.v[i]+v, 0)
		}
	}
	return out
}

// windows puts the numbers under each window in a row of their own; around the maps
// are zeros.
func (l *layer) windows(to, from []int16, m, out maps) {
	line, step := l.wide*m.c, l.taps()
	for y := range out.h {
		for dy := range l.high {
			at := y*l.down + dy - l.high/2
			if at < 0 || at >= m.h {
				for x := range out.w {
					clear(to[(y*out.w+x)*step+dy*line:][:line])
				}
				continue
			}
			row := from[at*m.w*m.c : (at+1)*m.w*m.c]
			for x := range out.w {
				window := to[(y*out.w+x)*step+dy*line:][:line]
				first := (x*l.right - l.wide/2) * m.c
				if first >= 0 && first+line <= len(row) {
					copy(window, row[first:])
					continue
				}
				clear(window)
				copy(window[max(-first, 0):], row[max(first, 0):min(first+line, len(row))])
			}
		}
	}
	if used := l.high * line; used < step {
		for i := used; i < len(to); i += step {
			to[i] = 0
		}
	}
}

// collapse makes one row of maps: in each column the mean of its dots, weighted by
// where the line of writing seems to be.
func (n *network) collapse(m maps) maps {
	score := n.apply(&n.look, m, &n.score).v // h × w
	to := n.next(m)
	*to = grown(*to, m.w*m.c)
	out := maps{1, m.w, m.c, *to}
	clear(out.v)
	n.column = grown(n.column, m.h)
	for x := range m.w {
		for y := range m.h {
			var sum float32
			for _, v := range score[y*m.w+max(0, x-spread/2) : y*m.w+min(m.w, x+spread/2+1)] {
				sum += v
			}
			n.column[y] = sum / spread
		}
		kernel.Softmax(n.column)
		to := out.v[x*m.c : (x+1)*m.c]
		for y, f := range n.column {
			for i, v := range m.v[(y*m.w+x)*m.c : (y*m.w+x+1)*m.c] {
				to[i] += float32(f * v)
			}
		}
	}
	return out
}
