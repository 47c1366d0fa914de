package grid

import "testing"

// Rulings as printers, scanners and pens leave them.
func TestWornRulings(t *testing.T) {
	// A heading over two columns stands on two cells; below them, one cell over
	// both rows and a note over two columns.
	table := func() *board {
		return newBoard().
			rule(50, 100, 350, 100).rule(50, 160, 350, 160).rule(50, 100, 50, 160).rule(350, 100, 350, 160).
			rule(150, 100, 150, 160).
			write("一级", 60, 103).write("实际完成情况", 160, 103).write("目标", 60, 123).write("完成", 160, 123).write("良好", 160, 143)
	}
	const want = "table 0: 3 × 2\n0,0 一级\n0,1 实际完成情况\n1,0 2×1 目标\n1,1 完成\n2,1 良好\n"
	for _, c := range []struct {
		name  string
		board *board
		want  string
	}{
		{"whole", table().rule(50, 120, 350, 120).rule(150, 140, 350, 140), want},
		{"a third is missing at the end", table().rule(50, 120, 350, 120).rule(150, 140, 280, 140), want},
		{"a third is missing in the middle", table().rule(50, 120, 170, 120).rule(260, 120, 350, 120).rule(150, 140, 350, 140), want},
		{"pieces that overlap", table().rule(50, 120, 120, 120).rule(110, 120.3, 240, 120.3).rule(230, 119.8, 350, 119.8).rule(150, 140, 350, 140), want},
		{"a stroke in an empty part of a cell", table().rule(50, 120, 350, 120).rule(150, 140, 350, 140).rule(60, 150, 90, 150), want},
		{"dashes as long as their gaps", table().dashes(50, 120, 350, 6.5).dashes(150, 140, 350, 6.5), want},
		{
			"a merged cell whose border has a gap",
			newBoard().box(50, 100, 350, 180).rule(50, 120, 350, 120).rule(90, 140, 350, 140).rule(90, 160, 350, 160).
				rule(90, 100, 90, 141).rule(90, 159, 90, 180).rule(150, 100, 150, 180).
				write("级别", 55, 103).write("指标", 95, 103).write("得分", 155, 103).write("产出", 55, 143).
				write("甲", 95, 123).write("1", 155, 123).write("乙", 95, 143).write("2", 155, 143).write("丙", 95, 163).write("3", 155, 163),
			"table 0: 4 × 3\n0,0 级别\n0,1 指标\n0,2 得分\n1,0 3×1 产出\n1,1 甲\n1,2 1\n2,1 乙\n2,2 2\n3,1 丙\n3,2 3\n",
		}, {
			"a gap as wide as the column of a later row",
			newBoard().rule(50, 100, 350, 100).rule(50, 160, 350, 160).rule(50, 100, 50, 160).rule(350, 100, 350, 160).
				rule(50, 120, 150, 120).rule(250, 120, 350, 120).rule(50, 140, 350, 140).rule(150, 140, 150, 160).rule(250, 140, 250, 160).
				write("预算执行情况", 60, 103).write("甲", 60, 123).write("乙", 60, 143).write("丙", 160, 143).write("丁", 260, 143),
			"table 0: 3 × 3\n0,0 1×3 预算执行情况\n1,0 1×3 甲\n2,0 乙\n2,1 丙\n2,2 丁\n",
		}, {
			"a merged cell beside a gap",
			newBoard().rule(50, 100, 350, 100).rule(50, 160, 350, 160).rule(50, 100, 50, 160).rule(350, 100, 350, 160).
				rule(150, 100, 150, 160).rule(150, 120, 200, 120).rule(250, 120, 350, 120).rule(50, 140, 350, 140).
				rule(200, 140, 200, 160).rule(250, 140, 250, 160).
				write("预算", 60, 103).write("甲", 160, 103).write("乙", 160, 123).write("丙", 60, 143).write("丁", 160, 143).write("戊", 210, 143).write("己", 260, 143),
			"table 0: 3 × 4\n0,0 2×1 预算\n0,1 1×3 甲\n1,1 1×3 乙\n2,0 丙\n2,1 丁\n2,2 戊\n2,3 己\n",
		},
	} {
		if got := picture(Find([]Page{c.board.page}, Options{})); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// dashes rules a level line in dashes as long as the gaps between them.
func (b *board) dashes(x0, y, x1, long float64) *board {
	for x := x0; x < x1; x += 2 * long {
		b.rule(x, y, x+long, y)
	}
	return b
}

// box draws the sides of a box.
func (b *board) box(x0, y0, x1, y1 float64) *board {
	return b.rule(x0, y0, x1, y0).rule(x0, y1, x1, y1).rule(x0, y0, x0, y1).rule(x1, y0, x1, y1)
}

func TestTickBoxes(t *testing.T) {
	// Boxes before each of four words, in cells below each other and side by side.
	answers := func() *board {
		b := newBoard().grid(50, 100, 100, 16, []string{"", ""}, []string{"", ""}, []string{"", ""})
		for i, word := range []string{"优", "良", "中", "差"} {
			x, y := 70+100*float64(i%2), 103+16*float64(i/2)
			b.box(x-11, y, x-2, y+9).write(word, x, y)
		}
		return b.write("甲", 60, 136).write("乙", 160, 136)
	}
	const want = "table 0: 3 × 2\n0,0 优\n0,1 良\n1,0 中\n1,1 差\n2,0 甲\n2,1 乙\n"
	for _, c := range []struct {
		name  string
		board *board
		want  string
	}{
		{"before words", answers(), want},
		{"at the left border", answers().box(50.5, 135, 59.5, 144), want},
		{"ticked with a character", answers().box(110, 134, 122, 146).write("√", 111, 135), "table 0: 3 × 2\n0,0 优\n0,1 良\n1,0 中\n1,1 差\n2,0 甲 √\n2,1 乙\n"},
		{
			"cells as small as boxes, with a digit each",
			newBoard().grid(50, 100, 13, 13, []string{"1", "2", "3"}, []string{"4", "5", "6"}),
			"table 0: 2 × 3\n0,0 1\n0,1 2\n0,2 3\n1,0 4\n1,1 5\n1,2 6\n",
		}, {
			"a small empty cell between larger ones, each drawn as a box",
			newBoard().box(50, 100, 100, 112).box(100, 100, 112, 112).box(112, 100, 200, 112).box(50, 112, 100, 150).box(100, 112, 112, 150).box(112, 112, 200, 150).
				write("甲", 60, 101).write("乙", 120, 101).write("丙", 60, 120).write("1", 102, 120).write("丁", 120, 120),
			"table 0: 2 × 3\n0,0 甲\n0,2 乙\n1,0 丙\n1,1 1\n1,2 丁\n",
		},
	} {
		if got := picture(Find([]Page{c.board.page}, Options{})); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}
