package lined

import (
	"cmp"
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// Rows beyond the first and the last ruling, which a table has whose outer borders are
// not drawn: where as many texts stand as in its rows.

// leastTexts is how many texts tell that they stand in columns and not by chance.
const leastTexts = 3

// beginsAbove takes in a row right above the first ruling: where as many texts stand as in
// most rows, or in the one below it, which may be of a block of a few, or labels of forms,
// each with its value.
func (l *lined) beginsAbove(d *sheet.Document) {
	row := l.sheet.RowAbove(l.ys[0], l.left, l.right)
	n := l.textsOfRows(func(*linedText) bool { return true })[:len(l.ys)-1]
	below := n[0]
	slices.Sort(n)
	if l.sideBySide(row) >= max(leastTexts, min(below, n[len(n)/2])) || labelled(d, l.sheet, row) {
		l.begin(row)
	}
}

// labelled reports a row of labels that are known, with a text behind each that is none.
func labelled(d *sheet.Document, s *sheet.Sheet, row []int) bool {
	list := s.Phrases()
	row = slices.Clone(row)
	slices.SortFunc(row, func(a, b int) int { return cmp.Compare(list[a].Box[0], list[b].Box[0]) })
	known := func(k int) bool { return d.Heading(s.PlainText(list[row[k]].Glyphs)) }
	labels := 0
	for k := range row {
		if known(k) {
			if labels++; k+1 == len(row) || known(k+1) {
				return false
			}
		}
	}
	return labels > 0 && known(0)
}

// endsBelow takes in rows right below the last ruling.
func (l *lined) endsBelow() {
	for row := l.below(); l.sideBySide(row) >= leastTexts; row = l.below() {
		l.end(row)
	}
}

// sideBySide counts the phrases that no other stands above or below.
func (l *lined) sideBySide(row []int) int {
	list := l.sheet.Phrases()
	var wide []fit.Interval
	for _, i := range row {
		wide = beside(wide, list[i].Box)
	}
	return len(wide)
}

// beside adds a text to those that stand side by side, if it stands above or below none
// of them.
func beside(wide []fit.Interval, b extract.Box) []fit.Interval {
	if slices.ContainsFunc(wide, func(g fit.Interval) bool { return g.Hi > b[0] && g.Lo < b[2] }) {
		return wide
	}
	return append(wide, fit.Interval{Lo: b[0], Hi: b[2]})
}

// below lists the phrases of the row right below the last ruling, where each has a text of
// the table above it and none has two. Lines that follow each other more closely than the
// rows of the table do are lines of one row: it rules its rows. So is all that stands beside
// uprights that go on there.
func (l *lined) below() []int {
	s, bottom := l.sheet, l.ys[len(l.ys)-1]
	if drawn := uprightsEnd(l); drawn > bottom+s.Em {
		return phrasesBetween(l, bottom, drawn)
	}
	near := page.NextLine * s.Em
	for r := 1; r < len(l.ys); r++ {
		near = math.Min(near, asRows*(l.ys[r]-l.ys[r-1]))
	}
	list := s.Phrases()
	var out []int
	for i := range list {
		q := &list[i]
		if q.Y() <= bottom || q.Box[2] < l.left || q.Box[0] > l.right {
			continue
		}
		if n := len(out); n > 0 && q.Y()-list[above(list, out, q)].Y() > near {
			// What stands at its height is of the next row, too.
			return slices.DeleteFunc(out, func(k int) bool { return q.Y()-list[k].Y() <= page.Line*s.Em })
		}
		if n := len(out); n == 0 && q.Y()-bottom > page.NextRow*s.Em || q.Size > page.Larger*s.Em || s.Field(q) || s.Words.HasNote(s.PlainText(q.Glyphs)) || !l.inColumn(q) {
			if n == 0 || q.Y()-list[out[0]].Y() <= page.Line*s.Em {
				return nil
			}
			break
		}
		out = append(out, i)
	}
	return out
}

// uprightsEnd is how far down the uprights reach that pass the last ruling: to the end of a
// page, which cuts the row below it.
func uprightsEnd(l *lined) float64 {
	last := l.ys[len(l.ys)-1]
	end := last
	for _, v := range l.sheet.Some {
		if v.At > l.left && v.At < l.right && v.Lo <= last+page.Word*l.sheet.Em {
			end = math.Max(end, v.Hi)
		}
	}
	return end
}

// phrasesBetween lists the phrases of the table between two heights.
func phrasesBetween(l *lined, top, bottom float64) (out []int) {
	list := l.sheet.Phrases()
	for i := range list {
		if x, y := page.MidX(list[i].Box), list[i].Y(); y > top && y < bottom && x > l.left && x < l.right {
			out = append(out, i)
		}
	}
	return out
}

// above is the last phrase of a row that one stands below, or the last of all.
func above(list []sheet.Phrase, row []int, q *sheet.Phrase) int {
	for _, k := range slices.Backward(row) {
		if page.Under(list[k].Box, q.Box) {
			return k
		}
	}
	return row[len(row)-1]
}

// asRows is how far lines are apart that may be rows, as a share of the height of a row
// that rulings part.
const asRows = 0.85

// inColumn reports whether a phrase stands below, or above, one text of most rows in which
// it stands below any: in a column of the block that it is next to, though others divide the
// width in another way.
func (l *lined) inColumn(q *sheet.Phrase) bool {
	over := map[int]int{} // texts by rows
	for i := range l.texts {
		t := &l.texts[i]
		if math.Min(t.box[2], q.Box[2]) <= math.Max(t.box[0], q.Box[0]) {
			continue
		}
		for r := t.r0; r < t.r1; r++ {
			over[r]++
		}
	}
	one, several := 0, 0
	for _, n := range over {
		if n == 1 {
			one++
		} else {
			several++
		}
	}
	return one > several
}

// end puts a row of phrases behind the last.
func (l *lined) end(list []int) {
	phrases := l.sheet.Phrases()
	last, bottom := len(l.ys)-1, l.ys[len(l.ys)-1]
	for _, i := range list {
		bottom = math.Max(bottom, phrases[i].Box[3]+page.Line*l.sheet.Em)
	}
	for k := range l.texts {
		if t := &l.texts[k]; t.r1 == last && !l.ruledAt(t.box, l.ys[last]) && goesInto(l, t, list) {
			t.r1++
		}
	}
	l.ys = append(l.ys, bottom)
	l.openBottom = true
	list = linesOf(l, list, func(t *linedText) bool { return t.r0 < last && t.r1 == last+1 })
	from := len(l.texts)
	deal(l, phrases, list, func(p *sheet.Phrase) fit.Range {
		// The label of several rows may stand in the middle of them, below the last ruling.
		b := p.Box
		for _, i := range list {
			if page.Under(p.Box, phrases[i].Box) {
				b = page.Join(b, phrases[i].Box)
			}
		}
		up := l.rowsOf(&b).Lo
		for k := range l.texts[:from] {
			if t := &l.texts[k]; page.Under(t.box, b) {
				up = max(up, min(t.r1, last))
			}
		}
		off := func(r int) float64 { return math.Abs(page.MidY(b) - (l.ys[r]+bottom)/2) }
		for up < last && off(up+1) < off(up) {
			up++
		}
		return fit.Range{Lo: up, Hi: last + 1}
	})
	for k := from; k < len(l.texts); k++ {
		l.sheet.Take(l.texts[k].glyphs)
	}
}

// goesInto reports whether a text without a ruling below it stands in the row there, too:
// where its next line does, or nothing else, unless its own row was put there without one.
func goesInto(l *lined, t *linedText, row []int) bool {
	phrases := l.sheet.Phrases()
	for _, i := range row {
		if p := &phrases[i]; page.Under(t.box, p.Box) {
			return p.Box[1]-t.box[3] <= page.Word*l.sheet.Em
		}
	}
	return !l.openBottom || t.r0 < len(l.ys)-2
}

// linesOf adds phrases to the texts that they are further lines of: those in whose columns
// no ruling parts them. It returns those that are left.
func linesOf(l *lined, list []int, reaches func(*linedText) bool) []int {
	phrases := l.sheet.Phrases()
	var left []int
	for _, i := range list {
		p := &phrases[i]
		at := slices.IndexFunc(l.texts, func(t linedText) bool {
			return reaches(&t) && page.Under(t.box, p.Box)
		})
		if at < 0 {
			left = append(left, i)
			continue
		}
		t := &l.texts[at]
		t.glyphs = append(t.glyphs, p.Glyphs...)
		t.box = page.Join(t.box, p.Box)
		t.lines = append(t.lines, fit.Interval{Lo: p.Box[0], Hi: p.Box[2]})
		l.sheet.Take(p.Glyphs)
	}
	return left
}
