package figures

import (
	"math"

	"ziping/extract/ocr"
)

const (
	// em is the font size in dots that the network reads.
	em = 24
	// mostWide, mostHigh and mostDots bound a picture brought to that size.
	mostWide, mostHigh, mostDots = 6000, 3000, 2_000_000
)

// plane is a picture in shades of grey, 0 to 255, that are no longer whole numbers.
type plane struct {
	w, h int
	v    []float32
}

func (p plane) row(y int) []float32 { return p.v[y*p.w : (y+1)*p.w] }

// scaler brings pictures to another size and keeps the memory for the next one.
type scaler struct {
	middle, out []float32
	across      taps
	down        taps
}

// scale makes a picture s times as large. Each dot is the mean of its surroundings
// by a triangle, as wide on either hand as a dot of the coarser side.
func (c *scaler) scale(img ocr.Image, s float64) plane {
	c.across.set(img.W, s)
	c.down.set(img.H, s)
	w, h := len(c.across.from), len(c.down.from)
	c.middle = grown(c.middle, h*img.W)
	c.out = grown(c.out, h*w)
	for y := range h {
		row := c.middle[y*img.W : (y+1)*img.W]
		clear(row)
		from, weights := c.down.at(y)
		for i, f := range weights {
			for x, v := range img.Pix[(from+i)*img.W : (from+i+1)*img.W] {
				row[x] += float32(f * float32(v))
			}
		}
	}
	for y := range h {
		row := c.middle[y*img.W : (y+1)*img.W]
		out := c.out[y*w : (y+1)*w]
		for x := range out {
			from, weights := c.across.at(x)
			var sum float32
			for i, f := range weights {
				sum += float32(f * row[from+i])
			}
			out[x] = sum
		}
	}
	return plane{w, h, c.out}
}

// taps are the weights of the dots of a line of which those of another are made.
type taps struct {
	from, begin []int
	weight      []float32
}

func (t *taps) set(n int, s float64) {
	m := max(1, int(math.Ceil(float64(float64(n)*s)-1e-9)))
	reach := max(1, 1/s)
	t.from, t.begin, t.weight = t.from[:0], t.begin[:0], t.weight[:0]
	for i := range m {
		c := (float64(i) + .5) / s
		a := min(max(0, int(math.Floor(c-reach-.5))), n-1)
		b := max(a+1, min(n, int(math.Ceil(c+reach+.5))))
		t.from = append(t.from, a)
		t.begin = append(t.begin, len(t.weight))
		sum := 0.0
		for j := a; j < b; j++ {
			sum += max(0, 1-math.Abs(float64(j)+.5-c)/reach)
		}
		for j := a; j < b; j++ {
			w := max(0, 1-math.Abs(float64(j)+.5-c)/reach)
			switch {
			case sum > 0:
				w /= sum
			case j == n-1:
				w = 1
			}
			t.weight = append(t.weight, float32(w))
		}
	}
	t.begin = append(t.begin, len(t.weight))
}

func (t *taps) at(i int) (from int, weights []float32) {
	return t.from[i], t.weight[t.begin[i]:t.begin[i+1]]
}

// grown is memory for n numbers, of whatever value; more than that is not touched and
// costs nothing.
func grown(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, 4*n)[:n]
	}
	return v[:n]
}
