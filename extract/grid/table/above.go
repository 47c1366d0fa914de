package table

import (
	"math"

	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// roomLeft is how much room (in character sizes) a line leaves behind which the next one
// is no rest of it: more than a word of the language takes.
const roomLeft = 4.0

// LinesAbove gives back what stands in the first row of a table where that is several
// lines, each of its own: the title of a form, its year and unit, in a frame drawn
// around all of it. They are lines above the table.
func (t *Table) LinesAbove() {
	if t.Rows < 3 || t.Aligned {
		return
	}
	for i, e := range t.Cells {
		if e.Row != 0 || e.Rows != 1 || e.Cols != len(t.Xs)-1 || len(e.Parts) != 1 || !ownLines(&e.Parts[0]) {
			continue
		}
		e.Parts[0].Sheet.Give(e.Parts[0].Cell.Glyphs)
		t.Cells = append(t.Cells[:i], t.Cells[i+1:]...)
		for _, o := range t.Cells {
			o.Row--
		}
		for k := range t.Headers {
			t.Headers[k].Row = max(0, t.Headers[k].Row-1)
		}
		t.Rows--
		t.First.Ys = t.First.Ys[1:]
		return
	}
}

// ownLines reports several lines none of which goes on in the next: each leaves room, or
// has two texts far apart.
func ownLines(q *Part) bool {
	lines, em := q.Cell.Lines, q.Sheet.Em
	for k := range lines[:max(0, len(lines)-1)] {
		l := &lines[k]
		if q.Cell.Box[2]-q.Cell.Box[0]-(l.Box[2]-l.Box[0]) < roomLeft*em && widestGap(q.Sheet, l) < page.Column*em {
			return false
		}
	}
	return len(lines) > 1
}

// widestGap is the widest gap between characters of a line.
func widestGap(s *sheet.Sheet, l *sheet.Line) float64 {
	gap, end := 0.0, math.Inf(1)
	for _, n := range l.Glyphs {
		b := s.Glyphs[n].Box
		gap, end = math.Max(gap, b[0]-end), b[2]
	}
	return gap
}
