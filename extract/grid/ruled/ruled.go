// Package ruled finds the tables whose cells are enclosed by rulings. Rulings
// that touch make a frame (frame.go), the frame a mesh of all its lines (mesh.go,
// gaps.go), the mesh cells (carve.go); characters go to cells by their middles
// (assign.go), and words that run over a ruling are put together again
// (overflow.go).
//
//	pieces := ruled.Pieces(s, before, limits) // top to bottom; their characters are taken
package ruled

import (
	"sort"

	"ziping/extract"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Pieces finds the tables that rulings make on one page. One past the limits
// is left to the lines, with a warning. before is the page before, nil for the first.
func Pieces(s, before *sheet.Sheet, l extract.Limits) []*piece.Piece {
	var out []*piece.Piece
	fs := frames(s.Hs, s.Vs, s.Em)
	// Larger frames first: a box in a cell (a check mark, a drawing) is no table of
	// its own. A box around the page has one cell, hence is none either; one with more
	// is told by what it holds.
	sort.SliceStable(fs, func(i, j int) bool {
		a, b := fs[i].box, fs[j].box
		return (a[2]-a[0])*(a[3]-a[1]) > (b[2]-b[0])*(b[3]-b[1])
	})
	for k := range fs {
		p := newPiece(s, &fs[k])
		if p == nil {
			continue
		}
		assign(p)
		compact(p)
		if !isTable(p) || hidesColumns(p) || k < mostSurrounds && surrounds(p, fs[k+1:]) {
			continue
		}
		if lacksUprights(p, &fs[k], before) {
			sheet.ReadSome(s, fs[k].vs)
			continue
		}
		if uprightsOnly(p, &fs[k]) {
			s.ReadUprights(append(fs[k].vs, openSides(p)...), fs[k].ends(s.Em))
			continue
		}
		if vs := belowHeading(p); vs != nil {
			s.ReadUprights(append(vs, fs[k].vs...), fs[k].ends(s.Em))
			continue
		}
		if l.Rows > 0 && p.Rows() > l.Rows || l.Cols > 0 && p.Cols() > l.Cols || l.Cells > 0 && len(p.Cells) > l.Cells {
			s.TooFine = true
			continue
		}
		p.Take()
		out = append(out, p)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start().Before(out[j].Start()) })
	for _, p := range out {
		grow(p)
	}
	for _, p := range out {
		for k := range p.Cells {
			c := &p.Cells[k]
			c.Lines = s.CellLines(c.Glyphs, c.Box)
		}
		takeOverhang(p)
		mend(p)
		ruleGutters(p)
		splitColumns(p)
		splitRows(p)
	}
	return out
}

// isTable asks for two cells and some text.
func isTable(p *piece.Piece) bool {
	if len(p.Cells) < 2 {
		return false
	}
	for k := range p.Cells {
		if len(p.Cells[k].Glyphs) > 0 {
			return true
		}
	}
	return false
}
