package funds

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
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
	table.Slot
	source string
}

// Side reads the block whose heading starts at line i. Nothing is claimed
// where its figures are not certain.
func (p *Reader) Side(i int) int {
	b := table.Block{Kind: table.FundBlock, Head: i}
	names, groups := p.Lines[i], (*table.Line)(nil)
	if names.Heads != table.SideHead {
		groups, names = names, p.Lines[i+1]
		i++
	}
	slots, labels := p.sideSlots(groups, names)
	i++
	b.Body = i
	var rows []*table.Line
	for ; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i); i++ {
		l := p.Lines[i]
		if it := l.First(); it != nil {
			if !l.HasFigure() || p.Lex.Head[it.Bare] != "" && !it.Figure().IsFigure() {
				break
			}
			rows = append(rows, l)
		}
	}
	b.End = i
	for _, l := range []*table.Line{groups, names} {
		for k := range lineItems(l) {
			it := &l.Items[k]
			it.Claimed, it.Role = true, normalize.RoleHeading
			p.UnitFrom(it)
		}
	}
	if p.Report.Funds == nil {
		p.Report.Funds = &normalize.Funds{}
	}
	row := theRow(rows, p.Lex)
	if row != nil {
		p.sideRow(row, slots, labels)
	}
	for _, s := range slots {
		b.Slots = append(b.Slots, s.Slot)
	}
	p.Blocks = append(p.Blocks, b)
	return max(i, b.Head+1)
}

func lineItems(l *table.Line) []table.Item {
	if l == nil {
		return nil
	}
	return l.Items
}

// sideSlots gives each column its source and its meaning; labels are the
// columns that hold neither (项目名称).
func (p *Reader) sideSlots(groups, names *table.Line) (slots []sideSlot, labels []table.Slot) {
	group := func(col int) string {
		id := string(normalize.Budget)
		for k := range lineItems(groups) {
			it := &groups.Items[k]
			if it.Col > col {
				break
			}
			if g := p.Lex.FundColumn[it.Bare]; g != "" && g != "group" && g != "label" {
				id = g
			}
		}
		return id
	}
	for k := range lineItems(groups) { // columns that reach over both rows: 项目名称, 执行率
		it := &groups.Items[k]
		id := p.Lex.FundColumn[it.Bare]
		switch {
		case over(it, names):
		case id == "" || id == "label" || id == "group" || id == "other":
			if len(p.Lex.Block[it.Bare]) == 0 {
				labels = append(labels, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text})
			}
		default:
			slots = append(slots, sideSlot{table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text}, "total"})
		}
	}
	for k := range names.Items {
		it := &names.Items[k]
		source, id := p.Lex.Source[it.Bare], p.Lex.FundColumn[it.Bare]
		switch {
		case source != "":
			slots = append(slots, sideSlot{table.Slot{Col: it.Col, Span: it.Span, ID: group(it.Col), Label: it.Text}, source})
		case id == "budget" && groups != nil: // 小计 of a group
			slots = append(slots, sideSlot{table.Slot{Col: it.Col, Span: it.Span, ID: group(it.Col), Label: it.Text}, "total"})
		case table.IsFundColumn(id):
			slots = append(slots, sideSlot{table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text}, "total"})
		case len(p.Lex.Block[it.Bare]) == 0 && id != "label":
			labels = append(labels, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text})
		}
	}
	for i := 1; i < len(slots); i++ {
		for j := i; j > 0 && slots[j].Col < slots[j-1].Col; j-- {
			slots[j], slots[j-1] = slots[j-1], slots[j]
		}
	}
	return slots, labels
}

// over reports a heading that has columns of its own below it.
func over(it *table.Item, names *table.Line) bool {
	for k := range names.Items {
		if it.Covers(names.Items[k].Col) {
			return true
		}
	}
	return false
}

// sideRow makes a record for each source of the one row of figures.
func (p *Reader) sideRow(l *table.Line, slots []sideSlot, labels []table.Slot) {
	var cells []*table.Item
	var words []*table.Item
	for k := range l.Items {
		it := &l.Items[k]
		if it.Figure().IsFigure() || value.IsNothing(it.Text) || value.LooksNumeric(it.Text) {
			cells = append(cells, it)
		} else {
			words = append(words, it)
		}
	}
	cols := make([]int, len(cells))
	for k, c := range cells {
		cols[k] = c.Col
	}
	plain := make([]table.Slot, len(slots))
	for k := range slots {
		plain[k] = slots[k].Slot
	}
	fit := func(c, s int) int { return money.Fit(cells[c], slots[s].ID) }
	at, ok := table.InPlace(cols, plain, fit)
	if !ok || at.Cost >= table.CostChange+costPartWeight {
		if len(cells) != len(slots) { // only a full row says by its order what is what
			return
		}
		at = table.Alignment{Slots: make([]int, len(cells))}
		for k := range cells {
			at.Slots[k] = k
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
				if s.source == source && (label == "" || p.Lex.Source[lexicon.Bare(s.Label)] == source) {
					label = s.Label
				}
			}
			rows = append(rows, normalize.FundRow{Source: p.uniqueSource(source), Label: label})
		}
		return &rows[k]
	}
	for _, s := range slots {
		*row(s.source).Slot(normalize.Column(s.ID)) = &normalize.Field{State: normalize.Blank}
	}
	for k, c := range cells {
		s := slots[at.Slots[k]]
		r := row(s.source)
		if old := *r.Slot(normalize.Column(s.ID)); !old.IsBlank() {
			continue // a second column of the same name: left unplaced
		}
		*r.Slot(normalize.Column(s.ID)) = c.Field()
		c.Claimed, c.Role, c.To, c.Path = true, normalize.RoleNumber, s.Col, normalize.FundPath(r.Source, normalize.Column(s.ID))
	}
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, rows...)
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

// theRow is the only row, or the one called 合计.
func theRow(rows []*table.Line, lex *lexicon.Lexicon) *table.Line {
	if len(rows) == 1 {
		return rows[0]
	}
	var total *table.Line
	for _, l := range rows {
		if lex.Source[l.Items[0].Bare] == "total" {
			if total != nil {
				return nil
			}
			total = l
		}
	}
	return total
}
