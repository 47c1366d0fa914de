package tabin

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// searched is a search for the rows of a text that knows a few headings.
func searched(text string) *rowSearch {
	m := mender{separator: "\t", quotes: true, open: -1, heading: func(s string) bool {
		return slices.Contains([]string{"项目名称", "合计", "预算数", "执行数", "得分"}, strings.TrimPrefix(s, "（2023年度）"))
	}}
	m.cut(text, 1000)
	m.goesOn = make([]bool, len(m.pieces))
	widest := 0
	for _, p := range m.pieces {
		widest = max(widest, p.n)
	}
	return newRowSearch(&m, widest)
}

// Each sign that lines are no row of the table costs what it is worth, and no other does.
func TestRowCosts(t *testing.T) {
	const figures = "甲\t5\t6\n乙\t5\t6\n丙\t5\t6\n"
	for _, tt := range []struct {
		name, text string
		row        span
		want       int
	}{
		{"nothing beside it", "甲\t5", span{0, 1}, costRow},
		{"figures where theirs are", figures + "丁\t7\t8", span{3, 4}, costRow},
		{"a figure less", figures + "丁\t戊\t7", span{3, 4}, costRow + costLack},
		{"a row shorter", figures + "丁\t7", span{3, 4}, costRow + costLack},
		{"a figure less than two rows have", "甲\t5\t6\n乙\t5\t6\n丁\t戊\t7", span{2, 3}, costRow},
		{"a figure where a third have one", "甲\t5\t6\t7\n乙\t5\t6\n丙\t5\t6\n丁\t5\t6\t9", span{3, 4}, costRow + figureOff - figureOff/3},
		{"a figure where none have one", figures + "丁\t5\t6\t\n7\t5\t6", span{4, 5}, costRow + figureOff},
		{"no figure among figures", figures + "丁\t戊", span{3, 4}, costRow + costNoFigure},
		{"a line alone among figures", figures + "丁", span{3, 4}, costRow + costAlone},
		{"the name of a part among figures", figures + "二、执行情况", span{3, 4}, costRow},
		{"a heading alone among figures", figures + "得分", span{3, 4}, costRow},
		{"a line behind a value", "项目名称\t修路\n修桥", span{1, 2}, costRow + costAlone},
		{"a line behind words", "甲\t修路\n修桥", span{1, 2}, costRow},
		{"a line behind a heading", "项目名称\t得分\n修桥", span{1, 2}, costRow},
		{"a first line alone", "修桥\n甲\t5", span{0, 1}, costRow},
		{"two lines behind a value", "项目名称\t修路\n修桥\n修渠", span{1, 3}, costRow + costJoin},
		{"a value before a label", "甲\t得分\t5", span{0, 1}, costRow + costValue},
		{"a value, an empty cell and a label", "甲\t\t得分\t5", span{0, 1}, costRow + costValue},
		{"a value before words and a label", "甲\t乙\t得分\t5", span{0, 1}, costRow},
		{"a label where no other is", "甲\t乙\t得分\n合计\t得分\t5", span{1, 2}, costRow + costLabelOff},
		{"a label where another is", "甲\t得分\n合计\t得分\t5", span{1, 2}, costRow},
		{"words where no other has any", "甲\t\t乙\n丙\t丁\t戊", span{1, 2}, costRow + costOff},
		{"words where half of the others have some", "甲\t\t乙\n丁\t戊\t己\n丙\t丁\t戊", span{2, 3}, costRow + costOff/2},
		{"words under an empty one of the headings", "项目名称\t\t合计\n甲\t乙", span{1, 2}, costRow + costOff + costUnder},
		{"words beside the headings", "项目名称\t\t合计\n甲\t\t乙\t丙", span{1, 2}, costRow + costOff + costUnder},
		{"words under headings, words between", "项目名称\t\t合计\n\t\t丙\n甲\t乙\t丙", span{2, 3}, costRow + costOff/2 + costOff + costUnder},
		{"words under headings, figures between", "项目名称\t\t合计\n\t\t5\n甲\t乙", span{2, 3}, costRow + costOff},
		{"words and a figure under an empty one of the headings", "项目名称\t\t合计\n甲\t乙\t5", span{1, 2}, costRow},
		{"words under headings", "项目名称\t\t合计\n甲\t\t乙", span{1, 2}, costRow},
		{"words beside headings that may have lost cells", "项目名称\t合计\n甲\t乙\t丙", span{1, 2}, costRow + costOff},
		{"three headings", "甲\t乙\n\t项目名称\t合计\t得分", span{1, 2}, costRow},
		{"headings alone, the first that of the others", "甲\t\t乙\n项目名称\t合计\t得分", span{1, 2}, costRow},
		{"a remark begins it", "（万元）\t5", span{0, 1}, costRow + costBracket},
		{"it begins within brackets", "甲）\t5", span{0, 1}, costRow + costBracket},
		{"it ends within brackets", "甲\t乙（", span{0, 1}, costRow + costBracket},
		{"a remark alone", "（万元）\n甲\t5", span{0, 1}, costRow},
		{"torn words", "修\n路\t5", span{0, 2}, costRow + costJoin},
		{"words torn twice", "修\n路\n里程\t5", span{0, 3}, costRow + 2*costJoin},
		{"a torn heading", "项目\n名称\t甲", span{0, 2}, costRow},
		{"a year before a heading", "（2023年度）\n项目名称\t甲", span{0, 2}, costRow + costBracket + costNewRow + costJoin + costNewRow},
		{"a remark behind words", "资金\n（万元）\t5", span{0, 2}, costRow},
		{"words before a heading", "修路\n预算数\t5", span{0, 2}, costRow + costJoin + costNewRow},
		{"words before what names columns", "修路\n情况\t预算数\t执行数", span{0, 2}, costRow + costJoin + costNewRow + costValue},
		{"words before one heading", "项目\n情况\t预算数\t5", span{0, 2}, costRow + costJoin + costValue},
		{"words that go on in a figure", "修路扣\n2分\t5", span{0, 2}, costRow + costFigure + costJoin},
	} {
		if got := searched(tt.text).weigh(tt.row); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// A row is held against eight before and eight behind it, and none beyond a row of headings.
func TestRowsBeside(t *testing.T) {
	rows := func(n int) string { return strings.Repeat("甲\t5\t乙\n", n) }
	const heads = "名\t预算数\t执行数\t得分\n"
	for _, tt := range []struct {
		name, text string
		row        span
		want       int
	}{
		{"many", rows(21), span{10, 11}, 16},
		{"eight before", rows(9), span{8, 9}, 8},
		{"nine before", rows(10), span{9, 10}, 8},
		{"nine behind", rows(10), span{0, 1}, 8},
		{"two that are one row", rows(5), span{1, 3}, 3},
		{"headings before", rows(2) + heads + rows(3), span{4, 5}, 2},
		{"headings behind", rows(3) + heads + rows(3), span{1, 2}, 2},
		{"words alone", rows(2) + "甲\t\t乙\n丙\t\n" + rows(2), span{3, 4}, 4},
	} {
		text := strings.TrimSuffix(tt.text, "\n")
		a := searched(text).beside(tt.row)
		if a.rows != tt.want || a.figures[0] != 0 || a.figures[1] != tt.want || a.figures[2] != 0 {
			t.Errorf("%s: got %+v, want %d", tt.name, a, tt.want)
		}
	}
	a := searched("合计\t得分\t甲\n乙\n丙\t\t丁\n戊\t5\t己\n庚\t6").beside(span{4, 5})
	if a.rows != 1 || !slices.Equal(a.labels, []int{0, 1, 0}) || !slices.Equal(a.filled, []int{2, 1, 2}) || !slices.Equal(a.figures, []int{0, 1, 0}) {
		t.Errorf("got %+v", a)
	}
}

// Lines may be one row while they have room for it and a cell goes over each of their ends.
func TestLinesThatMayBeARow(t *testing.T) {
	for _, tt := range []struct {
		text     string
		from, to int
		want     bool
	}{
		{"甲\n乙\n丙\n丁\n戊\t5", 0, 5, true},
		{"甲\n乙\n丙\n丁\n戊\n己\t5", 0, 6, false}, // torn too often
		{"甲\n乙\n丙\t5", 0, 2, false},          // nothing parts cells
		{"甲\t5\n乙\t丙", 0, 1, true},
		{"甲\t乙\n丙\t5\n丁\t戊\t己", 0, 2, true},
		{"甲\t乙\n丙\t5\n丁\t戊", 0, 2, false}, // wider than any
		{"甲\t5\n乙\t丙\t丁\t戊", 0, 2, false}, // a number goes on in nothing
		{"甲\t乙\n5\t丙\t丁\t戊", 0, 2, false},
		{"甲\t乙\n\t丙\t丁\t戊", 0, 2, false},
		{"项目名称\n全面完成了年度内的各项工作\t5", 0, 2, false}, // a whole heading over what was done
		{"项目名称\n全面完成了年度内的任务\t5", 0, 2, false},
		{"项目名称\n全面完成了年度内任务\t5", 0, 2, true},
		{"项目\n全面完成了年度内的各项工作\t5", 0, 2, true},
	} {
		if got := searched(tt.text).joins(tt.from, tt.to); got != tt.want {
			t.Errorf("%q from %d to %d: got %v", tt.text, tt.from, tt.to, got)
		}
	}
}

// What a column has is weighed by what the fullest one has.
func TestShare(t *testing.T) {
	for _, tt := range []struct {
		count   []int
		col, of int
		want    int
	}{
		{nil, 0, 10, 10}, {[]int{0, 0}, 1, 7, 7}, {[]int{0, 2, 4}, 1, 10, 5}, {[]int{0, 2, 4}, 2, 10, 10}, {[]int{0, 2, 4}, 0, 10, 0}, {[]int{0, 2, 4}, 3, 10, 0},
	} {
		if got := share(tt.count, tt.col, tt.of); got != tt.want {
			t.Errorf("%v at %d of %d: got %d, want %d", tt.count, tt.col, tt.of, got, tt.want)
		}
	}
}

// Two ways part before the first line that begins a row in one of them alone.
func TestFirstParted(t *testing.T) {
	for _, tt := range []struct {
		a, b []span
		want int
	}{
		{nil, nil, -1},
		{[]span{{0, 1}, {1, 3}}, []span{{0, 1}, {1, 3}}, -1},
		{[]span{{0, 1}, {1, 2}}, []span{{0, 2}}, 0},
		{[]span{{0, 3}}, []span{{0, 2}, {2, 3}}, 1},
		{[]span{{0, 1}, {1, 4}}, []span{{0, 1}, {1, 3}, {3, 4}}, 2},
	} {
		if got := firstParted(tt.a, tt.b); got != tt.want {
			t.Errorf("%v and %v: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// The rows of a table are of its width, all but one in twenty.
func TestWidthRules(t *testing.T) {
	for _, tt := range []struct {
		sound, torn, covered, of int
		rules, even              bool
	}{
		{3, 6, 9, 9, true, true},
		{3, 7, 10, 10, false, true},
		{2, 0, 2, 2, false, true},
		{3, 0, 3, 4, false, false},
		{4, 0, 4, 5, false, true},
		{20, 0, 20, 21, true, true},
		{18, 0, 18, 19, false, true},
		{20, 0, 19, 20, true, true},
		{20, 10, 19, 20, true, true},
		{20, 11, 19, 20, false, true},
	} {
		w := width{n: 2, covered: tt.covered, of: tt.of}
		for range tt.sound {
			w.rows = append(w.rows, span{0, 1})
		}
		for range tt.torn {
			w.rows = append(w.rows, span{0, 2})
		}
		if w.rules(3) != tt.rules || w.even() != tt.even {
			t.Errorf("%d rows and %d torn ones, %d of %d lines: got %v, even %v", tt.sound, tt.torn, tt.covered, tt.of, w.rules(3), w.even())
		}
	}
	if none := (&width{covered: 1, of: 1}); none.even() {
		t.Error("no width is even")
	}
}

// A text of more lines than a form has is not mended.
func TestLinesThatAreMended(t *testing.T) {
	for lines, want := range map[int]bool{mostPieces: true, mostPieces + 1: false} {
		m := mender{separator: "\t"}
		if got := m.cut(strings.Repeat("\n", lines-1), 1000); got != want || len(m.pieces) != mostPieces {
			t.Errorf("%s lines: got %v", strconv.Itoa(lines), got)
		}
	}
}

// The best rows cost the same counted from either end of a text, and what is behind the last
// line nothing.
func TestCostFromEitherEnd(t *testing.T) {
	for _, text := range []string{"甲", "甲\t5", "甲\t5\n乙", "修\n路\t5\n桥\t6", "项目\n名称\t修\n路\n甲\t5\t6\n乙\n丙\t5\t6\n丁\t5\t6"} {
		s := searched(text)
		before, behind, found := s.cheapest()
		n := len(s.parts)
		sum := 0
		for _, r := range found {
			sum += s.rowCost(r)
		}
		if before[n] != sum || behind[0] != sum || before[0] != 0 || behind[n] != 0 || behind[n-1] != s.rowCost(span{n - 1, n}) {
			t.Errorf("%q: %v cost %d, got %v before and %v behind", text, found, sum, before, behind)
		}
	}
}

// Three headings behind the first cell are a row of them, whatever stands in it but figures.
func TestRowOfHeadings(t *testing.T) {
	for _, tt := range []struct {
		row  []look
		want bool
	}{
		{[]look{words, label, label, label}, true},
		{[]look{empty, label, words, label, label}, true},
		{[]look{label, label, label}, false},
		{[]look{words, label, label}, false},
		{[]look{words, label, label, label, figure}, false},
	} {
		if got := headings(tt.row); got != tt.want {
			t.Errorf("%v: got %v", tt.row, got)
		}
	}
}

// Three headings and nothing else are a row of them, the first that of the others.
func TestLabelsAlone(t *testing.T) {
	for _, tt := range []struct {
		row    []look
		filled int
		want   bool
	}{
		{[]look{label, label, label}, 3, true},
		{[]look{label, empty, label, label}, 3, true},
		{[]look{label, label}, 2, false},
		{[]look{label, label, label, words}, 4, false},
	} {
		if got := labelsAlone(tt.row, tt.filled); got != tt.want {
			t.Errorf("%v: got %v", tt.row, got)
		}
	}
}

// The best way in which a line begins no row is the best of all rows over its beginning.
func TestBestOver(t *testing.T) {
	s := searched("修\n路\t5\t6\n桥\t5\n渠\n道\t5\t6\n坝\t乙\n丙\t5\n丁\t7\t7")
	before, behind, _ := s.cheapest()
	n := len(s.parts)
	for i := 1; i < n; i++ {
		want := -1
		for at := range i {
			for to := i + 1; to <= n; to++ {
				if c := before[at] + s.rowCost(span{at, to}) + behind[to]; s.joins(at, to) && (want < 0 || c < want) {
					want = c
				}
			}
		}
		if got := s.bestOver(i, before, behind); got != want {
			t.Errorf("line %d: got %d, want %d", i, got, want)
		}
	}
}
