package score_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
)

// A block of money whose every cell stands in two identities or more.
const moneyForm = `项目支出绩效自评表
(2023年度)
单位:万元

项目名称\t\t防汛经费
资金\t\t年初预算数\t年中调整金额\t全年预算数\t全年执行数\t执行率(%)\t结余金额
\t年度资金总额\t300.00\t20.00\t320.00\t304.05\t95.02\t15.95
\t其中:中央财政资金\t100.00\t0.00\t100.00\t96.00\t96.00\t4.00
\t地方财政资金\t200.00\t20.00\t220.00\t208.05\t94.57\t11.95
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
\t产出指标\t数量指标\t加固堤防\t≥12公里\t12公里\t100\t100
`

// audited is what an audit says of the form with changes, in pairs of old and new.
func audited(t *testing.T, change ...string) (errs []string, a score.Audited) {
	t.Helper()
	text := strings.ReplaceAll(moneyForm, `\t`, "\t")
	for i := 0; i+1 < len(change); i += 2 {
		old, now := strings.ReplaceAll(change[i], "|", "\t"), strings.ReplaceAll(change[i+1], "|", "\t")
		if strings.Count(text, old) != 1 {
			t.Fatalf("%d places read %q", strings.Count(text, old), old)
		}
		text = strings.Replace(text, old, now, 1)
	}
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms", len(forms))
	}
	a = score.Audit(doc, forms, score.Options{Checks: checks.All(nil)})[0]
	for _, f := range a.Report.Findings {
		if f.Level == score.Error || f.Check == "FND-07" || f.Check == "FND-06" || f.Check == "NUM-01" {
			errs = append(errs, f.Check+" "+f.Field.String())
		}
	}
	return errs, a
}

// TestAmountsInOtherUnits prints amounts in another unit than the form's: the
// form is sound. FND-08 says that units are mixed.
func TestAmountsInOtherUnits(t *testing.T) {
	for _, change := range [][]string{
		{"100.00|0.00|100.00", "1000000元|0.00|100.00"},
		{"100.00|0.00|100.00", "1000000.00元|0.00|1000千元"},
		{"100.00|0.00|100.00", "1百万元|0.00|100.00"},
		{"100.00|0.00|100.00", "100.00|0.00|0.01亿元"},
		{"96.00|96.00", "960000元|96.00"},
		{"300.00|20.00", "3000000元|20.00"},
		{"300.00|20.00", "0.03亿元|20.00"},               // the sum in fewer places than its parts
		{"100.00|0.00|100.00", "1000049元|0.00|100.00"}, // sums in 万元 are rounded
		{"|4.00", "|40000元"},
		{"|20.00|220.00", "|200千元|2200000元"},
	} {
		errs, a := audited(t, change...)
		if len(errs) > 0 || len(a.Report.Repairs) > 0 {
			t.Errorf("%s: got %v, %d repairs, want none", change[1], errs, len(a.Report.Repairs))
		}
		if !slices.ContainsFunc(a.Report.Findings, func(f score.Finding) bool { return f.Check == "FND-08" }) {
			t.Errorf("%s: nothing says that units are mixed", change[1])
		}
	}
}

// TestSlipsInOtherUnits plants a slip in such an amount, or beside it: it is found,
// and mended in the unit of its own cell.
func TestSlipsInOtherUnits(t *testing.T) {
	for _, tt := range []struct {
		change []string
		want   string // findings
		repair string
	}{
		{[]string{"100.00|0.00|100.00", "10000000元|0.00|100.00"},
			"[FND-05 funds.total.initial FND-01 funds.central.budget]", "funds.central.initial 1000000元"},
		{[]string{"100.00|0.00|100.00", "1000100元|0.00|100.00"},
			"[FND-05 funds.total.initial FND-01 funds.central.budget]", "funds.central.initial 1000000元"},
		{[]string{"96.00|96.00", "690000元|96.00"},
			"[FND-05 funds.total.executed FND-03 funds.central.execution_rate FND-02 funds.central.balance]", "funds.central.executed 960000元"},
		{[]string{"300.00|20.00", "3100000.00元|20.00"},
			"[FND-05 funds.total.initial FND-01 funds.total.budget]", "funds.total.initial 3000000.00元"},
		{[]string{"100.00|0.00|100.00", "1000000元|0.00|100.00", "200.00|20.00|220.00", "210.00|20.00|220.00"},
			"[FND-05 funds.total.initial FND-01 funds.local.budget]", "funds.local.initial 200.00"},
		{[]string{"100.00|0.00|100.00", "100.00元|0.00|100.00"}, // the wrong unit
			"[FND-05 funds.total.initial FND-01 funds.central.budget]", "funds.central.initial 1000000.00元"},
		{[]string{"100.00|0.00|100.00", "1000050元|0.00|100.00", "300.00|20.00", "390.00|20.00"}, // the sum of finer amounts
			"[FND-05 funds.total.initial FND-01 funds.total.budget]", "funds.total.initial 300.00"},
	} {
		errs, a := audited(t, tt.change...)
		if got := fmt.Sprint(errs); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.change[1], got, tt.want)
		}
		repair := ""
		for _, r := range a.Report.Repairs {
			for _, e := range r.Edits {
				if r.Applied {
					repair += e.Field.String() + " " + e.Text
				}
			}
		}
		if repair != tt.repair {
			t.Errorf("%s: got repair %q, want %q", tt.change[1], repair, tt.repair)
		}
	}
}

