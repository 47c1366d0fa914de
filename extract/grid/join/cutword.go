package join

import (
	"regexp"
	"unicode/utf8"

	"ziping/extract/grid/table"
)

// cutsWord reports whether the texts before and after a page break are one that the
// break cut within a word or number: a bracket opened before is closed after it,
// a number is parted from its unit or a date within, or both together are a known
// heading and the first is none.
func (t *growing) cutsWord(a, b *table.Entry) bool {
	x, y := a.Key(), b.Key()
	if x == "" || y == "" || utf8.RuneCountInString(x)+utf8.RuneCountInString(y) > longestCut {
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

// longestCut bounds what is looked at, in characters.
const longestCut = 400

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
	// What may follow a heading that is one without it, too: a word, a remark in
	// brackets, or both.
	goesBehind = regexp.MustCompile(`^(\p{Han}*[(（]|\p{Han}+$)`)
	hasHan     = regexp.MustCompile(`\p{Han}`)
)

// outOfRoom reports whether the first character of b would not have fitted at the
// end of the last line of a: a figure is parted where the line ends, wherever that is.
func outOfRoom(a, b *table.Entry) bool {
	q, r := a.LastPart(), &b.Parts[0]
	if len(q.Cell.Lines) == 0 || len(r.Cell.Lines) == 0 {
		return false
	}
	l := &q.Cell.Lines[len(q.Cell.Lines)-1]
	next := r.Sheet.Glyphs[r.Cell.Lines[0].Glyphs[0]].Box
	return l.Box[2]-l.Box[0]+next[2]-next[0] > q.Sheet.Room(q.Cell.Lines, q.Cell.Box)
}
