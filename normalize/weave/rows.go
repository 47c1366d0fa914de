package weave

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// rows are the rows written so far, and what could not be placed.
type rows struct {
	*stream.Cells
	out    []*table.Line
	held   []*table.Line // cells that could not be placed
	doubts []normalize.Doubt
	refuse *normalize.Doubt // why the stream as a whole cannot be read
	order  int              // rows made so far
	filled bool             // a row of a block was read
}

// placedToken is a token and its column.
type placedToken struct{ token, col int }

// row writes a row of the form.
func (w *rows) row(cells []placedToken, doubt *table.Doubt) *table.Line {
	if len(cells) == 0 {
		return nil
	}
	slices.SortStableFunc(cells, func(a, b placedToken) int { return a.col - b.col })
	l := &table.Line{Table: 0, Row: w.order, Woven: true, Doubt: doubt}
	w.order++
	for _, c := range cells {
		it := w.Tokens[c.token].Item
		it.From, it.Col, it.To = it.Col, c.col, c.col
		l.Items = append(l.Items, it)
	}
	w.out = append(w.out, l)
	return l
}

// pass hands a cell on as a line outside the table.
func (w *rows) pass(i int) {
	w.out = append(w.out, w.loose(i))
}

func (w *rows) loose(i int) *table.Line {
	return &table.Line{Loose: true, Table: -1, Items: []table.Item{w.Tokens[i].Item}}
}

// together makes one cell of several.
func (w *rows) together(paragraphs []int, sep string) int {
	if len(paragraphs) == 1 {
		return paragraphs[0]
	}
	first := &w.Tokens[paragraphs[0]]
	var texts []string
	for _, x := range paragraphs {
		texts = append(texts, w.Tokens[x].Text)
	}
	first.Parts = len(paragraphs)
	first.Item = table.NewItem(w.Lex, strings.Join(texts, sep), first.Col, 1, 1, first.At)
	return paragraphs[0]
}

// hold keeps a cell back that could stand in several places.
func (w *rows) hold(i int, zh, en string) {
	if w.Tokens[i].Blank {
		return
	}
	w.held = append(w.held, w.loose(i))
	w.doubts = append(w.doubts, w.Doubt(i, zh, en))
}

// holdUncut keeps cells back that run together.
func (w *rows) holdUncut(i int) {
	w.hold(i, runTogether.ZH, runTogether.EN)
}

var runTogether = extract.Text{
	ZH: "几格的文字连在一起，切分不止一种",
	EN: "several cells run together here, and there is more than one way to cut them",
}

// Result is the rows of a document whose text lost its columns.
type Result struct {
	Lines  []*table.Line
	Held   []*table.Line // cells that no line claims for certain
	Doubts []normalize.Doubt
}
