package pipeline_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/mdout"
	"ziping/render/textout"
	"ziping/render/xlsxout"
	"ziping/score"
)

// partly is a form with a score that cannot be read and a cell of no known field.
const partly = `2022年度项目支出绩效自评表
项目名称	水毁道路修复
项目资金(万元)	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	20	20	10	100%	10
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修复路段	≥26段	27段	50	5.0.0
效益指标	社会效益指标	受益人口	≥1000人	1200人	30	30
满意度指标	满意度指标	满意度	≥95%	96%	10	10
总分					100	100
											盖章处
`

// TestUnderstoodIsTold: how much of an input was understood stands in every report, and
// what was not where the status is partial.
func TestUnderstoodIsTold(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	o := pipeline.Options{Audit: a, Named: true}
	out := pipeline.Run([]byte(partly), "form.txt", o)
	if out.Result.Status != score.Partial {
		t.Fatalf("got status %s, want partial", out.Result.Status)
	}
	c := out.Result.Coverage
	said := render.Understood(c, extract.ZH)
	if said != "46/47 格，数字 15/16" {
		t.Errorf("got %q", said)
	}
	spots := []string{"5.0.0", "盖章处"}

	var terminal, paper bytes.Buffer
	if err := textout.Write(&terminal, textout.Input{Path: "form.txt", Result: out.Result, Document: out.Document}, textout.Options{Lang: extract.ZH, Width: 80}); err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(terminal.String(), "部分识别：")
	hold(t, "terminal", after, append(spots, said))

	md := mdout.New(mdout.Options{Lang: extract.ZH})
	md.Add(mdout.Input{Path: "form.txt", Result: out.Result, Document: out.Document})
	if err := md.Write(&paper); err != nil {
		t.Fatal(err)
	}
	_, after, _ = strings.Cut(paper.String(), "部分识别：")
	hold(t, "markdown", after, append(spots, said))

	var book bytes.Buffer
	if err := xlsxout.Write(&book, out.Bundle()); err != nil {
		t.Fatal(err)
	}
	hold(t, "workbook", strings.Join(strings.Split(shared(t, book.Bytes()), "未识别")[1:], ""), spots)
	hold(t, "workbook", shared(t, book.Bytes()), []string{said})

	if got := out.Digest().Understood; got != said {
		t.Errorf("summary: got %q, want %q", got, said)
	}
}

func hold(t *testing.T, name, text string, want []string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s: %q is missing in\n%s", name, w, text)
		}
	}
}

// shared is the text of a workbook.
func shared(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "xl/sharedStrings.xml" {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
	}
	t.Fatal("no texts in the workbook")
	return ""
}

// TestUnreadMoneyIsTold: a form of which the money is printed and was not read is not
// read as a whole, however much of the rest was.
func TestUnreadMoneyIsTold(t *testing.T) {
	const list = `一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修复路段	≥26段	27段	60	60
满意度指标	满意度指标	满意度	≥95%	96%	40	40
总分					100	100
`
	for name, c := range map[string]struct {
		money string
		want  score.Status
	}{
		"rows under headings":           {"项目资金(万元)	全年预算数	全年执行数\n年度资金总额	20	20\n", score.OK},
		"headings nobody knows":         {"项目资金(万元)	甲数	乙数	执行率	分值	得分\n年度资金总额	20	20	100%	10	10\n", score.Partial},
		"figures left beside a heading": {"项目资金	预算总额	2400	2	拨款	2000	3	其他资金	400\n", score.Partial},
		"an amount of the head":         {"填报人	张三	实际支出	2000\n", score.Partial},
		"none":                          {"填报人	张三	面积	2000\n", score.OK},
	} {
		out := pipeline.Run([]byte("2022年度项目支出绩效自评表\n项目名称	水毁道路修复\n"+c.money+list), "form.txt", pipeline.Options{Named: true})
		if out.Result.Status != c.want {
			t.Errorf("%s: got %s, want %s; %v", name, out.Result.Status, c.want, out.Result.Warnings)
		}
	}
}

// TestRowsLeftAreTold: a list that comes short of its total, with figures beside it that no
// row has, was not read as a whole.
func TestRowsLeftAreTold(t *testing.T) {
	const form = `2022年度项目支出绩效自评表
项目名称	水毁道路修复
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修复路段	≥26段	27段	50	50
满意度指标	满意度指标	满意度	≥95%	96%	40	40
总分					100	100
`
	for left, want := range map[string]score.Status{"": score.OK, "甲甲甲	10	乙乙乙	10	丙丙丙	7	丁丁丁\n": score.Partial} {
		out := pipeline.Run([]byte(form+left), "form.txt", pipeline.Options{Named: true})
		if out.Result.Status != want {
			t.Errorf("%q: got %s, want %s; %v", left, out.Result.Status, want, out.Result.Warnings)
		}
	}
}

// TestTextLeftIsTold: what stands in the form's own table, or between its title and the
// table, and belongs to no field, may be half of a value: the form was read in part. What
// stands around a form need not be of it.
func TestTextLeftIsTold(t *testing.T) {
	const table = `项目名称	水毁道路修复
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	修复路段	≥26段	27段	60	60
满意度指标	满意度指标	满意度	≥95%	96%	40	40
总分					100	100
`
	for text, want := range map[string]score.Status{
		"2022年度项目支出绩效自评表\n填报单位:乙县\n" + table:          score.OK,
		"2022年度项目支出绩效自评表\n填报单位:乙\n县人民医院\n" + table:    score.Partial,
		"县人民医院\n2022年度项目支出绩效自评表\n填报单位:乙县\n" + table:   score.OK,
		"2022年度项目支出绩效自评表\n" + table + "县人民医院\n":       score.OK,
		"2022年度项目支出绩效自评表\n" + table + "				12		\n":    score.Partial,
		"2022年度项目支出绩效自评表\n" + table + "				县人民医院		\n": score.Partial,
	} {
		out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Named: true})
		if out.Result.Status != want {
			t.Errorf("%q: got %s, want %s; %v", text, out.Result.Status, want, out.Result.Warnings)
		}
	}
}

