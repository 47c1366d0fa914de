package grid

import (
	"math"
	"sort"
)

// Tables with horizontal rulings only. A ruling over the whole width ends every
// cell above it; one over a part of it ends those, and the cells beside it go on.
// So rows, and the rows of merged cells, are exact, and the ends of such a ruling
// are edges of columns. The other edges are found by how texts stand (fit.go). A
// table that rules off its heading and its end only has rows between its rulings;
// it is read as one without rulings.

// lined is what one page holds of such a table.
type lined struct {
	sheet *sheet
	bars  []seg     // from top to bottom
	ys    []float64 // heights of bars
	left  float64
	right float64
	texts []linedText
}

// linedPieces finds the tables of horizontal rulings of all pages, in what pieces
// of the others have left.
func linedPieces(sheets []*sheet, pieces []*piece, furniture map[string]bool, heading func(string) bool) []*piece {
	var out []*piece
	var open []*lined
	flush := func() {
		out = append(out, fitLined(open)...)
		open = nil
	}
	for _, s := range sheets {
		list := s.findLined(pieces, open, heading)
		for k, l := range list {
			if n := len(open); n > 0 && (k > 0 || !open[n-1].goesOn(l, furniture)) {
				flush()
			}
			open = append(open, l)
		}
		if len(list) == 0 {
			flush()
		}
	}
	flush()
	return out
}

// goesOn reports whether the first table of a page is the rest of the last one of
// the page before. Some programs draw no ruling above the first row of a page; it
// is taken in.
func (l *lined) goesOn(next *lined, furniture map[string]bool) bool {
	if l.sheet.index != next.sheet.index-1 || !l.beside(next) {
		return false
	}
	if !textBetween(l.piece(), next.piece(), furniture) {
		return true
	}
	if above := next.rowAbove(); above != nil {
		next.begin(above)
		return !textBetween(l.piece(), next.piece(), furniture)
	}
	return false
}

func (l *lined) beside(o *lined) bool {
	return math.Abs(l.left-o.left) < l.sheet.em && math.Abs(l.right-o.right) < l.sheet.em
}

// piece is the piece without its cells.
func (l *lined) piece() *piece {
	return &piece{sheet: l.sheet, xs: []float64{l.left, l.right}, ys: l.ys}
}

// findLined finds what a page holds, and takes its characters.
func (s *sheet) findLined(pieces []*piece, open []*lined, heading func(string) bool) []*lined {
	bars := s.freeBars(pieces)
	var out []*lined
	for len(bars) >= 2 {
		var prev *lined // the page before, if the table may go on
		if n := len(open); n > 0 && len(out) == 0 && open[n-1].sheet.index == s.index-1 {
			prev = open[n-1]
		}
		mine, rest, left, right := s.barsOfOne(bars, prev)
		if len(mine) < 2 {
			break
		}
		bars = rest
		for _, part := range s.partBars(mine) {
			if l := s.newLined(part, left, right); l != nil && l.isTable(heading, prev != nil && prev.beside(l)) {
				for k := range l.texts {
					s.take(l.texts[k].glyphs)
				}
				out = append(out, l)
			}
			prev = nil
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].ys[0] < out[j].ys[0] })
	return out
}

func extremes(bars []seg) (lo, hi float64) {
	lo, hi = bars[0].lo, bars[0].hi
	for _, b := range bars {
		lo, hi = math.Min(lo, b.lo), math.Max(hi, b.hi)
	}
	return lo, hi
}

// barsOfOne lists the rulings of one table: the longest that begin and end at the same
// places, and what lies between them. A label that the page break cuts leaves
// shorter ones before the first and behind the last of them.
func (s *sheet) barsOfOne(bars []seg, prev *lined) (mine, rest []seg, left, right float64) {
	tol := 0.7 * s.em
	full := s.widestBars(bars)
	if prev != nil {
		// Of a page within one merged cell none is as long as the table is wide.
		lo, hi := extremes(bars)
		if math.Abs(hi-prev.right) < tol && lo > prev.left-tol && (len(full) == 0 || full[0].hi-full[0].lo < prev.right-prev.left-tol) {
			full = []seg{{bars[0].at, prev.left, prev.right}, {bars[len(bars)-1].at, prev.left, prev.right}}
		}
	}
	if len(full) < 2 {
		return nil, bars, 0, 0
	}
	left, right = full[0].lo, full[0].hi
	top, bottom := full[0].at, full[len(full)-1].at
	for _, b := range bars {
		if math.Abs(b.hi-right) < tol && b.lo > left-tol || math.Abs(b.lo-left) < tol && b.hi < right+tol {
			bottom = math.Max(bottom, b.at)
			if prev != nil {
				top = math.Min(top, b.at)
			}
		}
	}
	for _, b := range bars {
		switch {
		case b.at < top-near(s.em) || b.at > bottom+near(s.em):
			rest = append(rest, b)
		case b.lo > left-tol && b.hi < right+tol:
			mine = append(mine, b)
		}
	}
	return mine, rest, left, right
}

// freeBars lists the horizontal rulings outside the pieces found.
func (s *sheet) freeBars(pieces []*piece) []seg {
	var out []seg
	for _, h := range s.hs {
		free := h.hi-h.lo > 2*s.em
		for _, p := range pieces {
			if b := p.box(); p.sheet == s && h.at > b[1]-s.em && h.at < b[3]+s.em && h.lo < b[2] && h.hi > b[0] {
				free = false
			}
		}
		if free {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// widestBars lists the longest rulings that begin and end at the same places.
func (s *sheet) widestBars(bars []seg) []seg {
	var best []seg
	for _, a := range bars {
		if len(best) > 0 && a.hi-a.lo < best[0].hi-best[0].lo+near(s.em) {
			continue
		}
		var same []seg
		for _, b := range bars {
			if math.Abs(a.lo-b.lo) < 0.7*s.em && math.Abs(a.hi-b.hi) < 0.7*s.em {
				same = append(same, b)
			}
		}
		if len(same) >= 2 {
			best = same
		}
	}
	return best
}

// partBars parts rulings where a title, or prose, stands between two tables: text
// that is larger than that of the table.
func (s *sheet) partBars(bars []seg) [][]seg {
	var out [][]seg
	from := 0
	list := s.phrases()
	for k := 1; k <= len(bars); k++ {
		if k < len(bars) {
			parted := false
			for i := range list {
				p := &list[i]
				if y := p.y(); y > bars[k-1].at && y < bars[k].at && p.size > 1.25*s.em {
					parted = true
				}
			}
			if !parted {
				continue
			}
		}
		if k-from >= 2 {
			out = append(out, bars[from:k])
		}
		from = k
	}
	return out
}

// isTable asks for rows of several texts, each row between two rulings: where
// figures stand below each other without a ruling between, rows are not ruled.
func (l *lined) isTable(heading func(string) bool, goesOn bool) bool {
	several := make([]int, len(l.ys))
	stacked := make([]int, len(l.ys))
	headings := 0
	for i := range l.texts {
		t := &l.texts[i]
		for r := t.r0; r < t.r1; r++ {
			several[r]++
		}
		if t.r1 == t.r0+1 && t.figures > 1 {
			stacked[t.r0]++
		}
		if heading != nil && heading(l.sheet.plainText(t.glyphs)) {
			headings++
		}
	}
	duo, tri := 0, 0
	for r := range several {
		if several[r] > 1 {
			duo++
		}
		if several[r] > 2 {
			tri++
		}
		if stacked[r] > 1 {
			return false
		}
	}
	if goesOn {
		return duo >= 1
	}
	return duo >= 3 && (tri >= 2 || headings >= 3)
}
