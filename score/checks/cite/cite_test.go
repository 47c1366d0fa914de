package cite

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

func TestPlace(t *testing.T) {
	at := func(row int) *normalize.Field { return &normalize.Field{At: &extract.Ref{Row: row}} }
	for _, c := range []struct {
		fields []*normalize.Field
		want   int // the row, −1 for none
	}{
		{nil, -1},
		{[]*normalize.Field{nil, {}}, -1},
		{[]*normalize.Field{nil, {}, at(3), at(4)}, 3},
	} {
		got := -1
		if p := Place(c.fields...); p != nil {
			got = p.Row
		}
		if got != c.want {
			t.Errorf("got row %d of %v, want %d", got, c.fields, c.want)
		}
	}
	x := normalize.Indicator{Score: at(1), Weight: at(2), Actual: at(3), Target: at(4), Name: at(5)}
	for want, f := range []*normalize.Field{at(0), nil} {
		if got := Row(f, &x).Row; got != want {
			t.Errorf("got row %d, want %d", got, want)
		}
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		name *normalize.Field
		want string
	}{
		{nil, "—"},
		{&normalize.Field{State: normalize.Blank}, "—"},
		{&normalize.Field{Text: "治理河道\n长度", State: normalize.Parsed}, "治理河道 长度"},
	} {
		if got := Name(&normalize.Indicator{Name: c.name}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestTarget says targets as they are printed, and puts together those whose
// comparator or unit stands in a column of its own.
func TestTarget(t *testing.T) {
	for _, c := range []struct {
		text, number, unit string
		op                 normalize.Op
		want               string
	}{
		{"≥28公里", "28", "公里", normalize.OpAtLeast, "≥28公里"}, // as printed
		{"28公里", "28", "公里", normalize.OpEqual, "28公里"},
		{"28", "28", "公里", normalize.OpEqual, "=28公里"},
		{"28", "28", "公里", normalize.OpAtLeast, "≥28公里"},
		{"28公里", "28", "公里", normalize.OpAtMost, "≤28"}, // the comparator alone stands apart
		{"0", "0", "起", normalize.OpMore, ">0起"},
		{"9.50", "9.50", "%", normalize.OpLess, "<9.50%"},
		{"95%", "95", "%", normalize.OpEqual, "95%"},
		{"95％", "95", "%", normalize.OpEqual, "95％"},
		{"95个百分点", "95", "%", normalize.OpEqual, "95个百分点"},
		{"持续增强", "", "", normalize.OpQualitative, "持续增强"},
		{"", "", "", "", ""},
	} {
		f := &normalize.Field{Text: c.text, State: normalize.Parsed}
		if c.number != "" {
			f.SetNumber(num.MustParse(c.number))
		}
		f.Unit, f.Op = c.unit, c.op
		if got := Target(&normalize.Indicator{Target: f}); got != c.want {
			t.Errorf("%s %s %s: got %q, want %q", c.text, c.op, c.unit, got, c.want)
		}
	}
}

// A source is named by its label, without the colon behind it.
func TestSource(t *testing.T) {
	for label, want := range map[string]string{"其中：财政拨款": "其中：财政拨款", "年度资金总额：": "年度资金总额", "合计:": "合计", "": "—", "：": "—"} {
		if got := Source(&normalize.FundRow{Label: label}); got != want {
			t.Errorf("%s: got %q, want %q", label, got, want)
		}
	}
}

// Of many places the first three are named.
func TestListed(t *testing.T) {
	r := &normalize.Report{}
	for _, name := range []string{"甲", "乙", "丙", "丁"} {
		r.Indicators = append(r.Indicators, normalize.Indicator{Name: &normalize.Field{Text: name, State: normalize.Parsed}})
	}
	var paths []normalize.Path
	for k, want := range []struct{ zh, en string }{
		{"", ""},
		{"第1项“甲”·得分", "item 1“甲”·score"},
		{"第1项“甲”·得分、第2项“乙”·得分", "item 1“甲”·score, item 2“乙”·score"},
		{"第1项“甲”·得分、第2项“乙”·得分、第3项“丙”·得分", "item 1“甲”·score, item 2“乙”·score, item 3“丙”·score"},
		{"第1项“甲”·得分、第2项“乙”·得分、第3项“丙”·得分……", "item 1“甲”·score, item 2“乙”·score, item 3“丙”·score, …"},
	} {
		if got := Listed(r, paths); got.ZH != want.zh || got.EN != want.en {
			t.Errorf("%d places: got %q and %q, want %q and %q", k, got.ZH, got.EN, want.zh, want.en)
		}
		paths = append(paths, normalize.IndicatorPath(k, normalize.Score))
	}
}

func TestClip(t *testing.T) {
	long := strings.Repeat("甲", 38)
	for _, c := range []struct{ text, want string }{
		{"甲 \t乙\n丙", "甲 乙 丙"},
		{long + "乙丙", long + "乙丙"}, // forty characters
		{long + "乙丙丁", long + "乙…"},
		{strings.Repeat("a", 40), strings.Repeat("a", 40)},
		{strings.Repeat("a", 41), strings.Repeat("a", 39) + "…"},
		{strings.Repeat(" 甲", 200), strings.Repeat("甲 ", 19) + "甲…"},
		{"甲" + strings.Repeat(" ", 477), "甲"}, // what stands behind 480 bytes is not looked at
		{"甲" + strings.Repeat(" ", 476) + "a", "甲 a"},
		{"甲" + strings.Repeat(" ", 477) + "a", "甲"},
		{"甲" + strings.Repeat(" ", 476) + "乙", "甲"}, // nor a part of a character
	} {
		if got := Clip(c.text); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
