package glue

import (
	"slices"
	"strings"

	"ziping/normalize/lexicon"
	"ziping/text/num"
)

// list cuts the rows of the list of indicators and its total: all ways to cut them at
// once (lattice.go), of which those remain whose weights make the full mark and whose
// scores the total. What all of these cut alike is cut.
func (c *cutter) list(b *block, m marks) {
	stop, label := c.total(b.to)
	g, ok := newLattice(c, b, stop)
	if !ok {
		keepLines(c, b.to, stop)
		c.below(stop)
		return
	}
	totals := c.totals(label, g)
	wanted := func(s state) bool {
		return m.known && slices.ContainsFunc(totals, func(t totalMarks) bool { return t.fits(s, m, g) })
	}
	var cuts []cut
	if m.known && g.summed(totals) {
		if all, ok := g.levelMarks(); ok && slices.ContainsFunc(totals, func(t totalMarks) bool { return mark(t.full.String()) == all }) {
			m = marks{known: true} // the levels make the full mark without the budget's
		}
		for _, t := range totals {
			g.most.weights = max(g.most.weights, mark(t.full.Sub(m.weight).String()))
			g.most.scores = max(g.most.scores, mark(t.score.Sub(m.score).String()))
			if !t.hasScore {
				g.most.scores = 100 * mark1
			}
		}
		cuts = g.best(wanted, 0)
	}
	if cuts == nil { // the sums do not hold, or are not known: what kinds alone leave
		g.most = state{weights: 100 * mark1, scores: 100 * mark1}
		cuts = g.best(func(state) bool { return true }, doubtful)
	}
	c.rows(g, cuts)
	c.foot(stop, label, totals, m, g)
}

// levelMarks are the marks that all first levels say to have; false where one says none.
func (g *lattice) levelMarks() (sum int32, ok bool) {
	for at := g.from; at < g.stop; at++ {
		end := g.level[at]
		if end < 0 {
			continue
		}
		level := g.folded(at, end)
		at = end - 1
		bare := lexicon.Bare(level)
		if !g.lex.Level1[bare] {
			continue
		}
		switch points := pointsOf(level); {
		case points >= 0:
			sum, ok = sum+points, true
		case !g.lex.Level2[bare]:
			return 0, false
		}
	}
	return sum, ok
}

// summed reports a list with a sum to hold it to.
func (g *lattice) summed(totals []totalMarks) bool {
	return g.has("weight") || g.has("score") && slices.ContainsFunc(totals, func(t totalMarks) bool { return t.hasScore })
}

// doubtful is by how many blanks a way may be worse than the best, and still count,
// where no sum bears the best out.
const doubtful = 2

// total is where the row of the total begins, and where its label ends.
func (c *cutter) total(from int) (start, label int) {
	start, label = len(c.runes), len(c.runes)
	for at := from; at < len(c.runes); at++ {
		to := c.match(at, func(b string) bool { return c.lex.Foot[b] == "total" })
		if to > 0 && to < len(c.runes) && isDigit(c.runes[to]) {
			start, label = at, to
			at = to
		}
		if to > 0 && c.border[at] && label == len(c.runes) {
			start = min(start, at)
		}
	}
	for at := from + 1; at < start; at++ { // below the list: 说明, 其他需要说明的问题
		to := c.match(at, func(b string) bool { return c.lex.Foot[b] != "" && (c.border[at] || len([]rune(b)) >= longLabel) })
		if to > 0 {
			return at, len(c.runes)
		}
	}
	return start, label
}

// totalMarks is a way to cut the figures of the total: full mark and score, of
// which one may not be printed.
type totalMarks struct {
	cut, to     int // the full mark ends at cut
	full, score num.Decimal
	hasScore    bool
}

func (c *cutter) totals(from int, g *lattice) []totalMarks {
	to := from
	for to < len(c.runes) && (isDigit(c.runes[to]) || c.runes[to] == '.') && (to == from || !c.border[to]) {
		to++
	}
	hundred := num.FromInt(100)
	if from == to {
		return []totalMarks{{cut: from, to: from, full: hundred}}
	}
	var out []totalMarks
	for cut := from; cut <= to; cut++ {
		t := totalMarks{cut: cut, to: to, full: hundred}
		ok := true
		if cut > from {
			if !g.has("weight") {
				continue
			}
			t.full, ok = figure(c.folded(from, cut), "weight", false)
		}
		if ok && cut < to {
			t.hasScore = true
			t.score, ok = figure(c.folded(cut, to), "score", false)
		}
		if ok && t.score.Cmp(t.full) <= 0 {
			out = append(out, t)
		}
	}
	return out
}

// fits reports that the sums of the list and the marks of the budget make the total.
func (t totalMarks) fits(s state, m marks, g *lattice) bool {
	weight := num.New(int64(s.weights), markPlaces).Add(m.weight)
	score := num.New(int64(s.scores), markPlaces).Add(m.score)
	return (!g.has("weight") || weight.Equal(t.full)) && (!t.hasScore || !g.has("score") || score.Equal(t.score))
}