// TestMarksTogetherAreTold: a column that holds two kinds of marks was read as neither.
func TestMarksTogetherAreTold(t *testing.T) {
	const form = `2022年度项目支出绩效自评表
项目名称	水毁道路修复
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值/得分
产出指标	数量指标	修复路段	≥26段	27段	60/60
满意度指标	满意度指标	满意度	≥95%	96%	40/40
`
	for text, want := range map[string]score.Status{
		form: score.Partial,
		strings.NewReplacer("分值/得分", "备注", "60/60", "无", "40/40", "无").Replace(form): score.OK,
	} {
		out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Named: true})
		if out.Result.Status != want {
			t.Errorf("%q: got %s, want %s; %v", text, out.Result.Status, want, out.Result.Warnings)
		}
	}
}

// TestLineLeftIsTold: where the text has a cell to a line, one that belongs to no field
// may be an amount.
func TestLineLeftIsTold(t *testing.T) {
	const form = `2022年度项目支出绩效自评表
项目名称
水毁道路修复
%s一级指标
二级指标
三级指标
年度指标值
实际完成值
分值
得分
产出指标
数量指标
修复路段
≥26段
27段
60
60
满意度指标
满意度指标
满意度
≥95%%
96%%
40
40
总分
100
100
`
	for left, want := range map[string]score.Status{"": score.OK, "甲项安排\n1860\n": score.Partial} {
		out := pipeline.Run([]byte(fmt.Sprintf(form, left)), "form.txt", pipeline.Options{Named: true})
		if out.Result.Status != want {
			t.Errorf("%q: got %s, want %s; %v", left, out.Result.Status, want, out.Result.Warnings)
		}
	}
}

// TestRemarkLeftIsSmall: in a file that says which cells there are, words that belong to no
// field are a remark, and a figure may be an amount.
func TestRemarkLeftIsSmall(t *testing.T) {
	for cell, want := range map[string]score.Status{"县人民医院": score.OK, "12": score.Partial, "预备费12万元": score.Partial} {
		page := "<h1>2022年度项目支出绩效自评表</h1><table><tr><td>项目名称<td>修路<tr><td>一级指标<td>二级指标<td>三级指标<td>年度指标值<td>实际完成值<td>分值<td>得分" +
			"<tr><td>产出指标<td>数量指标<td>修复路段<td>≥26段<td>27段<td>100<td>100<tr><td colspan=5>总分<td>100<td>100<tr><td><td><td><td><td>" + cell + "<td><td></table>"
		out := pipeline.Run([]byte(page), "form.html", pipeline.Options{Named: true})
		if out.Result.Status != want || len(out.Result.Reports) != 1 || len(out.Result.Reports[0].Unplaced) != 1 {
			t.Errorf("%s: got %s, want %s with one cell left; %v", cell, out.Result.Status, want, out.Result.Warnings)
		}
	}
}

// TestRowsOffTheirHeadingAreTold: where lines were put together by how rows look, and most
// rows of the list then stand off the headings, the headings may be what is wrong.
func TestRowsOffTheirHeadingAreTold(t *testing.T) {
	const form = `2023年度整体支出绩效自评表（部门（单位）适用）
部门（单位）名称	某中心	联系人及电话	周九
评价总得分	97.6	绩效等级	优秀
年度总体目标	做好机关后勤服务保障工作
指标体系	目标值	完成值	权重	得分	备注
一级指标	二级指标	三级指标
运行成本	成本控制	公用经费控制率	≤100%	95%	5	5
		三公经费控制率	≤100%	88%	5	5
管理效率	预算管理	预算执行率	≥95%	93.2%	10	8.6	项目尾款未付
		非税收入预算完成率	100%	100%	5	5
	财务管理	财务制度健全性	健全	健全	5	5
履职效能	部门履职目标	会议保障次数	≥400次	436次	20	20
		设备巡检次数	≥52次	52次	15	15
社会效应	服务满意度	职工满意度	≥90%	92%	20	20
可持续发展能力	人才支撑	培训次数	≥4次	4次	15	14	1次改线上
`
	out := pipeline.Run([]byte(form), "form.txt", pipeline.Options{Named: true})
	if out.Result.Status != score.Partial {
		t.Errorf("got %s: %v", out.Result.Status, out.Result.Warnings)
	}
}

// TestRowsWithoutALevel: a first row without a label of a level that the rows behind it
// have is no row of a group above; a list without levels has none to miss.
func TestRowsWithoutALevel(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	whole := strings.Replace(strings.Replace(partly, "5.0.0", "50", 1), "											盖章处\n", "", 1)
	for text, want := range map[string]score.Status{
		whole: score.OK,
		strings.Replace(whole, "产出指标	数量", "	数量", 1): score.Partial,
		strings.Replace(whole, "效益指标	社会", "	社会", 1): score.OK,
		strings.NewReplacer("产出指标	数量", "	数量", "效益指标	社会", "	社会", "满意度指标	满意度指标", "	满意度指标").Replace(whole): score.OK,
	} {
		if out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true}); out.Result.Status != want {
			t.Errorf("got %s, %v, want %s: %s", out.Result.Status, out.Result.Warnings, want, text)
		}
	}
}
