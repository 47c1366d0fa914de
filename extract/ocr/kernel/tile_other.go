//go:build !amd64 && !arm64

package kernel

func tileFast(dst []float32, stride int, a []float32, step int, b, bias []float32, rows, k int, after After) {
	tilePlain(dst, stride, a, step, b, bias, rows, k, after)
}
