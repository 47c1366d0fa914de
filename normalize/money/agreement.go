package money

import (
	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/num"
	"ziping/text/units"
)

var (
	hundred  = num.FromInt(100)
	thousand = num.FromInt(1000)
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
	if r.Budget != nil && r.Executed != nil && r.ExecutionRate != nil {
		if q, ok := number(r.Executed).Quo(number(r.Budget), 4); ok && q.Shift(2).Sub(number(r.ExecutionRate)).Abs().Cmp(num.FromInt(1)) < 0 {
			agree++
		}
	}
	return agree
}

// Fit is the cost of a cell standing in a column of the money block.
func Fit(c *table.Item, id string) int {
	if id == "other" {
		return 3
	}
	if value.IsNothing(c.Text) {
		return 2
	}
	f := c.Figure()
	if !f.IsFigure() {
		if value.LooksNumeric(c.Text) {
			return 4
		}
		return 25
	}
	percent := f.Unit == "%"
	switch normalize.Column(id) {
	case normalize.ExecutionRate, normalize.BalanceRate:
		if f.Unit != "" && !percent {
			return 30
		}
		if f.Figure().Abs().Cmp(thousand) > 0 {
			return 20
		}
		return 0
	case normalize.Weight, normalize.Score:
		if percent || f.Unit != "" && !units.Mark(f.Unit) || f.Figure().Abs().Cmp(hundred) > 0 {
			return 30
		}
		return 0
	}
	if percent {
		return 30
	}
	return 0
}
