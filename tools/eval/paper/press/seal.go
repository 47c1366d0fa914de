package press

import (
	"math"
)

// Stamp is what is put on a printed sheet by hand.
type Stamp struct {
	X, Y   float64 // its middle, in points
	Radius float64 // of a round seal; half the width of a square stamp
	Round  bool
	Angle  float64 // radians, clockwise
	Text   string
}

// Press puts a stamp on a plane.
func (s *Stamp) Press(p *Plane, f Stack) {
	if s.Round {
		s.ring(p, s.Radius, s.Radius*0.05)
		s.star(p, s.Radius*0.3)
		s.arc(p, f)
		return
	}
	w, h := s.Radius, s.Radius*0.45
	t := s.Radius * 0.035
	for _, l := range [][4]float64{{-w, -h, w, -h}, {w, -h, w, h}, {w, h, -w, h}, {-w, h, -w, -h}} {
		s.stroke(p, l, t)
	}
	runes := []rune(s.Text)
	size := min(1.6*w/float64(max(1, len(runes))), h)
	for i, r := range runes {
		face, g := f.Find(r)
		if face != nil {
			x, y := s.at((float64(i)-float64(len(runes))/2)*size, size*0.36)
			p.glyph(face, g, x, y, size, s.turn(0))
		}
	}
}

// at turns a place relative to the middle.
func (s *Stamp) at(x, y float64) (float64, float64) {
	t := s.turn(0)
	return s.X + x*t.Cos - y*t.Sin, s.Y + x*t.Sin + y*t.Cos
}

func (s *Stamp) turn(more float64) Turn {
	return Turn{math.Sin(s.Angle + more), math.Cos(s.Angle + more)}
}

// fill covers the dots round the stamp for which inside holds, in places
// relative to its middle, with four samples a dot.
func (s *Stamp) fill(p *Plane, inside func(x, y float64) bool) {
	r := s.Radius * 1.1
	t := s.turn(0)
	for y := int((s.Y - r) * p.Scale); y < int((s.Y+r)*p.Scale); y++ {
		for x := int((s.X - r) * p.Scale); x < int((s.X+r)*p.Scale); x++ {
			n := 0
			for k := range 4 {
				dx := (float64(x)+0.25+0.5*float64(k&1))/p.Scale - s.X
				dy := (float64(y)+0.25+0.5*float64(k>>1))/p.Scale - s.Y
				if inside(dx*t.Cos+dy*t.Sin, dy*t.Cos-dx*t.Sin) {
					n++
				}
			}
			p.cover(x, y, uint8(255*n/4))
		}
	}
}

func (s *Stamp) ring(p *Plane, r, w float64) {
	s.fill(p, func(x, y float64) bool { d := math.Hypot(x, y); return d < r && d > r-w })
}

// stroke fills a line of a width between two places.
func (s *Stamp) stroke(p *Plane, l [4]float64, w float64) {
	n := math.Hypot(l[2]-l[0], l[3]-l[1])
	ux, uy := (l[2]-l[0])/n, (l[3]-l[1])/n
	s.fill(p, func(x, y float64) bool {
		along, off := (x-l[0])*ux+(y-l[1])*uy, (y-l[1])*ux-(x-l[0])*uy
		return along > -w && along < n+w && math.Abs(off) < w
	})
}

// star fills a five-pointed star.
func (s *Stamp) star(p *Plane, r float64) {
	s.fill(p, func(x, y float64) bool {
		d := math.Hypot(x, y)
		if d > r {
			return false
		}
		a := math.Mod(math.Atan2(x, -y)+2*math.Pi, 2*math.Pi/5)
		a = math.Abs(a - math.Pi/5) // 0 between two points
		// The edge runs from a point, r away, to the notch, 0.382 r away.
		px, py := r*math.Cos(math.Pi/5), r*math.Sin(math.Pi/5)
		qx := 0.382 * r
		return (d*math.Cos(a)-qx)*py-(d*math.Sin(a))*(px-qx) < 0
	})
}

// arc writes the text round the upper part of a seal.
func (s *Stamp) arc(p *Plane, f Stack) {
	runes := []rune(s.Text)
	size := min(s.Radius*0.3, 4*s.Radius/float64(max(1, len(runes))))
	r := s.Radius * 0.62
	wide := min(1.5*math.Pi, float64(len(runes))*size*1.1/r)
	for i, c := range runes {
		face, g := f.Find(c)
		if face == nil {
			continue
		}
		a := wide * ((float64(i)+0.5)/float64(len(runes)) - 0.5)
		adv := face.advance(g) * size / 2
		t := s.turn(a)
		x, y := s.X+r*t.Sin-adv*t.Cos, s.Y-r*t.Cos-adv*t.Sin
		p.glyph(face, g, x, y, size, t)
	}
}
