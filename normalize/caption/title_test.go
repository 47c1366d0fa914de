package caption_test

import (
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/caption"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

func linesOf(t *testing.T, text string) []*table.Line {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	lines := table.Lines(doc, lexicon.Default())
	table.Tell(lines, lexicon.Default())
	return lines
}

// TestTitle: the title by which a form is told.
func TestTitle(t *testing.T) {
	const list = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t开放天数\t300天\t310天\t90\t90\n"
	for _, tt := range []struct {
		about, text, name string
		sort              table.TitleSort
	}{
		{"none", list, "", table.NoTitle},
		{"in the first line", "项目支出绩效自评表\n" + list, "项目支出绩效自评表", table.SelfEvaluation},
		{"the last above the list", "部门整体支出绩效自评表\n项目支出绩效自评表\n" + list + "专项资金绩效自评表\n", "项目支出绩效自评表", table.SelfEvaluation},
		{"below the list alone", list + "项目支出绩效自评表\n", "项目支出绩效自评表", table.SelfEvaluation},
		{"the form's before a report's", "项目支出绩效自评表\n部门整体支出绩效自评报告\n" + list, "项目支出绩效自评表", table.SelfEvaluation},
		{"the last of two reports", "部门整体支出绩效自评报告\n项目支出绩效自评报告\n" + list, "项目支出绩效自评报告", table.ReportTitle},
		{"of another form", "项目支出绩效目标申报表\n" + list, "项目支出绩效目标申报表", table.OtherForm},
	} {
		name, sort := caption.Title(draft.New(linesOf(t, tt.text), lexicon.Default()))
		if name != tt.name || sort != tt.sort {
			t.Errorf("%s: got %q, %v; want %q, %v", tt.about, name, sort, tt.name, tt.sort)
		}
	}
}

// TestHeadsPart: the title of a part of the form stands alone in its row.
func TestHeadsPart(t *testing.T) {
	for text, want := range map[string]bool{
		"二、绩效指标": true, "二、预算执行情况（单位：万元）": true, "二、预算执行情况（分值：万元）": false, "二、预算执行情况（单位：个）": false,
		"绩效指标": false, "二、绩效指标\t得分": false, "二、按时完成。": false,
	} {
		if got := caption.HeadsPart(linesOf(t, text+"\n")[0], lexicon.Default()); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
