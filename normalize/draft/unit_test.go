package draft

import "testing"

// A unit of money is told by its name and kept as it is printed.
func TestMoneyIn(t *testing.T) {
	for text, want := range map[string][2]string{
		"项目资金(万元)":      {"万元", "万元"},
		"項目資金（萬元）":      {"萬元", "万元"},
		"項目資金 單位：人民幣萬元": {"萬元", "万元"},
		"項目資金":          {},
		"萬元 預算(元)":      {"元", "元"},
	} {
		if printed, unit := moneyIn(text); printed != want[0] || unit != want[1] {
			t.Errorf("%s: got %q, %q, want %q", text, printed, unit, want)
		}
	}
}
