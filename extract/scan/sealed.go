package scan

import (
	"math"

	"ziping/extract/raster"
	"ziping/extract/scan/tone"
)

const (
	// lightened is how much lighter a dot of a seal is without it, and stained the share
	// of the square of a character that is so where a seal lay over a line.
	lightened, stained = 40, 0.06
)

// sealed marks the regions whose lines a seal lay over: where a picture without it is
// lighter than the one with it.
func (s *Sheet) sealed(with, without *raster.Picture) {
	a, b := tone.Channel(with), tone.Channel(without)
	k := s.Quality.DPI / 72
	for i := range s.Regions {
		r := &s.Regions[i]
		for _, l := range r.Lines {
			x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
			for _, u := range []int{l.X0, l.X1} {
				for _, v := range []int{l.Y0, l.Y1} {
					x, y := s.Back(r.Left+float64(u)/r.Dots, r.Top+float64(v)/r.Dots)
					x0, y0, x1, y1 = min(x0, x*k), min(y0, y*k), max(x1, x*k), max(y1, y*k)
				}
			}
			n := 0
			for y := max(0, int(y0)); y < min(with.H, int(y1)); y++ {
				for x := max(0, int(x0)); x < min(with.W, int(x1)); x++ {
					if j := y*with.W + x; b[j] > a[j] && b[j]-a[j] >= lightened {
						n++
					}
				}
			}
			r.Sealed = r.Sealed || float64(n) > stained*r.Size*r.Size
		}
	}
}
