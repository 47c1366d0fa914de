package evidence

import "ziping/extract/pdfin/signs"

// Settle adds what the fonts of a page say, once all its characters were
// examined, and leaves out those that are blanks by that.
func Settle(chars []Char) []Char {
	tooWide(chars)
	misnames(chars)
	kept := chars[:0]
	for _, ch := range chars {
		f := ch.Run.Font
		switch unnamed := ch.Has(NoName); {
		case ch.misnamed():
		case unnamed || f.blind():
			if fits(f.straight) {
				ch.Add(Straight, signs.Ordinary(ch.Named))
			} else {
				ch.Add(Program, f.read(ch.Named, unnamed))
				if signs.Empty(ch.Text) {
					continue
				}
			}
		case signs.Digit(ch.Named) && f.lies():
			ch.Add(OtherFigure, f.drawnFigure(ch.Named))
		default:
			ch.Verdict = Judge(ch.Named, ch.Pieces)
		}
		kept = append(kept, ch)
	}
	return kept
}
