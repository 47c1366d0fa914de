package place

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/caption"
	"ziping/normalize/draft"
	"ziping/normalize/goals"
	"ziping/normalize/habit"
	"ziping/normalize/lexicon"
	"ziping/normalize/listhead"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// indicators reads the list of indicators: heading rows, then a row each.
func (p *listPlacer) indicators(i int) int {
	b := table.Block{Kind: table.IndicatorBlock, Head: i}
	var headings []table.Heading
	for ; i < len(p.Lines) && (i == b.Head || p.indicatorHeadingGoesOn(p.Lines[i], headings)); i++ {
		headings = p.indicatorHeading(b.Head, i, headings)
	}
	if i < len(p.Lines) && listhead.Beneath(p.Draft, headings, p.Lines[i], i) {
		headings = p.indicatorHeading(b.Head, i, headings)
		listhead.AtTheirPlaces(headings)
		i++
	}
	if i > b.Head && i < len(p.Lines) && givers(p, p.Lines[i-1], p.Lines[i], headings) {
		headings = takeGivers(p, p.Lines[i], i, headings)
		i++
	}
	listhead.Unpack(p.Draft, headings, i)
	p.sideLevel(headings, i)
	listhead.OwnLevels(p.Draft, headings, i)
	slots := columns(p.Draft, headings, i)
	if listhead.AsideColumn(p.Draft, headings, slots, i) {
		listhead.OwnLevels(p.Draft, headings, i)
		slots = columns(p.Draft, headings, i)
	}
	slots = listhead.Wide(p.Draft, slots, i)
	if p.printedAgain(b.Head) {
		asAbove(slots, p.LastBlock().Slots)
	}
	p.foot.slots, p.foot.off = slots, 0
	p.shifts = p.shifts[:0]
	costs := table.ListCosts(slots)
	b.Body, b.Slots = i, slots
	if !p.printedAgain(b.Head) {
		p.levels = levelState{groupStart: len(p.Report.Indicators)}
	}
	if i > p.pagesEnd {
		p.pages, p.pagesEnd = pagesFrom(p, b.Head, i, slots)
	}
	p.packed = p.isPacked(i, slots, costs)
	rows := rowsFrom(p, i, slots)
	p.habit = habit.Of(p.pages, slots, costs, p.Lex)
	if p.packed {
		p.habit.Loses()
	}
	p.bands = bandsBySums(p, i, slots)
	p.tallied = talliedRows(p, i, rows, slots)
	lastRow := p.lastRow(i, slots)
	for ; i < len(p.Lines); i++ {
		l := p.Lines[i]
		if l.First() == nil {
			continue
		}
		if label := p.foot.subtotal(l); label != nil {
			p.foot.takeSubtotal(l, label)
			continue
		}
		if p.foot.within(i) {
			p.foot.foot(l)
			continue
		}
		if endsRows(p, i, slots) || startsPairs(l, p.Lex) || tellsGoal(l, p.Lex) || len(l.Items) == 1 && (caption.IsNote(l.Items[0].Text, &p.Lex.Words) || table.TitleOf(l.Items[0].Text, p.Lex) != table.NoTitle) {
			break
		}
		if i > lastRow && caption.HeadsPart(l, p.Lex) {
			break
		}
		if i > lastRow && takeRemark(p.Draft, l, slots, false) {
			continue
		}
		if !p.indicatorRow(l, slots) && l.Loose {
			break
		}
	}
	b.End = i
	ofNone(p.Lines[b.Body:i], len(p.Report.Indicators))
	p.EndBlock(b)
	if s := slices.Compact(p.shifts); len(s) == 1 { // all rows stand off alike: it is the heading that is off
		p.foot.off = s[0]
	}
	return i
}

// ofNone takes the paths off cells below the last of n indicators: a number or a level that a
// text breaks off behind.
func ofNone(lines []*table.Line, n int) {
	for _, l := range lines {
		for k := range l.Items {
			if at, ok := l.Items[k].Path.Indicator(); ok && at >= n {
				l.Items[k].Path = normalize.Path{}
			}
		}
	}
}

