package identity

import (
	"testing"

	"ziping/normalize"
)

// TestBareRows: rows that have a name and marks alone may be sums of those below them, where
// others say more.
func TestBareRows(t *testing.T) {
	done := &normalize.Field{Text: "按要求编制", Value: "按要求编制", State: normalize.Parsed}
	form := func(total string, says ...bool) *normalize.Report {
		r := rowsOf(t, "30/29 30/29 70/68 70/68", "", total)
		for i, is := range says {
			r.Indicators[i].Other = []normalize.Labelled{{Label: "序号", Field: &normalize.Field{Text: "(一)", State: normalize.Parsed}}}
			if is {
				r.Indicators[i].Actual = done
			}
		}
		return r
	}
	for _, tt := range []struct {
		name, want string
		form       *normalize.Report
	}{
		{"sums of groups", "WGT-01?sums SUM-01?sums", form("100/97", false, true, false, true)},
		{"no row says more", "WGT-01 SUM-01", form("100/97", false, false, false, false)},
		{"too much for them", "WGT-01 SUM-01", form("99/96", false, true, false, true)},
		{"less, by more than the weights", "WGT-01?list SUM-01?list", form("210/206", false, true, false, true)},
		{"less, and no row may be a sum", "WGT-01?list SUM-01", form("210/206", true, true, true, true)},
		{"another column says more", "WGT-01 SUM-01", func() *normalize.Report {
			r := form("100/97", false, true, false, true)
			for i := range r.Indicators {
				r.Indicators[i].Other = append(r.Indicators[i].Other, normalize.Labelled{Label: "评分标准", Field: done})
			}
			return r
		}()},
	} {
		if got := outcomes(tt.form); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
