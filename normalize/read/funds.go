package read

import (
	"slices"
	"strconv"

	"ziping/normalize"
	"ziping/normalize/value"
)

// fundTable is the money block while it is read.
type fundTable struct {
	slots    []slot
	labelCol int
	rows     []fundLine
}

// fundLine is one row of it: the label and the cells behind it.
type fundLine struct {
	label *item
	cells []*item
	line  *line
}

// fundReader reads the blocks of money, in whichever of the ways they are printed.
type fundReader struct {
	*draft
	points *normalize.Field // marks printed with the block: 预算执行情况(20分)
	split  splitState
	pairs  *line // the latest row of money printed in pairs
}

// funds reads the money block: one or two heading rows, then a row for each source.
func (p *fundReader) funds(i int) int {
	t := fundTable{labelCol: -1}
	b := block{kind: fundBlock, head: i}
	for ; i < len(p.lines) && (i == b.head || p.fundHeadingGoesOn(p.lines[i])); i++ {
		n := len(t.slots)
		p.fundHeading(p.lines[i], &t)
		for ; n < len(t.slots); n++ {
			t.slots[n].level = i
		}
	}
	p.settleFundColumns(&t, p.lines[b.head:i])
	sortSlots(t.slots)
	b.body = i
	if t.labelCol < 0 {
		t.labelCol = 1
	}
	if p.rep.Funds == nil {
		p.rep.Funds = &normalize.Funds{}
	}
	for ; i < len(p.lines) && !p.startsBlock(i); i++ {
		if !p.fundLine(i, &t) {
			break
		}
	}
	b.end = i
	if len(t.slots) > 0 && t.labelCol >= t.slots[0].col { // the heading over the labels is merged with the block's own
		t.labelCol = commonLabelCol(t.rows, t.labelCol)
		for k := range t.rows {
			t.rows[k].label.to = t.labelCol
		}
	}
	t.labelsUnderBlock()
	p.straighten(&t, b)
	split := len(p.rep.Funds.Rows) // rows of the parallel lists, which are read at once
	for k := range t.rows {
		p.fundRow(&t, &t.rows[k])
	}
	if p.split.open { // stand below the others
		rows := p.rep.Funds.Rows
		p.rep.Funds.Rows = append(slices.Clone(rows[split:]), rows[:split]...)
	}
	b.slots = t.slots
	p.blocks = append(p.blocks, b)
	return max(i, b.head+1)
}

// fundLine takes a row apart into label and cells; false ends the block.
func (p *fundReader) fundLine(i int, t *fundTable) bool {
	l := p.lines[i]
	var label *item
	var cells []*item
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		_, isSource := p.lex.Source[it.bare]
		if len(p.lex.Block[it.bare]) > 0 && !isSource && label == nil {
			if id := p.lex.Block[it.bare][0]; id != "funds" {
				return false
			}
			it.claimed, it.role = true, normalize.RoleLabel
			continue
		}
		if label == nil {
			label = it
			continue
		}
		cells = append(cells, it)
	}
	if label == nil {
		return true
	}
	if len(t.rows) == 0 && onlyFigures(label, cells) { // one row without a label is the whole money
		t.rows = append(t.rows, fundLine{label: &item{bare: wholeMoney, col: t.labelCol, to: t.labelCol, span: 1, at: label.at}, cells: append([]*item{label}, cells...), line: l})
		return true
	}
	if p.splitRow(l) {
		return true
	}
	source := p.lex.Source[label.bare]
	if source == "" {
		// A source nobody knows: words, then figures.
		figures := 0
		for _, c := range cells {
			if c.figureOf().IsFigure() {
				figures++
			}
		}
		if _, isHead := p.lex.Head[label.bare]; figures == 0 && !p.moreSources(i+1) || isHead || label.figureOf().IsFigure() || len(label.bare) > 60 || l.loose || p.lex.Foot[label.bare] != "" {
			return false
		}
	}
	label.claimed, label.role = true, normalize.RoleLabel
	label.to = t.labelCol
	t.rows = append(t.rows, fundLine{label: label, cells: cells, line: l})
	return true
}

// wholeMoney is the label a row of money without one is read under.
const wholeMoney = "合计"

func onlyFigures(first *item, rest []*item) bool {
	for _, it := range append([]*item{first}, rest...) {
		if !it.figureOf().IsFigure() && !value.IsNothing(it.text) {
			return false
		}
	}
	return first.figureOf().IsFigure() && len(rest) > 0
}

