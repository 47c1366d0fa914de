package glue

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"ziping/normalize/lexicon"
	"ziping/text/hanzi"
	"ziping/text/num"
	"ziping/text/units"
)

// lattice is all ways to cut the text of a list into the cells of its columns. A node
// is a place in the text with what matters of the way there (state); an edge is a
// cell. It is walked forward for what each way costs, in blank cells and words that
// need not be an answer, and backward for which edges lie on a best way.
type lattice struct {
	*cutter
	ids        []string // columns in their order: levels, name, the others
	name       int
	from, stop int
	level      []int // where the level ends that begins at a place
	brief      []int // where a level ends that does not call itself one, where the list has such
	nodes      []node
	at         []map[state]int32 // of each place
	edges      []edge
	limit      int32   // of what a way may cost
	most       state   // weights and scores that no way goes beyond
	ends       []state // at the end of the ways that cuts found

	// What may stand at a place, whatever the way there.
	names      kept[[]priced]
	numbers    kept[[]marked]
	quantities kept[[]int]
	feet       kept[bool] // a label of what stands below the list
}

// kept is what was worked out once for each place.
type kept[T any] map[int]T

func (k kept[T]) of(pos int, work func(pos int) T) T {
	v, ok := k[pos]
	if !ok {
		v = work(pos)
		k[pos] = v
	}
	return v
}

// priced is a cell that ends at a place, and what that costs.
type priced struct {
	end  int
	cost int32
}

// marked is a cell with a number of marks.
type marked struct {
	end   int
	marks int32
}

// state is what a way through the text leaves behind.
type state struct {
	col             int8  // column of the last cell, -1 at the beginning
	lost            bool  // the row has less than its full marks
	weight          int32 // of the row, -1 for none
	sort            int8  // of the row's target: a figure without a unit, or with one
	again           int32 // where the answer ends that repeats a target in words, 0 for none
	weights, scores int32 // of all rows
	due             int32 // what the weights must be where the level ends, -1 for nothing
}

type node struct {
	state
	pos        int32
	cost, back int32
}

type edge struct {
	from, to   int32 // nodes
	start, end int32 // in the text
	col        int8
	cost       int32
}

// cut is a cell of the list.
type cut struct{ from, to, col int }

const (
	markPlaces = 4
	never      = 1 << 20
	mostEdges  = 150_000

	nothing       = 2 // the cost of no score, and of none given
	emptyLevel    = 1 // of a level without a row
	longestName   = 44
	longestWords  = 16
	longestReason = 90
	longestAmount = 24
)

// newLattice is for a list whose columns are known, each with its kind.
func newLattice(c *cutter, b *block, stop int) (*lattice, bool) {
	g := &lattice{
		cutter: c, from: b.to, stop: stop, name: -1,
		names: kept[[]priced]{}, numbers: kept[[]marked]{}, quantities: kept[[]int]{}, feet: kept[bool]{},
	}
	for k, h := range b.heads {
		g.ids = append(g.ids, h.id)
		switch h.id {
		case "level1", "level2":
			if g.name >= 0 {
				return nil, false
			}
		case "name":
			g.name = k
		case "target", "actual", "weight", "score", "reason", "op", "unit":
			if g.name < 0 {
				return nil, false
			}
		default:
			return nil, false
		}
		if slices.Index(g.ids, h.id) != k {
			return nil, false
		}
	}
	if g.name < 0 || stop <= g.from {
		return nil, false
	}
	g.level = c.levels(g.from, stop)
	g.brief = briefLevels(g)
	return g, true
}

func (g *lattice) has(id string) bool { return slices.Contains(g.ids, id) }

// only reports that nothing but a column of this kind is left of a row.
func (g *lattice) only(last int, id string) bool {
	for _, x := range g.ids[last+1:] {
		if x != id {
			return false
		}
	}
	return true
}

