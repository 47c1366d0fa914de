package read

import (
	"ziping/normalize"
	"ziping/normalize/value"
)

// fundPairs reads money printed as pairs of heading and figure in a row:
//
//	项目资金(万元) | 年初预算数 | 100.00 | 全年预算数 | 110.00 | 全年执行数 | 105.00 | 执行率 | 95.45%
//
// A row that names no source is that of the whole money; pairs may go on in the
// next row.
func (p *fundReader) fundPairs(l *line) bool {
	if l.loose || len(l.items) < 2 {
		return false
	}
	pairs := 0
	for k := range l.items {
		if p.fundPair(l, k) {
			pairs++
		}
	}
	goesOn := p.pairs != nil && p.pairs.table == l.table && l.row <= p.pairs.row+1
	if pairs < 2 && !(pairs == 1 && goesOn) {
		return false
	}
	p.pairs = l
	source, label := "total", ""
	for k := range l.items {
		it := &l.items[k]
		if s := p.lex.Source[it.bare]; s != "" && p.lex.FundColumn[it.bare] == "" {
			source, label = s, it.text
			it.claimed, it.role = true, normalize.RoleLabel
			break
		}
		if label == "" && len(p.lex.Block[it.bare]) > 0 {
			label = it.text
		}
	}
	if p.rep.Funds == nil {
		p.rep.Funds = &normalize.Funds{}
	}
	row := p.rep.Funds.Row(source)
	if row == nil {
		p.rep.Funds.Rows = append(p.rep.Funds.Rows, normalize.FundRow{Source: source, Label: label})
		row = &p.rep.Funds.Rows[len(p.rep.Funds.Rows)-1]
	}
	for k := range l.items {
		it := &l.items[k]
		switch {
		case it.claimed:
		case p.fundPair(l, k):
			column := normalize.Column(p.lex.FundColumn[it.bare])
			to, figure := row.Slot(column), &l.items[k+1]
			if *to != nil {
				continue // printed twice: which one counts is not known
			}
			p.moneyUnitFrom(it)
			*to = figure.figureField()
			it.claimed, it.role = true, normalize.RoleLabel
			figure.claimed, figure.role, figure.path = true, normalize.RoleNumber, normalize.FundPath(source, column)
		case len(p.lex.Block[it.bare]) > 0:
			p.moneyUnitFrom(it)
			it.claimed, it.role = true, normalize.RoleLabel
		}
	}
	return true
}

// fundPair reports a heading of money at place k with its figure behind it.
func (p *fundReader) fundPair(l *line, k int) bool {
	if k+1 >= len(l.items) || !columnar(p.lex.FundColumn[l.items[k].bare]) {
		return false
	}
	figure := &l.items[k+1]
	return !figure.claimed && (figure.figureOf().IsFigure() || value.IsNothing(figure.text))
}
