package evidence

import "ziping/extract/pdfin/signs"

// Several finds the characters that a font's map turns into several figures, 55
// for 5: they are none of them. One of each is left.
func Several(chars []Char) []Char {
	kept := chars[:0]
	for i := 0; i < len(chars); {
		n := 1
		for i+n < len(chars) && chars[i].oneCode(&chars[i+n], n) {
			n++
		}
		figures := n > 1
		for k := i; k < i+n; k++ {
			figures = figures && signs.Digit(chars[k].Text)
		}
		if figures {
			ch := chars[i]
			ch.Add(ManyForOne, signs.Unreadable)
			kept = append(kept, ch)
		} else {
			kept = append(kept, chars[i:i+n]...)
		}
		i += n
	}
	return kept
}

// oneCode reports that the nth behind a character comes from the same code: it
// stands on the same spot.
func (ch *Char) oneCode(b *Char, n int) bool {
	return b.Run == ch.Run && b.Index == ch.Index+n && b.X == ch.X && b.Y == ch.Y
}
