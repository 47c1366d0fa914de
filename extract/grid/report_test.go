package grid

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
)

// typed writes a line in a font whose characters are all as wide.
func (b *board) typed(text string, x, y float64) *board {
	for i, r := range text {
		if r != ' ' {
			left := x + float64(i)*0.6*em
			b.page.Glyphs = append(b.page.Glyphs, Glyph{Text: string(r), Box: extract.Box{left, y, left + 0.6*em, y + 1.15*em}, Size: em})
		}
	}
	return b
}

// words writes a line of words with the blanks of a book.
func (b *board) words(text string, x, y float64) *board {
	for _, w := range strings.Fields(text) {
		b.write(w, x, y)
		x += 0.5*em*float64(len(w)) + 0.3*em
	}
	return b
}

// filled writes lines of words to one measure, with blanks as wide as it takes; the
// last is as long as it is.
func (b *board) filled(x, y, width float64, lines ...string) *board {
	for k, line := range lines {
		words := strings.Fields(line)
		free := width
		for _, w := range words {
			free -= 0.5 * em * float64(len(w))
		}
		blank := free / float64(len(words)-1)
		if k == len(lines)-1 {
			blank = 0.3 * em
		}
		at := x
		for _, w := range words {
			b.write(w, at, y+float64(k)*1.3*em)
			at += 0.5*em*float64(len(w)) + blank
		}
	}
	return b
}

var paragraph = []string{
	"Following are the proportions of amounts which were planned",
	"by offices in the first quarter and those that were spent later",
	"within the same year unless a budget was adjusted in between",
	"by those who had asked for its amount.",
}

