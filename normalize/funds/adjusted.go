package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/num"
)

// sumsTell settles by the amounts what a heading means that may be the adjusted budget
// or what it was adjusted by (调整预算), where another column may be the budget
// (实际到位资金): it is an adjustment if the other is what was there at first and it together, or,
// where that does not tell, if more was spent than it is in every row, as no budget allows. The figures stand off columns
// behind their headings.
func (t *fundTable) sumsTell(lines []*table.Line, off int) {
	may := func(h *table.Heading, c normalize.Column) bool { return slices.Contains(h.May, string(c)) }
	var initial, carried, adjusted, budget, spent *table.Heading
	for k := range t.headings {
		switch h := &t.headings[k]; {
		case h.May[0] == string(normalize.Initial):
			initial = h
		case h.May[0] == string(normalize.CarriedIn):
			carried = h
		case h.May[0] == string(normalize.Executed):
			spent = h
		case may(h, normalize.Adjustment) && may(h, normalize.Budget):
			adjusted = h
		case may(h, normalize.Budget):
			budget = h
		}
	}
	balance := 0         // rows in which they make it, less those in which they do not
	over, within := 0, 0 // rows in which more was spent, and no more
	for _, l := range lines {
		if l.Heads != table.NoHead {
			break
		}
		whole, ok1 := figureAt(l, budget, off)
		change, ok2 := figureAt(l, adjusted, off)
		first, ok3 := figureAt(l, initial, off)
		paid, ok4 := figureAt(l, spent, off)
		switch {
		case !ok1 || !ok2:
			continue
		case ok4 && paid.Cmp(change) > 0:
			over++
		case ok4 && !paid.IsZero():
			within++
		}
		if !ok3 || change.IsZero() {
			continue
		}
		if more, _ := figureAt(l, carried, off); whole.Equal(first.Add(more).Add(change)) {
			balance++
		} else {
			balance--
		}
	}
	if balance > 0 || balance == 0 && over > 0 && within == 0 {
		adjusted.May = []string{string(normalize.Adjustment)}
	}
}

// ratesTell settles by the rates which of two columns is what was spent, where both may be
// (实际拨付 | 实际使用 | 使用率): the one whose share of the budget they are in every row.
func (t *fundTable) ratesTell(lines []*table.Line) {
	var spent []*table.Heading
	var budget, rate *table.Heading
	for k := range t.headings {
		switch h := &t.headings[k]; h.May[0] {
		case string(normalize.Executed):
			if len(h.May) == 1 { // stands over no others
				spent = append(spent, h)
			}
		case string(normalize.Budget):
			budget = h
		case string(normalize.ExecutionRate):
			rate = h
		}
	}
	if budget == nil && t.over != nil && t.over.ID == string(normalize.Budget) {
		budget = &t.headings[0]
	}
	if len(spent) != 2 || spent[0].Level != spent[1].Level || budget == nil || rate == nil {
		return
	}
	var holds, fails [2]int
	for _, l := range lines {
		if l.Heads != table.NoHead {
			break
		}
		for _, off := range []int{0, -1, 1} { // by how many columns the row has moved
			is := [2]bool{share(l, spent[0], budget, rate, off), share(l, spent[1], budget, rate, off)}
			if is[0] == is[1] {
				continue
			}
			for k := range is {
				if is[k] {
					holds[k]++
				} else {
					fails[k]++
				}
			}
			break
		}
	}
	for k := range spent {
		if o := 1 - k; holds[k] > 0 && fails[k] == 0 && fails[o] > 0 {
			spent[o].May = []string{lexicon.Further}
		}
	}
}

// ratesTellBudget takes a column that may be what the budget was adjusted by for the adjusted
// budget (预算数 | 调整数 | 支出数 | 执行率), and the one beside it for what was there at first,
// where the rates are shares of it in every row, and are not of the other.
func (t *fundTable) ratesTellBudget(lines []*table.Line, off int) {
	var first, adjusted, spent, rate *table.Heading
	for k := range t.headings {
		switch h := &t.headings[k]; h.May[0] {
		case string(normalize.Initial), string(normalize.CarriedIn):
			return
		case string(normalize.Budget):
			if first != nil {
				return
			}
			first = h
		case string(normalize.Adjustment):
			adjusted = h
		case string(normalize.Executed):
			spent = h
		case string(normalize.ExecutionRate):
			rate = h
		}
	}
	if first == nil || adjusted == nil || spent == nil || rate == nil || !slices.Contains(first.May, string(normalize.Initial)) {
		return
	}
	told := false
	for _, l := range lines {
		if l.Heads != table.NoHead {
			break
		}
		if _, ok := figureAt(l, rate, off); !ok {
			continue
		}
		if !share(l, spent, adjusted, rate, off) {
			return
		}
		told = told || !share(l, spent, first, rate, off)
	}
	if told {
		first.May, adjusted.May = []string{string(normalize.Initial)}, []string{string(normalize.Budget)}
	}
}

// share reports that the rate of a line is that of an amount and the budget, all so many columns
// off their headings.
func share(l *table.Line, spent, budget, rate *table.Heading, off int) bool {
	part, ok1 := figureAt(l, spent, off)
	whole, ok2 := figureAt(l, budget, off)
	is, ok3 := figureAt(l, rate, off)
	q, ok4 := part.Shift(2).Quo(whole, is.Places())
	return ok1 && ok2 && ok3 && ok4 && q.Equal(is)
}

// figureAt is the figure so many columns off a heading.
func figureAt(l *table.Line, h *table.Heading, off int) (num.Decimal, bool) {
	if h == nil {
		return num.Decimal{}, false
	}
	for k := range l.Items {
		if it := &l.Items[k]; h.Item.Covers(it.Col-off) && it.Figure().IsFigure() {
			return it.Figure().Figure(), true
		}
	}
	return num.Decimal{}, false
}
