package kernel

// depthRow is depthPlain by what the level has.
func depthRow(l level, dst, src, w, bias []float32, offsets []int, step, skip, pixels int, after After) {
	many := 4
	if l >= avx512 && pixels >= 8 {
		many = 8
	}
	if l == plain || pixels < many {
		depthPlain(dst, src, w, bias, offsets, step, skip, pixels, after)
		return
	}
	for x := 0; ; x += many {
		x = min(x, pixels-many) // some pixels once more: they come out the same
		if many == 8 {
			depth8(&dst[x*skip], skip, &src[x*step], step, &w[0], &bias[0], &offsets[0], len(offsets), int(after.Kind), after.Scale, after.Shift)
		} else {
			depth4(&dst[x*skip], skip, &src[x*step], step, &w[0], &bias[0], &offsets[0], len(offsets), int(after.Kind), after.Scale, after.Shift)
		}
		if x == pixels-many {
			return
		}
	}
}

// depth4 computes 16 channels of 4 pixels.
//
//go:noescape
func depth4(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)

// depth8 computes 16 channels of 8 pixels.
//
//go:noescape
func depth8(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
