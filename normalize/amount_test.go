package normalize_test

import (
	"testing"

	"ziping/normalize"
	"ziping/text/num"
)

// sum is a figure of money with the unit that is printed behind it, "" for none.
func sum(figure, unit string) *normalize.Field {
	f := &normalize.Field{Text: figure + unit, Unit: unit}
	f.SetNumber(num.MustParse(figure))
	return f
}

// inUnit is a report whose form states a unit of money ("" for none) and whose
// sources print these amounts.
func inUnit(unit string, amounts ...*normalize.Field) *normalize.Report {
	r := &normalize.Report{Funds: &normalize.Funds{}}
	if unit != "" {
		r.MoneyUnit = &normalize.Field{Text: unit, Value: unit, State: normalize.Parsed}
	}
	for _, f := range amounts {
		r.Funds.Rows = append(r.Funds.Rows, normalize.FundRow{Budget: f})
	}
	return r
}

// TestAmounts reads amounts in the form's unit, whatever unit stands on them.
func TestAmounts(t *testing.T) {
	garbled := &normalize.Field{Text: "7O", State: normalize.Garbled}
	for _, tt := range []struct {
		name, form string
		amounts    []*normalize.Field
		want       []string // "" for an amount that is not known
		mixed      bool
	}{
		{"the form's unit", "万元", []*normalize.Field{sum("744.30", ""), sum("10", "万元")}, []string{"744.30", "10"}, false},
		{"元 on a form in 万元", "万元", []*normalize.Field{sum("7443000", "元"), sum("744.3", "")}, []string{"744.3", "744.3"}, true},
		{"亿元 on a form in 万元", "万元", []*normalize.Field{sum("1.2", "亿元")}, []string{"12000"}, true},
		{"no unit at all", "", []*normalize.Field{sum("5", ""), sum("6", "")}, []string{"5", "6"}, false},
		{"one unit, on the amounts", "", []*normalize.Field{sum("5", "万元"), sum("6", "")}, []string{"5", "6"}, false},
		{"one unit, twice", "", []*normalize.Field{sum("5", "万元"), sum("6", "万元")}, []string{"5", "6"}, false},
		{"two units: what has none is not known", "", []*normalize.Field{sum("5", "万元"), sum("60000", "元"), sum("7", "")}, []string{"50000", "60000", ""}, true},
		{"two units, a word between", "", []*normalize.Field{sum("5", "万元"), sum("8", "人"), sum("60000", "元")}, []string{"50000", "", "60000"}, true},
		{"no unit of money", "", []*normalize.Field{sum("8", "人"), sum("6", "万元")}, []string{"8", "6"}, false},
		{"no unit of money on a form in 万元", "万元", []*normalize.Field{sum("8", "人")}, []string{"8"}, false},
		{"not read", "万元", []*normalize.Field{garbled}, []string{""}, false},
	} {
		r := inUnit(tt.form, tt.amounts...)
		for i, f := range tt.amounts {
			n, ok := r.Amount(f)
			if ok != (tt.want[i] != "") || ok && !n.Equal(num.MustParse(tt.want[i])) {
				t.Errorf("%s: amount %d is %v, %v, want %q", tt.name, i, n, ok, tt.want[i])
			}
		}
		if got := r.MixedUnits(); got != tt.mixed {
			t.Errorf("%s: mixed units is %v", tt.name, got)
		}
	}
	if n, ok := (&normalize.Report{}).Amount(sum("3", "")); !ok || n.String() != "3" {
		t.Errorf("an amount of a report without money is %v, %v", n, ok)
	}
}

// TestAmountsAsAnotherIsPrinted reads amounts in the unit of the field that they
// are held against.
func TestAmountsAsAnotherIsPrinted(t *testing.T) {
	for _, tt := range []struct {
		name, form string
		f, like    *normalize.Field
		want       string
	}{
		{"万元 beside 元", "万元", sum("744.3", ""), sum("1", "元"), "7443000"},
		{"元 beside 元", "万元", sum("7443000", "元"), sum("1", "元"), "7443000"},
		{"元 beside the form's unit", "万元", sum("7443000", "元"), sum("1", ""), "744.3"},
		{"beside nothing", "万元", sum("7443000", "元"), nil, "744.3"},
		{"beside no money", "万元", sum("7443000", "元"), sum("1", "人"), "744.3"},
		{"a form without a unit", "", sum("5", "万元"), sum("1", "元"), "50000"},
		{"not read", "万元", &normalize.Field{State: normalize.Blank}, sum("1", "元"), ""},
	} {
		r := inUnit(tt.form, tt.f)
		if tt.form == "" {
			r = inUnit(tt.form, tt.f, tt.like)
		}
		n, ok := r.AmountIn(tt.f, tt.like)
		if ok != (tt.want != "") || ok && !n.Equal(num.MustParse(tt.want)) {
			t.Errorf("%s: got %v, %v, want %q", tt.name, n, ok, tt.want)
		}
	}
}

// TestPowerOfAUnit: an amount's own unit is worth more than the form's.
func TestPowerOfAUnit(t *testing.T) {
	for _, tt := range []struct {
		name, form string
		f          *normalize.Field
		power      int32
		ok         bool
	}{
		{"its own", "万元", sum("1", "亿元"), 8, true},
		{"the form's", "万元", sum("1", ""), 4, true},
		{"the form's, beside no money", "万元", sum("1", "人"), 4, true},
		{"of no field", "千元", nil, 3, true},
		{"none", "", sum("1", ""), 0, false},
		{"none, beside no money", "", sum("1", "人"), 0, false},
	} {
		if power, ok := inUnit(tt.form).MoneyPower(tt.f); power != tt.power || ok != tt.ok {
			t.Errorf("%s: got %d, %v", tt.name, power, ok)
		}
	}
}

// TestBaseOfRates: rates are shares of the budget, and of the initial budget only
// where it cannot have changed.
func TestBaseOfRates(t *testing.T) {
	a, b := sum("1", ""), sum("2", "")
	for _, tt := range []struct {
		name string
		row  normalize.FundRow
		want normalize.Column
		f    *normalize.Field
	}{
		{"both", normalize.FundRow{Initial: a, Budget: b}, normalize.Budget, b},
		{"the first only", normalize.FundRow{Initial: a}, normalize.Initial, a},
		{"adjusted", normalize.FundRow{Initial: a, Adjustment: b}, normalize.Budget, nil},
		{"carried in", normalize.FundRow{Initial: a, CarriedIn: b}, normalize.Budget, nil},
		{"neither", normalize.FundRow{Executed: a}, normalize.Budget, nil},
	} {
		if c, f := tt.row.Base(); c != tt.want || f != tt.f {
			t.Errorf("%s: got %s, %v", tt.name, c, f)
		}
	}
}
