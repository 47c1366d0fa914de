package read_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestBlocksBeginAgain: a form has its money, its goals and its list once; where one begins
// again behind a list that ended, another form began whose title was cut away.
func TestBlocksBeginAgain(t *testing.T) {
	const (
		title = "项目支出绩效自评表\n项目名称\t公益林管护\n"
		money = "资金来源\t全年预算数\t全年执行数\t执行率\n年度资金总额\t150\t150\t100%\n"
		goals = "年度总体目标\t预期目标\t实际完成情况\n\t管护到位\t管护到位\n"
		heads = "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
		over  = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t\t分值\t得分\n\t\t\t\t年初设定\t实际完成\n"
		rows  = "\t产出指标\t数量指标\t管护面积\t10万亩\t10万亩\t50\t50\n\t满意度指标\t服务对象满意度指标\t林农满意度\t≥90%\t92%\t50\t40\n"
		total = "总分\t\t\t\t\t\t100\t90\n"
		head  = "自评单位\t平川县林业局\n"
		foot  = "填报人\t王方\n"
	)
	for _, tt := range []struct {
		name, text string
		lists      string // rows of the list, by form
		second     string // the organisation of the last form
	}{
		{"one form", title + money + goals + heads + rows + total + foot, "2", ""},
		{"the money behind the list", title + goals + heads + rows + total + money, "2", ""},
		{"headings in two rows", title + goals + over + rows + total, "2", ""},
		{"headings printed again", title + money + heads + rows + heads + rows + total, "4", ""},
		{"money again", title + money + heads + rows + total + money + heads + rows + total, "2 2", ""},
		{"money again, and no total", title + money + heads + rows + money + heads + rows + total, "2 2", ""},
		{"a list again behind its total", title + heads + rows + total + heads + rows + total, "2 2", ""},
		{"goals above the list that begins again", title + money + heads + rows + total + goals + heads + rows + total, "2 2", ""},
		{"goals between, and no total", title + money + heads + rows + goals + heads + rows + total, "2 2", ""},
		{"goals again", title + goals + heads + rows + total + money + goals + heads + rows + total, "2 2", ""},
		{"a head above", title + money + heads + rows + total + foot + head + money + heads + rows + total, "2 2", "平川县林业局"},
	} {
		_, forms := runText(t, tt.text)
		var lists []string
		for i := range forms {
			lists = append(lists, strconv.Itoa(len(forms[i].Report.Indicators)))
			if got, want := forms[i].Report.EndsInferred, len(forms) > 1; got != want {
				t.Errorf("%s: form %d: ends inferred %v, want %v", tt.name, i, got, want)
			}
		}
		if got := strings.Join(lists, " "); got != tt.lists {
			t.Errorf("%s: got rows %q, want %q", tt.name, got, tt.lists)
			continue
		}
		last := &forms[len(forms)-1].Report
		if tt.second != "" && (last.Organisation == nil || last.Organisation.Text != tt.second) {
			t.Errorf("%s: got organisation %+v, want %q", tt.name, last.Organisation, tt.second)
		}
		if last.Funds == nil && strings.Contains(tt.name, "money") || len(last.Goals) == 0 && strings.Contains(tt.name, "goals") {
			t.Errorf("%s: blocks of the last form went to the one above", tt.name)
		}
	}
}
