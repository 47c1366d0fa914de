package identity

import (
	"slices"

	"ziping/normalize"
	"ziping/text/num"
)

// Which amount a rate is a share of its heading tells, or nobody: 执行率 is what was spent
// of the budget, or of what arrived of it. Where a form has further columns of amounts, and
// several of its rates are shares of one of them and not of the budget, that column is what
// they are of. One such rate alone may as well be a slip in its row's budget, and is withheld.

// rateBase is the label of that column, "" where the rates are shares of the budget, or of
// nothing that is printed.
func rateBase(r *normalize.Report) string {
	var labels []string
	votes := map[string]int{}
	t := tester{r: r}
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		base, printed := row.Base()
		if printed == nil || row.Executed == nil || row.ExecutionRate == nil {
			continue
		}
		ofBudget := t.rate(row, normalize.FundPath(row.Source, base))
		for k := range row.Other {
			label := row.Other[k].Label
			ofOther := t.rate(row, normalize.FundPath(row.Source, "").Other(k))
			if ofBudget == Untestable || ofOther == Untestable || ofBudget == ofOther {
				continue
			}
			if _, seen := votes[label]; !seen {
				labels = append(labels, label)
			}
			if ofOther == Agree {
				votes[label]++
			} else {
				votes[label]--
			}
		}
	}
	best := ""
	for _, l := range labels {
		if votes[l] > max(1, votes[best]) {
			best = l
		}
	}
	return best
}

// ofAnother reports a rate that is no share of the budget, but one of another amount, or
// what is left of another amount.
func ofAnother(r *normalize.Report, x *Tested) bool {
	if x.Check != "FND-02" && x.Check != "FND-03" {
		return false
	}
	source, _ := x.Result.Fund()
	row := r.Funds.Row(source)
	if row == nil {
		return false
	}
	if withAnother(row, x) {
		return true
	}
	t := tester{r: r}
	for k := range row.Other {
		of := normalize.FundPath(source, "").Other(k)
		if x.Check == "FND-03" && t.rate(row, of) == Agree || x.Check == "FND-02" && t.left(row, of) == Agree || t.instead(x, of) {
			return true
		}
	}
	return false
}

// withAnother reports a rate or a balance that holds where another amount of the row, or what
// was carried in, counts with the budget or with what was spent: 应付未付, 上年结转.
func withAnother(row *normalize.FundRow, x *Tested) bool {
	budget, ok := row.Budget.Number()
	spent, also := row.Executed.Number()
	return ok && also && row.HasAmount(func(n num.Decimal) bool {
		if x.Check == "FND-02" {
			return x.lack().Abs().Equal(n.Abs())
		}
		b := RateBounds(x.Stated)
		return ratioHolds(b, spent.Add(n), budget) || ratioHolds(b, spent, budget.Add(n)) || ratioHolds(b, spent, budget.Sub(n))
	})
}

// instead reports that a rate is the share, or a balance what is left, where another amount is
// what was spent: 实际使用 beside 实际拨付.
func (t *tester) instead(x *Tested, spent normalize.Path) bool {
	y := x.Identity
	y.Parts = slices.Clone(y.Parts)
	for k := range y.Parts {
		if y.Parts[k].Path.Column() == normalize.Executed {
			y.Parts[k].Path = spent
			return t.test(&y).Outcome == Agree
		}
	}
	return false
}

// left tests a row's balance as what is left of another amount.
func (t *tester) left(row *normalize.FundRow, of normalize.Path) Outcome {
	x := t.test(&Identity{
		Check: "FND-02", Kind: Sum, Result: normalize.FundPath(row.Source, normalize.Balance),
		Parts: []Term{{Path: of, Coef: 1}, {Path: normalize.FundPath(row.Source, normalize.Executed), Coef: -1}},
	})
	return x.Outcome
}

// rate tests a row's rate as what was executed of another amount.
func (t *tester) rate(row *normalize.FundRow, of normalize.Path) Outcome {
	x := t.test(&Identity{
		Check: "FND-03", Kind: Ratio, Result: normalize.FundPath(row.Source, normalize.ExecutionRate),
		Parts: []Term{{Path: normalize.FundPath(row.Source, normalize.Executed), Coef: 1}, {Path: of, Coef: 1}},
	})
	return x.Outcome
}

// share lists the parts of a row's rate as one of the column with that label.
func (l *lister) share(r *normalize.FundRow, label string) bool {
	if label == "" || r.Executed == nil || r.ExecutionRate == nil {
		return false
	}
	for k := range r.Other {
		if r.Other[k].Label == label {
			row := normalize.FundPath(r.Source, "")
			l.part(row.In(normalize.Executed), 1, r.Executed)
			l.part(row.Other(k), 1, r.Other[k].Field)
			return true
		}
	}
	return false
}
