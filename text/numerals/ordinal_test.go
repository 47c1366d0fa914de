package numerals

import "testing"

func TestOrdinal(t *testing.T) {
	for s, want := range map[string]struct {
		n     int
		style string
	}{
		"1.造林": {1, "1."}, "12、造林": {12, "1、"}, "(3)造林": {3, "(1)"}, "一、造林": {1, "一、"}, "(十二)造林": {12, "(一)"},
		"③造林": {3, "①"}, "⑵造林": {2, "⑴"}, "⒌造林": {5, "⒈"}, "目标2:造林": {2, "目标1:"}, "工作任务一:造林": {1, "工作任务一:"}, "4)造林": {4, "1)"},
		"1.2万亩": {}, "造林": {}, "": {}, "2021年造林": {}, "123、造林": {}, "(1造林": {}, "1造林": {}, "3": {}, "完成年度任务1:": {}, "(": {}, "十十、甲": {0, "一、"},
	} {
		if n, style := ordinal(s); n != want.n || n > 0 && style != want.style {
			t.Errorf("%q: got %d %q, want %d %q", s, n, style, want.n, want.style)
		}
	}
}
