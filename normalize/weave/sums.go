package weave

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/marks"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
	"ziping/text/hanzi"
	"ziping/text/num"
)

// settleRows decides rows of the list that can be read in several ways by the
// sums of the form: weights make the full mark, scores the total. What the sums
// leave open is held back.
func (w *listWeaver) settleRows(weight, score *normalize.Field) {
	rows := w.sumRows
	w.sumRows = nil
	units := w.printsUnits(rows)
	var open []int
	for k := range rows {
		if len(rows[k].cells) > 0 {
			rows[k].ways = w.possible(&rows[k], units)
			open = append(open, k)
		}
	}
	if len(open) == 0 {
		return
	}
	left := make([][]bool, len(open))
	for n, k := range open {
		left[n] = make([]bool, len(rows[k].ways))
	}
	if !w.bySums(rows, open, left, weight, score) {
		for n := range left {
			for k := range left[n] {
				left[n][k] = true
			}
		}
	}
	for n, k := range open {
		var ways [][]int
		for x, ok := range left[n] {
			if ok {
				ways = append(ways, rows[k].ways[x])
			}
		}
		w.finishRow(&rows[k], ways)
	}
}

// printsUnits reports a list whose certain rows all answer with a unit.
func (w *listWeaver) printsUnits(rows []rowChoice) bool {
	const enough = 3
	ac, with := stream.ColOf(w.columns, "actual"), 0
	for k := range rows {
		f := w.at(&rows[k], nil, ac)
		switch {
		case !f.IsFigure():
		case f.Unit == "":
			return false
		default:
			with++
		}
	}
	return with >= enough
}

// possible drops the ways that break what every row keeps: no score is above
// its weight, and where all others answer with a unit, a bare mark is no answer.
func (w *listWeaver) possible(r *rowChoice, units bool) [][]int {
	wc, sc, ac := stream.ColOf(w.columns, "weight"), stream.ColOf(w.columns, "score"), stream.ColOf(w.columns, "actual")
	var out [][]int
	for _, way := range r.ways {
		weight, score := w.at(r, way, wc), w.at(r, way, sc)
		if score.IsFigure() && weight.IsFigure() && score.Figure().Cmp(weight.Figure()) > 0 {
			continue
		}
		if actual := w.at(r, way, ac); units && actual.IsFigure() && actual.Unit == "" {
			continue
		}
		out = append(out, way)
	}
	if len(out) == 0 {
		return r.ways
	}
	return out
}

// at is the figure that a way of reading puts into column c of a row.
func (w *listWeaver) at(r *rowChoice, way []int, c int) *normalize.Field {
	if c < 0 {
		return nil
	}
	for k, x := range way {
		if x == c {
			return w.Tokens[r.cells[k]].Figure()
		}
	}
	for _, p := range r.sure {
		if p.col == w.columns[c].Col {
			return w.Tokens[p.token].Figure()
		}
	}
	return nil
}

// bySums marks the ways of open rows that occur in a reading of all of them
// whose sums are right; false where there is none, or no sum to go by.
func (w *listWeaver) bySums(rows []rowChoice, open []int, left [][]bool, weight, score *normalize.Field) bool {
	wc, sc := stream.ColOf(w.columns, "weight"), stream.ColOf(w.columns, "score")
	byWeight := wc >= 0
	full := marks.Full
	if weight.IsFigure() {
		full = weight.Figure()
	}
	byScore := sc >= 0 && score.IsFigure()
	if !byWeight && !byScore || sc >= 0 && !byScore {
		return false // one sum alone would take a score for a weight
	}
	from := marks.Sum{}.With(w.funds.weight, w.funds.score)
	for k := range rows {
		if !slices.Contains(open, k) {
			from = from.With(w.at(&rows[k], nil, wc), w.at(&rows[k], nil, sc))
		}
	}
	steps := make([][]marks.Sum, len(open))
	for n, k := range open {
		for _, way := range rows[k].ways {
			steps[n] = append(steps[n], marks.Sum{}.With(w.at(&rows[k], way, wc), w.at(&rows[k], way, sc)))
		}
	}
	return marks.Reaching(from, steps, func(m marks.Sum) bool {
		return (!byWeight || m.Weight.Equal(full)) && (!byScore || m.Score.Equal(score.Figure()))
	}, left)
}

// dashes reports open cells none of which says anything, in whichever column it stands.
func dashes(w *listWeaver, r *rowChoice) bool {
	return !slices.ContainsFunc(r.cells, func(i int) bool {
		t := w.Tokens[i].Text
		return !value.IsNothing(t) || hanzi.Count(t) > 0
	})
}

// finishRow puts the cells of a row that all remaining ways agree on into
// their columns and holds the others back.
func (w *listWeaver) finishRow(r *rowChoice, ways [][]int) {
	if len(ways) > 1 && dashes(w, r) {
		ways = ways[:1]
	}
	d := r.line.Doubt
	if d == nil {
		d = &table.Doubt{}
	}
	for k, i := range r.cells {
		cols := map[int]bool{}
		for _, way := range ways {
			cols[way[k]] = true
		}
		if len(cols) == 1 {
			it := w.Tokens[i].Item
			c := w.columns[ways[0][k]].Col
			it.From, it.Col, it.To = it.Col, c, c
			r.line.Items = append(r.line.Items, it)
			continue
		}
		if len(ways) == 0 {
			for c := range w.columns {
				cols[c] = true
			}
		}
		for c := range cols {
			if id := w.columns[c].ID; !slices.Contains(d.IDs, id) {
				d.IDs = append(d.IDs, id)
			}
		}
		d.Cells = append(d.Cells, w.Tokens[i].Item)
		w.hold(i, "这一格可能属于几栏，表中的合计也不能确定", "this cell may belong to several columns, and the sums of the form do not decide")
	}
	slices.Sort(d.IDs)
	slices.SortStableFunc(r.line.Items, func(a, b table.Item) int { return a.Col - b.Col })
	if len(d.Cells) > 0 {
		r.line.Doubt = d
	}
}

// reach reports whether the weights and the scores read so far make this total, and
// whether there are no scores at all.
func (w *listWeaver) reach(total *normalize.Field) (weights, scores, unscored bool) {
	figures := 0
	sum := func(column string, budget *normalize.Field) bool {
		var sum num.Decimal
		figures = 0
		add := func(f *normalize.Field) {
			if f.IsFigure() {
				sum = sum.Add(f.Figure())
				figures++
			}
		}
		add(budget)
		for k := range w.sumRows {
			if len(w.sumRows[k].cells) > 0 { // as yet open
				figures++
				return false
			}
			add(w.at(&w.sumRows[k], nil, stream.ColOf(w.columns, column)))
		}
		return total.IsFigure() && sum.Cmp(total.Figure()) == 0
	}
	weights, scores = sum("weight", w.funds.weight), sum("score", w.funds.score)
	return weights, scores, figures == 0
}
