package text

import "ziping/extract/ocr/kernel"

// along is a convolution of three steps of a line. What each step brings to itself and
// to its neighbours is one product.
type along struct {
	in, out int
	parts   *kernel.Fixed // for the step behind, the step itself and the one before
	bias    []float32
	brought []float32 // by each step; used again by the next call
}

// reachAlong is how many steps a window has.
const reachAlong = 3

func newAlong(s *source, in, out int) *along {
	w := s.once(reachAlong * in * out)
	side := make([]float32, len(w))
	for part := range reachAlong {
		for i := range in {
			copy(side[(i*reachAlong+part)*out:][:out], w[(part*in+i)*out:])
		}
	}
	return &along{in: in, out: out, parts: kernel.PackFixed(in, reachAlong*out, side), bias: s.next(out)}
}

// apply overwrites dst, steps × out; src is steps × in. fixed is for the product.
func (a *along) apply(dst, src []float32, steps int, fixed *kernel.Rows) {
	a.brought = grown(a.brought, steps*reachAlong*a.out)
	fixed.Set(src, steps, a.in)
	a.parts.Mul(a.brought, kernel.Place{}, fixed)
	for t := range steps {
		to := dst[t*a.out : (t+1)*a.out]
		copy(to, a.bias)
		for part := range reachAlong {
			from := t + part - reachAlong/2
			if from < 0 || from >= steps {
				continue
			}
			for i, x := range a.brought[(from*reachAlong+part)*a.out:][:a.out] {
				to[i] += x
			}
		}
	}
}
