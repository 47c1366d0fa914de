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
	type spot struct {
		r    rune
		x, y int
	}
	const pitch = 4.0
	seen := make(map[spot][]int, len(chars))
	for i := range chars {
		ch := &chars[i]
		if ch.Standing != OnPaper {
			continue
		}
		x, y := int(math.Floor(ch.X/pitch)), int(math.Floor(ch.Y/pitch))
		again := false
		for dx := -1; dx <= 1 && !again; dx++ {
			for dy := -1; dy <= 1 && !again; dy++ {
				for _, k := range seen[spot{ch.Text, x + dx, y + dy}] {
					if again = ch.repeats(&chars[k]); again {
						break
					}
				}
			}
		}
		if again {
			ch.Add(Again, 0)
			continue
		}
		s := spot{ch.Text, x, y}
		if len(seen[s]) < 8 {
			seen[s] = append(seen[s], i)
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
	type spot struct {
		r    rune
		x, y int
	}
	const pitch = 2.0
	var at map[spot]bool // made when the first unseen one is met
	for i := range chars {
		ch := &chars[i]
		if ch.Standing != Unseen {
			continue
		}
		if at == nil {
			at = make(map[spot]bool, len(chars))
			for k := range chars {
				if o := &chars[k]; o.Standing == OnPaper {
					at[spot{o.Text, int(o.X / pitch), int(o.Y / pitch)}] = true
				}
			}
		}
		again := false
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				again = again || at[spot{ch.Text, int(ch.X/pitch) + dx, int(ch.Y/pitch) + dy}]
			}
		}
		if again {
			ch.Add(Echo, 0)
		}
	}
}
