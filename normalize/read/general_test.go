package read_test

import (
	"strings"
	"testing"

	"ziping/normalize"
)

// Forms of no known family are read by their headings.
func TestFormOfNoFamily(t *testing.T) {
	const list = "序号\t绩效指标\t目标值\t完成值\t权重\t得分\t备注\n" +
		"1\t建成图书室\t≥8个\t8个\t40\t40\t\n" +
		"2\t受益群众\t≥2万人\t1.9万人\t30\t28.5\t冬季闭馆\n" +
		"3\t群众满意度\t≥90%\t94%\t20\t20\t\n" +
		"合计\t\t\t\t90\t88.5\t\n"
	head := "2022年度财政资金绩效自评表\n项目名称\t乡村图书室建设\t\t\t预算单位\t平川县文化馆\n"
	for name, money := range map[string]string{
		"pairs in a row":    "项目资金(万元)\t年初预算数\t100.00\t全年预算数\t110.00\t全年执行数\t105.00\t执行率\t95.45%\n预算执行得分\t9.55\n",
		"pairs in rows":     "年初预算数(万元)\t100.00\t全年预算数\t110.00\n全年执行数\t105.00\t执行率\t95.45%\n预算执行得分\t9.55\n",
		"row without label": "项目资金(万元)\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分\n\t100.00\t110.00\t105.00\t95.45%\t9.55\n",
		"row with label":    "资金来源\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分\n总计(万元)\t100.00\t110.00\t105.00\t95.45%\t9.55\n",
	} {
		_, forms := runText(t, head+money+list)
		if len(forms) != 1 {
			t.Fatalf("%s: got %d forms, want 1", name, len(forms))
		}
		r := forms[0].Report
		if len(r.Unplaced) > 0 || r.Family != nil {
			t.Errorf("%s: unplaced %v, family %v; want none", name, r.Unplaced, r.Family)
		}
		for path, want := range map[string]string{
			"funds.total.initial": "100", "funds.total.budget": "110", "funds.total.executed": "105", "funds.total.execution_rate": "95.45", "funds.total.score": "9.55",
			"indicators[0].name": "建成图书室", "indicators[1].actual": "1.9", "indicators[1].score": "28.5", "indicators[2].target": "90", "total.weight": "90", "total.score": "88.5",
			"organisation": "平川县文化馆", "project": "乡村图书室建设",
		} {
			if f, _ := r.Field(normalize.MustPath(path)); f == nil || f.Value != want {
				t.Errorf("%s: %s: got %+v, want %s", name, path, f, want)
			}
		}
	}
}

// Yearly goals may stand beside their labels, in one cell with them, and numbered.
func TestGoalsBesideTheirLabels(t *testing.T) {
	base := sample(t, "hb-county-2021.txt")
	const old = "项目年度目标\t\t完成局域网升级改造,办公终端全部接入。\t\t\t\t\t\t\t\n"
	if strings.Count(base, old) != 1 {
		t.Fatal("the sample has another goal")
	}
	for print, want := range map[string][2]string{
		"项目年度目标 1：\t\t终端全部接入。\n":                         {"终端全部接入。", ""},
		"项目年度目标1：终端全部接入。\n":                              {"终端全部接入。", ""},
		"年初设定目标\t\t终端全部接入。\n年度总体目标完成情况综述\t\t终端接入120台。\n": {"终端全部接入。", "终端接入120台。"},
		"年度绩效目标\t年初设定目标\t终端全部接入。\t全年实际完成情况\t终端接入120台。\n": {"终端全部接入。", "终端接入120台。"},
	} {
		_, forms := runText(t, strings.Replace(base, old, print, 1))
		r := forms[0].Report
		if len(r.Goals) != 1 || len(r.Unplaced) > 0 {
			t.Errorf("%q: got %d goals, unplaced %v; want one goal", print, len(r.Goals), r.Unplaced)
			continue
		}
		actual := ""
		if r.Goals[0].Actual != nil {
			actual = r.Goals[0].Actual.Value
		}
		if r.Goals[0].Expected.Value != want[0] || actual != want[1] {
			t.Errorf("%q: got %q and %q, want %q", print, r.Goals[0].Expected.Value, actual, want)
		}
	}
}

// Levels printed on every row are one group, with its points once; the same
// words under another goal are another group.
func TestLevelsPrintedAgain(t *testing.T) {
	base := sample(t, "hb-goals-2022.txt")
	for change, want := range map[string]string{
		"": "20 20 30 - 10",
		"\t\t质量指标\t器材>\t产出指标(30分)\t质量指标\t器材":               "20 20 30 - 10",
		"\t\t质量指标\t器材>\t产出指标\t质量指标\t器材":                    "20 20 30 - 10",
		"\t效益指标(20分)\t社会>\t产出指标(30分)\t社会":                  "20 30 30 - 10", // the last group of one goal, the first of the next
		"年度绩效目标2(40分)\t一级>\t一级,\t产出指标(30分)\t数量>\t效益指标\t数量": "20 20 - - 10",  // a heading repeated by a page break
	} {
		text := base
		for _, c := range strings.Split(change, ",") {
			if old, new, ok := strings.Cut(c, ">"); ok {
				if strings.Count(text, old) != 1 {
					t.Fatalf("%q is not there once", old)
				}
				text = strings.Replace(text, old, new, 1)
			}
		}
		_, forms := runText(t, text)
		var got []string
		for _, x := range forms[0].Report.Indicators {
			if x.Level1.Weight == "" {
				got = append(got, "-")
			} else {
				got = append(got, x.Level1.Weight)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got points %s, want %s", change, s, want)
		}
	}
}

// 单位 is the office or the unit of money.
func TestUnitOrOffice(t *testing.T) {
	base := sample(t, "mof-project-2021.txt")
	base = strings.Replace(base, "主管部门\t石桥县水务局\t\t\t\t实施单位\t石桥县供水管理站\t\t\n", "", 1)
	base = strings.Replace(base, "项目资金(万元)", "项目资金", 1)
	for line, want := range map[string][2]string{
		"单位：石桥县第二中学": {"石桥县第二中学", ""}, "单位：万元": {"", "万元"}, "单位:人": {"", ""}, "金额单位：元": {"", "元"}, "单位:万元/人": {"", ""},
		"单位：石桥县第二中学    金额单位：万元": {"石桥县第二中学", "万元"}, "部门：石桥县水务局 填报日期：2022年3月1日": {"石桥县水务局", ""},
	} {
		_, forms := runText(t, strings.Replace(base, "(2021年度)\n", "(2021年度)\n"+line+"\n", 1))
		r := forms[0].Report
		var office, unit string
		if r.Organisation != nil {
			office = r.Organisation.Value
		}
		if r.MoneyUnit != nil {
			unit = r.MoneyUnit.Value
		}
		if office != want[0] || unit != want[1] || len(r.Unplaced) > 0 {
			t.Errorf("%q: got office %q, unit %q, unplaced %v; want %q", line, office, unit, r.Unplaced, want)
		}
	}
}