// build walks through the text from every place that a way leads to, as far as it
// costs no more than the limit. False where there are too many ways.
func (g *lattice) build(limit int32) bool {
	g.limit, g.nodes, g.edges = limit, g.nodes[:0], g.edges[:0]
	g.at = make([]map[state]int32, g.stop+1)
	g.node(g.from, state{col: -1, weight: -1, due: -1}, 0)
	for pos := g.from; pos < g.stop; pos++ {
		for _, n := range g.at[pos] {
			g.steps(n, pos, g.nodes[n].state)
			if len(g.edges) > mostEdges {
				return false
			}
		}
	}
	return true
}

func (g *lattice) node(pos int, s state, cost int32) int32 {
	if g.at[pos] == nil {
		g.at[pos] = map[state]int32{}
	}
	n, ok := g.at[pos][s]
	if !ok {
		n = int32(len(g.nodes))
		g.nodes = append(g.nodes, node{state: s, pos: int32(pos), cost: cost, back: never})
		g.at[pos][s] = n
	}
	g.nodes[n].cost = min(g.nodes[n].cost, cost)
	return n
}

func (g *lattice) edge(from int32, start, end, col int, s state, cost int32) {
	if cost += g.nodes[from].cost; cost > g.limit || s.weights > g.most.weights || s.scores > g.most.scores || s.scores > s.weights && g.has("weight") {
		return
	}
	s.col = int8(col)
	to := g.node(end, s, cost)
	g.edges = append(g.edges, edge{from, to, int32(start), int32(end), int8(col), cost - g.nodes[from].cost})
}

// steps adds the cells that may stand at a place.
func (g *lattice) steps(n int32, pos int, s state) {
	last := int(s.col)
	if last < 0 || last >= g.name { // a row ends
		if cost, next := g.closed(s); cost < never {
			g.rowBegins(n, pos, next, cost)
		}
	} else {
		g.rowBegins(n, pos, s, 0)
	}
	if last < g.name || g.border[pos] {
		return
	}
	skipped := int32(0)
	for col := last + 1; col < len(g.ids) && skipped < never; col++ {
		g.cells(n, pos, col, s, skipped)
		skipped += g.skip(s, col)
	}
}

// closed is the state in which a row ends, and what its blanks cost.
func (g *lattice) closed(s state) (cost int32, next state) {
	if s.col >= 0 {
		for col := int(s.col) + 1; col < len(g.ids); col++ {
			cost += g.skip(s, col)
		}
	}
	return cost, state{col: -1, weight: -1, weights: s.weights, scores: s.scores, due: s.due}
}

// skip is the cost of a column left blank. A weight never is.
func (g *lattice) skip(s state, col int) int32 {
	switch g.ids[col] {
	case "weight":
		return never
	case "score":
		return nothing
	case "reason":
		return 0
	}
	return 1
}

// rowBegins adds the levels and the name at the beginning of a row, or behind its levels.
func (g *lattice) rowBegins(n int32, pos int, s state, cost int32) {
	if end := g.unfilled(pos); end > 0 {
		g.edge(n, pos, end, -1, s, cost)
		return
	}
	if end := g.level[pos]; end > 0 {
		text := g.folded(pos, end)
		bare := lexicon.Bare(text)
		for col := range g.name {
			next, cost := s, cost
			if col <= int(s.col) {
				cost += emptyLevel
			}
			points := pointsOf(text)
			if g.ids[col] == "level1" {
				if !g.lex.Level1[bare] || s.due >= 0 && s.due != s.weights {
					continue
				}
				next.due = -1
				if points >= 0 && g.has("weight") {
					next.due = s.weights + points
				}
			} else if !g.lex.Level2[bare] || points >= 0 && s.col < 0 && g.lex.Level1[bare] && g.has("level1") {
				continue
			}
			g.edge(n, pos, end, col, next, cost)
		}
		return
	}
	if end := g.brief[pos]; end > 0 { // a level, or the beginning of the name
		cost += emptyLevel
		for col := int(s.col) + 1; col < g.name; col++ {
			g.edge(n, pos, end, col, s, cost)
		}
	}
	for _, name := range g.names.of(pos, g.namesAt) {
		g.edge(n, pos, name.end, g.name, s, cost+name.cost)
	}
}

