package pagebreak

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Texts that hang out of a cell which a page break cuts. A spreadsheet sets the
// text of a merged cell in the middle of all of it, and draws it on each page the
// cell lies on; what falls beyond the page's part is hidden on paper and stands in
// the text layer, below or above the table or beyond the paper's edge. Such a text
// is no line between the pages, and tells which parts are of one cell.

// Hanging is the text that hangs out of each cell at one end of a piece, by the
// place of the cell in the piece.
type Hanging map[[2]int][]int

// PlacesSideways are the left edges of characters.
type PlacesSideways map[string][]float64

// HangingFrom deals the loose characters below (or above) a piece to the cells
// they may hang out of.
func HangingFrom(p *piece.Piece, below bool) Hanging {
	edge := AtBreak(p, below)
	out := Hanging{}
	b := p.Box()
	beyond := extract.Box{b[0], b[3], b[2], math.Inf(1)}
	if !below {
		beyond = extract.Box{b[0], math.Inf(-1), b[2], b[1]}
	}
	for _, n := range p.Sheet.Within(beyond) {
		if !p.Sheet.Taken[n] {
			if c := cellOver(edge, page.MidX(p.Sheet.Glyphs[n].Box)); c != nil {
				k := [2]int{c.Row, c.Col}
				out[k] = append(out[k], n)
			}
		}
	}
	return out
}

// AtBreak lists the cells at the lower (or upper) end of a piece, left to right.
func AtBreak(p *piece.Piece, below bool) []*piece.Cell {
	var out []*piece.Cell
	for k := range p.Cells {
		if c := &p.Cells[k]; below && c.Row+c.Rows == p.Rows() || !below && c.Row == 0 {
			out = append(out, c)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Col < out[j].Col })
	return out
}

func cellOver(list []*piece.Cell, x float64) *piece.Cell {
	k := sort.Search(len(list), func(k int) bool { return list[k].Box[2] >= x })
	if k < len(list) && x >= list[k].Box[0] {
		return list[k]
	}
	return nil
}

// hidden lists the loose characters below (or above) a piece that hang out of its
// cells: the break leaves the cell without a border there, where the table has
// borders, or the character stands at the very same place sideways in the piece on
// the other side of the break.
func hidden(p *piece.Piece, below bool, other *piece.Piece) []int {
	dx, ok := piece.Shift(other, p, math.Max(p.Sheet.Em, other.Sheet.Em))
	if !ok {
		return nil
	}
	open := p.Open[1]
	if below {
		open = p.Open[3]
	}
	bare := map[[2]int]bool{}
	for _, c := range AtBreak(p, below) {
		bare[[2]int{c.Row, c.Col}] = (below && c.NoBottom || !below && c.NoTop) && !open
	}
	there := PlacesSideways{}
	for k := range other.Cells {
		there.Add(other.Sheet, other.Cells[k].Glyphs, dx)
	}
	var out []int
	for at, glyphs := range HangingFrom(p, below) {
		for _, n := range glyphs {
			if bare[at] || there.Has(&p.Sheet.Glyphs[n]) {
				out = append(out, n)
			}
		}
	}
	return out
}

// Add notes the characters of a sheet that lies dx further left.
func (m PlacesSideways) Add(s *sheet.Sheet, glyphs []int, dx float64) {
	for _, n := range glyphs {
		g := &s.Glyphs[n]
		m[g.Text] = append(m[g.Text], g.Box[0]+dx)
	}
}

// Has reports whether a character stands at such a place.
func (m PlacesSideways) Has(g *page.Glyph) bool {
	for _, x := range m[g.Text] {
		if math.Abs(x-g.Box[0]) < page.Touch*g.Size {
			return true
		}
	}
	return false
}
