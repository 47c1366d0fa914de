package tone

import "ziping/extract/raster"

// Salt and pepper: dots, black or white, that a bad sensor, a bad line or a coarse screen
// strewed over a page. A stroke is never one dot, so that they can be taken away before
// anything is measured: in thousands they look like writing of a small size.

const (
	// apart is how much darker or lighter than its neighbours such a dot is, and nearly
	// where a page is known to be strewn with them: painting a page softens them.
	apart, nearly = 64, 36
	// strewn is the share of a page's dots that stand alone and dark, from which it is
	// strewn with them: the full stops of a coarse scan are far fewer.
	strewn = 0.0015
	// sampled is one row of how many that are looked at to tell.
	sampled = 8
	// mostJoined is how many of them may touch each other by chance at 300 dots to an
	// inch, where a full stop is twice as many; at least two may.
	mostJoined, joinedAt = 6, 300.0
)

// Unsalted is a picture of a resolution without such dots where it is strewn with them,
// and whether it was; else the picture as it is.
func Unsalted(p *raster.Picture, dpi float64) (out *raster.Picture, salted bool) {
	s := &salt{src: Channel(p), w: p.W, apart: apart}
	n, rows := 0, 0
	for y := 1; y+1 < p.H; y += sampled {
		rows++
		for x := 1; x+1 < p.W; x++ {
			if i := y*p.W + x; s.src[i] < 255-apart && s.src[i-1] > s.src[i]+apart && s.grain(i, true) {
				n++
			}
		}
	}
	if float64(n) < strewn*float64(rows*p.W) {
		return p, false
	}
	most := max(2, int(mostJoined*(dpi/joinedAt)*(dpi/joinedAt)))
	c := *p
	c.Grey = swept(p.Grey, p.W, p.H, most)
	if p.Red != nil {
		c.Red = swept(p.Red, p.W, p.H, most)
	}
	return &c, true
}

// swept is a picture without grains of so many dots.
func swept(src []uint8, w, h, most int) []uint8 {
	s := &salt{src: src, w: w, apart: nearly, most: most - 1}
	out := append([]uint8(nil), src...)
	edge := most + 1 // a grain does not reach over the edge
	for y := edge; y+edge < h; y++ {
		for x := edge; x+edge < w; x++ {
			i := y*w + x
			v := src[i]
			dark := src[i-1] > v && src[i-1]-v > nearly
			light := src[i-1] < v && v-src[i-1] > nearly
			if !dark && !light || !s.grain(i, dark) {
				continue
			}
			level := s.around(dark)
			for _, g := range s.dots {
				out[g] = level
			}
		}
	}
	return out
}

// salt looks for grains in a picture.
type salt struct {
	src   []uint8
	w     int
	apart uint8
	most  int   // dots of a grain beside the first
	dots  []int // of the last grain
}

// grain reports whether the dot stands with few others, all darker than what is around
// them, or all lighter.
func (s *salt) grain(i int, dark bool) bool {
	v := s.src[i]
	s.dots = append(s.dots[:0], i)
	for k := 0; k < len(s.dots); k++ {
		for _, o := range s.beside() {
			j := s.dots[k] + o
			if u := s.src[j]; dark && u > v && u-v > s.apart || !dark && u < v && v-u > s.apart || s.has(j) {
				continue
			}
			if len(s.dots) > s.most {
				return false
			}
			s.dots = append(s.dots, j)
		}
	}
	return true
}

func (s *salt) has(i int) bool {
	for _, d := range s.dots {
		if d == i {
			return true
		}
	}
	return false
}

// beside are the ways from a dot to those around it.
func (s *salt) beside() [8]int {
	w := s.w
	return [8]int{-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1}
}

// around is the mean level around a grain.
func (s *salt) around(dark bool) uint8 {
	sum, n := 0, 0
	v := s.src[s.dots[0]]
	for _, d := range s.dots {
		for _, o := range s.beside() {
			if u := s.src[d+o]; !s.has(d+o) && (u > v) == dark {
				sum += int(u)
				n++
			}
		}
	}
	if n == 0 {
		return v
	}
	return uint8(sum / n)
}
