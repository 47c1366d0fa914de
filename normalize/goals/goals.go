// Package goals reads the yearly goals of a form and what became of them: under headings of
// their own (预期目标 | 实际完成情况), beside the label of their block, behind labels of their
// own, listed below each other, or on lines around the table.
//
//	r := goals.Reader{Draft: d, StartsFoot: startsFoot}
//	next := r.Read(i) // i where line i begins no goals
package goals

import (
	"slices"

	"strings"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/units"
)

// Reader reads goals into a draft. StartsFoot reports a line that stands below all blocks.
type Reader struct {
	*draft.Draft
	StartsFoot func(l *table.Line) bool
}

// Read reads the goals that begin at line i and returns the line behind them, i where none do.
func (p *Reader) Read(i int) int {
	for _, read := range []func(int) int{p.beside, p.labelled, p.headed, p.listed} {
		if next := read(i); next > i {
			return next
		}
	}
	return i
}

// headed reads the block of yearly goals: a heading row (预期目标 | 实际完成情况)
// and the rows of text under it, up to the next block.
func (p *Reader) headed(i int) int {
	if p.Lines[i].Heads != table.GoalHead {
		return i
	}
	b := table.Block{Kind: table.GoalBlock, Head: i}
	l := p.Lines[i]
	for k := range l.Items {
		it := &l.Items[k]
		id := p.Lex.GoalColumn[it.Bare]
		// The first cell of 总体目标完成情况 | 总体目标 | 全年实际完成情况 names the
		// block; that of 年度绩效目标 | 实际完成情况 is a column.
		if p.namesGoals(it) && (id == "" || k == 0 && p.expectedAfter(l)) {
			it.Claimed, it.Role = true, normalize.RoleLabel
			continue
		}
		if id == "" {
			id = "other"
		}
		it.Claimed, it.Role = true, normalize.RoleHeading
		b.Slots = append(b.Slots, table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text})
	}
	for k := range b.Slots { // a heading covers all columns up to the next one
		if k+1 < len(b.Slots) {
			b.Slots[k].Span = b.Slots[k+1].Col - b.Slots[k].Col
		} else {
			b.Slots[k].Span = 1 << 20
		}
	}
	i++
	b.Body = i
	for i < len(p.Lines) && !p.StartsBlock(i) && !p.endsGoals(i) {
		i++
	}
	b.End = i
	slid := l.Counted && !slices.ContainsFunc(p.Lines[b.Body:b.End], func(l *table.Line) bool { return fills(l, b.Slots) })
	for _, l := range p.Lines[b.Body:b.End] {
		p.goalRow(l, b.Slots, slid)
	}
	p.EndBlock(b)
	return i
}

// beside reads goals that stand beside the label of their block, under no headings of
// their own: 年度总体目标 | 规范保洁 | 已清扫. What is expected comes first; what was done
// may have a label of its own: 年度总体目标 | 规范保洁 | 完成情况 | 已清扫. It returns the line
// behind them, i where there are none.
func (p *Reader) beside(i int) int {
	l := p.Lines[i]
	if l.Loose || len(l.Items) < 3 || len(l.Items) > 4 || l.Items[0].Claimed || !p.namesGoals(&l.Items[0]) && ID(l.Items[0].Bare, p.Lex) != "expected" {
		return i
	}
	expected, actual := &l.Items[1], &l.Items[len(l.Items)-1]
	row := goalsBeside{expected: expected.Col, done: -1, actual: actual.Col}
	if len(l.Items) == 4 {
		row.done = l.Items[2].Col
	}
	if !p.holds(&row, l.Items[1:]) {
		return i
	}
	l.Items[0].Claimed, l.Items[0].Role = true, normalize.RoleLabel
	slots := []table.Slot{
		{Col: expected.Col, Span: actual.Col - expected.Col, ID: "expected", Label: l.Items[0].Text},
		{Col: actual.Col, Span: 1 << 20, ID: "actual", Label: l.Items[0].Text},
	}
	for first := i; i < len(p.Lines) && (i == first || !p.Lines[i].Loose && !p.StartsBlock(i) && !p.endsGoals(i) && p.holds(&row, p.Lines[i].Items)); i++ {
		for k := range p.Lines[i].Items {
			if it := &p.Lines[i].Items[k]; it.Col == row.done {
				it.Claimed, it.Role = true, normalize.RoleLabel
			}
		}
		p.goalRow(p.Lines[i], slots, false)
	}
	return i
}

