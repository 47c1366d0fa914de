package ruled

import (
	"math"

	"ziping/extract/grid/sheet"
)

// fillGaps draws what is missing of a ruling that stops in the middle of a cell.
// Where a ruling is left out for a merged cell, uprights pass both ends of what is
// left out; between two such places it is there or not. One that is there by half
// or more is worn, and without the rest of it two cells would run together. The
// least worn come first: what they complete are the uprights that tell where
// another ruling is left out rightly.
func (m *mesh) fillGaps() {
	for _, least := range []float64{0.8, 0.65, 0.5} {
		m.fillAbove(least)
	}
}

// fillAbove completes the rulings of which at least so much is drawn.
func (m *mesh) fillAbove(least float64) {
	rows, cols := m.rows(), m.cols()
	wall := make([]bool, max(rows, cols)+1)
	for j := 1; j < rows; j++ {
		for i := range cols + 1 {
			wall[i] = i == 0 || i == cols || m.v[i*rows+j-1] >= sheet.Ruled && m.v[i*rows+j] >= sheet.Ruled
		}
		if i := m.labelEnds(j); i > 0 {
			wall[i] = true
		}
		fill(m.h[j*cols:(j+1)*cols], m.xs, wall, least)
	}
	for i := 1; i < cols; i++ {
		for j := range rows + 1 {
			wall[j] = j == 0 || j == rows || m.h[j*cols+i-1] >= sheet.Ruled && m.h[j*cols+i] >= sheet.Ruled
		}
		fill(m.v[i*rows:(i+1)*rows], m.ys, wall, least)
	}
}

// Shares of a piece of line that is drawn whole, and of one that is left out.
const (
	whole   = 0.95
	leftOut = 0.05
)

// labelEnds is the edge where a horizontal ruling begins that is left out for a merged
// label, where no upright is drawn on either side of it; 0 where it is none. Nothing is
// drawn up to that edge and all behind it: a worn ruling has no such end.
func (m *mesh) labelEnds(j int) int {
	rows, cols := m.rows(), m.cols()
	share := m.h[j*cols : (j+1)*cols]
	i := 0
	for i < cols && share[i] <= leftOut {
		i++
	}
	if i == 0 || i == cols || m.v[i*rows+j-1] >= sheet.Ruled || m.v[i*rows+j] >= sheet.Ruled {
		return 0
	}
	for _, s := range share[i:] {
		if s < whole {
			return 0
		}
	}
	return i
}

// ruleLabels draws the upright behind labels that is drawn beside the heading only:
// where rulings that are left out for a label begin, it ends.
func (m *mesh) ruleLabels() {
	rows := m.rows()
	var at [][2]int // all of them, before one changes what shows another
	for j := 1; j < rows; j++ {
		if i := m.labelEnds(j); i > 0 {
			at = append(at, [2]int{i, j})
		}
	}
	for _, p := range at {
		m.v[p[0]*rows+p[1]-1], m.v[p[0]*rows+p[1]] = 1, 1
	}
}

// fill completes the pieces of one line from wall to wall.
func fill(share, places []float64, wall []bool, least float64) {
	for from := 0; from < len(share); {
		drawn, gap := 0.0, false
		to := from
		for to == from || !wall[to] {
			drawn += math.Min(1, share[to]) * (places[to+1] - places[to])
			gap = gap || share[to] < sheet.Ruled
			to++
		}
		if gap && drawn >= least*(places[to]-places[from]) {
			for k := from; k < to; k++ {
				share[k] = math.Max(share[k], 1)
			}
		}
		from = to
	}
}
