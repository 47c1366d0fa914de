package read

import "ziping/normalize/lexicon"

// traditional reports a text whose first cells have traditional characters.
func traditional(lines []*line) bool {
	const (
		looked      = 60
		longHeading = 90 // bytes; longer texts are no headings
	)
	for n, l := range lines {
		if n == looked {
			break
		}
		for i := range l.items {
			if b := l.items[i].bare; len(b) <= longHeading && lexicon.Simplified(b) != b {
				return true
			}
		}
	}
	return false
}

// simplify makes the headings of a text in traditional characters those of the
// lexicon. The texts of cells stay as printed.
func simplify(lines []*line) {
	for _, l := range lines {
		for i := range l.items {
			l.items[i].bare = lexicon.Simplified(l.items[i].bare)
		}
	}
}
