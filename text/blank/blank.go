// Package blank is the one definition of what is blank or cannot be seen in a
// text, and of the two forms in which stages read what is printed.
//
// A Document keeps every text as it was printed. No stage looks at that text
// through notions of its own: what must be told from it, is told from one of
//
//	blank.Fold("总\u2003分\uff1a") // "总分:", for words: no blanks at all, half width
//	blank.Close("774.80 10 元")    // "774.80 10元", for figures: blanks that part two of them stay
//
// and where a text is cut, trimmed or counted, Is, Unseen, Trim, Fields and None
// say what is blank. Nothing here is NFKC, which would turn ①②③ into 123 and
// lose what the formulas of headings refer to.
package blank

// Is reports a blank: what takes room on paper and shows nothing, line ends
// included. Blanks of every width are the same thing, for nobody can tell them
// apart by looking; what they are called in Unicode tells only which program
// wrote them.
func Is(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || r >= '\t' && r <= '\r'
	case r < 0x1100:
		return r == 0x85 || r == 0xA0
	case r < 0x2000:
		return r == 0x115F || r == 0x1160 || r == 0x1680 // Hangul fillers, Ogham
	case r <= 0x205F:
		return r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F // en, em, thin, figure, narrow …
	}
	return r == 0x2800 || r == 0x3000 || r == 0x3164 || r == 0xFFA0 // Braille, ideographic, Hangul fillers
}

// Unseen reports a character that neither shows anything nor takes room: joiners
// and marks of width zero, soft hyphens, marks of direction, variation selectors,
// byte-order marks, tags. Control characters are none: nobody knows what became
// of the character that stood there.
func Unseen(r rune) bool {
	switch {
	case r < 0x0300:
		return r == 0xAD
	case r < 0x2000:
		return r == 0x034F || r == 0x061C || r == 0x17B4 || r == 0x17B5 || r >= 0x180B && r <= 0x180F
	case r < 0x3000:
		return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F
	}
	return r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE0FFF
}

// Gap reports what stands between seen characters: a blank, or nothing to see.
func Gap(r rune) bool {
	switch {
	case r > ' ' && r < 0x7F, r > 0x3000 && r < 0xFE00 && r != 0x3164, r > 0xFF00 && r < 0xFFA0: // most characters
		return false
	}
	return Is(r) || Unseen(r)
}

// The characters of full width that have a kin in ASCII, and those of small print (﹥, ﹪).
const (
	wideFirst, wideLast, wideShift = 0xFF01, 0xFF5E, 0xFEE0
	smallFirst                     = 0xFE50
	smallLast                      = 0xFE6B
)

// small are the characters that those of small print stand for, in their order;
// two places of the block are not used.
var small = []rune(",、.\ufe53;:?!—(){}〔〕#&*+-<>=\ufe67\\$%@")

// Half is the character of half width for one of full width or small print, else r.
func Half(r rune) rune {
	switch {
	case r >= wideFirst && r <= wideLast:
		return r - wideShift
	case r >= smallFirst && r <= smallLast:
		return small[r-smallFirst]
	}
	return r
}

// stays reports a character that every form of a text keeps as it is: all but
// blanks, the unseen and the wide. Most are told by the first comparison.
func stays(r rune) bool {
	return r > ' ' && r < 0x7F || r > 0x3000 && r < 0xFE00 && r != 0x3164 || !Gap(r) && Half(r) == r
}
