package place

import (
	"ziping/normalize"
	"ziping/normalize/habit"
	"ziping/normalize/listhead"
	"ziping/normalize/marks"
	"ziping/normalize/table"
)

// talliedRows gives the columns of those rows of a list from line i on whose marks only the
// sums tell, by their first cells.
func talliedRows(p *listPlacer, i int, of [][]*table.Item, slots []table.Slot) map[*table.Item][]int {
	var rows []marks.Row
	var above *normalize.Field
	for _, items := range of {
		if len(items) < habit.FewestCells {
			continue
		}
		row := p.habit.Row(items, slots, p.Lex)
		beside := listhead.BesideFull(items, above, p.Lex)
		if beside {
			listhead.InLevels(&row, items, false, p.Lex)
			listhead.Freely(&row, items)
		}
		if items[0].Kind(p.Lex).Level1 {
			above = levelField(items[0])
		}
		if a, ok := row.Assign(); ok && a.Cost <= 2*table.Unfit {
			rows = append(rows, marks.Row{Cells: items, At: a.Slots, Printed: a.Printed, Fit: row.Fit, Beside: beside})
		}
	}
	list := marks.List{Rows: rows, Slots: slots}
	if !list.Open() {
		return nil
	}
	out := map[*table.Item][]int{}
	for _, k := range list.Settle(totalBelow(p, i)) {
		out[rows[k].Cells[0]] = rows[k].At
	}
	return out
}

// totalBelow are the marks of the whole form, as the first row below the list says that adds
// them up, or the head.
func totalBelow(p *listPlacer, i int) (t marks.Total) {
	if f := p.Report.Funds; f != nil {
		for k := range f.Rows {
			t.Budget = t.Budget.With(f.Rows[k].Weight, f.Rows[k].Score)
		}
	}
	if p.Report.Total != nil && p.Report.Total.Score.IsFigure() {
		t.Score = p.Report.Total.Score
	}
	for ; i < len(p.Lines) && !p.StartsBlock(i); i++ {
		l := p.Lines[i]
		if l.First() == nil || !p.foot.startsFoot(l) || p.Lex.Foot[l.First().Bare] != "total" && !p.foot.totalLabel(l) {
			continue
		}
		var figures []*normalize.Field
		for k := range l.Items {
			if f := l.Items[k].MarkField(); f.IsFigure() {
				figures = append(figures, f)
			}
		}
		switch len(figures) {
		case 1:
			t.Score = figures[0]
		case 2:
			t.Weight, t.Score = figures[0], figures[1]
		}
		return t
	}
	return t
}
