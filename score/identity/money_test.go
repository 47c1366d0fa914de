package identity

import (
	"testing"

	"ziping/normalize"
)

func TestMoneyRows(t *testing.T) {
	want(t, money(t, "万元", `
		initial adjustment budget executed execution_rate balance balance_rate
		total   300.00  20.00 320.00 304.05 95.02 15.95 4.98`), `
		FND-01 funds.total.budget = initial + adjustment: agree
		FND-02 funds.total.balance = budget - executed: agree
		FND-03 funds.total.execution_rate : executed / budget: agree
		FND-04 funds.total.balance_rate : balance / budget: agree`)
	// Each of them with a slip.
	want(t, money(t, "万元", `
		initial carried_in adjustment budget executed execution_rate balance balance_rate
		total   300.00 10.00 20.00 320.00 304.05 96.02 19.95 4.98`), `
		FND-01 funds.total.budget = initial + carried_in + adjustment: disagree 320.00≠330
		FND-02 funds.total.balance = budget - executed: disagree 19.95≠15.95
		FND-03 funds.total.execution_rate : executed / budget: disagree 96.02≠95.02 [95.01 95.02]
		FND-04 funds.total.balance_rate : balance / budget: disagree 4.98≠6.23`)
	// Columns that are not there promise nothing.
	want(t, money(t, "", `
		initial budget executed
		total 300 320 304`), "")
	want(t, money(t, "", `
		initial carried_in budget
		total 300 20 320`), "FND-01 funds.total.budget = initial + carried_in: agree")
	want(t, money(t, "", `
		adjustment budget
		total 300 320`), "")
	// A form with the initial budget alone takes its rate of that.
	want(t, money(t, "", `
		initial executed execution_rate
		total 200 190 96%`), "FND-03 funds.total.execution_rate : executed / initial: disagree 96≠95")
	want(t, money(t, "", `
		initial execution_rate
		total 200 96%`), "")
	want(t, money(t, "", `
		initial adjustment executed execution_rate
		total 200 1 190 96%`), "")
	want(t, money(t, "", `
		budget balance balance_rate
		total 200 10 5`), "FND-04 funds.total.balance_rate : balance / budget: agree")
	want(t, money(t, "", `
		budget balance_rate
		total 200 5`), "")
	want(t, money(t, "", `
		budget balance executed
		total 200 10 .`), "")
}

func TestMoneyColumns(t *testing.T) {
	want(t, money(t, "", `
		initial executed score
		total(fiscal,other)    310.00 100.00 9
		fiscal(central,local)  300.00 100.00 .
		central                100.00 .      .
		local                  200.00 100.00 5
		other                  _      _      .`), `
		FND-05 funds.total.initial = fiscal + other(blank): disagree 310.00≠300
		FND-05 funds.total.executed = fiscal + other(blank): agree
		FND-05 funds.fiscal.initial = central + local: agree
		FND-05 funds.fiscal.executed = local: agree`)
	// A split is a sum of its own; a source that is no row is no part.
	want(t, money(t, "", `
		initial
		total(tax,gone;basic,project)  300
		tax                            300
		basic                          100
		project                        100`), `
		FND-05 funds.total.initial = tax: agree
		FND-05 funds.total.initial = basic + project: disagree 300≠200`)
	want(t, money(t, "", `
		initial
		total(gone)  300`), "")
	want(t, money(t, "", `
		initial budget
		total(tax)  300 .
		tax         .   300`), "")
}

