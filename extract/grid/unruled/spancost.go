package unruled

import (
	"math"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
)

// Costs of a reading, in character sizes off the middle.
const (
	costBlank  = 0.4  // a place that no label takes
	costAbove  = 0.2  // the same above the first, beside an upper row of headings
	costMore   = 0.03 // gained for each row of a merged cell among the figures
	costWithin = 10.0 // a border within a group further right
	costCut    = 0.05 // a page break within
)

// manner is how a table sets the labels of its merged cells: what it costs to
// read one as standing at the first of its rows, or in their middle.
type manner struct{ first, middle float64 }

var (
	setMiddle = manner{first: 0.4}
	setFirst  = manner{first: 0.02, middle: 0.3}
)

// spanCost is how badly a block fits rows a to r.
func (s *labels) spanCost(b *block, a, r int, label bool) float64 {
	rows, edges := s.rows, s.edges
	if b.row >= 0 && (b.row < a || b.row >= r) {
		return fit.FarOff
	}
	if b.box[3] < edges[a] || b.box[1] > edges[r] {
		return fit.FarOff
	}
	if r-a == 1 {
		if b.row == a {
			return 0
		}
		if !label && !b.figure && rows[a].encloses(b, s.em) {
			return 0 // set to an edge of its cell
		}
		return 1 + math.Abs(b.y()-(rows[a].top+rows[a].bottom)/2)/s.em
	}
	if barred(s.bars, (rows[a].top+rows[a].bottom)/2, (rows[r-1].top+rows[r-1].bottom)/2, b.box) {
		return fit.FarOff
	}
	if !label && b.row >= 0 {
		return fit.FarOff // has its row; empty places beside it are its row's business
	}
	// A cell that a page break cuts is set in the middle of its part on one page.
	k := s.pageOf(b)
	first, end := s.pages[k].first, s.pages[k].end
	cut := a < first || r > end
	a0, r0 := a, r
	a, r = max(a, first), min(r, end)
	// The borders may lie anywhere between the texts of two rows; half way is
	// likeliest.
	least, most := rows[a].top+rows[r-1].bottom, rows[a].top+rows[r-1].bottom
	if a > first {
		least += rows[a-1].bottom - rows[a].top
	}
	if r < end {
		most += rows[r].top - rows[r-1].bottom
	}
	off := math.Max(0, math.Max(least/2-b.y(), b.y()-most/2)) / s.em
	middle := (rows[a].top + rows[r-1].bottom) / 2
	if a > first && r < end {
		middle = (edges[a] + edges[r]) / 2
	}
	if rows[a].exact && rows[r-1].exact {
		middle = (rows[a].lo + rows[r-1].hi) / 2
		off = math.Abs(b.y()-middle) / s.em
	}
	if cut {
		// Spreadsheets set it in the middle of all of its rows.
		above, below := b.y()-rows[first].lo, rows[end-1].hi-b.y()
		for k := a0; k < first; k++ {
			above += rows[k].hi - rows[k].lo
		}
		for k := end; k < r0; k++ {
			below += rows[k].hi - rows[k].lo
		}
		for k := first; k < a; k++ {
			above -= rows[k].hi - rows[k].lo
		}
		for k := r; k < end; k++ {
			below -= rows[k].hi - rows[k].lo
		}
		if d := math.Abs(above-below) / 2 / s.em; rows[first].exact && rows[end-1].exact && d < off {
			off, middle = d, b.y()
		}
		// Browsers set it at the top of its first part.
		if d := math.Abs(b.box[1]-rows[a].top) / s.em; a == a0 && d < off {
			off, middle = d, b.y()
		}
	}
	cost := 2 * math.Max(0, off-0.15)
	if cut {
		cost /= 2 // programs differ in where they set it
	}
	cost += 0.1 * math.Abs(b.y()-middle) / s.em
	if !label {
		cost -= costMore * float64(r-a)
	}
	if cut {
		cost += costCut
	}
	cost += s.manner.middle
	if b.row == a0 || b.row < 0 && s.tops > 0 && math.Abs(b.box[1]-rows[a0].top) < page.Touch*s.em {
		cost = math.Min(cost, s.manner.first)
	}
	return cost + 0.05
}

// pageOf is the page a block stands on.
func (s *labels) pageOf(b *block) int {
	y := page.MidY(s.boxes[b.phrases[0]])
	k := sort.Search(len(s.pages), func(k int) bool { return s.pages[k].bottom >= y })
	return min(k, len(s.pages)-1)
}
