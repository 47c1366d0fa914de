package tabin

import (
	"strings"

	"ziping/text/blank"
)

// Some programs write a table of a web page with a bar behind each cell and pad
// every row with bars to one width. Line ends inside cells tear such rows, but their
// bars still count: a row ends where it has as many as the others have, and nothing
// but its end is padded (some programs pad a row below a merged cell by one less).
//
//	资金情况 |              a row of 6 bars, on two lines
//	预算数 | 执行数 | |||

const (
	padding      = "||" // at the end of a line: its row ends here
	fewestPadded = 3    // rows that say how wide a table is
	rowsToPad    = 6    // so many at most end with the first padding
	fewestBars   = 3    // of a row
	padSlack     = 1    // bars that a padded row may have more or less
)

// barred is one line with the number of its bars.
type barred struct {
	text string
	bars int
	pads bool
}

// padded returns a text in which the rows of such tables stand on one line each, and
// whether any had been torn. Where bars between or below them make no such rows, it is no
// text of that kind.
func padded(text string) (string, bool) {
	if !strings.Contains(text, padding) || strings.Contains(text, lineEndInCell) {
		return text, false
	}
	var lines []barred
	for rest, more := text, true; more; {
		var l string
		l, rest, more = cutLine(rest)
		lines = append(lines, barred{l, strings.Count(l, "|"), strings.HasSuffix(blank.Trim(l), padding)})
	}
	var rows []string
	known, other := false, false // a table was found, and bars below one that make no rows
	for i := 0; i < len(lines); {
		ends := paddedRows(lines[i:])
		switch {
		case ends != nil && other, ends == nil && known && lines[i].pads:
			return text, false
		case ends != nil:
			known = true
		default:
			other = other || known && lines[i].bars > 0
			ends = []int{1}
		}
		from := i
		for _, end := range ends {
			var row []string
			for ; i < from+end; i++ {
				row = append(row, lines[i].text)
			}
			rows = append(rows, strings.Join(row, lineEndInCell))
		}
	}
	if len(rows) == len(lines) {
		return text, false
	}
	return strings.Join(rows, "\n"), true
}

// paddedRows are the ends of the rows of a padded table that begins with the first
// of the lines, nil where none does.
func paddedRows(lines []barred) (best []int) {
	bars := 0 // up to the first padding
	for _, l := range lines {
		bars += l.bars
		if l.pads {
			break
		}
	}
	for rows := 1; rows <= rowsToPad && lines[0].bars > 0; rows++ {
		if bars%rows != 0 || bars/rows < fewestBars {
			continue
		}
		if ends, pads := rowsOfWidth(lines, bars/rows); pads >= fewestPadded && len(ends) > len(best) {
			best = ends
		}
	}
	return best
}

// rowsOfWidth are the ends of the rows of so many bars, as far as the lines make
// them, and how many of them are padded.
func rowsOfWidth(lines []barred, width int) (ends []int, pads int) {
	bars := 0
	for i, l := range lines {
		bars += l.bars
		off := bars - width
		switch {
		case bars == 0 && !blank.None(l.text), off > 0 && !l.pads, l.pads && (off < -padSlack || off > padSlack):
			return ends, pads
		case bars == 0:
			ends = append(ends, i+1)
		case off == 0 || l.pads:
			if l.pads && off == 0 {
				pads++
			}
			bars = 0
			ends = append(ends, i+1)
		}
	}
	return ends, pads
}
