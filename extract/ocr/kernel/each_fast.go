//go:build amd64 || arm64

package kernel

func addEach(sum, v []float32) {
	if best == plain || len(sum)%8 != 0 || len(v) == 0 {
		addEachPlain(sum, v)
		return
	}
	add8(&sum[0], &v[0], len(v)/len(sum), len(sum))
}

func mulEach(v, w []float32) {
	if best == plain || len(w)%8 != 0 || len(v) == 0 {
		mulEachPlain(v, w)
		return
	}
	mul8(&v[0], &w[0], len(v)/len(w), len(w))
}

// The twins of what is plain, for at least one row of a multiple of eight numbers.

//go:noescape
func add8(sum, v *float32, rows, n int)

//go:noescape
func mul8(v, w *float32, rows, n int)
