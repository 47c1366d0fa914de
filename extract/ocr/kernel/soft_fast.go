//go:build amd64 || arm64

package kernel

// Eight numbers at a time are done in assembly, the rest in Go.
func eights(v []float32) int {
	if best == plain {
		return 0
	}
	return len(v) &^ 7
}

func topOf(row []float32) float32 {
	n := eights(row)
	if n == 0 {
		return topPlain(row)
	}
	top := top8(&row[0], n)
	if n < len(row) {
		top = max(top, topPlain(row[n:]))
	}
	return top
}

func exps(row []float32, top float32) (sum float32) {
	n := eights(row)
	if n > 0 {
		sum = exp8(&row[0], n, top)
	}
	return sum + expsPlain(row[n:], top)
}

func scale(row []float32, by float32) {
	n := eights(row)
	if n > 0 {
		scale8(&row[0], n, by)
	}
	scalePlain(row[n:], by)
}

func swishes(v []float32) {
	n := eights(v)
	if n > 0 {
		swish8(&v[0], n)
	}
	swishPlain(v[n:])
}

// The twins of what is plain, for a multiple of eight numbers.

//go:noescape
func top8(v *float32, n int) float32

//go:noescape
func exp8(v *float32, n int, top float32) float32

//go:noescape
func scale8(v *float32, n int, by float32)

//go:noescape
func swish8(v *float32, n int)
