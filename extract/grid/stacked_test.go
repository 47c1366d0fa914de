package grid

import (
	"strings"
	"testing"
)

// downwards writes words from top to bottom, in columns of the given texts from
// right to left, the others in the middle of the first.
func (b *board) downwards(right, top float64, columns ...string) *board {
	high := float64(len([]rune(columns[0]))) * em
	for k, text := range columns {
		x := right - float64(k+1)*1.05*em
		y := top + (high-float64(len([]rune(text)))*em)/2
		for i, r := range []rune(text) {
			b.pen.word(string(r), x, y+float64(i)*em)
		}
	}
	return b
}

// written gives the last n characters runs of their own, as they were drawn.
func (b *board) written(n int) *board {
	for i := range n {
		b.page.Glyphs[len(b.page.Glyphs)-n+i].Run = i + 1
	}
	return b
}

func TestWordsDownwards(t *testing.T) {
	frame := func(width float64) *board {
		return newBoard().box(50, 100, 50+width, 200).box(50+width, 100, 250+width, 150).box(50+width, 150, 250+width, 200).
			write("甲", 60+width, 110).write("乙", 60+width, 160)
	}
	for _, c := range []struct {
		name  string
		board *board
		want  string
	}{
		{"one column", frame(80).downwards(95, 110, "产出指标情况"), "产出指标情况"},
		{"two columns", frame(80).downwards(95, 110, "服务对象满意度指", "标"), "服务对象满意度指标"},
		{"three columns", frame(80).downwards(105, 110, "服务对象满意", "度指标完成情", "况"), "服务对象满意度指标完成情况"},
		{"two columns as long, written so", frame(80).downwards(95, 110, "产出", "指标").written(4), "产出指标"},
		{"two columns, written across", frame(80).write("产出\n指标", 53, 105).written(4), "产出指标"},
		{"lines of two in a narrow cell", frame(26).write("服务\n对象\n满意\n度", 53, 105), "服务对象满意度"},
		{"lines from the left", frame(80).write("服务\n对\n象\n满\n意\n度", 53, 105), "服务对象满意度"},
		{"lines from the left, the first one short", frame(80).write("服\n务\n对\n象满\n意\n度", 53, 105), "服务对象满意度"},
	} {
		f := Find([]Page{c.board.page}, Options{})
		got := ""
		if len(f.Tables) == 1 && len(f.Tables[0].Cells) > 0 {
			got = strings.ReplaceAll(f.Tables[0].Cells[0].Text, "\n", "¶")
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
