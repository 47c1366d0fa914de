package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// Told reads money that has no headings: behind the block's label each cell names a
// source and its amount, and so on in the rows below.
//
//	年度预算申请(万元) | 资金总额:8650.32
//	                  | 按收入性质分:           | 按支出性质分:
//	                  | 一般公共预算:8650.32     | 基本支出:6120.32
//	                  | 其他资金:0              | 项目支出:2530.00
//
// Amounts are of the budget. It returns the line behind them, i where they are printed
// otherwise.
func Told(p *Reader, i int) int {
	l := p.Lines[i]
	if l.Loose || len(l.Items) < 2 || l.Items[0].Claimed || !slices.Contains(p.Lex.Block[l.Items[0].Bare], "funds") {
		return i
	}
	if p.Report.Funds != nil && len(p.Report.Funds.Rows) > 0 || !tellSources(p, l.Items[1:], "total") {
		return i
	}
	p.open()
	l.Items[0].Claimed, l.Items[0].Role = true, normalize.RoleLabel
	p.UnitFrom(&l.Items[0])
	fileTold(p, l)
	for i++; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i); i++ {
		if l = p.Lines[i]; p.splitRow(l) {
			continue
		}
		if !tellSources(p, l.Items, "") {
			break
		}
		fileTold(p, l)
	}
	return i
}

// entry is the source and the amount that a cell names.
func entry(p *Reader, it *table.Item) (source, label, amount string) {
	label, amount, ok := money.Entry(it.Text, p.Lex)
	if f := value.Figure(amount); !ok || it.Claimed || !f.IsFigure() && !value.IsNothing(amount) {
		return "", "", ""
	}
	return p.Lex.Source[lexicon.Bare(label)], blank.Trim(label), amount
}

// tellSources reports cells each of which names a source and its amount, the first of them
// this one.
func tellSources(p *Reader, items []table.Item, first string) bool {
	for k := range items {
		if source, _, amount := entry(p, &items[k]); source == "" || amount == "" || k == 0 && first != "" && source != first {
			return false
		}
	}
	return len(items) > 0
}

// fileTold files the sources and amounts of a row.
func fileTold(p *Reader, l *table.Line) {
	for k := range l.Items {
		if source, label, amount := entry(p, &l.Items[k]); source != "" {
			fileAmount(p, l, k, source, label, amount)
		}
	}
}

// labelsUnderFirst is by how many columns the figures stand off their headings: one where the
// words of the rows stand under the first column of money, so that the headings have moved.
func (t *fundTable) labelsUnderFirst(lines []*table.Line) int {
	first := -1
	for k := range t.headings {
		if h := &t.headings[k]; table.IsFundColumn(h.May[0]) && (first < 0 || h.Item.Col < first) {
			first = h.Item.Col
		}
	}
	n := 0
	for _, l := range lines {
		if l.Heads != table.NoHead || l.Loose || len(l.Items) < 2 || l.Items[0].Figure().IsFigure() || l.Items[0].Col != first {
			break
		}
		n = 1
	}
	return n
}
