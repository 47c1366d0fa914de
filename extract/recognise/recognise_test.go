package recognise

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
	"ziping/extract/raster"
	"ziping/extract/scan"
)

// spell is a reading of characters of one width, each a digit of how sure it is in
// tenths behind a colon where that is not certain: "3:6/8:4" is 3, or 8.
func spell(places ...string) ocr.Reading {
	var r ocr.Reading
	for i, p := range places {
		s := ocr.Slot{From: float64(10 * i), To: float64(10*i + 10)}
		for _, a := range strings.Split(p, "|") {
			text, sure, ok := strings.Cut(a, ":")
			p := 0.99
			if ok {
				tenths, err := strconv.ParseFloat(sure, 64)
				if err != nil {
					panic(err)
				}
				p = tenths / 10
			}
			s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: text, P: p})
		}
		r.Slots = append(r.Slots, s)
	}
	return r
}

// move puts the slots of a reading elsewhere.
func move(r ocr.Reading, by float64) ocr.Reading {
	for i := range r.Slots {
		r.Slots[i].From += by
		r.Slots[i].To += by
	}
	return r
}

func TestBoth(t *testing.T) {
	for _, c := range []struct {
		name           string
		words, figures ocr.Reading
		want           string
	}{
		{"a sign the text has no name for", spell("2:9", "5", "台"), spell("≥", "5", other), "≥5台"},
		{"a figure the text did not see", move(spell("1", "台"), 10), spell("≥", "1", other), "≥1台"},
		{"a figure alone among words", move(spell("编", "码"), 10), spell("1", other, other), "编码"},
		{"a figure where a word stands", spell("一", "级", "指"), spell("-", other, other), "一级指"},
		{"a word that is none", spell("口:4", "0"), spell("9", "0"), "90"},
		{"a letter", spell("(", "S", ")"), spell("(", "5", ")"), "(S)"},
		{"a letter it is not sure of, and knows nothing else for", spell("(", "B:5|b:1", ")"), spell("(", "8", ")"), "(B)"},
		{"a letter that may be a figure", spell("l:5|1:2", "0"), spell("1", "0"), "10"},
		{"a letter for a figure in a ring", spell("额", "G:5|C:1"), spell(other, "⑥"), "额⑥"},
		{"a letter for a comparator", spell("N", "9", "0"), spell("≥", "9", "0"), "≥90"},
		{"a full stop, which the other has no name for", spell("能", "力", "。"), spell(other, other, "."), "能力。"},
		{"one that the text is not sure of", spell("能", "力", "。:5|.:4"), spell(other, other, "."), "能力."},
		{"no full stop behind a figure", spell("2", "。", "5"), spell("2", ".", "5"), "2.5"},
		{"a word is no letter for one", spell("不", "9", "0"), spell("≥", "9", "0"), "不90"},
		{"a word only the text saw", spell("0", "台", "车"), spell("0"), "0台车"},
		{"a figure nobody is sure of", spell("3:8", "0"), spell("8:5", "0"), "30"},
		{"too far off to be one", spell("7"), move(spell("1", "1"), 25), "711"},
	} {
		if got := both(c.words, c.figures, 10).Text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestKnownHeadings(t *testing.T) {
	heading := func(s string) bool { return s == "年度指标值" || s == "一级指标" }
	for _, c := range []struct {
		lines []ocr.Reading
		want  string
	}{
		{[]ocr.Reading{spell("年", "度", "指", "标", "镇:6|值:2")}, "年度指标值"},
		{[]ocr.Reading{spell("年", "度", "指", "标"), spell("镇:6|值:2")}, "年度指标值"}, // over two lines
		{[]ocr.Reading{spell("一", "-:5|:4", "级", "指", "标")}, "一级指标"},
		// Of many that are unsure all are tried, the most probable together first.
		{[]ocr.Reading{spell("开:6|干:1|平:1|并:1|年:1", "废:5|度:3|席:1|庆:1", ":6|-:4", "指:6|措:1|捐:1|拍:1", "标:6|际:1|示:1|杯:1", "镇:5|值:3|植:1|直:1")}, "年度指标值"},
		{[]ocr.Reading{spell("年", "度", "指", "标", "镇|值:2")}, "年度指标镇"},   // clearly printed
		{[]ocr.Reading{spell("年", "度", "指", "标", "镇:6|直:2")}, "年度指标镇"}, // nothing that was seen
		{[]ocr.Reading{spell("年:6|生:3", "度", "指", "标", "值")}, "年度指标值"}, // as it is
		{[]ocr.Reading{spell("一:5|二:4", "类", "指", "标", "值")}, "一类指标值"}, // no heading either way
		{[]ocr.Reading{spell("-", "级", "指", "标")}, "一级指标"},
		{[]ocr.Reading{spell("价:8|:0.6", "一", "级", "指", "标")}, "价一级指标"}, // what was seen stays
		{[]ocr.Reading{spell(".:8|:0.6", "一", "级", "指", "标")}, "一级指标"},  // but for specks
		{[]ocr.Reading{spell("-", "级", "指", "数")}, "-级指数"},
	} {
		var lines []line
		for _, r := range c.lines {
			lines = append(lines, line{reading: r})
		}
		known(lines, heading)
		var got strings.Builder
		for _, l := range lines {
			got.WriteString(l.reading.Text())
		}
		if got.String() != c.want {
			t.Errorf("%q, want %q", got.String(), c.want)
		}
	}
}

// engine says one thing of everything, and counts.
type engine struct {
	says  ocr.Reading
	asked int
}

func (e *engine) Read(ocr.Image, float64) ocr.Reading {
	e.asked++
	return e.says
}

func TestRead(t *testing.T) {
	short, long := ocr.Image{W: 60, H: 20}, ocr.Image{W: 900, H: 20}
	for _, c := range []struct {
		name        string
		img         ocr.Image
		figures     ocr.Reading
		text        ocr.Reading
		want        string
		figure      bool
		asked, said int // of figures, of text
	}{
		{"a figure", short, spell("4", "2"), spell("4", "2"), "42", true, 1, 0},
		{"a word", short, spell(other, other), spell("合", "计"), "合计", false, 1, 1},
		{"a long line of words", long, spell("1"), spell("合", "计"), "合计", false, 0, 1},
		{"a long line with a figure", long, spell(other, "8"), spell("合", "3:4"), "合8", false, 1, 1},
		{"a word that looks like a figure", short, spell("元"), spell("无"), "无", false, 1, 1},
		{"a letter that looks like a figure", short, spell("(", "8", ")"), spell("(", "B", ")"), "(B)", false, 1, 1},
		{"figures that the other cannot read", short, spell("③"), ocr.Reading{}, "③", true, 1, 1},
		{"a rate", short, spell("≥", "9", "%"), spell("无"), "≥9%", true, 1, 0},
		{"a word that nobody can read", short, spell(other), spell(":3|合:1|台:1"), other, false, 1, 1},
		{"a word that one may have read", short, spell(other), spell(":3|合:5"), "合", false, 1, 1},
		{"specks", short, spell(other, "."), spell(":3|合:1", ":3|合:1"), "", false, 1, 1},
		{"nothing", short, ocr.Reading{}, ocr.Reading{}, "", false, 1, 1},
	} {
		f, x := &engine{says: c.figures}, &engine{says: c.text}
		r, figure := New(f, x, nil).read(c.img, 10, false, false)
		if r.Text() != c.want || figure != c.figure || f.asked != c.asked || x.asked != c.said {
			t.Errorf("%s: %q figure %v, asked %d and %d", c.name, r.Text(), figure, f.asked, x.asked)
		}
	}
}

// ruled is a table of one row with a bar of ink in each of its two cells.
func ruled() *raster.Picture {
	p := raster.New(800, 400)
	for i := range p.Grey {
		p.Grey[i] = 255
	}
	fill := func(x0, y0, x1, y1 int) {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				p.Grey[y*p.W+x] = 0
			}
		}
	}
	for _, x := range []int{100, 400, 700} {
		fill(x, 100, x+3, 203)
	}
	for _, y := range []int{100, 150, 200} {
		fill(100, y, 703, y+3)
	}
	for _, c := range [][2]int{{200, 112}, {500, 112}, {200, 162}, {500, 162}} {
		for i := range 4 { // something like characters
			fill(c[0]+i*24, c[1], c[0]+i*24+4, c[1]+26)
			fill(c[0]+i*24, c[1]+12, c[0]+i*24+16, c[1]+15)
		}
	}
	p.DPI = 200
	return p
}

