package weave

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
)

// fundWeaver puts the rows of the money block together.
type fundWeaver struct {
	*rows
	weight, score *normalize.Field // marks of the block, once placed
	splitting     bool             // within 按收入性质分 and 按支出性质分
	overfull      bool             // a row has more figures than there are headings: one is not known for what it is
	figured       []bool           // columns nobody knows in which rows with a cell for each column have a figure
}

// funds reads the rows of the money block: a source, then its figures.
func (w *fundWeaver) funds(h *stream.Heading) int {
	cols := h.Lower
	i := w.SkipBlanks(h.End)
	percent, total := w.foresee(i)
	w.figured, w.overfull = w.figuresIn(cols, i)
	if next := w.unlabelled(cols, i, percent); next > i {
		return next
	}
	first := !total // marks stand in the row of the total, or else in the first
	for ; i < len(w.Tokens); i = w.SkipBlanks(i) {
		if next, ok := w.splitEntry(i); ok {
			i = next
			continue
		}
		if !w.startsMoneyRow(i) {
			break
		}
		k := i + 1
		for words := w.worded(cols); k < len(w.Tokens) && (w.Tokens[k].Blank || w.inMoneyRow(k)); k++ {
			if !w.Tokens[k].Blank && !w.numeric(k) {
				if words--; words < 0 { // no column is left for them
					break
				}
			}
		}
		w.moneyRow(cols, &i, i+1, k, percent, first || w.Lex.Source[w.Tokens[i].Bare] == "total")
		first = false
		i = k
	}
	return i
}

// unlabelled reads the one row below the headings that names no source, and returns the
// token behind it: a figure for each column, or for as many as leave one way.
func (w *fundWeaver) unlabelled(cols []stream.Headed, i int, percent bool) int {
	k := i
	for k < len(w.Tokens) && !w.Tokens[k].Uncut && (w.Tokens[k].Figure().IsFigure() || value.IsNothing(w.Tokens[k].Text)) {
		k++
	}
	if figures := w.UpTo(i, k, false); len(figures) < 2 || len(figures) > len(cols) || !w.Tokens[figures[0]].Figure().IsFigure() {
		return i
	}
	w.moneyRow(cols, nil, i, k, percent, true)
	return k
}

// splitEntry reads a cell of the lists 按收入性质分 and 按支出性质分, where
// label and figure are one cell.
func (w *fundWeaver) splitEntry(i int) (int, bool) {
	t := &w.Tokens[i]
	if w.Lex.Split[t.Bare] != "" {
		cells := []placedToken{{i, 1}}
		k := w.SkipBlanks(i + 1)
		if k < len(w.Tokens) && w.Lex.Split[w.Tokens[k].Bare] != "" {
			cells = append(cells, placedToken{k, 4})
			i = k
		}
		w.row(cells, nil)
		w.splitting = true
		return i + 1, true
	}
	if !w.splitting {
		return i, false
	}
	label, amount, ok := money.Entry(t.Text, w.Lex)
	if !ok || w.Lex.Source[lexicon.Bare(label)] == "" {
		return i, false
	}
	if k := w.SkipBlanks(i + 1); amount == "" && k < len(w.Tokens) && !w.Tokens[k].Uncut && w.Tokens[k].Figure().IsFigure() { // 基本支出 | 3120.5
		w.row([]placedToken{{i, 1}, {k, 2}}, nil)
		return k + 1, true
	}
	w.row([]placedToken{{i, 1}}, nil)
	return i + 1, true
}

// startsMoneyRow reports a source of money, or words that figures follow, or several signs for
// nothing. They may be what the block is called elsewhere: 项目经费 | 100.
func (w *fundWeaver) startsMoneyRow(i int) bool {
	t := &w.Tokens[i]
	if t.Uncut {
		return false
	}
	if w.Lex.Source[t.Bare] != "" {
		return true
	}
	if w.Lex.Knows(t.Bare) && !w.Lex.Words.Subtotal.Has(t.Bare) && !slices.Contains(w.Blocks(t.Bare), "funds") || value.IsFigure(t.Text) || value.IsNothing(t.Text) || table.TitleOf(t.Text, w.Lex) != table.NoTitle || len(t.Bare) > 60 || t.Bare == "" {
		return false
	}
	k := w.SkipBlanks(i + 1)
	if k >= len(w.Tokens) || value.IsFigure(w.Tokens[k].Text) {
		return k < len(w.Tokens)
	}
	next := w.SkipBlanks(k + 1)
	return value.IsNothing(w.Tokens[k].Text) && next < len(w.Tokens) && value.IsNothing(w.Tokens[next].Text)
}

// worded counts the columns that may hold words.
func (w *fundWeaver) worded(cols []stream.Headed) (n int) {
	for k, c := range cols {
		if c.ID == lexicon.Further && !w.figured[k] && !w.Lex.Words.FiguresEnd.End(w.Tokens[c.Token].Bare) {
			n++
		}
	}
	return n
}

// numeric reports a cell that holds a figure, or stands for one. A source with a number before
// it does not: 1.财政拨款.
func (w *fundWeaver) numeric(k int) bool {
	t := &w.Tokens[k]
	return t.Uncut || value.IsNothing(t.Text) || t.Figure().IsFigure() || value.LooksNumeric(t.Text) && w.Lex.Source[t.Bare] == ""
}

