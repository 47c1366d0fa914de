package join

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
	"ziping/extract/grid/words"
)

// cell is a cell of some rows at a page break, with its text.
func cell(rows int, text string) *table.Entry {
	s := &sheet.Sheet{Chars: sheet.Chars{Em: 10, Words: words.Known()}}
	e := &table.Entry{Rows: rows, Cols: 1, Squashed: &text, Parts: []table.Part{{Sheet: s, Cell: piece.Cell{Rows: rows, Cols: 1, Box: extract.Box{0, 0, 100, 20}}}}}
	if text != "" {
		e.Parts[0].Cell.Glyphs = []int{0}
	}
	return e
}

// atBreak is a table at a page break whose borders are drawn.
func atBreak() *growing {
	return &growing{Table: table.Table{First: &piece.Piece{}}, doc: sheet.NewDocument([]page.Page{{Number: 1}}, words.Known(), nil, func() {})}
}

// united says which cells go on: those numbered.
func united(bottom, pairs []*table.Entry, list ...int) map[*table.Entry]*table.Entry {
	out := map[*table.Entry]*table.Entry{}
	for _, k := range list {
		out[pairs[k]] = bottom[k]
	}
	return out
}

// A row goes on where each of its cells does; single ones that are empty on both pages go
// with the others, but not alone.
func TestAllGoOn(t *testing.T) {
	for _, c := range []struct {
		name          string
		bottom, pairs []*table.Entry
		goOn          []int
		want          bool
		more          int // cells that go on then
	}{
		{"all do", []*table.Entry{cell(1, "甲"), cell(1, "乙")}, []*table.Entry{cell(1, ""), cell(1, "丙")}, []int{0, 1}, true, 2},
		{"one does not", []*table.Entry{cell(1, "甲"), cell(1, "乙")}, []*table.Entry{cell(1, ""), cell(1, "丙")}, []int{0}, false, 1},
		{"none does", []*table.Entry{cell(1, ""), cell(1, "")}, []*table.Entry{cell(1, ""), cell(1, "")}, nil, false, 0},
		{"an empty one beside", []*table.Entry{cell(1, "甲"), cell(1, "")}, []*table.Entry{cell(1, ""), cell(1, "")}, []int{0}, true, 2},
		{"an empty one of two rows", []*table.Entry{cell(1, "甲"), cell(2, "")}, []*table.Entry{cell(1, ""), cell(1, "")}, []int{0}, false, 1},
		{"empty before two rows", []*table.Entry{cell(1, "甲"), cell(1, "")}, []*table.Entry{cell(1, ""), cell(2, "")}, []int{0}, false, 1},
		{"a text below an empty one", []*table.Entry{cell(1, "甲"), cell(1, "")}, []*table.Entry{cell(1, ""), cell(1, "丙")}, []int{0}, false, 1},
		{"an empty one below a text", []*table.Entry{cell(1, "甲"), cell(1, "乙")}, []*table.Entry{cell(1, ""), cell(1, "")}, []int{0}, false, 1},
		{"no cell below one", []*table.Entry{cell(1, "甲"), cell(1, "")}, []*table.Entry{cell(1, ""), nil}, []int{0}, false, 1},
	} {
		u := united(c.bottom, c.pairs, c.goOn...)
		if got := allGoOn(c.bottom, c.pairs, u); got != c.want || len(u) != c.more {
			t.Errorf("%s: got %v and %d cells that go on, want %v and %d", c.name, got, len(u), c.want, c.more)
		}
	}
}

