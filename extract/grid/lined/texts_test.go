package lined

import (
	"fmt"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/sheettest"
)

// ruledRows are rows of three texts, each between two rulings 25 apart, from a height on.
func ruledRows(from float64, n int) (lines []string) {
	for k := range n + 1 {
		y := from + 25*float64(k)
		lines = append(lines, fmt.Sprintf("─ %g 40 300", y))
		if k < n {
			lines = append(lines, fmt.Sprintf("%g 50 修路桥 150 1%d 250 9%d", y+12.5, k, k))
		}
	}
	return lines[:len(lines):len(lines)]
}

// A table has three rows of two texts or more, two of them of three, or goes on from a
// page before; figures below each other are rows that no rulings part.
func TestIsTable(t *testing.T) {
	at := func(r0, r1, figures int, heights ...float64) linedText {
		return linedText{r0: r0, r1: r1, figures: figures, heights: heights}
	}
	row := func(r, n int) (out []linedText) {
		for range n {
			out = append(out, at(r, r+1, 1))
		}
		return out
	}
	rows := func(counts ...int) (out []linedText) {
		for r, n := range counts {
			out = append(out, row(r, n)...)
		}
		return out
	}
	for _, tt := range []struct {
		name      string
		texts     []linedText
		rows      int
		alone, on bool
	}{
		{"three rows", rows(3, 3, 2), 3, true, true},
		{"one of three texts", rows(3, 2, 2), 3, false, true},
		{"two rows", rows(3, 3), 2, false, true},
		{"one row of two texts", rows(2, 1, 1), 3, false, true},
		{"rows of one text", rows(1, 1, 1), 3, false, false},
		{"a label over all rows", append(rows(2, 2, 1), at(0, 3, 0)), 3, true, true},
		{"figures below each other", append(rows(3, 3, 2), at(1, 2, 2), at(1, 2, 2)), 3, false, false},
		{"in one text", append(rows(3, 3, 2), at(1, 2, 2), at(1, 2, 1)), 3, true, true},
		{"in texts over two rows", append(rows(3, 3, 2), at(1, 3, 2), at(1, 3, 2)), 3, false, false},
		{"in two rows, one text each", append(rows(3, 3, 2), at(1, 2, 2), at(2, 3, 2)), 3, true, true},
		{"two rows of figures in one text", append(rows(3, 3, 2), at(1, 2, 4, 5, 6, 20, 21)), 3, false, false},
		{"one row", append(rows(3, 3, 2), at(1, 2, 2, 5, 6)), 3, true, true},
	} {
		l := ruledPage(tt.rows, 40, tt.texts...)
		l.sheet.Em = sheettest.Em
		if a, b := l.isTable(false), l.isTable(true); a != tt.alone || b != tt.on {
			t.Errorf("%s: got %v, and %v where it goes on", tt.name, a, b)
		}
	}
}

