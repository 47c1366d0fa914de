package stream

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/units"
)

// Heading is a run of column headings in the stream.
type Heading struct {
	Kind   table.BlockKind
	Label  int      // token of the block's label, -1 if there is none
	Upper  []Headed // the upper row of two
	Lower  []Headed // the columns, in their order
	End    int      // first token after it
	Source bool     // a column 资金来源 stands over the labels
}

// Headed is one heading: which token, and the column it heads.
type Headed struct {
	Token int
	ID    string
	Col   int
}

// HeadingAt finds the headings of a block that start at token i, with or
// without the block's label in front.
func (w *Cells) HeadingAt(i int) (Heading, bool) {
	start, label := i, -1
	if len(w.Blocks(w.Tokens[i].Bare)) > 0 {
		label = i
		start = w.SkipBlanks(i + 1)
	}
	if start >= len(w.Tokens) {
		return Heading{}, false
	}
	for _, try := range []func(int, int) (Heading, bool){w.FundHeads, w.goalHeads, w.indicatorHeads} {
		if h, ok := try(start, label); ok {
			return h, true
		}
		if label >= 0 {
			if h, ok := try(i, -1); ok {
				return h, true
			}
		}
	}
	return Heading{}, false
}

// mostHeadings bounds the columns of a block; no form has half as many.
const mostHeadings = 48

// run collects the headings from token i on, by the list they are looked up in.
// Empty cells between them are passed over; one heading that nobody knows may
// stand between two known ones.
func (w *Cells) run(i int, list map[string]string) (out []Headed, end int) {
	end = i
	for k := i; k < len(w.Tokens) && len(out) < mostHeadings; k++ {
		t := &w.Tokens[k]
		if t.Blank {
			continue
		}
		id := list[t.Bare]
		if id == "" {
			if further := w.Lex.IndicatorColumn[t.Bare] == "other"; further && isMoney(out) && len(w.Blocks(t.Bare)) == 0 && w.Lex.Head[t.Bare] == "" {
				out = append(out, Headed{Token: k, ID: "other"}) // 复核得分, behind those of the money
				end = k + 1
				continue
			}
			next := w.SkipBlanks(k + 1)
			if grouped := slices.ContainsFunc(out, func(x Headed) bool { return x.ID == "group" }); grouped && slices.Contains(w.Blocks(t.Bare), "funds") && next < len(w.Tokens) && IsMoneyColumn(list[w.Tokens[next].Bare]) {
				out = append(out, Headed{Token: k, ID: "label"}) // 预算安排 | 拨付情况 | 分值 over 资金来源 | 年初预算
				end = k + 1
				continue
			}
			strange := len(out) > 1 && next < len(w.Tokens) && list[w.Tokens[next].Bare] != "" && w.strange(k)
			if !strange {
				break
			}
			id = "other"
		}
		out = append(out, Headed{Token: k, ID: id})
		end = k + 1
	}
	return out, end
}

// strange reports a text that may be a heading nobody knows.
func (w *Cells) strange(k int) bool {
	t := &w.Tokens[k]
	return !w.Lex.Knows(t.Bare) && t.Bare != "" && !value.IsFigure(t.Text) && len(t.Bare) <= 36
}

