package lexicon

import "testing"

func TestMend(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"财�资金安排和使用情况", "财政资金安排和使用情况"},
		{"三�指标", "三级指标"},
		{"项目�称", "项目名称"},
		{"年度指标�", "年度指标值"},
		{"小计�=�+�", "小计"},
		{"年中调整金额�", "年中调整金额"},
		{"总�", "总�"},         // too little is left
		{"��指标", "��指标"},     // 一级, 数量, …
		{"三级指标", "三级指标"},     // nothing lost
		{"�3.5", "�3.5"},     // a figure is none of its business
		{"数量指标�级", "数量指标�级"}, // no heading
	} {
		if got := Default().Mend(tt.in); got != tt.want {
			t.Errorf("Mend(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}
