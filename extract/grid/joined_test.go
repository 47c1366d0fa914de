package grid

import (
	"fmt"
	"strings"
	"testing"
)

// following numbers pages in their order.
func following(boards ...*board) []Page {
	var out []Page
	for i, b := range boards {
		b.page.Number = i + 1
		out = append(out, b.page)
	}
	return out
}

func wantPicture(t *testing.T, want string, pages ...Page) {
	t.Helper()
	f := Find(pages, Options{})
	checkLaws(t, pages, f)
	if got := picture(f); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Two frames between which no line of text has room are one table, where both sides
// are the same.
func TestFramesWithoutRoomBetween(t *testing.T) {
	for _, tt := range []struct {
		name      string
		gap, wide float64
		tables    int
	}{{"no room", 7, 100, 1}, {"room", 12, 100, 2}, {"no room, and narrower", 7, 85, 2}} {
		b := newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"}).grid(50, 140+tt.gap, tt.wide, 20, []string{"丙", "3"})
		if found := Find([]Page{b.page}, Options{}); len(found.Tables) != tt.tables {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(found.Tables), tt.tables, picture(found))
		}
	}
}

// Pages that are each shifted a little further are still of one table, and so are
// columns that a page does not divide.
func TestShiftedPages(t *testing.T) {
	wantPicture(t, "table 0: 4 × 3\n0,0 甲\n0,1 乙\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n2,0 4\n2,1 5\n2,2 6\n3,0 1×2 7\n3,2 8\n",
		following(
			newBoard().grid(50, 100, 60, 20, []string{"甲", "乙", "丙"}),
			newBoard().grid(70, 100, 60, 20, []string{"1", "2", "3"}),
			newBoard().grid(90, 100, 60, 20, []string{"4", "5", "6"}).grid(90, 120, 120, 20, []string{"7"}).grid(210, 120, 60, 20, []string{"8"}))...)
	wantPicture(t, "table 0: 2 × 3\n0,0 甲\n0,1 乙\n0,2 丙\n1,0 1×2 7\n1,2 8\n",
		following(newBoard().grid(50, 100, 60, 20, []string{"甲", "乙", "丙"}), newBoard().grid(50, 100, 120, 20, []string{"7"}).grid(170, 100, 60, 20, []string{"8"}))...)
}

// A page goes on with the table before it where half the columns of one are columns
// of the other.
func TestHalfTheColumns(t *testing.T) {
	for _, tt := range []struct {
		name   string
		inner  []float64
		tables int
	}{
		{"one of three", []float64{110, 150, 200}, 2},
		{"two of three", []float64{110, 170, 200}, 1},
		{"two of five, all but one of its own", []float64{80, 110, 140, 170, 200}, 1},
		{"one of five", []float64{80, 110, 140, 190, 210}, 2},
	} {
		next := newBoard()
		x := 50.0
		for _, to := range append(tt.inner, 290) {
			next.grid(x, 100, to-x, 20, []string{"1"}, []string{"2"})
			x = to
		}
		pages := following(newBoard().grid(50, 100, 60, 20, []string{"甲", "乙", "丙", "丁"}, []string{"5", "6", "7", "8"}), next)
		if found := Find(pages, Options{}); len(found.Tables) != tt.tables {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(found.Tables), tt.tables, picture(found))
		}
	}
}

// A page whose left border stands at an inner column of the table before is a table
// of its own: that table shows its left border.
func TestBorderAtAnInnerColumn(t *testing.T) {
	pages := following(newBoard().grid(50, 100, 60, 20, []string{"甲", "乙", "丙"}, []string{"1", "2", "3"}), newBoard().grid(110, 100, 60, 20, []string{"4", "5"}, []string{"6", "7"}))
	if found := Find(pages, Options{}); len(found.Tables) != 2 {
		t.Errorf("got\n%s", picture(found))
	}
}

