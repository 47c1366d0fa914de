package ruled

import (
	"math"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// How well a word stands in a cell.
const (
	loose    = iota
	atEdge   // it begins or ends where words do in it
	inMiddle // it stands in its middle
)

// seat finds the cells of words that lie over each other, and of words that
// touch and each have a cell of their own.
func seat(p *piece.Piece, at []int) piece.Seats {
	out := piece.Seats{}
	box := p.Box()
	for _, pair := range p.Sheet.Meet.PairsAt(box[1], box[3]) {
		a, b := pair[0], pair[1]
		ka, sa := seatOf(p, a, at)
		kb, sb := seatOf(p, b, at)
		if ka < 0 || kb < 0 || ka == kb || !(a.Over && b.Over) && sa+sb < inMiddle+atEdge {
			continue
		}
		out[a], out[b] = ka, kb
	}
	return out
}

// seatOf is the cell that a word stands best in, -1 if it lies outside.
func seatOf(p *piece.Piece, w *sheet.Word, at []int) (cell, how int) {
	cell = -1
	most := math.Inf(-1)
	row := piece.Slot(p.Ys, page.MidY(w.Box))
	if b := p.Box(); w.Box[2] < b[0] || w.Box[0] > b[2] || page.MidY(w.Box) < b[1] || page.MidY(w.Box) > b[3] {
		return cell, loose
	}
	for col := piece.Slot(p.Xs, w.Box[0]); col <= piece.Slot(p.Xs, w.Box[2]); col++ {
		k := at[row*p.Cols()+col]
		if k < 0 {
			continue
		}
		c := &p.Cells[k]
		left, right := p.Xs[c.Col], p.Xs[c.Col+c.Cols]
		stands := loose
		switch {
		case math.Abs(page.MidX(w.Box)-(left+right)/2) < page.Line*w.Size:
			stands = inMiddle
		case math.Abs(w.Box[0]-left) < w.Size || math.Abs(w.Box[2]-right) < w.Size:
			stands = atEdge
		}
		share := (math.Min(w.Box[2], right) - math.Max(w.Box[0], left)) / (w.Box[2] - w.Box[0])
		if v := share + float64(stands); v > most {
			cell, how, most = k, stands, v
		}
	}
	return cell, how
}