// unfilled is the end of the row of a template that nobody filled in, …….
func (g *lattice) unfilled(pos int) int {
	end := pos
	for end < g.stop && strings.ContainsRune(data.Unfilled, g.runes[end]) && (end == pos || !g.border[end]) {
		end++
	}
	if end == pos {
		return -1
	}
	return end
}

// namesAt are the names that may begin at a place.
func (g *lattice) namesAt(pos int) (out []priced) {
	cost, ok := g.opening(pos)
	if !ok {
		return nil
	}
	han := 0
	for end := pos + 1; end <= min(g.stop, pos+longestName) && g.open(pos, end); end++ {
		r := g.runes[end-1]
		if r == '%' && (end-1 == pos || g.runes[end-2] != '(') || strings.ContainsRune(data.Ends, r) || strings.ContainsRune(data.Ops, r) || end-1 > pos && g.level[end-1] > 0 {
			return out // a name with a rate in it is one that swallowed its answer; 合格率(%) has its unit
		}
		if hanzi.Is(r) {
			han++
		}
		if end-1 > pos && isDigit(r) && !isDigit(g.runes[end-2]) {
			cost++
		}
		if han >= 2 && !g.compares(pos, end) && (end == g.stop || !strings.ContainsRune(")》”", g.runes[end])) {
			out = append(out, priced{end, cost})
		}
	}
	return out
}

// opening is what it costs that a text begins at a place. With a figure it hardly does,
// and it hardly holds one.
func (g *lattice) opening(pos int) (int32, bool) {
	switch r := g.runes[pos]; {
	case r == '0':
		return 0, false
	case isDigit(r):
		return 1, true
	default:
		return 0, unicode.IsLetter(r) || strings.ContainsRune("“\"(《", r)
	}
}

// cells adds the cells of a column behind the name.
func (g *lattice) cells(n int32, pos, col int, s state, cost int32) {
	switch g.ids[col] {
	case "weight", "score":
		for _, x := range g.numbers.of(pos, g.numbersAt) {
			next, m, price := s, x.marks, cost
			if m == 0 {
				price += nothing
			}
			if g.ids[col] == "weight" {
				next.weight = m
				next.weights += m
			} else {
				if s.weight >= 0 && m > s.weight {
					continue
				}
				next.lost = s.weight >= 0 && m < s.weight
				next.scores += m
			}
			g.edge(n, pos, x.end, col, next, price)
		}
	case "target", "actual":
		g.answers(n, pos, col, s, cost)
	case "op":
		if strings.ContainsRune(data.Ops, g.runes[pos]) {
			g.edge(n, pos, pos+1, col, s, cost)
		}
	case "unit":
		for end := pos + 1; end <= min(g.stop, pos+5) && g.open(pos, end); end++ {
			if units.Is(g.folded(pos, end)) {
				g.edge(n, pos, end, col, s, cost)
			}
		}
	case "reason":
		if !g.feet.of(pos, g.isBelow) {
			g.reasons(n, pos, col, s, cost)
		}
	}
}

// isBelow reports 说明 below the list.
func (g *lattice) isBelow(pos int) bool {
	return g.match(pos, func(b string) bool { return g.lex.Foot[b] != "" }) > 0
}

// numbersAt are the marks that may begin at a place.
func (g *lattice) numbersAt(pos int) (out []marked) {
	for end := pos + 1; end <= min(g.stop, pos+6) && g.open(pos, end); end++ {
		if v, ok := figure(g.folded(pos, end), "weight", false); ok {
			out = append(out, marked{end, mark(v.String())})
		}
	}
	return out
}

