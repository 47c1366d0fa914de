package weave

import "ziping/normalize/table"

// grid finds for each cell of a list the columns it can stand in, where as few
// cells as possible are missing. It is an exact search over all placements that
// keep the order of the cells: a cell whose columns in all best placements, and
// those hardly worse, are one and the same is certain, any other is not.
type grid struct {
	w      *cells
	cols   []headed
	body   []int // tokens
	kinds  []table.Kind
	name   int // column of the indicators' names
	level1 int
	level2 int
	exact  bool // empty cells are shown: every cell fills a column
	cost   bool // 成本指标 is a first level on this form
	far    int  // last cell that a placement reaches, for telling where it stuck
}

// Costs of a placement.
const (
	lostCell  = 10 // a column that should be filled is not
	lostLast  = 7  // the same of a column that most rows leave empty
	lostUnit  = 1
	lostLevel = 12 // a first level without a second
	slack     = 8  // a placement this much worse still counts as possible
	voidCell  = 3  // an empty cell that stands for no column
	blankName = 5
)

func newGrid(w *cells, cols []headed, body []int, exact bool) *grid {
	g := &grid{w: w, cols: cols, body: body, exact: exact, name: colOf(cols, "name"), level1: colOf(cols, "level1"), level2: colOf(cols, "level2")}
	g.kinds = make([]table.Kind, len(body))
	shown := false
	for k, i := range body {
		shown = shown || w.toks[i].blank
		if !w.toks[i].blank {
			g.kinds[k] = w.toks[i].Item.Kind(w.lex)
			g.cost = g.cost || w.lex.Words.CostLevels.Has(w.toks[i].Bare)
		}
	}
	g.exact = exact && shown
	return g
}

func (g *grid) blank(k int) bool { return g.w.toks[g.body[k]].blank }
