package tabin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/text/blank"
)

// Text that lost its columns on the way: copied from a page cell by cell, or
// with blanks for separators. What is certain from the text alone is where a
// cell begins and ends; in which column it stands is not, and is left to the
// stage that knows the headings. A warning says so.
//
//	总额 |           one cell to a line, each closed by |; a lone | is an empty cell
//	880 880 10 10    cells told apart by blanks

// uneven reports rows whose number of | says nothing: empty cells ran together.
func uneven(counts map[int]int, lines int) bool {
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	return most*10 < lines*6
}

// enough is the weight of figures in a row that shows a table.
const enough = 3

// flat finds the dialect of a text without tabs.
func flat(text string) (dialect, bool) {
	var lines, closed, lone, aligned, single, spaced, empties int
	piped, counts := 0, map[int]int{} // lines by their number of |
	prevEmpty := false
	for rest, more := text, true; more; {
		var l string
		l, rest, more = cutLine(rest)
		if strings.Contains(l, "\t") {
			return 0, false
		}
		s := blank.Trim(l)
		if s == "" {
			if l != "" && prevEmpty {
				spaced++ // a paragraph of blanks between empty lines
			}
			if l == "" && lines > 0 {
				empties++
			}
			prevEmpty = l == ""
			continue
		}
		prevEmpty = false
		lines++
		switch n := strings.Count(s, "|"); {
		case n == 1 && s == "|":
			lone++
		case n == 1 && strings.HasSuffix(s, "|"):
			closed++
		case n > 1:
			piped++
			counts[n]++
		case n == 0:
			wide, narrow := figureRuns(s)
			aligned, single = aligned+wide, single+narrow
		}
	}
	switch {
	case lone >= 3 || closed*2 > lines && closed >= 8:
		return cells, true
	case piped > 4 && uneven(counts, piped):
		return collapsed, true
	case strings.Count(text, "|") > 4:
		return 0, false
	case spaced >= 3 && empties*2 > lines && single+aligned < enough:
		return paragraphs, true
	case aligned >= enough && aligned >= single:
		return wideBlanks, true
	case single >= enough:
		return blanks, true
	}
	return 0, false
}

// figureRuns weighs the places where figures stand in a row, apart by two or
// more blanks or by one: 1 for two figures, 2 for more. Figures beside each
// other are cells, never one text.
func figureRuns(s string) (wide, narrow int) {
	run, gaps := 0, 0
	flush := func() {
		if run >= 2 {
			if gaps >= run-1 {
				wide += min(run-1, 2)
			} else {
				narrow += min(run-1, 2)
			}
		}
		run, gaps = 0, 0
	}
	for gap := 0; len(s) > 0; {
		if blanks, size := blank.Lead(s); size > 0 {
			gap, s = blanks, s[size:]
			continue
		}
		w := s
		if end := strings.IndexFunc(s, blank.Is); end >= 0 {
			w = s[:end]
		}
		s = s[len(w):]
		if !figureLike(w) {
			flush()
			gap = 0
			continue
		}
		if run > 0 && gap > 1 {
			gaps++
		}
		run++
		gap = 0
	}
	flush()
	return wide, narrow
}

// notInUnits are signs of dates and of running text.
const notInUnits = "年月日、,，。:0123456789"

// figureLike reports 880, 93.5%, -20.5, ≥6200盏, in whatever width, and nothing longer.
func figureLike(w string) bool {
	w = halfWidth(w)
	w = strings.TrimLeft(w, "≥≤=><≧≦-")
	rest := strings.TrimLeft(w, "0123456789.,")
	return rest != w && w[0] >= '0' && w[0] <= '9' && utf8.RuneCountInString(rest) <= 3 && !strings.ContainsAny(rest, notInUnits)
}

// halfWidth gives figures in full width, and the signs beside them, their usual one.
func halfWidth(w string) string {
	if !strings.Contains(w, "\uff10"[:2]) { // the first bytes of all of them
		return w
	}
	return blank.Fold(w)
}

// readFlat reads a text of these dialects.
func (b *builder) readFlat(d dialect, text string) error {
	b.warn(extract.WarnFlattened, extract.Text{
		ZH: "文本没有保留各列的位置；单元格所在的列由表头、数值类型和合计关系推定",
		EN: "the text does not keep its columns; which column a cell stands in is worked out from headings, kinds of values and sums",
	}, nil)
	switch d {
	case cells:
		return b.closedCells(text)
	case paragraphs:
		return b.paragraphs(text)
	}
	line := 0
	for more := true; more; {
		var l string
		l, text, more = cutLine(text)
		line++
		if blank.None(l) {
			continue
		}
		if d == collapsed {
			l = strings.ReplaceAll(l, "|", "  ")
		}
		if err := b.row(splitBlanks(l, d != blanks), line); err != nil {
			return err
		}
	}
	return nil
}

// closedCells reads cells that each end with |. Empty ones count as rows, so
// that their place is kept.
func (b *builder) closedCells(text string) error {
	line := 1
	for text != "" {
		c, rest, _ := strings.Cut(text, "|")
		text = rest
		if rest == "" && blank.None(c) {
			break
		}
		lead := len(c) - len(blank.TrimLeft(c))
		if err := b.row([]string{oneLine(c)}, line+strings.Count(c[:lead], "\n")); err != nil {
			return err
		}
		line += strings.Count(c, "\n")
	}
	return nil
}

// paragraphs reads a cell from each paragraph; a paragraph of blanks is an empty cell.
func (b *builder) paragraphs(text string) error {
	line, from := 0, 0
	var open []string
	flush := func() error {
		if open == nil {
			return nil
		}
		err := b.row([]string{oneLine(strings.Join(open, " "))}, from)
		open = nil
		return err
	}
	for more := true; more; {
		var l string
		l, text, more = cutLine(text)
		line++
		if l == "" {
			if err := flush(); err != nil {
				return err
			}
			continue
		}
		if open == nil {
			from = line
		}
		open = append(open, l)
	}
	return flush()
}

// oneLine is a cell's text without the line breaks inside it.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// splitBlanks splits at every blank, or at two and more (one as wide as a
// character counts as two).
func splitBlanks(s string, wide bool) []string {
	if !wide {
		return blank.Fields(s)
	}
	var out []string
	from := 0 // of the part
	for at := 0; at < len(s); {
		_, width := utf8.DecodeRuneInString(s[at:])
		blanks, size := blank.Lead(s[at:])
		if size > 0 {
			width = size
		}
		if blanks > 1 {
			out = append(out, s[from:at])
			from = at + size
		}
		at += width
	}
	out = append(out, s[from:])
	out = slices.DeleteFunc(out, blank.None)
	for i := range out {
		out[i] = blank.Trim(out[i])
	}
	return out
}
