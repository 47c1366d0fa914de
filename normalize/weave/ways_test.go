package weave

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// woven are cells, one a line, before any of them is put into a row; "" is a blank.
func woven(cells ...string) *weaver {
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(cells), Cols: 1}}
	for row, s := range cells {
		doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
	}
	return newWeaver(stream.New(doc, table.Lines(doc, lexicon.Default()), lexicon.Default()))
}

// figures is a row of money with these cells under these columns, "+" before a column of
// figures that nobody knows.
func figures(cols, cells string) *moneyRow {
	r := &moneyRow{Cells: woven(strings.Fields(cells)...).Cells}
	for k, id := range strings.Fields(cols) {
		r.figured = append(r.figured, strings.HasPrefix(id, "+"))
		r.cols = append(r.cols, stream.Headed{ID: strings.TrimPrefix(id, "+"), Col: k + 2})
	}
	for i := range r.Tokens {
		r.figures = append(r.figures, i)
	}
	return r
}

// In which columns the figures of a row of money can stand.
func TestMoneyWays(t *testing.T) {
	const all = "initial budget executed weight execution_rate score"
	for _, tt := range []struct {
		cols, cells    string
		first, percent bool
		want           string
	}{
		{"initial budget executed", "10 8", true, false, "[[0 1] [0 2] [1 2]]"},
		{"budget executed execution_rate", "10 9 90%", true, true, "[[0 1 2]]"},
		{all, "100 100 90 10 90% 9", true, true, "[[0 1 2 3 4 5]]"},
		{all, "100 100 90 90%", false, true, "[[0 1 2 4]]"}, // marks stand in the first row only
		{all, "100 100 90", false, true, "[[0 1 2]]"},       // and one rate in the row of the total
		{"initial budget executed score", "10 9 8", false, false, "[[0 1 2]]"},
		{"initial budget", "10 9 8", false, false, "[]"},
	} {
		r := figures(tt.cols, tt.cells)
		r.first, r.percent = tt.first, tt.percent
		if got := fmt.Sprint(r.ways()); got != tt.want {
			t.Errorf("%s under %s, first %v: got %s, want %s", tt.cells, tt.cols, tt.first, got, tt.want)
		}
	}
}

// A rate that is not its quotient and a score above its weight break a way.
func TestMoneyBroken(t *testing.T) {
	for _, tt := range []struct {
		cols, cells string
		want        bool
	}{
		{"budget executed execution_rate", "100 90 90%", false}, {"budget executed execution_rate", "100 90 0.9", false},
		{"budget executed execution_rate", "100 90 90.9", false}, {"budget executed execution_rate", "100 90 91", true}, {"budget executed execution_rate", "100 90 89", true},
		{"budget executed execution_rate", "100 90 0.91", true}, {"budget executed execution_rate", "0 90 50", false},
		{"budget executed balance", "100 90 50", false}, {"initial executed execution_rate", "100 90 50", false}, {"budget initial execution_rate", "100 90 50", false},
		{"weight score", "10 10", false}, {"weight score", "10 10.1", true}, {"weight budget", "10 20", false}, {"score budget", "20 10", false},
	} {
		r := figures(tt.cols, tt.cells)
		if got := r.broken(upTo(len(r.cols))); got != tt.want {
			t.Errorf("%s under %s is broken: %v", tt.cells, tt.cols, got)
		}
	}
}

// Of very many columns nothing is tried.
func TestMoneyWaysAreBounded(t *testing.T) {
	for cols, want := range map[int]int{14: 14, 15: 0} {
		if got := figures(strings.Repeat("initial ", cols), "5").ways(); len(got) != want {
			t.Errorf("%d columns: got %d ways", cols, len(got))
		}
	}
}

// What makes no sum is contradicted by what makes one, but for a figure among the marks.
func TestContradicted(t *testing.T) {
	r := figures("initial adjustment budget executed weight", "10 5 15")
	for _, tt := range []struct {
		way  []int
		ways [][]int
		want bool
	}{
		{[]int{0, 1, 3}, [][]int{{0, 1, 3}, {0, 1, 2}}, true}, {[]int{0, 1, 3}, [][]int{{0, 1, 3}, {0, 2, 3}}, false},
		{[]int{0, 1, 2}, [][]int{{0, 1, 2}, {0, 1, 3}}, false}, {[]int{0, 1, 3}, [][]int{{0, 1, 4}}, false},
	} {
		if got := r.contradicted(tt.way, tt.ways); got != tt.want {
			t.Errorf("%v beside %v: got %v", tt.way, tt.ways, got)
		}
	}
}

