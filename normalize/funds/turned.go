package funds

import (
	"ziping/normalize"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Money with its sources side by side and a row for each kind of amount:
//
//	资金来源 | 合计 | 中央 | 省级 | 其他
//	预算数   | 100  | 60   | 30   | 10
//	执行数   | 95   | 58   | 28   | 9

// fewestTurned is how many sources a heading names to be told from a row of one.
const fewestTurned = 3

// turnedRow is a row of such a block: what its amounts are, and the amounts.
type turnedRow struct {
	label  *table.Item
	column normalize.Column
	cells  []*table.Item
}

// Turned reads such a block whose heading is line i and returns the line
// after it, i where there is none. Only what stands in place is read.
func (p *Reader) Turned(i int) int {
	sources := p.turnedHeading(p.Lines[i])
	if len(sources) < fewestTurned {
		return i
	}
	var rows []turnedRow
	end := i + 1
	for ; end < len(p.Lines); end++ {
		r, ok := p.turnedRow(p.Lines[end], sources)
		if !ok {
			break
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return i
	}
	b := table.Block{Kind: table.FundBlock, Head: i, Body: i + 1, End: end}
	for k := range p.Lines[i].Items {
		it := &p.Lines[i].Items[k]
		it.Claimed, it.Role = true, normalize.RoleHeading
		p.UnitFrom(it)
	}
	if p.Report.Funds == nil {
		p.Report.Funds = &normalize.Funds{}
	}
	for _, s := range sources {
		b.Slots = append(b.Slots, table.Slot{Col: s.Col, Span: s.Span, ID: string(normalize.Budget), Label: s.Text})
		row := normalize.FundRow{Source: p.uniqueSource(p.Lex.Source[s.Bare]), Label: s.Text}
		for _, r := range rows {
			r.label.Claimed, r.label.Role = true, normalize.RoleLabel
			f := &normalize.Field{State: normalize.Blank}
			for _, c := range r.cells {
				if s.Covers(c.Col) {
					f = c.Field()
					c.Claimed, c.Role = true, normalize.RoleNumber
					c.Path = normalize.FundPath(row.Source, r.column)
				}
			}
			*row.Slot(r.column) = f
		}
		p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
	}
	p.Blocks = append(p.Blocks, b)
	return end
}

// turnedHeading lists the sources that a heading names, none where it names
// anything else.
func (p *Reader) turnedHeading(l *table.Line) []*table.Item {
	if l.Loose || l.Woven {
		return nil
	}
	var out []*table.Item
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case it.Claimed:
			return nil
		case len(out) == 0 && (len(p.Lex.Block[it.Bare]) > 0 || p.Lex.FundColumn[it.Bare] == "label"):
		case p.Lex.Source[it.Bare] != "" && p.Lex.FundColumn[it.Bare] == "":
			out = append(out, it)
		default:
			return nil
		}
	}
	return out
}

// turnedRow reads a row of amounts; false where a cell does not stand under a
// source, or is no amount.
func (p *Reader) turnedRow(l *table.Line, sources []*table.Item) (r turnedRow, ok bool) {
	if l.Loose {
		return r, false
	}
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case r.label == nil && len(p.Lex.Block[it.Bare]) > 0 && p.Lex.FundColumn[it.Bare] == "":
		case r.label == nil:
			id := p.Lex.FundColumn[it.Bare]
			if !table.IsFundColumn(id) || id == string(normalize.Weight) || id == string(normalize.Score) {
				return r, false
			}
			r.label, r.column = it, normalize.Column(id)
		case !it.Figure().IsFigure() && !value.IsNothing(it.Text):
			return r, false
		default:
			placed := false
			for _, s := range sources {
				placed = placed || s.Covers(it.Col)
			}
			if !placed {
				return r, false
			}
			r.cells = append(r.cells, it)
		}
	}
	return r, r.label != nil && len(r.cells) > 0
}
