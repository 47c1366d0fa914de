//go:build amd64 || arm64

package kernel

func tileFast(dst []float32, stride int, a []float32, step int, b, bias []float32, rows, k int, after After) {
	if rows == high {
		tile6(&dst[0], stride, &a[0], step, &b[0], &bias[0], k, int(after.Kind), after.Scale, after.Shift)
		return
	}
	tile1(&dst[0], &a[0], &b[0], &bias[0], k, int(after.Kind), after.Scale, after.Shift)
}

// tile6 computes 6×16 numbers. k is at least 1.
//
//go:noescape
func tile6(dst *float32, stride int, a *float32, step int, b, bias *float32, k, kind int, scale, shift float32)

// tile1 computes 1×16 numbers. k is at least 1.
//
//go:noescape
func tile1(dst, a, b, bias *float32, k, kind int, scale, shift float32)
