package ruled

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

func up(x, lo, hi float64) sheet.Seg { return sheet.Seg{At: x, Lo: lo, Hi: hi} }

// Rulings that touch or cross are a frame; uprights that cross nothing are of the one that
// they stand in, or of one of their height.
func TestFrames(t *testing.T) {
	box := func(x0, y0, x1, y1 float64) (hs, vs []sheet.Seg) {
		return []sheet.Seg{up(y0, x0, x1), up(y1, x0, x1)}, []sheet.Seg{up(x0, y0, y1), up(x1, y0, y1)}
	}
	for _, tt := range []struct {
		name   string
		hs, vs []sheet.Seg // beside a box of 200 by 100 at 100
		want   string
	}{
		{"alone", nil, nil, "2+2 100-300"},
		{"an underline", []sheet.Seg{up(400, 100, 200)}, nil, "2+2 100-300"},
		{"a ruling within that meets one side", []sheet.Seg{up(150, 104, 200)}, nil, "3+2 100-300"},
		{"one that meets none", []sheet.Seg{up(150, 104.1, 200)}, nil, "2+2 100-300"},
		{"one that ends at the right side", []sheet.Seg{up(150, 200, 296)}, nil, "3+2 100-300"},
		{"an upright down to a ruling", nil, []sheet.Seg{up(200, 120, 196)}, "2+3 100-300"},
		{"an upright within", nil, []sheet.Seg{up(200, 120, 180)}, "2+3 100-300"},
		{"a short one", nil, []sheet.Seg{up(200, 120, 135)}, "2+2 100-300"},
		{"one long enough", nil, []sheet.Seg{up(200, 120, 136)}, "2+3 100-300"},
		{"near the left side", nil, []sheet.Seg{up(109, 120, 180)}, "2+2 100-300"},
		{"near the right side", nil, []sheet.Seg{up(291, 120, 180)}, "2+2 100-300"},
		{"beside it, as high", nil, []sheet.Seg{up(350, 100, 200)}, "2+3 100-350"},
		{"beside it, nearly as high", nil, []sheet.Seg{up(350, 94, 206)}, "2+3 100-350"},
		{"beside it, not as high", nil, []sheet.Seg{up(350, 93.9, 200)}, "2+2 100-300"},
		{"beside it, not as deep", nil, []sheet.Seg{up(350, 100, 193.9)}, "2+2 100-300"},
		{"far beside it", nil, []sheet.Seg{up(701, 100, 200)}, "2+2 100-300"},
		{"not as far", nil, []sheet.Seg{up(699, 100, 200)}, "2+3 100-699"},
		{"three lone ones", nil, []sheet.Seg{up(350, 300, 400), up(400, 300, 400), up(450, 300, 400)}, "2+2 100-300, 0+3 350-450"},
		{"two", nil, []sheet.Seg{up(350, 300, 400), up(400, 300, 400)}, "2+2 100-300"},
		{"three short ones", nil, []sheet.Seg{up(350, 300, 314.9), up(400, 300, 314.9), up(450, 300, 314.9)}, "2+2 100-300"},
		{"a ruling within, and an upright", []sheet.Seg{up(150, 100, 300)}, []sheet.Seg{up(200, 160, 190)}, "3+2 100-300"},
	} {
		hs, vs := box(100, 100, 300, 200)
		var got []string
		for _, f := range frames(append(hs, tt.hs...), append(vs, tt.vs...), em) {
			got = append(got, fmt.Sprintf("%d+%d %g-%g", len(f.hs), len(f.vs), f.box[0], f.box[2]))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, strings.Join(got, ", "), tt.want)
		}
	}
	for _, wide := range []float64{15, 15.1} {
		hs, vs := box(100, 100, 100+wide, 200)
		if got := len(frames(hs, vs, em)); (got == 1) != (wide > 15) {
			t.Errorf("%v wide: got %d frames", wide, got)
		}
	}
	for _, high := range []float64{10, 10.1} {
		hs, vs := box(100, 100, 300, 100+high)
		if got := len(frames(hs, vs, em)); (got == 1) != (high > 10) {
			t.Errorf("%v high: got %d frames", high, got)
		}
	}
}

// The cut of a region is at what is drawn in part.
func TestDrawn(t *testing.T) {
	m := &mesh{xs: []float64{0, 50, 100}, ys: []float64{0, 25, 50}, h: []float64{1, 1, 0.25, 2, 1, 1}, v: []float64{1, 1, 0.5, 0.125, 1, 1}}
	for _, tt := range []struct {
		a    area
		want float64
	}{{area{0, 0, 1, 1}, 0}, {area{1, 0, 2, 1}, 0.25}, {area{1, 1, 2, 2}, 1 + 0.125}, {area{0, 1, 2, 2}, 0.625}, {area{1, 0, 2, 2}, 1.25}} {
		if got := m.drawn([]area{tt.a}); got != tt.want {
			t.Errorf("%v: got %v, want %v", tt.a, got, tt.want)
		}
	}
}

