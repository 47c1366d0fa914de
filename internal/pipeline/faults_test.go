package pipeline_test

import (
	"strings"
	"testing"

	"ziping/score"
)

// faultsOf lists the candidates of each fault, as cell old → new.
func faultsOf(r score.Report) (out [][]string) {
	for _, rep := range r.Repairs {
		for len(out) <= rep.Fault {
			out = append(out, nil)
		}
		var edits []string
		for _, e := range rep.Edits {
			edits = append(edits, e.Field.String()+" "+e.Old+" → "+e.New)
		}
		out[rep.Fault] = append(out[rep.Fault], strings.Join(edits, ", "))
	}
	return out
}

// TestFaultsAreTakenApart: a wrong weight and a wrong score are two faults with
// candidates of their own, though a score is bounded by its weight; what breaks the
// scoring rule comes last.
func TestFaultsAreTakenApart(t *testing.T) {
	form := strings.NewReplacer("6\t4\t汛期", "7\t4\t汛期", "100\t97.31", "100\t96.51", "10\t9.68", "10\t8.68").Replace(sampleText(t, "mof-project-2021.txt"))
	got := faultsOf(audited(t, form))
	want := [][]string{
		{"indicators[4].weight 7 → 6", "indicators[9].weight 10 → 9"},
		{"indicators[9].score 8.68 → 8.88", "total.score 96.51 → 96.31", "indicators[4].score 4 → 4.2", "funds.total.score 9.63 → 9.83"},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d faults %q, want %d", len(got), got, len(want))
	}
	for i := range want {
		if strings.Join(got[i], "; ") != strings.Join(want[i], "; ") {
			t.Errorf("fault %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

// TestBoundCellsStayTogether: a weight and a score that only go down together are one
// fault.
func TestBoundCellsStayTogether(t *testing.T) {
	form := strings.NewReplacer("≥6处\t6处\t10\t10", "≥6处\t6处\t90\t90", "100\t97.31", "100\t97.31").Replace(sampleText(t, "mof-project-2021.txt"))
	got := faultsOf(audited(t, form))
	if len(got) != 1 || len(got[0]) != 1 || got[0][0] != "indicators[0].weight 90 → 10, indicators[0].score 90 → 10" {
		t.Errorf("got %q, want weight and score of the row in one repair", got)
	}
}

// noted is a form whose points make 110: one weight and its score are too much.
const noted = `绩效目标自评表
(2022年度)
项目名称	水标尺安装项目			项目负责人及电话	张三
主管部门	甲局			实施单位	甲局
资金情况(万元)		全年预算数(A)		全年执行数(B)	HEAD	执行率(B/A)	得分
	年度资金总额:	20		20	10	100.00%	10
绩效指标	一级指标	二级指标	三级指标	分值	年度指标值	全年实际值	得分	未完成原因及拟采取的改进措施
	产出指标	数量指标	安装水标尺	60	≥266米	270米	60
	效益指标	社会效益指标	受益人口数	30	≥1000人	1200人	30
	满意度指标	服务对象满意度指标	受益户满意度	10	≥95%	96%	10
总分				100			100
NOTE
`

// TestNotesAreEvidence: what the form says of its marks beside them orders the
// candidates, and none that breaks it is the only one or applied.
func TestNotesAreEvidence(t *testing.T) {
	for _, tt := range []struct{ name, head, note, first, says string }{
		{"note of all groups", "分值", "注:1.一级指标分值统一设置为:产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分", "indicators[0].weight 60 → 50, indicators[0].score 60 → 50", "产出指标50分"},
		{"note of one group", "分值", "注:效益指标共20分", "indicators[1].weight 30 → 20, indicators[1].score 30 → 20", "效益指标共20分"},
		{"another group", "分值", "说明:社会效益指标(20分)", "indicators[1].weight 30 → 20, indicators[1].score 30 → 20", "社会效益指标(20分"},
		{"all indicators", "分值", "备注:绩效指标90分,预算执行率占10分", "", ""},
		{"heading of the column", "分值(10分)", "", "", ""},
		{"heading of the score", "分值", "注:预算执行得分=10分*执行率", "", ""},
	} {
		r := audited(t, strings.NewReplacer("HEAD", tt.head, "NOTE", tt.note).Replace(noted))
		got := faultsOf(r)
		if len(got) != 1 || len(got[0]) < 2 {
			t.Errorf("%s: got %q, want candidates for one fault", tt.name, got)
			continue
		}
		if tt.first != "" && (got[0][0] != tt.first || !strings.Contains(r.Repairs[0].Why, tt.says)) {
			t.Errorf("%s: got %q first (%s), want %q", tt.name, got[0], r.Repairs[0].Why, tt.first)
		}
		for i, rep := range r.Repairs {
			if rep.Applied || rep.Unique {
				t.Errorf("%s: %q is unique or applied", tt.name, got[0][i])
			}
			if strings.HasPrefix(got[0][i], "funds.") && i < len(r.Repairs)-1 {
				t.Errorf("%s: got %q, want the budget last", tt.name, got[0])
			}
		}
	}
}

// TestTwoSlipsAreNotOne: slips that happen to agree with one sum and a coarse rate, or
// with a total a digit away, force nothing.
func TestTwoSlipsAreNotOne(t *testing.T) {
	for _, tt := range []struct {
		sample string
		slips  []string // old, new in turn
	}{
		{"transfer-2021.txt", []string{"1250.00\t1198.40", "1250.00\t0.00", "310.50\t310.50", "310.50\t310.55"}},
		{"nx-project-2022.txt", []string{"326户\t15", "326户\t10", "4.42万元\t5", "4.42万元\t0.00", "95%\t20", "95%\t0.00"}},
	} {
		r := audited(t, strings.NewReplacer(tt.slips...).Replace(sampleText(t, tt.sample)))
		if len(errorsOf(r)) == 0 {
			t.Errorf("%s: nothing is wrong", tt.sample)
		}
		for _, rep := range r.Repairs {
			if rep.Applied {
				t.Errorf("%s: %q was applied", tt.sample, faultsOf(r))
			}
		}
	}
}

// TestWhatFollowsIsNoEvidence: a rate that would be a slip of what another change makes of it
// bears that change out by chance. Of a sum and a rate that fail in one row either may be wrong.
func TestWhatFollowsIsNoEvidence(t *testing.T) {
	r := audited(t, `项目支出绩效自评表
(2021年度)
单位:万元
项目名称	病虫害防治
项目资金		年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额	600	680	612	10	90%	9
	其中:中央补助资金	300	380	380	—	130%	—
	省级补助资金	200	200	150	—	75%	—
	县级资金	100	100	72	—	72%	—
绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
	产出指标	数量指标	防治面积	≥3万亩	3.1万亩	90	89
总分						100	98
`)
	if len(errorsOf(r)) != 2 {
		t.Errorf("got %d errors, want 2", len(errorsOf(r)))
	}
	for _, rep := range r.Repairs {
		if rep.Applied {
			t.Errorf("%q was applied", faultsOf(r))
		}
	}
}
