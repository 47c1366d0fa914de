package recognise

import "ziping/extract/ocr"

// guess is how sure a character is that was made up of ink that may be none: of lines of
// specks the engine of text makes words.
const guess = 0.15

// unmade is a line of which no character was made out: that there is ink is all that is
// told of it.
func unmade(l line) line {
	seen := spoken(l.reading)
	if len(seen) == 0 {
		return l
	}
	for _, s := range seen {
		if s.Alternatives[0].P >= guess {
			return l
		}
	}
	l.reading = ocr.Reading{Slots: []ocr.Slot{{
		From: seen[0].From, To: seen[len(seen)-1].To,
		Alternatives: []ocr.Alternative{{Text: other, P: guess}},
	}}}
	return l
}
