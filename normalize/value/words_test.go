package value

import "testing"

func TestWordsLoad(t *testing.T) {
	if _, err := load(wordsYAML); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"one print of two comparators": `before: {">=": [至少], "<=": [至少]}`, "an empty print": `behind: {">=": [""]}`, "no comparator": `before: {"~": [约]}`, "no list": `before: 1`,
	} {
		if _, err := load([]byte(data)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestComparator(t *testing.T) {
	for text, want := range map[string]string{"≥": ">=", " ＞＝ ": ">=", "大 于 或 等 于": ">=", "═": "=", "定性": "qualitative", "定 量 指 标": "", "\uFE65": ">"} {
		if op, ok := Comparator(text); !ok || string(op) != want {
			t.Errorf("Comparator(%q) = %q, %v, want %q", text, op, ok, want)
		}
	}
	for _, text := range []string{"", "≥5", "5", "指标", "\u200b"} {
		if op, ok := Comparator(text); ok {
			t.Errorf("Comparator(%q) = %q", text, op)
		}
	}
}

func TestIsFigure(t *testing.T) {
	for _, text := range []string{"12", "12个", "-3.5", "3.5万元", "￥20", "12 345", "100%"} {
		if !IsFigure(text) {
			t.Errorf("%q is a figure", text)
		}
	}
	for _, text := range []string{"", "—", "无", "12 12", "12345热线办结率", "7,00.0,77", "个", "≥5"} {
		if IsFigure(text) {
			t.Errorf("%q is no figure", text)
		}
	}
}

func TestLooksNumeric(t *testing.T) {
	for _, text := range []string{"2,283.1,4", "IO", "12", "−5", "10 10", "l5.3", "1O%"} {
		if !LooksNumeric(text) {
			t.Errorf("%q looks like a figure", text)
		}
	}
	for _, text := range []string{"", "个", "达标", "OK"} {
		if LooksNumeric(text) {
			t.Errorf("%q does not", text)
		}
	}
}
