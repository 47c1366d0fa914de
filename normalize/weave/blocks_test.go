package weave

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// Columns that nobody knows hold words, unless full rows show figures in them; a row with
// more figures than headings shows that one is missing.
func TestFiguresIn(t *testing.T) {
	for _, tt := range []struct {
		cells    string
		figured  bool
		overfull bool
	}{
		{"年度资金总额 10 8", true, false}, {"年度资金总额 10 甲", false, false}, {"年度资金总额 10", false, false},
		{"年度资金总额 10 8 6", false, true}, {"年度资金总额 10 8 甲", false, false}, {"年度资金总额 10 地方资金 10 8 6", false, true},
	} {
		w := woven(strings.Fields("情况 " + tt.cells)...)
		cols := []stream.Headed{{ID: "budget", Token: 0}, {ID: lexicon.Further, Token: 0}}
		w.funds.figured, w.funds.overfull = w.funds.figuresIn(cols, 1)
		if !slices.Equal(w.funds.figured, []bool{false, tt.figured}) || w.funds.overfull != tt.overfull {
			t.Errorf("%s: got %v, overfull %v", tt.cells, w.funds.figured, w.funds.overfull)
		}
		want := 1
		if tt.figured {
			want = 0
		}
		if got := w.funds.worded(cols); got != want {
			t.Errorf("%s: %d columns of words, want %d", tt.cells, got, want)
		}
	}
}

// Where its columns cannot be told, a figure is held back, and a mark for nothing is blank.
func TestMoneyRowLeavesOpen(t *testing.T) {
	for cells, want := range map[string]string{
		"— —": "年度资金总额@1 —@2 —@3; held 0", "10 —": "年度资金总额@1; held 2", "10 8": "年度资金总额@1; held 2", "10 8 6": "年度资金总额@1 10@2 8@3 6@4; held 0",
		"10 8 6 4": "年度资金总额@1; held 4", "10": "年度资金总额@1; held 1",
	} {
		w := woven(append([]string{"年度资金总额"}, strings.Fields(cells)...)...)
		cols := []stream.Headed{{ID: "initial", Col: 2}, {ID: "budget", Col: 3}, {ID: "executed", Col: 4}}
		w.funds.figured = make([]bool, len(cols))
		label := 0
		w.funds.moneyRow(cols, &label, 1, len(w.Tokens), false, true)
		if got := fmt.Sprintf("%s; held %d", put(w), len(w.held)); got != want {
			t.Errorf("%s: got %s, want %s", cells, got, want)
		}
	}
}

// Texts of goals side by side, one list after the other, and those that cannot be told.
func TestGoalRows(t *testing.T) {
	two := []stream.Headed{{ID: "expected"}, {ID: "actual"}}
	for _, tt := range []struct{ cells, want string }{
		{"修路 已修", "[[[0] [1]]]"}, {"修路 已修 架桥", "[]"},
		{"1.修路 1.已修 2.架桥 2.已架", "[[[0] [1]] [[2] [3]]]"}, {"1.修路 2.架桥 1.已修 2.已架", "[[[0 1] [2 3]]]"},
	} {
		w := woven(strings.Fields(tt.cells)...)
		if got := fmt.Sprint(w.goalRows(upTo(len(w.Tokens)), two)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.cells, got, tt.want)
		}
	}
	reason := append(two, stream.Headed{ID: "reason"})
	if got := fmt.Sprint(woven("甲", "乙").goalRows([]int{0, 1}, reason)); got != "[[[0] [1]]]" {
		t.Errorf("without a reason: got %s", got)
	}
}

// Below what may be a level no level is known, up to the next one that is.
func TestUnderLevel(t *testing.T) {
	for cells, want := range map[string]string{"产出指标 培训": "[]", "甲 培训": "[level1 level2]", "培训": "[level1 level2]"} {
		w := woven(strings.Fields(cells)...)
		w.list.columns = []stream.Headed{{ID: "level1", Col: 1}, {ID: "level2", Col: 2}, {ID: "name", Col: 3}}
		w.list.level = []table.Item{w.Tokens[0].Item}
		sure := []placedToken{{0, 1}, {1, 3}}
		if len(w.Tokens) == 1 {
			sure = []placedToken{{0, 3}}
		}
		l := &table.Line{}
		w.list.underLevel(l, sure)
		ids := []string{}
		if l.Doubt != nil {
			ids = l.Doubt.IDs
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("%s: got %s, want %s", cells, got, want)
		}
	}
}
