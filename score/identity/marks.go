package identity

import (
	"ziping/normalize"
	"ziping/score/budgetmarks"
	"ziping/text/num"
)

// What the marks of a form promise: weights, points of groups, scores, the total.

// weights lists WGT-01: all weights but those given beside it make the full mark. The result is
// total.weight also where it is not printed; 100 is meant then. A budget that
// has a score and no weight of its own takes an unknown share of the full mark,
// so that nothing can be said, unless the list leaves it none.
func (l *lister) weights(r *normalize.Report) {
	row := budgetmarks.Row(r)
	if row != nil && budgetmarks.Apart(r) {
		row = nil
	}
	if row != nil && row.Weight == nil {
		return
	}
	beside := besideCounts(r, row)
	for i := range r.Indicators {
		if f := r.Indicators[i].Weight; f != nil && (beside || !r.Indicators[i].BesideFull) {
			l.part(normalize.IndicatorPath(i, normalize.Weight), 1, f)
		}
	}
	if l.parts() == 0 {
		return
	}
	if row != nil {
		l.part(normalize.FundPath(row.Source, normalize.Weight), 1, row.Weight)
	}
	l.add("WGT-01", Sum, normalize.TotalWeightPath)
}

// besideCounts reports a total that counts the weights given beside the full mark: 105, of 100
// and 5 for what was done besides.
func besideCounts(r *normalize.Report, row *normalize.FundRow) bool {
	printed, ok := Number(r, normalize.TotalWeightPath)
	var sum num.Decimal
	if row != nil {
		sum, _ = row.Weight.Number()
	}
	for i := range r.Indicators {
		n, _ := r.Indicators[i].Weight.Number()
		sum = sum.Add(n)
	}
	return ok && sum.Equal(printed)
}

// groups lists WGT-02: points printed with a level (产出指标(60分)) are the sum
// of the weights of its rows.
func (l *lister) groups(r *normalize.Report) {
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Level1 != nil && x.Level1.Weight != "" {
			l.group(r, i, normalize.Level1, groupEnd(r, i, level1))
		}
		if x.Level2 != nil && x.Level2.Weight != "" {
			l.group(r, i, normalize.Level2, min(groupEnd(r, i, level1), groupEnd(r, i, level2)))
		}
	}
}

func (l *lister) group(r *normalize.Report, from int, level normalize.Column, to int) {
	if to < len(r.Indicators) && (garbled(r.Indicators[to].Level1) || level == normalize.Level2 && garbled(r.Indicators[to].Level2)) {
		return // whether the rows below are of the group is not known
	}
	for i := from; i < to; i++ {
		if f := r.Indicators[i].Weight; f != nil && !r.Indicators[i].BesideFull {
			l.part(normalize.IndicatorPath(i, normalize.Weight), 1, f)
		}
	}
	if l.parts() > 0 {
		l.add("WGT-02", Sum, normalize.IndicatorPath(from, level))
	}
}

func garbled(f *normalize.Field) bool { return f != nil && f.State == normalize.Garbled }

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

// ranges lists SCR-01 for every score that has a weight beside it, of which it is a part.
func (l *lister) ranges(r *normalize.Report) {
	if r.Funds != nil {
		first := budgetmarks.Row(r)
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			// Only the budget's own row is expected to have a score; on part rows it may stand (当年财政拨款 9/8).
			if row.Score == nil || row.Weight == nil || row != first && row.Score.IsBlank() {
				continue
			}
			l.part(normalize.FundPath(row.Source, normalize.Weight), 1, row.Weight)
			l.add("SCR-01", Range, normalize.FundPath(row.Source, normalize.Score))
		}
	}
	for i := range r.Indicators {
		if x := &r.Indicators[i]; x.Score != nil && x.Weight != nil && !x.BesideFull {
			l.part(normalize.IndicatorPath(i, normalize.Weight), 1, x.Weight)
			l.add("SCR-01", Range, normalize.IndicatorPath(i, normalize.Score))
		}
	}
}

// total lists SUM-01: the total is the sum of the indicators' scores and the
// budget's, which counts once though part rows, or a row of the list, may repeat it.
func (l *lister) total(r *normalize.Report) {
	if r.Total == nil || r.Total.Score == nil {
		return
	}
	for i := range r.Indicators {
		if f := r.Indicators[i].Score; f != nil {
			l.part(normalize.IndicatorPath(i, normalize.Score), 1, f)
		}
	}
	if l.parts() == 0 {
		return
	}
	if row := budgetmarks.Row(r); row != nil && !budgetmarks.Apart(r) {
		l.part(normalize.FundPath(row.Source, normalize.Score), 1, row.Score)
	}
	l.add("SUM-01", Sum, normalize.TotalScorePath)
}
