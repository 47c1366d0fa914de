package text

import "math"

// exp is e to the x within 3e-7 of it, for x up to 80; 0 for what is far below 0.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	n := float32(math.Floor(float64(x*math.Log2E + 0.5)))
	r := x - n*0.693359375 + n*2.12194440e-4 // ln 2 in two parts
	p := r*(r*(r*(r*(r*(r*1.9875691500e-4+1.3981999507e-3)+8.3334519073e-3)+4.1665795894e-2)+1.6666665459e-1)+5.0000001201e-1) + 1
	return (p*r + 1) * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// swish is x times its logistic function, for each number.
func swish(v []float32) {
	for i, x := range v {
		v[i] = x / (1 + exp(min(-x, 80)))
	}
}

// softmax makes a row probabilities.
func softmax(row []float32) {
	top := row[0]
	for _, x := range row {
		top = max(top, x)
	}
	// What is 20 below the top would have 2e-9 of its probability.
	const near = 20
	var sum float32
	for i, x := range row {
		if x-top < -near {
			row[i] = 0
			continue
		}
		row[i] = exp(x - top)
		sum += row[i]
	}
	scale := 1 / sum
	for i, x := range row {
		if x != 0 {
			row[i] = x * scale
		}
	}
}

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
			square += (x - mean) * (x - mean)
		}
		scale := float32(1 / math.Sqrt(float64(square/float32(c)+n.epsilon)))
		for i, x := range src[:c] {
			dst[i] = (x-mean)*scale*n.gamma[i] + n.beta[i]
		}
	}
}

// grown is v with n numbers, of any value.
func grown(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n+n/4)[:n]
	}
	return v[:n]
}