// A row above the first ruling has a text over two thirds of the cells there, three at least.
func TestRowAbove(t *testing.T) {
	heads := []string{"112 60 一 160 二 260 三 360 四 460 五"}
	for _, tt := range []struct {
		above string
		want  int // texts
	}{
		{"88 60 甲 160 乙 260 丙 360 丁 460 戊", 5}, {"88 60 甲 160 乙 260 丙 360 丁", 4}, {"88 60 甲 160 乙 260 丙", 0}, {"88 60 甲 160 乙 260 丙 280 己 360 丁", 4}, {"88 60 甲 160 乙 260 丙 345 丁丁 460 戊", 0}, {"88 60 甲 160 乙 260 丙 347.6 丁丁 460 戊", 5},
	} {
		s := drawn(append(append(grid([]float64{50, 150, 250, 350, 450, 550}, []float64{100, 125, 150}), heads...), tt.above)...)
		p := newPiece(s, &frames(s.Hs, s.Vs, s.Em)[0])
		assign(p)
		p.Take()
		if got := len(rowAbove(p)); got != tt.want {
			t.Errorf("%s: got %d texts, want %d", tt.above, got, tt.want)
		}
	}
	for cols, want := range map[int]int{2: 0, 3: 3} {
		edges, line, head := []float64{50}, "88", "112"
		for k := range cols {
			edges = append(edges, 150+100*float64(k))
			line += fmt.Sprintf(" %d 甲", 60+100*k)
			head += fmt.Sprintf(" %d 一", 60+100*k)
		}
		s := drawn(append(grid(edges, []float64{100, 125, 150}), head, line)...)
		p := newPiece(s, &frames(s.Hs, s.Vs, s.Em)[0])
		assign(p)
		p.Take()
		if got := len(rowAbove(p)); got != want {
			t.Errorf("%d columns: got %d texts", cols, got)
		}
	}
}

// A piece of a row or two is a heading alone where each cell has a text that is no figure.
func TestHeadingOnly(t *testing.T) {
	for _, tt := range []struct {
		rows  int
		texts []string
		want  bool
	}{{1, []string{"112 60 名称 160 目标 260 完成"}, true}, {1, []string{"112 60 名称 160 12 260 完成"}, false}, {1, []string{"112 60 名称 160 目标"}, false}, {2, []string{"112 60 名称 160 目标 260 完成", "137 60 名称 160 目标 260 完成"}, true}, {3, []string{"112 60 名称 160 目标 260 完成", "137 60 名称 160 目标 260 完成", "162 60 名称 160 目标 260 完成"}, false}} {
		s := drawn(append(grid(xs, ys[:tt.rows+1]), tt.texts...)...)
		p := newPiece(s, &frames(s.Hs, s.Vs, s.Em)[0])
		assign(p)
		if got := headingOnly(p); got != tt.want {
			t.Errorf("%d rows of %v: got %v", tt.rows, tt.texts, got)
		}
	}
}

