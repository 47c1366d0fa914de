package lexicon

import (
	"cmp"
	"strings"
	"testing"
)

// TestLoadRefuses names every list of which something is wrong.
func TestLoadRefuses(t *testing.T) {
	for _, tt := range []struct{ name, headings, names string }{
		{"an id without an alias", "head: {project: []}", "head: project"},
		{"two meanings in the head", "head: {a: [名称], b: [名 称]}", "head"},
		{"two meanings of a column of money", "fund_column: {a: [预算], b: [预算]}", "fund_column"},
		{"two meanings of a source", "source: {a: [合计], b: [合计]}", "source"},
		{"two meanings of a split", "split_heading: {a: [性质], b: [性质]}", "split_heading"},
		{"two meanings of a goal", "goal_column: {a: [目标], b: [目标]}", "goal_column"},
		{"two meanings of a column of the list", "indicator_column: {a: [得分], b: [得分]}", "indicator_column"},
		{"two meanings of a foot", "foot: {a: [总分], b: [总分]}", "foot"},
		{"a meaning of no heading", "fund_meaning: [{may: [budget]}]", "fund_meaning"},
		{"a heading without a meaning", "fund_column: {budget: [预算]}\nfund_meaning: [{of: [预算]}]", "fund_meaning"},
		{"a heading ranked twice", "fund_column: {budget: [预算]}\nfund_meaning: [{of: [预算], may: [budget]}, {of: [预算], may: [initial]}]", "预算"},
		{"a ranked heading that is no column", "fund_meaning: [{of: [预算], may: [budget]}]", "预算"},
		{"a ranked meaning of the list that is no column", "indicator_column: {score: [得分]}\nindicator_meaning: [{of: [weight], may: [score]}]", "weight"},
		{"no YAML", "head: [", "headings"},
	} {
		_, err := load([]byte(tt.headings), []byte("{}"), levelsYAML, wordsYAML)
		if err == nil || !strings.Contains(err.Error(), tt.names) {
			t.Errorf("%s: got error %v, want one of %s", tt.name, err, tt.names)
		}
	}
	if _, err := load(headingsYAML, composedYAML, []byte("["), wordsYAML); err == nil {
		t.Error("levels that are no YAML were accepted")
	}
	if _, err := loadTitles([]byte("[")); err == nil {
		t.Error("titles that are no YAML were accepted")
	}
}

// TestHeads: a row of headings is made of columns, blocks and sources of money;
// labels of the head and the foot stand elsewhere.
func TestHeads(t *testing.T) {
	l, err := load([]byte("head: {project: [项目]}\nfund_column: {budget: [预算]}\nsource: {total: [合计]}\n"+
		"goal_column: {expected: [预期]}\nindicator_column: {score: [得分]}\nblock: {funds: [资金]}\nfoot: {grade: [等级]}\nremark_column: [备注]"), []byte("{}"), levelsYAML, wordsYAML)
	if err != nil {
		t.Fatal(err)
	}
	for h, want := range map[string]bool{"预算": true, "合计": true, "预期": true, "得分": true, "资金": true, "项目": false, "等级": false, "备注": false} {
		if got := l.Heads(h); got != want {
			t.Errorf("%s: got %v", h, got)
		}
	}
}

// TestMendAsksEveryList: a heading that two others may be is left as it is, whichever
// list tells them apart.
func TestMendAsksEveryList(t *testing.T) {
	for _, tt := range []struct{ name, headings, levels, lost, want string }{
		{"only one is known", "head: {a: [项目名]}", "", "项�名", "项目名"},
		{"two that mean the same", "head: {a: [项目名, 项次名]}", "", "项�名", "项目名"},
		{"two in the head", "head: {a: [项目名], b: [项次名]}", "", "项�名", ""},
		{"one in the foot too", "head: {a: [项目名, 项次名]}\nfoot: {a: [项次名]}", "", "项�名", ""},
		{"one a column of money too", "head: {a: [项目名, 项次名]}\nfund_column: {a: [项次名]}", "", "项�名", ""},
		{"one a source too", "head: {a: [项目名, 项次名]}\nsource: {a: [项次名]}", "", "项�名", ""},
		{"one a split too", "head: {a: [项目名, 项次名]}\nsplit_heading: {a: [项次名]}", "", "项�名", ""},
		{"one a goal too", "head: {a: [项目名, 项次名]}\ngoal_column: {a: [项次名]}", "", "项�名", ""},
		{"one a column of the list too", "head: {a: [项目名, 项次名]}\nindicator_column: {a: [项次名]}", "", "项�名", ""},
		{"one a block too", "head: {a: [项目名, 项次名]}\nblock: {funds: [项次名]}", "", "项�名", ""},
		{"one a remark too", "head: {a: [项目名, 项次名]}\nremark_column: [项次名]", "", "项�名", ""},
		{"one a block of remarks too", "head: {a: [项目名, 项次名]}\nremark_block: [项次名]", "", "项�名", ""},
		{"one a first level too", "head: {a: [项目名, 项次名]}", "level1: [项次名]", "项�名", ""},
		{"one a second level too", "head: {a: [项目名, 项次名]}", "level2: [项次名]", "项�名", ""},
		{"a foot", "foot: {a: [总得分]}", "", "总�分", "总得分"},
		{"a second level", "head: {a: [项目名]}", "level2: [社会效益]", "社�效益", "社会效益"},
		{"a remark", "remark_column: [填报说明]", "", "填报�明", "填报说明"},
	} {
		l, err := load([]byte(tt.headings), []byte("{}"), []byte(cmp.Or(tt.levels, "{}")), wordsYAML)
		if err != nil {
			t.Fatal(tt.name, err)
		}
		want := tt.want
		if want == "" {
			want = tt.lost
		}
		if got := l.Mend(tt.lost); got != want {
			t.Errorf("%s: got %q, want %q", tt.name, got, want)
		}
	}
}
