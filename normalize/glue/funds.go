package glue

import (
	"slices"
	"strings"

	"ziping/normalize/lexicon"
	"ziping/text/num"
)

// marks are those of the budget, which belong to the sums of the list.
type marks struct {
	weight, score num.Decimal
	known         bool
}

// fundCutter cuts the money block of a text.
type fundCutter struct{ *cutter }

// fundRow is a source of money and its figures, which run together.
type fundRow struct {
	from, label, to int // the label ends where the figures begin
	source          string
	ways            []way
}

// way is one way to cut the figures of a row: the places of the figure in each
// column, from == to for none.
type way struct {
	cells []piece
	value []num.Decimal
	blank int  // columns of money without a figure, and one for places that differ
	bound bool // a rate that is the quotient of the row's money holds it together
	sure  bool // and hardly any other figures would have one that fits as well
}

// funds cuts the rows of the money block. Each row has ways; what sources and total,
// budget, money spent and rate leave of them is one, or the row stays as it is.
func (c fundCutter) funds(b *block, end int) marks {
	var cols []head
	seen := map[string]int{}
	for _, h := range b.heads {
		if h.id != "label" {
			cols = append(cols, h)
		}
		seen[h.id]++
	}
	for id, n := range seen {
		if id == "group" || n > 1 || id == "other" {
			c.keep(b.to, end) // two rows of headings, or a column of any content
			return marks{}
		}
	}
	rows, whole := c.fundRows(b.to, end)
	percent := strings.Contains(c.folded(b.to, end), "%")
	for k := range rows {
		c.ways(&rows[k], cols, percent, k == 0 || rows[k].source == "total")
	}
	chosen := c.choose(rows, cols, whole)
	m := marks{known: seen["weight"] == 0 && seen["score"] == 0}
	at := b.to
	for k := range rows {
		r := &rows[k]
		c.keep(at, r.from)
		at = r.to
		c.add(r.from, r.label)
		w := chosen[k]
		if w == nil {
			if r.label < r.to {
				c.keep(r.label, r.to)
				c.blanks(len(cols) - 1)
			}
			continue
		}
		for i := range cols {
			c.pieces = append(c.pieces, w.cells[i])
			switch cols[i].id {
			case "weight":
				m.weight, m.known = m.weight.Add(w.value[i]), true
			case "score":
				m.score = m.score.Add(w.value[i])
			}
		}
	}
	c.keep(at, end)
	return m
}

// fundRows are the sources and where their figures stand; whole where nothing else
// stands between them.
func (c fundCutter) fundRows(from, end int) (rows []fundRow, whole bool) {
	whole = true
	for at := from; at < end; {
		to := c.match(at, func(b string) bool { return c.lex.Source[b] != "" })
		if to < 0 || to > end {
			whole = false
			at++
			continue
		}
		r := fundRow{from: at, label: to, to: to, source: c.lex.Source[lexicon.Bare(c.folded(at, to))]}
		for r.to < end && strings.ContainsRune(data.Figures, c.runes[r.to]) {
			r.to++
		}
		rows, at = append(rows, r), r.to
	}
	return rows, whole
}

// mostWays bounds the ways of one row.
const mostWays = 4_000

// ways finds all ways to cut the figures of a row that its own relations allow.
func (c fundCutter) ways(r *fundRow, cols []head, percent, marked bool) {
	n := len(cols)
	cells, value := make([]piece, n), make([]num.Decimal, n)
	var take func(col, at int)
	take = func(col, at int) {
		if len(r.ways) > mostWays {
			return
		}
		if col == n {
			w := way{cells: append([]piece(nil), cells...), value: append([]num.Decimal(nil), value...)}
			if at == r.to && w.holds(cols) {
				if c.uneven(&w, cols) {
					w.blank++
				}
				r.ways = append(r.ways, w)
			}
			return
		}
		cells[col], value[col] = piece{}, num.Decimal{}
		take(col+1, at)
		unmarked := !marked && (cols[col].id == "weight" || cols[col].id == "score")
		for to := at + 1; to <= r.to && to-at <= longestFigure && c.open(at, to); to++ {
			if unmarked && isDigit(c.runes[to-1]) { // nothing but a dash
				break
			}
			v, ok := figure(c.folded(at, to), cols[col].id, percent)
			if !ok {
				continue
			}
			cells[col], value[col] = piece{from: at, to: to}, v
			take(col+1, to)
		}
		cells[col], value[col] = piece{}, num.Decimal{}
	}
	take(0, r.label)
	if len(r.ways) > mostWays {
		r.ways = nil
	}
}

