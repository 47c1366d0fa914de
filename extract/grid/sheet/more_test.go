package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Characters without a place are told apart; those without a size have that of their box.
func TestNewSheet(t *testing.T) {
	p := page.Page{Number: 7, Width: 600, Height: 800, Glyphs: []page.Glyph{
		{Text: "一", Size: 10, Box: extract.Box{0, 0, 10, 10}},
		{Text: "二", Size: 0, Box: extract.Box{0, 0, 8, 12}},
		{Text: "三", Size: math.NaN(), Box: extract.Box{0, 0, 12, 9}},
		{Text: "四", Size: page.MaxLength, Box: extract.Box{0, 0, 7, 12}},
		{Text: "五", Size: -1, Box: extract.Box{5, 5, 5, 12}},
		{Text: "六", Size: 10, Box: extract.Box{10, 0, 0, 10}},
		{Text: "　", Size: 10, Box: extract.Box{0, 0, 10, 10}},
		{Text: "　", Size: 10, Box: extract.Box{0, 0, 10, 10}, Doubtful: true},
		{Text: "七", Size: 0, Box: extract.Box{5, 5, 5, 5}},
	}, Rules: []page.Rule{{X0: 0, Y0: 300, X1: 500, Y1: 300}, {X0: 50, Y0: 200, X1: 50, Y1: 400}}}
	s := newSheet(0, &p, words.Known())
	got := ""
	for _, g := range s.Glyphs {
		got += fmt.Sprintf("%s%g ", g.Text, g.Size)
	}
	if got != "一10 二8 三9 四7 五7 　10 七0.01 " || len(s.Lost) != 1 || s.Lost[0].Text != "六" || len(s.Taken) != 7 {
		t.Errorf("got %s, %d lost", got, len(s.Lost))
	}
	if len(s.Hs) != 1 || len(s.Vs) != 1 {
		t.Errorf("got %v and %v", s.Hs, s.Vs)
	}
	s.TooFine = true
	codes := ""
	for _, w := range s.Skipped(extract.ZH) {
		codes += w.Code + " "
		if !strings.Contains(w.Message, "7") {
			t.Errorf("got %s", w.Message)
		}
	}
	if codes != "table-too-fine text-without-place " {
		t.Errorf("got %s", codes)
	}
	if s := newSheet(0, &page.Page{}, words.Known()); len(s.Skipped(extract.EN)) != 0 || s.Em != defaultEm {
		t.Errorf("got %v, %v", s.Skipped(extract.EN), s.Em)
	}
}

// Uprights that part texts come in order, and parts texts anew.
func TestReadUprights(t *testing.T) {
	s := written("100 50 修路完成")
	if got := phrasesOf(s); got != "修路完成" {
		t.Fatalf("got %s", got)
	}
	s.ReadUprights([]Seg{{At: 90, Hi: 300}, {At: 70, Hi: 300}}, []Seg{{At: 9, Hi: 5}, {At: 3, Hi: 5}})
	if got := phrasesOf(s); got != "修路|完成" || s.Edges[0].At != 70 || s.Ends[0].At != 3 {
		t.Errorf("got %s, %v and %v", got, s.Edges, s.Ends)
	}
	s = written("100 50 修路完成")
	s.Phrases()
	ReadSome(s, []Seg{{At: 90, Hi: 300}, {At: 70, Hi: 300}})
	if got := phrasesOf(s); got != "修路|完成" || s.Some[0].At != 70 {
		t.Errorf("got %s, %v", got, s.Some)
	}
}

