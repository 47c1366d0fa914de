//go:build !amd64 && !arm64

package kernel

func depthRow(_ level, dst, src, w, bias []float32, offsets []int, _, step, skip, pixels int, after After) {
	depthPlain(dst, src, w, bias, offsets, step, skip, pixels, after)
}