func TestPage(t *testing.T) {
	figure := &engine{says: spell("1", "7:6|1:3")}
	p := New(figure, &engine{}, nil).Page(ruled(), Options{Number: 3, Lang: extract.EN})
	if p.Listed.Origin != extract.OriginScanned || p.Listed.Number != 3 || p.Listed.Width != 288 || p.Characters < 8 {
		t.Fatalf("%+v, %d characters", p.Listed, p.Characters)
	}
	if len(p.Warnings) != 1 || p.Warnings[0].Code != "recognised" {
		t.Errorf("warnings: %v", p.Warnings)
	}
	box := extract.Box{36, 36, 144, 54}
	other := extract.Box{400, 36, 500, 54}
	doc := extract.NewDocument("", "")
	doc.Tables = []extract.Table{{Rows: 1, Cols: 2, Cells: []extract.Cell{{Text: "17", Page: 3, Box: &box}, {Text: "17", Page: 3, Box: &other}}}}
	Place(doc, []*Page{p})
	cells := doc.Tables[0].Cells
	if g := cells[0].Glyphs; len(g) != 2 || g[1][1].Text != "1" || extract.Spelling(g) != "17" {
		t.Errorf("glyphs of a figure: %v", cells[0].Glyphs)
	}
	if cells[1].Glyphs != nil {
		t.Errorf("glyphs where nothing was read: %v", cells[1].Glyphs)
	}
}

