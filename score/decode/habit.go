package decode

import (
	"math"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// Most rows of a list have their full marks, and nearly all forms a full mark of 100. That is no promise of the form, proves
// nothing and puts nothing right by itself; but where a sum fails and several cells
// might explain it, one that would give its row full marks is the likelier. How usual
// it is the form itself tells, by the rows whose marks are sure.

const (
	// fewRows are too few to tell a habit.
	fewRows = 4
	// otherMarks is how many other marks a row may as well have.
	otherMarks = 3.0
	// otherFullMark is what another full mark than 100 costs.
	otherFullMark = 5.0
)

// habits tells, of each weight and score, which figure it mostly is.
func (n *net) habits(r *normalize.Report) {
	same, rows := 0, 0
	var pairs [][2]int
	for i := range r.Indicators {
		w, ok := n.index[normalize.IndicatorPath(i, normalize.Weight)]
		s, ok2 := n.index[normalize.IndicatorPath(i, normalize.Score)]
		if !ok || !ok2 {
			continue
		}
		pairs = append(pairs, [2]int{w, s})
		if n.cells[w].open() || n.cells[s].open() {
			continue
		}
		rows++
		if a, b := n.printOf(w, n.now[w]), n.printOf(s, n.now[s]); a.OK && b.OK && a.N.Equal(b.N) {
			same++
		}
	}
	n.unusual = math.Log(float64(same+1)/float64(rows-same+1)) + math.Log(otherMarks)
	if rows < fewRows || n.unusual <= 0 {
		return
	}
	for _, p := range pairs {
		n.cells[p[0]].beside, n.cells[p[1]].beside = p[1]+1, p[0]+1
	}
}

// usual is how much more usual a reading of a cell is than the present one, by what
// stands beside it.
func (n *net) usual(i, r int) float64 {
	if n.cells[i].path == normalize.TotalWeightPath {
		return n.fullMark(i, n.now[i]) - n.fullMark(i, r)
	}
	beside := n.cells[i].beside - 1
	if beside < 0 {
		return 0
	}
	other := n.printOf(beside, n.now[beside])
	cost := func(r int) float64 {
		if p := n.printOf(i, r); p.OK && other.OK && p.N.Equal(other.N) {
			return 0
		}
		return n.unusual
	}
	return cost(n.now[i]) - cost(r)
}

// mostUsual is no less than usual of any reading of a cell.
func (n *net) mostUsual(i int) float64 {
	switch {
	case n.cells[i].path == normalize.TotalWeightPath:
		return otherFullMark
	case n.cells[i].beside > 0:
		return n.unusual
	}
	return 0
}

// fullMark is what a reading of the full mark costs.
func (n *net) fullMark(i, r int) float64 {
	if p := n.printOf(i, r); p.OK && p.N.Equal(num.FromInt(identity.FullMark)) {
		return 0
	}
	return otherFullMark
}

func (n *net) printOf(cell, r int) *identity.Print { return &n.cells[cell].readings[r].print }
