//go:build amd64 || arm64

package kernel

func (t *tile) run(l level) {
	if l == plain {
		t.plain(l.tile())
		return
	}
	down, across := l.tile()
	for _, start := range t.to[:down] {
		_ = t.dst[start : start+across]
	}
	_, _, _ = t.a[:down*t.k], t.b[:across*t.k], t.rows[:down]
	_, _ = t.columns[:across], t.bias[:across]
	t.fast(l)
}

func quantise(dst []int16, scale, src []float32, count, k int) {
	if best == plain || k%8 != 0 {
		quantisePlain(dst, scale, src, count, k)
		return
	}
	_, _, _ = dst[:count*k], scale[:count], src[:count*k]
	quantise8(&dst[0], &scale[0], &src[0], count, k)
}

// fixed6 computes 6×16 numbers.
//
//go:noescape
func fixed6(t *tile)

// quantise8 is quantisePlain for at least one row of a multiple of eight numbers.
//
//go:noescape
func quantise8(dst *int16, scale, src *float32, count, k int)
