package place

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/habit"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// budgetRow takes a row of the list for the budget's where its levels and its name all say
// nothing but that, and it is the only one under its first level: 预算执行 | 预算执行 |
// 预算执行率 | 100% | 98% | 10 | 9.8. Its points are those of the whole money, which has none
// of its own, and what was done is the rate. It reports false for any other row.
func budgetRow(p *listPlacer, l *table.Line, items []*table.Item, slots []table.Slot, at []int) bool {
	cell := map[string]*table.Item{}
	for k, it := range items {
		id := slots[at[k]].ID
		if cell[id] != nil && id != lexicon.Further {
			return false
		}
		cell[id] = it
	}
	if cell["level1"] == nil || cell["name"] == nil || cell["weight"] == nil && cell[table.Level1Points] == nil && cell["score"] == nil {
		return false
	}
	for _, id := range []string{"level1", "level2", "name"} {
		if it := cell[id]; it != nil && !saysBudget(p, it) {
			return false
		}
	}
	if t := cell["target"]; t != nil && t.Figure().IsFigure() && t.Figure().Value != "100" {
		return false
	}
	if !newLevelAt(p, slices.Index(p.Lines, l)+1, slots) {
		return false
	}
	row := wholeMoney(p, cell["actual"])
	if row == nil {
		return false
	}
	for k, it := range items {
		it.Claimed, it.Role = true, normalize.RoleNumber
		switch s := &slots[at[k]]; s.ID {
		case "level1", "level2", "name":
			it.Role, it.Path = normalize.RoleLabel, normalize.FundPath(row.Source, "")
			if one := levelField(it); s.ID == "level1" && one.Weight != "" && cell["weight"] == nil { // 预算执行(10分)
				row.Weight = value.Figure(one.Weight)
				row.Weight.Text, row.Weight.At = it.Text, it.Ref()
			}
		case "weight", table.Level1Points:
			if s.ID != "weight" && cell["weight"] != nil {
				fileBeside(row, s.Label, it)
				continue
			}
			row.Weight, it.Path = it.MarkField(), normalize.FundPath(row.Source, normalize.Weight)
		case "score":
			row.Score, it.Path = it.MarkField(), normalize.FundPath(row.Source, normalize.Score)
		case "actual":
			if row.ExecutionRate == nil {
				row.ExecutionRate, it.Path = it.Field(), normalize.FundPath(row.Source, normalize.ExecutionRate)
				continue
			}
			fallthrough
		default:
			fileBeside(row, s.Label, it)
		}
	}
	p.levels = levelState{groupStart: len(p.Report.Indicators)}
	return true
}

// fileBeside keeps a cell of a column of no key in a row of money.
func fileBeside(row *normalize.FundRow, label string, it *table.Item) {
	f := it.Field()
	if !f.IsFigure() {
		it.Role, f = normalize.RoleText, it.Words()
	}
	it.Path = row.Keep(label, f)
}

// saysBudget reports a level or a name that speaks of the execution of the budget alone.
func saysBudget(p *listPlacer, it *table.Item) bool {
	b, _ := table.Unnumbered(it.Bare, p.Lex)
	return p.Lex.SaysBudget(b)
}

// budgetFits lets the words that a row begins with, where all of them say the budget, stand
// only where its levels and its name are. A number may stand before them.
func budgetFits(p *listPlacer, row *table.Sought, items []*table.Item) {
	from := 0
	if items[0].Figure().IsFigure() {
		from = 1
	}
	to := from
	for to < len(items) && saysBudget(p, items[to]) {
		to++
	}
	habit.Named(row, from, to)
}

// newLevelAt reports that no row of the list goes on with the level above line i.
func newLevelAt(p *listPlacer, i int, slots []table.Slot) bool {
	if i >= len(p.Lines) || p.StartsBlock(i) || p.foot.startsFoot(p.Lines[i]) || len(p.Lines[i].Items) < 3 || p.Lex.Words.Subtotal.End(p.Lines[i].Items[0].Bare) {
		return true
	}
	level := table.IndexOf(slots, "level1")
	it := &p.Lines[i].Items[0]
	k := it.Kind(p.Lex)
	return k.Level1 && !k.Level2 || slots[level].Covers(it.Col) && !it.Figure().IsFigure() || p.Lines[i].Items[0].Col < slots[level].Col
}

// wholeMoney is the record of the whole money, made where the form has none; nil where it, or
// another row, has marks already, or its rate is not what the list says.
func wholeMoney(p *listPlacer, rate *table.Item) *normalize.FundRow {
	if p.Report.Funds == nil {
		p.Report.Funds = &normalize.Funds{}
	}
	f := p.Report.Funds
	for k := range f.Rows {
		if !f.Rows[k].Score.IsBlank() || !f.Rows[k].Weight.IsBlank() {
			return nil
		}
	}
	row := f.Row("total")
	switch {
	case row == nil && len(f.Rows) > 0:
		return nil
	case row == nil:
		f.Rows = append(f.Rows, normalize.FundRow{Source: "total", Label: p.Lex.Words.Labels.WholeMoney})
		row = &f.Rows[0]
	case rate != nil && row.ExecutionRate != nil && !(rate.Figure().IsFigure() && row.ExecutionRate.IsFigure() && rate.Figure().Figure().Equal(row.ExecutionRate.Figure())):
		return nil
	}
	return row
}
