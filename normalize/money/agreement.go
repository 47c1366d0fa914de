package money

import (
	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/text/num"
)

// Agreement counts the sums of a row that hold in a placement of its cells.
func Agreement(slots []table.Slot, cells []*table.Item, at []int) int {
	var r normalize.FundRow
	for k, c := range cells {
		if to := r.Slot(normalize.Column(slots[at[k]].ID)); to != nil {
			*to = c.Figure()
		}
	}
	agree := 0
	number := func(f *normalize.Field) num.Decimal { n, _ := f.Number(); return n }
	if r.Budget != nil && r.Initial != nil && (r.Adjustment != nil || r.CarriedIn != nil) &&
		number(r.Budget).Equal(number(r.Initial).Add(number(r.CarriedIn)).Add(number(r.Adjustment))) {
		agree++
	}
	if r.Budget != nil && r.Executed != nil && r.Balance != nil && number(r.Balance).Equal(number(r.Budget).Sub(number(r.Executed))) {
		agree++
	}
	if r.Budget.IsFigure() && r.Executed != nil && r.ExecutionRate.IsFigure() { // 489.08 | - | - says nothing
		rate := number(r.ExecutionRate)
		q, ok := number(r.Executed).Quo(number(r.Budget), 4)
		if ok && (q.Shift(2).Sub(rate).Abs().Cmp(num.FromInt(1)) < 0 || r.ExecutionRate.Unit == "" && q.Sub(rate).Abs().Cmp(num.New(1, 2)) < 0) {
			agree++ // in percent, or as a fraction
		}
	}
	return agree
}
