package tabin

import (
	"slices"
	"strings"
	"testing"
)

// TestTrimmedRows: rows of bare tab text whose last tabs are gone are joined by headings
// and by figures, and not where a row begins.
func TestTrimmedRows(t *testing.T) {
	headings := []string{"项目名称", "年初", "预算数", "年初预算数", "全年执行数", "执行率", "得分", "合计", "中央", "财政资金", "中央财政资金", "主管部门", "实施单位", "联系人", "满意度", "服务对象满意度"}
	known := func(s string) bool {
		_, s, _ = strings.Cut("\x00"+strings.TrimPrefix(s, "(2023年度)"), "\x00")
		return slices.Contains(headings, s)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"a heading in halves", "\t全年执\n行数\t得分\n\t合计\t5\t6", "\t全年执行数\t得分\n\t合计\t5\t6"},
		{"halves that are headings, in a row of headings", "项目名称\t\t年初\n预算数\t全年执行数\t执行率\t得分\n\t合计\t5\t6\t7\t8", "项目名称\t\t年初预算数\t全年执行数\t执行率\t得分\n\t合计\t5\t6\t7\t8"},
		{"a name, by the figures beside it", "\t\t修路里程\t5\t6\n\t\t修桥\n座数\t7\t8\n\t\t绿化\t1\t2", "\t\t修路里程\t5\t6\n\t\t修桥座数\t7\t8\n\t\t绿化\t1\t2"},
		{"a source in halves that are sources", "\t合计\t5\t6\n\t中央\n财政资金\t7\t8", "\t合计\t5\t6\n\t中央财政资金\t7\t8"},
		{"halves that are headings, in a row torn further", "项目名称\t合计\t得分\t年初\n预算数\t全年执\n行数\t执行率\t得分\n\t合计\t5\t6\t7\t8\t9\t1", "项目名称\t合计\t得分\t年初预算数\t全年执行数\t执行率\t得分\n\t合计\t5\t6\t7\t8\t9\t1"},
		{"a year before a heading", "(2023年度)\n项目名称\t修路\n\t合计\t5\t6", "(2023年度)\n项目名称\t修路\n\t合计\t5\t6"},
		{"a value between labels", "项目名称\t饮水安全\t\t\t主管部门\t水务局\n实施单位\t自来\n水公司\t\t\t联系人\t张三\n\t合计\t5\t6", "项目名称\t饮水安全\t\t\t主管部门\t水务局\n实施单位\t自来水公司\t\t\t联系人\t张三\n\t合计\t5\t6"},
		{"a label with its value", "联系\n人：张三\t\t\t\t主管部门：水务局\n项目名称\t饮水安全\t\t\t主管部门\t水务局", "联系人：张三\t\t\t\t主管部门：水务局\n项目名称\t饮水安全\t\t\t主管部门\t水务局"},
		{"a part that is a heading, by its figures", "\t\t修路里程\t5\t6\n\t\t修桥座数\t7\t8\n满意度\t服务\n对象满意度\t群众\n满意度\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2", "\t\t修路里程\t5\t6\n\t\t修桥座数\t7\t8\n满意度\t服务对象满意度\t群众满意度\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2"},
		{"a whole heading over text", "甲\t5\t6\t7\n项目名称\t主管部门\n按计划完成修路和修桥的各项任务\t群众评价良好\n\t合计\t5\t6\t7\n\t中央\t5\t6\t7\n\t财政资金\t5\t6\t7", "甲\t5\t6\t7\n项目名称\t主管部门\n按计划完成修路和修桥的各项任务\t群众评价良好\n\t合计\t5\t6\t7\n\t中央\t5\t6\t7\n\t财政资金\t5\t6\t7"},
		{"as many torn alike as whole", "\t\t修路\n里程\t5\t6\t7\t8\n\t\t修桥座数\t7\t8\t9\t9\n\t\t绿化\n面积\t1\t2\t3\t4\n\t\t灯\t1\t2\t3\t4", "\t\t修路里程\t5\t6\t7\t8\n\t\t修桥座数\t7\t8\t9\t9\n\t\t绿化面积\t1\t2\t3\t4\n\t\t灯\t1\t2\t3\t4"},
		{"the end of a row among others", "\t\t修路里程\t5\t6\t下雨\n停工\n\t\t修桥座数\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2", "\t\t修路里程\t5\t6\t下雨停工\n\t\t修桥座数\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2"},
		{"a remark behind what it is of", "实施单位\t水务局\t联系人\t张三\n资金安排\n（万元）\t来源\t甲数\t乙数\n\t合计\t5\t6", "实施单位\t水务局\t联系人\t张三\n资金安排（万元）\t来源\t甲数\t乙数\n\t合计\t5\t6"},
		{"a remark in halves", "实施单位\t水务局\t联系人\t张三\n资金安排（\n万元）\t来源\t甲数\t乙数\n\t合计\t5\t6", "实施单位\t水务局\t联系人\t张三\n资金安排（万元）\t来源\t甲数\t乙数\n\t合计\t5\t6"},
		{"parts of the form", "项目名称\t饮水安全\t\t主管部门\t水务局\n二、执行情况\n\t\t修桥座数\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2", "项目名称\t饮水安全\t\t主管部门\t水务局\n二、执行情况\n\t\t修桥座数\t7\t8\n\t\t绿化\t1\t2\n\t\t灯\t1\t2"},
		{"most rows torn", "\t\t修路\n里程\t5\t6\t7\t8\t下雨\n\t\t修桥\n座数\t7\t8\t9\t9\t断电\n\t\t绿化面积\t1\t2\t3\t4\t无\n\t\t灯\n具\t1\t2\t3\t4\t无", "\t\t修路里程\t5\t6\t7\t8\t下雨\n\t\t修桥座数\t7\t8\t9\t9\t断电\n\t\t绿化面积\t1\t2\t3\t4\t无\n\t\t灯具\t1\t2\t3\t4\t无"},
		{"words that go on in a figure", "1\t修路里程\t5\t6\t下雨\n2\t每处扣\n2分\t7\t8\t断电\n3\t绿化\t1\t2\t无\n4\t灯\t1\t2\t无\n5\t树\t1\t2\t无", "1\t修路里程\t5\t6\t下雨\n2\t每处扣2分\t7\t8\t断电\n3\t绿化\t1\t2\t无\n4\t灯\t1\t2\t无\n5\t树\t1\t2\t无"},
		{"a row of headings in three parts", "项\n目名称\t年初\n预算数\t中央\n财政资金\t全年执行数\t执行率\t得分\n修路\t甲\t5\t6\t7\t8\n修桥\t乙\t5\t6\t7\t8\n绿化\t丙\t5\t6\t7\t8", "项目名称\t年初预算数\t中央财政资金\t全年执行数\t执行率\t得分\n修路\t甲\t5\t6\t7\t8\n修桥\t乙\t5\t6\t7\t8\n绿化\t丙\t5\t6\t7\t8"},
		{"a name over a row of headings, in a wide table", "评价表\n主管部门\t水务局\n财政资金\t\t年初预算数\t预算数\t全年执行数\t执行率\t满意度\t得分\n\t合计\t5\t6\t7%\t8\t9\t4\n项目名称\t年初\t预算数\t得分\t联系人\t执行率\t满意度\t实施单位\t甲\t乙\n1\t甲\t乙\t丙\t5\t6\t己\t庚\t辛\t壬\n2\t甲\t乙\t丙\t5\t6\t己\t庚\t辛\t壬", "评价表\n主管部门\t水务局\n财政资金\t\t年初预算数\t预算数\t全年执行数\t执行率\t满意度\t得分\n\t合计\t5\t6\t7%\t8\t9\t4\n项目名称\t年初\t预算数\t得分\t联系人\t执行率\t满意度\t实施单位\t甲\t乙\n1\t甲\t乙\t丙\t5\t6\t己\t庚\t辛\t壬\n2\t甲\t乙\t丙\t5\t6\t己\t庚\t辛\t壬"},
		{"a label nobody knows before headings", "项目名称\t修路\n承担方\t甲所\n资金款\t预算数\t全年执行数\t执行率\n\t３２０\t３０４\t９５\n编号\t主管部门\t联系人\t中央\t得分\n1\t甲\t乙\t５\t６\n2\t丙\t丁\t５\t６", "项目名称\t修路\n承担方\t甲所\n资金款\t预算数\t全年执行数\t执行率\n\t３２０\t３０４\t９５\n编号\t主管部门\t联系人\t中央\t得分\n1\t甲\t乙\t５\t６\n2\t丙\t丁\t５\t６"},
		{"tabs that are left", "\t全年执\t\n行数\t得分\t\n\t合计\t5\t6", "\t全年执\t\n行数\t得分\t\n\t合计\t5\t6"},
	} {
		m := mender{separator: "\t", quotes: true, heading: known}
		m.cut(tt.text, 1000)
		m.goesOn = make([]bool, len(m.pieces))
		m.trimmed()
		var b strings.Builder
		for i, p := range m.pieces {
			if i > 0 && !m.goesOn[i] {
				b.WriteByte('\n')
			}
			b.WriteString(p.text)
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOpenEnds: a line that may go on in the next is told, and rows that begin with a
// heading, an empty cell or a figure are not.
func TestOpenEnds(t *testing.T) {
	for text, want := range map[string]int{
		"项目名称\t修路\n\t合计\t5\t6\t7\n修桥\n座数\t7\t8\n":        2,
		"项目名称\t修路\n\t合计\t5\t6\t7\n\t修桥\t7\t8\n":          -1,
		"项目名称\t修路\n\t合计\t5\t6\t7\n修桥\t7\t8\n绿化\t1\t2":    -1,
		"项目名称\t修路\n备注\n合计\t5\t6\t7\n":                    -1,
		"\t合计\t5\t6\t7\t8\n修桥\t1757\n.50\t95%\n":         1, // a torn figure
		"\t合计\t5\t6\t7\t8\n修桥\t289\n15\t95%\n":           1,
		"\t合计\t5\t6\t7\t8\n修桥\t9\n1\t通水\t7\n2\t通路\t7\n":  -1, // rows that are counted
		"\t合计\t5\t6\t7\t8\n修桥\t1.3\n5万人次\t7\n1\t通路\t8\n": 1,
		"\t合计\t5\t6\t7\t8\n修桥\t95%\n15\t9\n":             -1,
		"项目名称\t修路\n\t合计\t5\t6\t—\n得分不超过分值\n":             -1, // drawn through
		"项目名称\t修路\n合计\t甲馆\t项目名称\t乙府\n合计\t项目名称\t合计\n\t办好\t已办好\n\t办成\t已办成\n合计\t\t项目名称\t项目名称\t合计\t合计\n\t甲\t1\t2\t3\t4%\n项目名称\t合计\t合计\t合计\t合计\t合计\t合计\t合计\n\t合计\t甲\t乙\t丙\t丁\t8\t5\n\t合计\t甲\t乙\t丙\t丁\t8\t5\n\t\t甲\t乙\t丙\t丁\t8\t5\n": -1, // a row of three headings
	} {
		m := mender{separator: "\t", quotes: true, open: -1, heading: func(s string) bool { return s == "项目名称" || s == "合计" }}
		m.cut(text, 1000)
		m.goesOn = make([]bool, len(m.pieces))
		if m.trimmed(); m.open != want {
			t.Errorf("%q: got %d, want %d", text, m.open, want)
		}
	}
}

// TestToAndFro: where each way to join the lines speaks for the other, none is sure.
func TestToAndFro(t *testing.T) {
	m := mender{separator: "\t", quotes: true, heading: func(string) bool { return false }}
	m.cut("\t办好\n广播电视节目。\t\t\t\t\t\t按计划播出\n\t\t\t\t\t\t\t", 1000)
	m.goesOn = make([]bool, len(m.pieces))
	s := newRowSearch(&m, 7)
	if open := s.rows(); open != 0 {
		t.Errorf("got %d, want the first line: %v", open, s.found)
	}
}
