package lines

import "math"

// A column breaks a text before its full stop now and then, which then stands alone in
// its line and is smaller than any stroke. It is the only ink below a line that is full,
// where the next line begins, and as wide as high.

const (
	// leastStop and mostStop are how wide and high it is, in characters, and roundStop how
	// far it is as wide as high.
	leastStop, mostStop, roundStop = 0.14, 0.42, 0.6
	// nearest and farthest are how far below the line's foot its own is.
	nearest, farthest = 0.5, 2.2
	// begins is how far from the place where lines begin it is, and full how much room a
	// full line leaves.
	begins, full = 0.6, 1.4
)

// stop is the line of a full stop that stands alone below other lines of a picture w dots
// wide.
func (o Options) stop(spots []Spot, above []Line, w int) (l Line, ok bool) {
	if len(above) == 0 || o.Specks > littered || o.Strewn {
		return l, false
	}
	last := above[len(above)-1]
	var s Spot
	for _, p := range spots {
		switch size := float64(max(p.X1-p.X0, p.Y1-p.Y0)); {
		case p.Y1 <= last.Y1 || size < max(2, leastPoint*o.Em):
		case s.Area == 0:
			s = p
		default:
			s = join(s, p)
		}
	}
	wide, high := float64(s.X1-s.X0), float64(s.Y1-s.Y0)
	below, aside := float64(s.Y1-last.Y1), math.Abs(float64(s.X0-last.X0))
	amid := math.Abs(float64(s.X0+s.X1-last.X0-last.X1)) / 2
	ok = s.Area > 0 && min(wide, high) >= leastStop*o.Em && max(wide, high) <= mostStop*o.Em && min(wide, high) >= roundStop*max(wide, high) &&
		below >= nearest*o.Em && below <= farthest*o.Em && min(aside, amid) <= begins*o.Em && float64(last.X1) >= float64(w-o.Edge)-full*o.Em
	return Line{s.X0, s.Y0, s.X1, s.Y1}, ok
}
