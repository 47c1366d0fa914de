package table

import (
	"strings"
	"testing"

	"ziping/normalize/lexicon"
)

// A title on several lines is one; an office, a year, a label and a page's words above it are not of it.
func TestJoinTitles(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2023年度部门整体支\n出绩效自评表\n项目名称/修路", "2023年度部门整体支出绩效自评表 项目名称修路"},
		{"2023年度部门\n整体支出绩效自评表", "2023年度部门整体支出绩效自评表"},
		{"中央对地方转移支付\n区域绩效目标\n自评表", "中央对地方转移支付区域绩效目标自评表"},
		{"中央\n对地方转移支付区域绩效目标自评表", "中央对地方转移支付区域绩效目标自评表"},
		{"青石市水务\n局项目自评表", "青石市水务局项目自评表"},
		{"白沙镇项目支出绩效自评\n复核表", "白沙镇项目支出绩效自评复核表"},
		{"部门整体支出绩效自评\n表", "部门整体支出绩效自评表"},
		{"部门(单\n位)整体绩效自评表", "部门(单位)整体绩效自评表"},
		{"部门(单位\n)整体绩效自评表", "部门(单位)整体绩效自评表"},
		{"部门(单位)\n整体绩效(试行自评表", "部门(单位) 整体绩效(试行自评表"},
		{"某县水务局\n项目支出绩效自评表", "某县水务局 项目支出绩效自评表"},
		{"(2023年度)\n项目支出绩效自评表", "(2023年度) 项目支出绩效自评表"},
		{"附件2\n项目支出绩效自评表", "附件2 项目支出绩效自评表"},
		{"单位:某县水务局\n绩效自评表", "单位:某县水务局 绩效自评表"},
		{"政务公开\n项目支出绩效自评表", "政务公开 项目支出绩效自评表"},
		{"项目支出绩效自评表\n项目支出绩效自评表", "项目支出绩效自评表 项目支出绩效自评表"},
		{"2023年度部门整体支/绩效\n出绩效自评表", "2023年度部门整体支绩效 出绩效自评表"},
	} {
		var got []string
		for _, l := range JoinTitles(linesOf(tt.in), lexicon.Default()) {
			s := ""
			for _, it := range l.Items {
				s += it.Text
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("got %s, want %s", s, tt.want)
		}
	}
}