// FundHeads finds 年初预算数 全年预算数 全年执行数 分值 执行率 得分, or two rows:
// 预算安排 拨付情况 结余情况 分值 得分 over 年初…① 年中…② 小计③ ….
func (w *Cells) FundHeads(i, label int) (Heading, bool) {
	h := Heading{Kind: table.FundBlock, Label: label}
	if label >= 0 && !slices.Contains(w.Blocks(w.Tokens[label].Bare), "funds") {
		return h, false
	}
	if ids := w.Blocks(w.Tokens[i].Bare); len(ids) > 0 && ids[0] == "funds" && w.Lex.FundColumn[w.Tokens[i].Bare] == "" {
		h.Source = true // 资金来源, 年度预算数(万元): over the labels
		h.Upper = append(h.Upper, Headed{Token: i, ID: "label"})
		i = w.SkipBlanks(i + 1)
	}
	if next := w.SkipBlanks(i + 1); !h.Source && i < len(w.Tokens) && w.Lex.Words.OverSources.Has(w.Tokens[i].Bare) && next < len(w.Tokens) && IsMoneyColumn(w.Lex.FundColumn[w.Tokens[next].Bare]) {
		h.Source = true // 项目 | 年初预算数
		h.Upper = append(h.Upper, Headed{Token: i, ID: "label"})
		i = next
	}
	var lead []Headed                                                              // a column nobody knows before all others
	if h.Source && i < len(w.Tokens) && w.Lex.FundColumn[w.Tokens[i].Bare] == "" { // 资金来源 | 计划投资 | 到位资金
		if next := w.SkipBlanks(i + 1); next < len(w.Tokens) && w.strange(i) && w.Lex.FundColumn[w.Tokens[next].Bare] != "" {
			lead = []Headed{{Token: i, ID: "other"}}
			i = next
		}
	}
	run, end := w.run(i, w.Lex.FundColumn)
	run = append(lead, run...)
	w.meanings(run)
	h.End = end
	var groups, top, low []Headed
	main := 0
	for k, x := range run {
		switch {
		case x.ID == "label" && (k == 0 || len(groups) > 0 && main == 0):
			h.Source = true
			h.Upper = append(h.Upper, x)
		case x.ID == "group":
			if len(low) > 0 {
				return h, false
			}
			groups = append(groups, x)
		case len(groups) > 0 && main == 0 && (x.ID == "weight" || x.ID == "score" || x.ID == "other"):
			top = append(top, x)
		default:
			if IsMoneyColumn(x.ID) {
				main++
			}
			low = append(low, x)
		}
	}
	if main < 2 || repeated(low) || repeated(top) {
		return h, false
	}
	h.Lower = append(low, top...)
	base := 2
	for k := range h.Lower {
		h.Lower[k].Col = base + k
	}
	for k := range h.Upper {
		h.Upper[k].Col = 1
	}
	for _, g := range groups {
		g.Col = w.groupColumn(g, h.Lower)
		h.Upper = append(h.Upper, g)
	}
	h.Upper = append(h.Upper, h.Lower[len(low):]...)
	return h, true
}

// meanings gives headings of money that may mean several things the meanings that the
// others leave them: 预算数 | 调整后预算数 are the initial budget and the budget.
func (w *Cells) meanings(run []Headed) {
	headings := make([]table.Heading, len(run))
	several, groups := false, 0
	for k, x := range run {
		if x.ID == "group" {
			groups++
		}
		headings[k] = table.Heading{Item: &w.Tokens[x.Token].Item, May: []string{x.ID}}
		if m, ok := w.Lex.FundMeaning[w.Tokens[x.Token].Bare]; ok {
			headings[k].May, headings[k].Parts, headings[k].Sure = m.May, m.Parts, m.Sure
			several = true
		}
	}
	if !several || groups > 1 { // of two rows of headings the upper one is named for what stands below
		return
	}
	for k, id := range table.Columns(headings, map[string]int{string(normalize.Budget): table.NoBudget}) {
		switch {
		case len(headings[k].May) < 2:
		case id == lexicon.Further && !slices.Contains(headings[k].May, id): // a column that stands twice tells nothing
		case id == lexicon.Over:
			run[k].ID = "group"
		default:
			run[k].ID = id
		}
	}
}

// isMoney reports a run of headings of which two are of money.
func isMoney(run []Headed) bool {
	n := 0
	for _, x := range run {
		if IsMoneyColumn(x.ID) {
			n++
		}
	}
	return n > 1
}

// IsMoneyColumn reports a column of amounts or rates.
func IsMoneyColumn(id string) bool {
	switch id {
	case "initial", "carried_in", "adjustment", "budget", "executed", "execution_rate", "balance", "balance_rate":
		return true
	}
	return false
}

// repeated reports a column that stands twice, which no order can be read from.
func repeated(cols []Headed) bool {
	seen := map[string]bool{}
	for _, c := range cols {
		if c.ID != "other" && seen[c.ID] {
			return true
		}
		seen[c.ID] = true
	}
	return false
}

