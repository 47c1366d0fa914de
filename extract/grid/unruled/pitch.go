package unruled

import (
	"sort"

	"ziping/extract/grid/page"
)

// anchors lists these heights.
func (s *stack) anchors() []float64 {
	var ys []float64
	for i := range s.phrases {
		if s.phrases[i].Figure {
			ys = append(ys, page.MidY(s.boxes[i]))
		}
	}
	var out []float64
	for i := 0; i < len(ys); {
		k := i + 1
		for k < len(ys) && ys[k]-ys[i] <= page.Line*s.em {
			k++
		}
		if k-i >= 2 {
			out = append(out, (ys[i]+ys[k-1])/2)
		}
		i = k
	}
	return out
}

// anchorPitch is the least distance that anchors commonly have, 0 where there are
// too few.
func (s *stack) anchorPitch() float64 {
	ys := s.anchors()
	var d []float64
	for i := 1; i < len(ys); i++ {
		d = append(d, ys[i]-ys[i-1])
	}
	if len(d) < 3 {
		return 0
	}
	return quantile(d, 0.1)
}

func quantile(v []float64, q float64) float64 {
	s := append([]float64(nil), v...)
	sort.Float64s(s)
	return s[int(q*float64(len(s)-1))]
}