func TestMoneyOnly(t *testing.T) {
	for _, tt := range []struct {
		cols string
		n    int
		want []int
	}{
		{"initial budget executed weight execution_rate score", 4, []int{0, 1, 2, 4}}, {"initial budget executed weight execution_rate score", 3, []int{0, 1, 2}},
		{"initial budget executed weight execution_rate score", 2, nil}, {"initial budget executed weight execution_rate score", 5, nil},
		{"initial executed execution_rate balance_rate", 2, nil}, {"initial executed execution_rate balance_rate", 4, []int{0, 1, 2, 3}},
		{"initial +other executed", 3, []int{0, 1, 2}}, {"initial other executed", 2, []int{0, 2}},
	} {
		if got := figures(tt.cols, "1").moneyOnly(tt.n); !slices.Equal(got, tt.want) {
			t.Errorf("%d under %s: got %v, want %v", tt.n, tt.cols, got, tt.want)
		}
	}
}

// A nought may be a rate of nothing only where rates have a sign, and one cell is missing.
func TestAnyZero(t *testing.T) {
	for _, tt := range []struct {
		cols, cells string
		percent     bool
		want        bool
	}{
		{"budget executed execution_rate", "0 0", true, true}, {"budget executed execution_rate", "5 0.00", true, true},
		{"budget executed execution_rate", "5 0", false, false}, {"budget executed execution_rate", "0", true, false},
		{"budget executed execution_rate", "5 0%", true, false}, {"budget executed execution_rate", "5 5", true, false},
	} {
		r := figures(tt.cols, tt.cells)
		r.percent = tt.percent
		if got := r.anyZero(); got != tt.want {
			t.Errorf("%s under %s, percent %v: got %v", tt.cells, tt.cols, tt.percent, got)
		}
	}
}

// A figure among the marks, and a mark for nothing there.
func TestMarked(t *testing.T) {
	for _, tt := range []struct {
		cols, cells string
		want        bool
	}{{"budget weight", "5 5", true}, {"budget score", "5 5", true}, {"budget weight", "5 —", false}, {"budget executed", "5 5", false}} {
		if got := figures(tt.cols, tt.cells).marked([]int{0, 1}); got != tt.want {
			t.Errorf("%s under %s is marked: %v", tt.cells, tt.cols, got)
		}
	}
}

// A text is held to be a value by what is in it.
func TestSaysSomething(t *testing.T) {
	for s, want := range map[string]bool{"某局": true, "7": true, "/": true, "☑": false, "√": false} {
		if got := saysSomething(s); got != want {
			t.Errorf("%s says something: %v", s, got)
		}
	}
}

// The first characters of a level are half of one, if they are none themselves.
func TestHalfLevel(t *testing.T) {
	w := woven("一级指标")
	for s, want := range map[string]bool{"产出": false, "产": false, "产出指标": false, "生态": true, "生态效": true, "甲乙": false, "": false} {
		if got := w.list.halfLevel(s); got != want {
			t.Errorf("%s is half a level: %v", s, got)
		}
	}
	for s, want := range map[string]bool{"产": true, "产出": false, "a": false, "": false} {
		if got := oneHan(s); got != want {
			t.Errorf("%q is one character: %v", s, got)
		}
	}
}

// Totals and their labels, and how many figures follow them.
func TestTotalLabel(t *testing.T) {
	for cells, want := range map[string]bool{
		"总得分 96": true, "总得分 100 96": true, "总得分 100 96 95": false, "总得分": false, "总得分 优": false, "培训人数 96": false,
		"合计 100 96": true, "项目年度绩效自评总分 96": true, "项目年度绩效自评得总分 96": false, "综合评价自评得分总计得分说明和合计 96": false,
	} {
		w := woven(strings.Fields(cells)...)
		if got := w.list.beside.totalLabel(0); got != want {
			t.Errorf("%s has a total's label: %v", cells, got)
		}
	}
}

// Marks end at what is none: a percentage, words.
func TestFigures(t *testing.T) {
	for cells, want := range map[string]string{
		"10 9 优": "[0 1] 2", "10 90% 9": "[0] 1", "10 — 9": "[0 2] 3", "优": "[] 0",
	} {
		f, end := woven(strings.Split(cells, " ")...).list.beside.figures(0)
		if got := fmt.Sprint(f, end); got != want {
			t.Errorf("%q: got %s, want %s", cells, got, want)
		}
	}
}

// A stream of which most is held back is not read at all.
func TestRefusing(t *testing.T) {
	for held, want := range map[int]bool{0: false, 2: false, 3: true} {
		w := woven("甲", "乙", "丙", "丁", "")
		for i := range held {
			w.hold(i, "分不清", "cannot be told")
		}
		if got := w.refusing() != nil; got != want {
			t.Errorf("%d of four held back: refused %v", held, got)
		}
	}
	w := woven("甲", "乙", "")
	if w.hold(2, "分不清", "cannot be told"); len(w.held)+len(w.doubts) > 0 {
		t.Error("a blank is held back")
	}
	w.list.refusal(0, "分不清", "cannot be told")
	if d := w.refusing(); d == nil || d.Text == "" || d.Reason.ZH != "分不清" {
		t.Errorf("got %+v", d)
	}
}