// reasons adds the texts that may be a reason: up to the end of the row, or of any
// length where marks were lost, because the next name may follow.
func (g *lattice) reasons(n int32, pos, col int, s state, cost int32) {
	first, ok := g.opening(pos)
	if !ok {
		return
	}
	cost += first
	han := 0
	for end := pos + 1; end <= min(g.stop, pos+longestReason) && g.open(pos, end) && g.level[end-1] < 0; end++ {
		if end-1 > pos && isDigit(g.runes[end-1]) && !isDigit(g.runes[end-2]) {
			if cost++; han < 3 && first == 0 { // 年8年15 is what is left of a quantity
				return
			}
		}
		price := cost + 1
		none := slices.Contains(data.None, g.folded(pos, end))
		if s.lost || none || strings.ContainsRune(data.Ends, g.runes[end-1]) {
			price = cost
		}
		if hanzi.Is(g.runes[end-1]) {
			han++
		}
		if han < 2 && !none {
			continue
		}
		if none || s.lost || end == g.stop || g.border[end] || g.level[end] > 0 {
			g.edge(n, pos, end, col, s, price)
		}
	}
}

// answers adds quantities, and words where they may stand for one: a target in words
// is as good as a blank one, unless the answer repeats it.
func (g *lattice) answers(n int32, pos, col int, s state, cost int32) {
	for _, end := range g.quantities.of(pos, g.quantitiesAt) {
		next, price := s, cost
		unit := !isDigit(g.runes[end-1])
		if g.ids[col] == "target" {
			next.sort = sortOf(unit)
		} else if s.sort != 0 && s.sort != sortOf(unit) && !g.has("unit") { // =10 | 0% is rather =100% |
			price++
		}
		g.edge(n, pos, end, col, next, price)
	}
	if first, ok := g.opening(pos); !ok || first > 0 {
		return
	}
	for end := pos + 1; end <= min(g.stop, pos+longestWords) && g.open(pos, end); end++ {
		r := g.runes[end-1]
		if isDigit(r) || strings.ContainsRune(data.Ops, r) || g.level[end-1] > 0 {
			return
		}
		next, price := s, cost+1
		next.again = 0
		if twice := 2*end - pos; g.ids[col] == "target" && twice <= g.stop && g.folded(pos, end) == g.folded(end, twice) {
			next.again, price = int32(twice), cost
		} else if g.ids[col] == "actual" && int(s.again) == end {
			price = cost
		}
		g.edge(n, pos, end, col, next, price)
	}
}

// quantitiesAt are the ends of the quantities that begin at a place: ≥266米, 100%,
// 2021年11月30日前, 10-20人.
func (g *lattice) quantitiesAt(pos int) []int {
	at, most := pos, min(g.stop, pos+longestAmount)
	for _, w := range data.Comparators {
		if n := pos + len([]rune(w)); n < most && g.folded(pos, n) == w {
			at = max(at, n)
		}
	}
	for at < most && strings.ContainsRune(data.Ops, g.runes[at]) {
		at++
	}
	if at == most || !isDigit(g.runes[at]) {
		return nil
	}
	var out []int
	var figures func(at int)
	figures = func(at int) {
		for end := at + 1; end <= most && g.open(pos, end); end++ {
			if r := g.runes[end-1]; !isDigit(r) && r != '.' && r != ',' {
				break
			}
			if _, ok := figure(g.folded(at, end), "budget", false); !ok {
				continue
			}
			out = append(out, end)
			for unit := end + 1; unit <= min(most, end+5) && g.open(pos, unit); unit++ {
				r := g.runes[unit-1]
				if isDigit(r) || strings.ContainsRune(data.Ops, r) {
					break
				}
				if u := g.folded(end, unit); (u == "%" || units.Open(u)) && !dateGoesOn(g, u, unit) {
					out = append(out, unit)
				}
			}
			if end < most && strings.ContainsRune(data.Joins, g.runes[end]) && (end-at == len("2021") || string(g.runes[end]) != data.Year) {
				for _, until := range data.Until { // a date ends: 30日前
					if next := end + 1 + len([]rune(until)); next <= most && g.folded(end+1, next) == until {
						out = append(out, next)
					}
				}
				if end+1 < most && isDigit(g.runes[end+1]) {
					figures(end + 1)
				}
			}
		}
	}
	figures(at)
	slices.Sort(out)
	return slices.Compact(out)
}

