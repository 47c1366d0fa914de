package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/normalize/value"
)

// listPlacer reads the list of indicators.
type listPlacer struct {
	*draft
	foot   *footPlacer
	family *family.Family // nil for a form of no known family
	levels levelState
}

// indicators reads the list of indicators: heading rows, then a row each.
func (p *listPlacer) indicators(i int) int {
	b := block{kind: indicatorBlock, head: i}
	slots := []slot{}
	for ; i < len(p.lines) && (i == b.head || p.indicatorHeadingGoesOn(p.lines[i])); i++ {
		n := len(slots)
		slots = p.indicatorHeading(b.head, i, slots)
		for ; n < len(slots); n++ {
			slots[n].level = i
		}
	}
	slots = p.nameColumn(b.head, i, slots)
	settleColumns(slots)
	sortSlots(slots)
	for k := range slots {
		slots[k].missing = missingCost[slots[k].id]
	}
	p.foot.slots = slots
	b.body, b.slots = i, slots
	if !p.printedAgain(b.head) {
		p.levels = levelState{groupStart: len(p.rep.Indicators)}
	}
	for ; i < len(p.lines); i++ {
		l := p.lines[i]
		if l.first() == nil {
			continue
		}
		if p.startsBlock(i) || p.foot.startsFoot(l) || len(l.items) == 1 && (isNote(l.items[0].text) || sortOfTitle(l.items[0].text) != noTitle) {
			break
		}
		if !p.indicatorRow(l, slots) && l.loose {
			break
		}
	}
	b.end = i
	p.blocks = append(p.blocks, b)
	return i
}

// missingCost is what leaving a column empty costs; levels are merged and
// reasons mostly blank, so these cost nothing.
var missingCost = map[string]int{"name": 20, "target": 5, "actual": 4, "weight": 5, "score": 4}

// indicatorRow reads one row; false means that it holds no indicator.
func (p *listPlacer) indicatorRow(l *line, slots []slot) bool {
	var items []*item
	var kinds []kind
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		if ids := p.lex.Block[it.bare]; k == 0 && len(l.items) > 3 && len(ids) > 0 && !p.lex.Level1[it.bare] && !p.lex.Level2[it.bare] {
			it.claimed, it.role = true, normalize.RoleLabel // 绩效指标, merged down the side
			continue
		}
		items = append(items, it)
		kinds = append(kinds, it.kindOf(p.lex))
	}
	if len(items) == 0 {
		return true
	}
	if len(items) == 1 && !l.woven && !p.standsAlone(l, items[0], kinds[0], slots) {
		return false
	}
	cols := make([]int, len(items))
	for k, it := range items {
		cols[k] = it.col
	}
	fit := func(c, s int) int { return kinds[c].fit(slots[s].id) }
	if l.woven { // its columns are settled
		fit = anywhere
	}
	a, ok := inPlace(cols, slots, fit)
	if !ok || a.cost >= costChange {
		if b, found := align(cols, slots, 0, fit); found && (!ok || b.cost+margin <= a.cost) {
			a, ok = b, true
			a = p.chooseCost(items, slots, a)
		}
	}
	if ok && a.cost > 2*costUnfit {
		ok = false
	}
	if !ok {
		return false
	}
	p.takeIndicator(l, items, kinds, slots, a)
	return true
}

// standsAlone reports a single cell that can be a row of the list: a level, a
// line left over from the blank form, or a name in its column. Anything else is
// a remark below the list.
func (p *listPlacer) standsAlone(l *line, it *item, k kind, slots []slot) bool {
	if k.level1 || k.level2 || isTemplateRow(it.text) {
		return true
	}
	name := slotIndex(slots, "name")
	return !l.loose && name >= 0 && slots[name].covers(it.col) && !strings.ContainsAny(it.text, ":\uff1a")
}

