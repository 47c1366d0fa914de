package funds

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Repeated reads a row below money printed in pairs that names its source again before
// each figure:
//
//	计划安排资金(万元) | 55 | 实际到位资金(万元) | 55 | 实际支出(万元) | 50
//	省财政             |    | 省财政             |    | 省财政         |
//	县财政             | 55 | 县财政             | 55 | 县财政         | 50
//
// The nearest heading above a label names the column of the figure behind it; where the
// row has slipped, and a label for each heading, their order does.
func (p *Reader) Repeated(l *table.Line) bool {
	if p.pairs == nil || l.Loose || p.pairs.Table != l.Table || l.Row != p.pairs.Row+1 || !p.repeats(l) {
		return false
	}
	p.pairs = l // the next row may go on
	var list []amount
	labels, inOrder := 0, sourcesIn(l, p.Lex) == len(p.paired)
	for k := range l.Items {
		it := &l.Items[k]
		id := p.Lex.Source[it.Bare]
		if id == "" {
			if alone(l, k, p.above) {
				list = append(list, amount{source: source{p.Lex.Source[l.Items[0].Bare], l.Items[0].Text}, column: normalize.Column(columnAbove(p.above, it).ID), cell: it, to: it.To})
			}
			continue
		}
		above := columnAbove(p.paired, it)
		if inOrder {
			above = &p.paired[labels]
		}
		labels++
		a := amount{source: source{id, l.Items[0].Text}, column: normalize.Column(above.ID), label: above.Label, to: it.Col + 1}
		if k+1 < len(l.Items) && isAmount(&l.Items[k+1]) {
			a.cell = &l.Items[k+1]
			a.to = a.cell.To
		}
		it.Claimed, it.Role = true, normalize.RoleLabel
		list = append(list, a)
	}
	p.file(list)
	return true
}

// repeats reports a row whose labels are one source, each under a heading of the pairs
// above, with figures between and nothing else.
func (p *Reader) repeats(l *table.Line) bool {
	labels, inOrder := 0, sourcesIn(l, p.Lex) == len(p.paired)
	for k := range l.Items {
		it := &l.Items[k]
		switch p.Lex.Source[it.Bare] {
		case "":
			if !alone(l, k, p.above) && (k == 0 || p.Lex.Source[l.Items[k-1].Bare] == "" || !isAmount(it)) {
				return false
			}
		case p.Lex.Source[l.Items[0].Bare]:
			if !inOrder && columnAbove(p.paired, it) == nil {
				return false
			}
			labels++
		default:
			return false
		}
	}
	return labels >= 2
}

// sourcesIn counts the labels of a row that name a source.
func sourcesIn(l *table.Line, lex *lexicon.Lexicon) (n int) {
	for k := range l.Items {
		if lex.Source[l.Items[k].Bare] != "" {
			n++
		}
	}
	return n
}

// alone reports a figure behind another, under a heading of a column of its own.
func alone(l *table.Line, k int, above []table.Slot) bool {
	return k > 0 && isAmount(&l.Items[k]) && isAmount(&l.Items[k-1]) && columnAbove(above, &l.Items[k]) != nil
}

// columnAbove is the column that the heading above a cell names, nil if none stands
// there.
func columnAbove(headings []table.Slot, it *table.Item) *table.Slot {
	for k := range headings {
		if headings[k].Covers(it.Col) {
			return &headings[k]
		}
	}
	return nil
}
