package value

import (
	"errors"
	"strings"
	"unicode/utf8"

	"ziping/text/dates"
	"ziping/text/num"
)

// class is what a piece of a cell's text is.
type class uint8

const (
	word   class = iota // units, tails, and whatever is none of the others
	figure              // 1,234.50
	year                // 2022 before 年: a figure only in a range
	apart               // 774.80 10: figures that blanks part
	broken              // 7,00.0,77 or 3M.8: digits that are no figure
	dash                // - ~ 至 between the ends of a range
	remark              // (…), without its brackets
	stop                // punctuation, a bracket without its partner
)

// token is a piece of a cell's text.
type token struct {
	class class
	text  string
	n     num.Decimal // of a figure or a year
}

// most is more tokens than a text that is a value has; one with more is words.
const most = 8

// tokens is a text cut up; whole says that all of it is.
type tokens struct {
	list  [most]token
	n     int
	whole bool
}

// lex cuts a closed text into tokens. Each takes all that could belong to it, so
// that what is read as a figure is a figure in full.
func lex(s string) (t tokens) {
	t.whole = true
	for s != "" {
		if t.n == most {
			t.whole = false
			return t
		}
		tok, size := t.next(s)
		t.list[t.n] = tok
		t.n++
		s = s[size:]
	}
	return t
}

// last is the class of the latest token, stop before the first.
func (t *tokens) last() class {
	if t.n == 0 {
		return stop
	}
	return t.list[t.n-1].class
}

func (t *tokens) next(s string) (token, int) {
	begins := t.n == 0 || t.last() == dash
	switch {
	case startsWithDigit(s), begins && signed(s):
		return number(s)
	case s[0] == '(':
		if end := closing(s); end > 0 {
			return token{class: remark, text: s[1:end]}, end + 1
		}
		return token{class: stop, text: s[:1]}, 1
	}
	if !begins {
		if rest, ok := cutDash(s); ok {
			return token{class: dash, text: s[:len(s)-len(rest)]}, len(s) - len(rest)
		}
	}
	if r, size := utf8.DecodeRuneInString(s); strings.ContainsRune(stops, r) {
		return token{class: stop, text: s[:size]}, size
	}
	end := wordEnd(s)
	return token{class: word, text: s[:end]}, end
}

// stops is punctuation that no unit has inside.
const stops = ",.;:?!)、。\uff0c\uff1b"

// number reads the digits that s begins with.
func number(s string) (token, int) {
	n, rest, err := num.Scan(s)
	size := len(s) - len(rest)
	if k := smudge(rest); k > 0 {
		size += k
		return token{class: broken, text: s[:size]}, size
	}
	tok := token{class: figure, text: s[:size], n: n}
	switch {
	case errors.Is(err, num.ErrApart):
		tok.class = apart
	case err != nil:
		tok.class = broken
	case size == len("2022"):
		_, isYear := dates.Year(tok.text)
		if _, ok := cutPrefix(rest, vocabulary().Year); ok && isYear {
			tok.class = year
		}
	}
	return tok, size
}

// cutDash takes a dash off the front where a digit follows.
func cutDash(s string) (rest string, ok bool) {
	w := vocabulary()
	if rest, ok = cutPrefix(s, w.Dashes); !ok {
		rest, ok = cutPrefix(s, w.DashWords)
	}
	return rest, ok && startsWithDigit(rest)
}

// wordEnd is where the word that s begins with ends: before a digit with its dash,
// a bracket or a stop.
func wordEnd(s string) int {
	for i, r := range s {
		switch {
		case i == 0:
		case r >= '0' && r <= '9', r == '(', strings.ContainsRune(stops, r):
			return i
		case strings.ContainsRune(vocabulary().dashFirst, r):
			if _, ok := cutDash(s[i:]); ok {
				return i
			}
		}
	}
	return len(s)
}

// closing is where the bracket that s begins with closes, 0 for nowhere.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// signed reports a sign with a digit behind it.
func signed(s string) bool {
	for _, sign := range []string{"-", "+", "−"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return startsWithDigit(rest)
		}
	}
	return false
}

// smudge is the length of letters that digits became, with what digits follow them:
// O in 2O, M.8 in 3M.8. A unit may begin with a letter (5M, 10km), but not with one
// that only a digit looks like, and none goes on as a figure.
func smudge(s string) int {
	i := 0
	alike := true
	for i < len(s) && (letter(s[i]) || s[i] == '|') {
		alike = alike && (likeDigit(s[i]) || likeDigitBefore(s[i]) && i+1 < len(s) && (s[i+1] == '.' || startsWithDigit(s[i+1:])))
		i++
	}
	if i == 0 {
		return 0
	}
	point := i+1 < len(s) && s[i] == '.' && startsWithDigit(s[i+1:])
	percent := s[i:] == "%"
	han := i < len(s) && s[i] >= utf8.RuneSelf && s[i-1] != 'l'
	if !point && (!alike || i < len(s) && !startsWithDigit(s[i:]) && s[i] != '.' && !percent && !han) {
		return 0
	}
	for i < len(s) && (s[i] == '.' || startsWithDigit(s[i:]) || likeDigit(s[i])) {
		i++
	}
	return i
}

func letter(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// likeDigit reports letters that stand for digits wherever they stand among them.
func likeDigit(c byte) bool { return c == 'O' || c == 'o' || c == 'I' || c == 'l' || c == '|' }

// likeDigitBefore reports letters that do where digits follow; elsewhere they are units.
func likeDigitBefore(c byte) bool { return c == 'S' || c == 'B' || c == 'Z' || c == 'M' }
