package caption

import (
	"testing"

	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
)

// TestRunOnLabel finds labels that lost the blank before them, and leaves alone
// what only looks like one.
func TestRunOnLabel(t *testing.T) {
	p := Reader{Draft: draft.New(nil, lexicon.Default())}
	for _, tt := range []struct{ value, label string }{
		{"江陵县路灯管理所填报日期：2023年3月10日", "填报日期"},
		{"路灯管理所填报人:张三联系电话:0716-000", "填报人"},
		{"江陵县路灯管理所", ""},
		{"10:30至12:00", ""},
		{"见说明:无", ""},
		{"填报日期：2023", "填报日期"}, // the label before it is blank
	} {
		i := p.runOnLabel(tt.value)
		got := ""
		if i >= 0 {
			got = tt.value[i:]
		}
		if (tt.label == "") != (i < 0) || len(got) < len(tt.label) || got[:len(tt.label)] != tt.label {
			t.Errorf("runOnLabel(%q): got %q, want a label %q", tt.value, got, tt.label)
		}
	}
}

// A figure ends before the next label, whatever that says, where its own label takes
// nothing but a figure.
func TestBehindFigure(t *testing.T) {
	p := Reader{Draft: draft.New(nil, lexicon.Default())}
	for _, tt := range []struct {
		label, value string
		want         int
	}{
		{"自评总分", "69单位领导审签:", 2},
		{"自评总分", "95.5审核意见：", 4},
		{"自评总分", "60单位领导审签:", 2},
		{"自评总分", "9单位领导审签:", 1},
		{"自评总分", "69A:王某", 2},
		{"自评总分", "69", 0},
		{"自评总分", "69单位", 0},
		{"自评总分", "单位领导审签:", 0},
		{"自评总分", "69:30", 0},
		{"联系电话", "69单位领导审签:", 0},
	} {
		if got := p.behindFigure(tt.label, tt.value); got != tt.want {
			t.Errorf("%s %s: got %d, want %d", tt.label, tt.value, got, tt.want)
		}
	}
}

// A year on a line of its own in the title's cell is none of the title.
func TestTitleWithoutYearLine(t *testing.T) {
	for text, want := range map[string]string{
		"项目支出绩效自评表\n（2023年度）": "项目支出绩效自评表",
		"（2023年度）\n项目支出绩效自评表": "项目支出绩效自评表",
		"项目支出绩效自评表（2023年度）":   "项目支出绩效自评表（2023年度）",
		"某局\n2023年度项目支出绩效自评表": "某局\n2023年度项目支出绩效自评表",
	} {
		if got := withoutYearLine(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
