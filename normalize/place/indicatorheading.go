package place

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/listhead"
	"ziping/normalize/table"
)

// indicatorHeadingGoesOn reports a second heading row: 指标性质 | 指标值 | 度量单位 under 年度指标值,
// or words of any kind under one heading behind the names.
func (p *listPlacer) indicatorHeadingGoesOn(l *table.Line, headings []table.Heading) bool {
	if over := listhead.UnderOne(l, headings, p.Lex); over >= 0 {
		headings[over].May = []string{lexicon.Over}
		return true
	}
	n := 0
	for k := range l.Items {
		it := &l.Items[k]
		switch {
		case p.Lex.IndicatorColumn[it.Bare] != "":
			n++
		case it.Bare == "" || p.Lex.Level1[it.Bare] || p.Lex.Level2[it.Bare] || it.Figure().IsFigure() || len(it.Bare) > 45:
			return false
		}
	}
	return n >= 2 && 2*n > len(l.Items) && !l.Loose
}

// givers reports a row of words under the last heading of the row above, which is that of
// the scores: who gave them. One of them is whoever fills the form in, which makes that
// column the score.
//
//	三级指标 | 指标值 | 完成值 | 分值 | 得分 |          |
//	         |        |        |      | 自评 | 主管部门 | 财政
func givers(p *listPlacer, above, l *table.Line, headings []table.Heading) bool {
	if len(headings) == 0 || len(l.Items) < 2 || l.Loose || l.Table != above.Table {
		return false
	}
	last := &headings[len(headings)-1]
	own := false
	for k := range l.Items {
		it := &l.Items[k]
		if it.Col != last.Item.Col+k || it.Figure().IsFigure() {
			return false
		}
		if strings.Contains(it.Bare, p.Lex.Words.SelfEvaluation) {
			own = true
		}
	}
	return own && last.May[0] == "score" && last.Level == headings[0].Level
}

// takeGivers takes such a row.
func takeGivers(p *listPlacer, l *table.Line, at int, headings []table.Heading) []table.Heading {
	score := &headings[len(headings)-1]
	score.May = []string{lexicon.Over}
	for k := range l.Items {
		it := &l.Items[k]
		it.Claimed, it.Role = true, normalize.RoleHeading
		h := table.Heading{Item: it, Level: at, May: []string{lexicon.Further}}
		if strings.Contains(it.Bare, p.Lex.Words.SelfEvaluation) {
			h.May = []string{"score"}
		}
		headings = append(headings, h)
	}
	return headings
}

// indicatorHeading takes a row of headings, the ones from line from on standing above
// it: those that may be columns, and the label of the whole list that may be one.
func (p *listPlacer) indicatorHeading(from, at int, headings []table.Heading) []table.Heading {
	l := p.Lines[at]
	inColumns := at > from // behind a heading of levels or names
	for k := range l.Items {
		it := &l.Items[k]
		if k > 0 {
			id := p.Lex.IndicatorColumn[l.Items[k-1].Bare]
			inColumns = inColumns || id == "level1" || id == "level2" || id == "name" || slices.Contains(p.Lex.ListMeaning[id].May, "name")
		}
		if it.Claimed {
			continue
		}
		it.Claimed, it.Role = true, normalize.RoleHeading
		if headedAbove(p.Lines[from:at], it) {
			continue
		}
		h := table.Heading{Item: it, Level: at}
		id := p.Lex.IndicatorColumn[it.Bare]
		m, several := p.Lex.ListMeaning[id]
		switch {
		case several:
			h.May, h.Sure = m.May, m.Sure
		case id != "":
			h.May = []string{id}
		case slices.Contains(p.Lex.Block[it.Bare], "indicators"): // 序号 | 绩效指标 | 目标值 | 完成值 | 得分
			h.May = []string{table.Aside, "name"}
		case inColumns && p.Lex.GoalColumn[it.Bare] == "expected": // 指标 | 绩效目标 | 实现程度
			h.May = []string{"target", lexicon.Further}
		case inColumns && p.Lex.GoalColumn[it.Bare] == "actual":
			h.May = []string{"actual", lexicon.Further}
		case len(p.Lex.Block[it.Bare]) > 0 || k == 0 && (it.Col == 0 || p.headsLevels(l)):
			h.May = []string{table.Aside} // 年度绩效目标1(80分)
		default:
			h.May = []string{lexicon.Further}
		}
		headings = append(headings, h)
	}
	return headings
}

