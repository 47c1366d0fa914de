package money

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// block is a block of money: a row a line, source, label and amounts, with
// letters for the columns: i initial, c carried in, a adjustment, b budget, e
// executed, r rate, l balance, m balance rate.
func block(t *testing.T, text string) *normalize.Funds {
	t.Helper()
	f := &normalize.Funds{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		w := strings.Fields(line)
		r := normalize.FundRow{Source: w[0], Label: w[1]}
		for _, cell := range w[2:] {
			*r.Slot(letters[cell[0]]) = value.Figure(cell[1:])
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}

var letters = map[byte]normalize.Column{
	'i': normalize.Initial, 'c': normalize.CarriedIn, 'a': normalize.Adjustment, 'b': normalize.Budget,
	'e': normalize.Executed, 'r': normalize.ExecutionRate, 'l': normalize.Balance, 'm': normalize.BalanceRate,
}

// TestStructure shows which rows are taken to add up to which.
func TestStructure(t *testing.T) {
	for _, c := range []struct {
		name, block string
		lists       [2][]string
		want        string
	}{
		{name: "subtotals with numbered parts", block: `
			total 合计 b100 e90
			fiscal_subtotal 财政资金小计 b90 e80
			central ①中央 b60 e50
			local ②地方 b30 e30
			other_subtotal 其他资金小计 b10 e10
			other ①社会资金 b10 e10`,
			want: "total: fiscal_subtotal other_subtotal; fiscal_subtotal: central local; other_subtotal: other"},
		{name: "levels of government without numbers", block: `
			total 合计 b100
			fiscal_subtotal 财政资金小计 b90
			provincial 省级 b60
			municipal 市级 b30
			unit_funds 单位资金 b10`,
			want: "total: fiscal_subtotal unit_funds; fiscal_subtotal: provincial municipal"},
		{name: "no level of government and no number ends the subtotal", block: `
			total 合计 b100
			fiscal_subtotal 财政资金小计 b60
			unit_funds 单位资金 b10
			county 县级 b30`,
			want: "total: fiscal_subtotal unit_funds county"},
		{name: "a level under other money is no part of it", block: `
			total 合计 b100
			other_subtotal 其他资金小计 b60
			county 县级 b40`,
			want: "total: other_subtotal county"},
		{name: "a second subtotal under a subtotal, both numbered", block: `
			total 合计 b100
			fiscal_subtotal ①财政资金小计 b60
			other_subtotal ②其他资金小计 b40`,
			want: "total: fiscal_subtotal other_subtotal"},
		{name: "two lists, each with its total", block: `
			total 合计 b100 e90
			current_year 财政拨款 b70 e60
			basic 基本支出 b40 e40
			project 项目支出 b60 e50
			total_2 合计 b100 e90`,
			want: "total: "},
		{name: "a second total printed below its parts", block: `
			total 合计 b100 e90
			current_year 财政拨款 b70 e60
			other 其他资金 b30 e30
			total_2 合计 b100 e90`,
			want: "total: current_year other"},
		{name: "a second total is a part", block: `
			total 合计 b100
			total_2 合计 b60
			unit_funds 单位资金 b40`,
			want: "total: total_2 unit_funds"},
		{name: "no total", block: `
			central 中央 b60
			local 地方 b40`, want: ""},
		{name: "a blank line of an unknown source belongs nowhere", block: `
			total 合计 b100
			source …… b-
			source_2 …… b30
			unit_funds 单位资金 b70`, want: "total: source_2 unit_funds"},
		{name: "splits are further sums", block: `
			total 合计 b100
			general_budget 一般公共预算 b70
			government_fund 政府性基金 b30
			basic 基本支出 b60
			project 项目支出 b40`,
			lists: [2][]string{{"general_budget", "government_fund"}, {"basic", "project"}},
			want:  "total: ; total splits [[general_budget government_fund] [basic project]]"},
		{name: "a list of one is no split", block: `
			total 合计 b100
			general_budget 一般公共预算 b100`,
			lists: [2][]string{{"general_budget"}, nil}, want: "total: "},
		{name: "levels are parts of the row above, as their columns say", block: `
			total 合计 b100 e90
			current_year 其中:财政拨款 b80 e70
			central 其中:中央 b50 e40
			provincial 省级 b30 e30
			unit_funds 单位资金 b20 e20`,
			want: "total: current_year unit_funds; current_year: central provincial"},
		{name: "side by side, as their columns say", block: `
			total 合计 b160 e140
			current_year 其中:财政拨款 b80 e70
			central 其中:中央 b50 e40
			provincial 省级 b30 e30`,
			want: "total: current_year central provincial"},
		{name: "one wrong figure does not turn it over", block: `
			total 合计 b160 e140
			current_year 其中:财政拨款 b80 e71
			central 其中:中央 b50 e40
			provincial 省级 b30 e30`,
			want: "total: current_year central provincial"},
		{name: "unknown sources are parts where two columns and all say so", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			source 甲 b50 e40
			source_2 乙 b30 e30
			unit_funds 单位资金 b20 e20`,
			want: "total: current_year unit_funds; current_year: source source_2"},
		{name: "unknown sources, and one column alone", block: `
			total 合计 b100
			current_year 财政拨款 b80
			source 甲 b50
			source_2 乙 b30
			unit_funds 单位资金 b20`,
			want: "total: current_year source source_2 unit_funds"},
		{name: "unknown sources, and a column that does not agree", block: `
			total 合计 b100 e90 l10
			current_year 财政拨款 b80 e70 l10
			source 甲 b50 e40 l10
			source_2 乙 b30 e30 l1
			unit_funds 单位资金 b20 e20 l0`,
			want: "total: current_year source source_2 unit_funds"},
		{name: "a row that equals the row above is a copy", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			source 甲 b80 e70
			unit_funds 单位资金 b20 e20`,
			want: "total: current_year source unit_funds"},
		{name: "unless it says to be its part", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			source 其中:甲 b80 e70
			unit_funds 单位资金 b20 e20`,
			want: "total: current_year unit_funds; current_year: source"},
		{name: "rows of zeros are no parts to be sure of", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			source 甲 b80 e70
			source_2 乙 b0 e0
			unit_funds 单位资金 b20 e20`,
			want: "total: current_year source source_2 unit_funds"},
		{name: "levels named as parts, in one column", block: `
			total 合计 b100
			current_year 财政拨款 b80
			central 其中:中央 b50
			provincial 省级 b30
			unit_funds 单位资金 b20`, want: "total: current_year unit_funds; current_year: central provincial"},
		{name: "the first of them of an unknown source", block: `
			total 合计 b100
			current_year 财政拨款 b80
			source 其中:甲 b50
			provincial 省级 b30
			unit_funds 单位资金 b20`, want: "total: current_year unit_funds; current_year: source provincial"},
		{name: "at the end of the block", block: `
			total 合计 b100
			unit_funds 单位资金 b20
			current_year 财政拨款 b80
			central 中央 b50
			provincial 省级 b30`, want: "total: unit_funds current_year; current_year: central provincial"},
		{name: "one part named as an example", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			general_budget 其中:一般公共预算 b50 e40
			unit_funds 单位资金 b20 e20`, want: "total: current_year unit_funds"},
		{name: "no example that does not say so", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			general_budget 一般公共预算 b50 e40
			unit_funds 单位资金 b20 e20`, want: "total: current_year general_budget unit_funds"},
		{name: "nor one with more in it than the row above", block: `
			total 合计 b100 e90
			current_year 财政拨款 b80 e70
			general_budget 其中:一般公共预算 b50 e71
			unit_funds 单位资金 b20 e20`, want: "total: current_year general_budget unit_funds"},
		{name: "nor where half of the columns say so", block: `
			total 合计 b100 e91
			current_year 财政拨款 b80 e70
			general_budget 其中:一般公共预算 b50 e40
			unit_funds 单位资金 b20 e20`, want: "total: current_year general_budget unit_funds"},
		{name: "two lists, each below its total", block: `
			total 合计 b100
			current_year 财政拨款 b70
			other 其他资金 b30
			total_2 合计 b100
			basic 基本支出 b40
			project 项目支出 b60`, want: "total: current_year other; total_2: basic project"},
		{name: "two lists, each above its total", block: `
			current_year 财政拨款 b70
			other 其他资金 b30
			total 合计 b100
			basic 基本支出 b40
			project 项目支出 b60
			total_2 合计 b100`, want: "total: current_year other; total_2: basic project"},
		{name: "two lists, one of which does not add up", block: `
			total 合计 b100
			current_year 财政拨款 b70
			other 其他资金 b30
			total_2 合计 b100
			basic 基本支出 b40
			project 项目支出 b61`, want: "total: "},
		{name: "two lists, and a row of neither", block: `
			unit_funds 单位资金 b20
			total 合计 b100
			current_year 财政拨款 b70
			other 其他资金 b30
			total_2 合计 b100
			basic 基本支出 b40
			project 项目支出 b60`, want: ""},
		{name: "nor below lists above their totals", block: `
			current_year 财政拨款 b70
			other 其他资金 b30
			total 合计 b100
			basic 基本支出 b40
			project 项目支出 b60
			total_2 合计 b100
			unit_funds 单位资金 b20`, want: ""},
		{name: "two rows", block: `
			total 合计 b80
			current_year 财政拨款 b80
			central 中央 b80`, want: "total: current_year central"},
	} {
		rep := &normalize.Report{Funds: block(t, c.block)}
		Structure(rep, c.lists, lexicon.Default())
		var got []string
		for i := range rep.Funds.Rows {
			r := &rep.Funds.Rows[i]
			if len(r.Parts) > 0 || i == 0 && r.Source == "total" {
				got = append(got, r.Source+": "+strings.Join(r.Parts, " "))
			}
			if len(r.Splits) > 0 {
				got = append(got, fmt.Sprint(r.Source, " splits ", r.Splits))
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: got %q, want %q", c.name, g, c.want)
		}
	}
}

// TestRates shows which rates are fractions.
func TestRates(t *testing.T) {
	for _, c := range []struct{ name, block, want string }{
		{"a column of fractions", "total 合计 b100 e95.8 r0.958\nlocal 地方 b50 e40 r0.8", "95.8 80"},
		{"a column of percents", "total 合计 b100 e95.8 r95.8\nlocal 地方 b50 e40 r80%", "95.8 80"},
		{"as many fractions as percents", "total 合计 b100 e95.8 r95.8\nlocal 地方 b50 e40 r0.8", "95.8 80"},
		{"one fraction among percents is a slip", "total 合计 b100 e95.8 r95.8\nlocal 地方 b50 e40 r80\nother 其他 b50 e25 r0.5", "95.8 80 0.5"},
		{"one in percent", "total 合计 b100 e1 r1", "1"},
		{"one as a fraction", "total 合计 b100 e100 r1", "100"},
		{"one and a half is a fraction", "total 合计 b100 e150 r1.5", "150"},
		{"more is in percent", "total 合计 b100 e160 r1.6", "1.6"},
		{"nothing", "total 合计 b100 e0 r0", "0"},
		{"no amounts", "total 合计 r0.958", "0.958"},
		{"no part", "total 合计 b100 r0.958", "0.958"},
		{"no whole", "total 合计 e95.8 r0.958", "0.958"},
		{"a whole of zero", "total 合计 b0 e95.8 r0.958", "0.958"},
		{"of the initial budget, where there is no other", "total 合计 i100 e95.8 r0.958", "95.8"},
	} {
		f := block(t, c.block)
		Rates(f)
		var got []string
		for i := range f.Rows {
			n, _ := f.Rows[i].ExecutionRate.Number()
			got = append(got, n.String())
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %s, want %s", c.name, g, c.want)
		}
	}
	f := block(t, "total 合计 b100 l4.2 m0.042")
	Rates(f)
	if n, _ := f.Rows[0].BalanceRate.Number(); n.String() != "4.2" {
		t.Errorf("got a balance rate of %s, want 4.2", n)
	}
}

func item(text string) *table.Item { return &table.Item{Text: text} }

// TestAgreement counts the sums of a row that hold.
func TestAgreement(t *testing.T) {
	for _, c := range []struct {
		row  string
		want int
	}{
		{"i90 a10 b100 e95 r95% l5", 3},
		{"i90 c10 b100 e95 r95.9 l5", 3},
		{"i80 c10 a10 b100", 1},
		{"i90 a10 b101 e95 r90 l5", 0},
		{"i100 b100", 0},
		{"a10 b10", 0},
		{"i90 a10", 0},
		{"b100 e95 l5", 1},
		{"b100 e95 l6", 0},
		{"b100 l100", 0},
		{"e95 l5", 0},
		{"b100 e95 r96", 0},
		{"b100 e95 r95.99", 1},
		{"b100 e95 r94.01", 1},
		{"b100 e95 r0.96", 0},
		{"b100 e95 r0.9599", 1},
		{"b100 r0", 0},
		{"e95 r95", 0},
		{"b0 e95 r95", 0},
	} {
		var slots []table.Slot
		var cells []*table.Item
		var at []int
		for k, w := range strings.Fields(c.row) {
			slots = append(slots, table.Slot{ID: string(letters[w[0]])})
			cells = append(cells, item(w[1:]))
			at = append(at, k)
		}
		slots, cells, at = append(slots, table.Slot{ID: "other"}), append(cells, item("9")), append(at, len(at))
		if got := Agreement(slots, cells, at); got != c.want {
			t.Errorf("%s: got %d, want %d", c.row, got, c.want)
		}
		slices.Reverse(slots) // where a cell stands decides, not its number
		for k := range at {
			at[k] = len(at) - 1 - k
		}
		if got := Agreement(slots, cells, at); got != c.want {
			t.Errorf("%s, columns turned: got %d, want %d", c.row, got, c.want)
		}
	}
}

func TestEntry(t *testing.T) {
	for _, c := range []struct {
		text, label, value string
		ok                 bool
	}{
		{"其中:基本支出:2959.41万元", "基本支出", "2959.41万元", true},
		{"其中：基本支出： 2959.41万元 ", "基本支出", "2959.41万元", true},
		{"其中 基本支出:", "基本支出", "", true},
		{" 项目支出 ", "项目支出", "", true},
		{"", "", "", false},
		{"其中:", "", "", false},
	} {
		label, v, ok := Entry(c.text, lexicon.Default())
		if label != c.label || v != c.value || ok != c.ok {
			t.Errorf("%q: got %q, %q, %v; want %q, %q, %v", c.text, label, v, ok, c.label, c.value, c.ok)
		}
	}
}

func TestKind(t *testing.T) {
	for source, want := range map[string]string{"source_2": "source", "source_12": "source", "source": "source", "unit_funds": "unit_funds", "a_0": "a", "a_9": "a", "_2": "_2", "a_": "a_", "a_/": "a_/", "a_:": "a_:"} {
		if got := Kind(source); got != want {
			t.Errorf("%s: got %s, want %s", source, got, want)
		}
	}
}
