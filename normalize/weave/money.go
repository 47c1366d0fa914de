package weave

// In which columns of the money block the figures of a row can stand, where
// there are fewer of them than columns.

import (
	"slices"

	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/search"
	"ziping/normalize/weave/stream"
	"ziping/text/num"
)

// moneyRow is a row of figures whose columns are sought.
type moneyRow struct {
	*stream.Cells
	cols    []stream.Headed
	figures []int  // tokens
	percent bool   // rates of the block carry their sign
	first   bool   // the row that marks stand in
	figured []bool // columns nobody knows that hold figures
}

// fits reports that every cell can stand in its column.
func (r *moneyRow) fits(way []int) bool {
	for k, i := range r.figures {
		t, id := &r.Tokens[i], r.cols[way[k]].ID
		if t.Blank || id != "other" && value.IsNothing(t.Text) {
			continue
		}
		f := t.Figure()
		switch {
		case id == "other" && (r.figured[way[k]] || r.Lex.Words.FiguresEnd.End(r.Tokens[r.cols[way[k]].Token].Bare)):
			if !f.IsFigure() {
				return false
			}
		case id == "other":
			if f.IsFigure() || value.IsNothing(t.Text) && len(r.figures) < len(r.cols) {
				return false
			}
		case !f.IsFigure() && !value.LooksNumeric(t.Text), t.Kind(r.Lex).FitMoney(id) >= 20:
			return false
		case (id == "execution_rate" || id == "balance_rate") && r.percent && f.IsFigure() && f.Unit == "" && !(f.Figure().IsZero() && len(r.figures)+1 >= len(r.cols)):
			return false
		}
	}
	return true
}

// lead is by how many sums one way must beat all others.
const lead = 2

// ways finds the ways to place fewer cells than there are columns that
// break no sum of the row and agree with most; one, if they leave only one.
func (r *moneyRow) ways() [][]int {
	var ways [][]int
	var take func(k, at int, way []int)
	take = func(k, at int, way []int) {
		if len(ways) > search.MostWays {
			return
		}
		if k == len(r.figures) {
			if r.fits(way) {
				ways = append(ways, slices.Clone(way))
			}
			return
		}
		for c := at + 1; c <= len(r.cols)-(len(r.figures)-k); c++ {
			take(k+1, c, append(way, c))
		}
	}
	if len(r.cols) > 14 {
		return nil
	}
	take(0, -1, nil)
	if len(ways) == 0 || len(ways) > search.MostWays {
		return nil
	}
	if len(ways) == 1 {
		return ways
	}
	if !r.first && !slices.ContainsFunc(r.figures, func(i int) bool { return value.IsNothing(r.Tokens[i].Text) }) {
		// Marks stand in the first row only: a figure for each other column.
		if way := r.moneyOnly(len(r.figures)); way != nil && r.fits(way) && !r.contradicted(way, ways) && !r.anyZero() {
			return [][]int{way}
		}
	}
	var best, all [][]int
	most, second := -1, -1
	for _, way := range ways {
		if r.broken(way) || !r.first && r.marked(way) {
			continue
		}
		all = append(all, way)
		agree := r.agreement(way)
		switch {
		case agree > most:
			best, most, second = [][]int{way}, agree, most
		case agree == most:
			best = append(best, way)
		default:
			second = max(second, agree)
		}
	}
	if second >= 0 && most-second < lead {
		return all // one sum more may be chance
	}
	return best
}

// moneyOnly places cells in the columns of money and rates, or of money alone,
// if there are as many.
func (r *moneyRow) moneyOnly(n int) []int {
	var rated, money []int
	for k, c := range r.cols {
		switch {
		case c.ID == "execution_rate" || c.ID == "balance_rate":
			rated = append(rated, k)
		case stream.IsMoneyColumn(c.ID) || r.figured[k]:
			rated = append(rated, k)
			money = append(money, k)
		}
	}
	switch {
	case n == len(rated):
		return rated
	case n == len(money) && len(rated) == len(money)+1: // one rate, of the total alone
		return money
	}
	return nil
}

// anyZero reports a nought where rates carry their sign, and one cell is missing: the rate of
// nothing has no sign, and the nought may be it.
func (r *moneyRow) anyZero() bool {
	return r.percent && len(r.figures)+1 == len(r.cols) && slices.ContainsFunc(r.figures, func(i int) bool {
		f := r.Tokens[i].Figure()
		return f.IsFigure() && f.Figure().IsZero() && f.Unit == ""
	})
}

// agreement counts the sums of a row that hold in a way to place its cells.
func (r *moneyRow) agreement(way []int) int {
	slots := make([]table.Slot, len(r.cols))
	for k, c := range r.cols {
		slots[k] = table.Slot{ID: c.ID}
	}
	var items []*table.Item
	var at []int
	for k, i := range r.figures {
		if r.Tokens[i].Figure().IsFigure() { // a mark for nothing is no figure
			items, at = append(items, &r.Tokens[i].Item), append(at, way[k])
		}
	}
	return money.Agreement(slots, items, at)
}

// contradicted reports that another way makes a sum of the row hold where this
// one makes none.
func (r *moneyRow) contradicted(way []int, ways [][]int) bool {
	if len(way) == len(r.cols) || r.agreement(way) > 0 {
		return false
	}
	for _, other := range ways {
		if !r.marked(other) && r.agreement(other) > 0 {
			return true
		}
	}
	return false
}

// marked reports a way that puts a figure among the marks.
func (r *moneyRow) marked(way []int) bool {
	for k, c := range way {
		if (r.cols[c].ID == "weight" || r.cols[c].ID == "score") && r.Tokens[r.figures[k]].Figure().IsFigure() {
			return true
		}
	}
	return false
}

// broken reports a way in which a rate is not its quotient or a score passes
// its weight.
func (r *moneyRow) broken(way []int) bool {
	at := func(id string) (num.Decimal, bool) {
		for k, c := range way {
			if r.cols[c].ID == id {
				f := r.Tokens[r.figures[k]].Figure()
				return f.Figure(), f.IsFigure()
			}
		}
		return num.Decimal{}, false
	}
	budget, b := at("budget")
	executed, e := at("executed")
	rate, hasRate := at("execution_rate")
	if hasRate && b && e && !budget.IsZero() {
		q, ok := executed.Quo(budget, 4)
		if ok && q.Shift(2).Sub(rate).Abs().Cmp(num.FromInt(1)) >= 0 && q.Sub(rate).Abs().Cmp(num.FromInt(1).Shift(-2)) >= 0 {
			return true
		}
	}
	weight, hasWeight := at("weight")
	score, hasScore := at("score")
	return hasScore && hasWeight && score.Cmp(weight) > 0
}
