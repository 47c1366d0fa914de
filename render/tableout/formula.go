package tableout

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ziping/text/blank"
)

// A spreadsheet that opens delimited text takes every cell that begins with
// =, +, - or @ for something to work out, whatever blanks stand before it and,
// with a Chinese program, full-width signs as well. What it would make of the
// rest is its own affair (a call, a link to another file, a name, an error), so
// nothing is asked of the rest but that it is a plain quantity: -85.3 and
// +3.5个百分点 are what forms hold, and mean the same when they are worked out.

// Harmless puts an apostrophe before text that a spreadsheet would run.
func Harmless(s string) string {
	if begins(s) {
		return "'" + s
	}
	return s
}

// begins reports the beginning of a formula.
func begins(s string) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return blank.Gap(r) || unicode.Is(unicode.Cf, r) })
	sign, n := utf8.DecodeRuneInString(s)
	switch sign {
	case '+', '-', '＋', '－', '﹢', '﹣':
		return !quantity().MatchString(s[n:]) && !signs(s)
	case '=', '@', '＝', '＠', '﹦', '﹫':
		return !signs(s)
	}
	return false
}

// signs reports text of signs alone: a blank mark or a comparator, and nothing
// to work out.
func signs(s string) bool { return strings.Trim(s, "=+-@＝＋－＠﹦﹢﹣﹫") == "" }

// quantity is a number that is written as people do, with its unit: 85.3,
// 1,234.50, 5%, 3A级. Letters right behind the figures are in no formula.
var quantity = sync.OnceValue(func() *regexp.Regexp { // all letters make it large
	return regexp.MustCompile(`^([0-9]+(,[0-9]{3})*(\.[0-9]*)?|\.[0-9]+)[%‰％]?[\p{L}℃]*$`)
})
