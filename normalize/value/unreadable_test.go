package value

import (
	"testing"

	"ziping/normalize"
)

func TestUnreadableIsGarbled(t *testing.T) {
	r := &normalize.Report{
		Funds:      &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Initial: Figure("1�"), Budget: Figure("12")}}},
		Indicators: []normalize.Indicator{{Score: Figure("9�分")}},
	}
	GarbleUnreadable(r)
	for _, f := range []*normalize.Field{r.Funds.Rows[0].Initial, r.Indicators[0].Score} {
		if _, ok := f.Number(); ok || f.State != normalize.Garbled || f.Value != "" || f.Unit != "" {
			t.Errorf("got %+v, want it garbled", f)
		}
	}
	if f := r.Funds.Rows[0].Budget; f.State != normalize.Parsed || f.Value != "12" {
		t.Errorf("got %+v, want 12", f)
	}
}
