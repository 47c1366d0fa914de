package funds

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/hanzi"
)

// Rows reads the money block: one or two heading rows, then a row for each source.
func (p *Reader) Rows(i int) int {
	partBlocks(p.Draft, i)
	t := fundTable{labelCol: -1}
	b := table.Block{Kind: table.FundBlock, Head: i}
	for ; i < len(p.Lines) && (i == b.Head || p.headingGoesOn(p.Lines[i])); i++ {
		p.heading(p.Lines[i], i, &t)
	}
	b.Body = i
	unpackHeads(p, &t, b)
	t.wordsUnder(p.Lines[i:])
	t.sideLabels()
	off := t.labelsUnderFirst(p.Lines[i:])
	t.sumsTell(p.Lines[i:], off)
	t.ratesTell(p.Lines[i:])
	t.ratesTellBudget(p.Lines[i:], off)
	t.columns()
	if comesIn(p, p.Lines[b.Head]) {
		t.nothingSpent()
	}
	told := t.labelCol >= 0
	if !told {
		t.labelCol = 1
	}
	p.open()
	for ; i < len(p.Lines) && !p.StartsBlock(i); i++ {
		if !p.fundLine(i, &t) {
			break
		}
	}
	b.End = i
	t.findLabels(p, told)
	p.straighten(&t, b)
	split := len(p.Report.Funds.Rows) // rows of the parallel lists, which are read at once
	t.place(p)
	for k := range t.rows {
		p.row(&t, &t.rows[k])
	}
	if p.split.open { // stand below the others
		rows := p.Report.Funds.Rows
		p.Report.Funds.Rows = append(slices.Clone(rows[split:]), rows[:split]...)
	}
	b.Slots = t.slots
	p.EndBlock(b)
	return max(i, b.Head+1)
}

// fundLine takes a row apart into label and cells; false ends the block.
func (p *Reader) fundLine(i int, t *fundTable) bool {
	l := p.Lines[i]
	var label *table.Item
	var cells []*table.Item
	inColumn := false
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			continue
		}
		_, isSource := p.Lex.Source[it.Bare]
		if len(p.Lex.Block[it.Bare]) > 0 && !isSource && label == nil && !(len(t.rows) > 0 && k+1 < len(l.Items) && l.Items[k+1].Figure().IsFigure()) && !(p.Lex.Block[it.Bare][0] == "funds" && t.standsAsSource(l.Items[k:])) { // 项目经费 | 100, among other rows
			if id := p.Lex.Block[it.Bare][0]; id != "funds" {
				return false
			}
			it.Claimed, it.Role = true, normalize.RoleLabel
			continue
		}
		if label == nil && len(t.rows) == 0 && namesBlock(l.Items[k:], p.Lex) {
			it.Claimed, it.Role = true, normalize.RoleLabel
			continue
		}
		if label == nil && !(k+1 < len(l.Items) && t.numbersRows(it) && p.Lex.Source[l.Items[k+1].Bare] != "") {
			label, inColumn = it, t.standsAsSource(l.Items[k:])
			continue
		}
		cells = append(cells, it)
	}
	if label == nil {
		return true
	}
	if len(t.rows) == 0 && onlyFigures(label, cells) { // one row without a label is the whole money
		t.rows = append(t.rows, fundLine{Row: money.Row{Label: &table.Item{Bare: p.Lex.Words.Labels.WholeMoney, Col: t.labelCol, To: t.labelCol, Span: 1, At: label.At}, Cells: append([]*table.Item{label}, cells...)}, line: l})
		return true
	}
	if p.Lex.Words.Numbering.Has(label.Bare) { // 列次 | 0 | 1 | 2: the columns' numbers
		for _, it := range append(cells, label) {
			it.Claimed, it.Role = true, normalize.RoleHeading
		}
		return true
	}
	splitWithout(p, label, cells)
	if p.splitRow(l) || p.Lex.Source[label.Bare] != "" && besideAmount(p.Lex, cells) {
		return true
	}
	if p.Lex.Words.Subtotal.Has(label.Bare) && i+1 < len(p.Lines) && p.Lines[i+1].First() != nil && p.Lex.Rank(p.Lines[i+1].First().Bare) == 1 {
		return false // of a group of the list, whose heading was lost
	}
	source := p.Lex.Source[label.Bare]
	if source == "" && (p.Lex.Level1[label.Bare] || p.Lex.Level2[label.Bare] || p.Lex.GoalColumn[label.Bare] != "") {
		return false // the list, whose heading was lost, or a goal, whatever it counts
	}
	if source == "" {
		// A source nobody knows: words, then figures, and of these amounts first.
		if answersFirst(cells) || t.saysMore(cells) {
			return false // a row of the list, whose heading was lost: 达标率 | 100% | 98%, or of another table
		}
		figures := 0
		for _, c := range cells {
			if c.Figure().IsFigure() {
				figures++
			}
		}
		if _, isHead := p.Lex.Head[label.Bare]; figures == 0 && !inColumn && !p.moreSources(i+1, !table.IsTemplateRow(label.Text, p.Lex)) || isHead || label.Figure().IsFigure() || len(label.Bare) > 60 || l.Loose || p.Lex.Foot[label.Bare] != "" || InPairs(l, p.Lex) {
			return false
		}
	}
	label.Claimed, label.Role = true, normalize.RoleLabel
	label.To = t.labelCol
	t.rows = append(t.rows, fundLine{Row: money.Row{Label: label, Cells: cells}, line: l})
	return true
}

