package wear

import (
	"math"
	"math/rand/v2"
)

// field is a number for each dot.
type field struct {
	w, h int
	v    []float32
}

func newField(w, h int) field { return field{w, h, make([]float32, w*h)} }

func (f field) at(x, y int) *float32 { return &f.v[y*f.w+x] }

// blur spreads every dot by a normal distribution, in two passes.
func (f field) blur(sigmaX, sigmaY float64) {
	line := make([]float32, max(f.w, f.h))
	if k := kernel(sigmaX); len(k) > 1 {
		for y := range f.h {
			row := f.v[y*f.w : (y+1)*f.w]
			copy(line, row)
			convolve(row, 1, line[:f.w], k)
		}
	}
	if k := kernel(sigmaY); len(k) > 1 {
		for x := range f.w {
			for y := range f.h {
				line[y] = f.v[y*f.w+x]
			}
			convolve(f.v[x:], f.w, line[:f.h], k)
		}
	}
}

func convolve(out []float32, step int, in, k []float32) {
	r := len(k) - 1
	for i := range in {
		sum := in[i] * k[0]
		for j := 1; j <= r; j++ {
			sum += k[j] * (in[max(0, i-j)] + in[min(len(in)-1, i+j)])
		}
		out[i*step] = sum
	}
}

// kernel is half of a normal distribution, from its middle.
func kernel(sigma float64) []float32 {
	if sigma < 0.05 {
		return []float32{1}
	}
	n := int(math.Ceil(3 * sigma))
	k := make([]float32, n+1)
	sum := 0.0
	for i := range k {
		v := math.Exp(-float64(i*i) / (2 * sigma * sigma))
		k[i] = float32(v)
		sum += v * float64(min(i, 1)+1)
	}
	for i := range k {
		k[i] /= float32(sum)
	}
	return k
}

// clouds is smooth noise of about 0 ± 1 whose patches are so many dots wide.
func clouds(w, h int, patch float64, rng *rand.Rand) field {
	patch = max(patch, 2)
	gw, gh := int(float64(w)/patch)+3, int(float64(h)/patch)+3
	grid := make([]float64, gw*gh)
	for i := range grid {
		grid[i] = rng.NormFloat64()
	}
	f := newField(w, h)
	for y := range h {
		gy := float64(y) / patch
		y0 := int(gy)
		ty := smooth(gy - float64(y0))
		for x := range w {
			gx := float64(x) / patch
			x0 := int(gx)
			tx := smooth(gx - float64(x0))
			a, b := grid[y0*gw+x0], grid[y0*gw+x0+1]
			c, d := grid[(y0+1)*gw+x0], grid[(y0+1)*gw+x0+1]
			*f.at(x, y) = float32((a*(1-tx)+b*tx)*(1-ty) + (c*(1-tx)+d*tx)*ty)
		}
	}
	return f
}

func smooth(t float64) float64 { return t * t * (3 - 2*t) }

// disc moves the dots of a round spot towards a value.
func (f field) disc(cx, cy, rx, ry float64, value float32) {
	for y := max(0, int(cy-ry-1)); y < min(f.h, int(cy+ry+2)); y++ {
		for x := max(0, int(cx-rx-1)); x < min(f.w, int(cx+rx+2)); x++ {
			dx, dy := (float64(x)+0.5-cx)/rx, (float64(y)+0.5-cy)/ry
			d := math.Sqrt(dx*dx + dy*dy)
			a := float32(min(1, max(0, (1-d)*min(rx, ry)+0.5)))
			v := f.at(x, y)
			*v += (value - *v) * a
		}
	}
}
