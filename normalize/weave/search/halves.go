package search

import (
	"slices"
	"strings"

	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// Cells that stand over several lines, where each line is a cell of the text.

const tornCell = 3 // a cell goes on in the next line

// Halves are the cells of a list that are the rest of the cell before them in every reading
// which is about as good as the best, where all readings without such cells are clearly worse.
// It is asked of lists whose empty cells are not shown. torn says that such readings are better:
// cells may be halves, whether or not it is known which.
func Halves(w *stream.Cells, cols []stream.Headed, body []int) (rest []int, torn bool) {
	g := New(w, cols, body, false)
	if g.Name < 0 || !slices.Contains(rests(g), true) {
		return nil, false
	}
	whole := table.Infinite
	for _, g := range []*Grid{g, NewStrange(w, cols, body)} {
		if _, ok := g.Solve(); ok {
			whole = min(whole, g.Cost)
		}
	}
	if whole == 0 {
		return nil, false
	}
	tear(g)
	g.asked = true
	if _, ok := g.Solve(); !ok || g.Cost+slack >= whole {
		return nil, false
	}
	for k, i := range body {
		if g.rest[k] && !chained(g, k) {
			rest = append(rest, i)
		}
	}
	if len(rest) == 1 && whole-g.Cost < clearlyTorn {
		return nil, false
	}
	return rest, true
}

// chained reports the rest of a cell that is itself the rest of one, or has one: words on three
// lines may be a row of their own.
func chained(g *Grid, k int) bool { return g.rest[k-1] || k+1 < len(g.rest) && g.rest[k+1] }

const clearlyTorn = 2 * lostCell // better than whole cells are, where one cell alone is torn

// tear takes cells for ones that may be halves.
func tear(g *Grid) {
	g.rest = rests(g)
	tellCalled(g)
}

// goesOn visits the ways in which cell k is the rest of the one before it.
func goesOn(g *Grid, k int, visit func(p, c, cost int)) {
	if g.rest == nil || !g.rest[k] {
		return
	}
	for c := range g.Columns {
		switch g.Columns[c].ID {
		case "name", "reason", "other":
			visit(c, c, tornCell)
		}
	}
}

// certainRests leaves the cells that are the rest of the one before in all the best placements.
func certainRests(g *Grid, forward, backward [][]int, best int) {
	rest := g.rest
	g.rest = make([]bool, len(rest)) // the ways in which none is
	for k := range rest {
		if !rest[k] {
			continue
		}
		alone := table.Infinite
		g.step(k, func(p, c, cost int) { alone = min(alone, forward[k-1][p]+cost+backward[k][c]) })
		rest[k] = alone > best+slack
	}
	g.rest = rest
}

// rests tells the cells that may be the rest of the one before: both are words and no levels,
// it is no label and stands on a line of its own, and wherever one of them is printed the other stands beside it.
// What stands behind a first level may be a second one that nobody knows.
func rests(g *Grid) []bool {
	out := make([]bool, len(g.Body))
	words := func(k int) bool {
		x := &g.Kinds[k]
		return !g.Blank(k) && x.Words && !x.Op && !x.OpAlone && !x.Level1 && !x.Level2
	}
	pairs := map[string]int{}
	for k := 1; k < len(g.Body); k++ {
		pairs[token(g, k-1).Bare+"\n"+token(g, k).Bare]++
	}
	for k := 1; k < len(g.Body); k++ {
		n := pairs[token(g, k-1).Bare+"\n"+token(g, k).Bare]
		t := token(g, k)
		if g.level2 >= 0 && behindFirst(g, k-1) {
			continue
		}
		out[k] = words(k-1) && words(k) && token(g, k-1).Line != t.Line && !g.cells.Lex.Knows(t.Bare) && !strings.Contains(t.Folded, ":") && g.printed()[token(g, k-1).Bare] == n && g.printed()[token(g, k).Bare] == n
	}
	return out
}
