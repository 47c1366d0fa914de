package kernel

// depthRow is depthPlain by what the level has, for windows of some width.
func depthRow(l level, dst, src, w, bias []float32, offsets []int, wide, step, skip, pixels int, after After) {
	if l == plain || pixels < 4 {
		depthPlain(dst, src, w, bias, offsets, step, skip, pixels, after)
		return
	}
	many, taps, kind := 4, len(offsets), int(after.Kind)
	if pixels >= 8 && step == skip && (wide == 3 || wide == 5) {
		many = 8
	}
	for x := 0; ; x += many {
		x = min(x, pixels-many) // some pixels once more: they come out the same
		out, in := dst[x*skip:], src[x*step:]
		switch {
		case many == 4:
			depth4(&out[0], skip, &in[0], step, &w[0], &bias[0], &offsets[0], taps, kind, after.Scale, after.Shift)
		case wide == 3:
			half8x3(&out[0], skip, &in[0], step, &w[0], &bias[0], &offsets[0], taps, kind, after.Scale, after.Shift)
			half8x3(&out[8], skip, &in[8], step, &w[8], &bias[8], &offsets[0], taps, kind, after.Scale, after.Shift)
		default:
			half8x5(&out[0], skip, &in[0], step, &w[0], &bias[0], &offsets[0], taps, kind, after.Scale, after.Shift)
			half8x5(&out[8], skip, &in[8], step, &w[8], &bias[8], &offsets[0], taps, kind, after.Scale, after.Shift)
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

// half8x3 and half8x5 compute 8 channels of 8 pixels, for windows 3 or 5 pixels wide and
// one apart.
//
//go:noescape
func half8x3(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)

//go:noescape
func half8x5(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
