package kernel

import "math"

// Rows are the rows of a matrix in fixed point, each with a scale of its own, and what
// a product of them needs. Its memory is used again and again; it is for one goroutine.
type Rows struct {
	k, count int
	v        []int16
	scale    []float32
	tile     tile
	spare    [mostHigh * mostWide]float32
}

// size makes room for rows of k numbers. There is always room for a whole tile, of any
// numbers where there are fewer rows.
func (r *Rows) size(count, k int) {
	r.count, r.k = count, k
	room := max(count, mostHigh)
	// What is too much is not touched and costs nothing.
	if cap(r.v) < room*k {
		r.v = make([]int16, 4*room*k)
	}
	if cap(r.scale) < room {
		r.scale = make([]float32, 4*room)
	}
	r.v, r.scale = r.v[:room*k], r.scale[:room]
}

// Set makes r of count rows of k numbers. It panics if a is too short or k is odd.
func (r *Rows) Set(a []float32, count, k int) {
	if k < 2 || k%2 != 0 || count < 0 {
		panic("kernel: rows do not make pairs")
	}
	a = a[:count*k]
	r.size(count, k)
	if count > 0 {
		quantise(r.v, r.scale, a, count, k)
	}
}

// Windows makes r of count rows of k numbers each that fill writes. All have the scale
// of whole, as they show parts of it.
func (r *Rows) Windows(whole *Rows, count, k int, fill func(to []int16, from []int16)) {
	if whole.count != 1 || k < 2 || k%2 != 0 {
		panic("kernel: windows show parts of a single row")
	}
	r.size(count, k)
	fill(r.v[:count*k], whole.v[:whole.k])
	for i := range r.scale {
		r.scale[i] = whole.scale[0]
	}
}

// quantisePlain is the twin of the assembly.
func quantisePlain(dst []int16, scale, src []float32, count, k int) {
	for i := range count {
		row, out := src[i*k:(i+1)*k], dst[i*k:(i+1)*k]
		var largest float32
		for _, x := range row {
			largest = max(largest, magnitude(x))
		}
		scale[i] = largest / fine
		var steps float32
		if largest >= tiny {
			steps = fine / largest
		}
		for j, x := range row {
			out[j] = nearest(float32(x * steps))
		}
	}
}

func magnitude(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// nearest is the nearest whole number, an even one if two are as near.
func nearest(x float32) int16 {
	// Adding 1½·2^23 leaves it in the last bits.
	const magic = 3 << 22
	return int16(int32(math.Float32bits(x+magic)) - int32(math.Float32bits(magic)))
}

// tiny is what is taken for zero.
const tiny = 1e-30
