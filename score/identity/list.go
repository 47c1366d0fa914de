package identity

import (
	"strconv"

	"ziping/normalize"
	"ziping/normalize/num"
)

// FullMark is what the weights of a form make where no full mark is printed, and
// nearly always where one is: a printed 100 comes with the blank form.
const FullMark = 100

var fullMark = num.FromInt(FullMark)

// Of lists the identities of a report and tests them.
func Of(r *normalize.Report) []Tested { return Test(r, List(r)) }

// List returns the identities that the columns and rows of a form promise, in
// printed order. A column that the form does not have promises nothing: a T2
// form has no FND-01, a form without weights no WGT-01. Whether enough is
// printed to test one is the business of [Test].
func List(r *normalize.Report) []Identity {
	l := lister{out: make([]Identity, 0, 64)}
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			l.fundRow(&r.Funds.Rows[i])
			l.fundSums(r.Funds, &r.Funds.Rows[i])
		}
	}
	l.weights(r)
	l.groups(r)
	l.ranges(r)
	l.total(r)
	return l.out
}

// lister gathers identities.
type lister struct{ out []Identity }

func (l *lister) add(check string, k Kind, result string, parts ...Term) {
	l.out = append(l.out, Identity{Check: check, Kind: k, Result: result, Parts: parts})
}

// part is the term of a field.
func part(path string, coef int, f *normalize.Field) Term {
	return Term{Path: path, Coef: coef, Blank: f.IsBlank()}
}

// fundRow lists what a row of the money block promises about itself.
func (l *lister) fundRow(r *normalize.FundRow) {
	path := func(c normalize.Column) string { return normalize.FundPath(r.Source, c) }
	if r.Budget != nil && r.Initial != nil && (r.Adjustment != nil || r.CarriedIn != nil) {
		parts := make([]Term, 0, 3)
		parts = append(parts, part(path(normalize.Initial), 1, r.Initial))
		if r.CarriedIn != nil {
			parts = append(parts, part(path(normalize.CarriedIn), 1, r.CarriedIn))
		}
		if r.Adjustment != nil {
			parts = append(parts, part(path(normalize.Adjustment), 1, r.Adjustment))
		}
		l.add("FND-01", Sum, path(normalize.Budget), parts...)
	}
	if r.Budget == nil {
		return
	}
	if r.Balance != nil && r.Executed != nil {
		l.add("FND-02", Sum, path(normalize.Balance),
			part(path(normalize.Budget), 1, r.Budget), part(path(normalize.Executed), -1, r.Executed))
	}
	if r.ExecutionRate != nil && r.Executed != nil {
		l.add("FND-03", Ratio, path(normalize.ExecutionRate),
			part(path(normalize.Executed), 1, r.Executed), part(path(normalize.Budget), 1, r.Budget))
	}
	if r.BalanceRate != nil && r.Balance != nil {
		l.add("FND-04", Ratio, path(normalize.BalanceRate),
			part(path(normalize.Balance), 1, r.Balance), part(path(normalize.Budget), 1, r.Budget))
	}
}

// fundSums lists the column sums of a row that is the sum of others, once for
// its parts and once for each further split (按收入性质分, 按支出性质分).
func (l *lister) fundSums(f *normalize.Funds, r *normalize.FundRow) {
	if len(r.Parts) > 0 {
		l.columnSums(f, r, r.Parts)
	}
	for _, split := range r.Splits {
		l.columnSums(f, r, split)
	}
}

func (l *lister) columnSums(f *normalize.Funds, r *normalize.FundRow, sources []string) {
	for _, c := range normalize.MoneyColumns {
		if r.Column(c) == nil {
			continue
		}
		parts := make([]Term, 0, len(sources))
		for _, s := range sources {
			if row := f.Row(s); row != nil && row.Column(c) != nil {
				parts = append(parts, part(normalize.FundPath(s, c), 1, row.Column(c)))
			}
		}
		if len(parts) > 0 {
			l.add("FND-05", Sum, normalize.FundPath(r.Source, c), parts...)
		}
	}
}

