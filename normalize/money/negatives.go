package money

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/num"
)

// Negatives reads amounts in brackets, as accountants write what is less than nothing, where
// their own rows say so: (400,000.00) is what is left of a budget that was overspent by as
// much. An amount in brackets that nothing proves stays as it is printed.
func Negatives(f *normalize.Funds) {
	for i := range f.Rows {
		r := &f.Rows[i]
		for _, c := range []struct {
			field, from *normalize.Field
			less        []*normalize.Field
		}{
			{r.Balance, r.Budget, []*normalize.Field{r.Executed}},
			{r.Adjustment, r.Budget, []*normalize.Field{r.Initial, r.CarriedIn}},
		} {
			n, ok := inBrackets(c.field)
			rest, from := c.from.Number()
			for _, l := range c.less {
				if l.IsBlank() {
					continue
				}
				m, read := l.Number()
				rest, from = rest.Sub(m), from && read
			}
			if ok && from && rest.Equal(n.Neg()) {
				c.field.SetNumber(n.Neg())
			}
		}
	}
}

// inBrackets is the amount of a field that is one in brackets and nothing else.
func inBrackets(f *normalize.Field) (num.Decimal, bool) {
	if f == nil || f.State != normalize.Garbled {
		return num.Decimal{}, false
	}
	s, opened := strings.CutPrefix(strings.Map(blank.Half, f.Text), "(")
	s, closed := strings.CutSuffix(s, ")")
	n := value.Figure(s)
	if !opened || !closed || !n.IsFigure() || n.Unit != "" {
		return num.Decimal{}, false
	}
	return n.Figure(), true
}