// A spreadsheet draws a label in the middle of its cell on both pages, over the end of
// the table: that it is the same label tells that the cell goes on.
func TestLabelHangsOverTheBreak(t *testing.T) {
	hung := func(rows [][]string, y float64) *board {
		b := newBoard()
		b.page = onePage(1, rows, nil)
		b.pen.page = &b.page
		return b.write("产\n出\n指\n标", 75, y)
	}
	pages := following(hung([][]string{{"项目", "甲"}, {"", "1"}, {"^", "2"}}, 93), hung([][]string{{"", "3"}, {"^", "4"}}, 33))
	if got := cellsOf(t, pages...); got["产出指标"] != [4]int{1, 0, 4, 1} {
		t.Errorf("got %v", got)
	}
}

// A label printed whole at the end of one page and again on the next is two.
func TestLabelTwice(t *testing.T) {
	got := picture(Find([]Page{
		onePage(1, [][]string{{"项目", "甲", "乙"}, {"产出", "公路", "1"}, {"^", "桥", "2"}}, nil),
		onePage(2, [][]string{{"产出", "学校", "3"}, {"^", "医院", "4"}}, nil)}, Options{}))
	if want := "1,0 2×1 产出\n"; !strings.Contains(got, want) || !strings.Contains(got, "3,0 2×1 产出\n") {
		t.Errorf("got\n%s", got)
	}
}

// A label of one row goes on behind the break where the group it is of does; not in
// the last column, where nothing is grouped under it.
func TestLabelGoesOnWithItsGroup(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"项目", "类别", "完成"}, {"产出", "时效", "5"}, {"^", "数量", "6"}}, nil),
		onePage(2, [][]string{{"", "", "7"}, {"^", "成本", "8"}}, nil))
	for text, want := range map[string][4]int{"产出": {1, 0, 4, 1}, "数量": {2, 1, 2, 1}, "6": {2, 2, 1, 1}, "7": {3, 2, 1, 1}} {
		if got[text] != want {
			t.Errorf("%s: got %v, want %v in %v", text, got[text], want, got)
		}
	}
}

// A text that had room before the break is of the next row, though the others ended.
func TestTextThatHadRoom(t *testing.T) {
	got := cellsOf(t,
		onePage(1, [][]string{{"指标", "分值", "完成", "说明"}, {"公路", "7", "9", "优"}, {"修路", "5", "8", ""}}, []float64{20, 20, 90}),
		onePage(2, [][]string{{"", "", "", "改善出行条件"}, {"水渠", "3", "4", "良"}}, []float64{40, 20}))
	if got["改善出行条件"] != [4]int{3, 3, 1, 1} || got["水渠"][0] != 4 {
		t.Errorf("got %v", got)
	}
}

// A title over all columns begins a new form where the one before began with a title
// as well; a long text there is none, and neither is a note without that.
func TestTitleOverAllColumns(t *testing.T) {
	plain := [][]string{{"甲", "1"}, {"乙", "2"}}
	titled := func(title string) [][]string { return append([][]string{{title, "<"}}, plain...) }
	long := strings.Repeat("情况", 21)
	for _, tt := range []struct {
		name         string
		first, next  [][]string
		tables, high int
	}{
		{"a title each", titled("自评表"), titled("第二张表"), 2, 20},
		{"a long text on the second", titled("自评表"), titled(long), 1, 140},
		{"a title on the first", titled("自评表"), [][]string{{"丙", "3"}}, 1, 20},
		{"a note on the second", plain, titled("其他"), 1, 20},
	} {
		heights := make([]float64, len(tt.next))
		for k := range heights {
			heights[k] = 20
		}
		heights[0] = float64(tt.high)
		f := Find([]Page{onePage(1, tt.first, nil), onePage(2, tt.next, heights)}, Options{})
		if len(f.Tables) != tt.tables {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(f.Tables), tt.tables, picture(f))
		}
	}
}