// weights lists WGT-01: all weights make the full mark. The result is
// total.weight also where it is not printed; 100 is meant then. A budget that
// has a score and no weight of its own takes an unknown share of the full mark,
// so that nothing can be said.
func (l *lister) weights(r *normalize.Report) {
	var parts []Term
	for i := range r.Indicators {
		if f := r.Indicators[i].Weight; f != nil {
			if parts == nil {
				parts = make([]Term, 0, len(r.Indicators)+1)
			}
			parts = append(parts, part(indicatorPath(i, "weight"), 1, f))
		}
	}
	if parts == nil {
		return
	}
	if row := BudgetRow(r); row != nil {
		if row.Weight == nil {
			return
		}
		parts = append(parts, part(normalize.FundPath(row.Source, normalize.FundWeight), 1, row.Weight))
	}
	l.add("WGT-01", Sum, totalWeight, parts...)
}

const (
	totalWeight = "total.weight"
	totalScore  = "total.score"
)

// groups lists WGT-02: points printed with a level (产出指标(60分)) are the sum
// of the weights of its rows.
func (l *lister) groups(r *normalize.Report) {
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Level1 != nil && x.Level1.Weight != "" {
			l.group(r, i, "level1", groupEnd(r, i, level1))
		}
		if x.Level2 != nil && x.Level2.Weight != "" {
			l.group(r, i, "level2", min(groupEnd(r, i, level1), groupEnd(r, i, level2)))
		}
	}
}

func (l *lister) group(r *normalize.Report, from int, level string, to int) {
	parts := make([]Term, 0, to-from)
	for i := from; i < to; i++ {
		if f := r.Indicators[i].Weight; f != nil {
			parts = append(parts, part(indicatorPath(i, "weight"), 1, f))
		}
	}
	if len(parts) > 0 {
		l.add("WGT-02", Sum, indicatorPath(from, level), parts...)
	}
}

func level1(x *normalize.Indicator) *normalize.Field { return x.Level1 }
func level2(x *normalize.Indicator) *normalize.Field { return x.Level2 }

// groupEnd is the first row after from that stands under another level.
func groupEnd(r *normalize.Report, from int, level func(*normalize.Indicator) *normalize.Field) int {
	head := level(&r.Indicators[from])
	for i := from + 1; i < len(r.Indicators); i++ {
		if !sameLevel(head, level(&r.Indicators[i])) {
			return i
		}
	}
	return len(r.Indicators)
}

// sameLevel reports that b is a printed once for several rows. Two printed
// cells with the same words (产出指标 under two goals) are two groups.
func sameLevel(a, b *normalize.Field) bool {
	switch {
	case b == nil || b.IsBlank():
		return false
	case b.Weight != "":
		return a == b
	case a.At != nil && b.At != nil:
		return a.At.Key() == b.At.Key()
	}
	return a.Value == b.Value
}

// ranges lists SCR-01 for every score that has a weight beside it.
func (l *lister) ranges(r *normalize.Report) {
	if r.Funds != nil {
		first := BudgetRow(r)
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			// Only the budget's own row is expected to have a score; on part rows it may stand (当年财政拨款 9/8).
			if row.Score == nil || row.Weight == nil || row != first && row.Score.IsBlank() {
				continue
			}
			l.add("SCR-01", Range, normalize.FundPath(row.Source, normalize.FundScore),
				part(normalize.FundPath(row.Source, normalize.FundWeight), 1, row.Weight))
		}
	}
	for i := range r.Indicators {
		if x := &r.Indicators[i]; x.Score != nil && x.Weight != nil {
			l.add("SCR-01", Range, indicatorPath(i, "score"),
				part(indicatorPath(i, "weight"), 1, x.Weight))
		}
	}
}

// total lists SUM-01: the total is the sum of the indicators' scores and the
// budget's, which counts once though part rows may repeat it.
func (l *lister) total(r *normalize.Report) {
	if r.Total == nil || r.Total.Score == nil {
		return
	}
	parts := make([]Term, 0, len(r.Indicators)+1)
	for i := range r.Indicators {
		if f := r.Indicators[i].Score; f != nil {
			parts = append(parts, part(indicatorPath(i, "score"), 1, f))
		}
	}
	if len(parts) == 0 {
		return
	}
	if row := BudgetRow(r); row != nil {
		parts = append(parts, part(normalize.FundPath(row.Source, normalize.FundScore), 1, row.Score))
	}
	l.add("SUM-01", Sum, totalScore, parts...)
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

// indicatorPath is normalize.IndicatorPath without the cost of formatting: a
// form asks for a hundred of them.
func indicatorPath(i int, field string) string {
	return "indicators[" + strconv.Itoa(i) + "]." + field
}
