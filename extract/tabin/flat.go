package tabin

import (
	"strings"
	"unicode"

	"ziping/extract"
)

// Text that lost its columns on the way: copied from a page cell by cell, or
// with blanks for separators. What is certain from the text alone is where a
// cell begins and ends; in which column it stands is not, and is left to the
// stage that knows the headings. A warning says so.
//
//	总额 |           one cell to a line, each closed by |; a lone | is an empty cell
//	880 880 10 10    cells told apart by blanks

// flat finds the dialect of a text without tabs.
func flat(text string) (dialect, bool) {
	var lines, closed, lone, aligned, single, spaced, empties int
	prevEmpty := false
	for rest, more := text, true; more; {
		var l string
		l, rest, more = cutLine(rest)
		if strings.Contains(l, "\t") {
			return 0, false
		}
		s := strings.TrimSpace(l)
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
		case n == 0:
			wide, narrow := figureRuns(s)
			aligned, single = aligned+wide, single+narrow
		}
	}
	switch {
	case lone >= 3 || closed*2 > lines && closed >= 8:
		return cells, true
	case strings.Count(text, "|") > 4:
		return 0, false
	case spaced >= 3 && empties*2 > lines && single+aligned < 2:
		return paragraphs, true
	case aligned >= 2 && aligned >= single:
		return wideBlanks, true
	case single >= 2:
		return blanks, true
	}
	return 0, false
}

// figureRuns counts places where three figures stand in a row, apart by two or
// more blanks or by one. Figures beside each other are cells, never one text.
func figureRuns(s string) (wide, narrow int) {
	run, gaps := 0, 0
	flush := func() {
		if run >= 3 {
			if gaps >= run-1 {
				wide++
			} else {
				narrow++
			}
		}
		run, gaps = 0, 0
	}
	gap := 0
	for len(s) > 0 {
		i := strings.IndexFunc(s, unicode.IsSpace)
		w := s
		if i >= 0 {
			w = s[:i]
		}
		if w == "" {
			gap++
			s = strings.TrimPrefix(s, string([]rune(s)[0]))
			continue
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

// figureLike reports 880, 93.5%, -20.5 and nothing longer.
func figureLike(w string) bool {
	digits := 0
	for _, r := range w {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune(".,%-", r):
		default:
			return false
		}
	}
	return digits > 0
}

// readFlat reads a text of these dialects.
func (b *builder) readFlat(d dialect, text string) error {
	b.warn(extract.WarnFlattened, extract.Text{
		ZH: "文本没有保留各列的位置;单元格所在的列由表头、数值类型和合计关系推定",
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
		if strings.TrimSpace(l) == "" {
			continue
		}
		if err := b.row(splitBlanks(l, d == wideBlanks), line); err != nil {
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
		if rest == "" && strings.TrimSpace(c) == "" {
			break
		}
		if err := b.row([]string{oneLine(c)}, line); err != nil {
			return err
		}
		line += strings.Count(c, "\n")
	}
	return nil
}

// paragraphs reads a cell from each paragraph; a paragraph of blanks is an empty cell.
func (b *builder) paragraphs(text string) error {
	line := 0
	var open []string
	flush := func() error {
		if open == nil {
			return nil
		}
		err := b.row([]string{oneLine(strings.Join(open, " "))}, line)
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

// splitBlanks splits at every blank, or at two and more (a full-width one
// counts as two).
func splitBlanks(s string, wide bool) []string {
	if !wide {
		return strings.Fields(s)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\u3000", "  "), "\u00a0", " ")
	var out []string
	for _, part := range strings.Split(s, "  ") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
