package tone

import (
	"math"
	"math/rand/v2"

	"ziping/extract/raster"
)

// A seal on a grey copy is lighter than print and darker than paper, evenly so over its
// strokes, and most of it lies on a circle. What is printed over it is darker than both:
// the seal is a darker paper there. So its light is divided out, as paper's is.

const (
	// lightest and darkest are how dark a seal is, of the darkest ink of the page.
	lightestSeal, darkestSeal = 0.2, 0.8
	// even is how much the light of dots beside each other differs in a stroke of a seal.
	even = 34
	// levels is how much the light of a seal differs over its strokes, each way.
	levels = 16
	// leastRadius and mostRadius are those of round seals, in inches.
	leastRadius, mostRadius = 0.45, 1.2
	// trials are how many circles are tried, rim how far from one its dots lie, in inches,
	// and round the share of it that is drawn at least.
	trials, rim, round = 400, 0.025, 0.7
	// few dots make no seal, and more than so many are not looked at.
	fewDots, mostDots = 150, 4000
	// beyond is how far from its circle what belongs to a seal reaches, in radii, where
	// print is as light as the seal; else its ink is known wherever it is.
	beyond = 2.2
	// spread is how far from an even dot strokes of a seal go on under print, in inches.
	spread = 0.02
	// ringed is the share of even dots from which a circle around the seal's middle is its
	// ring, in which print lies on the seal all over.
	ringed = 0.3
	// written is from where on, in radii, a seal has its writing: strokes too thin to be
	// even, but nowhere darker than the seal.
	written = 0.5
	// broad is how many even dots in one piece, in dots of an inch, are no print, and gap half
	// of what is between two such pieces with writing in it, in inches.
	broad, gap = 0.1, 0.3
	// thinShare is the share of thin strokes, in hundredths, that are lighter than what is
	// said to be as dark as they are.
	thinShare = 25
	// mostSeals are looked for on a page.
	mostSeals = 4
)

// Unstamped is a picture without round seals that are lighter than its print, and whether
// there was one; else the picture as it is.
func Unstamped(p *raster.Picture, dpi float64) (out *raster.Picture, stamped bool) {
	src := Channel(p)
	s := &stamps{src: src, w: p.W, h: p.H, dpi: dpi, paper: paperOf(src, p.W, p.H)}
	s.ink = s.darkest()
	for range mostSeals {
		c, ok := s.circle()
		if !ok {
			break
		}
		s.lift(c)
	}
	if s.out == nil {
		return p, false
	}
	q := *p
	q.Red, q.Grey = nil, s.out
	return &q, true
}

// stamps looks for seals on a picture.
type stamps struct {
	src   []uint8
	w, h  int
	dpi   float64
	paper *Paper
	ink   float64 // how dark the darkest ink is, 0 to 1
	out   []uint8 // the picture without those that were found
}

// circle is a round seal.
type circle struct {
	x, y, r float64
	light   int // of its strokes, as they are on the picture
}

// darkest is how dark the ink of the page is.
func (s *stamps) darkest() float64 {
	var count [256]int
	n := 0
	for y := 0; y < s.h; y += 3 {
		for x := 0; x < s.w; x += 3 {
			count[s.src[y*s.w+x]]++
			n++
		}
	}
	left, v := n/5000, 0
	for ; v < 255 && left >= count[v]; v++ {
		left -= count[v]
	}
	return 1 - float64(v)/255
}

// between reports a level that a seal may have on some paper.
func (s *stamps) between(v uint8, paper float64) bool {
	d := (1 - float64(v)/paper) / s.ink
	return d >= lightestSeal && d <= darkestSeal
}

// smooth reports a dot as light as all around it.
func (s *stamps) smooth(x, y int) bool {
	lo, hi := uint8(255), uint8(0)
	for v := y - 1; v <= y+1; v++ {
		for _, l := range s.src[v*s.w+x-1 : v*s.w+x+2] {
			lo, hi = min(lo, l), max(hi, l)
		}
	}
	return hi-lo <= even
}

// spot is an even dot.
type spot struct {
	x, y float64
	v    uint8
}

