package evidence

import "math"

// spots finds characters by where they stand: those of one patch of the page, and
// of the eight around it.
type spots struct {
	pitch float64 // of the patches, in points: nothing further apart need be found
	most  int     // characters of a patch that are remembered
	at    map[patch][]int
}

// patch is a square of the page and a kind of character, packed into a number, which
// a map finds fastest.
type patch uint64

// far is more squares than a page has; what is beyond counts as standing there.
const far = 1 << 20

func patchOf(r rune, x, y int) patch {
	x, y = min(max(x, 1-far), far-1), min(max(y, 1-far), far-1)
	return patch(uint32(r))<<42 | patch(x+far)<<21 | patch(y+far)
}

func newSpots(pitch float64, most int) *spots {
	return &spots{pitch, most, map[patch][]int{}}
}

// square is where a character stands.
func (s *spots) square(ch *Char) (x, y int) {
	return int(math.Floor(ch.X / s.pitch)), int(math.Floor(ch.Y / s.pitch))
}

// put remembers the ith character, of kind r.
func (s *spots) put(r rune, ch *Char, i int) {
	x, y := s.square(ch)
	p := patchOf(r, x, y)
	if list := s.at[p]; len(list) < s.most {
		s.at[p] = append(list, i)
	}
}

// near calls visit with those of kind r that stand near, until it has enough,
// and reports that.
func (s *spots) near(r rune, ch *Char, visit func(i int) (enough bool)) bool {
	atX, atY := s.square(ch)
	for x := atX - 1; x <= atX+1; x++ {
		for y := atY - 1; y <= atY+1; y++ {
			for _, i := range s.at[patchOf(r, x, y)] {
				if visit(i) {
					return true
				}
			}
		}
	}
	return false
}
