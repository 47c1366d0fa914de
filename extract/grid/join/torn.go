package join

import (
	"regexp"
	"strings"
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
	if unclosed(x) > 0 && unclosed(y) < 0 || partsNumber(x, y) {
		return true
	}
	if t.heading == nil || !hasHan.MatchString(x) || !t.heading(x+y) {
		return false
	}
	// Numbering and figures behind a complete heading are something else.
	return !t.heading(x) || goesBehind.MatchString(y) && (!t.heading(y) || outOfRoom(a, b))
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
	// A number that waits for more, and one that stands before its unit.
	waits = regexp.MustCompile(`[0-9][.\-—~～/]$`)
	unit  = regexp.MustCompile(`^(%|％|‰|[年月日]([0-9]|前|底|$))`)
	// What may follow a heading that is one without it, too.
	goesBehind = regexp.MustCompile(`^([(（]|\p{Han}+$)`)
	hasHan     = regexp.MustCompile(`\p{Han}`)
	date       = regexp.MustCompile(`^(19|20)[0-9]{2}([-/.][0-9]{1,2}[-/.][0-9]{1,2}|年[0-9]{1,2}月([0-9]{1,2}日)?)(前|底)?$`)
)

func partsNumber(x, y string) bool {
	last := x[len(x)-1]
	switch {
	case waits.MatchString(x):
		return y[0] >= '0' && y[0] <= '9'
	case last < '0' || last > '9':
		return false
	case unit.MatchString(y):
		return true
	}
	return date.MatchString(x+y) && !date.MatchString(x) && !strings.HasPrefix(y, "19") && !strings.HasPrefix(y, "20")
}
