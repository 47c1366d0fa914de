package grid

import (
	"testing"

	"ziping/extract"
)

// tornRow is a row of three texts that a page break cuts in a date, as it comes back.
func tornRow(t *testing.T, above, below []string) Found {
	t.Helper()
	f := Find([]Page{
		onePage(1, [][]string{{"时间", "说明", "备注"}, append([]string{"2024年4"}, above...)}, nil),
		onePage(2, [][]string{append([]string{"月2日"}, below...), {"公路", "桥", "学校"}}, nil)}, Options{})
	if len(f.Tables) != 1 || f.Tables[0].Rows != 3 {
		t.Fatalf("got\n%s", picture(f))
	}
	return f
}

// A text that goes on over a break is joined as one that a line ends: a paragraph
// ends, Latin words are parted, all else goes on.
func TestTextOverABreak(t *testing.T) {
	for _, tt := range []struct{ above, below, want string }{
		{"修路。", "修桥。", "修路。\n修桥。"},
		{"修建乡村道", "路并通车", "修建乡村道路并通车"},
		{"修完了路。", "修桥", "修完了路。修桥"},
		{"修路", "桥", "修路桥"},
		{"Road", "Bridge", "Road Bridge"},
		{"修路。", "", "修路。"},
	} {
		f := tornRow(t, []string{tt.above, "好"}, []string{tt.below, "的"})
		if got, _ := cellAt(f, 0, 1, 1); got.Text != tt.want {
			t.Errorf("%q, %q: got %q, want %q", tt.above, tt.below, got.Text, tt.want)
		}
	}
}

// A cell on two pages tells its place on both, and is of the page where its text
// begins; one on a single page tells that alone.
func TestPlacesOverABreak(t *testing.T) {
	f := tornRow(t, []string{"好", "优"}, []string{"", ""})
	check := func(col, page int, box extract.Box, parts ...extract.Part) {
		t.Helper()
		c, _ := cellAt(f, 0, 1, col)
		if c.Page != page || c.Box == nil || *c.Box != box || len(c.Parts) != len(parts) {
			t.Fatalf("column %d: got page %d, box %v, parts %+v", col, c.Page, c.Box, c.Parts)
		}
		for k, want := range parts {
			if c.Parts[k].Page != want.Page || *c.Parts[k].Box != *want.Box {
				t.Errorf("column %d, part %d: got page %d, box %v", col, k, c.Parts[k].Page, c.Parts[k].Box)
			}
		}
	}
	for col := range 3 {
		x := 50 + 60*float64(col)
		one, two := extract.Box{x, 80, x + 60, 100}, extract.Box{x, 60, x + 60, 80}
		check(col, 1, one, extract.Part{Page: 1, Box: &one}, extract.Part{Page: 2, Box: &two})
	}
	if c, _ := cellAt(f, 0, 2, 1); c.Page != 2 || len(c.Parts) != 0 {
		t.Errorf("got page %d, parts %+v of a cell on page 2 alone", c.Page, c.Parts)
	}
	f = Find([]Page{
		onePage(1, [][]string{{"项目", "甲"}, {"", "1"}, {"^", "2"}}, nil),
		onePage(2, [][]string{{"产出", "3"}, {"^", "4"}}, nil)}, Options{})
	if c, _ := cellAt(f, 0, 1, 0); c.RowSpan != 4 || c.Page != 2 || *c.Box != (extract.Box{50, 60, 110, 100}) || len(c.Parts) != 2 {
		t.Errorf("got page %d, box %v, parts %+v of a label that stands on page 2", c.Page, c.Box, c.Parts)
	}
	f = Find([]Page{
		onePage(1, [][]string{{"项目", "甲"}, {"", "1"}, {"^", "2"}}, nil),
		onePage(2, [][]string{{"产出", "3"}, {"^", "4"}}, nil)}, Options{})
	if c, _ := cellAt(f, 0, 1, 0); c.RowSpan != 4 || c.Page != 2 || *c.Box != (extract.Box{50, 60, 110, 100}) || len(c.Parts) != 2 {
		t.Errorf("got page %d, box %v, parts %+v of a label that stands on page 2", c.Page, c.Box, c.Parts)
	}
}

