package grid

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/sheet"
)

// onePage draws a table of texts; "<" merges with the place left, "^" with the
// one above.
func onePage(number int, rows [][]string, heights []float64) Page {
	p := plan{rows: len(rows), cols: len(rows[0]), heights: heights}
	for range p.cols {
		p.widths = append(p.widths, 60)
	}
	for r, row := range rows {
		if heights == nil {
			p.heights = append(p.heights, 20)
		}
		for c, text := range row {
			if text == "<" || text == "^" {
				continue
			}
			cell := extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text}
			for c+cell.ColSpan < p.cols && row[c+cell.ColSpan] == "<" {
				cell.ColSpan++
			}
			for r+cell.RowSpan < p.rows && rows[r+cell.RowSpan][c] == "^" {
				cell.RowSpan++
			}
			p.cells = append(p.cells, cell)
		}
	}
	page := Page{Number: number, Width: 900, Height: 900}
	p.draw(&page, style{em: 10, perCell: true, padding: 2}, func() float64 { return 0 }, 50, 60)
	return page
}

// cellsOf finds a table and lists row, column and spans of each text.
func cellsOf(t *testing.T, pages ...Page) map[string][4]int {
	t.Helper()
	known := map[string]bool{"年度总体目标": true, "质量": true, "质量指标（30分）": true, "数量指标(30分)": true, "数量指标": true, "质量指标": true, "产出指标": true}
	found := Find(pages, Options{Heading: func(s string) bool { return known[s] }})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables, want 1\n%s", len(found.Tables), picture(found))
	}
	out := map[string][4]int{}
	for _, c := range found.Tables[0].Cells {
		out[sheet.Squash(c.Text)] = [4]int{c.Row, c.Col, c.RowSpan, c.ColSpan}
	}
	return out
}

