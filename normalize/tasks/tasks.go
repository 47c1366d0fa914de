// Package tasks reads tables of tasks with columns of their own, which stand in forms of whole
// offices beside the list of indicators.
//
//	next := tasks.Read(d, i) // i where line i heads none
package tasks

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Read reads a table of tasks with columns of its own, and returns the line after it, i
// where line i heads none:
//
//	任务名称 | 主要内容 | 批复金额 |          | 实际支出
//	         |          | 总额     | 财政拨款 |
//	科普活动 | 开展活动 | 40       | 40       | 36
//
// The label of the whole table may stand before them: 年度主要任务 | 任务名称 | 主要内容.
// What it says has no key of its own; each cell is filed under its task and its column.
func Read(p *draft.Draft, i int) int {
	first := headsTasks(p, i)
	if first < 0 {
		return i
	}
	head := &p.Lines[i].Items[first]
	var columns []table.Slot
	end := i
	for ; end < len(p.Lines) && (end == i || goesOnAbove(p, head, end)); end++ {
		for k := range p.Lines[end].Items {
			it := &p.Lines[end].Items[k]
			it.Claimed, it.Role = true, normalize.RoleHeading
			if end == i && k < first {
				it.Role = normalize.RoleLabel
			}
			if end == i && k > first || end > i {
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
// It returns the place of that column, -1 where the line is another.
func headsTasks(p *draft.Draft, i int) int {
	const fewest = 3
	l := p.Lines[i]
	if l.Loose || l.Heads != table.NoHead && l.Heads != table.FundHead || l.HasFigure() {
		return -1
	}
	first := tasksAt(p, l)
	if first < 0 || len(l.Items)-first < fewest {
		return -1
	}
	head := &l.Items[first]
	for next := i + 1; next < len(p.Lines) && next <= i+2; next++ {
		if ofTask(p, head, next) {
			if l.Heads == table.NoHead || says(p.Lines[next]) { // 任务 | 预算数 | 执行数 is money
				return first
			}
			return -1
		}
		if !goesOnAbove(p, head, next) {
			return -1
		}
	}
	return -1
}

// tasksAt is where the column of tasks stands in a row of headings: first, or behind the label
// of the whole table, which is that of what is to be done; -1 where there is none.
func tasksAt(p *draft.Draft, l *table.Line) int {
	for k := 0; k < len(l.Items) && k < 2 && !l.Items[k].Claimed; k++ {
		if p.Lex.TaskHeading[l.Items[k].Bare] {
			return k
		}
		if p.Lex.GoalColumn[l.Items[k].Bare] != "expected" {
			break
		}
	}
	return -1
}

// says reports words behind the first cell of a row.
func says(l *table.Line) bool {
	return slices.ContainsFunc(l.Items[1:], func(it table.Item) bool { return !value.IsFigure(it.Text) && !value.IsNothing(it.Text) })
}

// goesOnAbove reports a second row of headings, which has none under the first of them.
func goesOnAbove(p *draft.Draft, head *table.Item, i int) bool {
	l := p.Lines[i]
	return l.Table == head.At.Table && !l.Loose && !l.HasFigure() && len(l.Items) > 0 && l.Items[0].Col > head.Col &&
		i+1 < len(p.Lines) && ofTask(p, head, i+1)
}

// ofTask reports a row of such a table: a task under its heading, and cells behind it.
func ofTask(p *draft.Draft, head *table.Item, i int) bool {
	l := p.Lines[i]
	if l.Table != head.At.Table || l.Loose || p.StartsBlock(i) || len(l.Items) < 2 {
		return false
	}
	it := &l.Items[0]
	return head.Covers(it.Col) && !it.Claimed && !value.IsFigure(it.Text) && p.Lex.Head[it.Bare] == "" && p.Lex.Foot[it.Bare] != "other" && len(p.Lex.Block[it.Bare]) == 0
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
