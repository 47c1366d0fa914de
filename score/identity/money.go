package identity

import "ziping/normalize"

// fundRow lists what the ith row of the money block promises about itself. of is the
// label of the column that the form's rates are shares of, "" for the budget's.
func (l *lister) fundRow(f *normalize.Funds, i int, of string) {
	r := &f.Rows[i]
	if l.share(r, of) {
		l.add("FND-03", Ratio, normalize.FundPath(r.Source, normalize.ExecutionRate))
	}
	path := normalize.FundPath(r.Source, "")
	term := func(c normalize.Column, coef int, x *normalize.Field) { l.part(path.In(c), coef, x) }
	if r.Budget == nil {
		if _, base := r.Base(); base != nil && of == "" && r.ExecutionRate != nil && r.Executed != nil {
			term(normalize.Executed, 1, r.Executed)
			term(normalize.Initial, 1, base)
			l.add("FND-03", Ratio, path.In(normalize.ExecutionRate))
		}
		return
	}
	if r.Initial != nil && (r.Adjustment != nil || r.CarriedIn != nil) && !r.OthersBetween(r.Initial, r.Budget) {
		term(normalize.Initial, 1, r.Initial)
		if r.CarriedIn != nil {
			term(normalize.CarriedIn, 1, r.CarriedIn)
		}
		if r.Adjustment != nil {
			term(normalize.Adjustment, 1, r.Adjustment)
		}
		l.add("FND-01", Sum, path.In(normalize.Budget))
	}
	if r.Balance != nil && r.Executed != nil && !r.OthersBetween(r.Executed, r.Balance) {
		term(normalize.Budget, 1, r.Budget)
		term(normalize.Executed, -1, r.Executed)
		l.add("FND-02", Sum, path.In(normalize.Balance))
	}
	if of == "" && r.ExecutionRate != nil && r.Executed != nil {
		term(normalize.Executed, 1, r.Executed)
		term(normalize.Budget, 1, r.Budget)
		l.add("FND-03", Ratio, path.In(normalize.ExecutionRate))
	}
	if r.BalanceRate != nil && r.Balance != nil {
		term(normalize.Balance, 1, r.Balance)
		term(normalize.Budget, 1, r.Budget)
		l.add("FND-04", Ratio, path.In(normalize.BalanceRate))
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
	for _, c := range normalize.MoneyColumns {
		if f.Rows[i].Column(c) == nil {
			continue
		}
		for _, s := range sources {
			if row := f.Row(s); row != nil {
				if x := row.Column(c); x != nil {
					l.part(normalize.FundPath(s, c), 1, x)
				}
			}
		}
		if l.parts() > 0 {
			l.add("FND-05", Sum, normalize.FundPath(f.Rows[i].Source, c))
		}
	}
}
