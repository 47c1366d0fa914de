package table

import "ziping/normalize/lexicon"

// IsTraditional reports a text whose first cells have traditional characters.
func IsTraditional(lines []*Line) bool {
	const (
		looked      = 60
		longHeading = 90 // bytes; longer texts are no headings
	)
	for n, l := range lines {
		if n == looked {
			break
		}
		for i := range l.Items {
			if b := l.Items[i].Bare; len(b) <= longHeading && lexicon.Simplified(b) != b {
				return true
			}
		}
	}
	return false
}

// Simplify makes the headings of a text in traditional characters those of the
// lexicon. The texts of cells stay as printed.
func Simplify(lines []*Line) {
	for _, l := range lines {
		for i := range l.Items {
			l.Items[i].Bare = lexicon.Simplified(l.Items[i].Bare)
		}
	}
}
