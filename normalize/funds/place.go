package funds

import "ziping/normalize/money"

// findLabels says where the rows have their labels, and moves headings that lost the empty
// one over these.
func (t *fundTable) findLabels(p *Reader, told bool) {
	b := t.block(p)
	if b.FindLabels(told) {
		for k := range t.rows {
			t.rows[k].Label.To = b.LabelCol
		}
	}
	t.slots, t.labelCol = b.Slots, b.LabelCol
}

// place gives the cells of all rows their columns.
func (t *fundTable) place(p *Reader) {
	b := t.block(p)
	b.Place()
	for k := range t.rows {
		t.rows[k].Row = b.Rows[k]
	}
}

// block is the block whose cells look for their columns.
func (t *fundTable) block(p *Reader) *money.Block {
	b := &money.Block{Slots: t.slots, LabelCol: t.labelCol, Over: t.over, Unit: p.Report.MoneyUnit, Lex: p.Lex}
	for k := range t.rows {
		r := &t.rows[k]
		r.Source, r.Settled = t.sourceOf(p, r), r.line.Woven
		r.Part = k > 0 && money.Kind(r.Source) != "total"
		b.Rows = append(b.Rows, r.Row)
	}
	return b
}

// sourceOf is what the money of a row is.
func (t *fundTable) sourceOf(p *Reader, r *fundLine) string {
	switch known := p.Lex.Source[r.Label.Bare]; {
	case known != "":
		return known
	case t.closes(r, p.Lex):
		return "total" // 小计
	case len(t.rows) == 1 && len(p.Report.Funds.Rows) == 0 && !p.Lex.Words.PartOf.Begin(r.Label.Text):
		return "total" // the only row is the whole money, whatever it is called
	}
	return "source"
}