// Lines drawn for words, in pieces, under several lines and in cells that the words fill.
func TestLinesOfWords(t *testing.T) {
	text := func(x, y float64, n int) (out []page.Glyph) {
		for k := range n {
			out = append(out, page.Glyph{Text: "字", Size: 10, Box: extract.Box{x + 10*float64(k), y, x + 10*float64(k) + 10, y + 10}})
		}
		return out
	}
	flat := func(x0, x1, y float64) page.Rule { return page.Rule{X0: x0, Y0: y, X1: x1, Y1: y} }
	post := func(x float64) page.Rule { return page.Rule{X0: x, Y0: 50, X1: x, Y1: 300} }
	for _, tt := range []struct {
		name   string
		glyphs []page.Glyph
		rules  []page.Rule
		left   int // of the lines
	}{
		{"two lines", append(text(100, 100, 4), text(100, 114, 4)...), []page.Rule{flat(100, 140, 110), flat(100, 140, 124)}, 0},
		{"in two pieces", text(100, 100, 4), []page.Rule{flat(100, 120, 110), flat(121, 140, 110)}, 0},
		{"of which one is longer", text(100, 100, 4), []page.Rule{flat(100, 120, 110), flat(121, 190, 110)}, 2},
		{"in pieces of which the second alone is of words", text(120, 100, 4), []page.Rule{flat(60, 118, 110), flat(120, 160, 110)}, 2},
		{"words that fill their cell", text(100, 100, 4), []page.Rule{flat(100, 140, 110), post(100), post(140)}, 1},
		{"the same through them", text(100, 99, 4), []page.Rule{flat(100, 140, 106), post(100), post(140)}, 0},
		{"with an upright at one end", text(100, 100, 4), []page.Rule{flat(100, 140, 110), post(100)}, 0},
		{"with one at the other", text(100, 100, 4), []page.Rule{flat(100, 140, 110), post(140)}, 0},
		{"with uprights a little off", text(100, 100, 4), []page.Rule{flat(100, 140, 110), post(99.1), post(140.9)}, 1},
		{"with uprights off", text(100, 100, 4), []page.Rule{flat(100, 140, 110), post(98.9), post(141.1)}, 0},
		{"with uprights that end above", text(100, 100, 4), []page.Rule{flat(100, 140, 110), {X0: 100, Y0: 50, X1: 100, Y1: 108}, {X0: 140, Y0: 50, X1: 140, Y1: 108}}, 0},
		{"with uprights below", text(100, 100, 4), []page.Rule{flat(100, 140, 110), {X0: 100, Y0: 112, X1: 100, Y1: 208}, {X0: 140, Y0: 112, X1: 140, Y1: 208}}, 0},
		{"words that fill their cell, below others that do not", append(text(100, 100, 4), text(100, 86, 2)...), []page.Rule{flat(100, 140, 110), flat(100, 120, 96), post(100), post(140)}, 0},
		{"far below others", append(text(100, 100, 4), text(100, 75, 2)...), []page.Rule{flat(100, 140, 110), flat(100, 120, 85), post(100), post(140)}, 1},
		{"beside others at the same height", append(text(100, 100, 4), text(200, 100, 2)...), []page.Rule{flat(100, 140, 110), flat(200, 220, 110), post(100), post(140)}, 0},
		{"below others in another column", append(text(100, 100, 4), text(200, 86, 2)...), []page.Rule{flat(100, 140, 110), flat(200, 220, 96), post(100), post(140)}, 1},
		{"nothing under it", text(100, 300, 4), []page.Rule{flat(100, 140, 110)}, 1},
	} {
		got := 0
		for _, r := range withoutWordLines(tt.rules, tt.glyphs, 10) {
			if r.Y0 == r.Y1 {
				got++
			}
		}
		if got != tt.left {
			t.Errorf("%s: got %d lines left, want %d", tt.name, got, tt.left)
		}
		slices.Reverse(tt.rules)
		slices.Reverse(tt.glyphs)
		got = 0
		for _, r := range withoutWordLines(tt.rules, tt.glyphs, 10) {
			if r.Y0 == r.Y1 {
				got++
			}
		}
		if got != tt.left {
			t.Errorf("%s, turned: got %d lines left, want %d", tt.name, got, tt.left)
		}
	}
}

// Characters set wide apart are one word where a third shows it, on lines of their own, and
// not where one is what is left over of a text above.
func TestSpacedWords(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"the first on a page", []string{"20 0 合 25 计"}, "合计"},
		{"beside others", []string{"100 50 合 70 计 150 12"}, "合计|12"},
		{"two lines", []string{"100 50 合 70 计", "120 50 小 70 计"}, "合计|小计"},
		{"a word beside one", []string{"100 50 合 75.6 计划"}, "合|计划"},
		{"four", []string{"100 50 项 70 目 90 名 110 称"}, "项目名称"},
		{"four of which the last is further off", []string{"100 50 项 70 目 90 名 130 称"}, "项目名|称"},
		{"letters", []string{"100 50 a 65 b"}, "a|b"},
		{"one further off before two", []string{"100 50 甲 85 乙 105 丙"}, "甲|乙丙"},
		{"the first and the last of all", []string{"100 50 一 70 龥"}, "一龥"},
		{"a little lower", []string{"100 50 合", "100.9 70 计"}, "合计"},
		{"lower", []string{"100 50 合", "101.1 70 计"}, "合|计"},
		{"left over of two texts", []string{"88 40 农村公 80 改造计", "100 50 路 90 划"}, "农村公|改造计|路|划"},
		{"below one text", []string{"88 30 农村公路改造项目", "100 50 合 70 计"}, "农村公路改造项目|合计"},
	} {
		if got := phrasesOf(written(tt.lines...)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Gaps of a line wider than two characters.
func TestWideGaps(t *testing.T) {
	for line, want := range map[string]int{"100 50 修路": 0, "100 50 修 80 路": 0, "100 50 修 80.1 路": 1, "100 50 修 90 路 130 桥": 2} {
		s := written(line)
		var all []int
		for n := range s.Glyphs {
			all = append(all, n)
		}
		if got := s.WideGaps(&Line{Glyphs: all}); got != want {
			t.Errorf("%s: got %d", line, got)
		}
	}
}

// A paragraph ends at a full stop, before a number, and between figures; words of letters
// are parted by a blank, and an early end leaves room for what follows.
func TestReading(t *testing.T) {
	s := &Chars{Words: words.Known()}
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"完成。", "无", true}, {"完成；", "无", true}, {"完成：", "无", true}, {"完成，", "无", false}, {"完成", "2.无", true}, {"12", "34", true}, {"12%", "34", true}, {"12", "-3", true}, {"12", "无", false}, {"万", "34", false}, {"12%", "无", false}, {"", "", false}} {
		if got := s.EndsParagraph(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: got %v", tt.a, tt.b, got)
		}
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"ab", "cd", true}, {"ab", "修", false}, {"修", "cd", false}, {"ab", "1", false}, {"é", "ß", true}, {"", "a", false}} {
		if got := LatinBreak(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: got %v", tt.a, tt.b, got)
		}
	}
	for text, want := range map[string]bool{"86个": true, "≥90%": true, "≥": false, "约86": false, "": false, "-5": false} {
		if got := Quantity(text); got != want {
			t.Errorf("%s: got quantity %v", text, got)
		}
	}
	for text, want := range map[string]bool{"12": true, "1,200.5%": true, "-3": true, "+3": true, ".5": false, ",5": false, "%": false, "": false, "12个": false} {
		if got := Amount(text); got != want {
			t.Errorf("%s: got amount %v", text, got)
		}
	}
	for text, want := range map[string]bool{"—": true, "——": true, "－": true, "": false, "—1": false, "无": false} {
		if got := noFigure(text); got != want {
			t.Errorf("%s: got no figure %v", text, got)
		}
	}
	for _, tt := range []struct {
		width float64
		want  bool
	}{{74.5, true}, {74.6, false}} {
		if got := EndsEarly(tt.width, 20, 10, 100); got != tt.want {
			t.Errorf("%v wide: got %v", tt.width, got)
		}
	}
}

