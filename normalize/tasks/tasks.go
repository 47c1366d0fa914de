// Package tasks reads tables with columns of their own, which stand beside the list of
// indicators: those of the tasks of whole offices, those of the people who gave the marks, and
// remarks on how the money was managed.
//
//	next := tasks.Read(d, i)    // i where line i heads none
//	next := tasks.Remarks(d, i) // where it heads remarks
package tasks

import (
	"slices"
	"strings"

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
// What it says has no key of its own; each cell is filed under its task and its column. A
// table of people is read alike, by their names:
//
//	评价人员 | 姓名   | 职务 | 单位
//	         | 王秀英 | 组长 | 水利局
func Read(p *draft.Draft, i int) int {
	first, body := headsTasks(p, i)
	if body == i {
		return i
	}
	head := &p.Lines[i].Items[first]
	var columns []table.Slot
	for level, l := range p.Lines[i:body] {
		for k := range l.Items {
			it := &l.Items[k]
			it.Claimed, it.Role = true, normalize.RoleHeading
			switch {
			case level == 0 && k < first:
				it.Role = normalize.RoleLabel
			case level > 0 || k > first:
				columns = append(columns, table.Slot{Col: it.Col, Span: it.Span, Label: it.Text, Level: level})
			}
		}
	}
	b := table.Block{Kind: table.RemarkBlock, Head: i, Body: body}
	end := body
	for ; ofTask(p, head, end); end++ {
		l := p.Lines[end]
		task := &l.Items[0]
		task.Claimed, task.Role = true, normalize.RoleLabel
		for k := range l.Items[1:] {
			it := &l.Items[k+1]
			names := over(columns, it.Col)
			if !head.Covers(task.Col) && k < len(columns) { // without the empty cell before it
				names = []string{columns[k].Label}
			}
			p.Other(strings.Join(append([]string{task.Text}, names...), " "), it, it.Text)
			it.Role = normalize.RoleText
		}
	}
	b.End, b.Slots = end, columns
	p.EndBlock(b)
	return end
}

// headsTasks reports the headings of such a table: words alone, in the first column what is
// called so, above a row of several cells that begins under it.
// It returns the place of that column and the line of the first task, i where the line is another.
func headsTasks(p *draft.Draft, i int) (first, body int) {
	const fewest = 3
	l := p.Lines[i]
	if l.Heads == table.PeopleHead {
		return slices.IndexFunc(l.Items, func(it table.Item) bool { return p.Lex.PersonHeading[it.Bare] }), i + 1
	}
	if l.Heads != table.NoHead && l.Heads != table.FundHead || l.HasFigure() {
		return 0, i
	}
	first, ok := tasksAt(p, l)
	if !ok || len(l.Items)-first < fewest {
		return 0, i
	}
	head := &l.Items[first]
	if body = i + 1; goesOnAbove(p, head, body) {
		body++
	}
	if !ofTask(p, head, body) || l.Heads != table.NoHead && !says(p.Lines[body]) { // 任务 | 预算数 | 执行数 is money
		return 0, i
	}
	return first, body
}

// tasksAt is where the column of tasks stands in a row of headings: first, or behind the label
// of the whole table, which is that of what is to be done.
func tasksAt(p *draft.Draft, l *table.Line) (at int, ok bool) {
	if p.Lex.GoalColumn[l.Items[0].Bare] == "expected" {
		at = 1
	}
	return at, at < len(l.Items) && p.Lex.TaskHeading[l.Items[at].Bare]
}

// says reports words behind the first cell of a row.
func says(l *table.Line) bool {
	return slices.ContainsFunc(l.Items[1:], func(it table.Item) bool { return !value.IsFigure(it.Text) && !value.IsNothing(it.Text) })
}

// goesOnAbove reports a second row of headings, which has none under the first of them.
func goesOnAbove(p *draft.Draft, head *table.Item, i int) bool {
	return ofTask(p, head, i+1) && p.Lines[i].Items[0].Col > head.Col && !p.Lines[i].HasFigure()
}

// ofTask reports a row of such a table: a task under its heading, and cells behind it.
func ofTask(p *draft.Draft, head *table.Item, i int) bool {
	if i >= len(p.Lines) {
		return false
	}
	l := p.Lines[i]
	if l.Table != head.At.Table || l.Loose || p.StartsBlock(i) || len(l.Items) < 2 {
		return false
	}
	it := &l.Items[0]
	under := head.Covers(it.Col) || it.Col < head.Col && p.Lex.PersonHeading[head.Bare]
	return under && !it.Claimed && !value.IsFigure(it.Text) && p.Lex.Head[it.Bare] == "" && p.Lex.Foot[it.Bare] != "other" && len(p.Lex.Block[it.Bare]) == 0
}

// over is what stands over a column: the heading of the first row that is nearest, and the one
// right above it.
func over(columns []table.Slot, col int) (names []string) {
	for _, c := range columns {
		switch {
		case c.Level == 0 && c.Col <= col:
			names = []string{c.Label}
		case c.Covers(col):
			names = append(names, c.Label)
		}
	}
	return names
}
