package retype

import (
	"testing"

	"ziping/score/identity"
	"ziping/text/num"
)

// TestFigure changes figures in cells of every kind of print.
func TestFigure(t *testing.T) {
	for _, tt := range []struct {
		cell, field, old, now string
		like                  Style
		want                  string
	}{
		// places
		{"35.00", "35.00", "35", "36.5", Style{}, "36.50"},
		{"35", "35", "35", "36.25", Style{}, "36.25"},
		{"93.1100", "93.1100", "93.11", "94.2", Style{}, "94.2000"},
		{"93", "93", "93", "94.2", Style{Places: 4}, "94.2000"},
		// words around it
		{"其中:一般公共预算:2283.14万元", "2283.14万元", "2283.14", "2283.41", Style{}, "其中:一般公共预算:2283.41万元"},
		{"¥35.00", "¥35.00", "35", "53", Style{}, "¥53.00"},
		{"35.00(万元)", "35.00(万元)", "35", "53", Style{}, "53.00(万元)"},
		{"产出指标(50分)", "产出指标(50分)", "50", "60", Style{}, "产出指标(60分)"},
		{" 35.00 \n", "35.00", "35", "53", Style{}, " 53.00 \n"},
		// the one of several that has the value, within the field
		{"合计100,其中中央50", "合计100,其中中央50", "50", "60", Style{}, "合计100,其中中央60"},
		{"50 50", "50 50", "50", "60", Style{}, "60"}, // two figures side by side are none
		{"100,其中中央50", "100,其中中央50", "100", "120", Style{}, "120,其中中央50"},
		{"90, 其中中央9", "90, 其中中央9", "90", "120", Style{}, "120, 其中中央9"},
		{"中央9,省级19 ", "中央9,省级19 ", "9", "8", Style{}, "中央8,省级19 "},
		{"30元,20元", "20元", "20", "25", Style{}, "30元,25元"},
		{"20元,20元", "20元", "20", "25", Style{}, "25元,20元"},
		{"表内20,表外30", "", "40", "50", Style{}, "50"},
		{"约20", "约20", "21", "25", Style{}, "约25"}, // the only one
		// thousands
		{"2,283.14", "2,283.14", "2283.14", "12283.1", Style{}, "12,283.10"},
		{"1，234，567", "1，234，567", "1234567", "7654321.5", Style{}, "7，654，321.5"},
		{"2 283.14", "2 283.14", "2283.14", "12283.1", Style{}, "12 283.10"},
		{"2\u202f283.14", "2\u202f283.14", "2283.14", "1283.1", Style{}, "1\u202f283.10"},
		{"283.14", "283.14", "283.14", "12283.14", Style{Group: ","}, "12,283.14"},
		{"2,283.14", "2,283.14", "2283.14", "283.14", Style{}, "283.14"},
		// full width
		{"３５．００", "３５．００", "35", "-1234.5", Style{}, "－１２３４．５０"},
		{"３５.００元", "３５.００元", "35", "53", Style{}, "５３.００元"},
		// signs
		{"-35.00", "-35.00", "-35", "35", Style{}, "35.00"},
		{"35.00", "35.00", "35", "-35", Style{}, "-35.00"},
		{"−35.00", "−35.00", "-35", "-53", Style{}, "−53.00"},
		{"－３５", "－３５", "-35", "-53", Style{}, "－５３"},
		{"﹣ 35", "﹣ 35", "-35", "-53", Style{}, "﹣53"},
		{"﹣ 35", "﹣ 35", "-35", "-1234.5", Style{}, "﹣1234.5"},
		{"预算数-9", "预算数-9", "9", "0", Style{}, "预算数-0"},
		{"35", "35", "35", "0", Style{}, "0"},
		{"３５", "３５", "35", "0", Style{}, "０"},
		{"－３５", "－３５", "-35", "0", Style{}, "０"},
		{"+35", "+35", "35", "53", Style{}, "+53"},
		{"+35", "+35", "35", "-53", Style{}, "-53"},
		{"预算数-35", "预算数-35", "35", "53", Style{}, "预算数-53"},
		{"预算数-35", "预算数-35", "-35", "53", Style{}, "预算数53"},
		// rates
		{"0.9311", "0.9311", "93.11", "94.2", Style{}, "0.9420"},
		{"93.11%", "93.11%", "93.11", "94.2", Style{}, "94.20%"},
		// what cannot be found
		{"三十五", "三十五", "35", "53", Style{Places: 2}, "53.00"},
		{"7,00.0,77", "7,00.0,77", "700.077", "53", Style{Places: 2}, "53.00"},
	} {
		got := Cell{tt.cell, tt.field}.Figure(num.MustParse(tt.old), num.MustParse(tt.now), tt.like)
		if got != tt.want {
			t.Errorf("%q, %s for %s: got %q, want %q", tt.cell, tt.now, tt.old, got, tt.want)
		}
	}
}

