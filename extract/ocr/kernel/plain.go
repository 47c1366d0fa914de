package kernel

// tilePlain is the twin of the assembly.
func tilePlain(dst []float32, stride int, a []float32, step int, b, bias []float32, rows, k int, after After) {
	i := 0
	for ; i+2 <= rows; i += 2 {
		for j := 0; j < wide; j += 4 {
			tile2x4(dst[i*stride+j:], stride, a[i*step:i*step+k], a[(i+1)*step:(i+1)*step+k], b[j:], bias[j:j+4], after)
		}
	}
	for ; i < rows; i++ {
		for j := 0; j < wide; j += 4 {
			tile1x4(dst[i*stride+j:], a[i*step:i*step+k], b[j:], bias[j:j+4], after)
		}
	}
}

func tile2x4(dst []float32, stride int, a0, a1, b, bias []float32, after After) {
	c00, c01, c02, c03 := bias[0], bias[1], bias[2], bias[3]
	c10, c11, c12, c13 := c00, c01, c02, c03
	a1 = a1[:len(a0)]
	for i, x := range a0 {
		y := a1[i]
		w := b[i*wide : i*wide+4 : i*wide+4]
		c00 += x * w[0]
		c01 += x * w[1]
		c02 += x * w[2]
		c03 += x * w[3]
		c10 += y * w[0]
		c11 += y * w[1]
		c12 += y * w[2]
		c13 += y * w[3]
	}
	d := dst[:4]
	d[0], d[1], d[2], d[3] = after.of(c00), after.of(c01), after.of(c02), after.of(c03)
	d = dst[stride : stride+4]
	d[0], d[1], d[2], d[3] = after.of(c10), after.of(c11), after.of(c12), after.of(c13)
}

func tile1x4(dst, a, b, bias []float32, after After) {
	c0, c1, c2, c3 := bias[0], bias[1], bias[2], bias[3]
	for i, x := range a {
		w := b[i*wide : i*wide+4 : i*wide+4]
		c0 += x * w[0]
		c1 += x * w[1]
		c2 += x * w[2]
		c3 += x * w[3]
	}
	d := dst[:4]
	d[0], d[1], d[2], d[3] = after.of(c0), after.of(c1), after.of(c2), after.of(c3)
}

// of rounds after each step, as the assembly does.
func (f After) of(x float32) float32 {
	switch f.Kind {
	case ReLU:
		return max(x, 0)
	case HardSwish:
		return float32(float32(x*min(max(float32(x*(1.0/6))+0.5, 0), 1))*f.Scale) + f.Shift
	}
	return x
}
