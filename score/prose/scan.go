package prose

import (
	"unicode/utf8"

	"ziping/text/blank"
)

// clause is a stretch of text between two marks of punctuation.
type clause struct {
	span     Span // in characters of the compact text
	sentence int
	depth    int  // of brackets
	colon    bool // it ends with a colon
	figures  int
}

// reader holds one text while it is read. Its compact text is the text in
// half-width digits without white space, but for a space kept before a digit.
type reader struct {
	v        *vocabulary
	raw      []rune
	text     []rune  // compact
	from     []int32 // place in raw of each character of text
	clauses  []clause
	mentions []Mention
	years    []YearAt
	span     []Span // of each mention, in the compact text
	lead     []int  // where the words before each mention begin: the end of the figure before it, or the clause
	months   []month

	sentence, depth int
	paragraph       int
	yearOf          []yearMark
}

// newReader folds a text.
func newReader(text string) *reader {
	n := min(utf8.RuneCountInString(text), maxText)
	r := &reader{v: lexicon(), raw: make([]rune, 0, n), text: make([]rune, 0, n), from: make([]int32, 0, n+1)}
	numbers, last, gap := 0, rune(0), int32(-1)
	for _, c := range text {
		i := int32(len(r.raw))
		if i == maxText {
			break
		}
		r.raw = append(r.raw, c)
		if c < 0x4E00 || c > 0x9FFF { // all but Chinese characters
			if blank.Gap(c) {
				if gap < 0 {
					gap = i
				}
				continue
			}
			if c = half(c); digit(c) {
				if gap >= 0 && len(r.text) > 0 {
					r.text, r.from = append(r.text, ' '), append(r.from, gap)
					last = ' '
				}
				if !digit(last) {
					numbers++
				}
			}
		}
		gap = -1
		r.text, r.from = append(r.text, c), append(r.from, i)
		last = c
	}
	r.from = append(r.from, int32(len(r.raw)))
	r.mentions, r.span = make([]Mention, 0, numbers+1), make([]Span, 0, numbers+1)
	r.clauses = make([]clause, 0, len(r.raw)/10+4)
	return r
}

// half folds full-width digits, signs and letters; the comma stays, for it parts clauses and never digits.
func half(c rune) rune {
	if c == '\uff0c' {
		return c
	}
	return blank.Half(c)
}

func digit(c rune) bool { return c >= '0' && c <= '9' }

func letter(c rune) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// rawSpan is a compact span in characters of the text.
func (r *reader) rawSpan(s Span) Span {
	from := int(r.from[s.Start])
	if s.End <= s.Start {
		return Span{from, from}
	}
	return Span{from, int(r.from[s.End-1]) + 1}
}

// scan parts the text into clauses and finds its numbers.
func (r *reader) scan() {
	start := 0
	end := func(at int, sentence bool, colon bool) {
		r.clauses = append(r.clauses, clause{span: Span{start, at}, sentence: r.sentence, depth: r.depth, colon: colon})
		if sentence {
			r.sentence++
		}
	}
	quote := rune(0)
	quoted := 0
	for i := 0; i < len(r.text); {
		c := r.text[i]
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && r.v.quotes[c] != 0:
			quote, quoted = r.v.quotes[c], i
		case quote != 0 && i-quoted > 30:
			quote = 0 // never closed
		}
		switch c {
		case '。', ';', '!', '?':
			end(i, true, false)
			start = i + 1
			if c != ';' {
				r.paragraph++
			}
			i++
			continue
		case ',', '\uff0c', ':', '(', ')', '.':
			end(i, false, c == ':')
			start = i + 1
			switch c {
			case '(':
				r.depth++
			case ')':
				r.depth = max(0, r.depth-1)
			}
			i++
			continue
		}
		if !digit(c) {
			if numerals[c] != 0 && quote == 0 || c == '十' && quote == 0 || c == '百' && begins(r.text[i:], "百分之") {
				if end := r.chinese(i); end > 0 {
					i = end
					continue
				}
			}
			i++
			continue
		}
		if n := r.marker(i, start); n > 0 { // 2. …, (3) …: a new sentence
			if i > start {
				end(i, true, false)
			} else {
				r.sentence++
			}
			r.paragraph++
			start = i + n
			i += n
			continue
		}
		if k := r.label(i); k > 0 { // 目标2:
			if i > start+2 {
				end(i-2, true, false)
			} else {
				r.sentence++
			}
			r.paragraph++
			start = i + k
			i += k
			continue
		}
		i = r.number(i, quote != 0)
	}
	end(len(r.text), true, false)
}

// marker returns the length of the number of a list item at i, 0 where none stands there.
func (r *reader) marker(i, start int) int {
	n := 0
	for i+n < len(r.text) && digit(r.text[i+n]) && n < 3 {
		n++
	}
	if n > 2 || i+n >= len(r.text) {
		return 0
	}
	if p := i - 1; p >= start && r.text[p] != ' ' {
		return 0
	}
	switch r.text[i+n] {
	case '.', '、', ')':
	default:
		return 0
	}
	// 1.5公里 is a figure, 1.2022年 an item that begins with a year.
	rest := r.text[i+n+1:]
	if r.text[i+n] != ')' && len(rest) > 0 && digit(rest[0]) && !beginsYear(rest) {
		return 0
	}
	return n + 1
}

// label returns the length of the number of 目标2: at i with its mark, 0 where it is none.
func (r *reader) label(i int) int {
	w, ok := r.v.nameBefore.before(r.text[:i])
	if !ok || string(w.text) == "第" {
		return 0
	}
	n := 0
	for i+n < len(r.text) && digit(r.text[i+n]) && n < 3 {
		n++
	}
	if n > 2 || i+n >= len(r.text) {
		return 0
	}
	switch r.text[i+n] {
	case ':', '、', '.':
		if rest := r.text[i+n+1:]; r.text[i+n] == '.' && len(rest) > 0 && digit(rest[0]) && !beginsYear(rest) {
			return 0
		}
		return n + 1
	}
	return 0
}
