package scan_test

import (
	"math"
	"math/rand/v2"

	"ziping/extract/raster"
)

// paper is a page that tests draw on. What is drawn goes through bend first, so that
// a page may lean or curl.
type paper struct {
	p    *raster.Picture
	bend func(x, y float64) (float64, float64)
	ink  float64 // 0 black, 255 paper
}

func newPaper(w, h int, dpi float64) *paper {
	p := raster.New(w, h)
	for i := range p.Grey {
		p.Grey[i] = 255
	}
	p.DPI = dpi
	return &paper{p: p, ink: 20, bend: func(x, y float64) (float64, float64) { return x, y }}
}

// dot darkens around a point: a disc of a diameter, with soft edges.
func (d *paper) dot(x, y, wide float64) {
	x, y = d.bend(x, y)
	r := wide / 2
	for v := int(y - r - 1); v <= int(y+r+1); v++ {
		for u := int(x - r - 1); u <= int(x+r+1); u++ {
			if u < 0 || v < 0 || u >= d.p.W || v >= d.p.H {
				continue
			}
			cover := min(1, max(0, r+0.5-math.Hypot(float64(u)-x, float64(v)-y)))
			g := uint8(255 - cover*(255-d.ink))
			d.p.Grey[v*d.p.W+u] = min(d.p.Grey[v*d.p.W+u], g)
		}
	}
}

// line draws a ruling.
func (d *paper) line(x0, y0, x1, y1, wide float64) {
	n := math.Ceil(math.Hypot(x1-x0, y1-y0)*2) + 1
	for i := range int(n) {
		f := float64(i) / (n - 1)
		d.dot(x0+(x1-x0)*f, y0+(y1-y0)*f, wide)
	}
}

// word writes n characters of size em that are like those of Chinese: strokes both
// ways in a square.
func (d *paper) word(x, y, em float64, n int, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 7))
	for i := range n {
		x0, y0, s := x+float64(i)*em+0.08*em, y+0.08*em, 0.84*em
		d.line(x0+s/2, y0, x0+s/2, y0+s, em*0.08)
		low := y0 + s*(0.8+0.2*r.Float64())
		d.line(x0, low, x0+s, low, em*0.06)
		for range 3 {
			a, b := r.Float64(), r.Float64()
			if r.IntN(2) == 0 {
				d.line(x0+s*a*0.4, y0+s*b, x0+s*(0.6+a*0.4), y0+s*b, em*0.06)
			} else {
				d.line(x0+s*a, y0+s*b*0.4, x0+s*a, y0+s*(0.6+b*0.4), em*0.08)
			}
		}
	}
}

// table draws rulings at places, and a word in each cell.
func (d *paper) table(xs, ys []float64, em float64) {
	for _, x := range xs {
		d.line(x, ys[0], x, ys[len(ys)-1], em/12)
	}
	for _, y := range ys {
		d.line(xs[0], y, xs[len(xs)-1], y, em/12)
	}
	for j := 1; j < len(ys); j++ {
		for i := 1; i < len(xs); i++ {
			n := min(4, int((xs[i]-xs[i-1])/em)-1)
			d.word((xs[i]+xs[i-1]-float64(n)*em)/2, (ys[j]+ys[j-1]-em)/2, em, n, uint64(j*100+i))
		}
	}
}

func steps(from, step float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = from + float64(i)*step
	}
	return out
}
