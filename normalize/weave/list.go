package weave

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/search"
	"ziping/normalize/weave/stream"
	"ziping/text/hanzi"
)

// listWeaver puts the rows of the list of indicators together.
type listWeaver struct {
	*rows
	funds               *fundWeaver // its marks are part of the sums
	hasList, hasWeights bool
	columns             []stream.Headed // of the list
	sumRows             []rowChoice     // rows of the list, until the foot tells their sums
	aside               []int           // cells that fit none of the columns
	beside              besides         // rows that are none of the list
	level               []table.Item    // what may be the level of the rows that follow
	below               int             // label of the list whose headings follow, -1 for none
}

// list reads the list of indicators: the cells behind its headings, put into
// rows by what each of them can be.
func (w *listWeaver) list(h *stream.Heading) int {
	cols := h.Lower
	w.columns, w.beside.columns, w.hasList, w.filled = cols, cols, true, true
	w.aside, w.level = nil, nil
	w.hasWeights = stream.ColOf(cols, "weight") >= 0
	body, end := w.body(h.End)
	body, cut := w.cutOff(body, end)
	if !slices.ContainsFunc(w.Printed(body), func(i int) bool { return !w.Tokens[i].Uncut }) { // no row of it is known
		for _, i := range w.Printed(body) {
			w.holdUncut(i)
		}
		if len(cut) > 0 {
			w.cutRow(cut)
		}
		w.AfterList = true
		return end
	}
	if len(cut) == 0 && end < len(w.Tokens) && stream.ColOf(cols, "level2") > 0 {
		body = w.filledOnly(body)
		if len(w.Printed(body)) == 0 { // levels alone: there is no row
			w.beside.write(end)
			w.AfterList = true
			return end
		}
	}
	body = whole(w, cols, body)
	g, places := w.settle(cols, body)
	if places == nil {
		w.refusal(g.Body[g.Stuck()], "这一格放不进表头的任何一栏，无法确定各行的起止", "this cell fits none of the columns, so where rows begin cannot be told")
		return end
	}
	w.makeRows(g, places)
	w.beside.write(end)
	w.beside.passPage()
	if len(cut) > 0 {
		w.cutRow(cut)
	}
	w.AfterList = true
	return end
}

// whole puts the cells of a list together that stand over several lines; the cells of it then.
// Where the list prints both halves together elsewhere, they are one.
func whole(w *listWeaver, cols []stream.Headed, body []int) []int {
	w.Torn = false
	if len(w.Printed(body)) < len(body) { // empty cells are shown: the count tells
		return body
	}
	printed := map[string]bool{}
	for _, i := range body {
		printed[w.Tokens[i].Folded] = true
	}
	words := func(i int) bool { return !w.Tokens[i].Uncut && w.Tokens[i].Item.Kind(w.Lex).Words }
	body = joined(w.rows, body, func(i, next int) bool {
		return words(i) && words(next) && w.Tokens[i].Line != w.Tokens[next].Line && printed[w.Tokens[i].Folded+w.Tokens[next].Folded]
	})
	rest, torn := search.Halves(w.Cells, cols, body)
	w.Torn = torn
	return joined(w.rows, body, func(_, next int) bool { return slices.Contains(rest, next) })
}

// joined puts cells together with those behind them that are their rest.
func joined(w *rows, body []int, rest func(i, next int) bool) (out []int) {
	for k := 0; k < len(body); {
		to := k + 1
		for to < len(body) && rest(body[to-1], body[to]) {
			to++
		}
		out = append(out, w.together(body[k:to], ""))
		k = to
	}
	return out
}

// mostAside bounds the cells of a list that fit nowhere: with more of them it is
// not known what is wrong.
const mostAside = 12

// filledOnly writes levels that head nothing as rows of their own; the other cells.
func (w *listWeaver) filledOnly(body []int) []int {
	next := make(map[int]string, len(body)) // what is printed behind a cell
	behind := ""
	for _, i := range slices.Backward(body) {
		if next[i] = behind; !w.Tokens[i].Blank {
			behind = w.Tokens[i].Bare
		}
	}
	return slices.DeleteFunc(slices.Clone(body), func(i int) bool {
		if w.Tokens[i].Blank || !w.Lex.HeadsNothing(w.Tokens[i].Bare, next[i]) {
			return false
		}
		col := 0 // the block's label
		if len(w.Blocks(w.Tokens[i].Bare)) == 0 {
			col = w.columns[stream.ColOf(w.columns, "level1")+w.Lex.Rank(w.Tokens[i].Bare)-1].Col
		}
		w.beside.waiting = append(w.beside.waiting, []placedToken{{i, col}})
		return true
	})
}

