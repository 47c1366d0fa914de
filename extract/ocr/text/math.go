package text

import "math"

// norm is a layer normalisation: each row to mean 0 and variance 1, then times gamma
// plus beta.
type norm struct {
	gamma, beta []float32
	epsilon     float32
}

func (n norm) apply(dst, src []float32) {
	c := len(n.gamma)
	for ; len(src) >= c; dst, src = dst[c:], src[c:] {
		var mean, square float32
		for _, x := range src[:c] {
			mean += x
		}
		mean /= float32(c)
		for _, x := range src[:c] {
			square += float32((x - mean) * (x - mean))
		}
		scale := float32(1 / math.Sqrt(float64(square/float32(c)+n.epsilon)))
		for i, x := range src[:c] {
			dst[i] = float32((x-mean)*scale*n.gamma[i]) + n.beta[i]
		}
	}
}

// grown is v with n numbers, of any value. What is beyond them is not touched and costs
// nothing before a longer line comes, while memory given back and taken anew does.
func grown(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, 4*n)[:n]
	}
	return v[:n]
}
