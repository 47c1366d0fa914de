package numerals

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is the number that a text begins with; n is 0 for none.
type paragraph struct {
	n     int
	style string
}

func paragraphs(texts []string) []paragraph {
	var out []paragraph
	for _, s := range texts {
		n, style := ordinal(s)
		out = append(out, paragraph{n, style})
	}
	return out
}

// SideBySide reports the paragraphs of two lists, one of each in turn: 1. 1. 2. 2.
func SideBySide(texts []string) bool {
	list := paragraphs(texts)
	for k := range list {
		if list[k].n != k/2+1 || k > 1 && list[k].style != list[k-2].style {
			return false
		}
	}
	return len(list) > 2 && len(list)%2 == 0
}

// BeginsAgain is where the second of two lists begins that stand one after the
// other, 0 where that cannot be told. Each of them counts from one on. Where the
// second might also be what the last paragraph of the first is made of (目标1,
// 目标2, 1., 2.), both must have as many paragraphs.
func BeginsAgain(texts []string) int {
	list, at := paragraphs(texts), 0
	for p := 1; p < len(list); p++ {
		if list[p].n != 1 || list[p-1].n == 0 || !counts(list[:p]) || !counts(list[p:]) {
			continue
		}
		if at > 0 {
			return 0
		}
		at = p
	}
	if at > 0 && counts(list) && fellows(list[:at]) != fellows(list[at:]) {
		return 0
	}
	return at
}

// counts reports paragraphs that are one list: each goes on with the numbers of its
// like, or begins a list within the one before it, or has no number.
func counts(list []paragraph) bool {
	if list[0].n != 1 {
		return false
	}
	var open []paragraph
	for _, p := range list {
		if p.n == 0 {
			continue
		}
		k := len(open) - 1
		for k >= 0 && open[k].style != p.style {
			k--
		}
		switch {
		case k >= 0 && p.n == open[k].n+1:
			open = append(open[:k], p)
		case k < 0 && p.n == 1:
			open = append(open, p)
		default:
			return false
		}
	}
	return true
}

// fellows are the paragraphs numbered like the first.
func fellows(list []paragraph) int {
	n := 0
	for _, p := range list {
		if p.style == list[0].style {
			n++
		}
	}
	return n
}

// Counts reports texts that are numbered one after the other in one style, from
// whichever number on, with ticks between: 1、部门预算项目, ☑, 2、市直专项, □. The texts
// have no blanks and half width.
func Counts(texts []string) bool {
	before, style := 0, ""
	for _, s := range texts {
		n, of := ordinal(s)
		switch {
		case strings.IndexFunc(s, unicode.IsLetter) < 0 && !HasDigit(s): // a tick
		case n == 0 || before > 0 && (of != style || n != before+1):
			return false
		default:
			before, style = n, of
		}
	}
	return before > 0
}

// Number is the number that a text begins with as one of a list, 0 for none. It has no blanks and
// half width.
func Number(s string) int {
	n, _ := ordinal(s)
	return n
}

// Starts are the texts with which numbered lists begin that stand one after the other, the first
// text among them: a list begins at one, and goes on with what counts on in its style, or is the
// rest of a line that ends in no mark. nil where a text is none of them. The texts have no blanks
// and half width.
func Starts(texts []string) (starts []int) {
	before, style := 0, ""
	for k, p := range paragraphs(texts) {
		switch {
		case p.n == 1 && (k == 0 || p.style == style):
			starts = append(starts, k)
		case k == 0, p.n > 0 && (p.style != style || p.n != before+1), p.n == 0 && ends(texts[k-1]):
			return nil
		}
		if p.n > 0 {
			before, style = p.n, p.style
		}
	}
	return starts
}

// ends reports a line that ends in a mark.
func ends(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsPunct(r) && !strings.ContainsRune(")》”’」", r)
}
