package ruled

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// A word belongs to the cell that most of it lies in, but sooner to one at an edge of which
// it begins or ends, and soonest to one in the middle of which it stands.
func TestSeatOf(t *testing.T) {
	p := &piece.Piece{Xs: []float64{100, 200, 300, 400}, Ys: []float64{100, 120, 140}}
	for k := range 3 {
		p.Cells = append(p.Cells, piece.Cell{Row: 0, Col: k, Rows: 1, Cols: 1})
	}
	p.Cells = append(p.Cells, piece.Cell{Row: 1, Col: 0, Rows: 1, Cols: 2}) // and none beside it
	at := p.Places()
	for _, c := range []struct {
		name          string
		x0, x1, y     float64
		cell, howWell int
	}{
		{"within a cell", 120, 150, 110, 0, loose},
		{"at its left edge", 103, 133, 110, 0, atEdge},
		{"at its right edge", 167, 197, 110, 0, atEdge},
		{"in its middle", 135, 165, 110, 0, inMiddle},
		{"in the middle of a merged one", 185, 215, 130, 3, inMiddle},
		{"most of it in the first", 150, 230, 110, 0, loose},
		{"most of it in the second", 170, 250, 110, 1, loose},
		{"less of it in the one that it ends in", 160, 297, 110, 1, atEdge},
		{"most of it in the one, at the edge of the other", 205, 320, 110, 1, atEdge},
		{"at the edge of the one, in the middle of the other", 195, 305, 110, 1, inMiddle},
		{"where no cell is", 320, 350, 130, -1, loose},
		{"partly where no cell is", 250, 390, 130, 3, loose},
		{"left of all", 50, 90, 110, -1, loose},
		{"right of all", 410, 450, 110, -1, loose},
		{"above all", 120, 150, 90, -1, loose},
		{"below all", 120, 150, 150, -1, loose},
	} {
		w := &sheet.Word{Box: extract.Box{c.x0, c.y - 5, c.x1, c.y + 5}, Size: 10}
		if cell, how := seatOf(p, w, at); cell != c.cell || cell >= 0 && how != c.howWell {
			t.Errorf("%s: got cell %d (%d), want %d (%d)", c.name, cell, how, c.cell, c.howWell)
		}
	}
}
