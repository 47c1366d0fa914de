package read

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// item is one non-empty cell on its way to a field.
type item struct {
	text    string
	folded  string // blank.Fold of text
	bare    string // lexicon.Bare of text, mended
	col     int    // printed column
	from    int    // printed column of a cell put back from a stream
	span    int
	rowspan int
	at      extract.Ref
	to      int // true column once placed
	role    normalize.Role
	path    normalize.Path // field it holds
	claimed bool

	figure *normalize.Field // see figureOf
	kind   *kind            // see kindOf
}

// figureOf reads the cell as a figure, once; a copy goes into the record.
func (it *item) figureOf() *normalize.Field {
	if it.figure == nil {
		it.figure = value.Figure(it.text)
	}
	return it.figure
}

// figureField is the record's own copy of the figure, with its place.
func (it *item) figureField() *normalize.Field {
	f := *it.figureOf()
	f.At = it.ref()
	return &f
}

// markField is the cell read as a mark, with its place.
func (it *item) markField() *normalize.Field {
	f := value.Mark(it.text)
	f.At = it.ref()
	return f
}

// line is one row of a table, or a loose line (one item, loose set).
type line struct {
	items []item
	loose bool
	table int // index of the table; -1 for loose lines
	row   int
	heads headKind  // the block that it heads, see Tell
	title titleSort // the sort of title that it is

	woven bool      // put back from a stream: cells stand in their columns
	doubt *rowDoubt // what such a row holds that found no certain column
}

// first is the first item not yet claimed, or nil.
func (l *line) first() *item {
	for i := range l.items {
		if !l.items[i].claimed {
			return &l.items[i]
		}
	}
	return nil
}

// stream puts the rows and loose lines of a document in reading order.
func stream(doc *extract.Document, lex *lexicon.Lexicon) []*line { return streamLike(doc, lex, nil) }

// streamLike is stream for a document much like the one of other lines: what was
// read of a cell with the same place and text is taken over.
func streamLike(doc *extract.Document, lex *lexicon.Lexicon, other []*line) []*line {
	var out []*line
	from := cursor{lines: other}
	cell := func(text string, col, span, rowspan int, at extract.Ref) item {
		same := from.next(text, at)
		if same == nil {
			return newItem(lex, text, col, span, rowspan, at)
		}
		return item{text: text, folded: same.folded, bare: same.bare, figure: same.figure, kind: same.kind, col: col, to: col, span: span, rowspan: rowspan, at: at}
	}
	next := 0
	loose := func(before int) {
		for ; next < len(doc.Lines) && doc.Lines[next].Before <= before; next++ {
			l := &doc.Lines[next]
			out = append(out, &line{loose: true, table: -1, items: []item{cell(l.Text, 0, 1, 1, extract.LineRef(next, l))}})
		}
	}
	for t := range doc.Tables {
		loose(t)
		tab := &doc.Tables[t]
		items := make([]item, 0, len(tab.Cells))
		row := -1
		for i := range tab.Cells {
			c := &tab.Cells[i]
			if c.Text == "" {
				continue
			}
			items = append(items, cell(c.Text, c.Col, max(1, c.ColSpan), max(1, c.RowSpan), extract.CellRef(t, c)))
			if c.Row != row || len(out) == 0 {
				row = c.Row
				out = append(out, &line{table: t, row: row, items: items[len(items)-1:]})
			} else {
				last := out[len(out)-1]
				last.items = last.items[:len(last.items)+1]
			}
		}
	}
	loose(len(doc.Tables))
	for ; next < len(doc.Lines); next++ {
		l := &doc.Lines[next]
		out = append(out, &line{loose: true, table: -1, items: []item{cell(l.Text, 0, 1, 1, extract.LineRef(next, l))}})
	}
	return out
}

func newItem(lex *lexicon.Lexicon, text string, col, span, rowspan int, at extract.Ref) item {
	folded := blank.Fold(text)
	return item{text: text, folded: folded, bare: lex.Mend(lexicon.Bare(folded)), col: col, to: col, span: span, rowspan: rowspan, at: at}
}

// cursor walks through the items of lines.
type cursor struct {
	lines   []*line
	line, i int
}

// next is the item that stands next, if it has that place and text.
func (c *cursor) next(text string, at extract.Ref) *item {
	for c.line < len(c.lines) && c.i >= len(c.lines[c.line].items) {
		c.line, c.i = c.line+1, 0
	}
	if c.line == len(c.lines) {
		return nil
	}
	it := &c.lines[c.line].items[c.i]
	if it.at.Key() != at.Key() {
		return nil
	}
	c.i++
	if it.text != text {
		return nil
	}
	return it
}

// ref is a copy of an item's place.
func (it *item) ref() *extract.Ref {
	r := it.at
	return &r
}

// hasFigure reports a line with a figure in it.
func (l *line) hasFigure() bool {
	for k := range l.items {
		if l.items[k].figureOf().IsFigure() {
			return true
		}
	}
	return false
}

// within reports that a (merged) cell covers a column.
func (it *item) within(col int) bool { return col >= it.col && col < it.col+it.span }
