package identity

import "ziping/normalize"

// The columns of the money block in the order of lister.funds.
const (
	initial = iota
	carriedIn
	adjustment
	budget
	executed
	executionRate
	balance
	balanceRate
	columnCount
)

var fundColumns = [columnCount]normalize.Column{
	normalize.Initial, normalize.CarriedIn, normalize.Adjustment, normalize.Budget,
	normalize.Executed, normalize.ExecutionRate, normalize.Balance, normalize.BalanceRate,
}

// money lists the columns that add up.
var money = [...]int{initial, carriedIn, adjustment, budget, executed, balance}

// path is the path of the ith fund row's column.
func (l *lister) path(f *normalize.Funds, i, c int) string {
	if l.funds == nil {
		l.funds = make([][]string, len(f.Rows))
	}
	if l.funds[i] == nil {
		l.funds[i] = make([]string, columnCount)
	}
	if l.funds[i][c] == "" {
		l.funds[i][c] = normalize.FundPath(f.Rows[i].Source, fundColumns[c])
	}
	return l.funds[i][c]
}

// fundRow lists what the ith row of the money block promises about itself.
func (l *lister) fundRow(f *normalize.Funds, i int) {
	r := &f.Rows[i]
	term := func(c, coef int, x *normalize.Field) { l.part(l.path(f, i, c), coef, x) }
	if r.Budget == nil {
		if _, base := r.Base(); base != nil && r.ExecutionRate != nil && r.Executed != nil {
			term(executed, 1, r.Executed)
			term(initial, 1, base)
			l.add("FND-03", Ratio, l.path(f, i, executionRate))
		}
		return
	}
	if r.Initial != nil && (r.Adjustment != nil || r.CarriedIn != nil) {
		term(initial, 1, r.Initial)
		if r.CarriedIn != nil {
			term(carriedIn, 1, r.CarriedIn)
		}
		if r.Adjustment != nil {
			term(adjustment, 1, r.Adjustment)
		}
		l.add("FND-01", Sum, l.path(f, i, budget))
	}
	if r.Balance != nil && r.Executed != nil {
		term(budget, 1, r.Budget)
		term(executed, -1, r.Executed)
		l.add("FND-02", Sum, l.path(f, i, balance))
	}
	if r.ExecutionRate != nil && r.Executed != nil {
		term(executed, 1, r.Executed)
		term(budget, 1, r.Budget)
		l.add("FND-03", Ratio, l.path(f, i, executionRate))
	}
	if r.BalanceRate != nil && r.Balance != nil {
		term(balance, 1, r.Balance)
		term(budget, 1, r.Budget)
		l.add("FND-04", Ratio, l.path(f, i, balanceRate))
	}
}

// fundSums lists the column sums of a row that is the sum of others, once for
// its parts and once for each further split (按收入性质分, 按支出性质分).
func (l *lister) fundSums(f *normalize.Funds, i int) {
	if r := &f.Rows[i]; len(r.Parts) > 0 {
		l.columnSums(f, i, r.Parts)
	}
	for _, split := range f.Rows[i].Splits {
		l.columnSums(f, i, split)
	}
}

func (l *lister) columnSums(f *normalize.Funds, i int, sources []string) {
	for _, c := range money {
		if f.Rows[i].Column(fundColumns[c]) == nil {
			continue
		}
		for _, s := range sources {
			for k := range f.Rows {
				if f.Rows[k].Source != s {
					continue
				}
				if x := f.Rows[k].Column(fundColumns[c]); x != nil {
					l.part(l.path(f, k, c), 1, x)
				}
				break
			}
		}
		if l.parts() > 0 {
			l.add("FND-05", Sum, l.path(f, i, c))
		}
	}
}

// BudgetRow is the fund row whose score is the budget's: the total row, else
// the first row with a score printed, else the first with a place for one. It
// is nil where the money block has no scores.
func BudgetRow(r *normalize.Report) *normalize.FundRow {
	if r.Funds == nil {
		return nil
	}
	var place, printed *normalize.FundRow
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		switch {
		case row.Score == nil:
		case !row.Score.IsBlank() && row.Source == "total":
			return row
		case !row.Score.IsBlank() && printed == nil:
			printed = row
		case place == nil || row.Source == "total":
			place = row
		}
	}
	if printed != nil {
		return printed
	}
	return place
}
