package grid

import (
	"strings"
	"testing"
)

// run writes a word in one go, in the middle of a place.
func (b *board) run(text string, x, y float64) *board {
	from := len(b.page.Glyphs)
	b.pen.word(text, x-lineWidth([]rune(text))*em/2, y)
	number := 1
	for _, g := range b.page.Glyphs[:from] {
		number = max(number, g.Run+1)
	}
	for i := range b.page.Glyphs[from:] {
		b.page.Glyphs[from+i].Run = number
	}
	return b
}

// TestOverprinted: numbers wider than their cells lie over each other; each is
// read whole, in the cell in whose middle it stands.
func TestOverprinted(t *testing.T) {
	b := newBoard()
	for r, texts := range [][]string{{"年度资金", "387500.00", "372000.00", "10", "—"}, {"其中拨款", "387500.00", "372000.00", "9.6", "—"}} {
		y := 100 + 2*em*float64(r)
		for c, text := range texts {
			x := 100 + 4.3*em*float64(c)
			b.pen.frame(x, y, x+4.3*em, y+2*em)
			b.run(text, x+2.15*em, y+0.4*em)
		}
	}
	got := picture(Find([]Page{b.page}, Options{}))
	for _, want := range []string{"2 × 5", "0,1 387500.00\n", "0,2 372000.00\n", "0,3 10\n", "1,1 387500.00\n", "1,2 372000.00\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("got no %q in\n%s", want, got)
		}
	}
}

// TestRunsOfOneWord: a word that runs over a ruling is one word still, though
// it was written in two goes.
func TestRunsOfOneWord(t *testing.T) {
	b := newBoard()
	for c, text := range []string{"", "", "完成"} {
		x := 100 + 5*em*float64(c)
		b.pen.frame(x, 100, x+5*em, 120)
		b.run(text, x+2.5*em, 104)
	}
	b.rule(100, 140, 250, 140).rule(100, 120, 100, 140).rule(150, 120, 150, 140).rule(250, 120, 250, 140)
	b.run("2021年", 100+1.8*em, 104).run("度预算数", 100+5.3*em, 104)
	got := picture(Find([]Page{b.page}, Options{}))
	if want := "0,0 2021年度预算数\n"; !strings.Contains(got, want) {
		t.Errorf("got no %q in\n%s", want, got)
	}
}
