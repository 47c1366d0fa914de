package place

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/goals"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// headPlacer reads the rows of labels and values above the blocks.
type headPlacer struct{ *draft.Draft }

// head reads a row of labels, each followed by its value: 专项名称 | 500部门整体.
func (p *headPlacer) head(l *table.Line) bool {
	if len(p.Blocks) > 0 && p.LastBlock().Kind == table.IndicatorBlock && !p.knownLabel(l) && !goals.Named(l, p.Lex) {
		return false
	}
	if l.Loose || table.NamesIndicators(l, p.Lex) {
		return false
	}
	done := false
	pairs := len(l.Items) <= mostUnknown || p.knownLabel(l)
	for i := 0; i < len(l.Items); i++ {
		it := &l.Items[i]
		if it.Claimed {
			continue
		}
		if _, known := p.Lex.Head[it.Bare]; !known {
			if goals.InCell(p.Draft, it) || p.LabelledCell(it) {
				done = true
				continue
			}
			// A label nobody knows: short, and a value behind it.
			if !pairs || i+1 >= len(l.Items) || it.Bare == "" || len(it.Bare) > 60 || l.Items[i+1].Claimed || value.IsFigure(it.Text) {
				continue
			}
			if p.HoldsLabel(&l.Items[i+1]) {
				if i == 0 && len(l.Items)%2 == 1 && p.pairsBehind(l) { // 项目基本情况, merged down the side
					it.Claimed, it.Role = true, normalize.RoleLabel
				}
				continue
			}
		}
		it.Claimed, it.Role = true, normalize.RoleLabel
		done = true
		if i+1 < len(l.Items) {
			next := &l.Items[i+1]
			if p.goalLine(it, next) {
				i++
				continue
			}
			if !p.HoldsLabel(next) {
				p.Labelled(it.Text, next, next.Text)
				next.Claimed, next.Role = true, normalize.RoleValue
				i++
				continue
			}
		}
		p.BlankLabel(it.Text)
	}
	return done
}

// pairsBehind reports a row of known labels behind its first cell, each with its value.
func (p *headPlacer) pairsBehind(l *table.Line) bool {
	for k := 1; k+1 < len(l.Items); k += 2 {
		_, label := p.Lex.Head[l.Items[k].Bare]
		if _, next := p.Lex.Head[l.Items[k+1].Bare]; !label || next {
			return false
		}
	}
	return true
}

// printedBeside reads lines that stand side by side as a row of the head does: a label that
// is known, or ends as labels do, and what is printed right of it.
func (p *headPlacer) printedBeside(l *table.Line) bool {
	if !l.Loose || len(l.Items) < 2 {
		return false
	}
	known := func(it *table.Item) bool { _, known := p.Lex.Head[it.Bare]; return known }
	for i := 0; i < len(l.Items); i++ {
		it := &l.Items[i]
		last := i+1 == len(l.Items)
		if !known(it) && (last || it.Claimed || !p.Lex.Words.LabelEnd.End(it.Bare)) {
			continue
		}
		it.Claimed, it.Role = true, normalize.RoleCaption
		if last || known(&l.Items[i+1]) {
			p.BlankLabel(it.Text)
			continue
		}
		i++
		l.Items[i].Claimed, l.Items[i].Role = true, normalize.RoleCaption
		p.Labelled(it.Text, &l.Items[i], l.Items[i].Text)
	}
	return true
}

// mostUnknown bounds the cells of a row whose labels nobody knows: two and their
// values. A longer one is the row of another table, and its cells are no pairs.
const mostUnknown = 4

// goalLine takes a yearly goal that stands beside its label and not under it:
// 项目年度目标 | 完成局域网升级. An actual goes with the goal before it.
func (p *headPlacer) goalLine(label, it *table.Item) bool {
	id := goals.ID(label.Bare, p.Lex)
	if p.Lex.GoalColumn[it.Bare] != "" || value.IsFigure(it.Text) || !goals.Text(p.Draft, id, it, it.Text) {
		return false
	}
	it.Claimed, it.Role = true, normalize.RoleText
	return true
}

func (p *headPlacer) knownLabel(l *table.Line) bool {
	for i := range l.Items {
		if _, ok := p.Lex.Head[l.Items[i].Bare]; ok {
			return true
		}
	}
	return len(l.Items) == 2 && goals.Numbered(l.Items[0].Bare, p.Lex)
}
