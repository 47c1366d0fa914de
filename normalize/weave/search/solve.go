package search

import (
	"slices"

	"ziping/normalize/table"
)

// gap is the cost of the columns between two cells of one row.
func (g *Grid) gap(from, to int) (cost int) {
	for c := from + 1; c < to; c++ {
		s := g.skip(c)
		if c == g.level2 && (from == g.level1 || from == g.level1+1 && g.points(from)) {
			s = lostLevel
		}
		cost += s
	}
	return cost
}

// begins is the cost of a row that begins in column c: its number is lost.
func (g *Grid) begins(c int) (cost int) {
	if c > g.Name || g.points(c) {
		return table.Infinite
	}
	for b := range c {
		if b != g.level1 && b != g.level2 && !g.points(b) {
			cost += lostCell
		}
	}
	return cost
}

// closing is the cost of ending a row behind column c.
func (g *Grid) closing(k, c int) int {
	if c < g.Name {
		return table.Infinite
	}
	if c == g.Name && !g.Blank(k) && table.IsTemplateRow(g.cells.Tokens[g.Body[k]].Text, g.cells.Lex) {
		return 0
	}
	return g.gap(c, len(g.Columns))
}

// Solve returns for each cell its columns in the best placements, in order: one at least.
func (g *Grid) Solve() (places [][]int, ok bool) {
	n, m := len(g.Body), len(g.Columns)
	if n == 0 || g.Name < 0 || n*m*m > mostWork {
		return nil, false
	}
	forward, backward := costs(n, m), costs(n, m)
	for c := range m {
		forward[0][c] = min(table.Infinite, g.fits(0, c)+g.begins(c))
	}
	for k := 1; k < n; k++ {
		g.step(k, func(p, c, cost int) {
			forward[k][c] = min(forward[k][c], forward[k-1][p]+cost)
		})
		if slices.Min(forward[k]) < table.Infinite {
			g.far = k
		}
	}
	best := table.Infinite
	for c := range m {
		backward[n-1][c] = g.closing(n-1, c)
		best = min(best, forward[n-1][c]+backward[n-1][c])
	}
	if g.Cost = best; best >= table.Infinite {
		return nil, false
	}
	for k := n - 1; k > 0; k-- {
		g.step(k, func(p, c, cost int) {
			backward[k-1][p] = min(backward[k-1][p], backward[k][c]+cost)
		})
	}
	if g.asked {
		certainRests(g, forward, backward, best)
	}
	places = make([][]int, n)
	for k := range n {
		for c := range m {
			if forward[k][c]+backward[k][c] <= best+slack {
				places[k] = append(places[k], c)
			}
		}
	}
	return places, true
}

// RowsKnown reports that where every row begins is certain.
func (g *Grid) RowsKnown(places [][]int) bool {
	for k, set := range places {
		if !g.Blank(k) && g.open(set) {
			return false
		}
	}
	return true
}

// step visits the ways from cell k-1 in column p to cell k in column c.
func (g *Grid) step(k int, visit func(p, c, cost int)) {
	m := len(g.Columns)
	goesOn(g, k, visit)
	for c := range m {
		f := g.fits(k, c)
		if f < table.Infinite {
			for p := range m {
				cost := table.Infinite
				if p < c && (!g.points(c) || p == c-1) {
					cost = g.gap(p, c) + g.unlike(k, p, c)
				}
				if b := g.begins(c); b < table.Infinite { // none: saves work
					cost = min(cost, g.closing(k-1, p)+b)
				}
				visit(p, c, f+cost)
			}
		}
		if g.Blank(k) && g.exact { // an empty cell that is none of the row's
			visit(c, c, voidCell)
		}
	}
}

func costs(n, m int) [][]int {
	t := make([][]int, n)
	for i := range t {
		t[i] = make([]int, m)
		for k := range t[i] {
			t[i][k] = table.Infinite
		}
	}
	return t
}

// Stuck is the first cell that no placement gets past.
func (g *Grid) Stuck() int { return min(g.far+1, len(g.Body)-1) }

// mostWork bounds the search over a list: cells times columns squared.
const mostWork = 1 << 25

// MostWays bounds the ways a row may be read in.
const MostWays = 400

// Ways lists the columns that the uncertain cells of a row can stand in
// together, in increasing order.
func (g *Grid) Ways(places [][]int, from, to int) [][]int {
	var out [][]int
	var take func(k, at int, way []int)
	take = func(k, at int, way []int) {
		if len(out) > MostWays {
			return
		}
		if k == to {
			out = append(out, slices.Clone(way))
			return
		}
		if g.Blank(k) {
			take(k+1, at, way)
			return
		}
		for _, c := range places[k] {
			if c <= at {
				continue
			}
			next := way
			if len(places[k]) > 1 {
				next = append(slices.Clone(way), c)
			}
			take(k+1, c, next)
		}
	}
	take(from, -1, nil)
	if len(out) > MostWays {
		return nil
	}
	return out
}

// StartsRow reports that cell k begins a row.
func (g *Grid) StartsRow(places [][]int, k int) bool {
	if g.Blank(k) || places[k][0] > g.Name {
		return false
	}
	prev := k - 1
	for prev >= 0 && g.Blank(prev) {
		prev--
	}
	return prev < 0 || places[k][0] <= last(places[prev]) || places[prev][0] > g.Name
}

// OpenBorder is the first cell of a row that may begin another one, -1 for none. Before the
// first cell there is no row that it may end.
func (g *Grid) OpenBorder(places [][]int, from, to int) int {
	for k := max(from, 1); k < to; k++ {
		if !g.Blank(k) && g.open(places[k]) {
			return k
		}
	}
	return -1
}

// SurelyStarts reports that cell k begins a row in every reading.
func (g *Grid) SurelyStarts(places [][]int, k int) bool {
	prev := k - 1
	for prev >= 0 && g.Blank(prev) {
		prev--
	}
	return !g.Blank(k) && len(places[k]) == 1 && places[k][0] <= g.Name && prev >= 0 && places[prev][0] >= places[k][0]
}

// MayBeLevel reports a cell that may stand in a column of levels.
func (g *Grid) MayBeLevel(set []int) bool {
	return slices.ContainsFunc(set, func(c int) bool { return c == g.level1 || c == g.level2 })
}

// open reports columns of a cell that may end one row or begin the next; one that is a
// level in any case, the first or the second, does not.
func (g *Grid) open(set []int) bool {
	return len(set) > 1 && set[0] <= g.Name && last(set) >= g.Name
}

func last(s []int) int { return s[len(s)-1] }
