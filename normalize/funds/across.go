package funds

import (
	"cmp"
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Blocks whose sources stand side by side. With a row for each kind of amount the
// column of a figure is named by its row:
//
//	资金来源 | 合计 | 中央 | 省级 | 其他
//	预算数   | 100  | 60   | 30   | 10
//	执行数   | 95   | 58   | 28   | 9
//
// else by what stands over the sources, and where nothing does it is the budget:
//
//	项目资金来源 | 中央 | 省、地 | 本级 | 其他 | 合计 | 执行数 | 执行率
//
//	计划安排资金        | 实际到位资金       | 执行率
//	中央 | 省级 | 县级  | 中央 | 省级 | 县级 |
//
// Of the second kind one row is read; where there are several and none is called
// 合计, which of them is the form's cannot be told and they are left unplaced.

// place is a column of such a block: the source, and the column where no row names one.
type place struct {
	table.Slot
	source source
	column bool // a column of the total's, and no source
}

// Across reads the block whose heading starts at line i and returns the line after
// it. Nothing is claimed where its figures are not certain.
func (p *Reader) Across(i int) int {
	b := table.Block{Kind: table.FundBlock, Head: i}
	groups, names := (*table.Line)(nil), p.Lines[i]
	if names.Heads != table.SideHead {
		groups, names = names, p.Lines[i+1]
		i++
	}
	places, labels := p.places(groups, names)
	b.Body = i + 1
	var rows []acrossRow
	end := b.Body
	if groups == nil && onlySources(places, labels) {
		rows, end = p.namedRows(b.Body, places)
	}
	if len(rows) == 0 {
		rows, end = p.wholeRows(b.Body)
	}
	b.End = end
	for _, l := range []*table.Line{groups, names} {
		for k := range lineItems(l) {
			it := &l.Items[k]
			it.Claimed, it.Role = true, normalize.RoleHeading
			p.UnitFrom(it)
		}
	}
	p.open()
	p.file(amounts(places, rows, p.Lex))
	for _, r := range rows {
		if r.at == nil {
			continue
		}
		if r.label != nil {
			r.label.Claimed, r.label.Role = true, normalize.RoleLabel
		}
		p.words(r.words, labels)
		if m, ok := r.moved(places); ok {
			p.Report.Moves = append(p.Report.Moves, m)
		}
	}
	for _, s := range places {
		b.Slots = append(b.Slots, s.Slot)
	}
	p.EndBlock(b)
	return max(end, b.Head+1)
}

// onlySources reports a heading that names sources and nothing beside or behind them.
func onlySources(places []place, labels []table.Slot) bool {
	return !slices.ContainsFunc(places, func(s place) bool { return s.column }) &&
		!slices.ContainsFunc(labels, func(s table.Slot) bool { return s.Col > places[0].Col })
}

func lineItems(l *table.Line) []table.Item {
	if l == nil {
		return nil
	}
	return l.Items
}

// places gives each column its source and what stands over it; labels are the
// columns that have neither (项目名称).
func (p *Reader) places(groups, names *table.Line) (places []place, labels []table.Slot) {
	total := func(it *table.Item) source { return source{"total", it.Text} }
	add := func(it *table.Item, id string, s source) {
		places = append(places, place{table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text}, s, p.Lex.Source[it.Bare] == ""})
	}
	label := func(it *table.Item) {
		if len(p.Lex.Block[it.Bare]) == 0 {
			labels = append(labels, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text})
		}
	}
	over := cycle(groups, names, p.Lex)
	for k := range lineItems(groups) { // columns that reach over both rows: 项目名称, 执行率
		it := &groups.Items[k]
		id := p.Lex.FundColumn[it.Bare]
		switch {
		case over != nil && isMoney(id):
		case slices.ContainsFunc(names.Items, func(n table.Item) bool { return it.Covers(n.Col) }):
		case table.IsFundColumn(id):
			add(it, id, total(it))
		default:
			label(it)
		}
	}
	for k := range names.Items {
		it := &names.Items[k]
		id := p.Lex.FundColumn[it.Bare]
		group := cmp.Or(over[it], p.nearestGroup(groups, it.Col), string(normalize.Budget))
		switch s := p.Lex.Source[it.Bare]; {
		case s != "":
			add(it, group, source{s, it.Text})
		case id == string(normalize.Budget) && groups != nil: // 小计 of a group
			add(it, group, total(it))
		case table.IsFundColumn(id):
			add(it, id, total(it))
		case id != "label":
			label(it)
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.Col, b.Col) })
	return places, labels
}

// nearestGroup is the column named above a place, or left of that where the heading
// lost its width.
func (p *Reader) nearestGroup(groups *table.Line, col int) string {
	id := ""
	for k := range lineItems(groups) {
		it := &groups.Items[k]
		if it.Col > col {
			break
		}
		if g := p.Lex.FundColumn[it.Bare]; table.IsFundColumn(g) {
			id = g
		}
	}
	return id
}

// acrossRow is a row of figures: which column its label names, and for each figure
// the place it stands in.
type acrossRow struct {
	label  *table.Item      // 执行数, 合计; nil where there is none
	column normalize.Column // "": the places' own
	cells  []*table.Item
	at     []int // place of each cell; nil where it is not certain
	words  []*table.Item
}

