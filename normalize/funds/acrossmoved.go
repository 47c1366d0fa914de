package funds

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/text/num"
)

// farthest is by how many columns a row of figures is tried to have moved.
const farthest = 4

// movedAsOne finds the places of a row of bare figures that stands off its headings
// as a whole, as a copy leaves it that lost the blanks at its start; nil where it is
// not shown. No label tells of it, so its sums must: both of them where the figures
// could stand as they are printed, one where they cannot, and for one way only.
func (r *acrossRow) movedAsOne(places []place, slots []table.Slot, printed []int, fits bool, lex *lexicon.Lexicon) []int {
	need := 1
	if fits {
		if r.agreement(places, printed) > 0 {
			return nil
		}
		need = 2
	}
	var found []int
	cols := make([]int, len(r.cells))
	for shift := -farthest; shift <= farthest; shift++ {
		for k, c := range r.cells {
			cols[k] = c.Col + shift
		}
		at, ok := table.InPlace(cols, slots, func(c, s int) int { return r.cells[c].Kind(lex).FitMoney(slots[s].ID) })
		if shift == 0 || !ok || at.Cost >= table.CostChange+costPartWeight || r.agreement(places, at.Slots) < need {
			continue
		}
		if found != nil {
			return nil
		}
		found = at.Slots
	}
	return found
}

// agreement counts what the figures promise each other in a placement: the sources
// make the whole, and the whole's own sums.
func (r *acrossRow) agreement(places []place, at []int) int {
	var slots []table.Slot
	var own []*table.Item
	var order []int
	var whole *normalize.Field
	var sum num.Decimal
	parts := 0
	for k, c := range r.cells {
		s := &places[at[k]]
		if s.source.id == "total" {
			if normalize.Column(s.ID) == normalize.Budget {
				whole = c.Figure()
			}
			order = append(order, len(slots))
			slots, own = append(slots, s.Slot), append(own, c)
			continue
		}
		if f := c.Figure(); f.IsFigure() {
			sum = sum.Add(f.Figure())
			parts++
		}
	}
	agree := money.Agreement(slots, own, order)
	if parts > 1 && whole.IsFigure() && whole.Figure().Equal(sum) {
		agree++
	}
	return agree
}

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
