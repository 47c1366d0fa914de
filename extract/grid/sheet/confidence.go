package sheet

import (
	"math"
	"strconv"
)

// Lowest is the lowest confidence of recognised characters, 0 where one is
// doubtful, and none for a text layer in order.
type Lowest struct {
	value    float64
	known    bool
	Doubtful bool
}

// Add takes some characters into account.
func (l *Lowest) Add(s *Chars, glyphs []int) {
	for _, n := range glyphs {
		if s.Glyphs[n].Doubtful {
			l.value, l.known, l.Doubtful = 0, true, true
			continue
		}
		if c := s.Glyphs[n].Confidence; c > 0 && c <= 1 && (!l.known || c < l.value) {
			l.value, l.known = c, true
		}
	}
}

// String has three places at most, cut off; it is empty for a text layer in order.
func (l Lowest) String() string {
	if !l.known {
		return ""
	}
	return strconv.FormatFloat(math.Floor(l.value*1000)/1000, 'f', -1, 64)
}

// Confidence is the lowest of some characters.
func (s *Chars) Confidence(glyphs []int) Lowest {
	var l Lowest
	l.Add(s, glyphs)
	return l
}