// isLabelled reports labels with their values below the list (联系电话 | 5551), of which one at
// least is of the head: the first does not stand where the names do.
func (p *listPlacer) isLabelled(l *table.Line, slots []table.Slot) bool {
	it := l.First()
	name := table.IndexOf(slots, "name")
	labels := len(l.Items) == 2 && goals.Numbered(it.Bare, p.Lex)
	for k := 0; k < len(l.Items); k += 2 {
		labels = labels || p.Lex.Head[l.Items[k].Bare] != ""
	}
	return len(l.Items) > 1 && labels && (name < 0 || !slots[name].Covers(it.Col))
}

// lastRow is the last line of a list from line i on that can be a row of it: one of
// more than a label and its text, above the next block.
func (p *listPlacer) lastRow(i int, slots []table.Slot) int {
	last := -1
	for ; i < len(p.Lines) && !p.StartsBlock(i); i++ {
		if l := p.Lines[i]; len(l.Items) > 2 && !p.foot.startsFoot(l) && !p.isLabelled(l, slots) {
			last = i
		}
	}
	return last
}

// standsBeside reports the label of a block that is merged down the side of the list. One
// in a column of the list is a level where it is known as such, or where it is no label of
// lists (决策 | 绩效目标 | 目标合理性).
func standsBeside(it *table.Item, slots []table.Slot, lex *lexicon.Lexicon) bool {
	ids := lex.Blocks(it.Bare)
	if len(ids) == 0 || !covered(slots, it.Col) {
		return len(ids) > 0
	}
	return !lex.Level1[it.Bare] && !lex.Level2[it.Bare] && (slices.Contains(ids, "indicators") || !table.InSlot(slots, "level1", it) && !table.InSlot(slots, "level2", it))
}

// cellsOf are the cells of a row of the list, without the label of a block beside it.
func cellsOf(p *listPlacer, l *table.Line, slots []table.Slot) (items []*table.Item) {
	for k := range l.Items {
		if it := &l.Items[k]; !it.Claimed && (k > 0 || len(l.Items) <= 3 || !standsBeside(it, slots, p.Lex)) {
			items = append(items, it)
		}
	}
	return items
}

// indicatorRow reads one row; false means that it holds no indicator.
func (p *listPlacer) indicatorRow(l *table.Line, slots []table.Slot) bool {
	items := cellsOf(p, l, slots)
	kinds := make([]table.Kind, len(items))
	for k, it := range items {
		kinds[k] = it.Kind(p.Lex)
	}
	if beside := &l.Items[0]; !beside.Claimed && (len(items) == 0 || items[0] != beside) {
		beside.Claimed, beside.Role = true, normalize.RoleLabel // 绩效指标, merged down the side
	}
	if len(items) == 0 {
		return true
	}
	if len(items) == 1 && len(p.Lex.Blocks(items[0].Bare)) > 0 && !covered(slots, items[0].Col) { // merged down the side, and alone in its row
		items[0].Claimed, items[0].Role = true, normalize.RoleLabel
		return true
	}
	if len(items) == 1 && !l.Woven {
		if !p.standsAlone(l, items[0], kinds[0], slots) {
			return false
		}
		if s := levelAlone(items[0], kinds[0], slots); s >= 0 {
			p.takeIndicator(l, items, kinds, slots, []int{s})
			return true
		}
	}
	if p.takeBand(items, kinds, slots) {
		return true
	}
	row := p.habit.Row(items, slots, p.Lex)
	if l.Woven { // its columns are settled
		row.Fit = table.Anywhere
	} else if p.habit.NameOverLevels(items, kinds, slots, row.Fit) {
		row.Cols[0] = slots[table.IndexOf(slots, "name")].Col
		p.levels = levelState{groupStart: len(p.Report.Indicators)} // it is of none of the levels
	}
	budgetFits(p, &row, items)
	beside := listhead.BesideFull(items, p.levels.one, p.Lex)
	lost := lostInside(p)
	standing := row
	if beside {
		listhead.InLevels(&row, items, l.Woven, p.Lex)
		standing.Fit = row.Fit
		listhead.Freely(&row, items)
	}
	a, ok := row.Assign()
	if told := p.tallied[items[0]]; ok && len(told) == len(items) {
		a.Slots = told
	}
	stands := beside && !lost && !p.habit.Ragged
	if l.Woven || l.Doubt != nil || stands { // what is missing in it was not printed, or is held back
		here, fits := table.InPlace(standing.Cols, slots, standing.Fit)
		if lost = stands && fits && !listhead.GivesMarks(items, slots, here.Slots); !lost {
			a, ok = table.Placement{Slots: here.Slots, Printed: true}, fits
		}
	}
	if !ok || a.Cost > 2*table.Unfit {
		return false
	}
	at := a.Slots
	if !a.Printed {
		at = chooseLevel(p, items, kinds, slots, p.chooseCost(items, slots, at))
	}
	if budgetRow(p, l, items, slots, at) {
		return true
	}
	p.takeIndicator(l, items, kinds, slots, at)
	if n := len(p.Report.Indicators); n > 0 && beside && lost && p.Report.Indicators[n-1].BesideFull {
		if d := listhead.EitherOf(&row, items); d != nil {
			d.SpoilIndicator(&p.Report.Indicators[n-1])
		}
	}
	return true
}

