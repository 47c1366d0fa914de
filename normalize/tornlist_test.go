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

// TestMovedPart: a row that stood off its columns and lacks its name, or with the row before
// it its marks, is the latter part of a torn one.
func TestMovedPart(t *testing.T) {
	word := func(s string) *Field { return &Field{Text: s, Value: s, State: Parsed} }
	row := func(name, weight string) (x Indicator) {
		if name != "" {
			x.Name = word(name)
		}
		if weight != "" {
			x.Weight = word(weight)
		}
		return x
	}
	whole := []Indicator{row("a", "1"), row("b", "2"), row("c", "3"), row("d", "4"), row("e", "5"), row("f", "6")}
	for _, tt := range []struct {
		name  string
		rows  []Indicator
		moved int
		want  int
	}{
		{"a row without a name", append(whole[:6:6], row("", "9")), 6, 6},
		{"a row without a name, in its place", append(whole[:6:6], row("", "9")), 0, -1},
		{"two rows without marks", append(whole[:6:6], row("g", ""), row("h", "")), 7, 7},
		{"one row without marks", append(whole[:6:6], row("h", "")), 6, -1},
		{"half of the rows have no name", append(whole[:3:3], row("", "1"), row("", "2")), 4, -1},
	} {
		r := Report{Indicators: tt.rows, Moves: []Move{{Field: IndicatorPath(tt.moved, "")}}}
		if got := r.MovedPart(); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}
