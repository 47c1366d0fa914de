// Package piece is a table, or what one page holds of it: edges of columns and
// rows, and cells with the characters that stand in them. How a piece was found
// (by rulings, by some of them) does not matter behind this package.
//
//	p := &piece.Piece{Sheet: s, Xs: []float64{50, 150, 300}, Ys: []float64{60, 80}}
//	p.Cells = []piece.Cell{{Rows: 1, Cols: 1}, {Col: 1, Rows: 1, Cols: 1}}
//	p.SetBoxes()
//	p.Take() // its characters belong to no other
package piece

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// MostPlaces bounds the places between the edges of one table.
const MostPlaces = 1_000_000

// Piece is a table, or what one page holds of it.
type Piece struct {
	Sheet  *sheet.Sheet
	Xs, Ys []float64
	Cells  []Cell
	Open   [4]bool // left, top, right, bottom border is missing
	Ruled  bool    // found by rulings
	// Aligned says that some of its edges were told by how texts stand.
	Aligned bool
	// Stacked says that cells of one row have figures below each other that may be
	// those of several rows.
	Stacked bool
	// tentative is a piece without horizontal rulings, which is only a table
	// where it goes on from the page before.
	Tentative bool
	Seats     Seats // where words that meet belong
}

// Cell is one place of a piece with what stands in it.
type Cell struct {
	Row, Col, Rows, Cols int
	Box                  extract.Box
	Glyphs               []int // of the sheet
	Lines                []sheet.Line
	Outside              bool // in the frame's box, but not enclosed by it
	NoTop, NoBottom      bool // no ruling is drawn there
	NoLeft, NoRight      bool
}

// Slot is the interval of edges that v lies in, the nearest one for v outside.
func Slot(edges []float64, v float64) int {
	k := sort.SearchFloat64s(edges, v) - 1
	return max(0, min(k, len(edges)-2))
}

// Take marks the characters of the piece as lying in a table.
func (p *Piece) Take() {
	for k := range p.Cells {
		p.Sheet.Take(p.Cells[k].Glyphs)
	}
}

// Release gives them back.
func (p *Piece) Release() {
	for k := range p.Cells {
		p.Sheet.Give(p.Cells[k].Glyphs)
	}
}

// Rows is how many rows lie between its edges.
func (p *Piece) Rows() int { return len(p.Ys) - 1 }

// Cols is how many columns lie between its edges.
func (p *Piece) Cols() int { return len(p.Xs) - 1 }

// Box reaches from the first edges to the last.
func (p *Piece) Box() extract.Box {
	return extract.Box{p.Xs[0], p.Ys[0], p.Xs[len(p.Xs)-1], p.Ys[len(p.Ys)-1]}
}

// SetBoxes works out the boxes of cells from the edges.
func (p *Piece) SetBoxes() {
	for i := range p.Cells {
		c := &p.Cells[i]
		c.Box = extract.Box{p.Xs[c.Col], p.Ys[c.Row], p.Xs[c.Col+c.Cols], p.Ys[c.Row+c.Rows]}
	}
}

// Places maps each place of the piece to its cell, -1 where there is none.
func (p *Piece) Places() []int {
	at := make([]int, p.Rows()*p.Cols())
	for i := range at {
		at[i] = -1
	}
	for k := range p.Cells {
		c := &p.Cells[k]
		for j := c.Row; j < c.Row+c.Rows; j++ {
			for i := c.Col; i < c.Col+c.Cols; i++ {
				at[j*p.Cols()+i] = k
			}
		}
	}
	return at
}

// Start is its upper left corner.
func (p *Piece) Start() sheet.Place { return sheet.Place{Sheet: p.Sheet.Index, Y: p.Ys[0], X: p.Xs[0]} }

// Shift is how far the second piece must move right to lie under the first.
func Shift(a, b *Piece, em float64) (float64, bool) {
	ab, bb := a.Box(), b.Box()
	dl, dr := ab[0]-bb[0], ab[2]-bb[2]
	if math.Abs(dl-dr) > page.Word*em || math.Abs(dl) > 100 {
		return 0, false
	}
	return (dl + dr) / 2, true
}