// TestFill puts a figure where none is printed.
func TestFill(t *testing.T) {
	for _, tt := range []struct {
		cell, field string
		like        Style
		want        string
	}{
		{"", "", Style{}, "1235.5"},
		{" \u3000", " \u3000", Style{Places: 2}, "1235.50"},
		{"―", "―", Style{Places: 2}, "1235.50"},
		{"—", "—", Style{}, "1235.5"},
		{" - ", "-", Style{}, "1235.5"},
		{"／", "／", Style{}, "1235.5"},
		{"无", "无", Style{}, "1235.5"},
		{"——", "——", Style{Group: ","}, "1,235.5"},
		{"其他资金:", "", Style{}, "其他资金:1235.5"},
		{"其他资金: ", "其他资金: ", Style{}, "其他资金:1235.5"},
		{"其他资金:—", "—", Style{}, "其他资金:1235.5"},
		{"—", "—", Style{Unit: "万元"}, "1235.5万元"},
	} {
		if got := (Cell{tt.cell, tt.field}).Fill(num.MustParse("1235.5"), tt.like); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.cell, got, tt.want)
		}
	}
}

// TestStyleOf tells how other cells print.
func TestStyleOf(t *testing.T) {
	for text, want := range map[string]Style{
		"":               {},
		"—":              {},
		"1,234.50万元":     {Places: 2, Group: ",", point: "."},
		"合计 100":         {},
		"1 234 567.125元": {Places: 3, Group: " ", point: "."},
		"－１，２３４．５":       {Places: 1, Group: "，", minus: "－", point: "．", wide: true},
	} {
		if got := StyleOf(text); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

// TestGrade changes grades and the bands printed with them.
func TestGrade(t *testing.T) {
	eighty, ninety := num.FromInt(80), num.FromInt(90)
	good := identity.Band{Low: eighty, HasLow: true, High: ninety, HasHigh: true, HighOpen: true}
	for _, tt := range []struct {
		cell, field, letter string
		band                identity.Band
		want                string
	}{
		{"良", "良", "优", identity.Band{Low: ninety, HasLow: true}, "优"},
		{"良(80≤S<90)", "良(80≤S<90)", "优", identity.Band{Low: ninety, HasLow: true}, "优(S≥90)"},
		{"良(80≤S<90)", "良(80≤S<90)", "优", identity.Band{Low: ninety, HasLow: true, LowOpen: true}, "优(S>90)"},
		{"优（得分≥90）。", "优（得分≥90）。", "良", good, "良（80≤得分<90）。"},
		{"优(S≥90)", "优(S≥90)", "良", identity.Band{Low: eighty, HasLow: true, LowOpen: true, High: ninety, HasHigh: true}, "良(80<S≤90)"},
		{"中(S≥60)", "中(S≥60)", "差", identity.Band{High: eighty, HasHigh: true, HighOpen: true}, "差(S<80)"},
		{"中(S≥60)", "中(S≥60)", "差", identity.Band{High: eighty, HasHigh: true}, "差(S≤80)"},
		{"优(90-100)", "优(90-100)", "良", good, "良"}, // no telling
		{"优(以上)", "优(以上)", "良", good, "良"},
		{"自评等级:优", "优", "良", good, "自评等级:良"},
		{"自评等级:优", "", "良", good, "良"},
	} {
		if got := (Cell{tt.cell, tt.field}).Grade(tt.letter, tt.band); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.cell, got, tt.want)
		}
	}
}
