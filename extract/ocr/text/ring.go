package text

import "math"

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

// shades says how dark a picture is, from 0 for paper to 1 for ink.
type shades struct {
	picture         []float32
	width           int
	paper, contrast float64
}

func newShades(picture []float32, l line) shades {
	return shades{picture, len(picture) / tall, l.paper/127.5 - 1, (l.paper - l.ink) / 127.5}
}

// ring is the best circle around a place of a line.
func (s shades) ring(near float64) (best ring) {
	for x := math.Floor(near - aside); x <= near+aside; x++ {
		for y := tall/2 - off; y <= tall/2+off; y++ {
			for radius := leastRadius; radius <= mostRadius; radius++ {
				r := ring{x: x, y: y, radius: radius}
				if r.score = s.score(r); r.score > best.score {
					best = r
				}
			}
		}
	}
	return best
}

// score is the share of directions in which there is ink at the radius and paper behind
// it. It is 0 where the circle is open or empty.
func (s shades) score(r ring) float64 {
	const (
		ink     = 0.2
		behind  = 4.0 // dots from the ring to the middle
		lighter = 0.12
	)
	found, clear, misses := 0, 0, 0
	for i := range rays {
		// The main directions first: most places are dismissed by them.
		direction := (i*8 + i/4) % rays
		sin, cos := math.Sincos(2 * math.Pi * float64(direction) / rays)
		at := func(radius float64) float64 { return s.dark(r.x+radius*cos, r.y+radius*sin) }
		d := math.Max(at(r.radius), math.Max(at(r.radius-0.8), at(r.radius+0.8)))
		if d < ink {
			if misses++; misses > rays/8 {
				return 0
			}
			continue
		}
		found++
		if at(r.radius-behind) < d-lighter {
			clear++
		}
	}
	if !s.filled(r) {
		return 0
	}
	return float64(found+clear) / (2 * rays)
}

// filled is whether something stands in the ring.
func (s shades) filled(r ring) bool {
	var most float64
	inner := 0.4 * r.radius
	for y := -inner; y <= inner; y++ {
		for x := -inner; x <= inner; x++ {
			most = math.Max(most, s.dark(r.x+x, r.y+y))
		}
	}
	return most > 0.35
}

// dark is the shade between four dots.
func (s shades) dark(x, y float64) float64 {
	i, j := int(math.Floor(x)), int(math.Floor(y))
	if i < 0 || j < 0 || i+1 >= s.width || j+1 >= tall {
		return 0
	}
	row, next := s.picture[j*s.width+i:], s.picture[(j+1)*s.width+i:]
	u, v := x-float64(i), y-float64(j)
	shade := (1-v)*((1-u)*float64(row[0])+u*float64(row[1])) + v*((1-u)*float64(next[0])+u*float64(next[1]))
	return (s.paper - shade) / s.contrast
}
