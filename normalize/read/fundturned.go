package read

import (
	"ziping/normalize"
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
	label  *item
	column normalize.Column
	cells  []*item
}

// turnedFunds reads such a block whose heading is line i and returns the line
// after it, i where there is none. Only what stands in place is read.
func (p *fundReader) turnedFunds(i int) int {
	sources := p.turnedHeading(p.lines[i])
	if len(sources) < fewestTurned {
		return i
	}
	var rows []turnedRow
	end := i + 1
	for ; end < len(p.lines); end++ {
		r, ok := p.turnedRow(p.lines[end], sources)
		if !ok {
			break
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return i
	}
	b := block{kind: fundBlock, head: i, body: i + 1, end: end}
	for k := range p.lines[i].items {
		it := &p.lines[i].items[k]
		it.claimed, it.role = true, normalize.RoleHeading
		p.moneyUnitFrom(it)
	}
	if p.rep.Funds == nil {
		p.rep.Funds = &normalize.Funds{}
	}
	for _, s := range sources {
		b.slots = append(b.slots, slot{col: s.col, span: s.span, id: string(normalize.Budget), label: s.text})
		row := normalize.FundRow{Source: p.uniqueSource(p.lex.Source[s.bare]), Label: s.text}
		for _, r := range rows {
			r.label.claimed, r.label.role = true, normalize.RoleLabel
			f := &normalize.Field{State: normalize.Blank}
			for _, c := range r.cells {
				if s.within(c.col) {
					f = c.figureField()
					c.claimed, c.role = true, normalize.RoleNumber
					c.path = normalize.FundPath(row.Source, r.column)
				}
			}
			*row.Slot(r.column) = f
		}
		p.rep.Funds.Rows = append(p.rep.Funds.Rows, row)
	}
	p.blocks = append(p.blocks, b)
	return end
}

// turnedHeading lists the sources that a heading names, none where it names
// anything else.
func (p *fundReader) turnedHeading(l *line) []*item {
	if l.loose || l.woven {
		return nil
	}
	var out []*item
	for k := range l.items {
		it := &l.items[k]
		switch {
		case it.claimed:
			return nil
		case len(out) == 0 && (len(p.lex.Block[it.bare]) > 0 || p.lex.FundColumn[it.bare] == "label"):
		case p.lex.Source[it.bare] != "" && p.lex.FundColumn[it.bare] == "":
			out = append(out, it)
		default:
			return nil
		}
	}
	return out
}

// turnedRow reads a row of amounts; false where a cell does not stand under a
// source, or is no amount.
func (p *fundReader) turnedRow(l *line, sources []*item) (r turnedRow, ok bool) {
	if l.loose {
		return r, false
	}
	for k := range l.items {
		it := &l.items[k]
		switch {
		case r.label == nil && len(p.lex.Block[it.bare]) > 0 && p.lex.FundColumn[it.bare] == "":
		case r.label == nil:
			id := p.lex.FundColumn[it.bare]
			if !columnar(id) || id == string(normalize.Weight) || id == string(normalize.Score) {
				return r, false
			}
			r.label, r.column = it, normalize.Column(id)
		case !it.figureOf().IsFigure() && !value.IsNothing(it.text):
			return r, false
		default:
			placed := false
			for _, s := range sources {
				placed = placed || s.within(it.col)
			}
			if !placed {
				return r, false
			}
			r.cells = append(r.cells, it)
		}
	}
	return r, r.label != nil && len(r.cells) > 0
}