// goalsBeside are the columns of goals that have no headings, with that of the label of
// what was done, -1 for none.
type goalsBeside struct{ expected, done, actual int }

// holds reports cells that are goals in such columns, and nothing else.
func (p *Reader) holds(g *goalsBeside, cells []table.Item) bool {
	for k := range cells {
		switch it := &cells[k]; {
		case it.Claimed && it.Role == normalize.RoleLabel && it.Col < g.expected:
		case it.Col == g.done:
			if ID(it.Bare, p.Lex) != "actual" {
				return false
			}
		case it.Col == g.actual && g.done >= 0 && p.says(it):
		case it.Col != g.expected && it.Col != g.actual || !p.tells(it):
			return false
		}
	}
	return true
}

// tells reports a cell that tells of a goal: words that head and label nothing.
func (p *Reader) tells(it *table.Item) bool {
	return p.says(it) && !value.IsFigure(it.Text)
}

// says reports a cell that heads and labels nothing, as that behind a label: 23所.
func (p *Reader) says(it *table.Item) bool {
	b := it.Bare
	if kv, ok := table.CutColon(it.Text); ok { // 预期目标:规范保洁
		b = lexicon.Bare(kv[0])
	}
	return !it.Claimed && !value.IsNothing(it.Text) && p.Lex.Head[b] == "" && p.Lex.GoalColumn[b] == "" && p.Lex.Foot[b] == "" && len(p.Lex.Block[b]) == 0 && !p.Lex.Heads(b)
}

// namesGoals reports the label of a block of goals.
func (p *Reader) namesGoals(it *table.Item) bool {
	for _, kind := range p.Lex.Blocks(it.Bare) {
		if kind == "goals" {
			return true
		}
	}
	return false
}

// expectedAfter reports a column of expected goals behind the first cell.
func (p *Reader) expectedAfter(l *table.Line) bool {
	for k := range l.Items[1:] {
		if p.Lex.GoalColumn[l.Items[k+1].Bare] == "expected" {
			return true
		}
	}
	return false
}

func (p *Reader) endsGoals(i int) bool {
	l := p.Lines[i]
	if it := l.First(); it != nil && p.Lex.Head[it.Bare] != "" && (len(l.Items) > 1 || p.Lex.Head[it.Bare] == "other") {
		return true // a label, if with nothing behind it: 项目实施内容及过程概述
	}
	if l.Loose && (table.TitleOf(l.Items[0].Text, p.Lex) != table.NoTitle || table.YearAlone(l.Items[0].Text) || l.OfPage(p.Lex)) {
		return true
	}
	if kv, ok := table.CutColon(l.Items[0].Text); ok && len(l.Items) == 1 && units.MoneyName(kv[1]) != "" {
		return true // the unit of the block below: 单位:万元
	}
	return !l.Loose && (p.StartsFoot(l) || table.NamesIndicators(l, p.Lex) || p.namesOther(l.First()) || moneyInPairs(l, p.Lex))
}

// moneyInPairs reports a row of two headings of money or more, a figure behind each: 全年预算数 |
// 110.00 | 全年执行数 | 105.00.
func moneyInPairs(l *table.Line, lex *lexicon.Lexicon) bool {
	n := 0
	for k := range l.Items[:len(l.Items)-1] {
		if normalize.Column(lex.FundColumn[l.Items[k].Bare]).Kind() == normalize.Money && l.Items[k+1].Figure().IsFigure() {
			n++
		}
	}
	return n > 1
}

// namesOther reports the label of a block that holds no goals: 绩效指标 beside headings over
// those of the list.
func (p *Reader) namesOther(it *table.Item) bool {
	if it == nil {
		return false
	}
	of := p.Lex.Block[it.Bare]
	return len(of) > 0 && !slices.Contains(of, "goals")
}

// fills reports a row with a text in the very column of each heading.
func fills(l *table.Line, slots []table.Slot) bool {
	return !slices.ContainsFunc(slots, func(s table.Slot) bool {
		return !slices.ContainsFunc(l.Items, func(it table.Item) bool { return it.Col == s.Col })
	})
}

