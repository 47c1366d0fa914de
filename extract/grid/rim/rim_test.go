package rim

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// A sheet of three columns and three rows from (100, 100), its cells 50 wide and 20 high,
// with the letters of its columns above and the numbers of its rows left of it in a rim 30
// wide and 15 high that is ruled as the cells are.
func sheet(change ...func(p *page.Page)) page.Page {
	p := page.Page{Number: 1, Width: 400, Height: 400}
	for _, x := range []float64{70, 100, 150, 200, 250} {
		p.Rules = append(p.Rules, page.Rule{X0: x, Y0: 85, X1: x, Y1: 160})
	}
	for _, y := range []float64{85, 100, 120, 140, 160} {
		p.Rules = append(p.Rules, page.Rule{X0: 70, Y0: y, X1: 250, Y1: y})
	}
	for k, r := range "ABC" {
		write(&p, string(r), 120+50*float64(k), 87)
	}
	for k, r := range "123" {
		write(&p, string(r), 80, 105+20*float64(k))
	}
	write(&p, "甲乙", 110, 105)
	write(&p, "5", 160, 105)
	for _, do := range change {
		do(&p)
	}
	return p
}

// write sets characters ten points wide and high.
func write(p *page.Page, words string, x, y float64) {
	for _, r := range words {
		p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + 10, y + 10}})
		x += 10
	}
}

// told is what is left of a page: its characters, its rulings, and the cells of the rim.
func told(p page.Page, cells []page.Glyph) string {
	var all []string
	texts := func(list []page.Glyph) {
		for _, g := range list {
			all = append(all, g.Text)
		}
	}
	texts(p.Glyphs)
	all = append(all, "|")
	for _, r := range p.Rules {
		all = append(all, fmt.Sprintf("%v,%v-%v,%v", r.X0, r.Y0, r.X1, r.Y1))
	}
	all = append(all, "|")
	texts(cells)
	return strings.Join(all, " ")
}

const (
	inner4 = "100,100-100,160 150,100-150,160 200,100-200,160 250,100-250,160 100,100-250,100 100,120-250,120 100,140-250,140 100,160-250,160"
	form   = "甲 乙 5 | " + inner4 + " | "
)

func words(text string, x, y float64) func(*page.Page) {
	return func(p *page.Page) { write(p, text, x, y) }
}

// put writes another text in the place of one.
func put(old, text string) func(*page.Page) {
	return func(p *page.Page) {
		for i := range p.Glyphs {
			if p.Glyphs[i].Text == old {
				p.Glyphs[i].Text = text
			}
		}
	}
}

func rule(x0, y0, x1, y1 float64) func(*page.Page) {
	return func(p *page.Page) { p.Rules = append(p.Rules, page.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1}) }
}