// circle looks for the best circle of even dots.
func (s *stamps) circle() (best circle, ok bool) {
	const skip = 2
	src := s.src
	if s.out != nil {
		src = s.out
	}
	var spots []spot
	var count [256]int
	for y := skip; y+skip < s.h; y += skip {
		row := src[y*s.w : (y+1)*s.w]
		paper := 0.0
		for x := skip; x+skip < s.w; x += skip {
			if x%16 == skip {
				paper = s.paper.At(float64(x), float64(y))
			}
			if v := row[x]; float64(v) < paper*0.9 && s.between(v, paper) && s.smooth(x, y) {
				spots = append(spots, spot{float64(x), float64(y), v})
				count[v]++
			}
		}
	}
	if len(spots) < fewDots {
		return best, false
	}
	// The level of most of them is the seal's.
	most, level := 0, 0
	for v := levels; v < 256-levels; v++ {
		n := 0
		for _, c := range count[v-levels : v+levels+1] {
			n += c
		}
		if n > most {
			most, level = n, v
		}
	}
	of := spots[:0]
	for _, p := range spots {
		if d := int(p.v) - level; d <= levels && d >= -levels {
			of = append(of, p)
		}
	}
	if len(of) < fewDots {
		return best, false
	}
	if every := len(of)/mostDots + 1; every > 1 {
		n := 0
		for i := 0; i < len(of); i += every {
			of[n] = of[i]
			n++
		}
		of = of[:n]
	}
	rng := rand.New(rand.NewPCG(1, uint64(len(of))))
	share := 0.0
	for range trials {
		c, fine := through(of[rng.IntN(len(of))], of[rng.IntN(len(of))], of[rng.IntN(len(of))])
		if !fine || c.r < leastRadius*s.dpi || c.r > mostRadius*s.dpi {
			continue
		}
		if d := s.drawn(c, of); d > share {
			share, best = d, c
		}
	}
	best.light = level
	return best, share >= round
}

// through is the circle through three dots.
func through(a, b, c spot) (circle, bool) {
	bx, by, cx, cy := b.x-a.x, b.y-a.y, c.x-a.x, c.y-a.y
	d := 2 * (bx*cy - by*cx)
	if math.Abs(d) < 1e-6 {
		return circle{}, false
	}
	b2, c2 := bx*bx+by*by, cx*cx+cy*cy
	ux, uy := (cy*b2-by*c2)/d, (bx*c2-cx*b2)/d
	return circle{x: a.x + ux, y: a.y + uy, r: math.Hypot(ux, uy)}, true
}

// drawn is the share of a circle on which dots lie.
func (s *stamps) drawn(c circle, of []spot) float64 {
	const parts = 72
	var on [parts]bool
	room := rim * s.dpi
	for _, p := range of {
		dx, dy := p.x-c.x, p.y-c.y
		if math.Abs(math.Hypot(dx, dy)-c.r) > room {
			continue
		}
		on[int((math.Atan2(dy, dx)/math.Pi+1)/2*parts)%parts] = true
	}
	n := 0
	for _, o := range on {
		if o {
			n++
		}
	}
	return float64(n) / parts
}