// Ink that nobody can read is told, and no character is made of it.
func TestUnread(t *testing.T) {
	p := New(&engine{}, &engine{}, nil).Page(ruled(), Options{Number: 1, Lang: extract.EN})
	if p.Characters != 0 || len(p.Warnings) != 2 || p.Warnings[1].Code != "unread-ink" || !strings.Contains(p.Warnings[1].Message, " places ") {
		t.Errorf("%d characters, %v", p.Characters, p.Warnings)
	}
}

// Lines of a region do not lie on one another, and characters of a line have a width.
func TestPlaces(t *testing.T) {
	lines := []line{{box: extract.Box{0, 0, 50, 16}, size: 10}, {box: extract.Box{0, 8, 50, 20}, size: 10}, {box: extract.Box{0, 40, 50, 50}, size: 10}}
	part(lines)
	for i, want := range [][2]float64{{3, 11}, {11, 19}, {40, 50}} {
		if lines[i].top != want[0] || lines[i].bottom != want[1] {
			t.Errorf("line %d: from %v to %v, want %v", i, lines[i].top, lines[i].bottom, want)
		}
	}
	l := line{reading: spell("1", "2", "合", "计"), box: extract.Box{6, 0, 36, 10}, size: 10, dots: 1}
	at := 0.0
	for _, g := range l.glyphs() {
		if g.Box[2] <= g.Box[0] || g.Box[0] < at {
			t.Errorf("%s stands at %v", g.Text, g.Box)
		}
		at = g.Box[2]
	}
	apart := line{reading: spell("1"), box: extract.Box{0, 0, 90, 10}, size: 10, dots: 1}
	apart.reading.Slots = append(apart.reading.Slots, move(spell("2"), 50).Slots...)
	if g := apart.glyphs(); g[1].Box[0]-g[0].Box[2] < 30 {
		t.Errorf("a wide gap is closed: %v, %v", g[0].Box, g[1].Box)
	}
}

func TestKeep(t *testing.T) {
	p := New(&engine{says: spell("5")}, &engine{}, nil).Page(ruled(), Options{Number: 1})
	p.Keep(func(b extract.Box) bool { return b[0] < 144 }, func(b extract.Box) bool { return b[1] < 40 })
	if p.Characters < 2 || p.Characters > 6 {
		t.Errorf("%d characters of the left column", p.Characters)
	}
	for _, r := range p.Grid.Rules {
		if r.Y0 >= 40 && r.X0 != r.X1 {
			t.Errorf("kept %+v", r)
		}
	}
	if len(p.Grid.Rules) == 0 {
		t.Error("no ruling is kept")
	}
}

