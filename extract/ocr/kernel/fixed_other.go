//go:build !amd64 && !arm64

package kernel

func (t *tile) run(l level) { t.plain(l.tile()) }

func quantise(dst []int16, scale, src []float32, count, k int) {
	quantisePlain(dst, scale, src, count, k)
}
