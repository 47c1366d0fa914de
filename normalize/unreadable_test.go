package normalize

import "testing"

func TestUnreadableIsGarbled(t *testing.T) {
	r := &Report{
		Funds:      &Funds{Rows: []FundRow{{Source: "total", Initial: readFigure("1�"), Budget: readFigure("12")}}},
		Indicators: []Indicator{{Score: readFigure("9�分")}},
	}
	garbleUnreadable(r)
	for _, f := range []*Field{r.Funds.Rows[0].Initial, r.Indicators[0].Score} {
		if _, ok := f.Number(); ok || f.State != Garbled || f.Value != "" || f.Unit != "" {
			t.Errorf("got %+v, want it garbled", f)
		}
	}
	if f := r.Funds.Rows[0].Budget; f.State != Parsed || f.Value != "12" {
		t.Errorf("got %+v, want 12", f)
	}
}