// The ends of a line that touches a ruling are not sure.
func TestTouched(t *testing.T) {
	r := doubted(spell("1", "2", "3:8"), false)
	for i, want := range []float64{partly, 0.99, 0.8} {
		if got := r.Slots[i].Alternatives[0].P; got != want {
			t.Errorf("slot %d: %v, want %v", i, got, want)
		}
	}
	// Under a seal none is.
	for i, want := range []float64{partly, partly, 0.8} {
		if got := doubted(spell("1", "2", "3:8"), true).Slots[i].Alternatives[0].P; got != want {
			t.Errorf("slot %d under a seal: %v, want %v", i, got, want)
		}
	}
	if doubted(ocr.Reading{}, true).Slots != nil {
		t.Error("something comes of nothing")
	}
	// Of a 5 that begins on a ruling the left stroke may be missing, of one that ends there not.
	r = doubted(spell("5", "5"), false)
	if a := r.Slots[0].Alternatives; len(a) < 2 || a[1].Text != "6" || a[1].P < 0.05 {
		t.Errorf("a 5 may be %v", a)
	}
	if a := r.Slots[1].Alternatives; len(a) > 1 && a[1].Text == "6" {
		t.Errorf("a last 5 may be %v", a)
	}
}

// Where a minus may stand before a figure, its first digit is as sure as that none does.
func TestAMinusThatMayBeThere(t *testing.T) {
	l := line{reading: spell(":8|-:1", "4", "2"), figures: true, size: 10, dots: 1, box: extract.Box{0, 0, 40, 10}}
	g := l.glyphs()
	if len(g) != 2 || g[0].Confidence > 0.81 || g[1].Confidence < 0.9 {
		t.Errorf("%+v", g)
	}
}

// A page of noise is given up soon, and nothing of it is given.
func TestPoor(t *testing.T) {
	var p Page
	bad, good := line{reading: spell("a:1")}, line{reading: spell("a")}
	for range enough - 1 {
		p.lines = append(p.lines, bad)
	}
	if p.hopeless() {
		t.Error("given up before enough was read")
	}
	if p.lines = append(p.lines, bad); !p.hopeless() {
		t.Error("noise is read on")
	}
	p = Page{}
	for i := range enough {
		p.lines = append(p.lines, bad)
		if i%3 == 0 {
			p.lines = append(p.lines, good)
		}
	}
	if p.hopeless() {
		t.Error("a poor page of which something can be made out is given up")
	}
	p.forget()
	if p.warn(Options{Number: 1, Lang: extract.EN}, scan.Quality{}); !p.Poor || p.lines != nil || p.Warnings[0].Code != warnPoor {
		t.Errorf("%+v", p)
	}
}

// A picture on which nothing can stand is a page with nothing on it.
func TestTooSmall(t *testing.T) {
	p := New(&engine{}, &engine{}, nil).Page(raster.New(1, 1), Options{Number: 1})
	if p.Characters != 0 || p.Listed.Width <= 0 {
		t.Errorf("%+v", p.Listed)
	}
}

