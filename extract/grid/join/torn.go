package join

import (
	"regexp"
	"unicode/utf8"

	"ziping/extract/grid/table"
)

// torn reports whether the texts before and after a page break are one that the
// break cut within a word or number: a bracket opened before is closed after it,
// a number is parted from its unit or a date within, or both together are a known
// heading and the first is none.
func (t *growing) torn(a, b *table.Entry) bool {
	x, y := a.Key(), b.Key()
	if x == "" || y == "" || utf8.RuneCountInString(x)+utf8.RuneCountInString(y) > longestTorn {
		return false
	}
	if unclosed(x) > 0 && unclosed(y) < 0 || a.LastPart().Sheet.Words.PartsNumber(x, y) {
		return true
	}
	if !hasHan.MatchString(x) || !t.doc.Heading(x+y) {
		return false
	}
	// Numbering and figures behind a complete heading are something else.
	return !t.doc.Heading(x) || goesBehind.MatchString(y) && (!t.doc.Heading(y) || outOfRoom(a, b))
}

// longestTorn bounds what is looked at, in characters.
const longestTorn = 400

// unclosed counts the brackets that a text opens and does not close; below 0 where
// it closes one that it did not open.
func unclosed(s string) int {
	open := 0
	for _, r := range s {
		switch r {
		case '(', '（', '《', '“':
			open++
		case ')', '）', '》', '”':
			if open == 0 {
				return -1
			}
			open--
		}
	}
	return open
}

var (
	// What may follow a heading that is one without it, too.
	goesBehind = regexp.MustCompile(`^([(（]|\p{Han}+$)`)
	hasHan     = regexp.MustCompile(`\p{Han}`)
)
