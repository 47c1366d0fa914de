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

// TestYuanUnder10000Yuan: an amount in 元 under a heading of 万元 is told by its size, or
// where another figure of the form bears witness (package witness has the ways).
func TestYuanUnder10000Yuan(t *testing.T) {
	for _, tt := range []struct{ name, total, fiscal, other, rate, goal, cost, want string }{
		{"cost limit", "200000	190000", "200000	190000", "0	0", "95%", "修缮房屋12间", "修缮成本	≤20万元	19万元", "funds.total.budget"},
		{"one row", "120.00	114.00", "100.00	95.00", "200000	190000", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.other"},
		{"what was spent, by the rate", "120.00	1140000", "120.00	1140000", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.executed"},
		{"by size", "25376950	24108102", "25376950	24108102", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.total.budget"},
		{"sound", "120.00	114.00", "100.00	95.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"large and whole", "200000	190000", "200000	190000", "0	0", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", ""},
		{"one cell of a part", "120.00	114.00", "1000000	95.00", "20.00	19.00", "95%", "修缮房屋12间", "单位成本	≤3万元	2.9万元", "funds.current_year.budget"},
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