// The layer of a page has a line for each that was read, cell by cell, where it stands;
// gaps are blanks, and what cannot be read keeps its place.
func TestLayer(t *testing.T) {
	p := &Page{Listed: extract.Page{Number: 2, Width: 300, Height: 200}, back: func(x, y float64) (float64, float64) { return x + 5, y + x/10 }}
	at := func(x, y float64, r ocr.Reading) {
		p.lines = append(p.lines, line{reading: r, box: extract.Box{x, y, x + 60, y + 10}, left: x, dots: 1, size: 10, top: y, bottom: y + 10})
	}
	at(100, 10, spell("合", "计"))
	at(0, 30, spell("2", other))
	at(0, 10, ocr.Reading{Slots: append(spell("1").Slots, move(spell("2"), 40).Slots...)})
	at(0, 150, spell("a"))
	at(0, 170, ocr.Reading{})
	p.lines[0].figures = true // a cell by itself; two others share theirs
	left, right := extract.Box{0, 0, 90, 45}, extract.Box{90, 0, 300, 45}
	doc := extract.NewDocument("", "")
	doc.Tables = []extract.Table{{Rows: 1, Cols: 2, Cells: []extract.Cell{{Page: 2, Box: &left}, {Page: 2, Box: &right, Text: "合计"}}}}
	doc.Lines = []extract.Line{{Text: "a", Page: 2, Before: 1, Box: &extract.Box{0, 150, 60, 160}}}
	Place(doc, []*Page{p})
	if len(doc.Layers) != 1 || doc.Layers[0].Page != 2 || doc.Layers[0].Width != 300 {
		t.Fatalf("%+v", doc.Layers)
	}
	var got []string
	for _, l := range doc.Layers[0].Lines {
		got = append(got, l.Text)
		if (l.At != nil) != (l.Text == "合计") {
			t.Errorf("%s is said to be the cell %v", l.Text, l.At)
		}
		if len(l.Ends) != len([]rune(l.Text)) || l.Ends[len(l.Ends)-1] != 1 || !slices.IsSorted(l.Ends) {
			t.Errorf("%s ends at %v", l.Text, l.Ends)
		}
		if math.Abs(l.AlongY*10-l.AlongX) > 0.2 || l.UpY != -10 {
			t.Errorf("%s does not lie as the page leans: %+v", l.Text, l)
		}
	}
	if want := []string{"1 2", "2" + other, "合计", "a"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A box keeps its four sides on a page that lies on its side or on its head.
func TestRestoreTurned(t *testing.T) {
	for name, c := range map[string]struct {
		back func(x, y float64) (float64, float64)
		want extract.Box
	}{
		"upright":       {func(x, y float64) (float64, float64) { return x, y }, extract.Box{10, 20, 110, 40}},
		"a quarter":     {func(x, y float64) (float64, float64) { return y, 300 - x }, extract.Box{20, 190, 40, 290}},
		"half":          {func(x, y float64) (float64, float64) { return 200 - x, 300 - y }, extract.Box{90, 260, 190, 280}},
		"three":         {func(x, y float64) (float64, float64) { return 200 - y, x }, extract.Box{160, 10, 180, 110}},
		"a little skew": {func(x, y float64) (float64, float64) { return x - y/10, y + x/10 }, extract.Box{7, 26, 107, 46}},
	} {
		b := extract.Box{10, 20, 110, 40}
		(&Page{back: c.back}).restore(&b)
		if b != c.want {
			t.Errorf("%s: %v, want %v", name, b, c.want)
		}
	}
}

// Two facing pages are two to those who look for tables, and one to the Document.
func TestGrids(t *testing.T) {
	p := Page{Grid: grid.Page{Number: 3, Width: 500, Height: 300}}
	if g := p.Grids(); len(g) != 1 || g[0].Width != 500 {
		t.Errorf("one page: %+v", g)
	}
	p.border = 200
	p.Grid.Glyphs = []grid.Glyph{{Text: "a", Box: extract.Box{190, 0, 199, 9}}, {Text: "b", Box: extract.Box{210, 0, 220, 9}}}
	p.Grid.Rules = []grid.Rule{{X0: 10, X1: 190}, {X0: 210, X1: 490}, {X0: 210, X1: 210, Y1: 200}}
	g := p.Grids()
	if len(g) != 2 || g[0].Number != 3 || g[1].Number != 3 || len(g[0].Glyphs) != 1 || g[1].Glyphs[0].Text != "b" || len(g[0].Rules) != 1 || len(g[1].Rules) != 2 {
		t.Errorf("two pages: %+v", g)
	}
	p.Listed.Number = 3
	p.warn(Options{Number: 3, Lang: extract.EN}, scan.Quality{})
	if n := len(p.Warnings); n == 0 || p.Warnings[n-1].Code != "facing-pages" {
		t.Errorf("%v", p.Warnings)
	}
}
