// Package lined finds tables with horizontal rulings only. A ruling over the whole
// width ends every cell above it; one over a part of it ends those, and the cells
// beside it go on. So rows, and the rows of merged cells, are exact, and the ends
// of such a ruling are edges of columns. The other edges are found by how texts
// stand (package fit). A table that rules off its heading and its end only has
// rows between its rulings; it is read as one without rulings.
//
//	pieces := lined.Pieces(d, ruled)
package lined

import (
	"math"
	"sort"

	"ziping/extract/grid/pagebreak"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// lined is what one page holds of such a table.
type lined struct {
	sheet *sheet.Sheet
	bars  []sheet.Seg // from top to bottom
	ys    []float64   // heights of bars
	left  float64
	right float64
	texts []linedText
}

// Pieces finds the tables of horizontal rulings of all pages, in what pieces
// of the others have left.
func Pieces(d *sheet.Document, pieces []*piece.Piece) []*piece.Piece {
	var out []*piece.Piece
	var open []*lined
	flush := func() {
		out = append(out, fitLined(open)...)
		open = nil
	}
	for _, s := range d.Sheets {
		d.Progress()
		list := findLined(d, s, pieces, open)
		for k, l := range list {
			if n := len(open); n > 0 && (k > 0 || !open[n-1].goesOn(d, l)) {
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
func (l *lined) goesOn(d *sheet.Document, next *lined) bool {
	if l.sheet.Index != next.sheet.Index-1 || !l.beside(next) {
		return false
	}
	if !pagebreak.TextBetween(d, l.piece(), next.piece()) {
		return true
	}
	if above := next.rowAbove(); above != nil {
		next.begin(above)
		return !pagebreak.TextBetween(d, l.piece(), next.piece())
	}
	return false
}

func (l *lined) beside(o *lined) bool {
	return math.Abs(l.left-o.left) < l.sheet.Em && math.Abs(l.right-o.right) < l.sheet.Em
}

// piece is the piece without its cells.
func (l *lined) piece() *piece.Piece {
	return &piece.Piece{Sheet: l.sheet, Xs: []float64{l.left, l.right}, Ys: l.ys}
}

// findLined finds what a page holds, and takes its characters.
func findLined(d *sheet.Document, s *sheet.Sheet, pieces []*piece.Piece, open []*lined) []*lined {
	bars := freeBars(s, pieces)
	var out []*lined
	for len(bars) >= 2 {
		var prev *lined // the page before, if the table may go on
		if n := len(open); n > 0 && len(out) == 0 && open[n-1].sheet.Index == s.Index-1 {
			prev = open[n-1]
		}
		mine, rest, left, right := barsOfOne(s, bars, prev)
		if len(mine) < 2 {
			break
		}
		bars = rest
		for _, part := range partBars(s, mine) {
			if l := newLined(s, part, left, right); l != nil && l.isTable(d, prev != nil && prev.beside(l)) {
				for k := range l.texts {
					s.Take(l.texts[k].glyphs)
				}
				out = append(out, l)
			}
			prev = nil
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].ys[0] < out[j].ys[0] })
	return out
}

func extremes(bars []sheet.Seg) (lo, hi float64) {
	lo, hi = bars[0].Lo, bars[0].Hi
	for _, b := range bars {
		lo, hi = math.Min(lo, b.Lo), math.Max(hi, b.Hi)
	}
	return lo, hi
}

// barsOfOne lists the rulings of one table: the longest that begin and end at the same
// places, and what lies between them. A label that the page break cuts leaves
// shorter ones before the first and behind the last of them.
func barsOfOne(s *sheet.Sheet, bars []sheet.Seg, prev *lined) (mine, rest []sheet.Seg, left, right float64) {
	tol := 0.7 * s.Em
	full := widestBars(s, bars)
	if prev != nil {
		// Of a page within one merged cell none is as long as the table is wide.
		lo, hi := extremes(bars)
		if math.Abs(hi-prev.right) < tol && lo > prev.left-tol && (len(full) == 0 || full[0].Hi-full[0].Lo < prev.right-prev.left-tol) {
			full = []sheet.Seg{{At: bars[0].At, Lo: prev.left, Hi: prev.right}, {At: bars[len(bars)-1].At, Lo: prev.left, Hi: prev.right}}
		}
	}
	if len(full) < 2 {
		return nil, bars, 0, 0
	}
	left, right = full[0].Lo, full[0].Hi
	top, bottom := full[0].At, full[len(full)-1].At
	for _, b := range bars {
		if math.Abs(b.Hi-right) < tol && b.Lo > left-tol || math.Abs(b.Lo-left) < tol && b.Hi < right+tol {
			bottom = math.Max(bottom, b.At)
			if prev != nil {
				top = math.Min(top, b.At)
			}
		}
	}
	for _, b := range bars {
		switch {
		case b.At < top-sheet.Near(s.Em) || b.At > bottom+sheet.Near(s.Em):
			rest = append(rest, b)
		case b.Lo > left-tol && b.Hi < right+tol:
			mine = append(mine, b)
		}
	}
	return mine, rest, left, right
}

// freeBars lists the horizontal rulings outside the pieces found.
func freeBars(s *sheet.Sheet, pieces []*piece.Piece) []sheet.Seg {
	var out []sheet.Seg
	for _, h := range s.Hs {
		free := h.Hi-h.Lo > 2*s.Em
		for _, p := range pieces {
			if b := p.Box(); p.Sheet == s && h.At > b[1]-s.Em && h.At < b[3]+s.Em && h.Lo < b[2] && h.Hi > b[0] {
				free = false
			}
		}
		if free {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].At < out[j].At })
	return out
}

// widestBars lists the longest rulings that begin and end at the same places.
func widestBars(s *sheet.Sheet, bars []sheet.Seg) []sheet.Seg {
	var best []sheet.Seg
	for _, a := range bars {
		if len(best) > 0 && a.Hi-a.Lo < best[0].Hi-best[0].Lo+sheet.Near(s.Em) {
			continue
		}
		var same []sheet.Seg
		for _, b := range bars {
			if math.Abs(a.Lo-b.Lo) < 0.7*s.Em && math.Abs(a.Hi-b.Hi) < 0.7*s.Em {
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
func partBars(s *sheet.Sheet, bars []sheet.Seg) [][]sheet.Seg {
	var out [][]sheet.Seg
	from := 0
	list := s.Phrases()
	for k := 1; k <= len(bars); k++ {
		if k < len(bars) {
			parted := false
			for i := range list {
				p := &list[i]
				if y := p.Y(); y > bars[k-1].At && y < bars[k].At && p.Size > 1.25*s.Em {
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
func (l *lined) isTable(d *sheet.Document, goesOn bool) bool {
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
		if d.Heading(l.sheet.PlainText(t.glyphs)) {
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
