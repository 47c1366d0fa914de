package read_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Forms near self-evaluations are named as what they are, with a title or by
// their headings alone, and nothing of them is read.
func TestOtherForms(t *testing.T) {
	for file, want := range map[string]string{
		"declaration.txt": "项目支出绩效目标申报表", "declaration-untitled.txt": "绩效目标申报表",
		"target.txt": "2024年度部门预算项目支出绩效目标表", "target-untitled.txt": "绩效目标表", "department-target.txt": "2024年部门整体绩效目标",
		"catalogue.txt": "部门整体支出绩效评价指标体系", "monitoring.txt": "项目支出绩效运行监控表", "monitoring-untitled.txt": "绩效运行监控表",
		"prices.txt": "设备采购单价表", "basics.txt": "部门整体支出绩效自评基础数据表", "evaluation.txt": "平川县2022年农村公路养护资金绩效评价报告",
	} {
		data, err := os.ReadFile(filepath.Join("testdata", "other", file))
		if err != nil {
			t.Fatal(err)
		}
		_, forms := runText(t, string(data))
		if len(forms) != 1 {
			t.Errorf("%s: got %d forms, want 1", file, len(forms))
			continue
		}
		r := forms[0].Report
		if r.Refusal != want || r.Family != nil || r.Funds != nil || len(r.Indicators)+len(r.Unplaced)+len(r.Other) > 0 {
			t.Errorf("%s: got %q, %d indicators, %d others; want %q and nothing read", file, r.Refusal, len(r.Indicators), len(r.Other), want)
		}
		if titled := !strings.Contains(file, "untitled"); titled != (r.Title != nil) {
			t.Errorf("%s: got title %+v", file, r.Title)
		}
	}
}

// A self-evaluation without its title is still one.
func TestSelfEvaluationsAreNotRefused(t *testing.T) {
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	for _, p := range paths {
		whole := sample(t, filepath.Base(p))
		for _, title := range []string{"", "关于公开绩效评价结果的通知", "2023年部门预算绩效管理工作\n"} {
			_, body, _ := strings.Cut(whole, "\n")
			_, forms := runText(t, title+"\n"+body)
			if len(forms) != 1 || forms[0].Report.Refusal != "" || forms[0].Report.Funds == nil {
				t.Errorf("%s under %q: got %d forms, want 1 that is read", p, title, len(forms))
			}
		}
	}
}