// lostInside reports a form whose rows may have lost empty cells not only where they begin:
// one has moved, and some row begins with an empty cell still or none has one between others.
func lostInside(p *listPlacer) bool {
	begins, between := false, false
	for _, l := range p.Lines {
		if n := len(l.Items); n > 1 && !l.Loose {
			begins = begins || l.Items[0].Col > 0
			between = between || l.Items[n-1].Col-l.Items[0].Col >= n
		}
	}
	return len(p.Report.Moves) > 0 && (begins || !between)
}

// covered reports a place under one of the columns.
func covered(slots []table.Slot, col int) bool {
	return table.SlotAt(slots, col) >= 0
}

// standsAlone reports a single cell that can be a row of the list: a level, a
// line left over from the blank form, or a name in its column. Anything else is
// a remark below the list.
func (p *listPlacer) standsAlone(l *table.Line, it *table.Item, k table.Kind, slots []table.Slot) bool {
	if k.Level1 || k.Level2 || namesGroup(it) || table.IsTemplateRow(it.Text, p.Lex) {
		return true
	}
	if goal, _ := p.goalNamed(it.Text); goal != "" && !l.Loose {
		return true
	}
	name := table.IndexOf(slots, "name")
	return !l.Loose && name >= 0 && slots[name].Covers(it.Col) && !it.Figure().IsFigure() && !strings.ContainsAny(it.Text, ":\uff1a")
}

// levelAlone is the column of a first or second level that stands alone in its row, off
// the columns of the list: what is known to be a level is not the name of an indicator
// of which nothing is printed. -1 where it stands in a column, or may be either.
func levelAlone(it *table.Item, k table.Kind, slots []table.Slot) int {
	if k.Level1 == k.Level2 || covered(slots, it.Col) {
		return -1
	}
	if k.Level1 {
		return table.IndexOf(slots, "level1")
	}
	return table.IndexOf(slots, "level2")
}