// A merged cell goes on where its words do, where it has words on one page alone, or where
// no border is drawn; a group left of it that ended takes it along.
func TestCellGoesOn(t *testing.T) {
	for _, c := range []struct {
		name          string
		bottom, pairs []*table.Entry
		goOn          []int
		change        func(t *growing, a, b *table.Entry)
		ends          bool
		want          bool // the last of them
	}{
		{"blank below a label", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(1, "")}, nil, nil, false, true},
		{"a label below blank", []*table.Entry{cell(1, "")}, []*table.Entry{cell(2, "甲")}, nil, nil, false, true},
		{"two labels", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(2, "乙")}, nil, nil, false, false},
		{"a word that is cut", []*table.Entry{cell(2, "(甲")}, []*table.Entry{cell(2, "乙)")}, nil, nil, false, true},
		{"blank below blank", []*table.Entry{cell(2, "")}, []*table.Entry{cell(2, "")}, nil, nil, false, true},
		{"of one row above", []*table.Entry{cell(1, "")}, []*table.Entry{cell(2, "")}, nil, nil, false, false},
		{"of one row below", []*table.Entry{cell(2, "")}, []*table.Entry{cell(1, "")}, nil, nil, false, false},
		{"single ones", []*table.Entry{cell(1, "甲")}, []*table.Entry{cell(1, "")}, nil, nil, false, false},
		{"no border", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(2, "乙")}, nil, func(_ *growing, a, b *table.Entry) { a.Parts[0].Cell.NoBottom, b.Parts[0].Cell.NoTop = true, true }, false, true},
		{"none above", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(2, "乙")}, nil, func(_ *growing, a, b *table.Entry) { a.Parts[0].Cell.NoBottom = true }, false, false},
		{"none above, which tells alone", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(2, "乙")}, nil, func(_ *growing, a, b *table.Entry) { a.Parts[0].Cell.NoBottom = true }, true, true},
		{"no borders at all", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(2, "乙")}, nil, func(t *growing, a, b *table.Entry) {
			t.First.Open[1], a.Parts[0].Cell.NoBottom, b.Parts[0].Cell.NoTop = true, true, true
		}, false, false},
		{"a border where others have none", []*table.Entry{cell(2, "甲")}, []*table.Entry{cell(1, "")}, nil, func(t *growing, _, _ *table.Entry) { t.cutsOpen = true }, false, false},
		{"its group ended", []*table.Entry{cell(2, "甲"), cell(2, "一")}, []*table.Entry{cell(2, "乙"), cell(2, "")}, nil, nil, false, false},
		{"its group goes on", []*table.Entry{cell(2, "甲"), cell(2, "一")}, []*table.Entry{cell(2, "乙"), cell(2, "")}, []int{0}, nil, false, true},
		{"another group begins", []*table.Entry{cell(2, "甲"), cell(1, "")}, []*table.Entry{cell(2, "乙"), cell(2, "一")}, nil, nil, false, false},
		{"a lower group begins", []*table.Entry{cell(2, "甲"), cell(1, "")}, []*table.Entry{cell(1, "乙"), cell(2, "一")}, nil, nil, false, true},
		{"single texts beside it", []*table.Entry{cell(1, "甲"), cell(1, "")}, []*table.Entry{cell(1, "乙"), cell(2, "一")}, nil, nil, false, true},
		{"a single label between others", []*table.Entry{cell(1, "甲"), cell(1, "一"), cell(1, "1")}, []*table.Entry{cell(1, ""), cell(1, ""), cell(1, "2")}, []int{0}, nil, false, false},
	} {
		i, g := len(c.bottom)-1, atBreak()
		if c.change != nil {
			c.change(g, c.bottom[i], c.pairs[i])
		}
		if got := g.cellGoesOn(i, c.bottom, c.pairs, united(c.bottom, c.pairs, c.goOn...), c.ends); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
	// A single label goes on where those left of it do, and the table leaves none blank.
	bottom, pairs := []*table.Entry{cell(2, "甲"), cell(1, "一"), cell(1, "1")}, []*table.Entry{cell(2, ""), cell(1, ""), cell(1, "2")}
	for k := range bottom {
		bottom[k].Row, bottom[k].Col = 5, k
	}
	g := atBreak()
	u := united(bottom, pairs, 0)
	if !g.cellGoesOn(1, bottom, pairs, u, false) {
		t.Error("a single label does not go on")
	}
	for row, want := range map[int]bool{4: true, 5: false, 6: false} {
		blank := cell(1, "")
		blank.Row, blank.Col = row, 1
		if g.recent = []*table.Entry{blank}; g.cellGoesOn(1, bottom, pairs, u, false) != want {
			t.Errorf("a blank place in row %d: want a label that goes on: %v", row, want)
		}
	}
}

// No border is drawn at a break where hardly any cell has one on either page.
func TestBare(t *testing.T) {
	for _, c := range []struct {
		name         string
		above, below []bool // that have no border
		wide         float64
		afterHeader  bool
		want         bool
	}{
		{"none", []bool{true, true}, []bool{true, true}, 100, false, true},
		{"all", []bool{false, false}, []bool{false, false}, 100, false, false},
		{"half of them", []bool{true, false}, []bool{true, false}, 100, false, false},
		{"all but a narrow one", []bool{true, false}, []bool{true, false}, 10, false, true},
		{"all but less than a sixth", []bool{true, false}, []bool{true, false}, 16, false, true},
		{"all but more than a sixth", []bool{true, false}, []bool{true, false}, 17, false, false},
		{"those below", []bool{true, true}, []bool{false, false}, 100, false, false},
		{"those below, which a heading hides", []bool{true, true}, []bool{false, false}, 100, true, true},
	} {
		bottom, pairs := []*table.Entry{cell(1, "甲"), cell(1, "乙")}, []*table.Entry{cell(1, "丙"), cell(1, "丁")}
		bottom[1].Parts[0].Cell.Box[2] = c.wide
		for k := range bottom {
			bottom[k].Parts[0].Cell.NoBottom, pairs[k].Parts[0].Cell.NoTop = c.above[k], c.below[k]
		}
		g := atBreak()
		if got := g.bare(bottom, pairs, c.afterHeader); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
		if g.First.Open[1] = true; g.bare(bottom, pairs, c.afterHeader) {
			t.Errorf("%s: got true for a table without a border at its top", c.name)
		}
		if g.First.Open[1] = false; g.bare(bottom, []*table.Entry{pairs[0], nil}, c.afterHeader) {
			t.Errorf("%s: got true where a cell has none below", c.name)
		}
	}
}

// The slack of a row is what it is higher than the highest text of its single cells.
func TestSlackOf(t *testing.T) {
	line := func(top, bottom float64) []sheet.Line {
		return []sheet.Line{{Tall: extract.Box{0, top, 50, top + 10}}, {Tall: extract.Box{0, bottom - 10, 50, bottom}}}
	}
	p := &piece.Piece{Ys: []float64{0, 40, 100, 120}, Cells: []piece.Cell{
		{Row: 0, Rows: 1, Lines: line(5, 35)}, {Row: 0, Col: 1, Rows: 1, Lines: line(15, 25)}, {Row: 0, Col: 2, Rows: 2, Lines: line(0, 95)},
		{Row: 1, Rows: 1}, {Row: 1, Col: 1, Rows: 1}, {Row: 2, Rows: 1}, {Row: 2, Col: 1, Rows: 1}, {Row: 2, Col: 2, Rows: 1},
	}}
	if got, ok := slackOf(p, 0); !ok || got != 10 {
		t.Errorf("got %v, %v", got, ok)
	}
	if _, ok := slackOf(p, 1); ok {
		t.Error("got slack of a row without text")
	}
	for row, want := range []int{2, 2, 3} {
		if got := singles(p, row); got != want {
			t.Errorf("row %d: got %d single cells, want %d", row, got, want)
		}
	}
}
