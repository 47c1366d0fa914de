package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/text/num"
)

// movedAsOne finds the places of a row of bare figures that stands off its headings
// as a whole, as a copy leaves it that lost the blanks at its start; nil where it is
// not shown. No label tells of it, so its sums must: both of them where the figures
// could stand as they are printed, one where they cannot, and more than of any other way.
func (r *acrossRow) movedAsOne(places []place, slots []table.Slot, printed []int, fits bool, lex *lexicon.Lexicon) []int {
	most := 0 // that a way must have more than
	if fits {
		if r.agreement(places, printed) > 0 {
			return nil
		}
		most = 1
	}
	var found []int
	cols := make([]int, len(r.cells))
	for shift := -table.Farthest; shift <= table.Farthest; shift++ {
		for k, c := range r.cells {
			cols[k] = c.Col + shift
		}
		at, ok := table.InPlace(cols, slots, func(c, s int) int { return r.cells[c].Kind(lex).FitMoney(slots[s].ID) })
		if shift == 0 || !ok || at.Cost >= table.CostChange+money.CostPartWeight {
			continue
		}
		switch n := r.agreement(places, at.Slots); {
		case n > most:
			found, most = at.Slots, n
		case n == most:
			found = nil
		}
	}
	return found
}

// agreement counts what the figures promise each other in a placement: the sources
// make the whole, and each source's own sums hold.
func (r *acrossRow) agreement(places []place, at []int) int {
	type own struct {
		slots []table.Slot
		cells []*table.Item
		order []int
	}
	rows := map[string]*own{}
	var whole *normalize.Field
	var sum num.Decimal
	parts := 0
	for k, c := range r.cells {
		s := &places[at[k]]
		o := rows[s.source.id]
		if o == nil {
			o = &own{}
			rows[s.source.id] = o
		}
		o.order = append(o.order, len(o.slots))
		o.slots, o.cells = append(o.slots, s.Slot), append(o.cells, c)
		switch f := c.Figure(); {
		case normalize.Column(s.ID) != normalize.Budget:
		case s.source.id == "total":
			whole = f
		case f.IsFigure():
			sum = sum.Add(f.Figure())
			parts++
		}
	}
	agree := 0
	for _, o := range rows {
		agree += money.Agreement(o.slots, o.cells, o.order)
	}
	if parts > 1 && whole.IsFigure() && whole.Figure().Equal(sum) {
		agree++
	}
	return agree
}

// cycle is the column over each name of a source where the names say the same under
// each of several headings of money: the first names belong to the first of them,
// wherever it stands (计划安排资金 | 实际到位资金 over 中央 | 省级 | 中央 | 省级).
func cycle(groups, names *table.Line, lex *lexicon.Lexicon) map[*table.Item]string {
	var over []string
	for k := range lineItems(groups) {
		if id := lex.FundColumn[groups.Items[k].Bare]; isMoney(id) {
			over = append(over, id)
		}
	}
	var sources []*table.Item
	for k := range names.Items {
		if it := &names.Items[k]; lex.Source[it.Bare] != "" || lex.FundColumn[it.Bare] == string(normalize.Budget) {
			sources = append(sources, it)
		}
	}
	if len(over) < 2 || len(sources) == 0 || len(sources)%len(over) != 0 {
		return nil
	}
	each := len(sources) / len(over)
	out := map[*table.Item]string{}
	for k, it := range sources {
		if it.Bare != sources[k%each].Bare {
			return nil
		}
		out[it] = over[k/each]
	}
	return out
}

// isMoney reports a column of amounts.
func isMoney(id string) bool { return slices.Contains(normalize.MoneyColumns, normalize.Column(id)) }

// moved tells of a row that stood off its headings; false where it did not.
func (r *acrossRow) moved(places []place) (normalize.Move, bool) {
	m := normalize.Move{
		Field: normalize.FundsPath, At: r.cells[0].At,
		Evidence:   "各数值按表头顺序、数值类型和本行合计关系归位",
		EvidenceEN: "the figures follow the order of the headings, by their kinds and the sums of the row",
	}
	for k, c := range r.cells {
		if s := &places[r.at[k]]; !s.Covers(c.Col) {
			m.Cells = append(m.Cells, normalize.MovedCell{Text: c.Text, From: c.Col, To: s.Col})
		}
	}
	return m, len(m.Cells) > 0
}