// Texts between the same rulings that stand below each other are one text; those side by
// side are not, though they touch.
func TestTextsBetweenRulings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"rows", nil, "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92"},
		{"lines below each other", []string{"185 50 目标 200 甲乙", "197 60 完成 225 丙", "─ 205 40 300"}, "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92; 3–4 目标完成; 3–4 甲乙; 3–4 丙"},
		{"a chain of them", []string{"185 50 目标一 95 甲乙", "197 70 完成任务", "─ 205 40 300"}, "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92; 3–4 目标一甲乙完成任务"},
		{"a text over part of a ruling", []string{"200 50 项目 150 78", "─ 187.5 140 300", "180 150 77", "─ 212.5 40 300"}, "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92; 3–4 77; 3–5 项目; 4–5 78"},
	} {
		all := linedOn(sheettest.Drawn("", append(ruledRows(100, 3), tt.lines...)))
		if len(all) != 1 {
			t.Errorf("%s: got %d tables", tt.name, len(all))
			continue
		}
		if got := all[0].textsIn(); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A text stands between the rulings over its middle: half of it, or, of a long one, what is
// further than a good part from its ends.
func TestRowsOf(t *testing.T) {
	bars := []sheet.Seg{bar(0, 0, 100), bar(20, 0, 50), bar(40, 0, 100), bar(60, 50, 100), bar(80, 0, 100)}
	l := &lined{sheet: &sheet.Sheet{Chars: sheet.Chars{Em: sheettest.Em}}, ys: []float64{0, 20, 40, 60, 80}, bars: bars, reach: newReach(bars)}
	for _, tt := range []struct {
		box  extract.Box
		want fit.Range
	}{
		{extract.Box{0, 5, 30, 15}, fit.Range{Lo: 0, Hi: 1}},
		{extract.Box{60, 5, 90, 15}, fit.Range{Lo: 0, Hi: 2}},
		{extract.Box{60, 25, 90, 35}, fit.Range{Lo: 0, Hi: 2}},
		{extract.Box{10, 45, 40, 55}, fit.Range{Lo: 2, Hi: 4}},
		{extract.Box{41, 5, 100, 15}, fit.Range{Lo: 0, Hi: 2}}, // a tenth of the character over the ruling's end
		{extract.Box{39, 5, 100, 15}, fit.Range{Lo: 0, Hi: 1}}, // a good part of it
		{extract.Box{45, 5, 55, 15}, fit.Range{Lo: 0, Hi: 1}},  // its middle
		{extract.Box{46, 5, 56, 15}, fit.Range{Lo: 0, Hi: 2}},  // a little beyond
		{extract.Box{0, -15, 30, -5}, fit.Range{Lo: 0, Hi: 1}}, // above all
		{extract.Box{0, 85, 30, 95}, fit.Range{Lo: 4, Hi: 5}},  // below all
		{extract.Box{0, 15, 30, 25}, fit.Range{Lo: 0, Hi: 1}},  // at a ruling
	} {
		if got := l.rowsOf(&tt.box); got != tt.want {
			t.Errorf("%v: got %v, want %v", tt.box, got, tt.want)
		}
	}
}

func TestNearestHeight(t *testing.T) {
	for y, want := range map[float64]int{-9: 0, 0: 0, 9: 0, 11: 1, 20: 1, 29: 1, 31: 2, 40: 2, 99: 2} {
		if got := nearestHeight([]float64{0, 20, 40}, y); got != want {
			t.Errorf("%v: got %d, want %d", y, got, want)
		}
	}
}

// A phrase is parted where the ruling next above or below it ends in a gap between two of
// its characters, give or take the height of a line.
func TestCutAtBars(t *testing.T) {
	for _, tt := range []struct {
		name string
		bars []sheet.Seg
		line string
		want string
	}{
		{"below", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 62)}, "100 40 目标 64 完成", "目标|完成"},
		{"above", []sheet.Seg{bar(80, 62, 300), bar(120, 0, 300)}, "100 40 目标 64 完成", "目标|完成"},
		{"further away than one that runs over it", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 300), bar(130, 0, 62)}, "100 40 目标 64 完成", "目标完成"},
		{"in no gap", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 60)}, "100 40 目标 60 完成", "目标完成"},
		{"a little off", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 57.6)}, "100 40 目标 64 完成", "目标|完成"},
		{"more than a little off", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 57.4)}, "100 40 目标 64 完成", "目标完成"},
		{"behind", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 66.4)}, "100 40 目标 64 完成", "目标|完成"},
		{"further behind", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 66.6)}, "100 40 目标 64 完成", "目标完成"},
		{"a narrow gap", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 60.6)}, "100 40 目标 61.2 完成", "目标|完成"},
		{"one too narrow", []sheet.Seg{bar(80, 0, 300), bar(120, 0, 60.4)}, "100 40 目标 60.9 完成", "目标完成"},
		{"in two places", []sheet.Seg{bar(80, 62, 300), bar(120, 0, 86)}, "100 40 目标 64 完成 88 及时", "目标|完成|及时"},
	} {
		s := sheettest.Drawn("", []string{tt.line}).Sheets[0]
		l := &lined{sheet: s, bars: tt.bars, reach: newReach(tt.bars)}
		got := ""
		for _, p := range l.cutAtBars(s.Phrases()) {
			if got != "" {
				got += "|"
			}
			got += s.PlainText(p.Glyphs)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Labels with values a few characters apart, alone in a row, are one text.
func TestJoinFields(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"fields", []string{"187.5 50 人：林 90 电话：无 140 日期：今", "─ 200 40 300"}, "3–4 人：林电话：无日期：今"},
		{"far apart", []string{"187.5 50 人：林 120 电话：无 200 日期：今", "─ 200 40 300"}, "3–4 人：林; 3–4 电话：无; 3–4 日期：今"},
		{"not as far from each other", []string{"187.5 50 人：林 90 电话：无 147 日期：今", "─ 200 40 300"}, "3–4 人：林; 3–4 电话：无; 3–4 日期：今"},
		{"a text without a colon", []string{"187.5 50 人：林 90 电话有无 140 日期：今", "─ 200 40 300"}, "3–4 人：林; 3–4 电话有无; 3–4 日期：今"},
		{"a label without a value", []string{"187.5 50 人：林 90 电话人： 140 日期：今", "─ 200 40 300"}, "3–4 人：林; 3–4 电话人：; 3–4 日期：今"},
		{"on two lines", []string{"185 50 人：林 90 电话：无 140 日期：今", "197 50 和王", "─ 206 40 300"}, "3–4 人：林和王; 3–4 电话：无; 3–4 日期：今"},
	} {
		all := linedOn(sheettest.Drawn("", append(ruledRows(100, 3), tt.lines...)))
		if len(all) != 1 {
			t.Errorf("%s: got %d tables", tt.name, len(all))
			continue
		}
		const rows = "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92; "
		if got := all[0].textsIn(); got != rows+tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestTextsOfRows(t *testing.T) {
	l := ruledPage(3, 40, linedText{r0: 0, r1: 1}, linedText{r0: 0, r1: 3}, linedText{r0: 1, r1: 2}, linedText{r0: 2, r1: 3})
	if got := fmt.Sprint(l.textsOfRows(func(*linedText) bool { return true })); got != "[2 2 2 0]" {
		t.Errorf("got %s", got)
	}
	if got := fmt.Sprint(l.textsOfRows(func(t *linedText) bool { return t.r1 > t.r0+1 })); got != "[1 1 1 0]" {
		t.Errorf("long ones: got %s", got)
	}
}

// Rows beyond the first and the last ruling are of the table where three texts stand side
// by side, each in a column of it.
func TestRowsBeyond(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string // texts of the first and the last row
	}{
		{"below", []string{"187 50 种树 150 13 250 93"}, "3–4 种树; 3–4 13; 3–4 93"},
		{"two of them", []string{"187 50 种树 150 13 250 93", "209 50 办学 150 14 250 94"}, "3–4 种树; 3–4 13; 3–4 93; 4–5 办学; 4–5 14; 4–5 94"},
		{"lines of one row", []string{"187 50 种树 150 13 250 93", "199 50 造林"}, "3–4 种树造林; 3–4 13; 3–4 93"},
		{"two texts", []string{"187 50 种树 150 13"}, ""},
		{"too far below", []string{"197.5 50 种树 150 13 250 93"}, ""},
		{"a note", []string{"187 50 注：无 150 13 250 93"}, ""},
		{"a field", []string{"187 50 人：林 150 13 250 93"}, ""},
		{"over two columns", []string{"187 50 种树 150 种树种树种树种树 250 93"}, "3–4 种树; 3–4 种树种树种树种树; 3–4 93"},
		{"that are below others", []string{"187 50 种树 150 种树种树种树种树种树种 290 93"}, ""},
		{"above", []string{"90 50 种树 150 13 250 93"}, "above"},
		{"two texts above", []string{"90 50 种树 150 13"}, ""},
	} {
		all := linedOn(sheettest.Drawn("", append(ruledRows(100, 3), tt.lines...)))
		const rows = "0–1 修路桥; 0–1 10; 0–1 90; 1–2 修路桥; 1–2 11; 1–2 91; 2–3 修路桥; 2–3 12; 2–3 92"
		const later = "1–2 修路桥; 1–2 10; 1–2 90; 2–3 修路桥; 2–3 11; 2–3 91; 3–4 修路桥; 3–4 12; 3–4 92; 0–1 93; 0–1 13; 0–1 种树"
		want := rows
		switch {
		case tt.want == "above":
			want = later
		case tt.want != "":
			want += "; " + tt.want
		}
		if got := all[0].textsIn(); len(all) != 1 || got != want {
			t.Errorf("%s: got %s, want %s", tt.name, got, want)
		}
		if all[0].openTop != (tt.want == "above") || all[0].openBottom != (tt.want != "" && tt.want != "above") {
			t.Errorf("%s: open above %v, below %v", tt.name, all[0].openTop, all[0].openBottom)
		}
	}
}

// Texts are side by side where no other stands above or below them.
func TestSideBySide(t *testing.T) {
	var wide []fit.Interval
	for _, tt := range []struct {
		lo, hi float64
		n      int
	}{{0, 10, 1}, {5, 15, 1}, {10, 20, 2}, {-5, 0, 3}, {-5, 30, 3}, {30, 40, 4}} {
		if wide = beside(wide, extract.Box{tt.lo, 0, tt.hi, 9}); len(wide) != tt.n {
			t.Errorf("%v: got %d", tt, len(wide))
		}
	}
}

// The texts that stand in the row above: the last that one stands below, or the last of all.
func TestAbove(t *testing.T) {
	list := []sheet.Phrase{{Box: extract.Box{0, 0, 20, 10}}, {Box: extract.Box{50, 0, 70, 10}}, {Box: extract.Box{0, 12, 20, 22}}, {Box: extract.Box{100, 0, 120, 10}}}
	for x, want := range map[float64]int{0: 2, 50: 1, 100: 3, 200: 3} {
		if got := above(list, []int{0, 1, 2, 3}, &sheet.Phrase{Box: extract.Box{x, 30, x + 20, 40}}); got != want {
			t.Errorf("at %v: got %d, want %d", x, got, want)
		}
	}
}
