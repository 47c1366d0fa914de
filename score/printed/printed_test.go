package printed_test

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
	"ziping/score/printed"
)

const form = `2022年度项目支出绩效自评表
项目资金(万元)	全年预算数	全年执行数	HEAD	执行率	得分
年度资金总额	20	20	10	100%	10
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标(60分)	数量指标	安装水尺	≥266根	270根	40	40
	质量指标	合格率	≥95%	96%	20	20
效益指标	社会效益指标	受益人口	≥1000人	1200人	20	20
满意度指标	服务对象满意度指标	满意度	≥95%	96%	10	10
总分					100	100
NOTE
`

// TestNotes: what a text says of the form's marks is read by its words, and what
// only looks like it is not.
func TestNotes(t *testing.T) {
	for _, tt := range []struct{ head, note, want string }{
		{"分值", "注:预算资金执行率10分", "10 funds.total.weight"},
		{"分值", "说明:预算执行情况占15分,绩效指标共85分", "15 funds.total.weight; 85 4 weights"},
		{"分值(10分)", "", "10 funds.total.weight"},
		{"分值", "备注:预算执行得分=8分×执行率", "8 funds.total.weight"},
		{"分值", "注:产出指标50分、效益指标30分", "50 indicators[0].level1; 50 2 weights; 30 indicators[2].weight"},
		{"分值", "注:服务对象满意度指标(10分)", "10 indicators[3].weight"},
		{"分值", "注:满分100分", "100 total.weight"},
		{"分值", "注:自评得分96分,等级为优", ""},
		{"分值", "注:90分(含)以上为优", ""},
		{"分值", "注:每项扣2分,扣完为止", ""},
		{"分值", "注:三年建设期间十分重要", ""},
	} {
		doc, err := tabin.Read([]byte(strings.NewReplacer("HEAD", tt.head, "NOTE", tt.note).Replace(form)), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 {
			t.Fatalf("%s: got %d forms", tt.note, len(forms))
		}
		var got []string
		for _, n := range printed.Notes(doc, &forms[0].Report) {
			what := n.Paths[0].String()
			if len(n.Paths) > 1 {
				what = fmt.Sprintf("%d weights", len(n.Paths))
			}
			got = append(got, n.Points.String()+" "+what)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s %s: got %q, want %q", tt.head, tt.note, s, tt.want)
		}
	}
}
