package kernel

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"
)

// In single precision too all assembly rounds the same, by whatever processor, as it adds
// in one order: a page is read the same by AVX2, AVX-512 and NEON. Go alone is not held to
// that.
func TestSame(t *testing.T) {
	if best == plain {
		t.Skip("this processor has no assembly")
	}
	check := func(name string, l level, v []float32, want uint64) {
		t.Helper()
		h := fnv.New64a()
		for _, x := range v {
			b := math.Float32bits(x)
			_, _ = h.Write([]byte{byte(b), byte(b >> 8), byte(b >> 16), byte(b >> 24)})
		}
		if got := h.Sum64(); got != want {
			t.Errorf("%s by %v: sum %#x, want %#x", name, l, got, want)
		}
	}
	r := rand.New(rand.NewPCG(19, 20))
	const m, k, n = 15, 103, 50
	w, bias, a := random(r, k*n), random(r, n), random(r, m*k)
	p := Pack(k, n, w).With(bias, After{Kind: HardSwish, Scale: 1.25, Shift: -0.5})
	w3, w5, w2 := random(r, 9*32), random(r, 25*32), random(r, 4*32)
	src, bias32 := random(r, 12*25*32), random(r, 32)
	for _, l := range levels() {
		if l == plain {
			continue
		}
		p.level = l
		product := make([]float32, m*n)
		p.Mul(product, a, m)
		check("product", l, product, 0xa8f52e8876ba0301)
		for _, c := range []struct {
			name       string
			high, down int
			w          []float32
			want       uint64
		}{
			{"3×3", 3, 1, w3, 0xe0ca1c60d16301d2}, {"5×5", 5, 1, w5, 0xca6739971eb9dd9b}, {"2×2", 2, 2, w2, 0xc511e4241d00584d},
		} {
			d := PackDepthwise(c.high, c.high, 32, c.w, bias32, After{Kind: ReLU})
			d.level = l
			dst := make([]float32, 3*11*32)
			d.Apply(dst, src, Shape{Rows: 3, Pixels: 11, Line: 25 * 32, Down: c.down, Right: c.down})
			check(c.name, l, dst, c.want)
		}
	}
	row, line := random(r, 6625), random(r, 6625)
	for i := range row {
		row[i] *= 32
		line[i] *= 128
	}
	Softmax(row)
	check("softmax", best, row, 0x4e141de7f43036cd)
	Swish(line)
	check("swish", best, line, 0xd6579a5b48d468bb)
}
