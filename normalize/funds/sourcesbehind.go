package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/table"
)

// fileSources reads a row whose label names the column of all its figures: the first is
// the whole, each of the others stands behind its source.
//
//	实际到位(万元) | 640 | 其中:财政资金 | 520 | 自筹资金 | 120
//	实际支出(万元) | 628 | 其中:财政资金 | 512 | 自筹资金 | 116
//
// The name of the block may stand before the first. It reports false where the row is another.
func fileSources(p *Reader, l *table.Line) bool {
	items := l.Items
	if len(items)%2 == 1 && len(p.Lex.Block[items[0].Bare]) > 0 && !items[0].Claimed {
		items = items[1:]
	}
	if len(items) < 4 || len(items)%2 != 0 {
		return false
	}
	for k := range items {
		switch it := &items[k]; {
		case it.Claimed, k%2 == 1 && !isAmount(it):
			return false
		case k == 0:
			if id := p.Lex.FundColumn[it.Bare]; isMarks(id) || id == "" || id == "label" || id == "group" {
				return false
			}
		case k%2 == 0 && (p.Lex.Source[it.Bare] == "" || p.Lex.Source[it.Bare] == "total" || p.Lex.FundColumn[it.Bare] != ""):
			return false
		}
	}
	if block := &l.Items[0]; block != &items[0] {
		p.UnitFrom(block)
		block.Claimed, block.Role = true, normalize.RoleLabel
	}
	label := &items[0]
	column := normalize.Column(p.Lex.FundColumn[label.Bare])
	p.UnitFrom(label)
	for k := 0; k < len(items); k += 2 {
		name, cell := &items[k], &items[k+1]
		id, text := p.Lex.Source[name.Bare], name.Text
		if k == 0 {
			id, text = "total", p.Lex.Words.Labels.WholeMoney
		}
		row := record(p, id, text)
		if (&amount{column: column, label: label.Text, cell: cell, to: cell.To}).fileIn(row) {
			name.Claimed, name.Role = true, normalize.RoleLabel
		}
	}
	return true
}

// fileParts reads a row of sources with their amounts and nothing of the whole, and the row
// below it that says of each what was spent:
//
//	资金构成 | 中央   | 800 | 省级   | 300 | 县级   | 250
//	         | 已支出 | 800 | 已支出 | 300 | 已支出 | 182.5
//
// It reports false where the row is another.
func fileParts(p *Reader, l *table.Line) bool {
	items := l.Items
	column := normalize.Budget
	if len(items)%2 == 1 {
		first := &items[0]
		if first.Claimed || first.Figure().IsFigure() || len(p.Lex.Block[first.Bare]) == 0 && p.Lex.FundColumn[first.Bare] == "" {
			return false
		}
		if p.Lex.FundColumn[first.Bare] == string(normalize.Executed) {
			column = normalize.Executed
		}
		items = items[1:]
	}
	if len(items) < 4 {
		return false
	}
	for k := 0; k < len(items); k += 2 {
		name, cell := &items[k], &items[k+1]
		if name.Claimed || cell.Claimed || p.Lex.Source[name.Bare] == "" || p.Lex.Source[name.Bare] == "total" || p.Lex.FundColumn[name.Bare] != "" || !isAmount(cell) {
			return false
		}
	}
	under := below(p, l)
	for k := 0; k < len(items); k += 2 {
		name, cell := &items[k], &items[k+1]
		row := record(p, p.Lex.Source[name.Bare], name.Text)
		if (&amount{column: column, cell: cell, to: cell.To}).fileIn(row) {
			name.Claimed, name.Role = true, normalize.RoleLabel
		}
		if under == nil {
			continue
		}
		for j := range under.Items {
			if it := &under.Items[j]; it.Col == name.Col && pair(under, j, p.Lex) {
				figure := &under.Items[j+1]
				if (&amount{column: normalize.Column(columnOf(under, j, p.Lex)), cell: figure, to: figure.To}).fileIn(row) {
					it.Claimed, it.Role = true, normalize.RoleLabel
				}
			}
		}
	}
	if first := &l.Items[0]; first != &items[0] {
		p.UnitFrom(first)
		first.Claimed, first.Role = true, normalize.RoleLabel
	}
	return true
}

// below is the next row of the table, nil for none.
func below(p *Reader, l *table.Line) *table.Line {
	i := slices.Index(p.Lines, l) + 1
	if i >= len(p.Lines) || p.Lines[i].Table != l.Table || p.Lines[i].Loose {
		return nil
	}
	return p.Lines[i]
}