// takeIndicator makes the record of a row whose cells have found their columns.
func (p *listPlacer) takeIndicator(l *table.Line, items []*table.Item, kinds []table.Kind, slots []table.Slot, at []int) {
	n := len(p.Report.Indicators)
	x := normalize.Indicator{}
	var moved []normalize.MovedCell
	var targetOp, targetUnit *table.Item
	opLabel := p.Lex.Words.Labels.Operator
	var target, adjusted, actual *table.Item
	year := p.Year()
	for k, it := range items {
		s := &slots[at[k]]
		if !s.Covers(it.Col) {
			moved = append(moved, normalize.MovedCell{Text: it.Text, From: it.Col, To: s.Col})
			it.To = s.Col
		}
		it.Claimed, it.Role = true, normalize.RoleValue
		switch s.ID {
		case "level1":
			it.Role = normalize.RoleLabel
			it.Path = normalize.IndicatorPath(n, normalize.Level1)
			one := levelField(it)
			if p.levels.repeats(p.levels.one, one) { // printed again on each row of its group: the first print stands for it
				continue
			}
			p.levels.one, p.levels.two = one, nil
			p.levels.oneFirst = true
			p.levels.groupStart = n
		case "level2":
			it.Role = normalize.RoleLabel
			it.Path = normalize.IndicatorPath(n, normalize.Level2)
			two := levelField(it)
			if p.levels.repeats(p.levels.two, two) {
				continue
			}
			p.levels.two = two
			p.levels.twoFirst = true
		case "name":
			x.Name = it.Words()
			it.Path, it.Role = normalize.IndicatorPath(n, normalize.Name), normalize.RoleText
		case table.Level1Points, table.Level2Points:
			level, path := p.levels.one, normalize.IndicatorPath(n, normalize.Level1)
			if s.ID == table.Level2Points {
				level, path = p.levels.two, normalize.IndicatorPath(n, normalize.Level2)
			}
			if takeLevelPoints(level, it) {
				it.Path, it.Role = path, normalize.RoleNumber
			} else {
				p.beside(&x, s.Label, it, n)
			}
		case "op":
			targetOp, opLabel = it, s.Label
		case "unit":
			targetUnit = it
		case "target":
			target = it
			it.Path = normalize.IndicatorPath(n, normalize.Target)
		case "adjusted_target":
			adjusted = it
		case "actual":
			actual = it
			it.Path = normalize.IndicatorPath(n, normalize.Actual)
		case "weight":
			x.Weight = it.MarkField()
			it.Path, it.Role = normalize.IndicatorPath(n, normalize.Weight), normalize.RoleNumber
		case "score":
			x.Score = it.MarkField()
			it.Path, it.Role = normalize.IndicatorPath(n, normalize.Score), normalize.RoleNumber
		case "reason":
			x.Reason = it.Words()
			it.Path, it.Role = normalize.IndicatorPath(n, normalize.Reason), normalize.RoleText
		default:
			p.beside(&x, s.Label, it, n)
		}
	}
	if x.Name == nil && target == nil && actual == nil && x.Weight == nil && x.Score == nil && l.Doubt == nil {
		return // a level alone; the rows below inherit it
	}
	if x.Name != nil && saysNothing(target, actual) && x.Weight.IsBlank() && x.Score.IsBlank() {
		label, text := "template", x.Name.Text
		if !table.IsTemplateRow(x.Name.Text, p.Lex) {
			label, text = p.goalNamed(text)
		}
		if label != "" {
			p.aside(items, n, label, text)
			return
		}
	}
	target = p.inForce(&x, target, adjusted, slots, n)
	if target != nil {
		x.Target = value.Target(target.Text, year)
		x.Target.At = target.Ref()
	}
	if !table.HasSlot(slots, "weight") {
		heading := ""
		if k := table.IndexOf(slots, "name"); k >= 0 {
			heading = slots[k].Label
		}
		x.Weight = pointsOfName(x.Name, heading, p.Lex)
	}
	draft.Compared(&x, targetOp, opLabel, targetUnit, n, p.Lex)
	if actual != nil {
		x.Actual = value.Actual(actual.Text, year)
		x.Actual.At = actual.Ref()
	}
	draft.InheritUnit(x.Target, x.Actual)
	p.blanks(&x, slots)
	p.inheritLevels(&x, slots)
	x.BesideFull = listhead.NamedBesideFull(&x, p.Lex)
	x.PartOf = n > 0 && x.Name != nil && p.Lex.Words.PartOf.Begin(blank.Fold(x.Name.Text))
	p.levels.lastMoved = len(moved) > 0
	p.levels.lastShift = 0
	for k := range items {
		p.levels.lastShift = slots[at[k]].Shift(items[k].Col)
		p.shifts = append(p.shifts, p.levels.lastShift)
	}
	if len(moved) > 0 {
		zh, en := evidence(items, kinds)
		if p.tallied[items[0]] != nil {
			zh, en = "本行丢了空格，只有这样归位各分值之和、各得分之和才成立", "the row has lost empty cells; only so do the full marks and the scores of the list add up"
		}
		p.Report.Moves = append(p.Report.Moves, normalize.Move{Field: normalize.IndicatorPath(n, ""), At: l.Items[0].At, Cells: moved, Evidence: zh, EvidenceEN: en})
	}
	doubt := l.Doubt
	if doubt == nil && target == nil {
		doubt = table.RunTogether(items, slots, at)
	}
	if doubt != nil {
		doubt.SpoilIndicator(&x)
	}
	p.Report.Indicators = append(p.Report.Indicators, x)
}

