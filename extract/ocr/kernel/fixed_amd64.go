package kernel

func (t *tile) fast(l level) {
	switch l {
	case avx2:
		fixed6(t)
	case avx2VNNI:
		fixed6VNNI(t)
	case avx512:
		fixed12(t)
	default:
		fixed12VNNI(t)
	}
}

// fixed6VNNI is fixed6 where the processor has VNNI.
//
//go:noescape
func fixed6VNNI(t *tile)

// fixed12 computes 12×32 numbers.
//
//go:noescape
func fixed12(t *tile)

// fixed12VNNI is fixed12 where the processor has VNNI.
//
//go:noescape
func fixed12VNNI(t *tile)
