package checks

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score/formtest"
)

// yuan is a form in 万元; the words in capitals are planted.
const yuan = `2022年度项目支出绩效自评表
项目资金(万元)	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	TOTAL	10	RATE	9.5
其中:财政拨款	FISCAL
其他资金	OTHER
年度总体目标	GOAL
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修缮房屋	≥10间	12间	60	60
	成本指标	COST	30	30
总分					100	99.5
`

// TestYuanUnder10000Yuan: an amount in 元 under a heading of 万元 is told where another
// figure of the form bears witness, and sound forms of any size are left alone.
func TestYuanUnder10000Yuan(t *testing.T) {
	for _, tt := range []struct{ name, total, fiscal, other, rate, goal, cost, want string }{
		{"cost limit", "200000	190000", "200000	190000", "0	0", "95%", "修缮房屋12间", "修缮成本	≤20万元	19万元", "funds.total.budget"},
		{"cost limit in part", "483500	459325", "483500	459325", "0	0", "95%", "修缮房屋12间", "工程费用	≤50万元	45.9325万元", "funds.total.executed"},
		{"narrative", "356800	338960", "356800	338960", "0	0", "95%", "投入35.68万元修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.budget"},
		{"narrative of what was spent", "80000	76000", "80000	76000", "0	0", "95%", "全年支出7.6万元", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"narrative in 元", "80000	76000", "80000	76000", "0	0", "95%", "全年支出76000元", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"亿元 in the narrative", "120000000	114000000", "120000000	114000000", "0	0", "95%", "总投资1.2亿元", "单位成本	≤3万元	2.9万元", "funds.total.budget"},
		{"one row", "120.00	114.00", "100.00	95.00", "200000	190000", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.other"},
		{"the first row", "120.00	114.00", "1000000	950000", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.current_year"},
		{"a row with fen", "120.35	114.33", "100.00	95.00", "203500	193300", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.other"},
		{"one column of a row", "120.00	114.00", "100.00	95.00", "200000	", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.other"},
		{"what was spent, by the rate", "120.00	1140000", "120.00	1140000", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"the budget, by the rate", "1200000	114.00", "1200000	114.00", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.budget"},
		{"by a rate of two places", "98.60	936700", "98.60	936700", "0	0", "95.00%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"by size", "25376950	24108102", "25376950	24108102", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.budget"},

		{"sound", "120.00	114.00", "100.00	95.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"large and whole", "200000	190000", "200000	190000", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"told in 亿元", "200000	190000", "200000	190000", "0	0", "95%", "总投资20亿元，其中设备20万元", "单位成本	≤3万元	2.9万元", ""},
		{"small and told", "20	19", "20	19", "0	0", "95%", "修缮房屋12间，补助20元", "单位成本	≤20元	19元", ""},
		{"a sum that fails otherwise", "120.00	114.00", "100.00	95.00", "300000	290000", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"a rate that fails otherwise", "120.00	100.00", "100.00	81.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"nothing spent", "120.00	0.00", "100.00	0.00", "20.00	0.00", "0%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"one cell of a part", "120.00	114.00", "1000000	95.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.current_year.budget"},
		{"one cell of what was spent", "120.00	114.00", "100.00	95.00", "20.00	190000", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.other.executed"},
		{"what was spent, and no rate", "120.00	1140000", "100.00	950000", "20.00	190000", "", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"a text that was rounded", "356812	338943", "356812	338943", "0	0", "95%", "投入35.68万元修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.budget"},

		{"a round figure tells nothing of what was rounded", "398765.43	378827.16", "398765.43	378827.16", "0	0", "95%", "补助40万元", "单位成本	≤3万元	2.9万元", ""},
		{"a column that fails otherwise", "120.00	114.00", "90000.00	95.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"a total left at nothing", "0	0", "90	89.97", "0	0", "0%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"more spent", "1000.00	11400.00", "1000.00	11400.00", "0	0", "1140%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
	} {
		r := formtest.Read(t, strings.NewReplacer("TOTAL", tt.total, "FISCAL", tt.fiscal, "OTHER", tt.other, "RATE", tt.rate, "GOAL", tt.goal, "COST", tt.cost).Replace(yuan))
		found, _ := fnd08.On(r, extract.ZH)
		got := ""
		for _, f := range found {
			got += f.Field.String()
		}
		if tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