// settle finds the columns of the cells of a list; none where it cannot. A cell
// that fits nowhere is set aside, and spoils the row that it stands in, not the list.
func (w *listWeaver) settle(cols []stream.Headed, body []int) (*search.Grid, [][]int) {
	const fewestStrange = 2 // one may be anything
	whole := body
	for {
		g := search.New(w.Cells, cols, body, true)
		places, ok := g.Solve()
		if !ok || !g.RowsKnown(places) {
			g = search.New(w.Cells, cols, w.Printed(body), false)
			places, ok = g.Solve()
			if s := search.NewShares(w.Cells, cols, w.Printed(body)); s != nil {
				if at, fits := s.Solve(); fits && (!ok || s.Cost < g.Cost) {
					g, places, ok = s, at, true
				}
			}
		}
		known := ok && g.RowsKnown(places) && !g.BeginsStrange
		if known && len(w.aside) == 0 {
			return g, places
		}
		if s := search.NewStrange(w.Cells, cols, w.Printed(whole)); s.Leveled() && len(whole) > 0 {
			if at, found := s.Solve(); found && s.StrangeLevels(at) >= fewestStrange && (g.BeginsStrange || ok && s.RowsKnown(at)) {
				w.aside = nil
				return s, at
			}
			whole = nil // once is enough
		}
		if ok {
			return g, places
		}
		k := g.Stuck()
		cells := w.spot(g, k)
		if g.Name < 0 || len(w.aside)+len(cells) > mostAside || len(w.aside)*2 > len(g.Body) || len(g.Body)-len(cells) < 1 {
			return g, nil
		}
		w.aside = append(w.aside, cells...)
		body = slices.DeleteFunc(slices.Clone(body), func(i int) bool { return slices.Contains(cells, i) })
	}
}

// spot are the cells that keep a list from being read up to cell k: the cell itself, or
// where that is a level, what stands below the level before it.
func (w *listWeaver) spot(g *search.Grid, k int) []int {
	level := func(k int) bool { return g.Kinds[k].Level1 || g.Kinds[k].Level2 }
	if !level(k) {
		return g.Body[k : k+1]
	}
	from := k - 1
	for from >= 0 && !level(from) {
		from--
	}
	return g.Body[max(from, 0):max(k, 1)]
}

// body is the run of cells up to the foot, the next block or the end. The
// block's label, merged down the side, may stand among them.
func (w *listWeaver) body(i int) (body []int, end int) {
	for ; i < len(w.Tokens); i++ {
		t := &w.Tokens[i]
		if t.Blank || t.Uncut {
			body = append(body, i)
			continue
		}
		if !w.Lex.Level1[t.Bare] && !w.Lex.Level2[t.Bare] {
			if pageSays(&t.Item, w.Lex) {
				w.beside.page = append(w.beside.page, i)
				continue
			}
			if to := w.beside.subtotal(i); to > i {
				i = to - 1
				continue
			}
			if w.beside.namesGoal(i) {
				break
			}
			if w.beside.totalLabel(i) || w.Lex.Foot[t.Bare] != "" || titleAt(w, i) || note(w.Cells, i) {
				break
			}
			if slices.Contains(w.Blocks(t.Bare), "indicators") && !w.HeadsNext(i) {
				w.row([]placedToken{{i, 0}}, nil)
				continue
			}
			if h, ok := w.HeadingAt(i); ok && !namesRate(w.Cells, &h, i) || w.Lex.Head[t.Bare] != "" && len(body) > 0 && w.Labelled(i) {
				break
			}
		}
		body = append(body, i)
	}
	return body, i
}

// note reports a note below the list: 注:…, or with another label, 填表说明:…, where no marks
// follow it.
func note(w *stream.Cells, i int) bool {
	t := &w.Tokens[i]
	if strings.HasPrefix(t.Folded, w.Lex.Words.NoteMark) {
		return true
	}
	label, ok := table.CutColon(t.Text)
	if !ok || label[1] == "" {
		return false
	}
	named := false
	for bare := []rune(lexicon.Bare(label[0])); len(bare) > 0; bare = bare[1:] {
		named = named || w.Lex.Foot[string(bare)] == "other"
	}
	return named && !slices.ContainsFunc(w.Tokens[i+1:], func(t stream.Token) bool { return !t.Blank && t.Item.Kind(w.Lex).Mark })
}

