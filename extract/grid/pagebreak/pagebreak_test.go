package pagebreak

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/words"
)

// A text on a page; its characters are ten points wide and high.
type text struct {
	x, y  float64 // of its upper left corner
	words string
	sure  float64 // how surely it was read; 0 for a text layer
}

// around is a page of some texts.
func around(texts ...text) page.Page {
	p := page.Page{Number: 1, Width: 400, Height: 400}
	for _, t := range texts {
		for i, r := range []rune(t.words) {
			x := t.x + 10*float64(i)
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: 10, Box: extract.Box{x, t.y, x + 10, t.y + 10}, Confidence: t.sure})
		}
	}
	return p
}

// tables are pages with a table each, of two columns, from 50 and from 150 to 300, and two
// rows, from 100 and from 120 to 140.
func tables(pages ...page.Page) (*sheet.Document, []*piece.Piece) {
	d := sheet.NewDocument(pages, words.Known(), nil, func() {})
	var out []*piece.Piece
	for _, s := range d.Sheets {
		p := &piece.Piece{Sheet: s, Xs: []float64{50, 150, 300}, Ys: []float64{100, 120, 140}, Seats: piece.Seats{}}
		for k := range 4 {
			p.Cells = append(p.Cells, piece.Cell{Row: k / 2, Col: k % 2, Rows: 1, Cols: 1})
		}
		p.SetBoxes()
		for k := range p.Cells {
			c := &p.Cells[k]
			c.Glyphs = s.Within(c.Box)
			c.Lines = s.Lines(c.Glyphs)
		}
		p.Take()
		out = append(out, p)
	}
	d.FindRunning()
	return d, out
}

var full = []text{{60, 105, "甲", 0}, {160, 105, "乙", 0}, {60, 125, "丙", 0}, {160, 125, "丁", 0}}

func with(more ...text) page.Page { return around(slices.Concat(full, more)...) }