// takeIndicator makes the record of a row whose cells have found their columns.
func (p *listPlacer) takeIndicator(l *line, items []*item, kinds []kind, slots []slot, a alignment) {
	n := len(p.rep.Indicators)
	x := normalize.Indicator{}
	var moved []normalize.MovedCell
	var targetOp, targetUnit *item
	var target, adjusted, actual *item
	year := p.year()
	for k, it := range items {
		s := &slots[a.slots[k]]
		if !s.covers(it.col) {
			moved = append(moved, normalize.MovedCell{Text: it.text, From: it.col, To: s.col})
			it.to = s.col
		}
		it.claimed, it.role = true, normalize.RoleValue
		switch s.id {
		case "level1":
			it.role = normalize.RoleLabel
			it.path = normalize.IndicatorPath(n, normalize.Level1)
			one := p.levelField(it)
			if p.levels.repeats(p.levels.one, one) { // printed again on each row of its group: the first print stands for it
				continue
			}
			p.levels.one, p.levels.two = one, nil
			p.levels.oneFirst = true
			p.levels.groupStart = n
		case "level2":
			it.role = normalize.RoleLabel
			it.path = normalize.IndicatorPath(n, normalize.Level2)
			two := p.levelField(it)
			if p.levels.repeats(p.levels.two, two) {
				continue
			}
			p.levels.two = two
			p.levels.twoFirst = true
		case "name":
			x.Name = value.Words(it.text)
			x.Name.At = it.ref()
			it.path, it.role = normalize.IndicatorPath(n, normalize.Name), normalize.RoleText
		case "op":
			targetOp = it
		case "unit":
			targetUnit = it
		case "target":
			target = it
			it.path = normalize.IndicatorPath(n, normalize.Target)
		case "adjusted_target":
			adjusted = it
		case "actual":
			actual = it
			it.path = normalize.IndicatorPath(n, normalize.Actual)
		case "weight":
			x.Weight = it.markField()
			it.path, it.role = normalize.IndicatorPath(n, normalize.Weight), normalize.RoleNumber
		case "score":
			x.Score = it.markField()
			it.path, it.role = normalize.IndicatorPath(n, normalize.Score), normalize.RoleNumber
		case "reason":
			x.Reason = value.Words(it.text)
			x.Reason.At = it.ref()
			it.path, it.role = normalize.IndicatorPath(n, normalize.Reason), normalize.RoleText
		default:
			f := value.Words(it.text)
			f.At = it.ref()
			x.Other = append(x.Other, normalize.Labelled{Label: s.label, Field: f})
			it.path, it.role = normalize.IndicatorPath(n, "").Other(len(x.Other)-1), normalize.RoleText
		}
	}
	if x.Name == nil && target == nil && actual == nil && x.Weight == nil && x.Score == nil && l.doubt == nil {
		return // a level alone; the rows below inherit it
	}
	if x.Name != nil && target == nil && actual == nil && x.Weight == nil && x.Score == nil && isTemplateRow(x.Name.Text) {
		for _, it := range items {
			if it.path == normalize.IndicatorPath(n, normalize.Name) {
				p.other("template", it, it.text)
			}
		}
		return
	}
	target = p.inForce(&x, target, adjusted, slots, n)
	if target != nil {
		x.Target = value.Target(target.text, year)
		x.Target.At = target.ref()
	}
	applyOpUnit(&x, targetOp, targetUnit, n)
	if actual != nil {
		x.Actual = value.Actual(actual.text, year)
		x.Actual.At = actual.ref()
	}
	inheritUnit(x.Target, x.Actual)
	p.blanks(&x, slots)
	p.inheritLevels(&x, slots, a)
	p.levels.lastMoved = len(moved) > 0
	p.levels.lastShift = 0
	if k := len(items) - 1; k >= 0 {
		p.levels.lastShift = slots[a.slots[k]].shift(items[k].col)
	}
	if len(moved) > 0 {
		zh, en := evidence(items, kinds, a)
		p.rep.Moves = append(p.rep.Moves, normalize.Move{Field: normalize.IndicatorPath(n, ""), At: l.items[0].at, Cells: moved, Evidence: zh, EvidenceEN: en})
	}
	if l.doubt != nil {
		doubtful(&x, l.doubt)
	}
	p.rep.Indicators = append(p.rep.Indicators, x)
}

// inForce is the target that counts: the adjusted one where it is printed and
// another than the initial one. The other of the two is kept beside it.
func (p *listPlacer) inForce(x *normalize.Indicator, initial, adjusted *item, slots []slot, n int) *item {
	if adjusted == nil {
		return initial
	}
	aside, label := adjusted, "adjusted_target"
	if initial == nil || !value.IsNothing(adjusted.text) && adjusted.folded != initial.folded {
		aside, label, initial = initial, "target", adjusted
		initial.path = normalize.IndicatorPath(n, normalize.Target)
	}
	if aside != nil {
		f := value.Words(aside.text)
		f.At = aside.ref()
		x.Other = append(x.Other, normalize.Labelled{Label: slots[slotIndex(slots, label)].label, Field: f})
		aside.path = normalize.IndicatorPath(n, "").Other(len(x.Other) - 1)
	}
	return initial
}

// blanks marks the columns in which a row has nothing.
func (p *listPlacer) blanks(x *normalize.Indicator, slots []slot) {
	for _, s := range slots {
		if s.id == "level1" || s.id == "level2" { // a level printed once holds for the rows below
			continue
		}
		if to := x.Slot(normalize.Column(s.id)); to != nil && *to == nil {
			*to = &normalize.Field{State: normalize.Blank}
		}
	}
}

// applyOpUnit joins a target with its comparator and unit where these have
// columns of their own (指标性质 | 指标值 | 度量单位).
func applyOpUnit(x *normalize.Indicator, op, unit *item, n int) {
	if op != nil {
		op.path = normalize.IndicatorPath(n, normalize.Target)
		o, ok := value.Comparator(op.text)
		if ok && o == "" { // 定量指标: says only that the target is a figure
			f := value.Words(op.text)
			f.At = op.ref()
			x.Other = append(x.Other, normalize.Labelled{Label: "指标性质", Field: f})
			op.path = normalize.IndicatorPath(n, "").Other(len(x.Other) - 1)
		} else if ok && x.Target != nil && x.Target.State == normalize.Parsed && (x.Target.IsFigure() || o == normalize.OpQualitative && x.Target.Date == "") {
			x.Target.Op = o
		} else if !ok || x.Target == nil {
			f := value.Words(op.text)
			f.At = op.ref()
			x.Other = append(x.Other, normalize.Labelled{Label: "指标性质", Field: f})
		}
	}
	if unit != nil {
		unit.path = normalize.IndicatorPath(n, normalize.Target)
		if u := unit.folded; x.Target != nil && x.Target.IsFigure() && x.Target.Unit == "" && !value.IsNothing(unit.text) {
			x.Target.Unit = value.UnitName(u)
		} else if !value.IsNothing(unit.text) && (x.Target == nil || value.UnitName(u) != x.Target.Unit) {
			f := value.Words(unit.text)
			f.At = unit.ref()
			x.Other = append(x.Other, normalize.Labelled{Label: "度量单位", Field: f})
		}
	}
}

func inheritUnit(target, actual *normalize.Field) {
	if target == nil || actual == nil || !actual.IsFigure() || actual.Unit != "" || target.Unit == "" || !target.IsFigure() && target.Op != normalize.OpRange {
		return
	}
	actual.Unit, actual.UnitInherited = target.Unit, true
}