func TestBreakCutsALabel(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"项目", "甲", "乙"}, {"年度总体", "预期", "完成"}}, nil),
		onePage(2, [][]string{{"目标", "修路", "修桥"}, {"产出", "7", "8"}}, nil))
	for text, want := range map[string][4]int{"年度总体目标": {1, 0, 2, 1}, "预期": {1, 1, 1, 1}, "修路": {2, 1, 1, 1}, "产出": {3, 0, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

func TestBreakCutsARowInANumber(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"指标", "分值", "完成"}, {"高标准", "5", "50.7"}, {"农田", "6", "2024年4"}}, nil),
		onePage(2, [][]string{{"面积", "", "月2日"}, {"公路", "7", "8"}}, nil))
	for text, want := range map[string][4]int{"农田面积": {2, 0, 1, 1}, "2024年4月2日": {2, 2, 1, 1}, "公路": {3, 0, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// A spreadsheet prints the first rows again on each page, whatever they hold.
func TestFirstRowsPrintedAgain(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"单位编码", "310006", "<"}, {"资金", "拨付", "支出"}, {"^", "5", "6"}}, nil),
		onePage(2, [][]string{{"单位编码", "310006", "<"}, {"", "8", "9"}, {"公路", "3", "4"}}, nil))
	for text, want := range map[string][4]int{"8": {3, 1, 1, 1}, "公路": {4, 0, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
	// With the second row alike as well it is the next form.
	pages := []Page{
		onePage(1, [][]string{{"单位编码", "310006", "<"}, {"资金", "拨付", "支出"}, {"^", "5", "6"}}, nil),
		onePage(2, [][]string{{"单位编码", "310006", "<"}, {"资金", "拨付", "支出"}, {"^", "8", "9"}}, nil),
	}
	if found := Find(pages, Options{}); len(found.Tables) != 2 {
		t.Errorf("two forms: got %d tables, want 2\n%s", len(found.Tables), picture(found))
	}
}

// A label written again in the middle of its cell lies in the rows printed again.
func TestLabelWrittenIntoRepeatedRow(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"单位", "310006", "<"}, {"过程", "桥", "5"}, {"^", "路", "6"}}, nil),
		onePage(2, [][]string{{"过程单位", "310006", "<"}, {"", "医院", "8"}, {"^", "学校", "9"}}, nil))
	for text, want := range map[string][4]int{"过程": {1, 0, 4, 1}, "医院": {3, 1, 1, 1}, "学校": {4, 1, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// A group's label that begins in the heading, the last row of a page, does not
// hide that the next page repeats the heading.
func TestLabelBesideARepeatedHeading(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"项目", "修路", "<"}, {"绩效", "名称", "完成"}}, nil),
		onePage(2, [][]string{{"", "名称", "完成"}, {"^", "公路", "4"}, {"^", "桥", "5"}}, nil))
	for text, want := range map[string][4]int{"绩效": {1, 0, 3, 1}, "公路": {2, 1, 1, 1}, "桥": {3, 1, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// Where a group ended with the page, an empty cell under it does not go on in
// the next group.
func TestGroupEndsWithThePage(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"一级", "二级", "名称", "完成"}, {"产出", "数量", "甲", "1"}, {"成本", "", "乙", "2"}}, nil),
		onePage(2, [][]string{{"效益", "经济", "丙", "3"}, {"^", "^", "丁", "4"}, {"^", "社会", "戊", "5"}}, nil))
	for text, want := range map[string][4]int{"成本": {2, 0, 1, 1}, "效益": {3, 0, 3, 1}, "经济": {3, 1, 2, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// What shows nothing is no character: a cell with a narrow blank in it, in the
// last row before a page break, is an empty one.
func TestBlankCharacterBeforeABreak(t *testing.T) {
	for _, blank := range []string{"\u202f", "\u200b", "\u3000", "\u2009"} {
		first := onePage(1, [][]string{{"项目", "甲", "乙", "丙"}, {"修路", "已办", "·", "完成"}}, nil)
		for i := range first.Glyphs {
			if first.Glyphs[i].Text == "·" {
				first.Glyphs[i].Text = blank
			}
		}
		got := cellsOf(t, first, onePage(2, [][]string{{"修桥", "已办妥", "36", "部分完成"}, {"种树", "7", "8", "未完成"}}, nil))
		if want := [4]int{2, 2, 1, 1}; got["36"] != want {
			t.Errorf("%q: got %v, want %v", blank, got["36"], want)
		}
		if _, ok := got[blank]; ok {
			t.Errorf("%q is a text", blank)
		}
	}
}

// Whoever waits is told that work goes on, on every page.
func TestProgress(t *testing.T) {
	pages := []Page{onePage(1, [][]string{{"项目", "甲"}, {"修路", "12"}}, nil), onePage(2, [][]string{{"修桥", "15"}}, nil), {Number: 3}}
	n := 0
	Find(pages, Options{Progress: func() { n++ }})
	if n < 4*len(pages) {
		t.Errorf("told %d times of %d pages", n, len(pages))
	}
}

// What each column says of a break is added up: the second row of the first page and
// the first of the next are one row, or two.
func TestRowOverABreak(t *testing.T) {
	for _, tt := range []struct {
		name         string
		above, below []string
		one          bool
	}{
		{"a full line stops in a sentence", []string{"修建乡村道", "5", "8", "好"}, []string{"路并通车", "", "", ""}, true},
		{"a line is complete", []string{"修路", "5", "8", "好"}, []string{"修桥", "", "", ""}, false},
		{"a full line ends a sentence, and the others ended", []string{"修完了路。", "5", "8", "好"}, []string{"修桥", "", "", ""}, true},
		{"a full line ends a sentence, and nothing ended", []string{"", "修完了路。", "", ""}, []string{"", "修桥", "", ""}, false},
		{"a new number, and nothing ended", []string{"", "修建乡村道", "", ""}, []string{"", "2.修桥", "", ""}, false},
		{"figures on both pages", []string{"修建乡村道", "5", "8", "好"}, []string{"路并通车", "7", "", ""}, false},
		{"a figure that had room", []string{"修建乡村道", "", "8", "好"}, []string{"路并通车", "7", "", ""}, false},
		{"a text that had no room", []string{"甲", "5", "8", ""}, []string{"", "", "", "改善出行条件明显缩短时间"}, true},
		{"the same, and nothing ended", []string{"", "", "", ""}, []string{"", "", "", "改善出行条件明显缩短时间"}, false},
		{"two of three went on to the end", []string{"1", "修建乡村道", "5", "改善出行条"}, []string{"", "路并通车", "", "件"}, true},
		{"one runs on, one is complete", []string{"", "修建乡村道", "", "改善"}, []string{"", "路并通车", "", "出行"}, false},
		{"a date is torn, whatever else", []string{"修路", "5", "8", "2024年4"}, []string{"修桥", "", "", "月2日"}, true},
		{"one runs on, one had no room, nothing ended", []string{"", "修建乡村道", "", ""}, []string{"", "路并通车", "", "改善出行条件明显缩短时间"}, true},
		{"three run on, one is complete", []string{"指标名称级", "计量单位级", "指标性质级", "分值"}, []string{"节目时长", "小时", "高于", "二十"}, false},
		{"all run on, as in a narrow table", []string{"指标名称级", "计量单位级", "指标性质级", "指标分值级"}, []string{"节目时长", "小时", "高于", "二十"}, false},
		{"a bracket is torn beside a full sentence", []string{"", "修路(二", "", "修完了路。"}, []string{"", "期)", "", "修桥"}, true},
		{"figures out of room, and one ended", []string{"", "1234567890", "5", ""}, []string{"", "67", "", ""}, false},
		{"full lines beside a figure out of room", []string{"修建乡村道", "1234567890", "5", "改善出行条"}, []string{"路并通车", "67", "", "件"}, false},
		{"a bracket closes that none opened", []string{"修路", "5", "8", "好"}, []string{"期)", "", "", ""}, false},
		{"one runs on, two end as sentences do", []string{"", "修建乡村道", "修完了路。", "修完了桥。"}, []string{"", "路并通车", "种树", "办学"}, true},
		{"a bracket is torn", []string{"修路(二", "5", "8", "好"}, []string{"期)", "", "", ""}, true},
	} {
		other := []string{"公路", "7", "9", "优"}
		got := cellsOf(t,
			onePage(1, [][]string{{"指标", "分值", "完成", "说明"}, other, tt.above}, nil),
			onePage(2, [][]string{tt.below, {"水渠", "3", "4", "良"}}, []float64{40, 20}))
		if one := got["水渠"][0] == 3; one != tt.one {
			t.Errorf("%s: one row %v, want %v in %v", tt.name, one, tt.one, got)
		}
	}
}

func TestGroupBeginsBehindABreak(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"指标", "分值", "完成", "说明"}, {"修建乡村道", "5", "8", "好"}}, nil),
		onePage(2, [][]string{{"路并通车", "", "", "优"}, {"水渠", "3", "4", "^"}}, nil))
	if got["优"] != [4]int{2, 3, 2, 1} || got["水渠"][0] != 3 {
		t.Errorf("got %v, want a group of two rows behind the break", got)
	}
}

