package drawn

import (
	"strings"

	"ziping/text/blank"
)

// A table drawn with lines of characters stands between rulings, and each of its cells
// between bars. Where a ruling stands between all rows, the lines between two of them are
// one row, whose cells were broken to the width of their columns.
//
//	+----------+--------+
//	| 产出指标 | 新建管 |
//	|          | 网长度 |
//	+----------+--------+

const (
	fewestRulings = 3 // of a table that is drawn so
	fewestDashes  = 3 // of a ruling
)

// barsDrawn are the bars that such tables are drawn with, beside |.
const barsDrawn = "│┃║｜"

// ruling reports a line that is drawn and says nothing.
func ruling(l string) bool {
	dashes := 0
	for _, r := range l {
		switch {
		case r == '-' || r == '=' || r == '─' || r == '━' || r == '═':
			dashes++
		case r == '+' || r == '|' || r >= '\u2500' && r <= '\u257f' || blank.Is(r):
		default:
			return false
		}
	}
	return dashes >= fewestDashes && strings.ContainsFunc(l, func(r rune) bool { return r == '+' || r >= '\u2500' && r <= '\u257f' })
}

// Unframed returns a text without the rulings of the tables that are drawn in it, with a row to
// a line and | between its cells, and whether there are any. Each line is where it was: rulings
// are empty, and of lines that were put together with one above, its last cell has the ends
// behind it, each as lineEnd.
func Unframed(text, lineEnd string) (string, bool) {
	if strings.Contains(text, lineEnd) || !strings.ContainsAny(text, "+┼├┬╋┣╠") {
		return text, false
	}
	var lines []string
	rulings, rows, groups := 0, 0, 0
	for rest, more := text, true; more; {
		var l string
		l, rest, more = strings.Cut(rest, "\n")
		l = strings.TrimSuffix(l, "\r")
		switch {
		case ruling(l):
			rulings, l = rulings+1, ""
		case between(l):
			l = strings.Map(func(r rune) rune {
				if strings.ContainsRune(barsDrawn, r) {
					return '|'
				}
				return r
			}, blank.Trim(l))
			if rows++; len(lines) == 0 || lines[len(lines)-1] == "" {
				groups++
			}
		}
		lines = append(lines, l)
	}
	if rulings < fewestRulings || rows == 0 {
		return text, false
	}
	if groups*2 <= rows { // rulings around the headings alone
		return strings.Join(lines, "\n"), true
	}
	var out []string
	for i := 0; i < len(lines); {
		to := i + 1
		for to < len(lines) && goesOnBelow(lines[i], lines[to]) {
			to++
		}
		out, i = append(out, oneRow(lines[i:to], lineEnd)), to
	}
	return strings.Join(out, "\n"), true
}

// between reports a line that begins and ends with a bar.
func between(l string) bool {
	l = blank.Trim(l)
	bar := func(r rune) bool { return r == '|' || strings.ContainsRune(barsDrawn, r) }
	return strings.IndexFunc(l, bar) == 0 && strings.LastIndexFunc(l, bar) >= len(l)-len("│")
}

// goesOnBelow reports a line with the bars of the one above it.
func goesOnBelow(above, l string) bool {
	return strings.HasPrefix(above, "|") && strings.HasPrefix(l, "|") && strings.Count(above, "|") == strings.Count(l, "|")
}

// oneRow puts the lines of a row together, cell by cell.
func oneRow(lines []string, lineEnd string) string {
	if len(lines) == 1 {
		return lines[0]
	}
	cells := strings.Split(lines[0], "|")
	for _, l := range lines[1:] {
		for k, s := range strings.Split(l, "|") {
			a, b := blank.Trim(cells[k]), blank.Trim(s)
			if a != "" && b != "" && letter(a[len(a)-1]) && letter(b[0]) {
				a += " "
			}
			cells[k] = a + b
		}
	}
	last := len(cells) - 2 // before the bar at the end
	cells[last] += strings.Repeat(lineEnd, len(lines)-1)
	return strings.Join(cells, "|")
}

// letter reports a letter of a language with blanks between words.
func letter(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }
