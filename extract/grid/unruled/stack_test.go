package unruled

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/sheettest"
)

// What is written downwards beside the table, a character a line, is none of its texts.
func TestDropAsides(t *testing.T) {
	const ab = "甲乙丙丁戊"
	for _, tt := range []struct {
		name   string
		blocks [][]int       // phrases
		boxes  []extract.Box // of blocks
		wide   map[int]bool  // phrases of two characters
		want   string
	}{
		{"at the right", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 140, 10}, {150, 0, 160, 30}}, nil, "[0] [1]"},
		{"at the left", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 140, 10}, {20, 0, 30, 30}}, nil, "[0] [1]"},
		{"between", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {130, 0, 140, 10}, {100, 0, 110, 30}}, nil, "[0] [1] [2 3]"},
		{"at one edge", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 150, 10}, {150, 0, 160, 30}}, nil, "[0] [1] [2 3]"},
		{"one character", [][]int{{0}, {1}, {2}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 140, 10}, {150, 0, 160, 10}}, nil, "[0] [1] [2]"},
		{"words", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 140, 10}, {150, 0, 160, 30}}, map[int]bool{3: true}, "[0] [1] [2 3]"},
		{"wider than a column of characters", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {100, 0, 140, 10}, {150, 0, 171, 30}}, nil, "[0] [1] [2 3]"},
		{"in two pieces", [][]int{{0}, {1, 4}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {154, 40, 164, 60}, {150, 0, 160, 30}}, nil, "[0]"},
		{"above a text of one line", [][]int{{0}, {1}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {150, 40, 160, 50}, {150, 0, 160, 30}}, nil, "[0] [1] [2 3]"},
		{"above a wrapped text that begins elsewhere", [][]int{{0}, {1, 4}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {155.5, 40, 165, 60}, {150, 0, 160, 30}}, nil, "[0] [1 4] [2 3]"},
		{"above one that is wide", [][]int{{0}, {1, 4}, {2, 3}}, []extract.Box{{50, 0, 90, 10}, {150, 40, 170, 60}, {150, 0, 160, 30}}, map[int]bool{4: true}, "[0] [1 4] [2 3]"},
	} {
		s := &stack{em: sheettest.Em, phrases: make([]sheet.Phrase, len(ab))}
		for n := range s.phrases {
			s.phrases[n].Glyphs = []int{n}
			if tt.wide[n] {
				s.phrases[n].Glyphs = []int{n, n}
			}
		}
		var blocks []block
		for k, p := range tt.blocks {
			blocks = append(blocks, block{phrases: p, box: tt.boxes[k]})
		}
		var got []string
		for _, b := range s.dropAsides(blocks) {
			got = append(got, fmt.Sprint(b.phrases))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
		for n := range s.phrases {
			left := !strings.ContainsRune(strings.Join(got, ""), rune('0'+n))
			in := strings.ContainsRune(fmt.Sprint(tt.blocks), rune('0'+n))
			if s.phrases[n].Aside != (left && in) {
				t.Errorf("%s: phrase %d aside %v", tt.name, n, s.phrases[n].Aside)
			}
		}
	}
}

