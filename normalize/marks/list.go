package marks

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/text/num"
)

// List is a list whose rows add up, as a copy left them that lost empty cells.
//
//	指标       | 目标 | 完成值 | 分值 | 得分
//	政策知晓率 | 提高 | 8      | 8            8 of 8 points, or no score yet
//
// A row by itself says either. All rows together make the full mark and the total, and
// mostly in one way alone.
type List struct {
	Rows  []Row
	Slots []table.Slot
}

// Row is a row of it whose cells have columns.
type Row struct {
	Cells   []*table.Item
	At      []int              // the column of each cell
	Printed bool               // they stand as they are printed
	Fit     func(c, s int) int // the cost of a cell standing in a column
	Beside  bool               // its full mark is none of the list's
}

// Total is what the list adds up to, each nil where it is not printed.
type Total struct {
	Weight, Score *normalize.Field
	Budget        Sum // the budget's marks, which the total has in it
}

const (
	mostWays = 2000 // placements of a row that are looked at
	doubtful = 20   // the cost of a cell from which it is not what its column holds
	mostLost = 14   // what the columns that a row leaves empty may cost
)

// Full are the marks of a form, all together, where its full mark is not printed.
var Full = num.FromInt(100)

// way is a placement of a row's cells and what it costs.
type way struct {
	at   []int
	cost int
	sum  Sum
}

// Open reports a list some row of which may stand elsewhere.
func (l *List) Open() bool {
	return slices.ContainsFunc(l.Rows, func(r Row) bool { return !r.Printed || l.answersOtherwise(&r) })
}

// fixed reports a row of an open list that stands as it is printed. Where another has lost
// its empty cells, one that ends before its score may have, too.
func (l *List) fixed(r *Row) bool {
	return r.Printed && !l.answersOtherwise(r) && l.cell(r, normalize.Weight) != nil && l.cell(r, normalize.Score) != nil
}

// answersOtherwise reports a row that ends before its score and answers a target in words, or
// with a unit, by a bare figure, which may be the full mark.
//
//	群众知晓率 | ≥90% | 8 | 8
func (l *List) answersOtherwise(r *Row) bool {
	target, actual := l.cell(r, normalize.Target), l.cell(r, normalize.Actual)
	bare := func(it *table.Item) bool { return it.Figure().IsFigure() && it.Figure().Unit == "" }
	return target != nil && actual != nil && l.cell(r, normalize.Score) == nil && bare(actual) && !bare(target)
}

// cell is the cell of a row in a column, nil where it has none.
func (l *List) cell(r *Row, column normalize.Column) *table.Item {
	if c := slices.Index(r.At, table.IndexOf(l.Slots, string(column))); c >= 0 {
		return r.Cells[c]
	}
	return nil
}

// sum are the marks of a row in a placement.
func (l *List) sum(r *Row, at []int) Sum {
	x := Row{Cells: r.Cells, At: at}
	mark := func(column normalize.Column) *normalize.Field {
		if it := l.cell(&x, column); it != nil {
			return it.MarkField()
		}
		return nil
	}
	if r.Beside {
		return Sum{}.With(nil, mark(normalize.Score))
	}
	return Sum{}.With(mark(normalize.Weight), mark(normalize.Score))
}

// Settle gives the cells of rows of an open list other columns where only so both sums hold:
// the weights the full mark, the scores the total. It reports these rows; one that the sums
// leave open stays as it is.
func (l *List) Settle(total Total) (changed []int) {
	if !table.HasSlot(l.Slots, string(normalize.Weight)) || !table.HasSlot(l.Slots, string(normalize.Score)) || total.Score == nil {
		return nil
	}
	full := Full
	if total.Weight != nil {
		full = total.Weight.Figure()
	}
	makes := func(m Sum) bool { return m.Weight.Equal(full) && m.Score.Equal(total.Score.Figure()) }
	asRead := Sum{}
	for k := range l.Rows {
		asRead = asRead.Add(l.sum(&l.Rows[k], l.Rows[k].At))
	}
	ways := make([][]way, len(l.Rows))
	steps := make([][]Sum, len(l.Rows))
	for k := range l.Rows {
		r := &l.Rows[k]
		if ways[k] = []way{{at: r.At, sum: l.sum(r, r.At)}}; !l.fixed(r) {
			ways[k] = l.different(r)
		}
		for _, w := range ways[k] {
			steps[k] = append(steps[k], w.sum)
		}
	}
	for _, from := range []Sum{total.Budget, {}} { // the budget's marks may stand in the list already
		if makes(from.Add(asRead)) {
			return nil
		}
		left := make([][]bool, len(l.Rows))
		for k := range left {
			left[k] = make([]bool, len(steps[k]))
		}
		if !Reaching(from, steps, makes, left) {
			continue
		}
		for k := range l.Rows {
			if only := theOnly(left[k]); only >= 0 && !slices.Equal(l.Rows[k].At, ways[k][only].at) {
				l.Rows[k].At = ways[k][only].at
				changed = append(changed, k)
			}
		}
		return changed
	}
	return nil
}

// theOnly is the place of the only true one, -1 where there are more or none.
func theOnly(list []bool) int {
	at := slices.Index(list, true)
	if at >= 0 && slices.Contains(list[at+1:], true) {
		return -1
	}
	return at
}

// different are the placements of a row that differ in its marks: of those with the same
// marks the cheapest.
func (l *List) different(r *Row) []way {
	slots := l.Slots
	var out []way
	tried := 0
	at := make([]int, 0, len(r.Cells))
	var next func(from, cost, lost int) bool
	take := func(cost int) {
		w := way{at: slices.Clone(at), cost: cost + table.MovesCost(r.Cells, slots, at), sum: l.sum(r, at)}
		for k := range out {
			if out[k].sum.Weight.Equal(w.sum.Weight) && out[k].sum.Score.Equal(w.sum.Score) {
				if w.cost < out[k].cost {
					out[k] = w
				}
				return
			}
		}
		out = append(out, w)
	}
	next = func(from, cost, lost int) bool {
		if tried++; tried > mostWays || lost > mostLost {
			return tried <= mostWays
		}
		c := len(at)
		if c == len(r.Cells) {
			for _, s := range slots[from:] {
				lost += s.Missing
			}
			if lost <= mostLost {
				take(cost + lost)
			}
			return true
		}
		for s := from; s <= len(slots)-(len(r.Cells)-c); s++ {
			if f := r.Fit(c, s); f < doubtful {
				at = append(at, s)
				more := next(s+1, cost+f, lost)
				at = at[:c]
				if !more {
					return false
				}
			}
			lost += slots[s].Missing
		}
		return true
	}
	if !next(0, 0, 0) || len(out) == 0 {
		return []way{{at: r.At, sum: l.sum(r, r.At)}}
	}
	return out
}