// standsAsSource reports a label below others, in their column, with nothing behind it but
// figures and signs for nothing, several of them or right of the block's own label: a row of
// the money, whatever it is called.
func (t *fundTable) standsAsSource(items []table.Item) bool {
	return len(t.rows) > 0 && (items[0].Col > 0 || len(items) > 2) && items[0].Col == t.rows[len(t.rows)-1].Label.Col && hanzi.Count(items[0].Text) > 0 && !slices.ContainsFunc(items[1:], func(it table.Item) bool { return !it.Figure().IsFigure() && !value.IsNothing(it.Text) })
}

// namesBlock reports words nobody knows before the label of the whole money: what this
// office calls the block, 部门预算 | 年度资金总额 | 1200.
func namesBlock(items []table.Item, lex *lexicon.Lexicon) bool {
	it := &items[0]
	return len(items) > 1 && lex.Source[it.Bare] == "" && lex.Source[items[1].Bare] == "total" && !it.Figure().IsFigure() && lex.Foot[it.Bare] == ""
}

// answersFirst reports cells of which the first figure is a share or held against one, as
// a target is.
func answersFirst(cells []*table.Item) bool {
	for _, c := range cells {
		if c.Figure().IsFigure() || c.Figure().Op != "" {
			return c.Figure().Unit == "%" || c.Figure().Op != ""
		}
		if op, _ := value.CutOp(c.Folded); op != "" {
			return true
		}
	}
	return false
}

// saysMore reports words among the cells of a row, in a block whose columns all hold
// figures: 校园维护 | 操场修缮 | 52 | 50.14 | 已完成.
func (t *fundTable) saysMore(cells []*table.Item) bool {
	return len(t.slots) > 0 && !slices.ContainsFunc(t.slots, func(s table.Slot) bool { return !table.IsFundColumn(s.ID) }) &&
		slices.ContainsFunc(cells, func(c *table.Item) bool {
			return !c.Figure().IsFigure() && !value.IsNothing(c.Text) && !value.LooksNumeric(c.Text)
		})
}

// numbersRows reports a number in a column of its own before the labels (序号).
func (t *fundTable) numbersRows(it *table.Item) bool {
	return it.Figure().IsFigure() && slices.ContainsFunc(t.slots, func(s table.Slot) bool { return s.ID == lexicon.Further && s.Covers(it.Col) && s.Col < t.labelCol })
}

func onlyFigures(first *table.Item, rest []*table.Item) bool {
	for _, it := range append([]*table.Item{first}, rest...) {
		if !it.Figure().IsFigure() && !value.IsNothing(it.Text) {
			return false
		}
	}
	return first.Figure().IsFigure() && len(rest) > 0
}

// moreSources reports that a known source of money follows directly, or below a label that
// says something words with nothing but figures behind them, so that a row without figures between two (①……) belongs to the block.
func (p *Reader) moreSources(i int, named bool) bool {
	for ; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i); i++ {
		l := p.Lines[i]
		for k := range l.Items {
			b := l.Items[k].Bare
			if _, isHead := p.Lex.Head[b]; isHead {
				return false
			}
			if p.Lex.Source[b] != "" {
				return true
			}
		}
		if l.HasFigure() {
			return named && namesMoney(l, p.Lex)
		}
	}
	return false
}