// uneven reports money of which one amount ends in a nought behind its point, and another has
// other places: who prints 20.00 prints 356.80, and hardly 356.803 beside it.
func (c fundCutter) uneven(w *way, cols []head) bool {
	fixed, places := false, map[int]bool{}
	for k, p := range w.cells {
		if _, behind, ok := strings.Cut(c.folded(p.from, p.to), "."); ok && money(cols[k].id) {
			fixed, places[len(behind)] = fixed || strings.HasSuffix(behind, "0"), true
		}
	}
	return fixed && len(places) > 1
}

// longestFigure bounds the characters of a figure.
const longestFigure = 18

// figure reads a figure as a column prints it: no zeros in front, marks up to a
// hundred, a rate with its sign where rates have one.
func figure(s, id string, percent bool) (num.Decimal, bool) {
	if s == "-" || s == "—" || s == "/" {
		return num.Decimal{}, true
	}
	rate := id == "execution_rate" || id == "balance_rate"
	bare, signed := strings.CutSuffix(s, "%")
	whole, places, point := strings.Cut(bare, ".")
	switch {
	case signed && !rate, rate && percent && !signed:
		return num.Decimal{}, false
	case bare == "" || strings.Trim(bare, "0123456789.,") != "" || strings.Contains(places, "."):
		return num.Decimal{}, false
	case whole == "" || len(whole) > 1 && whole[0] == '0' || point && (places == "" || strings.Contains(places, ",")):
		return num.Decimal{}, false
	case strings.Contains(whole, ",") && !grouped(whole):
		return num.Decimal{}, false
	}
	v, err := num.Parse(strings.ReplaceAll(bare, ",", ""))
	if err != nil || (id == "weight" || id == "score") && (v.Cmp(num.FromInt(100)) > 0 || len(places) > 2) {
		return num.Decimal{}, false
	}
	return v, true
}

// grouped reports figures in groups of three.
func grouped(s string) bool {
	parts := strings.Split(s, ",")
	for k, p := range parts {
		if len(p) != 3 && (k > 0 || len(p) > 3 || p == "") {
			return false
		}
	}
	return true
}

// What fits by chance in less than one of some thousand: a rate with so many places, or
// money of so much that was spent to the last. Any figures are a budget, nothing spent, and
// 0 %; a way that fits like this outweighs them.
const (
	surePlaces = 2
	sureAmount = 100
)

// holds reports a way that breaks none of the row's relations.
func (w *way) holds(cols []head) bool {
	at := func(id string) (num.Decimal, bool) {
		for k := range cols {
			if cols[k].id == id {
				return w.value[k], w.cells[k].to > w.cells[k].from
			}
		}
		return num.Decimal{}, false
	}
	for k := range cols {
		if id := cols[k].id; w.cells[k].to == w.cells[k].from && id != "weight" && id != "score" && id != "execution_rate" && id != "balance_rate" {
			w.blank++
		}
	}
	weight, hasWeight := at("weight")
	score, hasScore := at("score")
	if hasScore != hasWeight && (hasScore || hasHead(cols, "score")) && hasHead(cols, "weight") || hasScore && hasWeight && score.Cmp(weight) > 0 {
		return false
	}
	budget, hasBudget := at("budget")
	executed, hasExecuted := at("executed")
	if rate, ok := at("execution_rate"); ok && hasHead(cols, "budget") && !rate.IsZero() {
		q, fine := executed.Quo(budget, rate.Places()+4)
		if !hasBudget || !hasExecuted || !fine {
			return false
		}
		// A rate may be rounded or cut off; a hundred of them are one.
		if q.Shift(2).Sub(rate).Abs().Cmp(num.New(1, rate.Places())) > 0 {
			return false
		}
		w.bound = rate.Places() > 0 || q.Shift(2).Equal(rate)
		w.sure = w.bound && (rate.Places() >= surePlaces || budget.Equal(executed) && budget.Cmp(num.FromInt(sureAmount)) >= 0)
	}
	balance, hasBalance := at("balance")
	if hasBalance && hasBudget && hasExecuted && !budget.Sub(executed).Equal(balance) {
		return false
	}
	initial, hasInitial := at("initial")
	adjustment, hasAdjustment := at("adjustment")
	carried, _ := at("carried_in")
	return !hasInitial || !hasAdjustment || !hasBudget || initial.Add(adjustment).Add(carried).Equal(budget)
}

