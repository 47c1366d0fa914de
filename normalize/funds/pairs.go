package funds

import (
	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Pairs reads money printed as pairs of heading and figure in a row:
//
//	项目资金(万元) | 年初预算数 | 100.00 | 全年预算数 | 110.00 | 全年执行数 | 105.00 | 执行率 | 95.45%
//
// A row that names no source is that of the whole money; pairs may go on in the
// next row.
func (p *Reader) Pairs(l *table.Line) bool {
	if l.Loose || len(l.Items) < 2 {
		return false
	}
	pairs := 0
	for k := range l.Items {
		if p.pair(l, k) {
			pairs++
		}
	}
	goesOn := p.pairs != nil && p.pairs.Table == l.Table && l.Row <= p.pairs.Row+1
	if pairs < 2 && !(pairs == 1 && goesOn) {
		return false
	}
	p.pairs, p.paired = l, nil
	source, label := "total", ""
	for k := range l.Items {
		it := &l.Items[k]
		if s := p.Lex.Source[it.Bare]; s != "" && p.Lex.FundColumn[it.Bare] == "" {
			source, label = s, it.Text
			it.Claimed, it.Role = true, normalize.RoleLabel
			break
		}
		if label == "" && len(p.Lex.Block[it.Bare]) > 0 {
			label = it.Text
		}
	}
	p.open()
	row := p.Report.Funds.Row(source)
	if row == nil {
		p.Report.Funds.Rows = append(p.Report.Funds.Rows, normalize.FundRow{Source: source, Label: label})
		row = &p.Report.Funds.Rows[len(p.Report.Funds.Rows)-1]
	}
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case it.Claimed:
		case p.pair(l, k):
			figure := &l.Items[k+1]
			p.paired = append(p.paired, table.Slot{Col: it.Col, Span: figure.Col - it.Col, ID: p.Lex.FundColumn[it.Bare], Label: it.Text})
			if (&amount{column: normalize.Column(p.Lex.FundColumn[it.Bare]), cell: figure, to: figure.To}).fileIn(row) {
				p.UnitFrom(it)
				it.Claimed, it.Role = true, normalize.RoleLabel
			}
		case len(p.Lex.Block[it.Bare]) > 0:
			p.UnitFrom(it)
			it.Claimed, it.Role = true, normalize.RoleLabel
		}
	}
	return true
}

// pair reports a heading of money at place k with its figure behind it.
func (p *Reader) pair(l *table.Line, k int) bool {
	if k+1 >= len(l.Items) || !table.IsFundColumn(p.Lex.FundColumn[l.Items[k].Bare]) {
		return false
	}
	figure := &l.Items[k+1]
	return !figure.Claimed && (figure.Figure().IsFigure() || value.IsNothing(figure.Text))
}
