package evidence

import "math"

// Repeats finds characters that need not be listed because what stands on the
// same spot says the same: drawn once more, or not seen.
func Repeats(chars []Char) {
	drawnAgain(chars)
	echoes(chars)
}

// drawnAgain finds characters that are drawn again on the same spot, as programs
// do for want of a bold font. The repeat lies within an eighth of the size; the
// dots of `...` are further apart.
func drawnAgain(chars []Char) {
	seen := newSpots(4, 8)
	for i := range chars {
		ch := &chars[i]
		switch {
		case ch.Standing != OnPaper:
		case seen.near(ch.Text, ch, func(k int) bool { return ch.repeats(&chars[k]) }):
			ch.Add(Again, 0)
		default:
			seen.put(ch.Text, ch, i)
		}
	}
}

// repeats reports that a character stands where one before it stands.
func (ch *Char) repeats(o *Char) bool {
	near := min(0.125*ch.Run.Size, 0.4*ch.Along)
	return math.Abs(o.X-ch.X) < near && math.Abs(o.Y-ch.Y) < near && o.Index != ch.Index-1 ||
		o.X == ch.X && o.Y == ch.Y && o.Run != ch.Run
}

// echoes finds unseen characters that stand where a seen one says the same.
func echoes(chars []Char) {
	var seen *spots // made when the first unseen one is met
	for i := range chars {
		ch := &chars[i]
		if ch.Standing != Unseen {
			continue
		}
		if seen == nil {
			seen = newSpots(2, 1)
			for k := range chars {
				if o := &chars[k]; o.Standing == OnPaper {
					seen.put(o.Text, o, k)
				}
			}
		}
		if seen.near(ch.Text, ch, func(int) bool { return true }) {
			ch.Add(Echo, 0)
		}
	}
}
