package weave

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize/table"
)

// listWeaver puts the rows of the list of indicators together.
type listWeaver struct {
	*rows
	funds               *fundWeaver // its marks are part of the sums
	hasList, hasWeights bool
	columns             []headed    // of the list
	sumRows             []rowChoice // rows of the list, until the foot tells their sums
}

// list reads the list of indicators: the cells behind its headings, put into
// rows by what each of them can be.
func (w *listWeaver) list(h *heading) int {
	cols := h.columns()
	w.columns, w.hasList = cols, true
	w.hasWeights = colOf(cols, "weight") >= 0
	body, end := w.body(h.end)
	body, cut := w.cutOff(body, end)
	if len(w.printed(body)) == 0 {
		w.afterList = true
		return end
	}
	g := newGrid(w.cells, cols, body, true)
	places, ok := g.solve()
	if !ok || !boundariesKnown(g, places) {
		g = newGrid(w.cells, cols, w.printed(body), false)
		places, ok = g.solve()
	}
	if !ok {
		w.refusal(body[g.stuck()], "这一格放不进表头的任何一栏，无法确定各行的起止", "this cell fits none of the columns, so where rows begin cannot be told")
		return end
	}
	w.makeRows(g, places)
	if cut >= 0 && w.refuse == nil {
		w.cutRow(cut)
	}
	w.afterList = true
	return end
}

// body is the run of cells up to the foot, the next block or the end. The
// block's label, merged down the side, may stand among them.
func (w *listWeaver) body(i int) (body []int, end int) {
	for ; i < len(w.toks); i++ {
		t := &w.toks[i]
		if t.blank {
			body = append(body, i)
			continue
		}
		if !w.lex.Level1[t.Bare] && !w.lex.Level2[t.Bare] {
			if w.lex.Foot[t.Bare] != "" || table.TitleOf(t.Text, w.lex) != table.NoTitle || strings.HasPrefix(t.Folded, w.lex.Words.NoteMark) {
				break
			}
			if ids := w.blocks(t.Bare); len(ids) > 0 && slices.Contains(ids, "indicators") && !w.headsNext(i) {
				w.row([]placedToken{{i, 0}}, nil)
				continue
			}
			if _, ok := w.headingAt(i); ok || w.lex.Head[t.Bare] != "" && len(body) > 0 && w.labelled(i) {
				break
			}
		}
		body = append(body, i)
	}
	return body, i
}

// cutOff takes the first half of a level off the end of a text that breaks off
// in it: 生态 of 生态效益指标.
func (w *listWeaver) cutOff(body []int, end int) ([]int, int) {
	k := len(body) - 1
	for k >= 0 && w.toks[body[k]].blank {
		k--
	}
	if k < 0 || end < len(w.toks) {
		return body, -1
	}
	b := w.toks[body[k]].Bare
	if utf8.RuneCountInString(b) < 2 || known(w.lex, b) {
		return body, -1
	}
	for _, list := range []map[string]bool{w.lex.Level1, w.lex.Level2} {
		for level := range list {
			if strings.HasPrefix(level, b) {
				return body[:k], body[k]
			}
		}
	}
	return body, -1
}

// cutRow is the row that a text breaks off in: its level, and that its figures
// are not known.
func (w *listWeaver) cutRow(i int) {
	col := w.columns[max(0, colOf(w.columns, "level2"))].col
	l := w.row([]placedToken{{i, col}}, nil)
	w.breaksOff(l, i)
}

func (w *listWeaver) breaksOff(l *table.Line, i int) {
	l.Doubt = &table.Doubt{Cells: []table.Item{w.toks[i].Item}, IDs: []string{"target", "actual", "weight", "score"}}
	w.doubts = append(w.doubts, w.doubt(i, "文本在这一行中断，后面的内容没有", "the text breaks off in this row"))
}

// boundariesKnown reports that where every row begins is certain.
func boundariesKnown(g *grid, places [][]int) bool {
	for k, set := range places {
		if g.blank(k) {
			continue
		}
		if len(set) > 1 && set[0] <= g.name {
			return false
		}
	}
	return true
}

// rowChoice is a row of the list of which some cells could stand in several
// columns: the line as far as it is certain, and the ways to complete it.
type rowChoice struct {
	line  *table.Line
	cells []int   // tokens without a certain column
	ways  [][]int // for each way the columns of cells
	sure  []placedToken
}

// makeRows writes the rows: with their certain cells at once, the others wait
// for the sums of the form.
func (w *listWeaver) makeRows(g *grid, places [][]int) {
	for from := 0; from < len(places); {
		to := from + 1
		for to < len(places) && !g.startsRow(places, to) {
			to++
		}
		w.makeRow(g, places, from, to)
		if w.refuse != nil {
			return
		}
		from = to
	}
}

func (w *listWeaver) makeRow(g *grid, places [][]int, from, to int) {
	var sure []placedToken
	var c rowChoice
	for k := from; k < to; k++ {
		switch {
		case g.blank(k):
		case len(places[k]) == 1:
			sure = append(sure, placedToken{g.body[k], g.cols[places[k][0]].col})
		case places[k][0] <= g.name:
			w.refusal(g.body[k], "这一格可能属于上一行，也可能是下一行的开头", "this cell may end one row or begin the next")
			return
		default:
			c.cells = append(c.cells, g.body[k])
		}
	}
	line := w.row(sure, nil)
	if end := g.body[len(g.body)-1] + 1; to == len(places) && end == len(w.toks) && len(c.cells) == 0 && w.onlyNamed(sure) {
		w.breaksOff(line, sure[len(sure)-1].token) // its figures are not known to be blank
	}
	if len(c.cells) == 0 {
		if line != nil {
			w.sumRows = append(w.sumRows, rowChoice{line: line, sure: sure})
		}
		return
	}
	if line == nil { // nothing of the row is certain, not even its name
		for _, i := range c.cells {
			w.hold(i, "这一格属于哪一栏分不清", "which column this cell belongs to cannot be told")
		}
		return
	}
	c.line, c.sure = line, sure
	c.ways = g.ways(places, from, to)
	w.sumRows = append(w.sumRows, c)
}

// onlyNamed reports a row that has no cell behind its name.
func (w *listWeaver) onlyNamed(cells []placedToken) bool {
	if len(cells) == 0 {
		return false
	}
	x := cells[len(cells)-1]
	return x.col <= w.columns[colOf(w.columns, "name")].col && !table.IsTemplateRow(w.toks[x.token].Text, w.lex)
}

// refusal says why the stream as a whole cannot be read.
func (w *listWeaver) refusal(i int, zh, en string) {
	d := w.doubt(i, zh, en)
	d.Text = w.around(i)
	w.refuse = &d
}