// namesMoney reports words that are no level with nothing but figures behind them.
func namesMoney(l *table.Line, lex *lexicon.Lexicon) bool {
	first := &l.Items[0]
	if first.Figure().IsFigure() || lex.Level1[first.Bare] || lex.Level2[first.Bare] || lex.Foot[first.Bare] != "" || len(l.Items) < 3 {
		return false
	}
	return !slices.ContainsFunc(l.Items[1:], func(it table.Item) bool { return !it.Figure().IsFigure() && !value.IsNothing(it.Text) })
}

// row files a row whose cells have their columns.
func (p *Reader) row(t *fundTable, r *fundLine) {
	if r.Source == "total" {
		p.UnitFrom(r.Label)
	}
	row := normalize.FundRow{Source: p.uniqueSource(r.Source), Label: r.Label.Text}
	path := normalize.FundPath(row.Source, "")
	filled := map[int]bool{}
	var moved []normalize.MovedCell
	if r.Label.Col != t.labelCol && !r.Label.Covers(t.labelCol) {
		moved = append(moved, normalize.MovedCell{Text: r.Label.Text, From: r.Label.Col, To: t.labelCol})
	}
	if r.Placed {
		for k, c := range r.Cells {
			s := &t.slots[r.At[k]]
			filled[r.At[k]] = true
			if !s.Covers(c.Col) {
				moved = append(moved, normalize.MovedCell{Text: c.Text, From: c.Col, To: s.Col})
				c.To = s.Col
			}
			if s.ID == lexicon.Further {
				c.Claimed, c.Path, c.Role = true, row.Keep(s.Label, c.Words()), normalize.RoleText
				continue
			}
			(&amount{column: normalize.Column(s.ID), cell: c, to: c.To}).fileIn(&row)
		}
	}
	for k := range t.slots {
		if s := &t.slots[k]; !filled[k] && s.ID != lexicon.Further {
			(&amount{column: normalize.Column(s.ID)}).fileIn(&row)
		}
	}
	if r.line.Doubt != nil {
		r.line.Doubt.SpoilFunds(&row)
	}
	if p.points != nil && row.Weight == nil && len(p.Report.Funds.Rows) == 0 && (p.Lex.Source[r.Label.Bare] == "total" || !row.Score.IsBlank()) { // not a part's, above which the whole is missing
		row.Weight = p.points
	}
	if len(moved) > 0 && r.Placed {
		why := extract.Text{ZH: "是资金来源，其后的数值按表头顺序和数值类型归位", EN: "the figures behind it follow the order of the headings"}
		if r.BySums {
			why = extract.Text{ZH: "是资金来源，其后的数值按各栏合计关系归位", EN: "the figures behind it follow the sums of the columns"}
		}
		p.Report.Moves = append(p.Report.Moves, normalize.Move{
			Field: path, At: r.Label.At, Cells: moved,
			Evidence:   "行首单元格“" + r.Label.Text + "”" + why.ZH,
			EvidenceEN: "the first cell " + r.Label.Text + " names a source of money; " + why.EN,
		})
	}
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
}

// closes reports the row of a subtotal that is the only one and ends the block: what it adds
// up is the whole money.
func (t *fundTable) closes(r *fundLine, lex *lexicon.Lexicon) bool {
	return r == &t.rows[len(t.rows)-1] && len(t.rows) > 1 && lex.Words.Subtotal.Has(r.Label.Bare) && !slices.ContainsFunc(t.rows[:len(t.rows)-1], func(o fundLine) bool {
		return lex.Source[o.Label.Bare] == "total" || lex.Words.Subtotal.End(o.Label.Bare)
	})
}

// Close says of the rows which of them add up to which, and turns rates that
// are printed as fractions into percents.
func (p *Reader) Close() {
	switch f := p.Report.Funds; {
	case f == nil:
	case len(f.Rows) == 0:
		p.Report.Funds = nil // headings and no row
	default:
		money.Structure(p.Report, p.split.lists, p.Lex)
		money.Negatives(f)
		money.Rates(f)
	}
}