// groupColumn is the first column that a group (预算安排, 拨付情况, 结余情况) lies over.
func (w *Cells) groupColumn(g Headed, cols []Headed) int {
	want := "initial"
	switch b := w.Tokens[g.Token].Bare; {
	case w.Lex.Words.GroupExecuted.Has(b):
		want = "executed"
	case w.Lex.Words.GroupBalance.Has(b):
		want = "balance"
	}
	for _, c := range cols {
		if c.ID == want {
			return c.Col
		}
	}
	return cols[0].Col
}

// indicatorHeads: 一级指标 二级指标 三级指标 年度指标值 …; where 年度指标值 lies
// over 指标性质 指标值 度量单位 the upper row comes first in the stream.
func (w *Cells) indicatorHeads(i, label int) (Heading, bool) {
	h := Heading{Kind: table.IndicatorBlock, Label: label}
	if label >= 0 && !slices.Contains(w.Blocks(w.Tokens[label].Bare), "indicators") {
		return h, false
	}
	run, end := w.run(i, w.Lex.IndicatorColumn)
	if h.End = end; len(run) < fewestColumns {
		return h, false
	}
	own := w.listMeanings(run, end)
	levelPoints(run)
	first := slices.IndexFunc(run, func(x Headed) bool { return x.ID == "level1" || x.ID == "name" })
	if own {
		first = 0
	}
	if first < 0 {
		return h, false
	}
	if first == 1 && w.Lex.Words.Numbering.Has(w.Tokens[run[0].Token].Bare) {
		first = 0 // 序号 before the names
	}
	if first > 0 && run[0].ID == "weight" && !slices.ContainsFunc(run[1:first], func(x Headed) bool { return x.ID != "score" }) {
		first = 0 // marks before the names
	}
	if first > 0 { // the upper row stands in front
		upper, lower := run[:first], run[first:]
		if upper[0].ID != "target" || !slices.ContainsFunc(lower, func(x Headed) bool { return x.ID == "target" }) || repeated(upper) || repeated(lower) {
			return h, false
		}
		h.Lower = number(append(slices.Clone(lower), upper[1:]...))
		over := slices.IndexFunc(lower, func(x Headed) bool { return x.ID == "op" || x.ID == "target" || x.ID == "unit" })
		h.Upper = append(h.Upper, Headed{Token: upper[0].Token, ID: "target", Col: 1 + over})
		h.Upper = append(h.Upper, h.Lower[len(lower):]...)
		return h, true
	}
	if last := w.lastHeading(run, end); last >= 0 {
		run = append(run, Headed{Token: last, ID: "other"})
		h.End = last + 1
	}
	if below, ok := w.expectedAndDone(run, h.End); ok {
		over := slices.IndexFunc(run, func(x Headed) bool { return x.ID == "target" })
		top := run[over]
		run = number(slices.Concat(run[:over], below, run[over+1:]))
		top.Col = run[over].Col
		h.Upper = slices.Concat(run[:over], []Headed{top}, run[over+len(below):])
		h.End = below[1].Token + 1
	}
	kinds := map[string]bool{}
	for _, x := range number(run) {
		if x.ID != "other" {
			kinds[x.ID] = true
		}
	}
	h.Lower = run
	return h, len(kinds) >= fewestColumns && !repeated(run)
}

// number gives headings side by side their columns.
func number(run []Headed) []Headed {
	for k := range run {
		run[k].Col = 1 + k
	}
	return run
}

// expectedAndDone are the two headings below that of the targets, in a row of their own behind
// all others, where the list has none of what was done and a first level follows, or the
// budget's row:
//
//	三级指标 | 指标值   |          | 得分
//	         | 年初设定 | 实际完成 |
func (w *Cells) expectedAndDone(run []Headed, end int) ([]Headed, bool) {
	is := func(id string) bool { return slices.ContainsFunc(run, func(x Headed) bool { return x.ID == id }) }
	one := w.SkipBlanks(end)
	two := w.SkipBlanks(one + 1)
	body := w.SkipBlanks(two + 1)
	if body >= len(w.Tokens) || !is("target") || is("actual") || w.Lex.Rank(w.Tokens[body].Bare) != 1 && !w.Lex.SaysBudget(w.Tokens[body].Bare) {
		return nil, false
	}
	if w.Lex.GoalColumn[w.Tokens[one].Bare] != "expected" || w.Lex.GoalColumn[w.Tokens[two].Bare] != "actual" {
		return nil, false
	}
	return []Headed{{Token: one, ID: "target"}, {Token: two, ID: "actual"}}, true
}

