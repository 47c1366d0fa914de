package read

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// Some forms print the sources of money side by side:
//
//	项目资金来源 | 中央 | 省、地 | 本级 | 其他 | 合计 | 执行数 | 执行率
//
// and reports print several such blocks in one row, each under the name of its
// column: 计划安排资金 | 实际到位资金 | 实际支出 | 结余, over 中央 | 省级 | 县级 each.
// One row of figures is read; where there are several and none is called 合计,
// which of them is the form's cannot be told and they are left unplaced.

// sideSlot is a column of such a block.
type sideSlot struct {
	slot
	source string
}

// sideFunds reads the block whose heading starts at line i. Nothing is claimed
// where its figures are not certain.
func (p *fundReader) sideFunds(i int) int {
	b := block{kind: fundBlock, head: i}
	names, groups := p.lines[i], (*line)(nil)
	if names.heads != sideHead {
		groups, names = names, p.lines[i+1]
		i++
	}
	slots, labels := p.sideSlots(groups, names)
	i++
	b.body = i
	var rows []*line
	for ; i < len(p.lines) && !p.lines[i].loose && !p.startsBlock(i); i++ {
		l := p.lines[i]
		if it := l.first(); it != nil {
			if !l.hasFigure() || p.lex.Head[it.bare] != "" && !it.figureOf().IsFigure() {
				break
			}
			rows = append(rows, l)
		}
	}
	b.end = i
	for _, l := range []*line{groups, names} {
		for k := range lineItems(l) {
			it := &l.items[k]
			it.claimed, it.role = true, normalize.RoleHeading
			p.moneyUnitFrom(it)
		}
	}
	if p.rep.Funds == nil {
		p.rep.Funds = &normalize.Funds{}
	}
	row := theRow(rows, p.lex)
	if row != nil {
		p.sideRow(row, slots, labels)
	}
	for _, s := range slots {
		b.slots = append(b.slots, s.slot)
	}
	p.blocks = append(p.blocks, b)
	return max(i, b.head+1)
}

func lineItems(l *line) []item {
	if l == nil {
		return nil
	}
	return l.items
}

// sideSlots gives each column its source and its meaning; labels are the
// columns that hold neither (项目名称).
func (p *fundReader) sideSlots(groups, names *line) (slots []sideSlot, labels []slot) {
	group := func(col int) string {
		id := string(normalize.Budget)
		for k := range lineItems(groups) {
			it := &groups.items[k]
			if it.col > col {
				break
			}
			if g := p.lex.FundColumn[it.bare]; g != "" && g != "group" && g != "label" {
				id = g
			}
		}
		return id
	}
	for k := range lineItems(groups) { // columns that reach over both rows: 项目名称, 执行率
		it := &groups.items[k]
		id := p.lex.FundColumn[it.bare]
		switch {
		case over(it, names):
		case id == "" || id == "label" || id == "group" || id == "other":
			if len(p.lex.Block[it.bare]) == 0 {
				labels = append(labels, slot{col: it.col, span: it.span, label: it.text})
			}
		default:
			slots = append(slots, sideSlot{slot{col: it.col, span: it.span, id: id, label: it.text}, "total"})
		}
	}
	for k := range names.items {
		it := &names.items[k]
		source, id := p.lex.Source[it.bare], p.lex.FundColumn[it.bare]
		switch {
		case source != "":
			slots = append(slots, sideSlot{slot{col: it.col, span: it.span, id: group(it.col), label: it.text}, source})
		case id == "budget" && groups != nil: // 小计 of a group
			slots = append(slots, sideSlot{slot{col: it.col, span: it.span, id: group(it.col), label: it.text}, "total"})
		case columnar(id):
			slots = append(slots, sideSlot{slot{col: it.col, span: it.span, id: id, label: it.text}, "total"})
		case len(p.lex.Block[it.bare]) == 0 && id != "label":
			labels = append(labels, slot{col: it.col, span: it.span, label: it.text})
		}
	}
	for i := 1; i < len(slots); i++ {
		for j := i; j > 0 && slots[j].col < slots[j-1].col; j-- {
			slots[j], slots[j-1] = slots[j-1], slots[j]
		}
	}
	return slots, labels
}

// over reports a heading that has columns of its own below it.
func over(it *item, names *line) bool {
	for k := range names.items {
		if it.within(names.items[k].col) {
			return true
		}
	}
	return false
}

// sideRow makes a record for each source of the one row of figures.
func (p *fundReader) sideRow(l *line, slots []sideSlot, labels []slot) {
	var cells []*item
	var words []*item
	for k := range l.items {
		it := &l.items[k]
		if it.figureOf().IsFigure() || value.IsNothing(it.text) || value.LooksNumeric(it.text) {
			cells = append(cells, it)
		} else {
			words = append(words, it)
		}
	}
	cols := make([]int, len(cells))
	for k, c := range cells {
		cols[k] = c.col
	}
	plain := make([]slot, len(slots))
	for k := range slots {
		plain[k] = slots[k].slot
	}
	fit := func(c, s int) int { return fundFit(cells[c], slots[s].id) }
	at, ok := inPlace(cols, plain, fit)
	if !ok || at.cost >= costChange+costPartWeight {
		if len(cells) != len(slots) { // only a full row says by its order what is what
			return
		}
		at = alignment{slots: make([]int, len(cells))}
		for k := range cells {
			at.slots[k] = k
		}
	}
	index := map[string]int{}
	var rows []normalize.FundRow
	row := func(source string) *normalize.FundRow {
		k, ok := index[source]
		if !ok {
			k = len(rows)
			index[source] = k
			label := ""
			for _, s := range slots {
				if s.source == source && (label == "" || p.lex.Source[lexicon.Bare(s.label)] == source) {
					label = s.label
				}
			}
			rows = append(rows, normalize.FundRow{Source: p.uniqueSource(source), Label: label})
		}
		return &rows[k]
	}
	for _, s := range slots {
		*row(s.source).Slot(normalize.Column(s.id)) = &normalize.Field{State: normalize.Blank}
	}
	for k, c := range cells {
		s := slots[at.slots[k]]
		r := row(s.source)
		if old := *r.Slot(normalize.Column(s.id)); !old.IsBlank() {
			continue // a second column of the same name: left unplaced
		}
		*r.Slot(normalize.Column(s.id)) = c.figureField()
		c.claimed, c.role, c.to, c.path = true, normalize.RoleNumber, s.col, normalize.FundPath(r.Source, normalize.Column(s.id))
	}
	p.rep.Funds.Rows = append(p.rep.Funds.Rows, rows...)
	for k, w := range words {
		label := ""
		for _, s := range labels {
			if s.covers(w.col) {
				label = s.label
			}
		}
		if label == "" && k < len(labels) {
			label = labels[k].label
		}
		if label != "" {
			w.claimed, w.role = true, normalize.RoleValue
			p.labelled(label, w, w.text)
		}
	}
}