// Pages stand below each other, far enough apart that no line goes on, with the rulings
// between their rows.
func TestNewStack(t *testing.T) {
	s := stacked("", append(threeColumns(100, 2), "─ 112 45 300", "─ 90 45 300", "─ 140 45 300"), append(threeColumns(60, 2), "─ 72 45 300"))
	got := ""
	for _, p := range s.pages {
		got += fmt.Sprintf("%g–%g by %g from phrase %d; ", p.top, p.bottom, p.dy, p.phrase)
	}
	for _, b := range s.bars {
		got += fmt.Sprintf("%g: %g–%g; ", b.At, b.Lo, b.Hi)
	}
	for _, b := range s.boxes {
		got += fmt.Sprintf("%g ", b[1])
	}
	const want = "0–35 by -95 from phrase 0; 65–100 by 10 from phrase 6; 17: 45–300; 82: 45–300; 0 0 0 25 25 25 65 65 65 90 90 90 "
	if got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

// A line of three texts or more, none a figure, that a page begins with and a page before
// has is a heading printed again.
func TestDropRepeated(t *testing.T) {
	head, rows := "75 50 名称 150 目标 250 完成", threeColumns(100, 2)
	for _, tt := range []struct {
		name          string
		first, second []string
		repeats       string
		phrases       int
	}{
		{"a heading", append([]string{head}, rows...), append([]string{head}, rows...), "名称 | 目标 | 完成 of phrase 0 with 6 at 50–270; ", 15},
		{"in the middle of the first page", append([]string{"50 50 项目 150 甲乙 250 丙丁", head}, rows...), append([]string{head}, rows...), "名称 | 目标 | 完成 of phrase 3 with 6 at 50–270; ", 18},
		{"of two lines", append([]string{"50 50 项目 150 甲乙 250 丙丁", head}, rows...), append([]string{"50 50 项目 150 甲乙 250 丙丁", head}, rows...), "项目 | 甲乙 | 丙丁 of phrase 0 with 6 at 50–270; 名称 | 目标 | 完成 of phrase 3 with 6 at 50–270; ", 18},
		{"another one", append([]string{head}, rows...), append([]string{"75 50 名称 150 目标 250 得分"}, rows...), "", 18},
		{"of two texts", append([]string{"75 50 名称 150 目标"}, rows...), append([]string{"75 50 名称 150 目标"}, rows...), "", 16},
		{"with a figure", append([]string{"75 50 名称 150 12 250 完成"}, rows...), append([]string{"75 50 名称 150 12 250 完成"}, rows...), "", 18},
		{"and nothing else", append([]string{head}, rows...), []string{head, "100 50 项目 150 甲乙 250 丙丁"}, "名称 | 目标 | 完成 of phrase 0 with 6 at 50–270; ", 12},
	} {
		s := stacked("", tt.first, tt.second)
		got := ""
		for _, r := range s.repeats {
			got += fmt.Sprintf("%s of phrase %d with %d at %g–%g; ", r.text, r.phrase, len(r.glyphs), r.box[0], r.box[2])
		}
		if got != tt.repeats || len(s.phrases) != tt.phrases {
			t.Errorf("%s: got %s, %d phrases, want %s and %d", tt.name, got, len(s.phrases), tt.repeats, tt.phrases)
		}
	}
}

// A label that the last two rows of a page have and the next begins with, alone and a
// row's height above the others, is printed again.
func TestDropLabel(t *testing.T) {
	rows := threeColumns(100, 3)
	for _, tt := range []struct {
		name   string
		first  []string
		second string
		want   bool
	}{
		{"in the last row", append(rows, "175 20 产出 50 修路桥 150 19 250 99"), "80 20 产出", true},
		{"in the row before it", append(rows, "175 20 产出 50 修路桥 150 19 250 99", "200 50 修路桥 150 19 250 99"), "80 20 产出", true},
		{"further above", append(rows, "175 20 产出 50 修路桥 150 19 250 99", "200 50 修路桥 150 19 250 99", "225 50 修路桥 150 19 250 99"), "80 20 产出", false},
		{"nearer than a row", append(rows, "175 20 产出 50 修路桥 150 19 250 99"), "82.6 20 产出", false},
		{"beginning elsewhere", append(rows, "175 17 产出 50 修路桥 150 19 250 99"), "80 20 产出", false},
		{"another text", append(rows, "175 20 效益 50 修路桥 150 19 250 99"), "80 20 产出", false},
		{"a figure", append(rows, "175 20 12 50 修路桥 150 19 250 99"), "80 20 12", false},
	} {
		d := sheettest.Drawn("", tt.first, append([]string{tt.second}, rows...))
		prev, r := regions(d, d.Sheets[0])[0], regions(d, d.Sheets[1])[0]
		r.first = 0
		s := &stack{em: sheettest.Em, doc: d}
		for k := range prev.levels {
			for _, i := range prev.levels[k].blocks {
				s.phrases = append(s.phrases, prev.phrases[i])
			}
		}
		s.dropLabel(r, prev)
		if (r.first == 1) != tt.want || len(s.repeats) > 0 != tt.want {
			t.Errorf("%s: got the first level %d, %d repeats", tt.name, r.first, len(s.repeats))
			continue
		}
		if tt.want {
			q := s.repeats[0]
			if p := s.phrases[q.phrase]; p.Sheet.PlainText(p.Glyphs) != "产出" || q.text != "产出" || len(q.glyphs) != 2 || q.box[0] != 20 || q.sheet != d.Sheets[1] {
				t.Errorf("%s: got %+v", tt.name, q)
			}
		}
	}
}

func lines(c *piece.Cell) string {
	var out []string
	for _, l := range c.Lines {
		out = append(out, fmt.Sprintf("%g", l.Box[1]))
	}
	return strings.Join(out, ",")
}

// The cells of a table lie where their texts do, each part on its page: from half way to
// the row above to half way to the one below, and on to the edges of the page's part.
func TestCells(t *testing.T) {
	s := stacked("", []string{
		"75 20 类别 90 名称 150 目标 250 完成",
		"100 90 修路 150 11 250 91",
		"112.5 20 产出",
		"125 90 修桥 150 12 250 92",
	}, []string{
		"75 20 类别 90 名称 150 目标 250 完成",
		"100 20 效益 90 种树 150 13 250 93",
		"125 20 其他 90 办学 150 14 250 94",
	})
	tab := s.table()
	got := fmt.Sprintf("%d rows\n", tab.Rows)
	for _, e := range tab.Cells {
		if e.Col > 1 {
			continue
		}
		got += fmt.Sprintf("%d,%d %d×%d", e.Row, e.Col, e.Rows, e.Cols)
		for k := range e.Parts {
			p := &e.Parts[k]
			b := p.Cell.Box
			got += fmt.Sprintf(" page %d %g–%g %d characters in lines at %s", p.Sheet.Index, b[1], b[3], len(p.Cell.Glyphs), lines(&p.Cell))
			if b[0] != tab.Xs[e.Col] || b[2] != tab.Xs[e.Col+e.Cols] {
				t.Errorf("cell %d,%d lies from %g to %g", e.Row, e.Col, b[0], b[2])
			}
		}
		got += "\n"
	}
	const want = "5 rows\n" +
		"0,0 1×1 page 0 67.5–87.5 2 characters in lines at 70\n" +
		"0,1 1×1 page 0 67.5–87.5 2 characters in lines at 70\n" +
		"1,1 1×1 page 0 87.5–112.5 2 characters in lines at 95\n" +
		"1,0 2×1 page 0 87.5–132.5 2 characters in lines at 107.5\n" +
		"2,1 1×1 page 0 112.5–132.5 2 characters in lines at 120\n" +
		"3,0 1×1 page 1 92.5–112.5 2 characters in lines at 95\n" +
		"3,1 1×1 page 1 92.5–112.5 2 characters in lines at 95\n" +
		"4,0 1×1 page 1 112.5–132.5 2 characters in lines at 120\n" +
		"4,1 1×1 page 1 112.5–132.5 2 characters in lines at 120\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(tab.Headers) != 1 || tab.Headers[0].Row != 0 || tab.Headers[0].Text != "类别 | 名称 | 目标 | 完成" {
		t.Errorf("got headings %+v", tab.Headers)
	}
	if fmt.Sprint(tab.First.Ys, tab.Last.Ys, tab.First.Sheet.Index, tab.Last.Sheet.Index) != "[67.5 87.5 112.5 132.5] [92.5 112.5 132.5] 0 1" {
		t.Errorf("got rows at %v and %v", tab.First.Ys, tab.Last.Ys)
	}
	for _, p := range s.pages {
		for n, taken := range p.sheet.Taken {
			if !taken {
				t.Errorf("page %d leaves %q", p.sheet.Index, p.sheet.Glyphs[n].Text)
			}
		}
	}
}

