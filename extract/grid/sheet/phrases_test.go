package sheet

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// size of the characters below, which are as high, and as wide or, those of ASCII, half.
const size = 10.0

// write puts texts on a page: the height of a line's middle, then texts and where they
// begin, as in "100 50 项目 150 12.5".
func write(p *page.Page, lines ...string) {
	for _, line := range lines {
		f := strings.Fields(line)
		var y, x float64
		fmt.Sscan(f[0], &y)
		for k := 1; k+1 < len(f); k += 2 {
			fmt.Sscan(f[k], &x)
			for _, r := range f[k+1] {
				w := size
				if r < 0x80 {
					w = size / 2
				}
				p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: size, Box: extract.Box{x, y - size/2, x + w, y + size/2}})
				x += w
			}
		}
	}
}

func written(lines ...string) *Sheet {
	p := page.Page{Number: 1, Width: 600, Height: 800}
	write(&p, lines...)
	return newSheet(0, &p, words.Known())
}

func phrasesOf(s *Sheet) string {
	var out []string
	for _, p := range s.Phrases() {
		out = append(out, s.PlainText(p.Glyphs))
	}
	return strings.Join(out, "|")
}

// Characters follow each other in a phrase up to the gap that parts two texts, at heights
// that differ by less than raised ones do.
func TestPhrases(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a small gap", []string{"100 50 修路 75.4 完成"}, "修路完成"},
		{"a wide one", []string{"100 50 修路 75.6 完成"}, "修路|完成"},
		{"a little lower", []string{"100 50 修路", "101 70 完成"}, "修路完成"},
		{"lower, with a gap", []string{"100 50 修路", "101.1 74.1 完成"}, "修路|完成"},
		{"lower, with a small gap", []string{"100 50 修路", "101.1 73.9 完成"}, "修路完成"},
		{"as low as raised ones", []string{"100 50 修路", "103 70 完成"}, "修路完成"},
		{"lower than those", []string{"100 50 修路", "103.1 70 完成"}, "修路|完成"},
		{"in two lines, each its own", []string{"100 50 修路 70 甲", "113 50 完成 70 乙"}, "修路甲|完成乙"},
		{"single characters too far apart", []string{"100 50 合 82 计"}, "合|计"},
		{"as far as may be", []string{"100 50 合 81.9 计"}, "合计"},
		{"three of them, further apart", []string{"100 50 项 89 目 128 名"}, "项目名"},
		{"too far", []string{"100 50 项 90 目 130 名"}, "项|目|名"},
		{"two, further apart", []string{"100 50 合 82.1 计"}, "合|计"},
		{"not evenly", []string{"100 50 项 85 目 118.5 名"}, "项|目|名"},
		{"figures apart", []string{"100 50 1 65 2"}, "1|2"},
	} {
		if got := phrasesOf(written(tt.lines...)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Uprights part characters that they stand between.
func TestEdgeBetween(t *testing.T) {
	a, b := &page.Glyph{Box: extract.Box{50, 95, 60, 105}}, &page.Glyph{Box: extract.Box{60, 95, 70, 105}}
	for _, tt := range []struct {
		at, lo, hi float64
		want       bool
	}{{60, 0, 200, true}, {55, 0, 200, false}, {56, 0, 200, true}, {65, 0, 200, false}, {64, 0, 200, true}, {60, 100, 200, true}, {60, 101, 200, false}, {60, 0, 100, true}, {60, 0, 99, false}} {
		one, other := &Sheet{Edges: []Seg{{At: 10, Hi: 200}, {At: tt.at, Lo: tt.lo, Hi: tt.hi}, {At: 90, Hi: 200}}}, &Sheet{Some: []Seg{{At: tt.at, Lo: tt.lo, Hi: tt.hi}}}
		if one.edgeBetween(a, b) != tt.want || other.edgeBetween(a, b) != tt.want {
			t.Errorf("%v: want %v", tt, tt.want)
		}
	}
}

// A line is followed by another of its text where that begins, or has its middle, where it
// does, and is no longer.
func TestContinuedBy(t *testing.T) {
	at := func(x0, x1 float64) *Phrase { return &Phrase{Size: 10, Box: extract.Box{x0, 0, x1, 10}} }
	for _, tt := range []struct {
		a0, a1, b0, b1 float64
		want           bool
	}{{0, 100, 0, 30, true}, {0, 80, 0, 30, false}, {0, 81, 0, 30, true}, {0, 100, 9, 30, true}, {0, 100, 10, 30, false}, {0, 100, 0, 110, false}, {0, 100, 0, 109, true}, {0, 100, 37.4, 67.4, true}, {0, 100, 37.6, 67.6, false}, {50, 150, 50, 80, true}, {50, 150, 85, 115, true}, {50, 150, 70, 80, false}} {
		if got := at(tt.a0, tt.a1).ContinuedBy(at(tt.b0, tt.b1)); got != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
}

// A mark is smaller than its neighbour, close by it, and raised by half of it at most.
func TestMarkAt(t *testing.T) {
	big := page.Glyph{Size: 10, Box: extract.Box{50, 90, 60, 100}}
	for _, tt := range []struct {
		size, x, y float64
		want       bool
	}{{6, 60, 93, true}, {8.5, 60, 93, true}, {8.6, 60, 93, false}, {6, 62.5, 93, true}, {6, 62.6, 93, false}, {6, 41.5, 93, true}, {6, 41.4, 93, false}, {6, 60, 90, true}, {6, 60, 89.9, false}, {6, 60, 100.1, false}} {
		g := page.Glyph{Size: tt.size, Box: extract.Box{tt.x, tt.y - 3, tt.x + 6, tt.y + 3}}
		if markAt(&big, &g) != tt.want || markAt(&g, &big) != tt.want {
			t.Errorf("%v: want %v", tt, tt.want)
		}
	}
}

// A phrase is as high as its characters of full size.
func TestWithoutMarks(t *testing.T) {
	s := &Sheet{Chars: Chars{Glyphs: []page.Glyph{{Size: 6, Box: extract.Box{0, 80, 5, 86}}, {Size: 10, Box: extract.Box{0, 90, 10, 100}}, {Size: 8.6, Box: extract.Box{0, 88, 10, 97}}, {Size: 10, Box: extract.Box{0, 91, 10, 102}}, {Size: 8.5, Box: extract.Box{0, 99, 5, 110}}}}}
	p := &Phrase{Sheet: s, Glyphs: []int{0, 1, 2, 3, 4}, Size: 10, Box: extract.Box{0, 80, 10, 110}}
	if p.withoutMarks(); p.Box != (extract.Box{0, 88, 10, 102}) {
		t.Errorf("got %v", p.Box)
	}
}

// Of two paragraphs side by side, whose lines all but touch, small gaps that three lines
// have at one place part them.
func TestGutterOfParagraphs(t *testing.T) {
	line := func(y, x float64, right string) string {
		return fmt.Sprintf("%g 50 农村公路改造 %g %s", y, x, right)
	}
	for _, tt := range []struct {
		name  string
		lines []string
		want  bool // parted
	}{
		{"three lines", []string{line(100, 114.5, "完成全部验收"), line(113, 114.5, "并按时交付了"), line(126, 114.5, "给主管部门用")}, true},
		{"a gap between characters that touch", []string{line(100, 113.5, "完成全部验收"), line(113, 113.5, "并按时交付了"), line(126, 113.5, "给主管部门用")}, true},
		{"too small a one", []string{line(100, 111.9, "完成全部验收"), line(113, 111.9, "并按时交付了"), line(126, 111.9, "给主管部门用")}, false},
		{"two lines", []string{line(100, 114.5, "完成全部验收"), line(113, 114.5, "并按时交付了")}, false},
		{"at two places", []string{line(100, 114.5, "完成全部验收"), line(113, 112, "并按时交付了"), line(126, 114.5, "给主管部门用")}, false},
		{"far from each other", []string{line(100, 114.5, "完成全部验收"), line(310, 114.5, "并按时交付了"), line(520, 114.5, "给主管部门用")}, false},
	} {
		s := written(tt.lines...)
		if got := len(s.Phrases()) == 2*len(tt.lines); got != tt.want {
			t.Errorf("%s: got %s", tt.name, phrasesOf(s))
		}
	}
}

// A figure that ends where others end above and below it, and is not as long as all of
// them, is of a column of figures; a text right behind it is of another.
func TestCutAtFigures(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a column of figures", []string{"100 55 12 ", "115 50 134 66.5 返工", "130 60 9", "145 50 120"}, "12|134|返工|9|120"},
		{"all as long", []string{"100 50 112", "115 50 134 66.5 返工", "130 50 119", "145 50 120"}, "112|134返工|119|120"},
		{"two of them", []string{"115 50 134 66.5 返工", "130 60 9"}, "134返工|9"},
		{"a gap of nothing", []string{"100 55 12", "115 50 134 65.9 返工", "130 60 9", "145 50 120"}, "12|134返工|9|120"},
		{"units of each", []string{"100 55 12 66.5 个", "115 50 134 66.5 个", "130 60 9 66.5 个"}, "12个|134个|9个"},
		{"far above", []string{"100 55 12", "315 50 134 66.5 返工", "530 60 9"}, "12|134返工|9"},
		{"ending elsewhere", []string{"100 54 12", "115 50 134 66.5 返工", "130 58.9 9", "145 50 120"}, "12|134返工|9|120"},
		{"before a figure", []string{"100 55 12", "115 28 返工 50 134", "130 60 9", "145 50 120"}, "12|返工|134|9|120"},
	} {
		if got := phrasesOf(written(tt.lines...)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Where columns begin, a small gap parts the texts of a row of three and more.
func TestCutAtStarts(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a full cell", []string{"100 50 修路 102 甲 150 好", "115 50 农村公路 92 乙丙 150 好", "130 50 农村公路工 102 丁 150 好", "145 50 修桥梁墩 102 戊 150 好", "160 50 办学校工程 102 己 150 好"}, "修路|甲|好|农村公路乙丙|好|农村公路工|丁|好|修桥梁墩|戊|好|办学校工程|己|好"},
		{"in rows of two", []string{"100 50 修路 102 甲", "130 50 农村公路工 102 丁", "145 50 修桥梁墩 102 戊"}, "修路|甲|农村公路工|丁|修桥梁墩|戊"},
		{"where one begins", []string{"100 50 修路 102 甲 150 好", "130 50 农村公路工 102 丁 150 好"}, "修路|甲|好|农村公路工丁|好"},
		{"where the phrase begins alone", []string{"100 50 修路 102 甲 150 好", "130 52 农村公路 102 丁 150 好", "140 47 农村公路工 101.9 丁 150 好", "145 50 修桥梁墩 102 戊 150 好"}, "修路|甲|好|农村公路|丁|好|农村公路工|丁|好|修桥梁墩|戊|好"},
	} {
		if got := phrasesOf(written(tt.lines...)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Texts in the middle of columns are parted by a small gap where the whole is in the middle
// of none.
func TestCutAtMiddles(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"two columns", []string{"100 60 修路 102 甲乙 200 好", "115 50 农村公路 92 完成验收 200 好", "130 60 修桥 102 丙丁 200 好", "145 55 种树林 97 戊己庚 200 好"}, "修路|甲乙|好|农村公路|完成验收|好|修桥|丙丁|好|种树林|戊己庚|好"},
		{"one line alone", []string{"115 50 农村公路 92 完成验收 200 好"}, "农村公路完成验收|好"},
		{"with nothing beside it", []string{"100 60 修路 110 甲乙", "115 50 农村公路 92 完成验收", "130 60 修桥 110 丙丁"}, "修路|甲乙|农村公路完成验收|修桥|丙丁"},
	} {
		if got := phrasesOf(written(tt.lines...)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A column begins where two phrases on other lines do.
func TestStartsOfAColumn(t *testing.T) {
	s := starts{1, 100, map[[2]int][]float64{}}
	for _, y := range []float64{100, 115, 130} {
		s.add(50, y)
	}
	s.add(80, 100)
	for _, tt := range []struct {
		x, y float64
		want bool
	}{{50, 115, true}, {50, 100, true}, {51.9, 115, true}, {48.1, 115, false}, {49, 115, true}, {52.1, 115, false}, {50, 380, true}, {50, 420, false}, {80, 115, false}, {50, 100.5, true}} {
		if got := s.column(tt.x, tt.y); got != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
	for range 20 {
		s.add(80, 110)
	}
	if n := len(s.at[[2]int{80, 1}]); n != startMost {
		t.Errorf("kept %d", n)
	}
}

// What stands alone in the middle below a text is the last of its characters.
func TestEndsAlone(t *testing.T) {
	for _, tt := range []struct {
		name string
		x    float64 // of the character
		y    float64
		line int // characters in the text above
		want bool
	}{{"in the middle", 65, 112, 4, true}, {"off it", 66.1, 112, 4, false}, {"below one character", 50, 112, 1, false}, {"far below", 65, 117.6, 4, false}, {"as far as lines are", 65, 117.5, 4, true}, {"beside it", 65, 102.4, 4, false}} {
		s := &Sheet{}
		above := Phrase{Sheet: s, Size: 10, Glyphs: make([]int, tt.line), Box: extract.Box{50, 95, 50 + 10*float64(tt.line), 105}}
		c := Phrase{Sheet: s, Size: 10, Glyphs: []int{0}, Box: extract.Box{tt.x, tt.y - 5, tt.x + 10, tt.y + 5}}
		o := Phrase{Sheet: s, Size: 10, Glyphs: []int{0}, Box: extract.Box{95, tt.y - 5, 105, tt.y + 5}}
		if got := endsAlone([]Phrase{above, c, o}, 1, 2); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
		if o.Box[0] = 80; endsAlone([]Phrase{above, c, o}, 1, 2) && tt.line == 4 {
			t.Errorf("%s: the other stands below the text, too", tt.name)
		}
	}
}

// Where something stands: pages first, then heights, then places.
func TestBefore(t *testing.T) {
	list := []Place{{0, 5, 5}, {0, 5, 9}, {0, 8, 1}, {1, 0, 0}}
	for i, a := range list {
		for k, b := range list {
			if got := a.Before(b); got != (i < k) {
				t.Errorf("%v before %v: got %v", a, b, got)
			}
		}
	}
}

// What lies in no table comes in lines; texts far apart on one line are two, and
// characters spread out over all of it are one.
func TestLooseLines(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"near", []string{"100 50 单位 90 万元"}, "单位 万元"},
		{"far", []string{"100 50 单位 90.1 万元"}, "单位|万元"},
		{"three, each near the next", []string{"100 50 甲乙 90 丙丁 130 戊己"}, "甲乙 丙丁 戊己"},
		{"from right to left a little lower", []string{"100 90 万元", "101 50 单位"}, "单位 万元"},
		{"further apart and lower", []string{"100 150 万元", "102 50 单位"}, "单位|万元"},
		{"on lines of their own", []string{"100 150 万元", "102.6 50 单位"}, "万元|单位"},
		{"spread out", []string{"100 50 二 110 〇 170 二 230 三 290 年"}, "二〇二三年"},
		{"three of them", []string{"100 50 二 110 〇 170 二"}, "二|〇|二"},
		{"not evenly", []string{"100 50 二 110 〇 175 二 230 三"}, "二|〇|二|三"},
		{"words", []string{"100 50 二年 110 〇 170 二 230 三"}, "二年|〇|二|三"},
		{"with a number", []string{"100 50 12 120 年 190 月 260 日"}, "12年月日"},
	} {
		s := written(tt.lines...)
		var got []string
		for _, l := range s.LooseLines() {
			got = append(got, s.LineText(&l))
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, strings.Join(got, "|"), tt.want)
		}
	}
}

// A gap of a line is a blank where it is wider than two fifths of a character, between
// Latin letters a fifth; in a text set wide throughout by so much more.
func TestLineText(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"100 50 修路 73.9 完成", "修路完成"}, {"100 50 修路 74.1 完成", "修路 完成"}, {"100 50 ab 61.9 cd", "abcd"}, {"100 50 ab 62.1 cd", "ab cd"}, {"100 50 修 61.9 cd", "修cd"}, {"100 50 ab 63 修", "ab修"},
		{"100 50 项 65 目 80 名 95 称", "项目名称"}, {"100 50 项 65 目 80 名 99.6 称", "项目名 称"}, {"100 50 项 65 目 80 名", "项 目 名"},
	} {
		s := written(tt.line)
		var all []int
		for n := range s.Glyphs {
			all = append(all, n)
		}
		if got := s.LineText(&s.Lines(all)[0]); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.line, got, tt.want)
		}
	}
}

// A figure raised behind a figure is a mark; behind letters, or not raised, it is what it is.
func TestAsMark(t *testing.T) {
	for _, tt := range []struct {
		text        string
		raised      string // which are
		small, high float64
		want        string
	}{
		{"98.51", "4", 6, 94, "98.5¹"}, {"98.512", "45", 6, 94, "98.5¹²"}, {"95%3", "3", 6, 94, "95%³"}, {"m2", "1", 6, 94, "m2"}, {"981", "2", 8.6, 93, "981"}, {"981", "2", 6, 99.6, "981"}, {"1", "0", 6, 94, "1"}, {"9a1", "12", 6, 94, "9a1"},
	} {
		s := &Chars{Em: 10}
		l := Line{Tall: extract.Box{0, 90, 10, 100}}
		for k, r := range tt.text {
			g := page.Glyph{Text: string(r), Size: 10, Box: extract.Box{5 * float64(k), 90, 5*float64(k) + 5, 100}}
			if strings.Contains(tt.raised, fmt.Sprint(k)) {
				g.Size, g.Box[1], g.Box[3] = tt.small, tt.high-tt.small/2, tt.high+tt.small/2
			}
			s.Glyphs = append(s.Glyphs, g)
			l.Glyphs = append(l.Glyphs, k)
		}
		if got := s.LineText(&l); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

// One bracket from the first character to the last is an addition.
func TestBracketed(t *testing.T) {
	for text, want := range map[string]bool{"(2023年度)": true, "（一）": true, "（一）二": false, "一（二）": false, "（一）（二）": false, "（一": false, "((一))": true, "": false} {
		if got := bracketed(text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// The row above a table stands close above it and within its width, with nothing larger
// than it and no field.
func TestRowAbove(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a row", []string{"85 50 名称 150 目标 250 完成"}, "完成 目标 名称"},
		{"of two lines", []string{"73 50 指标 250 实际", "85 50 名称 150 目标 250 完成"}, "完成 目标 名称 实际 指标"},
		{"and a title above", []string{"65 50 绩效自评表", "85 50 名称 150 目标 250 完成"}, "完成 目标 名称"},
		{"too far", []string{"77.9 50 名称 150 目标 250 完成"}, ""},
		{"just near enough", []string{"78.1 50 名称 150 目标 250 完成"}, "完成 目标 名称"},
		{"a field", []string{"85 50 单位：无 150 目标 250 完成"}, ""},
		{"beyond the table", []string{"85 50 名称 150 目标 290 完成率"}, ""},
		{"a little beyond", []string{"85 50 名称 150 目标 281 完成率"}, "完成率 目标 名称"},
		{"beside the table", []string{"85 50 名称 150 目标 310 完成"}, "目标 名称"},
		{"below its height", []string{"85 50 名称 150 目标", "101 250 完成"}, "目标 名称"},
		{"over two of the row", []string{"73 50 年度绩效目标情况", "85 50 名称 100 目标 250 完成"}, "完成 目标 名称"},
	} {
		s := written(tt.lines...)
		var got []string
		for _, i := range s.RowAbove(100, 40, 305) {
			got = append(got, s.PlainText(s.Phrases()[i].Glyphs))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, strings.Join(got, " "), tt.want)
		}
	}
}

// A page number, a running head or foot, and what stands at the very edge is furniture.
func TestIsFurniture(t *testing.T) {
	var pages []page.Page
	for n := range 2 {
		p := page.Page{Number: n + 1, Width: 600, Height: 1000}
		write(&p, "110 50 县水务局", "400 50 续作项目", fmt.Sprintf("500 50 其中%d", n+1), fmt.Sprintf("%d 50 合计各项", 600+10*n), "35 50 左上", "965 50 右下", fmt.Sprintf("%d 50 单独一行", 320+200*n), "700 50 —3—", "720 50 单位：万元")
		pages = append(pages, p)
	}
	write(&pages[0], "115 300 只有一次", "45 300 边上", "955 300 下边")
	d := NewDocument(pages, words.Known(), nil, nil)
	d.FindRunning()
	s := d.Sheets[0]
	got := ""
	for _, l := range s.LooseLines() {
		if d.IsFurniture(s, &l) {
			got += s.LineText(&l) + " "
		}
	}
	if want := "左上 县水务局 续作项目 其中1 —3— 单位：万元 右下 "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Rulings at nearly one height are one group, but for chains of them.
func TestBreaks(t *testing.T) {
	for _, tt := range []struct {
		at   []float64
		want string
	}{{nil, "[]"}, {[]float64{1}, "[1]"}, {[]float64{1, 3, 9}, "[2 3]"}, {[]float64{1, 3, 5, 6}, "[4]"}, {[]float64{1, 3, 5, 6.9, 8}, "[1 5]"}, {[]float64{1, 2, 4, 5.5, 7, 8}, "[2 6]"}} {
		got := breaks(tt.at, 2)
		if got == nil {
			got = []int{}
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%v: got %v, want %s", tt.at, got, tt.want)
		}
	}
}

// Pieces of a line are one ruling where no cell could open between them; its height is
// that of most of it, and what is too short is none.
func TestJoinSegs(t *testing.T) {
	for _, tt := range []struct {
		name string
		segs []Seg
		want string
	}{
		{"one", []Seg{{10, 0, 50}}, "[{10 0 50}]"},
		{"too short", []Seg{{10, 0, 6.9}}, "[]"},
		{"just long enough", []Seg{{10, 0, 7}}, "[{10 0 7}]"},
		{"a small gap", []Seg{{10, 0, 50}, {10, 55.5, 80}}, "[{10 0 80}]"},
		{"a wide one", []Seg{{10, 0, 50}, {10, 55.6, 80}}, "[{10 0 50} {10 55.6 80}]"},
		{"doubled", []Seg{{10, 0, 50}, {13, 0, 50}}, "[{11.5 0 50}]"},
		{"as much of one as of another", []Seg{{10, 0, 90}, {13, 0, 30}}, "[{10.75 0 90}]"},
		{"dashes", []Seg{{10, 0, 12}, {10, 20, 32}, {10, 40, 52}}, "[{10 0 52}]"},
		{"dashes too far apart", []Seg{{10, 0, 12}, {10, 21.1, 33}}, "[{10 0 12} {10 21.1 33}]"},
		{"dashes too short", []Seg{{10, 0, 4.7}, {10, 12.7, 17.4}, {10, 25.4, 42}}, "[{10 25.4 42}]"},
		{"too long for dashes", []Seg{{10, 0, 15.1}, {10, 23, 35}}, "[{10 0 15.1} {10 23 35}]"},
		{"within another", []Seg{{10, 0, 50}, {10, 10, 20}, {10, 54, 60}}, "[{10 0 60}]"},
	} {
		got := joinSegs(tt.segs, 10)
		if got == nil {
			got = []Seg{}
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
	}
}
