package lined

import (
	"math"
	"slices"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// Rows beyond the first and the last ruling, which a table has whose outer borders are
// not drawn: where as many texts stand as in its rows.

// leastTexts is how many texts tell that they stand in columns and not by chance.
const leastTexts = 3

// beginsAbove takes in a row right above the first ruling.
func (l *lined) beginsAbove() {
	row := l.sheet.RowAbove(l.ys[0], l.left, l.right)
	if l.sideBySide(row) >= max(leastTexts, l.usualTexts()) {
		l.begin(row)
	}
}

// endsBelow takes in rows right below the last ruling.
func (l *lined) endsBelow() {
	for row := l.rowBelow(); l.sideBySide(row) >= leastTexts; row = l.rowBelow() {
		l.end(row)
	}
}

// usualTexts is how many texts most of the rows have.
func (l *lined) usualTexts() int {
	n := l.textsOfRows(func(*linedText) bool { return true })[:len(l.ys)-1]
	slices.Sort(n)
	return n[len(n)/2]
}

// sideBySide counts the phrases that no other stands above or below.
func (l *lined) sideBySide(row []int) int {
	list := l.sheet.Phrases()
	var wide []fit.Interval
	for _, i := range row {
		b := list[i].Box
		if !slices.ContainsFunc(wide, func(g fit.Interval) bool { return g.Hi > b[0] && g.Lo < b[2] }) {
			wide = append(wide, fit.Interval{Lo: b[0], Hi: b[2]})
		}
	}
	return len(wide)
}

// rowBelow lists the phrases on the line right below the last ruling, where each has
// a text of the table above it and none has two.
func (l *lined) rowBelow() []int {
	s, bottom := l.sheet, l.ys[len(l.ys)-1]
	list := s.Phrases()
	var out []int
	for i := range list {
		q := &list[i]
		if q.Y() <= bottom || q.Box[2] < l.left || q.Box[0] > l.right {
			continue
		}
		if len(out) > 0 && q.Y()-list[out[0]].Y() > page.Line*s.Em {
			break
		}
		if q.Y()-bottom > page.NextRow*s.Em || q.Size > page.Larger*s.Em || s.Field(q) || !l.inColumn(q) {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// inColumn reports whether texts of rows stand above a phrase that are above each
// other, too.
func (l *lined) inColumn(q *sheet.Phrase) bool {
	over := map[int]bool{} // rows
	for i := range l.texts {
		t := &l.texts[i]
		if math.Min(t.box[2], q.Box[2]) <= math.Max(t.box[0], q.Box[0]) {
			continue
		}
		for r := t.r0; r < t.r1; r++ {
			if over[r] {
				return false
			}
			over[r] = true
		}
	}
	return len(over) > 0
}

// end puts a row of phrases behind the last.
func (l *lined) end(list []int) {
	phrases := l.sheet.Phrases()
	last, bottom := len(l.ys)-1, l.ys[len(l.ys)-1]
	for _, i := range list {
		bottom = math.Max(bottom, phrases[i].Box[3]+page.Line*l.sheet.Em)
	}
	for k := range l.texts {
		// A label without a ruling below it stands in the row, too.
		if t := &l.texts[k]; t.r1 == last && !l.ruledAt(t.box, l.ys[last]) {
			t.r1++
		}
	}
	l.ys = append(l.ys, bottom)
	from := len(l.texts)
	l.cells(phrases, fit.Range{Lo: last, Hi: last + 1}, list)
	for k := from; k < len(l.texts); k++ {
		l.sheet.Take(l.texts[k].glyphs)
	}
}