// Rows below a ruled heading, with places that are empty, and what ends them.
func TestRowsBelow(t *testing.T) {
	heading := []string{"─ 100 50 350", "─ 125 50 350", "│ 50 100 125", "│ 150 100 125", "│ 250 100 125", "│ 350 100 125", "112 60 名称 160 目标 260 完成"}
	for _, tt := range []struct {
		name  string
		lines []string
		want  int // texts
	}{
		{"two rows", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23"}, 6},
		{"one full, one not", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22"}, 0},
		{"two full, one not", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23", "190 60 种树 160 32"}, 8},
		{"a text over an edge", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23", "190 130 种树种"}, 6},
		{"two in one column", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23", "190 60 种林 100 树木"}, 6},
		{"too far below", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23", "195.1 60 种树"}, 6},
		{"as far as may be", []string{"140 60 修路 160 12 260 13", "165 60 修桥 160 22 260 23", "195 60 种树"}, 7},
	} {
		s := drawn(append(heading[:len(heading):len(heading)], tt.lines...)...)
		p := newPiece(s, &frames(s.Hs, s.Vs, s.Em)[0])
		assign(p)
		p.Take()
		if got := len(rowsBelow(p)); got != tt.want {
			t.Errorf("%s: got %d texts, want %d", tt.name, got, tt.want)
		}
	}
}

// A table that rules its rows, and of its columns only some, leaves its texts to others.
func TestLacksUprights(t *testing.T) {
	frame := []string{"─ 100 50 350", "─ 125 50 350", "─ 150 50 350", "─ 175 50 350", "─ 200 50 350", "│ 50 100 200", "│ 150 100 200", "│ 350 100 200"}
	row := func(k int, texts string) string { return fmt.Sprintf("%g 60 修路 %s", 112.5+25*float64(k), texts) }
	const many, few = "160 甲乙 220 丙丁 290 戊己", "160 甲乙 220 丙丁"
	for _, tt := range []struct {
		name string
		rows []string
		want bool
	}{
		{"all rows", []string{many, many, many, many}, true},
		{"three of four", []string{many, many, many, few}, true},
		{"two of four", []string{many, many, few, few}, false},
		{"two texts", []string{few, few, few, few}, false},
		{"characters of one label", []string{"160 项 220 目 290 名", "160 项 220 目 290 名", "160 项 220 目 290 名", few}, false},
	} {
		lines := frame[:len(frame):len(frame)]
		for k, texts := range tt.rows {
			lines = append(lines, row(k, texts))
		}
		s := drawn(lines...)
		got := Pieces(s, nil, extract.Limits{})
		if (len(got) == 0) != tt.want || (len(s.Some) == 3) != tt.want {
			t.Errorf("%s: got %d pieces, %d uprights of some columns", tt.name, len(got), len(s.Some))
		}
	}
	// Two rows do where the page before has such a table.
	before := drawn("100 50 甲")
	for _, tt := range []struct {
		at   float64
		want bool
	}{{150, true}, {152.9, true}, {153.1, false}, {200, false}} {
		before.Some = []sheet.Seg{up(tt.at, 100, 200)}
		s := drawn("─ 100 50 350", "─ 125 50 350", "─ 150 50 350", "│ 50 100 150", "│ 150 100 150", "│ 350 100 150", row(0, many), row(1, many))
		if got := Pieces(s, before, extract.Limits{}); (len(got) == 0) != tt.want {
			t.Errorf("an upright at %v before: got %d pieces", tt.at, len(got))
		}
	}
}

// What stands below each other in a cell, with nothing beside it, is a column of it.
func TestColumnsIn(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{[]string{"112 60 甲乙 120 12 200 34"}, "60-80:0 120-130:1 200-210:1"}, {[]string{"112 60 甲乙 120 12", "125 70 丙丁 121 34"}, "60-90:0 120-131:2"}, {[]string{"112 60 甲乙 120 12", "125 60 丙丁戊己庚辛壬"}, "60-130:1"}, {[]string{"112 60 甲 120 乙 200 34"}, "200-210:1"},
	} {
		s := drawn(tt.lines...)
		c := piece.Cell{Rows: 1, Cols: 1, Box: extract.Box{50, 100, 350, 140}}
		for n := range s.Glyphs {
			c.Glyphs = append(c.Glyphs, n)
		}
		var got []string
		for _, x := range columnsIn(&piece.Piece{Sheet: s}, &c) {
			got = append(got, fmt.Sprintf("%g-%g:%d", x.Lo, x.Hi, x.figures))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%v: got %v, want %s", tt.lines, got, tt.want)
		}
	}
}

// Where uprights are all that parts a table, its rows are told by others.
func TestUprightsOnly(t *testing.T) {
	frame := []string{"─ 100 50 350", "─ 200 50 350", "│ 50 100 200", "│ 150 100 200", "│ 250 100 200", "│ 350 100 200"}
	heading := append(frame[:len(frame):len(frame)], "─ 125 50 350")
	rows := func(n int, from float64) (out []string) {
		for k := range n {
			out = append(out, fmt.Sprintf("%g 60 修路 160 1%d 260 9%d", from+16*float64(k), k, k))
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		lines []string
		want  bool
	}{
		{"two columns of figures", append(frame, rows(4, 110)...), true},
		{"one row", append(frame, rows(1, 110)...), false},
		{"below a heading", append(append(heading[:len(heading):len(heading)], "112 60 名称 160 目标 260 完成"), rows(3, 140)...), false},
		{"one column of figures", append(frame[:len(frame):len(frame)], "110 60 修路 160 10", "126 60 修桥 160 11"), false},
		{"with units", append(frame[:len(frame):len(frame)], "110 60 修路 160 10个 260 3个", "126 60 修桥 160 11个 260 4个"), true},
		{"of numbered texts", append(frame[:len(frame):len(frame)], "110 60 修路 160 1.甲 260 1.丙", "126 60 修桥 160 2.乙 260 2.丁"), false},
	} {
		s := drawn(tt.lines...)
		got := Pieces(s, nil, extract.Limits{})
		if (len(got) == 0) != tt.want || (len(s.Edges) == 4) != tt.want {
			t.Errorf("%s: got %d pieces, %d uprights", tt.name, len(got), len(s.Edges))
		}
	}
}

// The sides that are missing are drawn where horizontal rulings tell of them.
func TestOpenSides(t *testing.T) {
	p := &piece.Piece{Xs: []float64{50, 350}, Ys: []float64{100, 200}}
	for open, want := range map[[4]bool]string{{}: "[]", {true, true, false, true}: "[{50 100 200}]", {false, false, true, false}: "[{350 100 200}]", {true, false, true, false}: "[{50 100 200} {350 100 200}]"} {
		p.Open = open
		got := openSides(p)
		if got == nil {
			got = []sheet.Seg{}
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%v: got %v", open, got)
		}
	}
}

// Lines of a band are dealt to its rows: labels over several, blank places beside.
func TestSplitRow(t *testing.T) {
	s := drawn("110 160 12 260 13", "120 60 产出", "130 160 22 260 23", "115 360 无", "60 60 名称", "160 60 合计")
	p := &piece.Piece{Sheet: s, Xs: []float64{50, 150, 250, 350, 450}, Ys: []float64{50, 100, 140, 180}}
	take := func(row, col int, texts ...string) {
		c := piece.Cell{Row: row, Col: col, Rows: 1, Cols: 1}
		for _, text := range texts {
			for _, q := range s.Phrases() {
				if s.PlainText(q.Glyphs) == text {
					c.Glyphs = append(c.Glyphs, q.Glyphs...)
				}
			}
		}
		c.Lines = s.Lines(c.Glyphs)
		p.Cells = append(p.Cells, c)
	}
	take(0, 0, "名称")
	take(1, 0, "产出")
	take(1, 1, "12", "22")
	take(1, 2, "13", "23")
	take(1, 3, "无")
	take(2, 0, "合计")
	p.SetBoxes()
	splitRow(p, 1, []float64{120})
	if got, want := shown([]*piece.Piece{p}), "0,0 名称; 1,0 2×1 产出; 1,1 12; 1,2 13; 1,3 无; 2,1 22; 2,2 23; 2,3; 3,0 合计"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if fmt.Sprint(p.Ys) != "[50 100 120 140 180]" {
		t.Errorf("got %v", p.Ys)
	}
}

// What lines leave of the width of their cells.
func TestMargins(t *testing.T) {
	for _, tt := range []struct {
		wide float64
		want fit.Interval
	}{{40, fit.Interval{Lo: 3, Hi: fit.FullLine * em}}, {90, fit.Interval{Lo: 3, Hi: 10}}, {98, fit.Interval{Lo: 2, Hi: 2}}, {110, fit.Interval{}}} {
		p := &piece.Piece{Sheet: &sheet.Sheet{Chars: sheet.Chars{Em: em}}, Cells: []piece.Cell{{Box: extract.Box{0, 0, 100, 20}, Lines: []sheet.Line{{Box: extract.Box{5, 0, 15, 10}}, {Box: extract.Box{0, 10, tt.wide, 20}}}}}}
		if got := margins(p); got != tt.want {
			t.Errorf("%v: got %v", tt.wide, got)
		}
	}
}

// A cell that a page break cuts takes the lines that hang out of it.
func TestTakeOverhang(t *testing.T) {
	for _, tt := range []struct {
		name   string
		line   string
		change func(p *piece.Piece)
		want   string
	}{
		{"a line below", "190 60 改造", func(*piece.Piece) {}, "修路改造"},
		{"too far", "192.1 60 改造", func(*piece.Piece) {}, "修路"},
		{"in another column", "190 160 改造", func(*piece.Piece) {}, "修路"},
		{"with a border", "190 60 改造", func(p *piece.Piece) { p.Cells[0].NoBottom = false }, "修路"},
		{"no lower border at all", "190 60 改造", func(p *piece.Piece) { p.Open[3] = true }, "修路"},
		{"not in the last row", "190 60 改造", func(p *piece.Piece) { p.Ys = append(p.Ys, 300) }, "修路"},
	} {
		s := drawn("170 60 修路", tt.line)
		p := &piece.Piece{Sheet: s, Xs: []float64{50, 150}, Ys: []float64{150, 178}, Cells: []piece.Cell{{Rows: 1, Cols: 1, Glyphs: []int{0, 1}, Box: extract.Box{50, 150, 150, 178}, NoBottom: true}}}
		p.Cells[0].Lines = s.Lines(p.Cells[0].Glyphs)
		p.Take()
		tt.change(p)
		takeOverhang(p)
		if got := s.PlainText(p.Cells[0].Glyphs); got != tt.want {
			t.Errorf("%s: got %s", tt.name, got)
		}
	}
}
