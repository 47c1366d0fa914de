package grid

import (
	"strings"
	"testing"
)

// A line on two pages at different heights is a running head where it stands near
// the edge of the paper, and text between two tables where it does not.
func TestRunningHeadStandsAtTheEdge(t *testing.T) {
	for _, c := range []struct {
		first, second float64
		tables        int
	}{{40, 70, 1}, {120, 150, 2}} {
		one := newBoard().write("某县教育局", 100, c.first).grid(100, 200, 80, 20, []string{"项目", "金额"}, []string{"修路", "12"})
		two := newBoard().write("某县教育局", 100, c.second).grid(100, 200, 80, 20, []string{"修桥", "15"}, []string{"种树", "7"})
		two.page.Number = 2
		if found := Find([]Page{one.page, two.page}, Options{}); len(found.Tables) != c.tables {
			t.Errorf("heads at %v and %v: got %d tables, want %d", c.first, c.second, len(found.Tables), c.tables)
		}
	}
}

// Texts a good half of a character apart are of two columns.
func TestNarrowGapPartsColumns(t *testing.T) {
	b := newBoard()
	for r, name := range []string{"修路", "修桥", "种树", "办学"} {
		y := 100 + 25*float64(r)
		b.write(name, 100, y).write("12", 127, y).write("完成", 200, y)
	}
	got := picture(Find([]Page{b.page}, Options{}))
	for _, want := range []string{"table 0: 4 × 3", "1,0 修桥\n", "1,1 12\n", "1,2 完成\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("got no %q in\n%s", want, got)
		}
	}
}

// A text half way between two full rows, with room to both, is the label of both
// and no row.
func TestLabelBetweenRowsIsNoRow(t *testing.T) {
	b := newBoard()
	for r, name := range []string{"修路", "修桥", "种树", "办学"} {
		y := 100 + 40*float64(r)
		b.write(name, 200, y).write("12.5", 300, y).write("98.1", 400, y).write("完成", 500, y)
	}
	b.write("产出", 100, 120).write("效益", 100, 200)
	got := picture(Find([]Page{b.page}, Options{}))
	for _, want := range []string{"table 0: 4 × 5", "0,0 2×1 产出\n", "2,0 2×1 效益\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("got no %q in\n%s", want, got)
		}
	}
}

// A label that a page break runs through is written on both pages: the second time
// it is no row.
func TestLabelWrittenOnBothPages(t *testing.T) {
	rows := func(names ...string) *board {
		b := newBoard()
		for r, name := range names {
			y := 100 + 30*float64(r)
			b.write(name, 200, y).write("12.5", 300, y).write("98.1", 400, y).write("完成", 500, y)
		}
		return b
	}
	one := rows("修路", "修桥", "种树", "办学").write("产出指标", 100, 190)
	two := rows("治水", "通电", "建房", "养老").write("产出指标", 100, 75)
	two.page.Number = 2
	found := Find([]Page{one.page, two.page}, Options{Heading: func(s string) bool { return s == "产出指标" }})
	if len(found.Tables) != 1 || found.Tables[0].Rows != 8 {
		t.Fatalf("got\n%s", picture(found))
	}
	if n := strings.Count(picture(found), "产出指标"); n != 1 {
		t.Errorf("got the label %d times\n%s", n, picture(found))
	}
}

// Two lines of one cell are one text, though a ruling is drawn between rows further
// down.
func TestRulingFurtherDownPartsNoLines(t *testing.T) {
	b := newBoard()
	for r, name := range []string{"修路", "修桥", "种树", "办学"} {
		y := 100 + 45*float64(r)
		b.write(name, 200, y).write("12.5", 300, y).write("98.1", 400, y)
		if r > 0 {
			b.write("学校", 100, y)
		}
	}
	b.write("农村公路\n改造工程", 100, 94)
	b.rule(90, 175, 450, 175)
	got := picture(Find([]Page{b.page}, Options{}))
	if !strings.Contains(got, " 农村公路改造工程\n") {
		t.Errorf("got\n%s", got)
	}
}