// put are the rows written, as text@column.
func put(w *weaver) string {
	var rows []string
	for _, l := range w.out {
		var cells []string
		for _, it := range l.Items {
			cells = append(cells, fmt.Sprintf("%s@%d", it.Text, it.Col))
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, "; ")
}

// What stands behind a grade: its letter, after blanks too, or the total.
func TestFootOfGrade(t *testing.T) {
	for cells, want := range map[string]string{
		"评价等级||优": "评价等级@0 优@1", "评价等级|优": "评价等级@0 优@1", "评价等级|附件": "评价等级@0",
		"评价等级|总分|100|96": "评价等级@0 总分@1 100@5 96@6", "总分|100|96|优": "总分@0 100@5 96@6 优@7",
	} {
		w := woven(strings.Split(cells, "|")...)
		w.foot.foot(0)
		if got := put(w); got != want {
			t.Errorf("%s: got %s, want %s", cells, got, want)
		}
	}
}

// A row of money with a cell for each column, the blank ones shown, tells its marks.
func TestMoneyRowInFull(t *testing.T) {
	w := woven("年度资金总额", "100", "", "90", "10", "9")
	var cols []stream.Headed
	for k, id := range []string{"initial", "budget", "executed", "weight", "score"} {
		cols = append(cols, stream.Headed{ID: id, Col: k + 2})
	}
	label := 0
	w.funds.figured = make([]bool, len(cols))
	w.funds.moneyRow(cols, &label, 1, len(w.Tokens), false, true)
	if got, want := put(w), "年度资金总额@1 100@2 90@4 10@5 9@6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if w.funds.weight == nil || w.funds.weight.Text != "10" || w.funds.score == nil || w.funds.score.Text != "9" {
		t.Errorf("got the marks %+v and %+v", w.funds.weight, w.funds.score)
	}
}

// Figures that run together may stand in any column.
func TestUncutFigures(t *testing.T) {
	w := woven("100", "90")
	d := w.funds.uncutFigures([]stream.Headed{{ID: "budget"}, {ID: "executed"}}, []int{0, 1})
	if len(d.Cells) != 2 || d.Cells[0].Text != "100" || d.Cells[1].Text != "90" || !slices.Equal(d.IDs, []string{"budget", "executed"}) || len(w.held) != 2 {
		t.Errorf("got %+v, held %d", d, len(w.held))
	}
}

// The row that a text breaks off in, down to the levels before it.
func TestCutOff(t *testing.T) {
	for cells, want := range map[string]string{
		"培训|产出指标|数量指标": "[0] [1 2]", "产出指标|数量指标": "[] [0 1]", "产出指标": "[] [0]", "产出指标|数量指标|": "[] [0 1]", "培训|9": "[0 1] []",
		"培训|效益指标|生态": "[0] [1 2]", "产出指标|培": "[] [0 1]", "培": "[0] []", "9|培": "[0 1] []", "生态": "[] [0]",
	} {
		w := woven(strings.Split(cells, "|")...)
		rest, cut := w.list.cutOff(upTo(len(w.Tokens)), len(w.Tokens))
		if got := fmt.Sprint(rest, cut); got != want {
			t.Errorf("%s: got %s, want %s", cells, got, want)
		}
	}
	w := woven("产出指标", "总分")
	if rest, cut := w.list.cutOff([]int{0}, 1); len(rest) != 1 || len(cut) > 0 {
		t.Error("a list that goes on breaks off")
	}
}

// One paragraph stays the cell it is; several are one text.
func TestTogether(t *testing.T) {
	w := woven("甲", "乙")
	w.Tokens[0].Parts = 7
	if at := w.together([]int{0}, "-"); at != 0 || w.Tokens[0].Text != "甲" || w.Tokens[0].Parts != 7 {
		t.Errorf("got %+v", w.Tokens[0])
	}
	if at := w.together([]int{0, 1}, "-"); at != 0 || w.Tokens[0].Text != "甲-乙" || w.Tokens[0].Parts != 2 {
		t.Errorf("got %+v", w.Tokens[0])
	}
}

// Two labels of the goals stand in columns of their own, and move the headings; a list's do not.
func TestHeadingRows(t *testing.T) {
	for _, tt := range []struct {
		kind   table.BlockKind
		before int
		want   string
	}{{table.GoalBlock, 0, "甲@0 乙@1 丙@2 丁@3"}, {table.GoalBlock, -1, "乙@0 丙@1 丁@2"}, {table.FundBlock, -1, "乙@0 丙@1 丁@2"}} {
		w := woven("甲", "乙", "丙", "丁")
		w.headingRows(&stream.Heading{Kind: tt.kind, Label: 1, Lower: []stream.Headed{{Token: 2, Col: 1}, {Token: 3, Col: 2}}}, tt.before)
		if got := put(w); got != tt.want {
			t.Errorf("a label before at %d: got %s, want %s", tt.before, got, tt.want)
		}
	}
}
