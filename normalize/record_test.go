package normalize_test

import (
	"encoding/json"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// small is a report with a field of each kind.
func small() *normalize.Report {
	f := func(text string) *normalize.Field {
		x := &normalize.Field{Text: text, Value: text, State: normalize.Parsed}
		if n, _, err := num.Scan(text); err == nil {
			x.SetNumber(n)
		}
		return x
	}
	return &normalize.Report{
		Title: f("自评表"), Year: f("2023"), MoneyUnit: f("万元"), Grade: f("优"),
		Funds: &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Label: " 合计 ", Budget: f("100.00"), ExecutionRate: f("93.10"),
			Other: []normalize.Labelled{{Label: "备注", Field: f("追加")}}}}},
		Goals: []normalize.Goal{{Expected: f("治理"), Actual: f("完成")}},
		Indicators: []normalize.Indicator{{Name: f("治理河道长度及其沿岸绿化带养护面积和水质"), Target: f("28"), Score: f("9.5"),
			Other: []normalize.Labelled{{Label: " 指标解释 ", Field: f("长度")}}}, {Score: f("5")}},
		Total: &normalize.Total{Weight: f("100"), Score: f("98.50")},
		Other: []normalize.Labelled{{Label: "填报人", Field: f("甲")}, {Label: "电话"}},
	}
}

// TestFieldsInOrder lists the fields of a report as they are printed.
func TestFieldsInOrder(t *testing.T) {
	r := small()
	var got []string
	for _, x := range r.Fields() {
		got = append(got, x.Path.String())
	}
	want := "title year money_unit funds.total.budget funds.total.execution_rate funds.total.other[0] goals[0].expected goals[0].actual " +
		"indicators[0].name indicators[0].target indicators[0].score indicators[0].other[0] indicators[1].score total.weight total.score grade other[0]"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	n := 0
	r.Each(func(f *normalize.Field) { n++ })
	if n != len(got) {
		t.Errorf("Each called with %d fields, want %d", n, len(got))
	}
}

// TestLabels says paths in the words of the form.
func TestLabels(t *testing.T) {
	r := small()
	for path, want := range map[string]string{
		"title": "标题", "grade": "评价等级", "total.score": "总分", "funds": "资金",
		"funds.total.budget": "合计·全年预算数", "goals[0].actual": "年度目标·完成值",
		"indicators[0].score": "第1项“治理河道长度及其沿岸绿化带养护面积…”·得分", "indicators[1].score": "第2项·得分",
		"indicators[0].other[0]": "第1项“治理河道长度及其沿岸绿化带养护面积…”·指标解释",
		"indicators[2].score":    "indicators[2].score", "other[0]": "填报人", "other[2]": "other[2]", "funds.total.other[0]": "合计", "unplaced[0]": "unplaced[0]",
	} {
		p, err := normalize.ParsePath(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Label(p, extract.ZH); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

// TestNumbersComeBack holds numbers to their printed places through JSON.
func TestNumbersComeBack(t *testing.T) {
	for _, c := range []struct{ json, want string }{
		{`{"text":"93.10%","value":"93.1","state":"parsed"}`, "93.10"},
		{`{"text":"约 -5.50元","value":"-5.5","state":"parsed"}`, "-5.50"},
		{`{"text":"0.9310","value":"93.1","state":"parsed"}`, "93.10"},
		{`{"text":"0.9","value":"90","state":"parsed"}`, "90"},
		{`{"text":"1 200.0","value":"1200","state":"parsed"}`, "1200.0"},
		{`{"text":"7.50","value":"8.5","state":"parsed"}`, "8.5"},
		{`{"text":"7,5,0","value":"8.5","state":"parsed"}`, "8.5"},
		{`{"text":"十","value":"10","state":"parsed"}`, "10"},
		{`{"text":"7.50","value":"7.5","state":"garbled"}`, ""},
		{`{"text":"甲","value":"甲","state":"parsed"}`, ""},
		{`{"text":"","value":"","state":"parsed"}`, ""},
	} {
		var f normalize.Field
		if err := json.Unmarshal([]byte(c.json), &f); err != nil {
			t.Fatal(err)
		}
		got := ""
		if n, ok := f.Number(); ok {
			got = n.Printed()
		}
		if got != c.want || f.IsFigure() != (c.want != "") {
			t.Errorf("%s: got %q and figure %v, want %q", c.json, got, f.IsFigure(), c.want)
		}
	}
	if err := new(normalize.Field).UnmarshalJSON([]byte(`[]`)); err == nil {
		t.Error("got no error for a list")
	}
	if err := new(normalize.Labelled).UnmarshalJSON([]byte(`{"label":3}`)); err == nil {
		t.Error("got no error for a figure as a label")
	}
	var l normalize.Labelled
	if err := l.UnmarshalJSON([]byte(`{"label":"备注","text":"7.50","value":"7.5","state":"parsed"}`)); err != nil || l.Label != "备注" || l.Field.Figure().Printed() != "7.50" {
		t.Errorf("got %q, %v, %v", l.Label, l.Field, err)
	}
	d := normalize.Doubt{Text: "一二三四五"}
	if got := d.Excerpt(5) + d.Excerpt(4); got != "一二三四五一二三…" {
		t.Errorf("got %q", got)
	}
}
