package place

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// tasks reads a table of tasks with columns of its own, and returns the line after it, i
// where line i heads none:
//
//	任务名称 | 主要内容 | 批复金额 |          | 实际支出
//	         |          | 总额     | 财政拨款 |
//	科普活动 | 开展活动 | 40       | 40       | 36
//
// What it says has no key of its own; each cell is filed under its task and its column.
func tasks(p *draft.Draft, i int) int {
	head := p.Lines[i]
	if !headsTasks(p, i) {
		return i
	}
	var columns []table.Slot
	end := i
	for ; end < len(p.Lines) && (end == i || goesOnAbove(p, head, end)); end++ {
		for k := range p.Lines[end].Items {
			it := &p.Lines[end].Items[k]
			it.Claimed, it.Role = true, normalize.RoleHeading
			if end == i && k > 0 || end > i {
				columns = append(columns, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text, Level: end - i})
			}
		}
	}
	b := table.Block{Kind: table.RemarkBlock, Head: i, Body: end}
	for ; end < len(p.Lines) && ofTask(p, head, end); end++ {
		l := p.Lines[end]
		task := &l.Items[0]
		task.Claimed, task.Role = true, normalize.RoleLabel
		for k := range l.Items[1:] {
			it := &l.Items[k+1]
			name := task.Text
			if label := over(columns, it.Col); label != "" {
				name += " " + label
			}
			p.Other(name, it, it.Text)
			it.Role = normalize.RoleText
		}
	}
	b.End, b.Slots = end, columns
	p.Blocks = append(p.Blocks, b)
	return end
}

// headsTasks reports the headings of such a table: words alone, in the first column what is
// called so, above a row of several cells that begins under it.
func headsTasks(p *draft.Draft, i int) bool {
	const fewest = 3
	l := p.Lines[i]
	if l.Loose || l.Heads != table.NoHead && l.Heads != table.FundHead || len(l.Items) < fewest || l.HasFigure() || !p.Lex.TaskHeading[l.Items[0].Bare] || l.Items[0].Claimed {
		return false
	}
	for next := i + 1; next < len(p.Lines) && next <= i+2; next++ {
		if ofTask(p, l, next) {
			return l.Heads == table.NoHead || says(p.Lines[next]) // 任务 | 预算数 | 执行数 is money
		}
		if !goesOnAbove(p, l, next) {
			return false
		}
	}
	return false
}

// says reports words behind the first cell of a row.
func says(l *table.Line) bool {
	return slices.ContainsFunc(l.Items[1:], func(it table.Item) bool { return !value.IsFigure(it.Text) && !value.IsNothing(it.Text) })
}

// goesOnAbove reports a second row of headings, which has none under the first of them.
func goesOnAbove(p *draft.Draft, head *table.Line, i int) bool {
	l := p.Lines[i]
	return l.Table == head.Table && !l.Loose && !l.HasFigure() && len(l.Items) > 0 && l.Items[0].Col > head.Items[0].Col &&
		i+1 < len(p.Lines) && ofTask(p, head, i+1)
}

// ofTask reports a row of such a table: a task under its heading, and cells behind it.
func ofTask(p *draft.Draft, head *table.Line, i int) bool {
	l := p.Lines[i]
	if l.Table != head.Table || l.Loose || p.StartsBlock(i) || len(l.Items) < 2 {
		return false
	}
	it := &l.Items[0]
	return head.Items[0].Covers(it.Col) && !it.Claimed && !value.IsFigure(it.Text) && p.Lex.Head[it.Bare] == "" && p.Lex.Foot[it.Bare] != "other" && len(p.Lex.Block[it.Bare]) == 0
}

// over is what stands over a column: the heading right above it behind the one over that.
func over(columns []table.Slot, col int) string {
	first, second := -1, -1
	for k := range columns {
		switch c := &columns[k]; {
		case c.Level > 0 && c.Covers(col):
			second = k
		case c.Level == 0 && c.Col <= col && (first < 0 || c.Col > columns[first].Col):
			first = k
		}
	}
	switch {
	case first < 0 && second < 0:
		return ""
	case second < 0:
		return columns[first].Label
	case first < 0:
		return columns[second].Label
	}
	return columns[first].Label + " " + columns[second].Label
}
