package lexicon

import "testing"

func TestEmbeddedLists(t *testing.T) {
	if m, err := loadTraditional(traditionalYAML); err != nil || len(m.to) < 100 {
		t.Errorf("traditional characters: %d pairs, %v", len(m.to), err)
	}
	if _, err := loadTraditional([]byte("pairs: 項项 項頂")); err == nil {
		t.Error("a character with two meanings was taken")
	}
}

func TestSimplified(t *testing.T) {
	for in, want := range map[string]string{
		"績效指標": "绩效指标", "當年財政撥款": "当年财政拨款", "組織與認證確認統計頁": "组织与认证确认统计页", "實際完成值": "实际完成值", "預算數": "预算数", "项目名称": "项目名称", "": "", "abc": "abc",
	} {
		if got := Simplified(in); got != want {
			t.Errorf("Simplified(%q): got %q, want %q", in, got, want)
		}
	}
}

// Every heading comes back from traditional characters the way it stands in
// the lexicon: the table maps no simplified character that a heading needs.
func TestSimplifiedKeepsHeadings(t *testing.T) {
	l := Default()
	for _, list := range []map[string]string{l.Head, l.FundColumn, l.Source, l.GoalColumn, l.IndicatorColumn, l.Foot} {
		for h := range list {
			if got := Simplified(h); got != h {
				t.Errorf("Simplified(%q): got %q", h, got)
			}
		}
	}
}