// A blank of a typewriter is wider than the gap that parts cells elsewhere. Two
// figures with one between are two all the same.
func TestTypedWords(t *testing.T) {
	b := newBoard()
	b.typed("Age in full years   Total   All of them", 50, 100)
	for r, label := range []string{"Under 1 year", "1 - 2 years", "80 years plus"} {
		b.typed(fmt.Sprintf("%-20s3,5%d 36,4%d 226,5%d", label, r, r, r), 50, 120+float64(r)*20)
	}
	got := picture(b.find())
	for _, want := range []string{"0,0 Age in full years\n", " Under 1 year\n", " 1 - 2 years\n", " 80 years plus\n", " 3,50\n", " 36,40\n", " 226,50\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// Words set to a measure are text, however wide their blanks, and end a table.
func TestParagraphIsNoTable(t *testing.T) {
	rows := func(b *board, y float64) *board {
		for r, label := range []string{"Item", "Roads", "Schools", "Other"} {
			b.write(label, 50, y+float64(r)*20)
			for c := range 3 {
				b.write(fmt.Sprint(100*r+c), 200+float64(c)*80, y+float64(r)*20)
			}
		}
		return b
	}
	for _, test := range []struct {
		name  string
		board *board
		want  int // tables
	}{
		{"alone", newBoard().filled(50, 100, 340, paragraph...), 0},
		{"twice", newBoard().filled(50, 100, 340, append(paragraph, paragraph...)...), 0},
		{"above a table", rows(newBoard().filled(50, 60, 340, paragraph...), 125), 1},
		{"below a table", rows(newBoard(), 60).filled(50, 140, 340, paragraph...), 1},
		{"between two", rows(rows(newBoard(), 60).filled(50, 145, 340, paragraph...), 210), 2},
	} {
		found := test.board.find()
		if len(found.Tables) != test.want {
			t.Errorf("%s: got %d tables, want %d\n%s", test.name, len(found.Tables), test.want, picture(found))
			continue
		}
		for i := range found.Tables {
			if found.Tables[i].Rows != 4 || found.Tables[i].Cols != 4 {
				t.Errorf("%s: got %d × %d, want 4 × 4\n%s", test.name, found.Tables[i].Rows, found.Tables[i].Cols, picture(found))
			}
		}
	}
}

// Rows of words in narrow columns are rows: their gaps go on from line to line.
func TestWordsInColumns(t *testing.T) {
	b := newBoard()
	for r, row := range [][3]string{{"Kind of the office", "Where it is found", "Staff"}, {"County education", "Fourth floor left", "12"}, {"County finance", "Second floor right", "9"}, {"County roads", "Ground floor hall", "31"}, {"County health", "House behind it", "8"}} {
		for c, text := range row {
			b.words(text, 50+float64(c)*105, 100+float64(r)*15)
		}
	}
	if found := b.find(); len(found.Tables) != 1 || found.Tables[0].Rows != 5 || found.Tables[0].Cols != 3 {
		t.Errorf("got\n%s", picture(found))
	}
}

// A caption begins a table, and ends the one before.
func TestCaptionPartsTables(t *testing.T) {
	for _, test := range []struct {
		caption string
		want    int
	}{{"Table 2. Amounts by office", 2}, {"表2 各部门支出情况", 2}, {"附表1：各部门支出情况", 2}, {"TABLE B-1 Amounts", 2}, {"其中：各部门支出情况", 1}, {"Tables and chairs", 1}} {
		b := newBoard()
		for k := range 2 {
			for r := range 4 {
				for c := range 3 {
					b.write(fmt.Sprint(100*r+10*c+k), 60+float64(c)*90, 60+float64(100*k+20*r))
				}
			}
		}
		b.write(test.caption, 60, 140)
		if found := b.find(); len(found.Tables) != test.want {
			t.Errorf("%s: got %d tables, want %d\n%s", test.caption, len(found.Tables), test.want, picture(found))
		}
	}
}

// A ruled column holds several where figures stand side by side in it, line by line:
// only the labels were ruled off. A list beside each other in one cell is none.
func TestFiguresSideBySideInARuledColumn(t *testing.T) {
	frame := func() *board {
		b := newBoard().rule(50, 100, 400, 100).rule(50, 120, 400, 120).rule(50, 200, 400, 200)
		return b.rule(50, 100, 50, 200).rule(150, 100, 150, 200).rule(400, 100, 400, 200)
	}
	lines := func(b *board, right ...string) *board {
		for r, label := range []string{"一般公共预算", "政府性基金", "其他资金", "合计"} {
			b.write(label, 53, 122+float64(r)*19)
			for c, text := range right {
				b.write(strings.ReplaceAll(text, "#", fmt.Sprint(r)), 160+float64(c)*80, 122+float64(r)*19)
			}
		}
		return b
	}
	for _, test := range []struct {
		name       string
		board      *board
		rows, cols int
	}{
		{"figures", lines(frame().write("来源", 53, 102).write("预算", 160, 102).write("执行", 240, 102).write("分值", 320, 102), "1#.5", "2#.5", "3#"), 5, 4},
		{"a label and figures", lines(frame().write("来源", 53, 102).write("金额及执行情况说明合并在此", 200, 102), "类#", "2#.5", "3#"), 5, 4},
		{"no heading", lines(newBoard().rule(50, 115, 50, 200).rule(150, 115, 150, 200).rule(400, 115, 400, 200).rule(50, 200, 400, 200), "1#.5", "2#.5", "3#"), 4, 4},
		{"labels", lines(frame().write("来源", 53, 102).write("说明", 160, 102), "类#", "甲#", "乙#"), 2, 2},
	} {
		found := test.board.find()
		if len(found.Tables) != 1 || found.Tables[0].Rows != test.rows || found.Tables[0].Cols != test.cols {
			t.Errorf("%s: want %d × %d, got\n%s", test.name, test.rows, test.cols, picture(found))
		}
	}
}

func (b *board) find() Found { return Find([]Page{b.page}, Options{}) }

// Two texts on a line are rows of a table where each column is flush and has a
// heading, or rulings run above and below.
func TestTwoColumns(t *testing.T) {
	pairs := func(b *board, texts ...[2]string) *board {
		for r, p := range texts {
			b.write(p[0], 60, 100+float64(r)*20)
			b.write(p[1], 300-0.5*em*float64(len(p[1])), 100+float64(r)*20)
		}
		return b
	}
	figures := [][2]string{{"Age", "Share"}, {"20-29", "0.26"}, {"30-39", "0.2"}, {"40-49", "0.147"}, {"50-59", "0.15"}}
	words := [][2]string{{"Age", "Kind"}, {"20-29", "few are known"}, {"30-39", "many"}, {"40-49", "some of them"}, {"50-59", "hardly any"}}
	ruled := func(b *board) *board { return b.rule(60, 95, 300, 95).rule(60, 200, 300, 200) }
	for _, test := range []struct {
		name  string
		board *board
		want  int // rows
	}{
		{"figures under a heading", pairs(newBoard(), figures...), 5},
		{"figures without", pairs(newBoard(), figures[1:]...), 0},
		{"too few", pairs(newBoard(), figures[:3]...), 0},
		{"words", pairs(newBoard(), words...), 0},
		{"words between rulings", ruled(pairs(newBoard(), words...)), 5},
		{"words over a ruling", pairs(newBoard(), words...).rule(60, 200, 300, 200), 0},
		{"words between short rulings", pairs(newBoard(), words...).rule(60, 95, 200, 95).rule(60, 200, 200, 200), 0},
		{"a third text", pairs(newBoard(), figures...).write("x", 150, 120), 0},
	} {
		found := test.board.find()
		got := 0
		for i := range found.Tables {
			got += found.Tables[i].Rows
		}
		if got != test.want {
			t.Errorf("%s: got %d rows, want %d\n%s", test.name, got, test.want, picture(found))
		}
	}
	for _, ragged := range []struct {
		name        string
		left, right float64
	}{{"labels that begin anywhere", 7, 0}, {"figures that begin and end anywhere", 0, 7}, {"figures close behind", 0, -210}} {
		b := newBoard()
		for r, p := range figures {
			x := 300 + float64(r*r)*ragged.right
			if ragged.right < 0 {
				x = 60 + 0.5*em*float64(len(p[0])) + 1.5*em
			}
			b.write(p[0], 60+float64(r*r)*ragged.left, 100+float64(r)*20)
			b.write(p[1], x, 100+float64(r)*20)
		}
		if found := b.find(); len(found.Tables) != 0 {
			t.Errorf("%s: got\n%s", ragged.name, picture(found))
		}
	}
}

// Body text in columns of words ends a table also where a paragraph has but a line or
// two, and where another table follows.
func TestColumnsOfWordsPartTables(t *testing.T) {
	b := newBoard()
	rows := func(y float64) {
		for r := range 4 {
			for c := range 4 {
				b.write(fmt.Sprint(100*r+c), 60+float64(c)*90, y+float64(r)*20)
			}
		}
	}
	line := "of those that were spent"
	rows(60)
	for r := range 12 { // three lines to a paragraph on the left
		b.words(line, 60, 150+float64(r)*13+float64(r/3)*13)
		b.words(line, 240, 154+float64(r)*16)
	}
	b.words("A short heading", 240, 154+12.2*16)
	rows(380)
	found := b.find()
	if len(found.Tables) != 2 || found.Tables[0].Rows != 4 || found.Tables[1].Rows != 4 {
		t.Errorf("got\n%s", picture(found))
	}
}

// A dash where no figure is tells of a row as a figure does.
func TestDashForAFigure(t *testing.T) {
	b := newBoard()
	for r, label := range []string{"Austria", "Brazil", "China", "France", "Japan"} {
		b.write(label, 60, 100+float64(r)*11.6)
		for c := range 3 {
			text := "—"
			if (r+c)%2 == 0 {
				text = fmt.Sprint(100*r + c)
			}
			b.write(text, 200+float64(c)*80, 100+float64(r)*11.6)
		}
	}
	if found := b.find(); len(found.Tables) != 1 || found.Tables[0].Rows != 5 {
		t.Errorf("got\n%s", picture(found))
	}
}