// inMoneyRow reports a cell that goes on with a money row.
func (w *fundWeaver) inMoneyRow(k int) bool {
	t := &w.Tokens[k]
	if w.numeric(k) {
		return true
	}
	return !w.Lex.Knows(t.Bare) && !w.startsMoneyRow(k) && table.TitleOf(t.Text, w.Lex) == table.NoTitle && !w.StartsSomething(k)
}

// foresee looks through the block: whether its rates carry their sign, and
// whether it has a row that is the total.
func (w *fundWeaver) foresee(i int) (percent, total bool) {
	for ; i < len(w.Tokens); i++ {
		t := &w.Tokens[i]
		switch {
		case w.startsMoneyRow(i):
			total = total || w.Lex.Source[t.Bare] == "total"
		case t.Figure().IsFigure() && t.Figure().Unit == "%":
			percent = true
		case !w.inMoneyRow(i):
			return percent, total
		}
	}
	return percent, total
}

// figuresIn tells the columns nobody knows that hold figures: rows with a figure for each
// column show it. A row with more of them shows that the headings are not all there.
func (w *fundWeaver) figuresIn(cols []stream.Headed, i int) (figured []bool, overfull bool) {
	figured = make([]bool, len(cols))
	for i < len(w.Tokens) && (w.Tokens[i].Blank || w.startsMoneyRow(i)) {
		k := i + 1
		for k < len(w.Tokens) && (w.Tokens[k].Blank || w.inMoneyRow(k)) {
			k++
		}
		figures := w.UpTo(i+1, k, false)
		overfull = overfull || len(figures) > len(cols) && !slices.ContainsFunc(figures, func(f int) bool { return !w.Tokens[f].Figure().IsFigure() })
		for c, f := range figures {
			if len(figures) == len(cols) && cols[c].ID == lexicon.Further && w.Tokens[f].Figure().IsFigure() {
				figured[c] = true
			}
		}
		i = k
	}
	return figured, overfull
}

// moneyRow puts the figures of a row into their columns. A cell for every
// column is taken as it stands; fewer are placed if their kinds, the row's own
// sums, or that marks stand in the first row only, leave one way.
func (w *fundWeaver) moneyRow(cols []stream.Headed, label *int, from, end int, percent, first bool) {
	var cells []placedToken
	if label != nil {
		cells = append(cells, placedToken{*label, 1})
	}
	w.filled = true
	all := w.UpTo(from, end, true)
	figures := w.UpTo(from, end, false)
	var ways [][]int
	r := moneyRow{w.Cells, cols, figures, percent, first, w.figured}
	full := moneyRow{w.Cells, cols, all[:min(len(all), len(cols))], percent, first, w.figured}
	switch {
	case slices.ContainsFunc(figures, func(i int) bool { return w.Tokens[i].Uncut }):
		w.row(cells, w.uncutFigures(cols, figures))
		return
	case w.overfull: // in which columns its figures stand is not known
	case len(all) >= len(cols) && full.fits(upTo(len(cols))) && len(w.Printed(all[len(cols):])) == 0:
		for k, i := range all {
			if !w.Tokens[i].Blank {
				cells = append(cells, placedToken{i, cols[k].Col})
			}
		}
		w.moneyMarks(cols, cells, first)
		w.row(cells, nil)
		return
	default:
		ways = r.ways()
	}
	var d *table.Doubt
	var nothings []int
	for k, i := range figures {
		at := map[int]bool{}
		for _, way := range ways {
			at[way[k]] = true
		}
		if len(at) == 1 {
			cells = append(cells, placedToken{i, cols[ways[0][k]].Col})
			continue
		}
		if value.IsNothing(w.Tokens[i].Text) { // blank, whichever of the open columns it stands in
			nothings = append(nothings, k)
			continue
		}
		if d == nil {
			d = &table.Doubt{}
			for _, c := range cols {
				d.IDs = append(d.IDs, c.ID)
			}
		}
		d.Cells = append(d.Cells, w.Tokens[i].Item)
		w.hold(i, "这一数分不清属于资金表的哪一栏", "which column of the money table this figure belongs to cannot be told")
	}
	for _, k := range nothings {
		switch {
		case len(ways) > 0 && d == nil:
			cells = append(cells, placedToken{figures[k], cols[ways[0][k]].Col})
		case len(nothings) == len(figures) && k < len(cols):
			cells = append(cells, placedToken{figures[k], cols[k].Col})
		default:
			w.held = append(w.held, w.loose(figures[k]))
		}
	}
	w.moneyMarks(cols, cells, first)
	w.row(cells, d)
}

// uncutFigures holds figures back that run together: they may stand in any column.
func (w *fundWeaver) uncutFigures(cols []stream.Headed, figures []int) *table.Doubt {
	d := &table.Doubt{}
	for _, c := range cols {
		d.IDs = append(d.IDs, c.ID)
	}
	for _, i := range figures {
		d.Cells = append(d.Cells, w.Tokens[i].Item)
		w.holdUncut(i)
	}
	return d
}

// moneyMarks remembers the marks of the budget, for the sums of the list.
func (w *fundWeaver) moneyMarks(cols []stream.Headed, cells []placedToken, first bool) {
	if !first && w.weight != nil {
		return
	}
	for _, c := range cells {
		for _, h := range cols {
			if h.Col != c.col {
				continue
			}
			switch f := w.Tokens[c.token].Figure(); {
			case h.ID == "weight" && f.IsFigure():
				w.weight = f
			case h.ID == "score" && f.IsFigure():
				w.score = f
			}
		}
	}
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