// namesRate reports headings of money that may be levels and an indicator: 预算执行 |
// 预算执行率. A block of money has a label, or more columns, and columns that say more than
// what of the budget was spent.
func namesRate(w *stream.Cells, h *stream.Heading, from int) bool {
	if h.Kind != table.FundBlock {
		return false
	}
	return h.Label < 0 && !h.Source && len(h.Lower) < 3 || !slices.ContainsFunc(w.Tokens[from:h.End], func(t stream.Token) bool { return !t.Blank && !w.Lex.SaysBudget(t.Bare) })
}

// cutOff takes the row that a text breaks off in off its end, where nothing shows but
// its levels and the first characters of a level or a name: 生态 of 生态效益指标.
func (w *listWeaver) cutOff(body []int, end int) (rest, cut []int) {
	k := len(body)
	for k > 0 && w.Tokens[body[k-1]].Blank {
		k--
	}
	if k == 0 || end < len(w.Tokens) {
		return body, nil
	}
	level := func(i int) bool { return w.Lex.Level1[w.Tokens[i].Bare] || w.Lex.Level2[w.Tokens[i].Bare] }
	t, from := &w.Tokens[body[k-1]], k
	if w.halfLevel(t.Bare) || k > 1 && level(body[k-2]) && oneHan(t.Text) {
		from--
	}
	for from > 0 && level(body[from-1]) {
		from--
	}
	if from == k {
		return body, nil // with its empty cells
	}
	return body[:from], body[from:k]
}

// oneHan reports a single Chinese character.
func oneHan(s string) bool {
	return utf8.RuneCountInString(s) == 1 && hanzi.Begins(s)
}

// halfLevel reports the first characters of a level, and none that is known.
func (w *listWeaver) halfLevel(bare string) bool {
	for _, list := range []map[string]bool{w.Lex.Level1, w.Lex.Level2} {
		for level := range list {
			if utf8.RuneCountInString(bare) >= 2 && strings.HasPrefix(level, bare) {
				return !w.Lex.Knows(bare)
			}
		}
	}
	return false
}

// cutRow is the row that a text breaks off in: its levels, its figures not known.
func (w *listWeaver) cutRow(cut []int) {
	var cells []placedToken
	for n, i := range cut {
		id := "level2"
		switch b := w.Tokens[i].Bare; {
		case w.Lex.Level1[b] && (!w.Lex.Level2[b] || n+1 < len(cut) && w.Lex.Level2[w.Tokens[cut[n+1]].Bare]):
			id = "level1"
		case !w.Lex.Level2[b] && !w.halfLevel(b):
			id = "name"
		}
		cells = append(cells, placedToken{i, w.columns[max(0, stream.ColOf(w.columns, id))].Col})
	}
	w.breaksOff(w.row(cells, nil), cut[len(cut)-1])
}

func (w *listWeaver) breaksOff(l *table.Line, i int) {
	l.Doubt = &table.Doubt{Cells: []table.Item{w.Tokens[i].Item}, IDs: []string{"target", "actual", "weight", "score"}}
	w.doubts = append(w.doubts, w.Doubt(i, "文本在这一行中断，后面的内容没有", "the text breaks off in this row"))
}

