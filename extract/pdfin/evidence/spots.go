package evidence

import "math"

// spots finds characters by where they stand: those of one patch of the page, and
// of the eight around it.
type spots struct {
	pitch float64 // of the patches, in points: nothing further apart need be found
	most  int     // characters of a patch that are remembered
	at    map[patch][]int
}

// patch holds characters of one kind: r tells kinds apart.
type patch struct {
	r    rune
	x, y int
}

func newSpots(pitch float64, most int) *spots {
	return &spots{pitch, most, map[patch][]int{}}
}

func (s *spots) patch(r rune, ch *Char) patch {
	return patch{r, int(math.Floor(ch.X / s.pitch)), int(math.Floor(ch.Y / s.pitch))}
}

// put remembers the ith character, of kind r.
func (s *spots) put(r rune, ch *Char, i int) {
	p := s.patch(r, ch)
	if len(s.at[p]) < s.most {
		s.at[p] = append(s.at[p], i)
	}
}

// near calls visit with those of kind r that stand near, until it has enough,
// and reports that.
func (s *spots) near(r rune, ch *Char, visit func(i int) (enough bool)) bool {
	p := s.patch(r, ch)
	for x := p.x - 1; x <= p.x+1; x++ {
		for y := p.y - 1; y <= p.y+1; y++ {
			for _, i := range s.at[patch{r, x, y}] {
				if visit(i) {
					return true
				}
			}
		}
	}
	return false
}
