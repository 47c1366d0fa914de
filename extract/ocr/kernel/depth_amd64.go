package kernel

// depthRow is depthPlain by what the level has, for windows of some width.
func depthRow(l level, dst, src, w, bias []float32, offsets []int, wide, step, skip, pixels int, after After) {
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
		out, in, of, taps, kind := &dst[x*skip], &src[x*step], &offsets[0], len(offsets), int(after.Kind)
		switch {
		case many == 4:
			depth4(out, skip, in, step, &w[0], &bias[0], of, taps, kind, after.Scale, after.Shift)
		case step == skip && wide == 3:
			depth8x3(out, skip, in, step, &w[0], &bias[0], of, taps, kind, after.Scale, after.Shift)
		case step == skip && wide == 5:
			depth8x5(out, skip, in, step, &w[0], &bias[0], of, taps, kind, after.Scale, after.Shift)
		default:
			depth8(out, skip, in, step, &w[0], &bias[0], of, taps, kind, after.Scale, after.Shift)
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

// depth8x3 and depth8x5 are depth8 for windows 3 or 5 pixels wide and one apart.
//
//go:noescape
func depth8x3(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)

//go:noescape
func depth8x5(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