// A cell over a page break has a part on each page, and a line whose page none of its rows
// is on a part around itself.
func TestEntry(t *testing.T) {
	d := sheettest.Drawn("", []string{"100 50 甲乙", "120 50 丙"}, []string{"60 50 丁戊"})
	s := &stack{em: sheettest.Em, doc: d, pages: []stackPage{{sheet: d.Sheets[0], dy: -90, top: 0, bottom: 35}, {sheet: d.Sheets[1], dy: 10, top: 65, bottom: 75}}}
	for _, sh := range d.Sheets {
		s.phrases = append(s.phrases, sh.Phrases()...)
	}
	edges, heights := []float64{40, 100, 200}, []float64{5, 20, 40, 75}
	for _, tt := range []struct {
		b     block
		pages []int
		want  string
	}{
		{block{phrases: []int{0, 1, 2}, r0: 0, r1: 3, c0: 0, c1: 2}, []int{0, 0, 1}, "0: [40 87.5 200 127.5] 3; 1: [40 52.5 200 67.5] 2; "},
		{block{phrases: []int{0}, r0: 0, r1: 1, c0: 1, c1: 2}, []int{0, 0, 1}, "0: [100 87.5 200 110] 2; "},
		{block{phrases: []int{2}, r0: 1, r1: 2, c0: 0, c1: 1}, []int{0, 0, 1}, "0: [40 110 100 127.5] 0; 1: [50 55 70 65] 2; "},
		{block{phrases: []int{0}, r0: 2, r1: 3, c0: 0, c1: 1}, []int{0, 0, 1}, "0: [50 95 70 105] 2; 1: [40 52.5 100 67.5] 0; "},
		{block{phrases: []int{1}, r0: 0, r1: 1, c0: 0, c1: 1}, []int{0, 0, 1}, "0: [40 87.5 100 125] 1; "},
	} {
		got := ""
		e := s.entry(&tt.b, edges, heights, tt.pages)
		for _, p := range e.Parts {
			got += fmt.Sprintf("%d: %v %d; ", p.Sheet.Index, p.Cell.Box, len(p.Cell.Glyphs))
		}
		if got != tt.want {
			t.Errorf("%+v: got %s, want %s", tt.b, got, tt.want)
		}
	}
}