// fewestColumns are the columns that make a list.
const fewestColumns = 3

// listMeanings gives headings of a list that may mean several things the meanings that the
// others leave them: 指标 | 分解指标 are the level and the name, 指标 alone is the name. own
// says that a level begins the list that is called otherwise.
func (w *Cells) listMeanings(run []Headed, end int) (own bool) {
	w.deepest(run, end)
	vague := func(x Headed) bool { return slices.Contains(w.Lex.ListMeaning[x.ID].May, "name") }
	leveled := slices.ContainsFunc(run, func(x Headed) bool { return x.ID == "level1" || x.ID == "level2" })
	name := slices.IndexFunc(run, func(x Headed) bool { return x.ID == "name" })
	if name < 0 {
		if name = slices.IndexFunc(run, vague); name == 0 && vague(run[1]) { // 指标 | 指标内容
			name = 1
		}
	}
	asked := vague(run[0])
	begins := asked || run[0].ID == "other"
	taken := map[string]bool{"name": true}
	for _, x := range run {
		taken[x.ID] = true
	}
	for k := range run {
		may := w.Lex.ListMeaning[run[k].ID].May
		switch free := slices.IndexFunc(may, func(id string) bool { return id == lexicon.Further || !taken[id] }); {
		case k == name:
			run[k].ID = "name"
		case free >= 0: // 扣分原因 is the reason where no column is called so
			run[k].ID = may[free]
			taken[may[free]] = true
		}
	}
	if name < 0 {
		return false
	}
	first := &run[0]
	if leveled || name != 1 || !begins || w.Lex.Words.Numbering.Has(w.Tokens[first.Token].Bare) {
		return false
	}
	below := w.SkipBlanks(end)
	switch {
	case below >= len(w.Tokens):
	case w.Lex.Level2[w.Tokens[below].Bare] && !w.Lex.Level1[w.Tokens[below].Bare]:
		first.ID = "level2"
	case asked || w.Lex.Level1[w.Tokens[below].Bare]:
		first.ID = "level1"
	}
	return first.ID == "level1" || first.ID == "level2"
}

// deepest takes the heading of the second levels for that of the names where no heading may
// be that, and behind the first level stands no second one: 一级指标 | 二级指标 | 年度指标值, and
// 产出指标 | 培训人次 below, or 预算执行 | 预算执行 and no third.
func (w *Cells) deepest(run []Headed, end int) {
	second := slices.IndexFunc(run, func(x Headed) bool { return x.ID == "level2" })
	if second < 1 || run[second-1].ID != "level1" || slices.ContainsFunc(run, func(x Headed) bool {
		return x.ID == "name" || slices.Contains(w.Lex.ListMeaning[x.ID].May, "name")
	}) {
		return
	}
	below := w.SkipBlanks(w.SkipBlanks(end) + 1)
	next := w.SkipBlanks(below + 1)
	if next < len(w.Tokens) && (!w.Lex.Level2[w.Tokens[below].Bare] || w.Lex.SaysBudget(w.Tokens[below].Bare) && !w.Lex.SaysBudget(w.Tokens[next].Bare)) {
		run[second].ID = "name"
	}
}

// lastHeading is a heading nobody knows behind the others, -1 for none: a first level is
// the first cell of a list with levels, and before it only headings stand.
func (w *Cells) lastHeading(run []Headed, end int) int {
	k := w.SkipBlanks(end)
	next := w.SkipBlanks(k + 1)
	if len(run) == 0 || run[0].ID != "level1" || next >= len(w.Tokens) {
		return -1
	}
	t, below := &w.Tokens[k], w.Tokens[next].Bare
	strong := w.Lex.Rank(below) == 1 && len(w.Lex.Block[below]) == 0
	if !strong || t.Uncut || t.Bare == "" || t.loosely() || w.Lex.Knows(t.Bare) || value.IsFigure(t.Text) || lexicon.PointsOnly(t.Text) {
		return -1
	}
	return k
}