// TestWordsOfMixedUnits holds the sentence to naming the units that differ.
func TestWordsOfMixedUnits(t *testing.T) {
	_, a := audited(t, "300.00|20.00", "3100000元|20.00")
	f := a.Report.Findings[0]
	want := "年度资金总额·年初预算：填报数 3100000元，按表内关系计算为 3000000元（中央财政资金 100.00 + 地方财政资金 200.00），相差 100000元；应为 3000000元，已更正"
	if f.Message != want || f.Stated != "3100000" || f.Expected != "3000000" {
		t.Errorf("got %q, stated %s, expected %s, want %q", f.Message, f.Stated, f.Expected, want)
	}
}

// TestRepairOfAMark: a figure stands in place of a mark for nothing, not behind it,
// as the figures of its column are printed.
func TestRepairOfAMark(t *testing.T) {
	for change, want := range map[string]string{
		"―|0.00|100.00":   "100.00",
		" — |0.00|100.00": "100.00",
		"无|0.00|100.00":   "100.00",
	} {
		_, a := audited(t, "100.00|0.00|100.00", change)
		if rs := a.Report.Repairs; len(rs) != 1 || len(rs[0].Edits) != 1 || rs[0].Edits[0].Text != want || !rs[0].Applied {
			t.Errorf("%q: got %+v, want %s", change, rs, want)
		}
	}
	// Where the column parts its thousands, it does.
	_, a := audited(t, "100.00|0.00|100.00", "/|0.00|1,100.00", "200.00|20.00|220.00", "1,200.00|20.00|1,220.00", "300.00|20.00|320.00", "2,300.00|20.00|2,320.00", "96.00|96.00|4.00", "?|?|?", "304.05|95.02|15.95", "?|?|?", "208.05|94.57|11.95", "?|?|?")
	if rs := a.Report.Repairs; len(rs) != 1 || rs[0].Edits[0].Text != "1,100.00" {
		t.Errorf("got %+v, want 1,100.00", rs)
	}
	// Where amounts print their unit and the form does not, the new one has it too.
	_, a = audited(t, "单位:万元\n", "", "100.00|0.00|100.00", "/|0.00|100.00", "200.00|20.00|220.00", "200.00万元|20.00|220.00", "300.00|20.00", "300.00万元|20.00")
	if rs := a.Report.Repairs; len(rs) != 1 || rs[0].Edits[0].Text != "100.00万元" {
		t.Errorf("got %+v, want 100.00万元", rs)
	}
}

// TestUnitsThatNobodyStates: where no unit is stated, the only one that amounts
// print is meant; where they print two, a bare amount is tested with bare ones only.
func TestUnitsThatNobodyStates(t *testing.T) {
	bare := []string{"单位:万元\n", ""}
	for _, tt := range []struct {
		change []string
		want   int
	}{
		{[]string{"100.00|0.00|100.00", "100.00万元|0.00|100.00万元"}, 0},
		{[]string{"100.00|0.00|100.00", "100.10万元|0.00|100.00万元"}, 2},
		{[]string{"100.00|0.00|100.00", "100.00万元|0.00|1000000元"}, 0},
		{[]string{"100.00|0.00|100.00", "100.00万元|0.00|1100000元"}, 1}, // 万元 and 元 can be told, the bare column not
		{[]string{"200.00|20.00|220.00", "200.00|20.00|230.00"}, 4},
	} {
		errs, _ := audited(t, append(slices.Clone(bare), tt.change...)...)
		if len(errs) != tt.want {
			t.Errorf("%s: got %v, want %d", tt.change[1], errs, tt.want)
		}
	}
}
