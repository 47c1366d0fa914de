package funds

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/units"
)

// fileInCells reads a row of the whole money whose cells hold heading and figure both:
//
//	项目资金 | 年初预算数:150万元 | 全年预算数:165万元 | 全年执行数:161.7万元 | 执行率:98%
//
// It reports false where the row is another. At least two cells must be such, and a
// column may stand only once. It may go on in the next row. A cell with a label that nobody
// knows stays for others.
func fileInCells(p *Reader, l *table.Line) bool {
	row := normalize.FundRow{Label: p.Lex.Words.Labels.WholeMoney}
	goesOn := p.inCells != nil && p.inCells.Table == l.Table && p.inCells.Row+1 == l.Row && p.Report.Funds.Row("total") != nil
	if goesOn {
		row = *p.Report.Funds.Row("total")
	}
	columns := make([]normalize.Column, len(l.Items)) // "" for the block's label
	n := 0
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			return false
		}
		id, f := inCell(it, p.Lex)
		if id == "" {
			if kv, ok := table.CutColon(it.Text); len(p.Lex.Block[it.Bare]) == 0 && (!ok || kv[1] == "" || p.Lex.Knows(lexicon.Bare(kv[0]))) {
				return false
			}
			continue
		}
		to := row.Slot(id)
		if f == nil || *to != nil {
			return false
		}
		*to, columns[k] = f, id
		n++
	}
	if n < 2 || !goesOn && p.Report.Funds != nil && p.Report.Funds.Row("total") != nil {
		return false
	}
	p.open()
	p.inCells = l
	if !goesOn {
		row.Source = p.uniqueSource("total")
	}
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case columns[k] != "":
			it.Claimed, it.Role, it.Path = true, normalize.RoleNumber, normalize.FundPath(row.Source, columns[k])
		case len(p.Lex.Block[it.Bare]) > 0:
			it.Claimed, it.Role = true, normalize.RoleLabel
			p.UnitFrom(it)
		}
	}
	if goesOn {
		*p.Report.Funds.Row("total") = row
	} else {
		p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
	}
	return true
}

// inCell reads a cell of heading and figure: the column, "" for another cell, and the figure,
// nil where there is none.
func inCell(it *table.Item, lex *lexicon.Lexicon) (normalize.Column, *normalize.Field) {
	all := blank.Close(it.Text) // 165 100 are two figures
	label, text, ok := strings.Cut(all, ":")
	if n := strings.IndexAny(all, "0123456789"); !ok && n > 0 { // 执行率99%: what its unit says
		label, text = all[:n], all[n:]
		ok = value.Figure(text).Unit == "%" || units.MoneyName(value.Figure(text).Unit) != ""
	}
	id := lex.FundColumn[lexicon.Bare(label)]
	if !ok || !table.IsFundColumn(id) {
		return "", nil
	}
	f := value.Figure(text)
	if isMarks(id) {
		f = value.Mark(text)
	}
	if !f.IsFigure() {
		return normalize.Column(id), nil
	}
	f.Text, f.At = it.Text, it.Ref()
	return normalize.Column(id), f
}
