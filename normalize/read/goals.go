package read

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// goalPlacer reads the block of yearly goals.
type goalPlacer struct {
	*draft
	foot *footPlacer
}

// goals reads the block of yearly goals: a heading row (预期目标 | 实际完成情况)
// and the rows of text under it, up to the next block.
func (p *goalPlacer) goals(i int) int {
	b := block{kind: goalBlock, head: i}
	l := p.lines[i]
	for k := range l.items {
		it := &l.items[k]
		id := p.lex.GoalColumn[it.bare]
		// The first cell of 总体目标完成情况 | 总体目标 | 全年实际完成情况 names the
		// block; that of 年度绩效目标 | 实际完成情况 is a column.
		if p.namesGoals(it) && (id == "" || k == 0 && p.expectedAfter(l)) {
			it.claimed, it.role = true, normalize.RoleLabel
			continue
		}
		if id == "" {
			id = "other"
		}
		it.claimed, it.role = true, normalize.RoleHeading
		b.slots = append(b.slots, slot{col: it.col, span: it.span, id: id, label: it.text})
	}
	for k := range b.slots { // a heading covers all columns up to the next one
		if k+1 < len(b.slots) {
			b.slots[k].span = b.slots[k+1].col - b.slots[k].col
		} else {
			b.slots[k].span = 1 << 20
		}
	}
	i++
	b.body = i
	for ; i < len(p.lines) && !p.startsBlock(i) && !p.endsGoals(i); i++ {
		p.goalRow(p.lines[i], b.slots)
	}
	b.end = i
	p.blocks = append(p.blocks, b)
	return i
}

// namesGoals reports the label of a block of goals.
func (p *goalPlacer) namesGoals(it *item) bool {
	for _, kind := range p.lex.Block[it.bare] {
		if kind == "goals" {
			return true
		}
	}
	return false
}

// expectedAfter reports a column of expected goals behind the first cell.
func (p *goalPlacer) expectedAfter(l *line) bool {
	for k := range l.items[1:] {
		if p.lex.GoalColumn[l.items[k+1].bare] == "expected" {
			return true
		}
	}
	return false
}

func (p *goalPlacer) endsGoals(i int) bool {
	l := p.lines[i]
	if it := l.first(); it != nil && p.lex.Head[it.bare] != "" && len(l.items) > 1 {
		return true
	}
	if l.loose && (sortOfTitle(l.items[0].text) != noTitle || yearAlone(l.items[0].text)) {
		return true
	}
	return !l.loose && (p.foot.startsFoot(l) || namesIndicators(l, p.lex))
}

// namesIndicators reports a row with headings of the list of indicators, which
// may have lost the rest of them.
func namesIndicators(l *line, lex *lexicon.Lexicon) bool {
	for k := range l.items {
		switch lex.IndicatorColumn[l.items[k].bare] {
		case "level1", "level2", "name":
			return true
		}
	}
	return false
}

// goalRow takes the texts of one row. Where they do not stand under their
// headings their order decides.
func (p *goalPlacer) goalRow(l *line, slots []slot) {
	g := normalize.Goal{}
	var texts []*item
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		if p.namesGoals(it) && k == 0 && len(l.items) > 1 {
			it.claimed, it.role = true, normalize.RoleLabel
		}
		if !it.claimed {
			texts = append(texts, it)
		}
	}
	if len(texts) == 0 || len(slots) == 0 {
		return
	}
	n := len(p.rep.Goals)
	for k, it := range texts {
		s := -1
		for j := range slots {
			if slots[j].covers(it.col) {
				s = j
			}
		}
		if s < 0 || len(texts) == len(slots) {
			s = min(k, len(slots)-1)
		}
		f := value.Words(it.text)
		f.At = it.ref()
		it.claimed, it.role, it.to = true, normalize.RoleText, slots[s].col
		switch slots[s].id {
		case "expected":
			if g.Expected == nil {
				g.Expected, it.path = f, normalize.GoalPath(n, normalize.Expected)
				continue
			}
		case "actual":
			if g.Actual == nil {
				g.Actual, it.path = f, normalize.GoalPath(n, normalize.Actual)
				continue
			}
		}
		p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: slots[s].label, Field: f})
		it.path = normalize.OtherPath(len(p.rep.Other) - 1)
	}
	for _, s := range slots {
		if s.id == "expected" && g.Expected == nil {
			g.Expected = &normalize.Field{State: normalize.Blank}
		}
		if s.id == "actual" && g.Actual == nil {
			g.Actual = &normalize.Field{State: normalize.Blank}
		}
	}
	p.rep.Goals = append(p.rep.Goals, g)
}
