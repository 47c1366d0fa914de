package funds

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// fileInCells reads a row of the whole money whose cells hold heading and figure both:
//
//	项目资金 | 年初预算数:150万元 | 全年预算数:165万元 | 全年执行数:161.7万元 | 执行率:98%
//
// It reports false where the row is another. At least two cells must be such, and a
// column may stand only once.
func fileInCells(p *Reader, l *table.Line) bool {
	row := normalize.FundRow{Label: p.Lex.Words.Labels.WholeMoney}
	columns := make([]normalize.Column, len(l.Items)) // "" for the block's label
	n := 0
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			return false
		}
		label, text, ok := strings.Cut(it.Folded, ":")
		id := p.Lex.FundColumn[lexicon.Bare(label)]
		if !ok || !table.IsFundColumn(id) {
			if len(p.Lex.Block[it.Bare]) == 0 {
				return false
			}
			continue
		}
		f := value.Figure(text)
		if isMarks(id) {
			f = value.Mark(text)
		}
		to := row.Slot(normalize.Column(id))
		if !f.IsFigure() || *to != nil {
			return false
		}
		f.Text, f.At = it.Text, it.Ref()
		*to, columns[k] = f, normalize.Column(id)
		n++
	}
	if n < 2 || p.Report.Funds != nil && p.Report.Funds.Row("total") != nil {
		return false
	}
	p.open()
	row.Source = p.uniqueSource("total")
	for k := range l.Items {
		it := &l.Items[k]
		it.Claimed, it.Role = true, normalize.RoleLabel
		if columns[k] != "" {
			it.Role, it.Path = normalize.RoleNumber, normalize.FundPath(row.Source, columns[k])
		} else {
			p.UnitFrom(it)
		}
	}
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
	return true
}