// sideLevel takes the name of the whole list for the heading of the first levels
// where these stand under it and no heading is called so: 项目绩效目标 | 二级指标 |
// 三级指标, over 产出目标(34分) | 数量 | 开放天数. Without second levels beside it the word
// under it must be known to be a first level: 绩效指标 | 指标, over 产出指标 | 开放天数.
func (p *listPlacer) sideLevel(headings []table.Heading, body int) {
	aside, second := -1, -1
	for k := range headings {
		switch h := &headings[k]; h.May[0] {
		case table.Aside:
			aside = k
		case "level1":
			return
		case "level2":
			second = k
		}
	}
	if aside < 0 || body >= len(p.Lines) || second >= 0 && headings[aside].Item.Col >= headings[second].Item.Col {
		return
	}
	side := headings[aside].Item
	for k := range p.Lines[body].Items {
		if it := &p.Lines[body].Items[k]; side.Covers(it.Col) && (second >= 0 || p.Lex.Level1[it.Bare]) && it.Bare != side.Bare && !it.Figure().IsFigure() && len(p.Lex.Block[it.Bare]) == 0 {
			headings[aside].May = []string{"level1"}
		}
	}
}

// wanted is what a list of indicators has: something must name them.
var wanted = map[string]int{"name": 2}

// columns makes columns of the headings.
func columns(p *draft.Draft, headings []table.Heading, body int) []table.Slot {
	listhead.LevelPoints(p, headings, body)
	slots := []table.Slot{}
	for k, id := range table.Columns(headings, wanted) {
		switch h := &headings[k]; id {
		case lexicon.Over:
		case table.Aside:
			h.Item.Role = normalize.RoleLabel
		default:
			slots = append(slots, h.Slot(id))
		}
	}
	table.SortSlots(slots)
	for k := range slots {
		slots[k].Missing = missingCost[slots[k].ID]
	}
	return slots
}

// printedAgain reports that the heading at line i is that of the list above it with nothing
// but the ends of pages between, printed once more by a page break, so that the list and its levels go on.
// A side label of its own (年度绩效目标2) heads another list.
func (p *listPlacer) printedAgain(i int) bool {
	n := len(p.Blocks)
	if n == 0 || p.Blocks[n-1].Kind != table.IndicatorBlock || slices.ContainsFunc(p.Lines[p.Blocks[n-1].End:i], func(l *table.Line) bool { return !l.OfPages() }) {
		return false
	}
	above, l := p.Lines[p.Blocks[n-1].Head], p.Lines[i]
	if label := &l.Items[0]; label.Role == normalize.RoleLabel && above.Items[0].Role == normalize.RoleLabel && label.Bare != above.Items[0].Bare {
		return false
	}
	return true
}

// asAbove gives columns whose headings are printed again what they are above: the rows of one
// page may not tell.
func asAbove(slots, above []table.Slot) {
	if !slices.EqualFunc(slots, above, func(a, b table.Slot) bool { return a.Label == b.Label }) {
		return
	}
	for k := range slots {
		slots[k].ID = above[k].ID
	}
}

// headedAbove reports a heading printed again in its own column.
func headedAbove(rows []*table.Line, it *table.Item) bool {
	for _, l := range rows {
		for k := range l.Items {
			if o := &l.Items[k]; o.Col == it.Col && o.Bare == it.Bare {
				return true
			}
		}
	}
	return false
}

// headsLevels reports a heading whose second cell is the first of the columns.
func (p *listPlacer) headsLevels(l *table.Line) bool {
	if len(l.Items) < 2 {
		return false
	}
	id := p.Lex.IndicatorColumn[l.Items[1].Bare]
	return id == "level1" || id == "name"
}