// TestTextBetween: words below the table of the first page or above that of the next part
// them, but for marks that nobody can read, and for what hangs out of a cell.
func TestTextBetween(t *testing.T) {
	for _, c := range []struct {
		name        string
		above, next page.Page
		set         func(a, b *piece.Piece)
		want        bool
	}{
		{"nothing", with(), with(), nil, false},
		{"words below", with(text{60, 200, "附注", 0}), with(), nil, true},
		{"words above the next", with(), with(text{60, 60, "附注", 0}), nil, true},
		{"words above the first", with(text{60, 60, "附注", 0}), with(), nil, false},
		{"words below the next", with(), with(text{60, 200, "附注", 0}), nil, false},
		{"a mark that nobody can read", with(text{60, 200, "丶丶", 0.5}), with(), nil, false},
		{"one of its characters is sure", with(text{60, 200, "丶", 0.5}, text{70, 200, "附", 0.9}), with(), nil, true},
		{"as sure as characters must be", with(text{60, 200, "丶", 0.7}), with(), nil, true},
		{"more characters than a mark has", with(text{60, 200, "丶丶丶丶", 0.5}), with(), nil, true},
		{"it stands at the same place in a cell of the next", with(text{60, 200, "附注", 0}), with(text{63, 130, "x", 0}), nil, true},
		{"both characters do", with(text{160, 200, "丁", 0}), with(), nil, false},
		{"they do, further right", with(text{170, 200, "丁", 0}), with(), nil, true},
		{"the cell has no border there", with(text{160, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[3].NoBottom = true }, false},
		{"another cell has none", with(text{160, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[2].NoBottom = true }, true},
		{"the cell has none above", with(text{160, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[3].NoTop = true }, true},
		{"no cell has one", with(text{160, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[3].NoBottom, a.Open[3] = true, true }, true},
		{"none has one at the top", with(text{160, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[3].NoBottom, a.Open[1] = true, true }, false},
		{"above, the cell has no border", with(), with(text{160, 60, "附注", 0}), func(_, b *piece.Piece) { b.Cells[1].NoTop = true }, false},
		{"above, no cell has one", with(), with(text{160, 60, "附注", 0}), func(_, b *piece.Piece) { b.Cells[1].NoTop, b.Open[1] = true, true }, true},
		{"left of the table", with(text{20, 200, "附注", 0}), with(), func(a, _ *piece.Piece) { a.Cells[2].NoBottom = true }, true},
		{"of another width", with(text{160, 200, "丁", 0}), with(), func(_, b *piece.Piece) { b.Xs[2] += 50 }, true},
	} {
		d, p := tables(c.above, c.next)
		if c.set != nil {
			c.set(p[0], p[1])
		}
		taken := fmt.Sprint(p[0].Sheet.Taken, p[1].Sheet.Taken)
		if got := TextBetween(d, p[0], p[1]); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
		if fmt.Sprint(p[0].Sheet.Taken, p[1].Sheet.Taken) != taken {
			t.Errorf("%s: characters were taken", c.name)
		}
	}
}

// TestHangingFrom: what stands below or above a table hangs out of the cell that is over it,
// or under it; what a table has taken does not.
func TestHangingFrom(t *testing.T) {
	_, p := tables(with(text{60, 60, "上", 0}, text{160, 60, "左右", 0}, text{55, 200, "下", 0}, text{150, 200, "下", 0}, text{20, 200, "外", 0}, text{310, 60, "外", 0}, text{240, 60, "已", 0}))
	s := p[0].Sheet
	s.Take([]int{len(s.Glyphs) - 1})
	for below, want := range map[bool]string{false: "0,0 上 0,1 左 0,1 右", true: "1,0 下 1,1 下"} {
		var got []string
		hanging := HangingFrom(p[0], below)
		for _, c := range AtBreak(p[0], below) {
			for _, n := range hanging[[2]int{c.Row, c.Col}] {
				got = append(got, fmt.Sprintf("%d,%d %s", c.Row, c.Col, s.Glyphs[n].Text))
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("below %v: got %s, want %s", below, got, want)
		}
	}
	p[0].Cells[0].Col, p[0].Cells[1].Col = 1, 0 // in any order
	if c := AtBreak(p[0], false); c[0].Col != 0 || c[1].Col != 1 {
		t.Error("got cells that do not go from left to right")
	}
}

// TestOverrun: lines that run out of a cell at the end of a page are the cell's, where the
// table has no border there.
func TestOverrun(t *testing.T) {
	line := func(words string, x, y float64) text { return text{x, y, words, 0} }
	for _, c := range []struct {
		name   string
		texts  []text
		closed bool
		want   string
	}{
		{"a line", []text{line("续", 160, 138)}, false, "丁续"},
		{"lines", []text{line("续", 160, 138), line("末", 160, 151)}, false, "丁续末"},
		{"the table has a border", []text{line("续", 160, 138)}, true, "丁"},
		{"no next line", []text{line("附", 160, 160)}, false, "丁"},
		{"nor one behind a gap", []text{line("续", 160, 138), line("附", 160, 170)}, false, "丁续"},
		{"it is wider than the cell", []text{line("续一二三四五六七八九十甲乙丙丁戊己", 160, 138)}, false, "丁"},
		{"it begins left of the cell", []text{line("续一二三", 145, 138)}, false, "丁"},
		{"it stands beside the text", []text{line("续", 220, 138)}, false, "丁"},
	} {
		_, p := tables(with(c.texts...))
		a := p[0]
		a.Open[3] = !c.closed
		a.Sheet.Give(a.Cells[2].Glyphs) // a cell without text has no lines that run out
		a.Cells[2].Glyphs, a.Cells[2].Lines = nil, nil
		Overrun(a)
		got := ""
		for _, n := range a.Cells[3].Glyphs {
			got += a.Sheet.Glyphs[n].Text
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if lines := len([]rune(c.want)); len(a.Cells[3].Lines) != lines {
			t.Errorf("%s: got %d lines, want %d", c.name, len(a.Cells[3].Lines), lines)
		}
		for n, taken := range a.Sheet.Taken {
			if taken != (slices.ContainsFunc(a.Cells, func(c piece.Cell) bool { return slices.Contains(c.Glyphs, n) })) {
				t.Errorf("%s: %s is taken: %v", c.name, a.Sheet.Glyphs[n].Text, taken)
			}
		}
	}
}

// TestPlacesSideways: a character is at the place of another where it is the same and no
// further away than what touches.
func TestPlacesSideways(t *testing.T) {
	_, p := tables(with())
	m := PlacesSideways{}
	m.Add(p[0].Sheet, []int{1}, 5) // 乙, from 160
	for _, c := range []struct {
		text string
		x    float64
		want bool
	}{{"乙", 165, true}, {"乙", 165 + 0.9*page.Touch*10, true}, {"乙", 165 - 0.9*page.Touch*10, true}, {"乙", 160, false}, {"甲", 165, false}, {"乙", math.Inf(1), false}} {
		if got := m.Has(&page.Glyph{Text: c.text, Size: 10, Box: extract.Box{c.x, 0, c.x + 10, 10}}); got != c.want {
			t.Errorf("%s at %v: got %v", c.text, c.x, got)
		}
	}
}
