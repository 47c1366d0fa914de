package kernel

// depthFast is depthPlain for at least 4 pixels.
func depthFast(dst, src, w, bias []float32, offsets []int, step, skip, pixels int, after After) {
	for x := 0; ; x += 4 {
		x = min(x, pixels-4) // some pixels once more: they come out the same
		depth4(&dst[x*skip], skip, &src[x*step], step, &w[0], &bias[0], &offsets[0], len(offsets), int(after.Kind), after.Scale, after.Shift)
		if x == pixels-4 {
			return
		}
	}
}

// depth4 computes 16 channels of 4 pixels.
//
//go:noescape
func depth4(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
