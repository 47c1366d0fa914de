// Package search finds in which columns the cells of a list can stand, where
// the text has lost its columns and some of its empty cells.
//
//	g := search.New(cells, heading.Lower, body, true)
//	if places, ok := g.Solve(); ok && g.RowsKnown(places) { … } // places[k]: the columns of g.Body[k]
//
// The search is exact: a cell has one column where all readings that cost about
// as little agree on it, and several where they do not. Nothing is decided here.
package search

import (
	"slices"
	"strings"
	"sync"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// Grid finds for each cell of a list the columns it can stand in, where as few
// cells as possible are missing. It is an exact search over all placements that
// keep the order of the cells: a cell whose columns in all best placements, and
// those hardly worse, are one and the same is certain, any other is not.
type Grid struct {
	cells   *stream.Cells
	Columns []stream.Headed
	Body    []int // tokens
	Kinds   []table.Kind
	Name    int // column of the indicators' names
	level1  int
	level2  int
	exact   bool    // empty cells are shown: every cell fills a column
	cost    bool    // 成本指标 is a first level on this form
	review  bool    // another office went over the form
	budget  []int   // of words that say nothing but the budget, several in a row: what they are
	shares  bool    // weights are printed in percent
	numbers []bool  // cells that begin with 指标1:, as names do and nothing else; nil where there are few
	said    [2]bool // all known first levels, or second ones, say 指标, and those that nobody knows do
	strange bool    // words that nobody knows may be levels
	rest    []bool  // cells that may be the rest of the one before; nil where none is torn
	asked   bool    // which of them are for certain

	BeginsStrange bool                  // with words where a first level stands, and none that is known
	printed       func() map[string]int // how often each text is printed
	newLevels     func() bool           // a second level that nobody knows stands behind a first one
	Cost          int                   // of the best placement, once solved
	far           int                   // last cell that a placement reaches, for telling where it stuck
}

// Costs of a placement.
const (
	lostCell  = 10 // a column that should be filled is not
	lostUnit  = 1
	lostLevel = 12 // a first level without a second
	slack     = 8  // a placement this much worse still counts as possible
	voidCell  = 3  // an empty cell that stands for no column
	blankName = 5
	unknown   = 3         // a level that nobody knows
	called    = 1         // one that its marks say is one
	noNumber  = slack + 1 // a name without a number, where others have one
	clauses   = 4         // a name of two clauses, which may as well be a reason
)

// budgetRun tells the words of the budget's own row in a list, 预算执行 | 预算执行率 | 预算执行率,
// what of its levels and its name they are. Where levels have columns of points, theirs stand
// between.
func budgetRun(w *stream.Cells, cols []stream.Headed, body []int) []int {
	run := make([]int, len(body))
	pointed := stream.ColOf(cols, table.Level1Points) >= 0 || stream.ColOf(cols, table.Level2Points) >= 0
	says := func(k int) bool {
		return k < len(body) && !w.Tokens[body[k]].Blank && saysBudget(&w.Tokens[body[k]], w.Lex)
	}
	for k := range body {
		if run[k] != 0 || !says(k) {
			continue
		}
		last := k
		for next := k + 1; ; next = last + 1 {
			if pointed && next < len(body) && w.Tokens[body[next]].Item.Kind(w.Lex).Mark {
				next++
			}
			if !says(next) {
				break
			}
			run[last], last = levelOfBudget, next
		}
		if last > k {
			run[last] = nameOfBudget
		}
	}
	return run
}

// What words of the budget's row are.
const (
	levelOfBudget = 1
	nameOfBudget  = 2
)

func saysBudget(t *stream.Token, lex *lexicon.Lexicon) bool {
	bare, _ := table.Unnumbered(t.Bare, lex)
	return lex.SaysBudget(bare)
}

const fewestNumbers = 2 // names with numbers before them

// numbered reports a cell that begins with 指标1: and says something behind it.
func numbered(t *stream.Token, lex *lexicon.Lexicon) bool {
	name, ok := table.Unnumbered(t.Folded, lex)
	return ok && name != ""
}

// New prepares the search for the cells of body, under the given columns. exact
// takes each empty cell that the text shows for a cell of the list.
func New(w *stream.Cells, cols []stream.Headed, body []int, exact bool) *Grid {
	g := &Grid{cells: w, Columns: cols, Body: body, exact: exact, Name: stream.ColOf(cols, "name"), level1: stream.ColOf(cols, "level1"), level2: stream.ColOf(cols, "level2")}
	g.Kinds = make([]table.Kind, len(body))
	shown, numbers, count := false, make([]bool, len(body)), 0
	for k, i := range body {
		shown = shown || w.Tokens[i].Blank
		if !w.Tokens[i].Blank {
			g.Kinds[k] = w.Tokens[i].Item.Kind(w.Lex)
			if numbers[k] = numbered(&w.Tokens[i], w.Lex); numbers[k] {
				count++
			}
			g.cost = g.cost || w.Lex.Words.CostLevels.Has(w.Tokens[i].Bare)
		}
	}
	g.exact, g.budget = exact && shown, budgetRun(w, cols, body)
	if count >= fewestNumbers {
		g.numbers = numbers
	}
	g.review = reviewed(w)
	g.printed = sync.OnceValue(func() map[string]int {
		n := make(map[string]int, len(body))
		for k := range body {
			n[token(g, k).Bare]++
		}
		return n
	})
	g.newLevels = sync.OnceValue(func() bool {
		for k := range body {
			if x := &g.Kinds[k]; !g.Blank(k) && !x.Level1 && !x.Level2 && behindFirst(g, k) && g.mayBeLevel(k) {
				return true
			}
		}
		return false
	})
	if w.Torn {
		tear(g)
	}
	for k := range body {
		if !g.Blank(k) {
			g.BeginsStrange = g.level1 >= 0 && !g.Kinds[k].Level1 && !g.Kinds[k].Level2 && g.mayBeLevel(k)
			break
		}
	}
	return g
}

// NewShares is New for a list whose weights are printed in percent, nil where no cell can be
// one of them.
func NewShares(w *stream.Cells, cols []stream.Headed, body []int) *Grid {
	percent := func(i int) bool { return !w.Tokens[i].Blank && share(&w.Tokens[i]) }
	if stream.ColOf(cols, "weight") < 0 || !slices.ContainsFunc(body, percent) {
		return nil
	}
	g := New(w, cols, body, false)
	g.shares = true
	return g
}

// share reports a plain figure in percent.
func share(t *stream.Token) bool {
	f := t.Figure()
	return f.IsFigure() && f.Unit == "%" && f.Op == ""
}

// NewStrange is New for a list of which the levels are not known, and whose empty cells are
// not shown: any words may be levels, and points behind them say that they are.
func NewStrange(w *stream.Cells, cols []stream.Headed, body []int) *Grid {
	g := New(w, cols, body, false)
	g.strange = true
	tellCalled(g)
	return g
}

// tellCalled tells whether all known levels of either kind say 指标.
func tellCalled(g *Grid) {
	g.said[0] = allCalled(g, func(x *table.Kind) bool { return x.Level1 && !x.Level2 })
	g.said[1] = allCalled(g, func(x *table.Kind) bool { return x.Level2 && !x.Level1 })
}

// allCalled reports that several known levels of a kind are printed, and all of them say 指标. What
// satisfies is a level, or a name: 服务对象满意度.
func allCalled(g *Grid, level func(x *table.Kind) bool) bool {
	known := 0
	for k := range g.Kinds {
		if x := &g.Kinds[k]; !g.Blank(k) && level(x) && !strings.Contains(token(g, k).Bare, g.cells.Lex.Words.Satisfaction) {
			if known++; !x.Strong {
				return false
			}
		}
	}
	return known >= fewestCalled
}

const fewestCalled = 2 // levels that say 指标

// StrangeLevels counts the cells that stand for certain where levels do, and that nobody
// knows as such. Where the list begins with one its levels are strange, and those that may
// be levels count as well.
func (g *Grid) StrangeLevels(places [][]int) (n int) {
	strange := func(k int) bool { return !g.Kinds[k].Level1 && !g.Kinds[k].Level2 }
	first := strange(0) && last(places[0]) < g.Name
	for k, set := range places {
		if strange(k) && (set[0] == g.level1 || set[0] == g.level2) && (len(set) == 1 || first) {
			n++
		}
	}
	return n
}

// reviewed reports a form whose title says that another office went over it.
func reviewed(w *stream.Cells) bool {
	return slices.ContainsFunc(w.Tokens, func(t stream.Token) bool {
		return strings.Contains(t.Folded, w.Lex.Words.Review) && table.TitleOf(t.Text, w.Lex) == table.SelfEvaluation
	})
}

// Leveled reports a list with levels whose empty cells are not shown.
func (g *Grid) Leveled() bool { return !g.exact && (g.level1 >= 0 || g.level2 >= 0) }

// Blank reports that cell k is an empty one.
func (g *Grid) Blank(k int) bool { return g.cells.Tokens[g.Body[k]].Blank }

// points reports a column of the points of a level.
func (g *Grid) points(c int) bool {
	id := g.Columns[c].ID
	return id == table.Level1Points || id == table.Level2Points
}
