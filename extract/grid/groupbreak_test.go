package grid

import (
	"strings"
	"testing"
)

// A label whose first row ends the page goes on behind it where the table merges its
// labels. A column that is blank everywhere, left of it, says nothing of that; one
// where another label ends does.
func TestLabelOfOneRowBeforeABreak(t *testing.T) {
	cell := func(b *board, text string, x, y, w, h float64) {
		b.pen.frame(x, y, x+w, y+h)
		b.write(text, x+0.3*em, y+0.3*em)
	}
	row := func(b *board, y float64, texts ...string) {
		for c, text := range texts {
			cell(b, text, 210+80*float64(c), y, 80, 20)
		}
	}
	for _, test := range []struct {
		name          string
		before, after string // left of the label, on both pages
		single        bool   // another label of the table has a row of its own and blank ones below
		joined        bool
	}{
		{"blank on the left", "", "", false, true},
		{"another group on the left", "目标", "满意度", false, false},
		{"labels are left blank", "", "", true, false},
	} {
		one, two := newBoard(), newBoard()
		for r, y := range []float64{700, 720, 740} {
			left := ""
			if r == 2 {
				left = test.before
			}
			cell(one, left, 50, y, 80, 20)
			row(one, y, "甲类机构", "12.5", "合格")
		}
		if test.single {
			cell(one, "产出", 130, 700, 80, 20)
			cell(one, "", 130, 720, 80, 20)
		} else {
			cell(one, "产出", 130, 700, 80, 40)
		}
		cell(one, "管理", 130, 740, 80, 20)
		for r, y := range []float64{60, 80, 100} {
			left := ""
			if r == 0 {
				left = test.after
			}
			cell(two, left, 50, y, 80, 20)
			row(two, y, "乙类机构", "7.5", "合格")
		}
		cell(two, "", 130, 60, 80, 20)
		cell(two, "效益", 130, 80, 80, 40)
		got := picture(Find(following(one, two), Options{}))
		if joined := strings.Contains(got, "2,1 2×1 管理"); joined != test.joined {
			t.Errorf("%s: joined %v, want %v\n%s", test.name, joined, test.joined, got)
		}
	}
}
