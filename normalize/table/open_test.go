package table

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// TestJoinOpen: what a line end parted from the last cell of a row goes back into it, and
// nothing else.
func TestJoinOpen(t *testing.T) {
	lex := lexicon.Default()
	row := func(cells ...string) *Line {
		l := &Line{}
		for k, c := range cells {
			l.Items = append(l.Items, NewItem(lex, c, k, 1, 1, extract.Ref{}))
		}
		return l
	}
	for _, tt := range []struct {
		name string
		rows [][]string
		want string // the last cell of the first row
	}{
		{"a number behind a hyphen", [][]string{{"项目负责人", "王五0591-"}, {"87654321"}}, "王五0591-\n87654321"},
		{"a number that begins with nothing", [][]string{{"项目负责人", "王五0591-"}, {"07654321"}}, "王五0591-\n07654321"},
		{"a number that begins with nine, behind nothing", [][]string{{"项目负责人", "王五0590-"}, {"97654321"}}, "王五0590-\n97654321"},
		{"a number behind nine", [][]string{{"项目负责人", "王五0599-"}, {"87654321"}}, "王五0599-\n87654321"},
		{"words behind a hyphen", [][]string{{"项目负责人", "王五0591-"}, {"李四"}}, "王五0591-"},
		{"a hyphen behind words", [][]string{{"项目负责人", "王五-"}, {"87654321"}}, "王五-"},
		{"a clause", [][]string{{"10", "供货延迟，"}, {"下年补齐"}}, "供货延迟，\n下年补齐"},
		{"two clauses", [][]string{{"10", "供货延迟、"}, {"验收未过，"}, {"下年补齐"}}, "供货延迟、\n验收未过，\n下年补齐"},
		{"a sentence", [][]string{{"10", "供货延迟。"}, {"下年补齐"}}, "供货延迟。"},
		{"a heading", [][]string{{"10", "供货延迟，"}, {"效益指标"}}, "供货延迟，"},
		{"a note", [][]string{{"10", "供货延迟，"}, {"注：各项得分"}}, "供货延迟，"},
		{"a figure", [][]string{{"10", "供货延迟，"}, {"87"}}, "供货延迟，"},
		{"a title", [][]string{{"10", "供货延迟，"}, {"2022年度项目支出绩效自评表"}}, "供货延迟，"},
		{"a row", [][]string{{"10", "供货延迟，"}, {"下年补齐", "无"}}, "供货延迟，"},
		{"a line of text", [][]string{{"甲县教育局，"}, {"下年补齐"}}, "甲县教育局，"},
		{"a number below a line of its own", [][]string{{"王五0591-"}, {"87654321"}}, "王五0591-"},
		{"without columns: a number", [][]string{{"王五0591-"}, {"87654321"}}, "王五0591-\n87654321"},
		{"without columns: a clause", [][]string{{"10", "供货延迟，"}, {"下年补齐"}}, "供货延迟，"},
	} {
		var lines []*Line
		for _, r := range tt.rows {
			lines = append(lines, row(r...))
		}
		first := lines[0]
		got := JoinOpen(lines, lex, strings.HasPrefix(tt.name, "without columns"))
		if items := got[0].Items; items[len(items)-1].Text != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, items[len(items)-1].Text, tt.want)
		}
		if joined := tt.want != tt.rows[0][len(tt.rows[0])-1]; joined != (len(got) == 1) || first.Items[len(first.Items)-1].Text != tt.rows[0][len(tt.rows[0])-1] {
			t.Errorf("%s: got %d lines, or the line given changed", tt.name, len(got))
		}
	}
}
