package kernel

import "math"

// near is how far below the largest number of a row one may be so that Softmax does
// not make it 0: what is farther below would have 2e-9 of its probability.
const near = 20

// Softmax makes a row of numbers probabilities of sum 1.
func Softmax(row []float32) {
	if len(row) == 0 {
		return
	}
	top := topOf(row)
	scale(row, 1/exps(row, top))
}

// Swish is x times its logistic function, for each number.
func Swish(v []float32) { swishes(v) }

func topPlain(row []float32) float32 {
	top := row[0]
	for _, x := range row {
		top = max(top, x)
	}
	return top
}

// expsPlain makes a row powers of e, beside the largest, and gives their sum.
func expsPlain(row []float32, top float32) (sum float32) {
	for i, x := range row {
		if x-top < -near {
			row[i] = 0
			continue
		}
		row[i] = exp(x - top)
		sum += row[i]
	}
	return sum
}

func scalePlain(row []float32, by float32) {
	for i := range row {
		row[i] *= by
	}
}

func swishPlain(v []float32) {
	for i, x := range v {
		v[i] = x / (1 + exp(min(-x, 80)))
	}
}

// exp is e to the x within 3e-7 of it, for x up to 80; 0 for what is far below 0. It does
// the last numbers of rows beside assembly and rounds each step, as not all processors
// would.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	n := float32(math.Floor(float64(float32(x*math.Log2E) + 0.5)))
	r := x - float32(n*0.693359375) + float32(n*2.12194440e-4) // ln 2 in two parts
	p := float32(r*1.9875691500e-4) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(p*r) + 1
	p = float32(p*r) + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}