// TestUntestable: what is blank adds nothing; what cannot be read says nothing.
func TestUntestable(t *testing.T) {
	for row, outcome := range map[string]string{
		"300 _ 300": "agree", "300 _ 310": "disagree 310≠300", "_ _ 300": "untestable", "300 20 _": "untestable",
		"? 20 320": "untestable", "300 20 ?": "untestable", "300 ? 300": "untestable", "0 0 5": "disagree 5≠0",
	} {
		blank := func(i int) string {
			if row[i] == '_' {
				return "(blank)"
			}
			return ""
		}
		second := 4
		if row[0] != '3' {
			second = 2
		}
		want(t, money(t, "", "initial adjustment budget\ntotal "+row), "FND-01 funds.total.budget = initial"+blank(0)+" + adjustment"+blank(second)+": "+outcome)
	}
	for row, outcome := range map[string]string{
		"0 0 0": "untestable", "0 5 0": "untestable", "200 0 0": "agree", "200 _ 0": "untestable", "200 100 _": "untestable",
		"200 100 ?": "untestable", "200 -100 50": "disagree 50≠-50", "? 100 50": "untestable", "-200 -100 50": "agree", "-200 100 -50": "agree", "-200 100 50": "disagree 50≠-50",
	} {
		part := ""
		if row == "200 _ 0" {
			part = "(blank)"
		}
		want(t, money(t, "", "budget executed execution_rate\ntotal "+row), "FND-03 funds.total.execution_rate : executed"+part+" / budget: "+outcome)
	}
}

// TestRounding: what rounding, cutting off or padding explains is no error.
func TestRounding(t *testing.T) {
	for _, tt := range []struct{ row, outcome string }{
		// a sum in fewer places than its parts
		{"12.34 4.51 16.85", "agree"},
		{"12.34 4.51 16.9", "agree"},
		{"12.34 4.51 16.8", "agree"},
		{"12.34 4.51 17", "agree"},
		{"12.34 4.51 16", "agree"},
		{"12.34 4.51 18", "disagree 18≠16.85 [16 17]"},
		{"12.34 4.51 16.7", "disagree 16.7≠16.85 [16.8 16.9]"},
		{"-12.34 -4.51 -16", "agree"},
		{"-12.34 -4.51 -17", "agree"},
		{"-12.34 -4.51 -15", "disagree -15≠-16.85 [-17 -16]"},
		{"0.34 0.51 0", "agree"},
		{"0.64 0.51 0", "disagree 0≠1.15"},
		// parts rounded before the sum
		{"12.3 4.5 16.85", "agree"},
		{"12.3 4.5 16.9", "disagree 16.9≠16.8"},
		{"12.3 4.5 16.91", "disagree 16.91≠16.8"},
		{"12 4 17", "disagree 17≠16"},
		{"12.3 0 16.85", "disagree 16.85≠12.3"},
		// a lost zero is no rounding
		{"250958.8 222924.78 473883.58", "agree"},
		{"250958.8 222924.78 473883.6", "agree"},
		{"250958.80 222924.78 473883.59", "disagree 473883.59≠473883.58"},
	} {
		want(t, money(t, "", "initial adjustment budget\ntotal "+tt.row), "FND-01 funds.total.budget = initial + adjustment: "+tt.outcome)
	}
}

