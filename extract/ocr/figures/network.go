package figures

import (
	"math"

	"ziping/extract/ocr/kernel"
)

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
	w                   *kernel.Packed
}

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
	framed     []float32
	patches    []float32
}

// run gives the probabilities of the classes at each step, width/stride × classes.
// width is a multiple of stride, x has rows × width numbers.
func (n *network) run(x []float32, width int) []float32 {
	m := maps{rows, width, 1, x}
	for _, l := range n.body {
		m = n.apply(l, m)
	}
	m = n.collapse(m)
	for _, l := range n.head {
		m = n.apply(l, m)
	}
	m = n.apply(n.out, m)
	for i := 0; i < len(m.v); i += m.c {
		softmax(m.v[i : i+m.c])
	}
	return m.v
}

func (n *network) apply(l layer, m maps) maps {
	// a frame of zeros round the maps
	up, left := l.high/2, l.wide/2
	w := m.w + 2*left
	n.framed = grown(n.framed, (m.h+2*up)*w*m.c)
	clear(n.framed)
	for y := range m.h {
		copy(n.framed[((y+up)*w+left)*m.c:], m.v[y*m.w*m.c:(y+1)*m.w*m.c])
	}
	// the dots under each window in a row of their own
	out := maps{(m.h + l.down - 1) / l.down, (m.w + l.right - 1) / l.right, l.out, nil}
	out.v = make([]float32, out.h*out.w*out.c)
	k := l.high * l.wide * m.c
	n.patches = grown(n.patches, out.h*out.w*k)
	line := l.wide * m.c
	at := 0
	for y := range out.h {
		for x := range out.w {
			for dy := range l.high {
				from := ((y*l.down+dy)*w + x*l.right) * m.c
				copy(n.patches[at:at+line], n.framed[from:from+line])
				at += line
			}
		}
	}
	l.w.Mul(out.v, n.patches, out.h*out.w)
	if l.add {
		for i, v := range m.v {
			out.v[i] = max(out.v[i]+v, 0)
		}
	}
	return out
}

// collapse makes one row of maps: in each column the mean of its dots, weighted by
// where the line of writing seems to be.
func (n *network) collapse(m maps) maps {
	score := n.apply(n.look, m).v // h × w
	out := maps{1, m.w, m.c, make([]float32, m.w*m.c)}
	column := make([]float32, m.h)
	for x := range m.w {
		for y := range m.h {
			var sum float32
			for _, v := range score[y*m.w+max(0, x-spread/2) : y*m.w+min(m.w, x+spread/2+1)] {
				sum += v
			}
			column[y] = sum / spread
		}
		softmax(column)
		to := out.v[x*m.c : (x+1)*m.c]
		for y, f := range column {
			for i, v := range m.v[(y*m.w+x)*m.c : (y*m.w+x+1)*m.c] {
				to[i] += f * v
			}
		}
	}
	return out
}

func softmax(v []float32) {
	most := v[0]
	for _, x := range v {
		most = max(most, x)
	}
	var sum float32
	for i, x := range v {
		v[i] = float32(math.Exp(float64(x - most)))
		sum += v[i]
	}
	for i := range v {
		v[i] /= sum
	}
}
