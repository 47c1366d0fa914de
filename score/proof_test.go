package score

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score/identity"
	"ziping/score/solve"
)

// provable is a form with a slip that is sure to be mended (69.00 for 96.00), a
// tie (the total is 98, its scores make 99), and a grade with its band.
const provable = `项目支出绩效自评表
(2023年度)
单位:万元

项目名称		防汛经费
资金		年初预算数	年中调整金额	全年预算数	全年执行数	执行率(%)	结余金额
	年度资金总额	300.00	20.00	320.00	304.05	95.02	15.95
	其中:中央财政资金	100.00	0.00	100.00	69.00	96.00	4.00
	地方财政资金	200.00	20.00	220.00	208.05	94.57	11.95
绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
	产出指标	数量指标	加固堤防	≥12公里	12公里	100	99
总分						100	98
评价等级	优(S≥90)
`

func planOf(t *testing.T, text string) (*normalize.Form, plan) {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms", len(forms))
	}
	_, p := auditForm(doc, &forms[0], &Options{Limits: solve.DefaultLimits()})
	return &forms[0], p
}

// TestProof: a repair is borne out by a form that has its value, none of the
// contradictions it explains, and no other that was not there.
func TestProof(t *testing.T) {
	_, p := planOf(t, provable)
	if !p.sure() || len(p.solutions) != 2 {
		t.Fatalf("got %+v", p.solutions)
	}
	for _, tt := range []struct {
		name   string
		change []string
		want   bool
	}{
		{"the repair", []string{"69.00", "96.00"}, true},
		{"nothing was changed", nil, false},
		{"another value", []string{"69.00", "95.00"}, false},
		{"another slip beside it", []string{"69.00", "96.00", "11.95", "11.59"}, false},
		{"another slip elsewhere", []string{"69.00", "96.00", "100\t99", "90\t99"}, false},
		{"the tie is gone as well", []string{"69.00", "96.00", "100\t98", "100\t99"}, true},
		{"a row is gone", []string{"69.00", "96.00", "\t地方财政资金\t200.00\t20.00\t220.00\t208.05\t94.57\t11.95\n", ""}, false},
		{"a row is another", []string{"69.00", "96.00", "地方财政资金", "省级财政资金"}, false},
		{"the grade fails now", []string{"69.00", "96.00", "优(S≥90)", "良(80≤S<90)"}, false},
	} {
		text := provable
		for i := 0; i+1 < len(tt.change); i += 2 {
			if strings.Count(text, tt.change[i]) != 1 {
				t.Fatalf("%s: %q is not there once", tt.name, tt.change[i])
			}
			text = strings.Replace(text, tt.change[i], tt.change[i+1], 1)
		}
		form, _ := planOf(t, text)
		c, ok := p.proved(form)
		if ok != tt.want {
			t.Errorf("%s: got %v", tt.name, ok)
		}
		if ok && c.Report.Funds.Rows[1].Executed.Reading != normalize.Proved {
			t.Errorf("%s: the new figure is not proved by its sums", tt.name)
		}
	}
}

// TestProofOfGrades does the same for a grade that is put right.
func TestProofOfGrades(t *testing.T) {
	wrong := strings.NewReplacer("69.00", "96.00", "100\t98", "100\t99", "优(S≥90)", "良(80≤S<90)").Replace(provable)
	_, p := planOf(t, wrong)
	if !p.sure() || !p.gradeBroken() || !p.solutions[0].Grade {
		t.Fatalf("got %+v", p.solutions)
	}
	rs := p.repairs([]Finding{{Level: Notice, Field: normalize.GradePath}, {Level: Error, Field: normalize.GradePath}, {Level: Error, Field: normalize.TitlePath}})
	if len(rs) != 1 || len(rs[0].Explains) != 1 || rs[0].Explains[0] != 1 {
		t.Fatalf("got %+v", rs)
	}
	if e := rs[0].Edits[0]; e.Old != "良" || e.New != "优" || e.Text != "优(S≥90)" {
		t.Errorf("got %+v", e)
	}
	for grade, want := range map[string]bool{"优(S≥90)": true, "良(80≤S<90)": false, "中(60≤S<80)": false, "": false} {
		form, _ := planOf(t, strings.Replace(wrong, "良(80≤S<90)", grade, 1))
		if _, ok := p.proved(form); ok != want {
			t.Errorf("%q: got %v", grade, ok)
		}
	}
	// What is sure of one form is no matter of another that is left out.
	for _, left := range []bool{true, false} {
		edited, ok := edit(p.doc, []plan{p}, []bool{left})
		if !ok {
			t.Fatal("the edits do not fit the document they were made for")
		}
		if now, _ := edited.At(*p.report.Grade.At); strings.Contains(now, "优") != left {
			t.Errorf("left in %v: the document reads %s", left, now)
		}
	}
}

// TestApplicable: only what stands in the document can be changed in it.
func TestApplicable(t *testing.T) {
	_, p := planOf(t, provable)
	for i := range p.solutions {
		s := &p.solutions[i]
		if p.applicable(s) != s.Unique() {
			t.Errorf("%+v: got applicable %v", s, p.applicable(s))
		}
		if !s.Unique() {
			continue
		}
		field := *s.Sets[0].Changes[0].Field
		field.At = nil
		s.Sets[0].Changes[0].Field = &field
		if p.applicable(s) {
			t.Error("a cell without a place is applicable")
		}
		s.Sets[0].Changes[0].Field = nil
		if p.applicable(s) {
			t.Error("no cell is applicable")
		}
	}
	if p.sure() || len(identity.Of(p.report)) == 0 {
		t.Error("a plan without what is applicable is sure")
	}
}