// TestOff: letters in the order of the alphabet alone on a line and rising numbers left of
// the upright beside the first are the rim of a sheet, with what is ruled around them.
func TestOff(t *testing.T) {
	const letters = "A B C"
	for _, c := range []struct {
		name string
		page page.Page
		want string // "" for a page that has no rim
	}{
		{"a rim", sheet(), form + letters + " 1 2 3"},
		{"letters that leave some out", sheet(put("C", "F"), put("B", "D")), form + "A D F 1 2 3"},
		{"numbers that leave some out", sheet(put("3", "7")), form + letters + " 1 2 7"},
		{"numbers of two digits", sheet(put("3", "9"), words("0", 90, 145)), form + letters + " 1 2 90"},
		{"the last letters", sheet(put("A", "X"), put("B", "Y"), put("C", "Z")), form + "X Y Z 1 2 3"},
		{"in any order", sheet(func(p *page.Page) { slices.Reverse(p.Glyphs) }), "5 乙 甲 | " + inner4 + " | " + letters + " 1 2 3"},
		{"a letter on a line above", sheet(words("A", 120, 20)), "甲 乙 5 A | " + inner4 + " | A B C 1 2 3"},
		{"letters that go back", sheet(put("C", "A")), ""},
		{"letters that go back at first", sheet(put("A", "Z")), ""},
		{"a letter twice", sheet(put("C", "B")), ""},
		{"small letters", sheet(put("C", "c")), ""},
		{"two letters", sheet(put("C", "5")), ""},
		{"letters of a word", sheet(words("DEF", 240, 87)), ""},
		{"words beside the letters", sheet(words("注", 20, 87)), ""},
		{"words above them", sheet(words("注", 20, 70)), "甲 乙 5 注 | " + inner4 + " | A B C 1 2 3"},
		{"words below them", sheet(words("注", 80, 163)), "甲 乙 5 注 | " + inner4 + " | A B C 1 2 3"},
		{"numbers that go back", sheet(put("3", "1")), ""},
		{"a number twice", sheet(put("3", "2")), ""},
		{"words among the numbers", sheet(put("2", "二")), ""},
		{"letters written as one", sheet(put("B", "BC")), ""},
		{"words last among the numbers", sheet(put("3", "三")), ""},
		{"a sign among the numbers", sheet(put("2", ".")), ""},
		{"numbers that do not end", sheet(words("99999999999999999999", -120, 145)), ""},
		{"two numbers", sheet(func(p *page.Page) { p.Glyphs[5].Box[0], p.Glyphs[5].Box[2] = 300, 310 }), ""},
		{"no upright beside the letters", sheet(func(p *page.Page) { p.Rules = p.Rules[5:] }), ""},
		{"no ruling below them", sheet(func(p *page.Page) { p.Rules = p.Rules[:5] }), ""},
		{"a ruling far below them", sheet(func(p *page.Page) { p.Rules = append(p.Rules[:6:6], p.Rules[7:]...) }, rule(100, 160, 100, 180), words("4", 80, 165)), ""},
	} {
		bare, cells := Off(c.page)
		if c.want == "" {
			if cells != nil || told(bare, nil) != told(c.page, nil) {
				t.Errorf("%s: got %s, want the page as it is", c.name, told(bare, cells))
			}
			continue
		}
		if got := told(bare, cells); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestBorders: the borders that the rim shares with the form are the form's as far as its
// own rulings reach them; what is ruled below the rim stays as it is.
func TestBorders(t *testing.T) {
	thin := func(p *page.Page) { // a form of one column and two rows in the sheet
		p.Rules = []page.Rule{
			{X0: 70, Y0: 85, X1: 70, Y1: 160}, {X0: 100, Y0: 85, X1: 100, Y1: 160}, {X0: 70, Y0: 85, X1: 250, Y1: 85}, {X0: 70, Y0: 100, X1: 250, Y1: 100},
			{X0: 150, Y0: 85, X1: 150, Y1: 140}, {X0: 70, Y0: 120, X1: 150, Y1: 120}, {X0: 70, Y0: 140, X1: 150, Y1: 140}, {X0: 70, Y0: 160, X1: 100, Y1: 160},
		}
	}
	for _, c := range []struct {
		name string
		page page.Page
		want string // the rulings
	}{
		{"a form smaller than the sheet", sheet(thin), "100,100-100,140 100,100-150,100 150,100-150,140 100,120-150,120 100,140-150,140"},
		{"a table below the rim", sheet(rule(70, 200, 250, 200), rule(70, 200, 70, 300)), inner4 + " 70,200-250,200 70,200-70,300"},
		{"rulings of the rim alone", sheet(rule(70, 90, 100, 90), rule(85, 85, 85, 100)), inner4},
		{"rulings of the rim that are a little long", sheet(rule(70, 130, 101, 130), rule(130, 85, 130, 101)), inner4},
		{"rulings that reach into the form", sheet(rule(70, 130, 102, 130), rule(130, 85, 130, 102)), inner4 + " 100,130-102,130 130,100-130,102"},
		{
			"rulings that reach neither border", sheet(thin, rule(180, 160, 250, 160), rule(230, 130, 230, 160)),
			"100,100-100,140 100,100-150,100 150,100-150,140 100,120-150,120 100,140-150,140 180,160-250,160 230,130-230,160",
		},
	} {
		bare, _ := Off(c.page)
		if got, want := told(page.Page{Rules: bare.Rules}, nil), "| "+c.want+" |"; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

// TestCells: the letters are one cell, and the numbers are, around all of them.
func TestCells(t *testing.T) {
	_, cells := Off(sheet())
	if got, want := cells[0].Box, (extract.Box{120, 87, 230, 97}); got != want {
		t.Errorf("got letters at %v, want %v", got, want)
	}
	if got, want := cells[1].Box, (extract.Box{80, 105, 90, 155}); got != want {
		t.Errorf("got numbers at %v, want %v", got, want)
	}
}