func hasHead(cols []head, id string) bool {
	for k := range cols {
		if cols[k].id == id {
			return true
		}
	}
	return false
}

// mostTries bounds the search over the rows of the block.
const mostTries = 200_000

// choose is the way of each row that the sums over the sources leave, nil where they
// leave several. Where no rate holds the total together no column may be taken for
// blank on the word of the sums alone.
func (c fundCutter) choose(rows []fundRow, cols []head, whole bool) []*way {
	out := make([]*way, len(rows))
	total := -1
	var parts []int
	for k := range rows {
		switch rows[k].source {
		case "total":
			if total >= 0 {
				return out
			}
			total = k
		case "fiscal_subtotal", "other_subtotal":
		default:
			parts = append(parts, k)
		}
	}
	s := search{rows: rows, cols: cols, parts: parts, used: make([]map[int]int, len(rows))}
	if total >= 0 && whole && len(parts) > 0 {
		s.sure = slices.ContainsFunc(rows[total].ways, func(w way) bool { return w.sure })
		s.run(total)
		if !s.found && s.sure { // it was chance
			s.sure = false
			s.run(total)
		}
	}
	for k := range rows {
		if left := s.left(k); len(left) == 1 {
			out[k] = left[0]
		}
	}
	return out
}

// left are the ways of a row that remain: those that occur in a reading of all rows,
// where there is one; else those that a rate holds together, if there are any.
func (s *search) left(k int) []*way {
	var out, bound []*way
	for n := range s.rows[k].ways {
		w := &s.rows[k].ways[n]
		if s.used[k] != nil {
			cost, ok := s.used[k][n]
			if !ok || s.bound && cost > s.least {
				continue
			}
		}
		out = append(out, w)
		if w.bound {
			bound = append(bound, w)
		}
	}
	switch {
	case s.tries > mostTries:
		return nil
	case s.used[k] == nil && len(bound) > 0:
		return bound
	}
	return out
}

// search looks for ways of all rows that make the total's columns.
type search struct {
	rows  []fundRow
	cols  []head
	parts []int
	tries int
	found bool
	sure  bool          // only ways of the total count that are
	bound bool          // the total is held together by its rate
	least int           // fewest blanks
	used  []map[int]int // of each row the ways that occur, with the fewest blanks of all rows
}

func (s *search) run(total int) {
	var path []int
	var take func(n int, left []num.Decimal, t *way, blanks int)
	take = func(n int, left []num.Decimal, t *way, blanks int) {
		if s.tries++; s.tries > mostTries {
			return
		}
		if n == len(s.parts) {
			for k := range left {
				if !left[k].IsZero() {
					return
				}
			}
			s.take(total, path, t.bound, blanks)
			return
		}
		r := &s.rows[s.parts[n]]
		for i := range r.ways {
			w := &r.ways[i]
			next := make([]num.Decimal, len(left))
			fits := true
			for k := range left {
				next[k] = left[k]
				if money(s.cols[k].id) {
					next[k] = left[k].Sub(w.value[k])
					fits = fits && next[k].Sign() >= 0
				}
			}
			if fits {
				path = append(path, i)
				take(n+1, next, t, blanks+w.blank)
				path = path[:len(path)-1]
			}
		}
	}
	for i := range s.rows[total].ways {
		w := &s.rows[total].ways[i]
		if s.sure && !w.sure {
			continue
		}
		left := make([]num.Decimal, len(s.cols))
		for k := range left {
			if money(s.cols[k].id) {
				left[k] = w.value[k]
			}
		}
		path = append(path[:0:0], i)
		take(0, left, w, w.blank)
	}
}

// take notes the ways of a reading: path has the total's first, then those of the parts.
func (s *search) take(total int, path []int, bound bool, blanks int) {
	if !s.found || blanks < s.least {
		s.least, s.bound = blanks, bound
	}
	s.found = true
	for n, i := range path {
		k := total
		if n > 0 {
			k = s.parts[n-1]
		}
		if s.used[k] == nil {
			s.used[k] = map[int]int{}
		}
		if old, ok := s.used[k][i]; !ok || blanks < old {
			s.used[k][i] = blanks
		}
	}
}

func money(id string) bool {
	switch id {
	case "initial", "carried_in", "adjustment", "budget", "executed", "balance":
		return true
	}
	return false
}
