package units

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestOpen is the number of characters of the longest unit that is not in the table.
const longestOpen = 8

// Open reports words that can stand behind a quantity as its unit. What can be
// counted is open: a unit of the table, or a few letters that name nothing that is
// measured (入托率). It may have a bracket: 人(次).
func Open(unit string) bool {
	if unit == "" {
		return true
	}
	t := data()
	if t.known[unit] {
		return true
	}
	s := unit
	if from := strings.IndexByte(s, '('); from >= 0 && strings.HasSuffix(s, ")") {
		s = s[:from] + s[from+1:len(s)-1]
	}
	n := utf8.RuneCountInString(s)
	if n > longestOpen || strings.ContainsAny(s, "0123456789()") || Strange(s) {
		return false
	}
	if n > 2 {
		for _, w := range t.NameEnds {
			if strings.HasSuffix(s, w) {
				return false
			}
		}
	}
	return true
}

// Strange reports what no unit is made of: it has no letter and is none of the table's
// signs, begins or ends with neither a letter
// nor a sign of units, or holds letters of foreign scripts, as figures do that were
// mistyped or misread (746.4З in Cyrillic).
func Strange(unit string) bool {
	if unit == "" {
		return false
	}
	if strings.IndexFunc(unit, unicode.IsLetter) < 0 && !data().known[unit] {
		return true
	}
	first, _ := utf8.DecodeRuneInString(unit)
	last, _ := utf8.DecodeLastRuneInString(unit)
	if !ofUnit(first) || !ofUnit(last) && last != ')' {
		return true
	}
	for _, r := range unit {
		if unicode.IsLetter(r) && !ofUnit(r) {
			return true
		}
	}
	return false
}

// ofUnit reports a letter of the scripts that units are written in, or their sign.
func ofUnit(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Latin, unicode.Greek) || strings.ContainsRune(data().Signs, r)
}

// InBrackets reports what belongs to a unit though it stands in brackets: 人(次).
func InBrackets(remark string) bool { return data().known[remark] }
