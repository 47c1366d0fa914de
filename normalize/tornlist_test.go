package normalize

import "testing"

func TestTornRow(t *testing.T) {
	text := func(s string) *Field {
		if s == "" {
			return &Field{State: Blank}
		}
		return &Field{Text: s, State: Parsed}
	}
	row := func(level, name, weight, score string) Indicator {
		return Indicator{Level1: text(level), Name: text(name), Weight: text(weight), Score: text(score)}
	}
	sound := []Indicator{row("产出指标（60分）", "巡查河段（公里）", "10", "10"), row("产出指标（60分）", "更换水表", "10", ""), row("", "供水保证率", "", "9")}
	for _, c := range []struct {
		name string
		more []Indicator
		want int
	}{
		{"sound", nil, -1},
		{"half a bracket", []Indicator{row("满意度指标（8", "用户满意度", "10", "10")}, 3},
		{"the other half", []Indicator{row("满意度指标", "分）", "10", "10")}, 3},
		{"nothing but a bracket", []Indicator{row("（10分）", "用户满意度", "10", "10")}, 3},
		{"a bracket before a name", []Indicator{row("满意度指标", "（新增）用户满意度", "10", "10")}, -1},
		{"a line of a name", []Indicator{row("满意度指标", "业满意度", "", "")}, 3},
		{"rows without marks", []Indicator{row("", "甲", "", ""), row("", "乙", "", "")}, -1},
	} {
		r := Report{Indicators: append(sound[:3:3], c.more...)}
		if got := r.TornRow(); got != c.want {
			t.Errorf("%s: got row %d, want %d", c.name, got, c.want)
		}
	}
}
