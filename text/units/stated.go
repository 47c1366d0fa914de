package units

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/text/blank"
)

// longestStated is more bytes than a caption has that states a unit; longer text is
// narrative.
const longestStated = 1200

// MoneyIn is the unit of money that a caption or heading states: 项目资金(万元),
// 单位：人民币万元, (单位:万元、%). It must be a word of its own: 单位:元谋县教育局
// names an office.
func MoneyIn(text string) (unit string, ok bool) {
	if len(text) > longestStated {
		return "", false
	}
	t := data()
	if s := blank.Fold(text); strings.HasSuffix(s, ")") && !strings.Contains(s, "(") { // 项目资金万元), its bracket lost
		s = strings.TrimSuffix(s, ")")
		unit = s[len(CutMoney(s)):]
		return unit, unit != ""
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if r = blank.Half(r); r != '(' && r != '[' && r != '【' && r != '〔' && r != ':' {
			continue
		}
		if r == ':' && !t.namesMoney(text[:at-size]) {
			continue
		}
		if unit, ok := t.moneyAt(text[at:], r == ':'); ok {
			return unit, true
		}
	}
	return "", false
}

// CutMoney takes a unit of money off the end of a text: 项目资金万元.
func CutMoney(text string) string {
	out := text
	for _, w := range data().purse {
		if rest, ok := strings.CutSuffix(text, w); ok && len(rest) < len(out) {
			out = rest
		}
	}
	return out
}

// MoneyFirst is the unit of money that stands in a list of units and nothing else,
// as behind 单位: (万元、%, 元 2023年).
func MoneyFirst(list string) (unit string, ok bool) {
	if len(list) > longestStated {
		return "", false
	}
	return data().moneyAt(list, true)
}

// namesMoney reports words that end in 单位 or another name for a unit of money.
func (t *table) namesMoney(before string) bool {
	const enough = 120
	if len(before) > enough {
		before = before[len(before)-enough:]
	}
	s := blank.Fold(before)
	for _, w := range t.MoneyNames {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// moneyAt is the unit of money that a text begins with, or that stands in its list
// of units (公里、万元). Short forms need a colon before them.
func (t *table) moneyAt(text string, named bool) (string, bool) {
	for {
		for _, w := range t.Currency {
			if rest, ok := blank.CutPrefix(text, w); ok {
				text = strings.TrimLeftFunc(rest, func(r rune) bool { return blank.Gap(r) || strings.ContainsRune("(:/,、", blank.Half(r)) })
			}
		}
		for _, w := range t.purse {
			if rest, ok := blank.CutPrefix(text, w); ok && ends(rest, t.Currency) {
				return w, true
			}
		}
		if named {
			for short, w := range t.MoneyAlone {
				if rest, ok := blank.CutPrefix(text, short); ok && ends(rest, t.Currency) {
					return w, true
				}
			}
		}
		next := strings.IndexFunc(text, endsEntry)
		if next < 0 {
			return "", false
		}
		r, size := utf8.DecodeRuneInString(text[next:])
		if r = blank.Half(r); r == ')' || r == ']' || r == '】' || r == '〕' {
			return "", false
		}
		text = text[next+size:]
	}
}

// endsEntry reports the end of an entry of a list of units, or of the list.
func endsEntry(r rune) bool {
	return strings.ContainsRune(",、;/)]】〕", blank.Half(r)) || r == '，'
}

// ends reports that a word ends before rest: no letter follows, or one that blanks
// part from it and that is not spaced out itself (元 谋 县 is a name).
func ends(rest string, after []string) bool {
	for _, w := range after {
		if cut, ok := blank.CutPrefix(rest, w); ok {
			rest = cut
		}
	}
	gaps, size := blank.Lead(rest)
	r, first := utf8.DecodeRuneInString(rest[size:])
	switch {
	case first == 0 || !unicode.IsLetter(r):
		per, divided := strings.CutPrefix(blank.Fold(rest), "/") // 元/人 is no unit of money, 万元/% two units
		return !divided || strings.HasPrefix(per, "%")
	case gaps != 1:
		return gaps > 1
	}
	next, _ := utf8.DecodeRuneInString(rest[size+first:])
	return next != utf8.RuneError && !blank.Is(next)
}
