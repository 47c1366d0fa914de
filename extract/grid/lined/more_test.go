package lined

import (
	"ziping/extract/grid/sheettest"

	"fmt"
	"testing"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/piece"
)

// Rows below the last ruling of a table with low rows are as near as these; a label of
// theirs stands in the middle of them.
func TestRowsBelowLowOnes(t *testing.T) {
	low := func(n int) (lines []string) {
		for k := range n + 1 {
			y := 100 + 18*float64(k)
			lines = append(lines, fmt.Sprintf("─ %g 40 300", y))
			if k < n {
				lines = append(lines, fmt.Sprintf("%g 50 修路桥 150 1%d 250 9%d", y+9, k, k))
			}
		}
		return lines
	}
	const rows = "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92"
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"two rows", []string{"164 50 种树 150 13 250 93", "181 50 办学 150 14 250 94"}, "; 3–4 种树; 3–4 13; 3–4 93; 4–5 办学; 4–5 14; 4–5 94"},
		{"lines of one row", []string{"164 50 种树 150 13 250 93", "177 50 造林"}, "; 3–4 种树造林; 3–4 13; 3–4 93"},
		{"a line as far as rows are, alone", []string{"164 50 种树 150 13 250 93", "181 50 造林"}, "; 3–4 种树; 3–4 13; 3–4 93"},
	} {
		all := linedOn(sheettest.Drawn("", append(low(3), tt.lines...)))
		if len(all) != 1 || all[0].textsIn() != rows+tt.want {
			t.Errorf("%s: got %s", tt.name, all[0].textsIn())
		}
	}
}

// A label without a ruling below it goes into the row there where its next line does, or
// nothing else.
func TestLabelsIntoTheRowBelow(t *testing.T) {
	head := []string{"─ 100 40 300", "112 50 名称 150 目标 250 完成", "─ 125 40 300", "137 150 11 250 91", "─ 150 140 300", "162 150 12 250 92", "─ 175 140 300", "187 150 13 250 93", "─ 200 140 300"}
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"its next line", []string{"193 50 产出", "207 50 指标 150 14 250 94"}, "1–5 产出指标"},
		{"another text there", []string{"150 50 产出", "212 50 效益 150 14 250 94"}, "1–4 产出"},
	} {
		all := linedOn(sheettest.Drawn("", append(head[:len(head):len(head)], tt.lines...)))
		got := ""
		for i := range all[0].texts {
			x := &all[0].texts[i]
			if s := all[0].sheet.PlainText(x.glyphs); len(s) >= 6 && s[:6] == "产出" {
				got = fmt.Sprintf("%d–%d %s", x.r0, x.r1, s)
			}
		}
		if len(all) != 1 || got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Places without text are cells; those that no ruling parts from the ones below are one with
// them, and with those beside them that are as high.
func TestBlankPlaces(t *testing.T) {
	for _, tt := range []struct {
		name string
		gaps map[int][2]float64 // of the ruling at a height: where it is not drawn
		text fit.Range          // columns of the only text, in the first row
		want string
	}{
		{"all ruled", nil, fit.Range{Lo: 0, Hi: 1}, "0 0 1 1 [1], 0 1 1 1 [], 0 2 1 1 [], 1 0 1 1 [], 1 1 1 1 [], 1 2 1 1 [], 2 0 1 1 [], 2 1 1 1 [], 2 2 1 1 []"},
		{"not below one", map[int][2]float64{1: {20, 30}}, fit.Range{Lo: 0, Hi: 1}, "0 0 1 1 [1], 0 1 1 1 [], 0 2 2 1 [], 1 0 1 1 [], 1 1 1 1 [], 2 0 1 1 [], 2 1 1 1 [], 2 2 1 1 []"},
		{"not below two", map[int][2]float64{1: {10, 30}}, fit.Range{Lo: 0, Hi: 1}, "0 0 1 1 [1], 0 1 2 2 [], 1 0 1 1 [], 2 0 1 1 [], 2 1 1 1 [], 2 2 1 1 []"},
		{"not below one of two rows", map[int][2]float64{1: {10, 30}, 2: {20, 30}}, fit.Range{Lo: 0, Hi: 1}, "0 0 1 1 [1], 0 1 2 1 [], 0 2 3 1 [], 1 0 1 1 [], 2 0 1 1 [], 2 1 1 1 []"},
		{"not below a text", map[int][2]float64{1: {0, 30}}, fit.Range{Lo: 0, Hi: 1}, "0 0 1 1 [1], 0 1 2 2 [], 1 0 1 1 [], 2 0 1 1 [], 2 1 1 1 [], 2 2 1 1 []"},
	} {
		l := ruledPage(3, 30, linedText{r1: 1, glyphs: []int{1}})
		l.bars = nil
		for r := range 4 {
			if g, ok := tt.gaps[r]; ok {
				l.bars = append(l.bars, bar(float64(10*r), 0, g[0]-1), bar(float64(10*r), g[1]+1, 40))
			} else {
				l.bars = append(l.bars, bar(float64(10*r), 0, 30))
			}
		}
		l.reach = newReach(l.bars)
		p := l.fill([]float64{0, 10, 20, 30}, []fit.Range{tt.text}, 0, nil, nil)
		if got := cellsOf(p); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if p.Open != [4]bool{true, false, true, false} || !p.Ruled {
			t.Errorf("%s: open %v", tt.name, p.Open)
		}
	}
}

// A row that the break cuts has the places without text that its other half has.
func TestCutRowOverPages(t *testing.T) {
	first := append(ruledRows(100, 3), "187 50 种树 150 13 250 93")
	second := append([]string{"88 50 和造林 150 个"}, ruledRows(100, 3)...)
	got := Pieces(sheettest.Drawn("", first, second), nil)
	if len(got) != 2 {
		t.Fatalf("got %d pieces", len(got))
	}
	for n, p := range got {
		for k := range p.Cells {
			c := &p.Cells[k]
			if (n == 0 && c.Row == 3) != c.NoBottom || (n == 1 && c.Row == 0) != c.NoTop {
				t.Errorf("page %d, row %d: no top %v, no bottom %v", n, c.Row, c.NoTop, c.NoBottom)
			}
		}
	}
	texts := ""
	for k := range got[1].Cells {
		if c := &got[1].Cells[k]; c.Row == 0 {
			texts += fmt.Sprintf("%d+%d %s; ", c.Col, c.Cols, got[1].Sheet.PlainText(c.Glyphs))
		}
	}
	if texts != "1+1 个; 0+1 和造林; 2+1 ; " {
		t.Errorf("got %s", texts)
	}
}

// Larger text parts a page's rulings into tables, from top to bottom.
func TestTablesOfAPage(t *testing.T) {
	d := sheettest.Drawn("", append(ruledRows(100, 3), ruledRows(300, 3)...), ruledRows(100, 3))
	s := d.Sheets[0]
	for n := range s.Glyphs {
		if s.Glyphs[n].Box[1] > 340 && s.Glyphs[n].Box[1] < 350 {
			s.Glyphs[n].Size = 10
		}
	}
	if got := len(Pieces(d, []*piece.Piece{{Sheet: s, Xs: []float64{40, 300}, Ys: []float64{190, 290}}})); got != 2 {
		t.Errorf("got %d pieces", got)
	}
}
