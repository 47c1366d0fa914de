package text

import (
	"math"

	"ziping/extract/ocr"
)

// paper is the shade of what lies outside an Image, as the network sees it.
const paper = 1

// picture is a piece of a line as the network sees it: tall rows, from -1 for ink to 1
// for paper, and paper where the Image ends. It holds until the next call.
func (f *fitter) picture(img ocr.Image, l line, p piece) []float32 {
	// Rows first, since a line is wider than it is high: tall rows as wide as those
	// dots of the Image that the piece shows.
	first := max(int(math.Floor(p.from-2-1/l.scale)), p.left)
	last := min(int(math.Ceil(p.from+2+float64(p.width+1)/l.scale)), p.right)
	shown := max(last-first, 0)
	f.squashed = grown(f.squashed, tall*shown)
	top := l.middle - tall/2/l.scale
	for y := range tall {
		out := f.squashed[y*shown : (y+1)*shown]
		clear(out)
		from := f.over(top+float64(y)/l.scale, 1/l.scale)
		for i, w := range f.weights {
			if at := from + i; at >= 0 && at < img.H {
				for x, v := range img.Pix[at*img.W+first : at*img.W+first+shown] {
					out[x] += float32(w * (float32(float32(v)*(1/127.5)) - 1))
				}
				continue
			}
			for x := range out {
				out[x] += w * paper
			}
		}
	}
	f.out = grown(f.out, tall*p.width)
	for x := range p.width {
		from := f.over(p.from+float64(x)/l.scale, 1/l.scale) - first
		for y := range tall {
			row := f.squashed[y*shown : (y+1)*shown]
			var sum float32
			for i, w := range f.weights {
				if at := from + i; at >= 0 && at < shown {
					sum += float32(w * row[at])
				} else {
					sum += w * paper
				}
			}
			f.out[y*p.width+x] = sum
		}
	}
	return f.out
}

// over sets the weights of the dots around from to from+wide, by their distance: a tent
// that reaches a dot of the larger kind to either side. It gives the first of them.
func (f *fitter) over(from, wide float64) int {
	middle, reach := from+wide/2, math.Max(wide, 1)
	first := int(math.Floor(middle - reach))
	f.weights = f.weights[:0]
	var sum float32
	for at := first; float64(at) < middle+reach; at++ {
		w := float32(math.Max(1-math.Abs(float64(at)+0.5-middle)/reach, 0))
		f.weights = append(f.weights, w)
		sum += w
	}
	for i := range f.weights {
		f.weights[i] /= sum
	}
	return first
}
