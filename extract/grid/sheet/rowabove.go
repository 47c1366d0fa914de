package sheet

import (
	"math"
	"strings"

	"ziping/extract/grid/page"
)

// RowAbove lists the phrases, by their numbers, of the row right above a height and
// between two places: what a table has above its first ruling where none is drawn
// above the heading. It is none where one of them is larger than text of a table, or
// a label with what it asks for.
func (s *Sheet) RowAbove(y, left, right float64) []int {
	list := s.Phrases()
	top, near := y, page.NextRow
	var out []int
	for i := len(list) - 1; i >= 0; i-- {
		q := &list[i]
		if q.Y() >= y || q.Box[2] < left || q.Box[0] > right {
			continue
		}
		if top-q.Y() > near*s.Em || len(out) > 0 && !s.ofRow(out, q) {
			break
		}
		if q.Box[0] < left-s.Em || q.Box[2] > right+s.Em || q.Size > page.Larger*s.Em || s.Field(q) {
			return nil
		}
		out = append(out, i)
		top, near = math.Min(top, q.Y()), page.NextLine
	}
	return out
}

// ofRow reports whether a phrase stands at the height of others, or above one of them
// and not two: the first line of a cell.
func (s *Sheet) ofRow(row []int, q *Phrase) bool {
	list := s.Phrases()
	over := 0
	for _, i := range row {
		if o := &list[i]; math.Min(o.Box[2], q.Box[2]) > math.Max(o.Box[0], q.Box[0]) {
			over++
		}
	}
	return over == 1 || over == 0 && list[row[len(row)-1]].Y()-q.Y() < page.NextLine*s.Em
}

// Field reports a label with what it asks for: 填报人：林晓.
func (s *Chars) Field(p *Phrase) bool { return strings.ContainsAny(s.PlainText(p.Glyphs), ":：") }