// The page around a form may name other kinds of forms; a table of basic
// figures may stand before it.
func TestOtherFormsBeside(t *testing.T) {
	form := sample(t, "hn-department-2021.txt")
	for _, before := range []string{"绩效目标表\n绩效评价报告\n", "2021年林业局部门整体支出绩效自评表\n2022-04-07 来源:湘溪县林业局\n\n"} {
		_, forms := runText(t, before+form)
		if len(forms) != 1 || forms[0].Report.Title == nil || forms[0].Report.Title.Value != "部门整体支出绩效自评表" {
			t.Errorf("after %q: got %d forms", before, len(forms))
		}
	}
	basics, err := os.ReadFile("testdata/other/basics.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, forms := runText(t, string(basics)+"\n"+form+"\n绩效目标申报表\n")
	if len(forms) != 2 || forms[0].Report.Refusal == "" || forms[1].Report.Refusal != "" || len(forms[1].Report.Indicators) != 9 {
		t.Fatalf("got %d forms, want the basic figures and the form", len(forms))
	}
}

// A title that says that its form goes on begins none, as long as no total has ended it.
func TestTitleGoesOn(t *testing.T) {
	const (
		head = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n"
		row  = "产出指标\t数量指标\t开放天数\t300天\t310天\t50\t50\n"
		end  = "总分\t\t\t\t\t100\t100\n"
	)
	for between, want := range map[string]int{
		"项目支出绩效自评表（续表）\n" + head:       1,
		"项目支出绩效自评表\n" + head:           2,
		end + "项目支出绩效自评表（续表）\n" + head: 2,
	} {
		_, forms := runText(t, "项目支出绩效自评表\n"+head+row+between+row+end)
		if len(forms) != want || want == 1 && len(forms[0].Report.Indicators) != 2 {
			t.Errorf("%q: got %d forms, want %d", between, len(forms), want)
		}
	}
}

// TestTitleOfEachPage: a title printed again right over the headings of a list that goes on
// begins no other form, where the form has a head.
func TestTitleOfEachPage(t *testing.T) {
	const (
		title = "项目支出绩效自评表\n"
		name  = "项目名称\t修路\n"
		head  = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n"
		row   = "产出指标\t数量指标\t开放天数\t300天\t310天\t50\t50\n"
		more  = "\t质量指标\t验收合格率\t100%\t100%\t50\t50\n"
		end   = "总分\t\t\t\t\t100\t100\n"
	)
	for between, want := range map[string]int{
		title + head: 1,
		"第1页 共2页\n" + title + "(2023年)\n" + head: 1,
		"小计\t\t\t\t\t50\t50\n" + title + head:    1,
		"- 1 -\n" + head: 1,
		"部门整体支出绩效自评表\n" + head: 2,
		title + name + head:    2,
		end + title + head:     2,
	} {
		_, forms := runText(t, title+name+"自评总分\t100\t评价等级\t优\n"+head+row+between+more+end)
		if len(forms) != want {
			t.Errorf("%q: got %d forms, want %d", between, len(forms), want)
			continue
		}
		if r := &forms[0].Report; want == 1 && (len(r.Indicators) != 2 || r.Indicators[1].Level1 == nil || r.Indicators[1].Level1.Value != "产出指标" || len(r.Unplaced) > 0) {
			t.Errorf("%q: got %d indicators, unplaced %v", between, len(r.Indicators), r.Unplaced)
		}
	}
}

// TestRowNumbers: the numbers of all rows of a sheet are told once, and are no cells of them.
func TestRowNumbers(t *testing.T) {
	rows := []string{
		"项目支出绩效自评表", "项目名称\t修路", "资金来源\t预算数\t执行数", "年度资金总额\t20\t10",
		"一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分", "产出指标\t数量指标\t开放天数\t300天\t310天\t50\t50",
		"\t质量指标\t验收合格率\t100%\t100%\t50\t50", "", "总分\t\t\t\t\t100\t100",
	}
	text := func(from int) (s string) {
		for i, row := range rows {
			s += strconv.Itoa(from+i) + "\t" + row + "\n"
		}
		return s
	}
	for _, from := range []int{1, 5} {
		_, forms := runText(t, text(from))
		if len(forms) != 1 {
			t.Fatalf("got %d forms, want 1", len(forms))
		}
		r := &forms[0].Report
		if len(r.Indicators) != 2 || r.Total == nil || r.Project == nil || len(r.Unplaced) > 0 || len(r.Moves) > 0 {
			t.Errorf("from %d: got %d indicators, total %v, unplaced %v, moves %v", from, len(r.Indicators), r.Total, r.Unplaced, r.Moves)
		}
		if want := strconv.Itoa(from) + "-" + strconv.Itoa(from+8); len(r.Other) != 1 || r.Other[0].Field.Text != want {
			t.Errorf("from %d: got %v, want the numbers %s", from, r.Other, want)
		}
	}
	// What is no count is a column of the form.
	_, forms := runText(t, strings.Replace(text(1), "6\t产出指标", "7\t产出指标", 1))
	if r := &forms[0].Report; len(r.Other) > 0 && r.Other[0].Field.Text == "1-9" {
		t.Error("got numbers of rows where one is another")
	}
}

// Accounts and returns of statistics share headings with a form, and assess nothing.
func TestNoForms(t *testing.T) {
	for name, text := range map[string]string{
		"final accounts":    "收入支出决算总表\n项目\t年初预算数\t决算数\t项目\t年初预算数\t决算数\n一般公共预算财政拨款\t100.00\t98.50\t一般公共服务支出\t80.00\t79.50\n合计\t120.00\t118.50\t合计\t120.00\t118.50\n",
		"a budget":          "项目\t年初预算数\t全年预算数\n基本支出\t50\t55\n项目支出\t30\t30\n合计\t80\t85\n",
		"progress":          "预算执行进度表\n单位名称\t年初预算数\t全年预算数\t全年执行数\t执行率\n甲局\t100\t120\t100\t83.33%\n乙局\t200\t200\t180\t90.00%\n合计\t300\t320\t280\t87.50%\n",
		"purchases":         "政府采购清单\n序号\t采购项目名称\t计量单位\t数量\t单价(元)\t金额(元)\n1\t台式计算机\t台\t20\t4500\t90000\n合计\t\t\t20\t\t90000\n",
		"plans of work":     "工作计划完成情况表\n序号\t工作内容\t责任单位\t完成时间\t完成情况\t备注\n1\t开展培训\t人事科\t6月底\t已完成\t\n",
		"marks of staff":    "干部年度考核表\n姓名\t职务\t德\t能\t勤\t绩\t得分\t等次\n张三\t科员\t18\t19\t20\t38\t95\t优秀\n",
		"statistics":        "业务统计月报\n指标名称\t单位\t实际\n用户数\t个\t1200\n业务收入\t元\t88000\n",
		"plans and results": "全县主要经济指标完成情况\n指标名称\t计量单位\t本年计划数\t本年完成数\t完成率\n地区生产总值\t亿元\t210\t212.5\t101.2%\n",
		"an examination":    "考核评分表\n考核指标\t分值\t评分标准\t得分\n会议出勤\t10\t缺一次扣1分\t9\n",
		"statistics, blank": "指标代码\t指标名称\t单位\t实际\n1\t用户数\t个\t\n2\t业务收入\t元\t\n",
	} {
		if _, forms := runText(t, text); len(forms) != 0 {
			t.Errorf("%s: got %d forms, want none", name, len(forms))
		}
	}
	for name, text := range map[string]string{
		"money spent":    "项目\t全年预算数\t全年执行数\n年度资金总额\t50\t48\n",
		"a target":       "三级指标\t年度指标值\t实际完成值\n培训人数\t≥100人\t120人\n",
		"marks":          "三级指标\t分值\t得分\n培训人数\t10\t10\n",
		"a level":        "一级指标\t三级指标\t实际完成值\n产出指标\t培训人数\t120人\n",
		"a title is one": "项目支出绩效自评表\n指标名称\t单位\t实际\n培训人数\t人\t120\n",
	} {
		if _, forms := runText(t, text); len(forms) != 1 {
			t.Errorf("%s: got %d forms, want 1", name, len(forms))
		}
	}
}
