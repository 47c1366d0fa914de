package checks

import (
	"slices"
	"testing"

	"ziping/normalize"
	"ziping/score"
	"ziping/score/formtest"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// mine are the checks that stand on their own; the arithmetic ones are tested
// with the identities they come from.
func mine(set *rubric.Set) []score.Check {
	return slices.DeleteFunc(All(set), func(c score.Check) bool {
		return slices.Contains([]string{"FND-01", "FND-02", "FND-03", "FND-04", "FND-05", "WGT-01", "WGT-02", "SCR-01", "SUM-01", "GRD-01"}, c.Doc.ID)
	})
}

// findings runs those checks and gives "CHECK field" for each finding, in order.
func findings(t testing.TB, r *normalize.Report) (got []string, all []score.Finding, tallies map[string]score.Tally) {
	t.Helper()
	set, _ := sets.Choose(r)
	all, tallies = formtest.Findings(t, r, mine(set))
	return formtest.Names(all), all, tallies
}

// A change of the sound form, as old → new text of one place, and exactly the
// findings that must come of it.
type change struct {
	name string
	edit []string
	want []string
}

// TestDepartmentForm shows each check both ways on a form with a column for
// reasons, weights and scores.
func TestDepartmentForm(t *testing.T) {
	base := formtest.File(t, "testdata", "dept.txt")
	for _, c := range []change{
		{name: "sound"},

		{"FND-06 padded", []string{"95.02\t15.95\t4.98\t10", "95.0200\t15.95\t4.9800\t10"}, []string{"FND-06 funds.total.execution_rate", "FND-06 funds.total.balance_rate"}},
		{"FND-06 exact zeros", []string{"96.00\t96.00\t4.00\t4.00", "96.00\t96.0000\t4.00\t4.0000"}, nil},
		{"FND-06 whole and padded", []string{"\t94.57\t", "\t95.00\t"}, []string{"FND-06 funds.local.execution_rate"}},
		{"FND-07", []string{"100.00\t96.00\t96.00", "100.00\t106.00\t106.00"}, []string{"FND-07 funds.provincial.executed"}},
		{"FND-08 none", []string{"单位:万元\n", ""}, []string{"FND-08 money_unit"}},
		{"FND-08 yuan", []string{"单位:万元", "单位:元"}, []string{"FND-08 funds.total.budget"}},
		{"FND-08 mixed", []string{"\t96.00\t96.00", "\t96.00元\t96.00"}, []string{"FND-08 funds.provincial.executed"}},

		{"SCR-02 target met", []string{"1500人\t5\t5\t", "1200人\t5\t4\t"}, []string{"SCR-02 indicators[2].score"}},
		{"SCR-02 fewer points for a target passed by far", []string{"1500人\t5\t5\t", "1500人\t5\t4\t"}, nil},
		{"SCR-02 missed", []string{"10\t9.7\t", "10\t9.9\t"}, []string{"SCR-02 indicators[1].score"}},
		{"SCR-02 whole points", []string{"10\t9.7\t", "10\t10\t"}, nil},
		{"SCR-02 whole points in a form of tenths", []string{"10\t9.7\t", "10\t10\t", "10\t9\t宣传不够", "10\t9.5\t宣传不够"}, []string{"SCR-02 indicators[1].score"}},
		{"SCR-02 band", []string{"10\t9\t宣传不够", "10\t7\t宣传不够"}, []string{"SCR-02 indicators[8].score"}},
		{"SCR-02 cut off", []string{"10\t9.7\t", "10\t9.69\t"}, nil},
		{"SCR-03", []string{"10\t9.5\t", "10\t8.5\t"}, []string{"SCR-03 funds.total.score", "GEN-01 funds.total.score"}},
		{"SCR-03 cut off", []string{"10\t9.5\t", "10\t9.50\t"}, nil},
		{"SCR-04", []string{"4.98\t\t\t\n\t①", "4.98\t10\t9.5\t\n\t①"}, []string{"SCR-04 funds.fiscal_subtotal.score"}},

		{"RSN-01", []string{"任务测算偏高,后续科学设定目标值", ""}, []string{"RSN-01 indicators[1].score"}},
		{"RSN-02", []string{"年中追加任务", ""}, []string{"RSN-02 indicators[2].actual"}},
		{"RSN-02 below", []string{"1500人\t5\t5\t年中追加任务", "1299人\t5\t5\t"}, nil},

		{"TGT-01", []string{"\t93%\t", "\t≥90%\t"}, []string{"TGT-01 indicators[9].actual"}},
		{"TGT-01 equal is no copy", []string{"\t93%\t", "\t90%\t"}, nil},
		{"TGT-01 date", []string{"\t2023年11月\t", "\t2023年11月底前\t"}, []string{"TGT-01 indicators[5].actual"}},
		{"TGT-02 missing", []string{"\t2608个", "\t2608"}, []string{"TGT-02 indicators[1].actual"}},
		{"TGT-02 other", []string{"2.8万人次\t15", "28000人次\t15"}, []string{"TGT-02 indicators[0].actual"}},
		{"TGT-02 synonym", []string{"1500人", "1500名"}, nil},
		{"TGT-02 habit", []string{"2.8万人次\t15", "2.8\t15", "\t2608个", "\t2608", "1500人", "1500", "\t93%", "\t93"}, []string{"TGT-02 indicators[0].actual"}},
		{"TGT-03 words", []string{"\t93%\t", "\t达成预期指标\t"}, []string{"TGT-03 indicators[9].actual"}},
		{"TGT-03 reverse", []string{"达成预期指标\t10\t9", "100%\t10\t9"}, []string{"TGT-03 indicators[8].actual"}},
		{"TGT-03 date", []string{"\t2023年11月\t", "\t100%\t"}, []string{"TGT-03 indicators[5].actual"}},
		{"TGT-03 done", []string{"\t2023年11月\t", "\t按期完成\t"}, nil},
		{"TGT-04 actual", []string{"\t93%\t", "\t\t"}, []string{"TGT-04 indicators[9].actual"}},
		{"TGT-05", []string{"=100%", "≥100%"}, []string{"TGT-05 indicators[3].target"}},

		{"TXT-01", []string{"(2023年度)", "(2022年度)"}, []string{"TXT-01 year"}},
		{"TXT-01 one sentence", []string{"2023年开发公益性岗位2608个", "2022年开发公益性岗位2608个"}, []string{"TXT-01 goals[0].actual"}},
		{"TXT-01 last year's figure beside it", []string{"2023年开发公益性岗位2608个", "2023年开发公益性岗位2608个,2022年开发公益性岗位2608个"}, nil},
		{"TXT-02 actual", []string{"公益性岗位2608个", "公益性岗位2680个"}, []string{"TXT-02 goals[0].actual"}},
		{"TXT-02 rounded", []string{"公益性岗位2608个", "公益性岗位0.26万个"}, nil},
		{"TXT-02 target", []string{"补贴培训2.3万人次", "补贴培训3.3万人次"}, []string{"TXT-02 goals[0].expected"}},
		{"TXT-02 fund", []string{"公益性岗位2608个", "公益性岗位2608个,预算执行率98.02%"}, []string{"TXT-02 goals[0].actual"}},
		{"TXT-02 fund in other units", []string{"公益性岗位2608个", "公益性岗位2608个,全年执行数3040500元"}, nil},
		{"TXT-02 total", []string{"公益性岗位2608个", "公益性岗位2608个,自评得分89.2分"}, []string{"TXT-02 goals[0].actual"}},
		{"TXT-02 twice in the text", []string{"公益性岗位2608个", "公益性岗位2608个,兑现惠企补贴资金3620万元。全年兑现惠企补贴资金3260万元"}, []string{"TXT-02 goals[0].actual"}},
		{"TXT-03", []string{"公益性岗位2608个", "公益性岗位2608个,完成年度目标的99%"}, []string{"TXT-03 goals[0].actual"}},
		{"TXT-03 right", []string{"公益性岗位2608个", "公益性岗位2608个,完成年度目标的97%"}, nil},
		{"TXT-03 task", []string{"公益性岗位2608个", "公益性岗位2608个,完成任务数2700个的96.59%"}, []string{"TXT-03 goals[0].actual"}},
		{"TXT-04", []string{"公益性岗位2608个", "公益性岗位2608个,其中城区1200个、乡镇1508个"}, []string{"TXT-04 goals[0].actual"}},
		{"TXT-04 some parts only", []string{"公益性岗位2608个", "公益性岗位2608个,其中城区1200个、乡镇208个"}, nil},
		{"TXT-05 another task of the past", []string{"目标2:2023年开发公益性岗位2689个", "落实国企改革三年行动"}, []string{"TXT-05 goals[0].expected"}},
		{"TXT-05 code and name", []string{"宣传不够", "XXGC01项目宣传不够"}, nil},
		{"TXT-05 prompt", []string{"宣传不够", "说明未完成原因(100字以内)"}, []string{"TXT-05 indicators[8].reason"}},
		{"TXT-05 placeholder", []string{"宣传不够", "……"}, []string{"TXT-05 indicators[8].reason"}},
		{"TXT-05 poverty", []string{"目标2:2023年开发公益性岗位2689个", "助力打赢脱贫攻坚战"}, []string{"TXT-05 goals[0].expected"}},
		{"TXT-05 results, then the task", []string{"目标2:2023年开发公益性岗位2689个", "巩固脱贫攻坚成果,做好脱贫攻坚工作"}, []string{"TXT-05 goals[0].expected"}},
		{"TXT-05 template words", []string{"宣传不够", "结合自评情况,说明原因"}, []string{"TXT-05 indicators[8].reason"}},
		{"TXT-05 words that merely sound like it", []string{"宣传不够", "报送文字以内网为准,说明不够"}, nil},
		{"TXT-05 results of it", []string{"目标2:2023年开发公益性岗位2689个", "巩固脱贫攻坚成果"}, nil},

		{"NUM-01 money", []string{"\t20.00\t220.00", "\t2,0.0,0\t220.00"}, []string{"NUM-01 funds.local.adjustment"}},
		{"NUM-01 grouping", []string{"\t2608个\t", "\t26,08个\t"}, []string{"NUM-01 indicators[1].actual"}},
		{"NUM-01 well grouped", []string{"\t2608个", "\t2,608个"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, all, _ := findings(t, formtest.Read(t, formtest.Edit(t, base, c.edit...)))
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
				for _, f := range all {
					t.Log(f.Check, f.Field, f.Message)
				}
			}
		})
	}
}
