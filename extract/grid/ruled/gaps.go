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
		fill(m.h[j*cols:(j+1)*cols], m.xs, wall, least)
	}
	for i := 1; i < cols; i++ {
		for j := range rows + 1 {
			wall[j] = j == 0 || j == rows || m.h[j*cols+i-1] >= sheet.Ruled && m.h[j*cols+i] >= sheet.Ruled
		}
		fill(m.v[i*rows:(i+1)*rows], m.ys, wall, least)
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