// foot adds the total and what stands below it.
func (c *cutter) foot(start, label int, totals []totalMarks, m marks, g *lattice) {
	if label == len(c.runes) {
		c.below(start)
		return
	}
	c.add(start, label)
	var fit []totalMarks
	for _, t := range totals {
		if m.known && slices.ContainsFunc(g.ends, func(s state) bool { return t.fits(s, m, g) }) {
			fit = append(fit, t)
		}
	}
	end := totals0(totals, label)
	switch {
	case len(fit) == 1 && fit[0].hasScore:
		c.add(label, fit[0].cut)
		c.add(fit[0].cut, end)
	case len(totals) == 1:
		c.add(label, totals[0].cut)
		c.add(totals[0].cut, end)
	default:
		c.keep(label, end)
	}
	c.below(end)
}

// below adds what stands below the list: labels, and what stands behind them as it is.
func (c *cutter) below(from int) {
	for at := from; at < len(c.runes); {
		if to := c.match(at, func(b string) bool { return c.lex.Foot[b] != "" }); to > 0 {
			c.add(at, to)
			at = to
			continue
		}
		to := c.lineEnd(at)
		c.keep(at, to)
		at = to
	}
}

// keepLines adds lines that could not be cut.
func keepLines(c *cutter, from, to int) {
	for at := from; at < to; {
		end := min(c.lineEnd(at), to)
		c.keep(at, end)
		at = end
	}
}

// totals0 is where the figures of the total end.
func totals0(totals []totalMarks, label int) int {
	if len(totals) == 0 {
		return label
	}
	return totals[0].to
}

// rows adds the rows of the list: what is cut, a blank for each column without a
// cell, and what could not be cut for all the columns that it may hold.
func (c *cutter) rows(g *lattice, cuts []cut) {
	last := g.name - 1 // column of the piece before, in its row
	at := g.from
	closeRow := func() {
		if last >= g.name {
			c.blanks(len(g.ids) - 1 - last)
		}
		last = g.name - 1
	}
	for k := 0; k < len(cuts); k++ {
		x := cuts[k]
		if at < x.from { // something stands between that could not be cut
			switch {
			case x.col > g.name && (x.col > last+1) && last >= g.name:
				c.keep(at, x.from)
				c.blanks(x.col - last - 2)
				last = x.col - 1
			case x.col > g.name && last < g.name:
				c.keep(at, x.from)
				c.blanks(x.col - g.name - 1)
				last = x.col - 1
			case x.col > g.name: // a row begins within
				if g.only(last, "reason") {
					closeRow()
					c.keep(at, x.from)
					c.blanks(x.col - g.name - 1)
					last = x.col - 1
					break
				}
				for k < len(cuts) && cuts[k].col > g.name {
					k++
				}
				end := g.stop
				if k < len(cuts) {
					end = cuts[k].from
				}
				c.keep(at, end)
				c.blanks(len(g.ids) - 2 - last)
				at, last = end, g.name-1
				k--
				continue
			default: // the rest of the row, perhaps
				c.keepRest(g, at, x.from, last)
				last = g.name - 1
			}
		}
		if x.col <= g.name && last >= g.name {
			closeRow()
		}
		if x.col > g.name {
			c.blanks(x.col - last - 1)
		}
		c.add(x.from, x.to)
		at = x.to
		if x.col >= g.name {
			last = x.col
		}
	}
	if at < g.stop {
		c.keepRest(g, at, g.stop, last)
		return
	}
	closeRow()
}

// keepRest adds what could not be cut and stands last in a row.
func (c *cutter) keepRest(g *lattice, from, to, last int) {
	c.keep(from, to)
	c.blanks(len(g.ids) - 2 - max(last, g.name-1))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// levels are the ends of the levels that begin at each place, -1 for none. Only
// words that say of themselves to be one are taken: 产出指标(60分).
func (c *cutter) levels(from, to int) []int {
	return c.matches(from, to, data.Figures, func(b string) bool {
		return (c.lex.Level1[b] || c.lex.Level2[b]) && strings.HasSuffix(b, c.lex.Words.Indicator)
	})
}

// briefLevels are the ends of the levels that do not call themselves one (社会效益), for a list
// that has some: where no level of it calls itself one, or such a word follows a first level.
func briefLevels(g *lattice) []int {
	none := slices.Repeat([]int{-1}, g.stop)
	if g.name == 0 {
		return none
	}
	has, called := false, false
	for at := g.from; at < g.stop; at++ {
		called = called || g.level[at] > 0
		if end := g.level[at]; end > 0 && end < g.stop && g.level[end] < 0 && g.lex.Level1[lexicon.Bare(g.folded(at, end))] {
			has = has || g.match(end, func(b string) bool { return g.lex.Level2[b] }) > 0
		}
	}
	if has || !called {
		return g.matches(g.from, g.stop, "", func(b string) bool { return g.lex.Level1[b] || g.lex.Level2[b] })
	}
	return none
}

// pointsOf are the marks printed with a level, -1 for none.
func pointsOf(s string) int32 {
	p, ok := lexicon.Points(s)
	if !ok {
		return -1
	}
	return mark(p)
}
