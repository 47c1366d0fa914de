package text

import (
	"math"

	"ziping/extract/ocr"
)

// span is which dots make one dot of another size, and with what weights: at most
// widest of them.
type span struct {
	from int
	w    []float32
}

// picture is a piece of a line as the network sees it: tall rows, from -1 for ink to 1
// for paper, and paper where the Image ends. It holds until the next call.
func (f *fitter) picture(img ocr.Image, l line, p piece) []float32 {
	paper := float32(1)
	shade := func(v uint8) float32 { return float32(v)/127.5 - 1 }
	// Columns first: img.H rows of p.width.
	f.across = grown(f.across, img.H*p.width)
	for x := range p.width {
		s := over(p.from+float64(x)/l.scale, 1/l.scale)
		for y := range img.H {
			row := img.Pix[y*img.W : (y+1)*img.W]
			var sum float32
			for i, w := range s.w {
				if at := s.from + i; at >= 0 && at < img.W {
					sum += w * shade(row[at])
				} else {
					sum += w * paper
				}
			}
			f.across[y*p.width+x] = sum
		}
	}
	f.out = grown(f.out, tall*p.width)
	top := l.middle - tall/2/l.scale
	for y := range tall {
		s := over(top+float64(y)/l.scale, 1/l.scale)
		out := f.out[y*p.width : (y+1)*p.width]
		clear(out)
		for i, w := range s.w {
			at := s.from + i
			if at < 0 || at >= img.H {
				for x := range out {
					out[x] += w * paper
				}
				continue
			}
			for x, v := range f.across[at*p.width : (at+1)*p.width] {
				out[x] += w * v
			}
		}
	}
	return f.out
}

// over weighs the dots around from to from+wide by their distance: a tent as wide as
// two dots of the larger kind.
func over(from, wide float64) span {
	middle := from + wide/2
	reach := math.Max(wide, 1)
	first := int(math.Floor(middle - reach))
	s := span{from: first}
	var sum float32
	for at := first; float64(at) < middle+reach; at++ {
		w := float32(math.Max(1-math.Abs(float64(at)+0.5-middle)/reach, 0))
		s.w = append(s.w, w)
		sum += w
	}
	for i := range s.w {
		s.w[i] /= sum
	}
	return s
}