// dateGoesOn reports that behind a year stands its month, or behind a month its day: 2023年|11月.
func dateGoesOn(g *lattice, unit string, at int) bool {
	next := map[string]string{data.Year: data.Month, data.Month: data.Day}[unit]
	end := at
	for end < g.stop && isDigit(g.runes[end]) {
		end++
	}
	return next != "" && end > at && end < g.stop && string(g.runes[end]) == next
}

func sortOf(unit bool) int8 {
	if unit {
		return 2
	}
	return 1
}

// compares reports a text that ends in a comparator: 合格率不低于 is no name.
func (g *lattice) compares(from, to int) bool {
	s := g.folded(from, to)
	return slices.ContainsFunc(data.Comparators, func(w string) bool { return strings.HasSuffix(s, w) })
}

const mark1 = 10_000 // one mark

// mark is a number of marks in units of the lattice.
func mark(s string) int32 {
	d, err := num.Parse(s)
	if err != nil {
		return never
	}
	n := int32(0)
	for _, r := range d.Shift(markPlaces).Truncate(0).String() {
		n = 10*n + r - '0'
	}
	return n
}

func (g *lattice) ending(s state) (int32, bool) {
	if s.due >= 0 && s.due != s.weights {
		return 0, false
	}
	switch {
	case s.col < 0: // behind an unfilled row
		return 0, true
	case int(s.col) < g.name:
		return emptyLevel, true
	}
	cost, _ := g.closed(s)
	return cost, cost < never
}

// best are the cuts of the ways that cost least, sought among cheap ones first.
func (g *lattice) best(wanted func(state) bool, slack int32) []cut {
	for limit := slack; limit <= dearest; limit = 2*limit + 1 - slack/2 {
		if !g.build(limit) {
			return nil
		}
		if cuts := g.cuts(wanted, slack); cuts != nil {
			return cuts
		}
	}
	return nil
}

// dearest is what a way may cost at most.
const dearest = 24

// cuts are the cells that all ways cut alike whose end is wanted, and that are hardly
// worse than the best; nil where there is no way.
func (g *lattice) cuts(wanted func(state) bool, slack int32) []cut {
	best := int32(never)
	for k := range g.nodes {
		g.nodes[k].back = never
	}
	for s, n := range g.at[g.stop] {
		if cost, ok := g.ending(s); ok && wanted(s) {
			g.nodes[n].back = cost
			best = min(best, g.nodes[n].cost+cost)
		}
	}
	if best+slack > g.limit {
		return nil
	}
	g.ends = nil
	for s, n := range g.at[g.stop] {
		if g.nodes[n].cost+g.nodes[n].back <= best+slack {
			g.ends = append(g.ends, s)
		}
	}
	for _, e := range slices.Backward(g.edges) { // they were found from left to right
		g.nodes[e.from].back = min(g.nodes[e.from].back, g.nodes[e.to].back+e.cost)
	}
	seen := map[cut]bool{}
	for _, e := range g.edges {
		if g.nodes[e.from].cost+e.cost+g.nodes[e.to].back > best+slack {
			continue
		}
		col := int(e.col)
		if col < g.name {
			col = 0 // which level it is, the rows will tell
		}
		seen[cut{int(e.start), int(e.end), col}] = true
	}
	return alone(seen)
}

// alone are the cells that no other one overlaps, in order.
func alone(seen map[cut]bool) []cut {
	all := make([]cut, 0, len(seen))
	for x := range seen {
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b cut) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.col, b.col))
	})
	var out []cut
	reach := 0 // how far the cells before reach
	for k, x := range all {
		if x.from >= reach && (k+1 == len(all) || all[k+1].from >= x.to) {
			out = append(out, x)
		}
		reach = max(reach, x.to)
	}
	return out
}