func TestRates(t *testing.T) {
	const amounts = "250958.8 233667.3" // 93.10982…
	for rate, outcome := range map[string]string{
		"93.11": "agree", "93.10": "disagree 93.10≠93.1 [93.1 93.1]", "93.1": "agree", "93": "agree", "93.12": "disagree 93.12≠93.11 [93.1 93.11]",
		"93.1100": "agree", "93.1098": "agree", "93.1099": "disagree 93.1099≠93.1098", "94": "disagree 94≠93", "92": "disagree 92≠93",
		"0.00": "disagree 0.00≠93.11 [93.1 93.11]",
	} {
		if rate == "93.10" { // the padded zero is none
			outcome = "agree"
		}
		want(t, money(t, "", "budget executed execution_rate\ntotal "+amounts+" "+rate), "FND-03 funds.total.execution_rate : executed / budget: "+outcome)
	}
	// The places of a rate are those of its column, unless these are padding.
	for column, places := range map[string]int32{
		"93.1100 6.8900 0.00": 2, "93.1098 6.8900 0": 2, "93.1098 6.89 0": 4, "93.1098 6.890 0": 4, "93.1100 _ ?": 2, "0 6.8900 5.125": 3, "93 6.89 50": 2, "0 0 0.0": 0, "93.12345678 1 1": 6, "93.1134 6.8900 0.5000": 2,
	} {
		r := money(t, "", "execution_rate\na "+fieldAt(column, 0)+"\nb "+fieldAt(column, 1)+"\nc "+fieldAt(column, 2))
		path := normalize.FundPath("a", normalize.ExecutionRate)
		n, _ := Number(r, path)
		if got := RatePlaces(r, path, n); got != places {
			t.Errorf("%s: got %d places, want %d", column, got, places)
		}
	}
	for _, tt := range []struct {
		rate, part, whole string
		place             Place
	}{
		{"93.11", "233667.3", "250958.8", Above}, {"93.10", "233667.3", "250958.8", Near}, {"93.05", "233667.3", "250958.8", FarBelow}, {"33.33", "1", "3", Near}, {"66.67", "2", "3", Above},
		{"66.66", "2", "3", FarBelow}, {"50", "1", "2", Near}, {"0", "1", "2", Near}, {"50", "-1", "2", Near}, {"50", "1", "0", Near}, {"0.5", "0", "2", Above}, {"49.5", "1", "2", FarBelow},
	} {
		if got := Compare(dec(tt.rate), dec(tt.part), dec(tt.whole)); got != tt.place {
			t.Errorf("%s of %s ÷ %s: got %d, want %d", tt.rate, tt.part, tt.whole, got, tt.place)
		}
	}
}

// TestUnits brings amounts to one unit.
func TestUnits(t *testing.T) {
	for _, tt := range []struct{ unit, row, outcome string }{
		{"万元", "3000000元 20.00 320.00", "agree"},
		{"万元", "300.00 20.00 3200000元", "agree"},
		{"万元", "300.00 20.00 3210000元", "disagree 3210000≠3200000"},
		{"元", "300.00万元 200000 3200000", "agree"},
		{"元", "300万元 200049 3200000", "disagree 3200000≠3200049"},
		{"元", "300万元 200049 320万元", "agree"},     // rounded to 万元
		{"元", "300.0万元 20.0万元 3200600", "agree"}, // its parts are
		{"元", "300.0万元 20.0万元 3201600", "disagree 3201600≠3200000"},
		{"亿元", "3000万元 0.2 0.5", "agree"},
		{"", "3000000元 20.00万元 320.00万元", "agree"},
		{"", "300.00万元 20.00 320.00", "agree"}, // the only unit there is
		{"", "0 3000000元 300.00万元", "agree"},   // 0 has no unit
	} {
		want(t, money(t, tt.unit, "initial adjustment budget\ntotal "+tt.row), "FND-01 funds.total.budget = initial + adjustment: "+tt.outcome)
	}
	for row, mixed := range map[string]bool{"300 20 320": false, "3000000元 20 320": true, "300 20 3200000元": true, "300万元 20万元 320万元": false} {
		if got := Of(money(t, "万元", "initial adjustment budget\ntotal "+row))[0].Mixed(); got != mixed {
			t.Errorf("%s: got mixed %v", row, got)
		}
	}
	// Nobody can say in what the bare one is.
	want(t, money(t, "", "initial adjustment budget\ntotal 3000000元 20.00 320.00万元"), "")
	want(t, money(t, "", `
		budget executed execution_rate
		total 3000000元 150.00万元 50
		other 300 100 40`), `
		FND-03 funds.total.execution_rate : executed / budget: agree
		FND-03 funds.other.execution_rate : executed / budget: disagree 40≠33`)
}

func fieldAt(s string, i int) string {
	for ; i > 0; i-- {
		s = s[indexOf(s, ' ')+1:]
	}
	return s[:indexOf(s, ' ')]
}

func indexOf(s string, c byte) int {
	for i := range len(s) {
		if s[i] == c {
			return i
		}
	}
	return len(s)
}