// listBelow reports the headings of another list right behind cell i: words alone before
// them are its label, and no indicator of which nothing is printed (项目绩效85分 | 一级指标 | …).
func listBelow(w *stream.Cells, i int) bool {
	next := w.SkipBlanks(i + 1)
	if next >= len(w.Tokens) {
		return false
	}
	h, ok := w.HeadingAt(next)
	return ok && h.Kind == table.IndicatorBlock
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
// for the sums of the form. Where a cell may end one row or begin the next, it is
// held back with all up to the next row that is known to begin.
func (w *listWeaver) makeRows(g *search.Grid, places [][]int) {
	for from := 0; from < len(places); {
		to := from + 1
		for to < len(places) && !g.StartsRow(places, to) {
			to++
		}
		end := to
		if k := g.OpenBorder(places, from, to); k >= 0 {
			to, end = k, k+1
			for end < len(places) && !g.SurelyStarts(places, end) {
				end++
			}
		}
		if search.Unfinished(g, places, from, to) {
			for end = to + 1; end < len(places) && (!g.SurelyStarts(places, end) || search.Unfinished(g, places, from, end)); end++ {
			}
		}
		w.makeRow(g, places, from, to, end)
		from = end
	}
}

// makeRow writes the row of cells from … to. What stands between to and end is in
// it or in the next one, which cannot be told.
func (w *listWeaver) makeRow(g *search.Grid, places [][]int, from, to, end int) {
	var sure []placedToken
	var c rowChoice
	var together, unnamed []int
	foreign := w.asideIn(g, from, end)
	several, open := 0, []int(nil) // cells that could stand in several columns, and which of these c.cells are
	for k := from; k < to; k++ {
		if !g.Blank(k) && len(places[k]) > 1 {
			several++
		}
		switch {
		case g.Blank(k):
		case w.Tokens[g.Body[k]].Uncut && !w.named(sure): // its name is in it
			sure = append(sure, placedToken{g.Body[k], g.Columns[g.Name].Col})
			unnamed = append(unnamed, g.Body[k])
		case w.Tokens[g.Body[k]].Uncut:
			together = append(together, g.Body[k])
		case len(foreign) > 0 && places[k][0] > g.Name: // its row is not the one we know
			foreign = append(foreign, g.Body[k])
		case len(places[k]) == 1:
			sure = append(sure, placedToken{g.Body[k], g.Columns[places[k][0]].Col})
		default:
			c.cells, open = append(c.cells, g.Body[k]), append(open, several-1)
		}
	}
	w.beside.write(g.Body[to-1])
	if to == len(g.Body) && len(sure) == to-from && len(sure) == 1 && listBelow(w.Cells, g.Body[from]) {
		w.below = g.Body[from]
		return
	}
	if to == end && len(foreign)+len(together) == 0 && w.mayBeLevels(g, sure, c.cells, to) {
		for _, i := range append([]int{sure[len(sure)-1].token}, c.cells...) {
			w.hold(i, "这一行没有目标、分值和得分，可能是一条指标，也可能是下面各行的指标级别", "this row shows no target and no marks: an indicator of which nothing is printed, or a level of the rows below")
			w.level = append(w.level, w.Tokens[i].Item)
		}
		w.row(sure[:len(sure)-1], nil)
		return
	}
	line := w.row(sure, nil)
	w.underLevel(line, sure)
	for k := to; k < end; k++ {
		if g.MayBeLevel(places[k]) { // the rows below are under it, it may be
			w.level = append(w.level, w.Tokens[g.Body[k]].Item)
		}
	}
	w.spoil(line, g.Body[to:end], "这一格可能属于上一行，也可能是下一行的开头", "this cell may end one row or begin the next")
	for _, i := range unnamed {
		w.doubts = append(w.doubts, w.Doubt(i, runTogether.ZH, runTogether.EN))
		line.Doubt = &table.Doubt{Cells: []table.Item{w.Tokens[i].Item}, IDs: []string{"name", "target", "actual", "weight", "score"}}
	}
	w.spoil(line, together, runTogether.ZH, runTogether.EN)
	slices.Sort(foreign)
	w.spoil(line, foreign, "这一格放不进表头的任何一栏", "this cell fits none of the columns")
	if last := g.Body[len(g.Body)-1] + 1; len(unnamed) == 0 && to == len(places) && last == len(w.Tokens) && len(c.cells) == 0 && w.onlyNamed(sure) {
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
		for k := from; k < to; k++ {
			if g.MayBeLevel(places[k]) {
				w.level = append(w.level, w.Tokens[g.Body[k]].Item)
			}
		}
		return
	}
	c.line, c.sure = line, sure
	for _, all := range g.Ways(places, from, to) {
		way := make([]int, len(open))
		for n, k := range open {
			way[n] = all[k]
		}
		if !slices.ContainsFunc(c.ways, func(x []int) bool { return slices.Equal(x, way) }) {
			c.ways = append(c.ways, way)
		}
	}
	w.sumRows = append(w.sumRows, c)
}

// mayBeLevels reports a row that shows nothing but a name, or one and another word, and
// has rows below, where empty cells are not shown: its words may be those of levels that
// nobody knows.
func (w *listWeaver) mayBeLevels(g *search.Grid, sure []placedToken, open []int, to int) bool {
	if !g.Leveled() || to == len(g.Body) || !w.onlyNamed(sure) || !w.named(sure) || len(open) > 1 {
		return false
	}
	return !slices.ContainsFunc(append([]int{sure[len(sure)-1].token}, open...), func(i int) bool {
		const longest = 10 // characters
		t := &w.Tokens[i]
		return t.Uncut || utf8.RuneCountInString(t.Folded) > longest || strings.ContainsAny(t.Folded, "0123456789:") || value.IsNothing(t.Text)
	})
}

// underLevel makes the levels of a row unknown that stands below what may be one.
func (w *listWeaver) underLevel(l *table.Line, sure []placedToken) {
	if len(w.level) == 0 || l == nil {
		return
	}
	var ids []string
	for _, id := range []string{"level1", "level2"} {
		c := stream.ColOf(w.columns, id)
		k := slices.IndexFunc(sure, func(p placedToken) bool { return c >= 0 && p.col == w.columns[c].Col })
		if k >= 0 && id == "level1" && w.Tokens[sure[k].token].Item.Kind(w.Lex).Strong { // a new group
			w.level = nil
			return
		}
		if c >= 0 && (k < 0 || id == "level1") {
			ids = append(ids, id)
		}
	}
	if l.Doubt == nil {
		l.Doubt = &table.Doubt{}
	}
	l.Doubt.Cells = append(l.Doubt.Cells, w.level...)
	l.Doubt.IDs = append(l.Doubt.IDs, ids...)
}

// asideIn are the cells that fit nowhere and stand among those of a row.
func (w *listWeaver) asideIn(g *search.Grid, from, end int) []int {
	after := len(w.Tokens)
	if end < len(g.Body) {
		after = g.Body[end]
	}
	first := g.Body[from]
	if from == 0 {
		first = 0
	}
	return slices.DeleteFunc(slices.Clone(w.aside), func(i int) bool { return i < first || i > after })
}

// spoil holds cells back, and makes what a row does not show for certain unknown.
func (w *listWeaver) spoil(l *table.Line, cells []int, zh, en string) {
	cells = w.Printed(cells)
	if len(cells) == 0 {
		return
	}
	for _, i := range cells {
		w.hold(i, zh, en)
	}
	if l == nil {
		return
	}
	if l.Doubt == nil {
		l.Doubt = &table.Doubt{IDs: []string{"target", "actual", "weight", "score"}}
	}
	for _, i := range cells {
		l.Doubt.Cells = append(l.Doubt.Cells, w.Tokens[i].Item)
	}
}

// named reports cells with the name of an indicator among them.
func (w *listWeaver) named(cells []placedToken) bool {
	name := w.columns[stream.ColOf(w.columns, "name")].Col
	return slices.ContainsFunc(cells, func(c placedToken) bool { return c.col == name })
}

// onlyNamed reports a row that has no cell behind its name.
func (w *listWeaver) onlyNamed(cells []placedToken) bool {
	if len(cells) == 0 {
		return false
	}
	x := cells[len(cells)-1]
	return x.col <= w.columns[stream.ColOf(w.columns, "name")].Col && !table.IsTemplateRow(w.Tokens[x.token].Text, w.Lex)
}

// refusal says why the stream as a whole cannot be read.
func (w *listWeaver) refusal(i int, zh, en string) {
	d := w.Doubt(i, zh, en)
	d.Text = w.Around(i)
	w.refuse = &d
}

// pageSays reports a cell of what stands around the form on a web page: a label with what
// it says, or several words. One word alone may be of the list: 访问量 is what a site is
// measured by.
func pageSays(it *table.Item, lex *lexicon.Lexicon) bool {
	const plain = 3 // characters of a word that no cell of a list is: 打印本页
	if lex.Words.PageLabel.Has(it.Bare) || lex.Words.PageWord.Has(it.Bare) && utf8.RuneCountInString(it.Bare) < plain {
		return false
	}
	return (&table.Line{Items: []table.Item{*it}}).OfPage(lex)
}

// titleAt reports a cell that is the title of a form: one that a figure follows is a cell of
// the list that is worded so (目标申报表 | 10 | 10).
func titleAt(w *listWeaver, i int) bool {
	if table.TitleOf(w.Tokens[i].Text, w.Lex) == table.NoTitle {
		return false
	}
	return i+1 == len(w.Tokens) || !value.IsFigure(w.Tokens[i+1].Text)
}