// beside keeps a cell of a column of no key, with the column's heading.
func (p *listPlacer) beside(x *normalize.Indicator, label string, it *table.Item, n int) {
	f := it.Words()
	x.Other = append(x.Other, normalize.Labelled{Label: label, Field: f})
	it.Path, it.Role = normalize.IndicatorPath(n, "").Other(len(x.Other)-1), normalize.RoleText
}

// saysNothing reports cells that are not there, or hold a mark for nothing.
func saysNothing(cells ...*table.Item) bool {
	for _, it := range cells {
		if it != nil && !value.IsNothing(it.Text) {
			return false
		}
	}
	return true
}

// goalNamed takes apart a yearly goal that stands over the list of its indicators, as
// a row of the list: 项目年度目标1:对局域网升级改造; no label where it is none.
func (p *listPlacer) goalNamed(text string) (label, goal string) {
	kv, ok := table.CutColon(text)
	if !ok || goals.ID(lexicon.Bare(kv[0]), p.Lex) != "expected" {
		return "", ""
	}
	return kv[0], kv[1]
}

// aside files a row that is none of the list: its name under a label, and the marks for
// nothing beside it.
func (p *listPlacer) aside(items []*table.Item, n int, label, text string) {
	for _, it := range items {
		switch it.Path {
		case normalize.IndicatorPath(n, normalize.Name):
			p.Other(label, it, text)
		case normalize.IndicatorPath(n, normalize.Level1), normalize.IndicatorPath(n, normalize.Level2):
		default:
			it.Path = normalize.Path{}
		}
	}
}

// inForce is the target that counts: the adjusted one where it is printed and
// another than the initial one. The other of the two is kept beside it.
func (p *listPlacer) inForce(x *normalize.Indicator, initial, adjusted *table.Item, slots []table.Slot, n int) *table.Item {
	if adjusted == nil {
		return initial
	}
	aside, label := adjusted, "adjusted_target"
	if initial == nil || !value.IsNothing(adjusted.Text) && adjusted.Folded != initial.Folded {
		aside, label, initial = initial, "target", adjusted
		initial.Path = normalize.IndicatorPath(n, normalize.Target)
	}
	if aside != nil {
		f := aside.Words()
		x.Other = append(x.Other, normalize.Labelled{Label: slots[table.IndexOf(slots, label)].Label, Field: f})
		aside.Path = normalize.IndicatorPath(n, "").Other(len(x.Other) - 1)
	}
	return initial
}

// blanks marks the columns in which a row has nothing.
func (p *listPlacer) blanks(x *normalize.Indicator, slots []table.Slot) {
	for _, s := range slots {
		if s.ID == "level1" || s.ID == "level2" { // a level printed once holds for the rows below
			continue
		}
		if to := x.Slot(normalize.Column(s.ID)); to != nil && *to == nil {
			*to = &normalize.Field{State: normalize.Blank}
		}
	}
}
