package table

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// Figure reads the cell as a figure, once; a copy goes into the record.
func (it *Item) Figure() *normalize.Field {
	if it.figure == nil {
		it.figure = value.Figure(it.Text)
	}
	return it.figure
}

// Field is the record's own copy of the figure, with its place.
func (it *Item) Field() *normalize.Field {
	f := *it.Figure()
	f.At = it.Ref()
	return &f
}

// MarkField is the cell read as a mark, with its place.
func (it *Item) MarkField() *normalize.Field {
	f := *value.AsMark(it.Figure())
	f.At = it.Ref()
	return &f
}

// Words is the cell read as words, with its place.
func (it *Item) Words() *normalize.Field {
	f := value.Words(it.Text)
	f.At = it.Ref()
	return f
}

// First is the first item not yet claimed, or nil.
func (l *Line) First() *Item {
	for i := range l.Items {
		if !l.Items[i].Claimed {
			return &l.Items[i]
		}
	}
	return nil
}

// OfPages reports a line that pages begin or end with, between the rows of a form
// ([caption.Reader.Between]): it was taken before the rows around it.
func (l *Line) OfPages() bool { return len(l.Items) == 1 && l.Items[0].Role == normalize.RoleCaption }

// Lines puts the rows and loose lines of a document in reading order.
func Lines(doc *extract.Document, lex *lexicon.Lexicon) []*Line { return LinesLike(doc, lex, nil) }

// LinesLike is stream for a document much like the one of other lines: what was
// read of a cell with the same place and text is taken over.
func LinesLike(doc *extract.Document, lex *lexicon.Lexicon, other []*Line) []*Line {
	rows := len(doc.Lines)
	for i := range doc.Tables {
		rows += min(doc.Tables[i].Rows, len(doc.Tables[i].Cells))
	}
	out := make([]*Line, 0, rows)
	from := cursor{lines: other}
	counted := doc.Source.ReadBy("tabin")
	cell := func(text string, col, span, rowspan int, at extract.Ref) Item {
		same := from.next(text, at)
		if same == nil {
			return NewItem(lex, text, col, span, rowspan, at)
		}
		return Item{Text: text, Folded: same.Folded, Bare: same.Bare, figure: same.figure, kind: same.kind, Col: col, To: col, Span: span, RowSpan: rowspan, At: at}
	}
	next := 0
	loose := func(before int) {
		for next < len(doc.Lines) && doc.Lines[next].Before <= before {
			row := &Line{Loose: true, Table: -1}
			for range besides(doc.Lines[next:], lex) {
				l := &doc.Lines[next]
				row.Items = append(row.Items, cell(l.Text, 0, 1, 1, extract.LineRef(next, l)))
				next++
			}
			leftToRight(row.Items)
			out = append(out, row)
		}
	}
	for t := range doc.Tables {
		loose(t)
		tab := &doc.Tables[t]
		items := make([]Item, 0, len(tab.Cells))
		row := -1
		for i := range tab.Cells {
			c := &tab.Cells[i]
			if c.Text == "" {
				continue
			}
			items = append(items, cell(c.Text, c.Col, max(1, c.ColSpan), max(1, c.RowSpan), extract.CellRef(t, c)))
			if c.Row != row || len(out) == 0 {
				row = c.Row
				out = append(out, &Line{Table: t, Row: row, Items: items[len(items)-1:], Counted: counted})
			} else {
				last := out[len(out)-1]
				last.Items = last.Items[:len(last.Items)+1]
			}
		}
	}
	loose(len(doc.Tables))
	for ; next < len(doc.Lines); next++ {
		l := &doc.Lines[next]
		out = append(out, &Line{Loose: true, Table: -1, Items: []Item{cell(l.Text, 0, 1, 1, extract.LineRef(next, l))}})
	}
	return out
}

// NewItem is a cell with its text as it is compared.
func NewItem(lex *lexicon.Lexicon, text string, col, span, rowspan int, at extract.Ref) Item {
	folded := blank.Fold(text)
	return Item{Text: text, Folded: folded, Bare: lex.Half(folded, lex.Mend(lexicon.Bare(folded))), Col: col, To: col, Span: span, RowSpan: rowspan, At: at}
}

// cursor walks through the items of lines.
type cursor struct {
	lines   []*Line
	line, i int
}

// next is the item that stands next, if it has that place and text.
func (c *cursor) next(text string, at extract.Ref) *Item {
	for c.line < len(c.lines) && c.i >= len(c.lines[c.line].Items) {
		c.line, c.i = c.line+1, 0
	}
	if c.line == len(c.lines) {
		return nil
	}
	it := &c.lines[c.line].Items[c.i]
	if it.At.Key() != at.Key() {
		return nil
	}
	c.i++
	if it.Text != text {
		return nil
	}
	return it
}

// Ref is a copy of an item's place.
func (it *Item) Ref() *extract.Ref {
	r := it.At
	return &r
}

// HasFigure reports a line with a figure in it.
func (l *Line) HasFigure() bool {
	for k := range l.Items {
		if l.Items[k].Figure().IsFigure() {
			return true
		}
	}
	return false
}

// Covers reports that a (merged) cell covers a column.
func (it *Item) Covers(col int) bool { return col >= it.Col && col < it.Col+it.Span }
