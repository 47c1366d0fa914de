package normalize

import (
	"slices"
	"strings"
	"unicode"

	"ziping/normalize/lexicon"
)

// grid finds for each cell of a list the columns it can stand in, where as few
// cells as possible are missing. It is an exact search over all placements that
// keep the order of the cells: a cell whose columns in all best placements, and
// those hardly worse, are one and the same is certain, any other is not.
type grid struct {
	w      *weaver
	cols   []headed
	body   []int // tokens
	kinds  []kind
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

func newGrid(w *weaver, cols []headed, body []int, exact bool) *grid {
	g := &grid{w: w, cols: cols, body: body, exact: exact, name: colOf(cols, "name"), level1: colOf(cols, "level1"), level2: colOf(cols, "level2")}
	g.kinds = make([]kind, len(body))
	shown := false
	for k, i := range body {
		shown = shown || w.toks[i].blank
		if !w.toks[i].blank {
			g.kinds[k] = w.kinds.kindOf(&w.toks[i].item)
			switch w.toks[i].bare {
			case "经济成本指标", "社会成本指标", "生态环境成本指标":
				g.cost = true
			}
		}
	}
	g.exact = exact && shown
	return g
}

func (g *grid) blank(k int) bool { return g.w.toks[g.body[k]].blank }

// skip is the cost of leaving column c of a row empty.
func (g *grid) skip(c int) int {
	switch {
	case c == g.name:
		return infinite
	case c == g.level2 || c == g.level1:
		return 0
	case g.exact && (g.cols[c].id == "reason" || g.cols[c].id == "other" && sometimes(g.w.toks[g.cols[c].token].bare)):
		return lostLast
	case g.exact:
		return lostCell
	}
	switch g.cols[c].id {
	case "reason":
		return 0
	case "op", "unit": // none with a target in words
		return lostUnit
	case "other":
		if sometimes(g.w.toks[g.cols[c].token].bare) {
			return 0
		}
	}
	return lostCell
}

// sometimes reports a further column that most rows leave empty.
func sometimes(bare string) bool {
	for _, s := range []string{"复核", "审核", "说明", "备注", "原因"} {
		if strings.Contains(bare, s) {
			return bare != "指标说明" && bare != "指标值说明"
		}
	}
	return false
}

// fits is the cost of cell k in column c, or infinite.
func (g *grid) fits(k, c int) int {
	id := g.cols[c].id
	if g.blank(k) {
		switch {
		case c == g.name:
			return blankName
		case c < g.name:
			return infinite
		}
		return 0
	}
	x := &g.kinds[k]
	level := x.level1 || x.level2
	t := &g.w.toks[g.body[k]]
	if pointsOnly(t.text) { // (50分): a first level whose name is lost
		return yes(c == g.level1)
	}
	switch id {
	case "level1":
		if !x.level1 {
			return infinite
		}
		if x.level2 && !g.cost && strings.HasPrefix(t.bare, "成本") {
			return 2
		}
		return 0
	case "level2":
		switch {
		case !x.level2:
			return infinite
		case x.level1 && (strings.HasPrefix(t.bare, "满意度") || g.cost && strings.HasPrefix(t.bare, "成本")):
			return 24
		}
		return 0
	case "name":
		switch {
		case level && x.strong:
			return infinite
		case level:
			return 4
		case isTemplateRow(t.text):
			return 0
		case hanRunes(t.text) < 2 && x.runes < 4:
			return infinite
		case x.runes <= 3 && colOf(g.cols, "unit") >= 0:
			return slack + 1 // 平方米 is a unit rather
		case x.words && !x.opAlone, x.quantity && hanRunes(t.text) >= 4:
			return 0
		}
		return infinite
	}
	if level || isTemplateRow(t.text) {
		return infinite
	}
	if g.exact {
		return g.fitsExact(x, t, id)
	}
	switch id {
	case "op":
		return yes(x.opAlone || x.nothing)
	case "unit":
		return yes(x.nothing || x.words && !x.op && x.runes <= 6 || isUnitMark(t.text))
	case "target", "actual":
		if colOf(g.cols, "unit") >= 0 && lexicon.IsUnit(t.text) {
			return infinite
		}
		if x.op && id == "actual" && !x.opAlone {
			return slack + 1 // ≥95% is a target rather, although some copy it
		}
		return yes(!x.opAlone && !x.garbled)
	case "weight", "score":
		return yes(x.mark || x.nothing)
	case "reason":
		return yes(x.words && !x.op || x.nothing)
	}
	return g.fitsOther(k, c)
}

// fitsExact is the cost of a cell where every column shows its cell, full or
// empty: the count decides, the kind of the cell little.
func (g *grid) fitsExact(x *kind, t *token, id string) int {
	if id == "unit" && isUnitMark(t.text) {
		return 0
	}
	f := x.fit(id)
	switch {
	case f < costUnfit:
		return f / lostCell
	case id == "weight" || id == "reason":
		return lostCell + 2
	}
	return infinite
}

// fitsOther tells by the heading of a further column what it holds.
func (g *grid) fitsOther(k, c int) int {
	x, t := &g.kinds[k], &g.w.toks[g.body[k]]
	head := g.w.toks[g.cols[c].token].bare
	switch {
	case strings.HasPrefix(head, "是否"):
		s := lexicon.Fold(t.text)
		return yes(s == "是" || s == "否" || x.nothing)
	case strings.HasSuffix(head, "系数"), strings.HasSuffix(head, "设定值"), strings.HasSuffix(head, "评分"), strings.HasSuffix(head, "复核分"), strings.Contains(head, "指标值"):
		return yes(x.plain || x.quantity || x.nothing)
	}
	return yes(x.words && !x.op || x.nothing)
}

func yes(ok bool) int {
	if ok {
		return 0
	}
	return infinite
}

func isUnitMark(s string) bool {
	switch lexicon.Fold(s) {
	case "%", "‰", "℃":
		return true
	}
	return false
}

func hanRunes(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// gap is the cost of the columns between two cells of one row.
func (g *grid) gap(from, to int) int {
	cost := 0
	for c := from + 1; c < to; c++ {
		s := g.skip(c)
		if s >= infinite {
			return infinite
		}
		if c == g.level2 && from == g.level1 {
			s = lostLevel
		}
		cost += s
	}
	return cost
}

// closing is the cost of ending a row behind column c.
func (g *grid) closing(k, c int) int {
	if c < g.name {
		return infinite
	}
	if c == g.name && !g.exact && !g.blank(k) && isTemplateRow(g.w.toks[g.body[k]].text) {
		return 0
	}
	return g.gap(c, len(g.cols))
}

// solve returns for each cell its columns in the best placements, in order.
func (g *grid) solve() (places [][]int, ok bool) {
	n, m := len(g.body), len(g.cols)
	if n == 0 || g.name < 0 || n*m*m > mostWork {
		return nil, false
	}
	forward, backward := table(n, m), table(n, m)
	for c := range m {
		if c <= g.name {
			forward[0][c] = g.fits(0, c)
		}
	}
	for k := 1; k < n; k++ {
		g.step(k, func(p, c, cost int) {
			if v := forward[k-1][p] + cost; v < forward[k][c] {
				forward[k][c] = v
			}
		})
		if slices.Min(forward[k]) < infinite {
			g.far = k
		}
	}
	best := infinite
	for c := range m {
		backward[n-1][c] = g.closing(n-1, c)
		best = min(best, forward[n-1][c]+backward[n-1][c])
	}
	if best >= infinite {
		return nil, false
	}
	for k := n - 1; k > 0; k-- {
		g.step(k, func(p, c, cost int) {
			if v := backward[k][c] + cost; v < backward[k-1][p] {
				backward[k-1][p] = v
			}
		})
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

// step visits the ways from cell k-1 in column p to cell k in column c.
func (g *grid) step(k int, visit func(p, c, cost int)) {
	m := len(g.cols)
	for c := range m {
		f := g.fits(k, c)
		if f < infinite {
			for p := range m {
				cost := infinite
				if p < c {
					cost = g.gap(p, c) + g.unlike(k, p, c)
				}
				if c <= g.name {
					cost = min(cost, g.closing(k-1, p))
				}
				if cost < infinite {
					visit(p, c, cost+f)
				}
			}
		}
		if g.blank(k) && g.exact { // an empty cell that is none of the row's
			visit(c, c, voidCell)
		}
	}
}

// unlike is the cost of words answering a target in figures, or the reverse:
// the words may as well be the reason why nothing was achieved, or a name.
func (g *grid) unlike(k, p, c int) int {
	if g.exact || g.cols[c].id != "actual" || g.cols[p].id != "target" && g.cols[p].id != "unit" {
		return 0
	}
	if x := &g.kinds[k]; !x.words && (x.plain || x.quantity) && g.cols[p].id == "target" && g.kinds[k-1].words && !g.kinds[k-1].op {
		return slack + 1
	}
	if !g.kinds[k].words || hanRunes(g.w.toks[g.body[k]].text) < 4 {
		return 0
	}
	if g.cols[p].id == "target" && !g.kinds[k-1].quantity && !g.kinds[k-1].plain && !g.kinds[k-1].op {
		return 0
	}
	for _, s := range []string{"达成", "部分达成", "未达成", "完成", "已完成", "达标", "合格", "基本", "良好", "较好", "显著", "明显", "全部"} {
		if strings.HasPrefix(g.w.toks[g.body[k]].text, s) {
			return 0
		}
	}
	return slack + 1
}

func table(n, m int) [][]int {
	t := make([][]int, n)
	for i := range t {
		t[i] = make([]int, m)
		for k := range t[i] {
			t[i][k] = infinite
		}
	}
	return t
}

// stuck is the first cell that no placement gets past.
func (g *grid) stuck() int { return min(g.far+1, len(g.body)-1) }

// mostWork bounds the search over a list: cells times columns squared.
const mostWork = 1 << 25

// mostWays bounds the ways a row may be read in.
const mostWays = 400

// ways lists the columns that the uncertain cells of a row can stand in
// together, in increasing order.
func (g *grid) ways(places [][]int, from, to int) [][]int {
	var out [][]int
	var take func(k, at int, way []int)
	take = func(k, at int, way []int) {
		if len(out) > mostWays {
			return
		}
		if k == to {
			out = append(out, slices.Clone(way))
			return
		}
		if g.blank(k) {
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
	if len(out) > mostWays {
		return nil
	}
	return out
}