// levelPoints tells columns of points behind a level from that of the weights, which
// stands behind the names: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
func levelPoints(run []Headed) {
	for k := 1; k < len(run); k++ {
		if run[k].ID != "weight" || !slices.ContainsFunc(run[k+1:], func(x Headed) bool { return x.ID == "weight" }) {
			continue
		}
		switch run[k-1].ID {
		case "level1":
			run[k].ID = table.Level1Points
		case "level2":
			run[k].ID = table.Level2Points
		}
	}
}

// goalHeads: 年度总体目标 | 预期目标 | 实际完成情况.
func (w *Cells) goalHeads(i, label int) (Heading, bool) {
	h := Heading{Kind: table.GoalBlock, Label: label}
	if label >= 0 && !slices.Contains(w.Blocks(w.Tokens[label].Bare), "goals") {
		return h, false
	}
	run, end := w.run(i, w.Lex.GoalColumn)
	h.End = end
	var expected, actual bool
	for k := range run {
		run[k].Col = 1 + 3*k
		expected = expected || run[k].ID == "expected"
		actual = actual || run[k].ID == "actual"
	}
	if expected && actual {
		if k := w.SkipBlanks(end); k < len(w.Tokens) && w.Lex.IndicatorColumn[w.Tokens[k].Bare] == "reason" {
			run = append(run, Headed{Token: k, ID: "reason", Col: 1 + 3*len(run)})
			h.End = k + 1
		}
	}
	h.Lower = run
	return h, expected && actual && !repeated(run)
}

// StartsSomething reports a cell that belongs to no value before it: a label, a
// block, a heading, a title.
func (w *Cells) StartsSomething(i int) bool {
	t := &w.Tokens[i]
	if t.Uncut || w.Lex.Head[t.Bare] != "" || len(w.Blocks(t.Bare)) > 0 || table.TitleOf(t.Text, w.Lex) != table.NoTitle || table.YearAlone(t.Text) {
		return true
	}
	if w.AfterList && w.Lex.Foot[t.Bare] != "" || w.Lex.RemarkBlock[t.Bare] || w.LabelsMoney(i) || w.labelsAmount(i) {
		return true
	}
	_, ok := w.HeadingAt(i)
	return ok
}

// LabelsMoney reports a label of the money block that nobody knows, with its headings
// behind it: 部门整体支出(万元) | 年初预算 | 全年预算 | 全年执行.
func (w *Cells) LabelsMoney(i int) bool {
	t := &w.Tokens[i]
	if _, money := units.MoneyIn(t.Folded); w.Lex.Knows(t.Bare) || !money && !w.Lex.Words.MoneyLabel.In(t.Bare) {
		return false
	}
	k := w.SkipBlanks(i + 1)
	if k >= len(w.Tokens) {
		return false
	}
	h, ok := w.FundHeads(k, -1)
	return ok && !h.Source
}

// labelsAmount reports a label with the unit of money, and a heading of money with its figure
// behind it: 支出规模(万元) | 年初预算 | 184.
func (w *Cells) labelsAmount(i int) bool {
	if _, money := units.MoneyIn(w.Tokens[i].Folded); !money {
		return false
	}
	k := w.SkipBlanks(i + 1)
	figure := w.SkipBlanks(k + 1)
	return figure < len(w.Tokens) && table.IsFundColumn(w.Lex.FundColumn[w.Tokens[k].Bare]) && !w.Tokens[figure].Uncut && w.Tokens[figure].Figure().IsFigure()
}

// HeadsNext reports that the headings of a block begin at cell i.
func (w *Cells) HeadsNext(i int) bool {
	_, ok := w.HeadingAt(i)
	return ok
}

// ColOf is the place of a column among others, -1 where there is none.
func ColOf(cols []Headed, id string) int {
	return slices.IndexFunc(cols, func(x Headed) bool { return x.ID == id })
}
