package glue

import (
	"slices"
	"strconv"
	"strings"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/blank"
	"ziping/text/bracket"
)

// text is what is to be cut: folded, with the place of each character in the print.
type text struct {
	runes  []rune // of half width, without blanks
	whole  string // the same
	starts []int  // where each of them begins in it, and where it ends
	print  []string
	border []bool // a cell ends for certain before the character
	line   []int  // which of the lines it stands in
}

// textOf joins lines. Each ends a cell, unless pages were put together that end
// anywhere: then they begin with marks (1、 2、), which are no text. Lines above the first
// mark are what the page around them says.
func textOf(lines []*table.Line) *text {
	t := &text{}
	marked := pageMarks(lines)
	for n, l := range lines {
		marks := n >= marked
		for k := range l.Items {
			s := l.Items[k].Text
			if marks {
				s = strings.TrimPrefix(strings.TrimLeft(s, "0123456789"), "、")
			}
			first := !marks || n == marked && n > 0 && k == 0
			for _, r := range s {
				folded := []rune(blank.Fold(string(r)))
				if len(folded) == 0 && len(t.print) > 0 && !first {
					t.print[len(t.print)-1] += string(r)
				}
				for i, f := range folded {
					p := string(r)
					if i > 0 {
						p = ""
					}
					t.runes, t.print, t.border, t.line = append(t.runes, f), append(t.print, p), append(t.border, first), append(t.line, n)
					first = false
				}
			}
		}
	}
	t.border = append(t.border, true)
	t.whole = string(t.runes)
	for at := range t.whole {
		t.starts = append(t.starts, at)
	}
	t.starts = append(t.starts, len(t.whole))
	return t
}

// pageMarks is where lines begin that begin with the numbers of pages, one after the other
// to the end; behind the last line where none do. What the page says above them is less than
// the first of them; more is the form, and they are its notes.
func pageMarks(lines []*table.Line) int {
	next, from, above := 1, 0, 0
	for n, l := range lines {
		s := l.Items[0].Text
		rest := strings.TrimLeft(s, "0123456789")
		switch mark := strings.HasPrefix(rest, "、") && s[:len(s)-len(rest)] == strconv.Itoa(next); {
		case mark && next == 1 && above <= len(s):
			from, next = n, 2
		case next == 1:
			above += len(s)
		case mark:
			next++
		case next > 1:
			return len(lines)
		}
	}
	if next <= 2 {
		return len(lines)
	}
	return from
}

// markedInside reports a text that begins with the mark of a page where other lines do
// not: the marks of the others stand inside words and figures.
func markedInside(lines []*table.Line) bool {
	return strings.HasPrefix(lines[0].Items[0].Text, "1、") && pageMarks(lines) == len(lines)
}

// printed is what stands from … to on paper.
func (t *text) printed(from, to int) string {
	return blank.Trim(strings.Join(t.print[from:to], ""))
}

func (t *text) folded(from, to int) string { return t.whole[t.starts[from]:t.starts[to]] }

// open reports that no cell ends for certain between from and to.
func (t *text) open(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if t.border[i] {
			return false
		}
	}
	return true
}

// lineEnd is where the line ends that a place is in.
func (t *text) lineEnd(at int) int {
	for at++; !t.border[at]; at++ {
	}
	return at
}

// closing is where a bracket that opens at a place ends.
func (t *text) closing(at, to int) int {
	for ; at < to && t.runes[at] != ')'; at++ {
	}
	return min(at+1, to)
}

// lastEnd is where the last sentence, date or line before a place ends.
func (t *text) lastEnd(from, at int) int {
	for ; at > from; at-- {
		r := t.runes[at-1]
		if t.border[at] || strings.ContainsRune(data.Ends, r) || string(r) == data.Day && at > 1 && isDigit(t.runes[at-2]) {
			return at
		}
	}
	return from
}

// before is where a value ends: at the line that begins with a heading or a label.
func (t *text) before(from, to int, named func(bare string) bool) int {
	for at := from + 1; at < to; at++ {
		if t.border[at] && t.match(at, named) > 0 {
			return at
		}
	}
	return to
}

// fewestOfName is how many characters a name has that is told by being there twice.
const fewestOfName = 6

// elsewhere reports a value to the end of its line, or up to the next label, that begins or
// ends another line as well: the office of the page is that of the form, and titles name
// what they are of.
func (t *text) elsewhere(from, to int) bool {
	if to-from < fewestOfName || !t.open(from, to) {
		return false
	}
	value := t.runes[from:to]
	for at := 0; at+len(value) <= len(t.runes); at++ {
		if end := at + len(value); (t.border[at] || t.border[end]) && t.line[at] != t.line[from] && t.open(at, end) && slices.Equal(t.runes[at:end], value) {
			return true
		}
	}
	return false
}

// longestHeading bounds a heading with its remark.
const longestHeading = 28

// match is the end of the longest heading that begins at a place, -1 for none.
func (t *text) match(at int, has func(bare string) bool) int {
	for to := min(len(t.runes), at+longestHeading); to > at+1; to-- {
		if t.runes[to-1] == '(' || !t.open(at, to) {
			continue
		}
		s := t.folded(at, to)
		if s[0] == '(' || s[0] == ')' || bracket.Open(s) != 0 {
			continue
		}
		if b := lexicon.Bare(s); b != "" && has(b) && !twoHeadings(s, has) {
			return to
		}
	}
	return -1
}

// matches are the ends of the longest headings that begin at each place up to another, -1
// where none does or it runs on behind that. None begins with one of some characters.
func (t *text) matches(from, to int, not string, has func(bare string) bool) []int {
	out := slices.Repeat([]int{-1}, to)
	for at := from; at < to; at++ {
		if strings.ContainsRune(not, t.runes[at]) {
			continue
		}
		if end := t.match(at, has); end <= to {
			out[at] = end
		}
	}
	return out
}

// twoHeadings reports headings that are one without the remark between them:
// 执行率(B/A)得分.
func twoHeadings(s string, has func(string) bool) bool {
	first, rest, ok := strings.Cut(s, ")")
	return ok && has(lexicon.Bare(first+")")) && has(lexicon.Bare(rest))
}
