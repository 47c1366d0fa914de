package money

import (
	"testing"

	"ziping/normalize/value"
)

// Levels of government are parts of the fiscal money above them, and numbered rows of
// any subtotal; subtotals and the total are parts of none.
func TestUnderSubtotal(t *testing.T) {
	for _, tt := range []struct {
		parent, kind, label string
		want                bool
	}{
		{"fiscal_subtotal", "central", "中央财政资金", true}, {"fiscal_subtotal", "central_provincial", "中央及省级财政资金", true},
		{"fiscal_subtotal", "provincial", "省级财政资金", true}, {"fiscal_subtotal", "municipal", "市级财政资金", true},
		{"fiscal_subtotal", "county", "县级财政资金", true}, {"fiscal_subtotal", "local", "地方财政资金", true},
		{"other_subtotal", "local", "地方财政资金", false}, {"fiscal_subtotal", "unit_funds", "单位资金", false},
		{"other_subtotal", "unit_funds", "①单位资金", true}, {"other_subtotal", "other", "② 社会资金", true}, {"other_subtotal", "other", "③其他", true},
		{"other_subtotal", "other", "④其他", true}, {"other_subtotal", "other", "⑤其他", true}, {"other_subtotal", "other", "其他①", false},
		{"fiscal_subtotal", "other_subtotal", "①其他资金小计", false}, {"other_subtotal", "fiscal_subtotal", "①财政资金小计", false}, {"fiscal_subtotal", "total", "①合计", false},
	} {
		if got := underSubtotal(tt.parent, tt.kind, tt.label); got != tt.want {
			t.Errorf("%s under %s: got %v", tt.label, tt.parent, got)
		}
	}
}

// A rate without its sign is a fraction where it is nearer to the quotient than to that
// in percent, and nothing where the row does not tell.
func TestRateForm(t *testing.T) {
	for _, tt := range []struct {
		rate, part, whole string
		want              rateShape
	}{
		{"95%", "95", "100", inPercent}, {"0.95%", "", "", inPercent}, {"95", "", "", inPercent}, {"1.6", "", "", inPercent}, {"-1.6", "", "", inPercent},
		{"0.95", "95", "100", asFraction}, {"1.5", "150", "100", asFraction}, {"0.95", "0.95", "100", untold}, {"1", "1", "100", untold},
		{"0.95", "", "100", untold}, {"0.95", "95", "", untold}, {"0.95", "", "", untold}, {"0.95", "95", "0", untold}, {"0", "0", "100", untold}, {"0", "95", "100", untold}, {"", "95", "100", untold},
	} {
		if got := rateForm(value.Figure(tt.rate), value.Figure(tt.part), value.Figure(tt.whole)); got != tt.want {
			t.Errorf("%s of %s and %s: got %d, want %d", tt.rate, tt.part, tt.whole, got, tt.want)
		}
	}
}
