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
	found := map[int]*normalize.Field{}
	columns := map[int]normalize.Column{}
	seen := map[normalize.Column]bool{}
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
		if c := normalize.Column(id); !f.IsFigure() || seen[c] {
			return false
		}
		f.Text, f.At = it.Text, it.Ref()
		found[k], columns[k], seen[normalize.Column(id)] = f, normalize.Column(id), true
	}
	if len(found) < 2 || p.Report.Funds != nil && p.Report.Funds.Row("total") != nil {
		return false
	}
	p.open()
	row := normalize.FundRow{Source: p.uniqueSource("total"), Label: p.Lex.Words.Labels.WholeMoney}
	for k := range l.Items {
		it := &l.Items[k]
		it.Claimed, it.Role = true, normalize.RoleLabel
		if f := found[k]; f != nil {
			*row.Slot(columns[k]) = f
			it.Role, it.Path = normalize.RoleNumber, normalize.FundPath(row.Source, columns[k])
		} else {
			p.UnitFrom(it)
		}
	}
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
	return true
}