// lift divides the light of a seal out of the picture.
func (s *stamps) lift(c circle) {
	if s.out == nil {
		s.out = append([]uint8(nil), s.src...)
	}
	reach := int(math.Ceil(max(2, spread*s.dpi)))
	x0, x1 := max(1, int(c.x-beyond*c.r)), min(s.w-1, int(c.x+beyond*c.r))
	y0, y1 := max(1, int(c.y-beyond*c.r)), min(s.h-1, int(c.y+beyond*c.r))
	paper := 1.0
	for _, d := range []float64{-c.r, c.r} { // in the middle there may be a star as large as a block of paper
		paper = max(paper, s.paper.At(c.x+d, c.y), s.paper.At(c.x, c.y+d))
	}
	darker := s.thinnest(c) >= 1-float64(c.light)/paper
	if darker {
		x0, x1, y0, y1 = 1, s.w-1, 1, s.h-1
	}
	w := x1 - x0
	if w <= 0 || y1 <= y0 {
		return
	}
	seal := make([]bool, w*(y1-y0))
	around := make([]int, int(2*c.r)) // even dots by how far they are from the middle
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if d := int(s.src[y*s.w+x]) - c.light; d <= levels && d >= -levels && s.smooth(x, y) {
				seal[(y-y0)*w+x-x0] = true
				if d := int(math.Hypot(float64(x)-c.x, float64(y)-c.y)); d < len(around) {
					around[d]++
				}
			}
		}
	}
	var within []bool
	if darker {
		within = framed(seal, w, int(broad*s.dpi), int(gap*s.dpi))
	}
	near := int(2 * rim * s.dpi)
	writing := max(1, int(s.dpi/100))
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			d := int(math.Hypot(float64(x)-c.x, float64(y)-c.y))
			if abs(d-int(c.r)) < near && d < len(around) && float64(around[d]) >= ringed*2*math.Pi*float64(d) {
				seal[(y-y0)*w+x-x0] = true
			}
			f := float64(d) / c.r
			if darker && (f >= written && f < 1 || within[(y-y0)*w+x-x0]) && s.palest(x, y, writing) >= c.light-levels {
				i := y*s.w + x
				s.out[i] = uint8(s.paper.At(float64(x), float64(y)))
			}
		}
	}
	// What is printed over the seal has the seal on both sides; beside the seal are its
	// edges, lighter than itself, and print that stays.
	edge := grown(grown(seal, w, 1, w, reach), 1, w, y1-y0, reach)
	inside := shrunk(shrunk(edge, w, 1, w, reach), 1, w, y1-y0, reach)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			k, i := (y-y0)*w+x-x0, y*s.w+x
			if !edge[k] || !inside[k] && int(s.src[i]) < c.light-levels {
				continue
			}
			paper := s.paper.At(float64(x), float64(y))
			s.out[i] = max(s.out[i], uint8(min(1, float64(s.src[i])/float64(c.light))*paper))
		}
	}
}

// shrunk takes away what lies within reach of what is not set.
func shrunk(in []bool, next, step, n, reach int) []bool {
	not := make([]bool, len(in))
	for i, v := range in {
		not[i] = !v
	}
	out := grown(not, next, step, n, reach)
	for i, v := range out {
		out[i] = !v
	}
	return out
}

func abs(v int) int { return max(v, -v) }

// thinnest is how dark the middles of thin strokes of print are, 0 to 1: those that lie
// level, darker than what is above and below them, and not under the seal, whose writing
// is as thin.
func (s *stamps) thinnest(c circle) float64 {
	off := max(2, int(s.dpi/70))
	var count [256]int
	n := 0
	for y := off; y+off < s.h; y++ {
		for x := y % 5; x < s.w; x += 5 {
			if math.Hypot(float64(x)-c.x, float64(y)-c.y) <= c.r {
				continue
			}
			i := y*s.w + x
			v := s.src[i]
			up, down := s.src[i-off*s.w], s.src[i+off*s.w]
			if v > s.src[i-s.w] || v >= s.src[i+s.w] || int(min(up, down))-int(v) < 40 {
				continue
			}
			count[v]++
			n++
		}
	}
	left, v := n*(100-thinShare)/100, 0
	for ; v < 255 && left >= count[v]; v++ {
		left -= count[v]
	}
	return 1 - float64(v)/255
}

// palest is the darkest level around a dot.
func (s *stamps) palest(x, y, reach int) int {
	lo := uint8(255)
	for v := max(0, y-reach); v <= min(s.h-1, y+reach); v++ {
		for u := max(0, x-reach); u <= min(s.w-1, x+reach); u++ {
			lo = min(lo, s.src[v*s.w+u])
		}
	}
	return int(lo)
}

// grown sets what lies within reach of what is set, along lines of n places, step apart;
// next is from one line to the next.
func grown(in []bool, next, step, n, reach int) []bool {
	out := make([]bool, len(in))
	lines := len(in) / n
	for l := range lines {
		from := l * next
		last := -reach - 1
		for i := range n {
			if in[from+i*step] {
				last = i
			}
			out[from+i*step] = i-last <= reach
		}
		last = n + reach
		for i := n - 1; i >= 0; i-- {
			if in[from+i*step] {
				last = i
			}
			out[from+i*step] = out[from+i*step] || last-i <= reach
		}
	}
	return out
}
