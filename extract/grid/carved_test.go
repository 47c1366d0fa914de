package grid

import (
	"math"
	"strings"
	"testing"

	"ziping/extract"
)

// What rulings enclose is a cell; where they enclose no rectangle, the ruling drawn
// in part is the likelier cut.
func TestCellsOfAnyOutline(t *testing.T) {
	angle := func() *board {
		return newBoard().box(50, 100, 250, 180).rule(200, 160, 200, 180).rule(200, 160, 250, 160).
			write("甲", 60, 103).write("乙", 210, 103).write("丙", 60, 163).write("丁", 210, 163)
	}
	two := [][]string{{"乙", "丙"}}
	for _, tt := range []struct {
		name  string
		board *board
		want  string
	}{
		{"cut along the row", angle(), "table 0: 2 × 2\n0,0 1×2 甲 乙\n1,0 丙\n1,1 丁\n"},
		{"cut along the row, drawn in part", angle().rule(50, 160, 90, 160), "table 0: 2 × 2\n0,0 1×2 甲 乙\n1,0 丙\n1,1 丁\n"},
		{"cut along the column, drawn in part", angle().rule(200, 100, 200, 118), "table 0: 2 × 2\n0,0 2×1 甲丙\n0,1 乙\n1,1 丁\n"},
		{"missing at the upper right", newBoard().grid(50, 100, 100, 20, two...).grid(50, 120, 100, 20, []string{"1", "2", "3"}), "table 0: 2 × 3\n0,0 乙\n0,1 丙\n1,0 1\n1,1 2\n1,2 3\n"},
		{"missing at the lower right", newBoard().grid(50, 100, 100, 20, []string{"1", "2", "3"}).grid(50, 120, 100, 20, two...), "table 0: 2 × 3\n0,0 1\n0,1 2\n0,2 3\n1,0 乙\n1,1 丙\n"},
		{"missing at the lower left", newBoard().grid(50, 100, 100, 20, []string{"1", "2", "3"}).grid(150, 120, 100, 20, two...), "table 0: 2 × 3\n0,0 1\n0,1 2\n0,2 3\n1,1 乙\n1,2 丙\n"},
		{"a double ruling", newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}).grid(50, 124, 100, 20, []string{"1", "2"}), "table 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 2\n"},
		{"a double border", newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"}).box(46, 96, 254, 144), "table 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 2\n"},
		{"a narrow column with text is one", newBoard().box(50, 100, 162, 140).rule(50, 120, 162, 120).rule(150, 100, 150, 140).write("甲", 60, 103).write("1", 153, 103).write("乙", 60, 123).write("2", 153, 123), "table 0: 2 × 2\n0,0 甲\n0,1 1\n1,0 乙\n1,1 2\n"},
		{"a word cut by the left border", newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"", "2"}).write("深圳市", 42, 123), "table 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 深圳市\n1,1 2\n"},
		{"a word far left of the table", newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"}).write("旁注", 10, 123), "line \"旁注\" before 1\ntable 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 2\n"},
	} {
		if got := picture(Find([]Page{tt.board.page}, Options{})); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// Texts near each other on one line outside tables are one line, those apart two,
// from left to right.
func TestLooseTexts(t *testing.T) {
	wantPicture(t, "line \"绩效 自评 报告\" before 0\nline \"左\" before 0\nline \"右\" before 0\nline \"单位\" before 0\n",
		following(newBoard().write("报告", 160, 60).write("绩效", 100, 60).write("自评", 130, 60).write("右", 300, 101).write("左", 100, 102).write("单位", 100, 140))...)
}

// Characters without a usable place are kept, behind the others of their page, with
// a warning.
func TestTextWithoutPlace(t *testing.T) {
	b := newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"})
	b.page.Glyphs = append(b.page.Glyphs, Glyph{Text: "失", Size: 10, Box: extract.Box{math.NaN(), 1, 2, 3}})
	f := Find(following(b, newBoard().write("后", 50, 100)), Options{Lang: extract.EN})
	if len(f.Warnings) != 1 || f.Warnings[0].Code != "text-without-place" {
		t.Errorf("got warnings %+v", f.Warnings)
	}
	if want := "line \"失\" before 1\nline \"后\" before 1\n"; len(picture(f)) < len(want) || picture(f)[:len(want)] != want {
		t.Errorf("got\n%s", picture(f))
	}
	if f := Find(following(newBoard().write("后", 50, 100)), Options{}); len(f.Warnings) != 0 {
		t.Errorf("got warnings %+v of a page in order", f.Warnings)
	}
}

// Characters set equally far from each other over all of a line are one text.
func TestSpreadLine(t *testing.T) {
	for _, tt := range []struct {
		texts []string
		at    []float64
		lines int
	}{
		{[]string{"（", "2024", "年", "度", "）"}, []float64{50, 110, 180, 240, 300}, 1},
		{[]string{"绩", "效", "自", "评"}, []float64{50, 110, 170, 230}, 1},
		{[]string{"绩", "效", "表"}, []float64{50, 110, 170}, 3},
		{[]string{"绩", "效", "自评", "表"}, []float64{50, 110, 170, 240}, 4},
		{[]string{"绩", "效", "自", "评"}, []float64{50, 110, 175, 230}, 4},
	} {
		b := newBoard()
		for i, text := range tt.texts {
			b.write(text, tt.at[i], 60)
		}
		f := Find([]Page{b.page}, Options{})
		if len(f.Lines) != tt.lines || tt.lines == 1 && f.Lines[0].Text != strings.Join(tt.texts, "") {
			t.Errorf("%v: got\n%s", tt.texts, picture(f))
		}
	}
}
