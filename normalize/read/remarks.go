package read

import "ziping/normalize"

// remarkPlacer reads tables of remarks.
type remarkPlacer struct{ *draft }

// remarks reads a small table of remarks (资金管理情况 | 情况说明 | 存在问题和改进措施,
// under it 分配科学性 | … | …) and returns the line after it. Each text is filed
// under the label of its row, those of further columns under both labels.
func (p *remarkPlacer) remarks(i int) int {
	head := p.lines[i]
	b := block{kind: remarkBlock, head: i, body: i + 1}
	var columns []slot
	for k := range head.items {
		it := &head.items[k]
		switch {
		case p.lex.RemarkColumn[it.bare]:
			it.role = normalize.RoleHeading
			columns = append(columns, slot{col: it.col, span: it.span, label: it.text})
		default:
			it.role = normalize.RoleLabel
		}
		it.claimed = true
	}
	for i++; i < len(p.lines) && !p.lines[i].loose && !p.startsBlock(i); i++ {
		l := p.lines[i]
		label := l.first()
		if label == nil {
			continue
		}
		if _, known := p.lex.Head[label.bare]; known || p.lex.Foot[label.bare] != "" || len(p.lex.Block[label.bare]) > 0 || len(l.items) > len(columns)+1 || len(label.bare) > 60 || label.bare == "" {
			break
		}
		label.claimed, label.role = true, normalize.RoleLabel
		for k, n := 1, 0; k < len(l.items); k, n = k+1, n+1 {
			it := &l.items[k]
			name := label.text
			for c := range columns {
				if columns[c].covers(it.col) {
					n = c
				}
			}
			if n > 0 && n < len(columns) {
				name += " " + columns[n].label
			}
			p.other(name, it, it.text)
			it.role = normalize.RoleText
		}
		if len(l.items) == 1 {
			p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: label.text, Field: &normalize.Field{State: normalize.Blank}})
		}
	}
	b.end, b.slots = i, columns
	p.blocks = append(p.blocks, b)
	return i
}

// headsRemarks reports the heading of a table of remarks.
func (p *remarkPlacer) headsRemarks(l *line) bool {
	if l.loose || len(l.items) < 2 || !p.lex.RemarkBlock[l.items[0].bare] {
		return false
	}
	for k := range l.items[1:] {
		if p.lex.RemarkColumn[l.items[k+1].bare] {
			return true
		}
	}
	return false
}
