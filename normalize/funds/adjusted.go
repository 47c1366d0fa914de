package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/text/num"
)

// sumsTell settles by the amounts what a heading means that may be the adjusted budget
// or what it was adjusted by (调整预算), where another column may be the budget
// (实际到位资金) and is what was there at first and the adjustment together.
func (t *fundTable) sumsTell(lines []*table.Line) {
	may := func(h *table.Heading, c normalize.Column) bool { return slices.Contains(h.May, string(c)) }
	var initial, carried, adjusted, budget *table.Heading
	for k := range t.headings {
		switch h := &t.headings[k]; {
		case h.May[0] == string(normalize.Initial):
			initial = h
		case h.May[0] == string(normalize.CarriedIn):
			carried = h
		case may(h, normalize.Adjustment) && may(h, normalize.Budget):
			adjusted = h
		case may(h, normalize.Budget):
			budget = h
		}
	}
	if initial == nil || adjusted == nil || budget == nil {
		return
	}
	balance := 0 // rows in which they make it, less those in which they do not
	for _, l := range lines {
		if l.Heads != table.NoHead {
			break
		}
		whole, ok1 := figureUnder(l, budget)
		change, ok2 := figureUnder(l, adjusted)
		first, ok3 := figureUnder(l, initial)
		if !ok1 || !ok2 || !ok3 || change.IsZero() {
			continue
		}
		more, _ := figureUnder(l, carried)
		if whole.Equal(first.Add(more).Add(change)) {
			balance++
		} else {
			balance--
		}
	}
	if balance > 0 {
		adjusted.May = []string{string(normalize.Adjustment)}
	}
}

// figureUnder is the figure that a line has under a heading.
func figureUnder(l *table.Line, h *table.Heading) (num.Decimal, bool) {
	if h == nil {
		return num.Decimal{}, false
	}
	for k := range l.Items {
		if it := &l.Items[k]; h.Item.Covers(it.Col) && it.Figure().IsFigure() {
			return it.Figure().Figure(), true
		}
	}
	return num.Decimal{}, false
}
