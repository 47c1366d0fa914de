package tasks

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
)

// Remarks reads a small table of remarks (资金管理情况 | 情况说明 | 存在问题和改进措施,
// under it 分配科学性 | … | …) and returns the line after it. Each text is filed
// under the label of its row, the last one where it has several (下达及时性 | 7 |
// 资金分解下达进度), those of further columns under both labels.
func Remarks(p *draft.Draft, i int) int {
	head := p.Lines[i]
	b := table.Block{Kind: table.RemarkBlock, Head: i, Body: i + 1}
	var columns []table.Slot
	for k := range head.Items {
		it := &head.Items[k]
		switch {
		case p.Lex.RemarkColumn[it.Bare]:
			it.Role = normalize.RoleHeading
			columns = append(columns, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text})
		default:
			it.Role = normalize.RoleLabel
		}
		it.Claimed = true
	}
	for i++; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i); i++ {
		l := p.Lines[i]
		label := l.First()
		if label == nil {
			continue
		}
		labels := table.RemarkLabels(l, columns)
		if _, known := p.Lex.Head[label.Bare]; known || p.Lex.Foot[label.Bare] != "" || len(p.Lex.Block[label.Bare]) > 0 || len(l.Items) > len(columns)+labels || len(label.Bare) > 60 || label.Bare == "" {
			break
		}
		for k := range labels {
			it := &l.Items[k]
			it.Claimed, it.Role = true, normalize.RoleLabel
			if !it.Figure().IsFigure() {
				label = it
			}
		}
		moved := labels > 1 && len(columns) > 0 && l.Items[labels-1].Col >= columns[0].Col
		for k, n := labels, 0; k < len(l.Items); k, n = k+1, n+1 {
			it := &l.Items[k]
			name := label.Text
			for c := range columns {
				if columns[c].Covers(it.Col) && !moved {
					n = c
				}
			}
			if n > 0 && n < len(columns) {
				name += " " + columns[n].Label
			}
			p.Other(name, it, it.Text)
			it.Role = normalize.RoleText
		}
		if len(l.Items) == labels {
			p.Report.Other = append(p.Report.Other, normalize.Labelled{Label: label.Text, Field: &normalize.Field{State: normalize.Blank}})
		}
	}
	b.End, b.Slots = i, columns
	p.EndBlock(b)
	return i
}