// goalRow takes the texts of one row. slid says that the headings may have lost a blank:
// columns are counted, and no row shows that each heading stands where its texts do.
func (p *Reader) goalRow(l *table.Line, slots []table.Slot, slid bool) {
	g := normalize.Goal{}
	var texts []*table.Item
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			continue
		}
		if p.namesGoals(it) && k == 0 {
			it.Claimed, it.Role = true, normalize.RoleLabel
		}
		if !it.Claimed {
			texts = append(texts, it)
		}
	}
	if len(texts) == 0 || len(slots) == 0 {
		return
	}
	n := len(p.Report.Goals)
	at := under(texts, slots)
	if k := len(texts) - 1; slid && p.doneOrNot(texts, slots, at) {
		g.Actual = &normalize.Field{Text: texts[k].Text, State: normalize.Garbled, Reading: normalize.Doubtful, At: texts[k].Ref()}
		at = at[:k] // held back
	}
	for k, s := range at {
		it := texts[k]
		f := value.Words(it.Text)
		f.At = it.Ref()
		it.Claimed, it.Role, it.To = true, normalize.RoleText, slots[s].Col
		switch slots[s].ID {
		case "expected":
			if g.Expected == nil {
				g.Expected, it.Path = f, normalize.GoalPath(n, normalize.Expected)
				continue
			}
		case "actual":
			if g.Actual == nil {
				g.Actual, it.Path = f, normalize.GoalPath(n, normalize.Actual)
				continue
			}
		}
		p.Report.Other = append(p.Report.Other, normalize.Labelled{Label: slots[s].Label, Field: f})
		it.Path = normalize.OtherPath(len(p.Report.Other) - 1)
	}
	for _, s := range slots {
		if s.ID == "expected" && g.Expected == nil {
			g.Expected = &normalize.Field{State: normalize.Blank}
		}
		if s.ID == "actual" && g.Actual == nil {
			g.Actual = &normalize.Field{State: normalize.Blank}
		}
	}
	p.Report.Goals = append(p.Report.Goals, g)
}

// doneOrNot reports a goal of which nothing stands under what was done, and words under a
// heading behind that. Where the headings may have lost a blank they may be either.
func (p *Reader) doneOrNot(texts []*table.Item, slots []table.Slot, at []int) bool {
	done := slices.IndexFunc(slots, func(s table.Slot) bool { return s.ID == "actual" })
	last := len(at) - 1
	return done >= 0 && last > 0 && at[last-1] < done && done < at[last] && slots[at[last]].ID == "other" && p.tells(texts[last])
}

// under says which heading each text of a row stands under. A row that lost empty cells in
// front has moved: all its texts move back together, by as little as puts each under a
// heading of its own. Where there is a text for each heading their order decides, and where
// no move does, the order of those that stand under none.
func under(texts []*table.Item, slots []table.Slot) []int {
	at := make([]int, len(texts))
	for shift := 0; shift <= slots[len(slots)-1].Col && len(texts) < len(slots); shift++ {
		last, apart := -1, true
		for k, it := range texts {
			at[k] = table.SlotAt(slots, it.Col+shift)
			apart = apart && at[k] > last
			last = at[k]
		}
		if apart {
			doneNotOther(at, texts, slots)
			return at
		}
	}
	for k, it := range texts {
		if at[k] = table.SlotAt(slots, it.Col); at[k] < 0 || len(texts) == len(slots) {
			at[k] = min(k, len(slots)-1)
		}
	}
	return at
}

// doneNotOther puts the last text of a row under what was done where it stands under another
// heading behind that, off its beginning, and nothing stands there: a goal has what became of
// it before it has a reason.
func doneNotOther(at []int, texts []*table.Item, slots []table.Slot) {
	last := len(at) - 1
	done := slices.IndexFunc(slots, func(s table.Slot) bool { return s.ID == "actual" })
	if s := at[last]; done >= 0 && last > 0 && at[last-1] < done && done < s && slots[s].ID == "other" && texts[last].Col != slots[s].Col {
		at[last] = done
	}
}

// ID is what a goal's label says; labels may be numbered: 项目年度目标1.
func ID(bare string, lex *lexicon.Lexicon) string {
	if id := lex.GoalColumn[bare]; id != "" {
		return id
	}
	return lex.GoalColumn[strings.TrimRight(bare, "0123456789")]
}
