package pipeline_test

import (
	"strings"
	"testing"

	"ziping/internal/pipeline"
	"ziping/score"
)

const plainForm = "项目支出绩效自评表\n(2023年度)\n项目名称\t修路\n项目资金(万元)\t\t年初预算数\t全年执行数\t执行率\n\t合计\t100\t95\t95%\n" +
	"一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t里程\t≥5公里\t5公里\t100\t95\n总分\t\t\t\t\t100\t95\n"

const numberedForm = "转移支付绩效目标自评表\n(2023年度)\n项目名称\t修路\n资金情况(万元)\t行次\t年初预算数\t全年执行数\t执行率\t佐证材料\n列次\t\t1\t2\t3\t4\n" +
	"年度资金总额\t1\t100\t95\t95%\t3\n其中:中央财政资金\t2\t100\t95\t95%\t3\n" +
	"一级指标\t二级指标\t三级指标\t指标值\t完成值\n产出指标\t数量指标\t里程\t≥5公里\t5公里\n满意度指标\t服务对象满意度\t村民满意度\t≥90%\t95%\n"

// TestCoverage: what is printed is counted, and a form of which too little was
// understood is not told as read.
func TestCoverage(t *testing.T) {
	strange := strings.Repeat("甲乙丙\t丁戊\t己庚辛\n", 4) + "\n"
	for _, tt := range []struct {
		name, text string
		want       score.Coverage
		status     score.Status
		code       string
	}{
		{"all of it", plainForm, score.Coverage{Cells: 29, Claimed: 29, Numbers: 8, Typed: 8}, score.OK, ""},
		{"numbers of rows and columns, and a further column", numberedForm, score.Coverage{Cells: 42, Claimed: 42, Numbers: 12, Typed: 12}, score.OK, ""},
		{"a heading that nobody knows, over what was reached", strings.Replace(numberedForm, "指标值\t完成值", "指标值\t全年实际完成 未完成原因", 1), score.Coverage{}, score.Partial, "not-understood"},
		{"a foreign table below", plainForm + "\n附表\n" + strange, score.Coverage{}, score.Partial, "not-understood"},
		{"one text again and again", plainForm + strings.Repeat("\n内部 资料\n", 20), score.Coverage{Cells: 30, Claimed: 29, Numbers: 8, Typed: 8}, score.OK, ""},
	} {
		out := pipeline.Run([]byte(tt.text), "form.txt", pipeline.Options{Named: true})
		c := out.Result.Coverage
		if c == nil {
			t.Fatalf("%s: no coverage", tt.name)
		}
		if tt.want.Cells > 0 && *c != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, *c, tt.want)
		}
		said := ""
		for _, w := range out.Result.Warnings {
			said += w.Code + " "
		}
		if out.Result.Status != tt.status || !strings.Contains(said, tt.code) {
			t.Errorf("%s: got %s, warnings %s, %+v; want %s, %s", tt.name, out.Result.Status, said, *c, tt.status, tt.code)
		}
	}
}
