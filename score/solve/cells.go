package solve

import (
	"math/bits"
	"slices"
)

// maxCells bounds the cells of one system. Larger forms are not decided.
const maxCells = 512

// cells is a set of cell numbers below maxCells.
type cells [maxCells / 64]uint64

func (c *cells) add(i int)      { c[i>>6] |= 1 << (i & 63) }
func (c *cells) remove(i int)   { c[i>>6] &^= 1 << (i & 63) }
func (c *cells) has(i int) bool { return c[i>>6]&(1<<(i&63)) != 0 }

// unite adds the cells of d.
func (c *cells) unite(d *cells) {
	for i := range c {
		c[i] |= d[i]
	}
}

// subtract takes the cells of d away.
func (c *cells) subtract(d *cells) {
	for i := range c {
		c[i] &^= d[i]
	}
}

// and is the intersection.
func (c *cells) and(d *cells) (out cells) {
	for i := range c {
		out[i] = c[i] & d[i]
	}
	return out
}

// meets reports whether the sets have a cell in common.
func (c *cells) meets(d *cells) bool {
	for i := range c {
		if c[i]&d[i] != 0 {
			return true
		}
	}
	return false
}

func (c *cells) count() int {
	n := 0
	for _, w := range c {
		n += bits.OnesCount64(w)
	}
	return n
}

// next is the least cell from i on, -1 if there is none.
func (c *cells) next(i int) int {
	for w := i >> 6; w < len(c); w++ {
		bitsLeft := c[w]
		if w == i>>6 {
			bitsLeft &= ^uint64(0) << (i & 63)
		}
		if bitsLeft != 0 {
			return w<<6 + bits.TrailingZeros64(bitsLeft)
		}
	}
	return -1
}

// list returns the cells in rising order.
func (c *cells) list() []int {
	var out []int
	for i := c.next(0); i >= 0; i = c.next(i + 1) {
		out = append(out, i)
	}
	return out
}

// few is a set of very few cells: which a row depends on beside its terms.
type few []int

func (f few) has(i int) bool { return slices.Contains(f, i) }

// in reports whether all of f are in c.
func (f few) in(c *cells) bool {
	for _, i := range f {
		if !c.has(i) {
			return false
		}
	}
	return true
}

// meets reports whether one of f is in c.
func (f few) meets(c *cells) bool {
	for _, i := range f {
		if c.has(i) {
			return true
		}
	}
	return false
}

// with is the union; neither side is changed.
func (f few) with(g ...int) few {
	if len(f) == 0 {
		return g
	}
	out := f
	for _, i := range g {
		if !out.has(i) {
			out = append(slices.Clip(out), i)
		}
	}
	return out
}
