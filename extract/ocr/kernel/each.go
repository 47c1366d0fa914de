package kernel

// AddEach adds each row of v to sum, which is as long as a row.
func AddEach(sum, v []float32) {
	if len(sum) == 0 || len(v)%len(sum) != 0 {
		panic("kernel: not whole rows")
	}
	addEach(sum, v)
}

// MulEach multiplies each row of v by the numbers of w, which is as long as a row.
func MulEach(v, w []float32) {
	if len(w) == 0 || len(v)%len(w) != 0 {
		panic("kernel: not whole rows")
	}
	mulEach(v, w)
}

func addEachPlain(sum, v []float32) {
	for ; len(v) > 0; v = v[len(sum):] {
		for i, x := range v[:len(sum)] {
			sum[i] += x
		}
	}
}

func mulEachPlain(v, w []float32) {
	for ; len(v) > 0; v = v[len(w):] {
		for i, x := range w {
			v[i] *= x
		}
	}
}