// moreSources reports that a known source of money follows directly, so that a
// row without figures between two (①……) belongs to the block.
func (p *fundReader) moreSources(i int) bool {
	for ; i < len(p.lines) && !p.lines[i].loose && !p.startsBlock(i); i++ {
		l := p.lines[i]
		for k := range l.items {
			b := l.items[k].bare
			if _, isHead := p.lex.Head[b]; isHead {
				return false
			}
			if p.lex.Source[b] != "" {
				return true
			}
		}
		if l.hasFigure() {
			return false
		}
	}
	return false
}

// fundRow gives each cell of a row its column.
func (p *fundReader) fundRow(t *fundTable, r *fundLine) {
	source := p.lex.Source[r.label.bare]
	if source == "" {
		source = "source"
	}
	row := normalize.FundRow{Source: p.uniqueSource(source), Label: r.label.text}
	path := normalize.FundPath(row.Source, "")
	cols := make([]int, len(r.cells))
	for k, c := range r.cells {
		cols[k] = c.col
	}
	part := kindOf(source) != "total" && len(t.rows) > 1 && r != &t.rows[0]
	fit := func(c, s int) int {
		cost := fundFit(r.cells[c], t.slots[s].id)
		if part && t.slots[s].id == string(normalize.Weight) && cost == 0 {
			cost = costPartWeight
		}
		return cost
	}
	if r.line.woven { // its columns are settled
		fit = anywhere
	}
	a, ok := t.place(r, cols, fit)
	if len(r.cells) == 0 {
		ok = true
	}
	filled := map[int]bool{}
	var moved []normalize.MovedCell
	if r.label.col != t.labelCol && !r.label.within(t.labelCol) {
		moved = append(moved, normalize.MovedCell{Text: r.label.text, From: r.label.col, To: t.labelCol})
	}
	if ok {
		for k, c := range r.cells {
			s := &t.slots[a.slots[k]]
			filled[a.slots[k]] = true
			if !s.covers(c.col) {
				moved = append(moved, normalize.MovedCell{Text: c.text, From: c.col, To: s.col})
				c.to = s.col
			}
			f := c.figureField()
			c.claimed, c.role = true, normalize.RoleNumber
			if s.id == "other" {
				f = value.Words(c.text)
				f.At = c.ref()
				row.Other = append(row.Other, normalize.Labelled{Label: s.label, Field: f})
				c.path, c.role = path.Other(len(row.Other)-1), normalize.RoleText
				continue
			}
			*row.Slot(normalize.Column(s.id)) = f
			c.path = normalize.FundPath(row.Source, normalize.Column(s.id))
		}
	}
	for k := range t.slots {
		if s := &t.slots[k]; !filled[k] && s.id != "other" {
			*row.Slot(normalize.Column(s.id)) = &normalize.Field{State: normalize.Blank}
		}
	}
	if r.line.doubt != nil {
		doubtfulMoney(&row, r.line.doubt)
	}
	if p.points != nil && row.Weight == nil && len(p.rep.Funds.Rows) == 0 {
		row.Weight = p.points
	}
	if len(moved) > 0 && ok {
		p.rep.Moves = append(p.rep.Moves, normalize.Move{
			Field: path, At: r.label.at, Cells: moved,
			Evidence:   "行首单元格“" + r.label.text + "”是资金来源，其后的数值按表头顺序和数值类型归位",
			EvidenceEN: "the first cell " + r.label.text + " names a source of money; the figures behind it follow the order of the headings",
		})
	}
	p.rep.Funds.Rows = append(p.rep.Funds.Rows, row)
}

func (p *fundReader) uniqueSource(id string) string {
	for n := 1; ; n++ {
		s := id
		if n > 1 {
			s = id + "_" + strconv.Itoa(n)
		}
		if p.rep.Funds.Row(s) == nil {
			return s
		}
	}
}

// close says of the rows which of them add up to which, and turns rates that
// are printed as fractions into percents.
func (p *fundReader) close() {
	switch f := p.rep.Funds; {
	case f == nil:
	case len(f.Rows) == 0:
		p.rep.Funds = nil // headings and no row
	default:
		sumStructure(p.rep, p.split.lists)
		readRates(f)
	}
}
