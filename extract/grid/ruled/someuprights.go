package ruled

import (
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/text/hanzi"
)

// A table that rules its rows, and of its columns only some: those of labels. What stands
// beside them looks like one cell over the rest of the width. It is read as a table of
// horizontal rulings is, with the uprights that are drawn known.

// leastApart is how many texts side by side no cell holds: two may be a label with its value.
const leastApart = 3

// lacksUprights reports whether most rows of a table hold such texts, in places that its
// columns do not tell of. A few do where the page before has such a table, of which an
// upright goes on.
func lacksUprights(p *piece.Piece, f *frame, before *sheet.Sheet) bool {
	if p.Cols() < 2 {
		return false
	}
	hiding := make(map[int]bool, p.Rows()) // rows with a text
	for k := range p.Cells {
		if c := &p.Cells[k]; c.Rows == 1 && len(c.Glyphs) > 0 {
			hiding[c.Row] = hiding[c.Row] || hidesTexts(p, c)
		}
	}
	n := 0
	for _, hides := range hiding {
		if hides {
			n++
		}
	}
	return (n >= leastRows || before != nil && goesOn(f, before)) && 2*n > len(hiding)
}

// goesOn reports an upright of a frame that stands where one of the page before does, in a
// table that lacks others.
func goesOn(f *frame, before *sheet.Sheet) bool {
	return slices.ContainsFunc(f.vs, func(v sheet.Seg) bool {
		return slices.ContainsFunc(before.Some, func(o sheet.Seg) bool { return math.Abs(v.At-o.At) < sheet.Near(before.Em) })
	})
}

// hidesTexts reports a cell of one row with texts side by side that are not each in a column
// of its own. Where figures stand below each other in several of them, rows are not ruled.
func hidesTexts(p *piece.Piece, c *piece.Cell) bool {
	apart := columnsIn(p, c)
	if len(apart) < leastApart {
		return false
	}
	tol := page.Line * p.Sheet.Em
	own, stacked := map[int]bool{}, 0
	for _, t := range apart {
		if t.figures > 1 {
			stacked++
		}
		if col := piece.Slot(p.Xs, (t.Lo+t.Hi)/2); col >= 0 && col < p.Cols() && t.Lo >= p.Xs[col]-tol && t.Hi <= p.Xs[col+1]+tol {
			own[col] = true
		}
	}
	return stacked < stackedColumns && len(own) < len(apart)
}

// column is what stands below each other in a cell, with nothing beside it at any height.
type column struct {
	fit.Interval
	figures int // lines that are figures
}

// columnsIn are those of a cell, from left to right.
func columnsIn(p *piece.Piece, c *piece.Cell) []column {
	var texts []column
	for _, l := range p.Sheet.CellLines(c.Glyphs, c.Box) {
		for _, t := range textsOf(p, l.Glyphs) {
			if len(t) == 1 && hanzi.Begins(p.Sheet.Glyphs[t[0]].Text) { // of a text stretched over its cell
				continue
			}
			b, figures := p.Sheet.Around(t), 0
			if sheet.Amount(p.Sheet.PlainText(t)) {
				figures = 1
			}
			texts = append(texts, column{fit.Interval{Lo: b[0], Hi: b[2]}, figures})
		}
	}
	sort.Slice(texts, func(i, j int) bool { return texts[i].Lo < texts[j].Lo })
	var apart []column
	for _, t := range texts {
		if n := len(apart); n > 0 && t.Lo <= apart[n-1].Hi {
			last := &apart[n-1]
			last.Hi, last.figures = max(last.Hi, t.Hi), last.figures+t.figures
			continue
		}
		apart = append(apart, t)
	}
	return apart
}