// namedRows reads rows whose label names a kind of amount, and whose figures stand
// under sources.
func (p *Reader) namedRows(i int, places []place) (rows []acrossRow, end int) {
	for ; i < len(p.Lines); i++ {
		r := p.namedRow(p.Lines[i], places)
		if r.label == nil || len(r.cells) == 0 || isMarks(string(r.column)) && len(rows) == 0 { // 分值 and 得分 below the money are its own
			break
		}
		rows = append(rows, r)
	}
	return rows, i
}

// namedRow reads such a row; no label where a cell does not stand under a source, or
// is no amount.
func (p *Reader) namedRow(l *table.Line, places []place) (r acrossRow) {
	if l.Loose || l.Woven {
		return acrossRow{}
	}
	for k := range l.Items {
		it := &l.Items[k]
		id := normalize.Column(p.Lex.FundColumn[it.Bare])
		switch {
		case it.Claimed, r.label == nil && id == "" && len(p.Lex.Block[it.Bare]) > 0:
		case r.label == nil:
			if !table.IsFundColumn(string(id)) {
				return acrossRow{}
			}
			r.label, r.column = it, id
		case !isAmount(it):
			return acrossRow{}
		default:
			at := slices.IndexFunc(places, func(s place) bool { return s.Covers(it.Col) })
			if at < 0 {
				return acrossRow{}
			}
			r.cells, r.at = append(r.cells, it), append(r.at, at)
		}
	}
	return r
}

// wholeRows reads the row that holds the whole money: the only one, or the one
// called 合计.
func (p *Reader) wholeRows(i int) (rows []acrossRow, end int) {
	var lines, totals []*table.Line
	for ; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i); i++ {
		l := p.Lines[i]
		it := l.First()
		if it == nil {
			continue
		}
		if !l.HasFigure() || p.Lex.Head[it.Bare] != "" && !it.Figure().IsFigure() || isMarks(p.Lex.FundColumn[it.Bare]) {
			break
		}
		lines = append(lines, l)
		if p.Lex.Source[l.Items[0].Bare] == "total" {
			totals = append(totals, l)
		}
	}
	if len(lines) > 1 {
		lines = totals
	}
	if len(lines) != 1 {
		return nil, i
	}
	var r acrossRow
	for k := range lines[0].Items {
		switch it := &lines[0].Items[k]; {
		case isAmount(it) || value.LooksNumeric(it.Text):
			r.cells = append(r.cells, it)
		case k == 0 && len(totals) > 0:
			r.label = it
		default:
			r.words = append(r.words, it)
		}
	}
	return []acrossRow{r}, i
}

// isMarks reports a column of marks: a row of them is no row of money.
func isMarks(id string) bool {
	return id == string(normalize.Weight) || id == string(normalize.Score)
}

func isAmount(it *table.Item) bool { return it.Figure().IsFigure() || value.IsNothing(it.Text) }

// amounts finds the two headings of each figure. Where a source has a figure for
// some columns, the others are blank.
func amounts(places []place, rows []acrossRow, lex *lexicon.Lexicon) []amount {
	label := map[string]string{}
	for _, s := range places {
		if lex.Source[lexicon.Bare(s.Label)] == s.source.id || label[s.source.id] == "" {
			label[s.source.id] = s.Label
		}
	}
	of := func(s *place, r *acrossRow) amount {
		return amount{source: source{s.source.id, label[s.source.id]}, column: cmp.Or(r.column, normalize.Column(s.ID)), to: s.Col}
	}
	var out []amount
	for i := range rows {
		r := &rows[i]
		if r.at == nil && !r.settle(places, lex) {
			continue
		}
		for k := range places {
			out = append(out, of(&places[k], r))
		}
		for k, c := range r.cells {
			a := of(&places[r.at[k]], r)
			a.cell = c
			out = append(out, a)
		}
	}
	return out
}

// settle finds the place of each figure of the row: where it stands, or by its order
// in a full row.
func (r *acrossRow) settle(places []place, lex *lexicon.Lexicon) bool {
	cols, slots := make([]int, len(r.cells)), make([]table.Slot, len(places))
	for k, c := range r.cells {
		cols[k] = c.Col
	}
	for k := range places {
		slots[k] = places[k].Slot
	}
	at, ok := table.InPlace(cols, slots, func(c, s int) int { return r.cells[c].Kind(lex).FitMoney(slots[s].ID) })
	ok = ok && at.Cost < table.CostChange+money.CostPartWeight
	if moved := r.movedAsOne(places, slots, at.Slots, ok, lex); moved != nil {
		r.at = moved
		return true
	}
	switch {
	case ok:
		r.at = at.Slots
	case len(r.cells) == len(places):
		for k := range r.cells {
			r.at = append(r.at, k)
		}
	}
	return r.at != nil
}

// words files what else such a row says: 项目名称, 主管部门.
func (p *Reader) words(words []*table.Item, labels []table.Slot) {
	for k, w := range words {
		label := ""
		for _, s := range labels {
			if s.Covers(w.Col) {
				label = s.Label
			}
		}
		if label == "" && k < len(labels) {
			label = labels[k].Label
		}
		if label != "" {
			w.Claimed, w.Role = true, normalize.RoleValue
			p.Labelled(label, w, w.Text)
		}
	}
}