// A row is cut although the labels of its groups go on with rows of their own behind
// the break, where their texts do not end before it: the rest of a label is no new
// group. One that is a heading by itself, or ends before its line is full, is whole.
func TestBreakCutsTheFirstRowOfAGroup(t *testing.T) {
	for _, tt := range []struct {
		name, label, rest string
		cut               bool
	}{
		{"half of a heading", "数量", "指标(30分)", true},
		{"a heading and the rest of a longer one", "质量", "指标（30分）", true},
		{"no heading, line full", "项目实施", "情况", true},
		{"no heading, line not full", "项目", "管理", false},
		{"two headings", "产出指标", "质量指标", false},
	} {
		got := cellsOf(t,
			onePage(1, [][]string{{"一级", "指标", "分值", "目标"}, {tt.label, "特色产业", "20", "2024年4"}}, nil),
			onePage(2, [][]string{{tt.rest, "增收", "", "月2日"}, {"^", "公路", "7", "8"}, {"质量", "桥", "9", "10"}}, nil))
		if want := [4]int{1, 0, 2, 1}; tt.cut && got[tt.label+tt.rest] != want {
			t.Errorf("%s: got %v, want the label at %v", tt.name, got, want)
		}
		if _, joined := got["特色产业增收"]; joined != tt.cut {
			t.Errorf("%s: row cut %v in %v, want %v", tt.name, joined, got, tt.cut)
		}
	}
}

// An amount is parted from its unit.
func TestBreakPartsAnAmount(t *testing.T) {
	for rest, want := range map[string]bool{"万元": true, "元": true, "元/人": true, "元宵": false} {
		got := cellsOf(t,
			onePage(1, [][]string{{"指标", "完成"}, {"农田", "≥11.376"}}, nil),
			onePage(2, [][]string{{"面积", rest}, {"公路", "8"}}, nil))
		if _, ok := got["≥11.376"+rest]; ok != want {
			t.Errorf("%s: joined %v, want %v in %v", rest, ok, want, got)
		}
	}
}

// A row whose cells all go on in an empty strip behind the break is one row, though
// some of its cells are empty on both pages and nothing else stands on the second.
func TestStripOfTheLastRow(t *testing.T) {
	head := []string{"名称", "分值", "得分", "偏差"}
	found := Find([]Page{
		onePage(1, [][]string{head, {"公路", "5", "8", "已办"}, {"桥", "8", "3.5", "未完"}, {"总分", "100", "96.5", ""}}, nil),
		onePage(2, [][]string{head, {"", "", "", ""}}, nil)}, Options{})
	const want = "table 0: 4 × 4\n0,0 名称\n0,1 分值\n0,2 得分\n0,3 偏差\n1,0 公路\n1,1 5\n1,2 8\n1,3 已办\n2,0 桥\n2,1 8\n2,2 3.5\n2,3 未完\n3,0 总分\n3,1 100\n3,2 96.5\n"
	if got := picture(found); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