// Running heads stand within an eighth of the page, 90 points at least, of its edges; a line
// at the same height on two pages is one wherever it stands, give or take a few points.
func TestFurnitureByHeight(t *testing.T) {
	for _, tt := range []struct {
		name          string
		first, second string
		want          bool
	}{
		{"near the edge", "100 50 县水务局", "60 50 县水务局", true}, {"near the foot", "1350 50 县水务局", "1390 50 县水务局", true}, {"not near it", "200 50 县水务局", "260 50 县水务局", false},
		{"at one height", "700 50 县水务局", "700 50 县水务局", true}, {"nearly", "700 50 县水务局", "703 50 县水务局", true}, {"a little further", "700 50 县水务局", "712 50 县水务局", false},
		{"another", "700 50 县水务局", "700 50 县教育局", false}, {"another near the edge", "100 50 县水务局", "60 150 县教育局", false},
		{"a page number", "700 50 —3—", "600 50 无", true}, {"that it goes on", "700 50 （续）", "600 50 无", true}, {"a unit", "700 50 单位：万元", "600 50 无", true},
		{"at the very top", "55 50 甲", "600 50 无", true}, {"below that", "57 50 甲", "600 50 无", false}, {"at the very foot", "1345 50 甲", "600 50 无", true}, {"above that", "1343 50 甲", "600 50 无", false},
	} {
		pages := []page.Page{{Number: 1, Width: 600, Height: 1400}, {Number: 2, Width: 600, Height: 1400}}
		write(&pages[0], tt.first)
		write(&pages[1], tt.second)
		d := NewDocument(pages, words.Known(), nil, nil)
		d.FindRunning()
		l := d.Sheets[0].LooseLines()[0]
		if got := d.IsFurniture(d.Sheets[0], &l); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	one := page.Page{Number: 1, Width: 600, Height: 1400}
	write(&one, "100 50 县水务局")
	d := NewDocument([]page.Page{one}, words.Known(), nil, nil)
	d.FindRunning()
	if l := d.Sheets[0].LooseLines()[0]; d.IsFurniture(d.Sheets[0], &l) {
		t.Error("a line of one page is furniture")
	}
}

// A heading below the end of a sentence is another text, though it is on two lines.
func TestPartsAtHeadings(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  bool
	}{{[]string{"100 50 完成。", "113 50 名称"}, true}, {[]string{"100 50 完成", "113 50 名称"}, false}, {[]string{"100 50 完成。", "113 50 名"}, false}, {[]string{"100 50 完成。", "113 50 名", "126 50 称"}, true}, {[]string{"100 50 完成。", "113 50 名", "126 50 字"}, false}} {
		p := page.Page{Number: 1, Width: 600, Height: 800}
		write(&p, tt.lines...)
		d := NewDocument([]page.Page{p}, words.Known(), func(s string) bool { return s == "名称" }, nil)
		next := []int{1, 2, -1}[:len(tt.lines)]
		next[len(next)-1] = -1
		if got := d.Parts(d.Sheets[0].Phrases(), 0, next); got != tt.want {
			t.Errorf("%v: got %v", tt.lines, got)
		}
	}
}