// Pages may be shifted against each other, though not by any distance, and are as
// wide as each other.
func TestPageShiftedTooFar(t *testing.T) {
	for _, tt := range []struct {
		x, wide float64
		tables  int
	}{{50, 60, 1}, {140, 60, 1}, {175, 60, 2}, {50, 61, 1}, {50, 66, 2}} {
		pages := following(newBoard().grid(50, 100, 60, 20, []string{"甲", "乙", "丙"}), newBoard().grid(tt.x, 100, tt.wide, 20, []string{"1", "2", "3"}))
		if found := Find(pages, Options{}); len(found.Tables) != tt.tables {
			t.Errorf("at %v, %v wide: got %d tables, want %d", tt.x, tt.wide, len(found.Tables), tt.tables)
		}
	}
}

// Upright lines alone are the middle of a row that two page breaks cut: a table where
// the page before says so, and no table without one.
func TestUprightLinesAlone(t *testing.T) {
	middle := func() *board {
		b := newBoard().write("路并通车", 55, 100).write("畅通", 115, 100)
		for x := 50.0; x <= 170; x += 60 {
			b.rule(x, 60, x, 800)
		}
		return b
	}
	wantPicture(t, "line \"路并通车 畅通\" before 0\n", following(middle())...)
	first := newBoard().grid(50, 600, 60, 20, []string{"项目", "完成"})
	for x := 50.0; x <= 170; x += 60 {
		first.rule(x, 620, x, 800)
	}
	first.write("修建乡村道", 55, 640).write("道路", 115, 640)
	if f := Find(following(first, middle()), Options{}); len(f.Tables) != 1 || len(f.Lines) > 0 {
		t.Errorf("got\n%s", picture(f))
	}
}

// What hangs out of a cell that the break leaves without a border is of that cell,
// and parts no tables; under a border it is a text between them.
func TestTextHangsOutOfAnOpenCell(t *testing.T) {
	without := func(p Page, x, y float64) Page {
		var kept []Rule
		for _, r := range p.Rules {
			if r.Y0 == y && r.Y1 == y && r.X0 >= x && r.X1 <= x+60 {
				continue
			}
			kept = append(kept, r)
		}
		p.Rules = kept
		return p
	}
	above := [][]string{{"甲", "项目", "乙"}, {"1", "", "公路"}, {"2", "^", "桥"}}
	below := [][]string{{"3", "", "学校"}, {"4", "^", "医院"}}
	for _, tt := range []struct {
		name   string
		y      float64 // of the label
		page   int
		open   bool
		column float64
		tables int
	}{
		{"below, open", 93, 0, true, 110, 1},
		{"below, closed", 93, 0, false, 110, 2},
		{"below, another cell open", 93, 0, true, 170, 2},
		{"above, open", 33, 1, true, 110, 1},
		{"above, closed", 33, 1, false, 110, 2},
		{"above, another cell open", 33, 1, true, 170, 2},
	} {
		pages := []Page{onePage(1, above, nil), onePage(2, below, nil)}
		if tt.open {
			pages[0], pages[1] = without(pages[0], tt.column, 120), without(pages[1], tt.column, 60)
		}
		b := &board{page: pages[tt.page]}
		b.pen = newBoard().pen
		b.pen.page = &b.page
		b.write("产\n出\n指\n标", 135, tt.y)
		pages[tt.page] = b.page
		if f := Find(pages, Options{}); len(f.Tables) != tt.tables {
			t.Errorf("%s: got %d tables, want %d\n%s", tt.name, len(f.Tables), tt.tables, picture(f))
		}
	}
}