// An empty first row is the lower end of the row that the break cut: where no other
// row is empty, or the last row before leaves its text less room than the others do.
func TestEmptyRowBehindTheBreak(t *testing.T) {
	for _, tt := range []struct {
		name  string
		blank bool
		low   float64
		row   int // of the first text behind the break
	}{
		{"no other row is empty", false, 20, 4},
		{"another is, and the last is as high as all", true, 20, 5},
		{"another is, and the last is lower", true, 14, 4},
	} {
		second := []string{"水渠", "5", "良"}
		if tt.blank {
			second = []string{"", "", ""}
		}
		got := cellsOf(t,
			onePage(1, [][]string{{"指标", "分值", "完成"}, {"公路", "7", "优"}, second, {"种树", "6", "中"}}, []float64{20, 20, 20, tt.low}),
			onePage(2, [][]string{{"", "", ""}, {"学校", "4", "好"}, {"医院", "3", "差"}}, nil))
		if got["学校"][0] != tt.row {
			t.Errorf("%s: got row %d, want %d in %v", tt.name, got["学校"][0], tt.row, got)
		}
	}
}

// What a scan shows between two pages and nobody can read parts no table: dirt that was
// read as a character, and a page number read badly. A word does, and so does text of a
// file, however short.
func TestDirtBetweenPages(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		confidence float64
		tables     int
	}{
		{"dirt", "m", 0.29, 1},
		{"two marks", "I·", 0.4, 1},
		{"a page number in a ring", "-②-", 0.95, 1},
		{"a character that was read surely", "附", 0.95, 2},
		{"words that were not", "附表二续", 0.4, 2},
		{"what was read by chance", "附表二续", 0.1, 1},
		{"an edge", "附表二续", 0.9, 1},
		{"a character of a file", "附", 0, 2},
	} {
		first := newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"})
		first.write(tt.text, 150, 400)
		n := len([]rune(tt.text))
		for k := len(first.page.Glyphs) - n; k < len(first.page.Glyphs); k++ {
			g := &first.page.Glyphs[k]
			if g.Confidence = tt.confidence; tt.name == "an edge" {
				g.Box[0], g.Box[2] = 150, 151
			}
		}
		pages := following(first, newBoard().grid(50, 100, 100, 20, []string{"3", "4"}))
		if found := Find(pages, Options{}); len(found.Tables) != tt.tables {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(found.Tables), tt.tables, picture(found))
		}
	}
}

// A program prints the title alone on each page as it does headings; where the page
// before had room, or what comes behind it begins a form, another form begins.
func TestTitleAgain(t *testing.T) {
	form := [][]string{{"自评表", "<"}, {"名称", "甲"}, {"单位", "乙"}, {"公路", "5"}, {"桥", "4"}}
	for _, tt := range []struct {
		name string
		last float64 // height of the first page's last row
		next [][]string
		rows []string // behind the break, nil where another table begins
	}{
		{"on a full page", 690, [][]string{{"自评表", "<"}, {"学校", "4"}, {"医院", "2"}}, []string{"学校", "医院"}},
		{"behind a page with room", 340, [][]string{{"自评表", "<"}, {"学校", "3"}, {"医院", "2"}}, nil},
		{"before a form that begins alike", 690, [][]string{{"自评表", "<"}, {"单位", "丙"}, {"医院", "2"}}, nil},
		{"before a label of the form with another row between", 690, [][]string{{"自评表", "<"}, {"编号", "7"}, {"单位", "丙"}}, nil},
		{"another title", 690, [][]string{{"第二表", "<"}, {"学校", "3"}, {"医院", "2"}}, nil},
		{"over a part of the columns", 690, [][]string{{"自评表", ""}, {"学校", "3"}, {"医院", "2"}}, nil},
	} {
		f := Find([]Page{onePage(1, form, []float64{20, 20, 20, 20, tt.last}), onePage(2, tt.next, nil)}, Options{})
		if want := 2 - min(len(tt.rows), 1); len(f.Tables) != want {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(f.Tables), want, picture(f))
			continue
		}
		for i, row := range tt.rows {
			if got := picture(f); !strings.Contains(got, fmt.Sprintf("%d,0 %s\n", 5+i, row)) {
				t.Errorf("%s: want %s in row %d of\n%s", tt.name, row, 5+i, got)
			}
		}
	}
}