// Rows belong to the page that their middle is on.
func TestPageRows(t *testing.T) {
	s := &stack{pages: []stackPage{{bottom: 55}, {bottom: 100}, {bottom: 140}}}
	got := s.pageRows([]band{{top: 0, bottom: 10}, {top: 50, bottom: 60}, {top: 51, bottom: 61}, {top: 110, bottom: 120}, {top: 150, bottom: 160}})
	text := fmt.Sprint(got)
	for _, p := range s.pages {
		text += fmt.Sprintf(" %d–%d", p.first, p.end)
	}
	if text != "[0 0 1 2 2] 0–2 2–3 3–5" {
		t.Errorf("got %s", text)
	}
}

// A table goes on where the next page begins with it, and not where text stands between,
// or the page is not the next.
func TestTablesOverPages(t *testing.T) {
	rows := threeColumns(100, 3)
	for _, tt := range []struct {
		name  string
		pages [][]string
		want  string // rows of each
	}{
		{"two pages", [][]string{rows, rows}, "[6]"},
		{"a text behind the first", [][]string{append(rows, "250 50 以上各项均已完成"), rows}, "[3 3]"},
		{"a text before the second", [][]string{rows, append([]string{"40 50 以下各项均已完成"}, rows...)}, "[3 3]"},
		{"a page without between", [][]string{rows, {"100 50 以上"}, rows}, "[3 3]"},
		{"signatures alone", [][]string{rows, {"100 50 填表人：林 150 电话：无"}}, "[3]"},
		{"two rows, which are too few", [][]string{rows[:2]}, "[]"},
		{"two rows on each page", [][]string{rows[:2], rows[:2]}, "[4]"},
		{"beside the first", [][]string{rows, {"100 350 修路 400 12 450 34", "125 350 修路 400 12 450 34", "150 350 修路 400 12 450 34"}}, "[3 3]"},
	} {
		got := []int{}
		for _, tab := range Tables(sheettest.Drawn("", tt.pages...)) {
			got = append(got, tab.Rows)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
	}
}
