package text

import (
	"math"
	"sync"
)

const (
	// A ring is about an em wide; these are its radii in dots of the network.
	leastRadius, mostRadius = 11.0, 17.0
	// aside is how far from where something was seen the middle of its ring may be,
	// off how far from the middle of the line.
	aside, off = 12.0, 6.0
	// rays are how many directions from the middle are looked at.
	rays = 32
)

// ring is a circle with something in it, in dots of the network's picture.
type ring struct{ x, y, radius, score float64 }

// shades is a picture for the network, with what differences of shade count in it.
type shades struct {
	picture []float32
	width   int
	paper   float32
	// contrast is how far ink is from paper.
	contrast float32
	// darkest is the darkest dot within two rows and columns of each.
	darkest []float32
	beside  []float32 // the same of columns alone
}

// set shows another picture.
func (s *shades) set(picture []float32, l line) {
	s.picture, s.width = picture, len(picture)/tall
	s.paper, s.contrast = float32(l.paper/127.5-1), float32((l.paper-l.ink)/127.5)
	s.beside = least(s.beside, picture, 1)
	s.darkest = least(s.darkest, s.beside, s.width)
}

// least puts into to the least of five numbers, each step from the next, around each
// number of a picture. Beyond its first and last number is none, and rows are not told
// apart: what comes out may be too small at their ends.
func least(to, picture []float32, step int) []float32 {
	to = append(to[:0], picture...)
	for _, by := range []int{-2 * step, -step, step, 2 * step} {
		from, end := max(-by, 0), len(to)-max(by, 0)
		for i := from; i < end; i++ {
			to[i] = min(to[i], picture[i+by])
		}
	}
	return to
}

// ring is the best circle around a place of a line.
func (s *shades) ring(near float64) (best ring) {
	first, last := int(math.Floor(near-aside)), int(math.Floor(near+aside))
	circles := circles()
	for x := first; x <= last; x++ {
		for y := tall/2 - int(off); y <= tall/2+int(off); y++ {
			for i := range circles {
				if score := s.score(x, y, &circles[i], best.score); score > best.score {
					best = ring{x: float64(x), y: float64(y), radius: leastRadius + float64(i), score: score}
				}
			}
		}
	}
	return best
}

// spot is a place between four dots, seen from the middle of a ring: how far its upper
// left dot is, and what each of the four counts.
type spot struct {
	x, y   int
	weight [4]float32
}

// ray is where one direction from the middle of a ring meets it, three times as a
// stroke has some width, and where it is behind the stroke.
type ray struct {
	x, y   int // of the dot nearest to on
	on     [3]spot
	behind spot
}

// circle is a ring of one radius, and what is inside.
type circle struct {
	rays   [rays]ray
	inside []spot
}

// circles are the rings looked for, from leastRadius up. The main directions come first:
// most places are dismissed by them.
var circles = sync.OnceValue(func() (all [mostRadius - leastRadius + 1]circle) {
	const (
		behind = 4.0 // dots from the ring to the middle
		width  = 0.8
	)
	for i := range all {
		radius := leastRadius + float64(i)
		for k := range rays {
			sin, cos := math.Sincos(2 * math.Pi * float64((k*8+k/4)%rays) / rays)
			at := func(radius float64) spot { return newSpot(radius*cos, radius*sin) }
			all[i].rays[k] = ray{
				int(math.Round(radius * cos)), int(math.Round(radius * sin)),
				[3]spot{at(radius), at(radius - width), at(radius + width)}, at(radius - behind),
			}
		}
		inner := 0.4 * radius
		for y := -inner; y <= inner; y++ {
			for x := -inner; x <= inner; x++ {
				all[i].inside = append(all[i].inside, newSpot(x, y))
			}
		}
	}
	return all
})

func newSpot(x, y float64) spot {
	const least = 1 << 20 // so that a whole number that lost its last bit is one
	x, y = math.Round(x*least)/least, math.Round(y*least)/least
	i, j := math.Floor(x), math.Floor(y)
	u, v := x-i, y-j
	return spot{int(i), int(j), [4]float32{
		float32((1 - v) * (1 - u)), float32((1 - v) * u), float32(v * (1 - u)), float32(v * u),
	}}
}

// score is the share of directions in which there is ink at the radius and paper behind
// it. It is 0 where the circle is open or empty, or the share no more than least.
func (s *shades) score(x, y int, c *circle, least float64) float64 {
	ink, lighter := s.paper-float32(0.2*s.contrast), float32(0.12*s.contrast)
	found, clear, misses := 0, 0, 0
	for i := range c.rays {
		if float64(2*rays-2*misses-(found-clear))/(2*rays) <= least {
			return 0
		}
		r := &c.rays[i]
		if s.empty(x+r.x, y+r.y, ink) {
			if misses++; misses > rays/8 {
				return 0
			}
			continue
		}
		d := min(s.shade(x, y, &r.on[0]), s.shade(x, y, &r.on[1]), s.shade(x, y, &r.on[2]))
		if d > ink {
			if misses++; misses > rays/8 {
				return 0
			}
			continue
		}
		found++
		if s.shade(x, y, &r.behind) > d+lighter {
			clear++
		}
	}
	if !s.filled(x, y, c) {
		return 0
	}
	return float64(found+clear) / (2 * rays)
}

// empty is whether there is certainly no ink at a place and two dots around it, which
// is as far as the spots of a ray lie.
func (s *shades) empty(x, y int, ink float32) bool {
	return x >= 2 && y >= 2 && x+2 < s.width && y+2 < tall && s.darkest[y*s.width+x] > ink
}

// filled is whether something stands in the ring.
func (s *shades) filled(x, y int, c *circle) bool {
	ink := s.paper - float32(0.35*s.contrast)
	for i := range c.inside {
		if s.shade(x, y, &c.inside[i]) < ink {
			return true
		}
	}
	return false
}

// shade is the shade of a spot, paper outside the picture.
func (s *shades) shade(x, y int, at *spot) float32 {
	x, y = x+at.x, y+at.y
	if x < 0 || y < 0 || x+1 >= s.width || y+1 >= tall {
		return s.paper
	}
	row, next := s.picture[y*s.width+x:][:2], s.picture[(y+1)*s.width+x:][:2]
	w := &at.weight
	return float32(w[0]*row[0]) + float32(w[1]*row[1]) + float32(w[2]*next[0]) + float32(w[3]*next[1])
}
