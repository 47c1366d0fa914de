package normalize_test

import (
	"strings"
	"testing"
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
			if f := r.Lookup(path); f == nil || f.Value != want {
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
