package grid

import (
	"strings"
	"testing"
)

// What is written downwards beside a table without rulings is no column of it; what
// is written so between its columns is of a cell.
func TestWordsDownwardsBesideATable(t *testing.T) {
	rows := func() *board {
		b := newBoard()
		for r, name := range []string{"修路", "修桥", "种树", "办学"} {
			y := 100 + 25*float64(r)
			b.write(name, 100, y).write("12.5", 200, y).write("98.1", 300, y).write("完成", 400, y)
		}
		return b
	}
	for _, x := range []float64{60, 500} {
		f := Find([]Page{rows().write("存\n档\n备\n查", x, 110).page}, Options{})
		got := picture(f)
		if len(f.Tables) != 1 || f.Tables[0].Cols != 4 || f.Tables[0].Rows != 4 || strings.Contains(got[strings.Index(got, "table"):], "档") || !strings.Contains(got, "档") {
			t.Errorf("at %v: got\n%s", x, got)
		}
	}
	got := picture(Find([]Page{rows().write("存\n档\n备\n查", 250, 110).page}, Options{}))
	if !strings.Contains(got, " 存档备查\n") {
		t.Errorf("between columns: got\n%s", got)
	}
}
