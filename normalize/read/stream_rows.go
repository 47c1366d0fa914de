package read

import (
	"slices"

	"ziping/normalize"
)

// rows are the rows written so far, and what could not be placed.
type rows struct {
	*cells
	out    []*line
	held   []*line // cells that could not be placed
	doubts []normalize.Doubt
	refuse *normalize.Doubt // why the stream as a whole cannot be read
	order  int              // rows made so far
}

// placedToken is a token and its column.
type placedToken struct{ token, col int }

// row writes a row of the form.
func (w *rows) row(cells []placedToken, doubt *rowDoubt) *line {
	if len(cells) == 0 {
		return nil
	}
	slices.SortStableFunc(cells, func(a, b placedToken) int { return a.col - b.col })
	l := &line{table: 0, row: w.order, woven: true, doubt: doubt}
	w.order++
	for _, c := range cells {
		it := w.toks[c.token].item
		it.from, it.col, it.to = it.col, c.col, c.col
		l.items = append(l.items, it)
	}
	w.out = append(w.out, l)
	return l
}

// pass hands a cell on as a line outside the table.
func (w *rows) pass(i int) {
	w.out = append(w.out, &line{loose: true, table: -1, items: []item{w.toks[i].item}})
}

// hold keeps a cell back that could stand in several places.
func (w *rows) hold(i int, zh, en string) {
	if w.toks[i].blank {
		return
	}
	w.held = append(w.held, &line{loose: true, table: -1, items: []item{w.toks[i].item}})
	w.doubts = append(w.doubts, w.doubt(i, zh, en))
}
