package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// footPlacer reads the rows below the list of indicators.
type footPlacer struct {
	*draft
	slots []slot // columns of the latest list of indicators
}

// foot reads a row below the indicators: the total, the grade, and remarks.
// A row may hold several: 其他需要说明事项 | 无 | 总分 | 100 | 96 | 优.
func (p *footPlacer) foot(l *line) bool {
	if !p.startsFoot(l) {
		return false
	}
	for i := 0; i < len(l.items); i++ {
		it := &l.items[i]
		if it.claimed {
			continue
		}
		switch id := p.lex.Foot[it.bare]; {
		case id == "" && p.footPair(it): // 总分:97.31分
		case id == "total" || id == "" && i == 0 && p.totalLabel(l):
			it.claimed, it.role = true, normalize.RoleLabel
			i = p.totals(l, i+1, it.bare) - 1
		case id == "grade":
			it.claimed, it.role = true, normalize.RoleLabel
		case id == "other":
			it.claimed, it.role = true, normalize.RoleLabel
			if i+1 < len(l.items) && p.lex.Foot[l.items[i+1].bare] == "" {
				i++
				l.items[i].role = normalize.RoleText
				p.other(it.text, &l.items[i], l.items[i].text)
			} else {
				p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: it.text, Field: &normalize.Field{State: normalize.Blank}})
			}
		case value.GradeLetter(it.text) != "":
			if p.rep.Grade == nil {
				p.rep.Grade = value.Grade(it.text)
				p.rep.Grade.At = it.ref()
				it.claimed, it.role, it.path = true, normalize.RoleValue, normalize.GradePath
			}
		}
	}
	return true
}

func (p *footPlacer) startsFoot(l *line) bool {
	it := l.first()
	if it == nil {
		return false
	}
	if id := p.lex.Foot[it.bare]; id != "" {
		return id != "other" || len(p.blocks) > 0
	}
	if kv, ok := cutColon(it.text); ok && len(l.items) <= 3 && len(p.blocks) > 0 && p.lex.Foot[lexicon.Bare(kv[0])] == "total" {
		return true
	}
	if p.totalLabel(l) {
		return true
	}
	if len(l.items) == 1 && value.GradeLetter(it.text) != "" {
		return true
	}
	for i := range l.items {
		if p.lex.Foot[l.items[i].bare] == "total" && !value.IsFigure(it.text) && len(p.blocks) > 0 && p.lastBlock().kind == indicatorBlock && i > 0 && p.lex.Foot[it.bare] != "" {
			return true
		}
	}
	return false
}

// totalLabel reports a row that only adds up: a label that ends in 总分 or 合计,
// and figures behind it.
func (p *footPlacer) totalLabel(l *line) bool {
	it := l.first()
	if len(l.items) < 2 || len(p.slots) == 0 || it.bare == "" || len(it.bare) > 30 {
		return false
	}
	ends := false
	for _, w := range []string{"总分", "合计", "总计", "总得分"} {
		ends = ends || strings.HasSuffix(it.bare, w) || strings.HasPrefix(it.bare, w)
	}
	if !ends {
		return false
	}
	figures := 0
	for i := range l.items {
		o := &l.items[i]
		switch {
		case o == it, o.claimed, value.IsNothing(o.text):
		case o.figureOf().IsFigure() && o.figure.Unit != "%":
			figures++
		case value.GradeLetter(o.text) == "":
			return false
		}
	}
	return figures > 0 && figures <= 2
}

// footPair takes a total or a grade printed with its label in one cell.
func (p *footPlacer) footPair(it *item) bool {
	kv, ok := cutColon(it.text)
	if !ok || kv[1] == "" {
		return false
	}
	switch p.lex.Foot[lexicon.Bare(kv[0])] {
	case "total":
		f := value.Figure(kv[1])
		if t := p.total(); f.IsFigure() && t.Score == nil {
			f.At = it.ref()
			t.Score = f
			it.claimed, it.role, it.path = true, normalize.RoleValue, normalize.TotalScorePath
			return true
		}
	case "grade":
		if p.rep.Grade == nil && value.GradeLetter(kv[1]) != "" {
			p.rep.Grade = value.Grade(kv[1])
			p.rep.Grade.At = it.ref()
			it.claimed, it.role, it.path = true, normalize.RoleValue, normalize.GradePath
			return true
		}
	}
	return false
}

// totals takes the figures after a total's label: weight and score, by the
// columns of the indicators or, where they are elsewhere, by what they can be.
func (p *footPlacer) totals(l *line, i int, label string) int {
	var found []*item
	for ; i < len(l.items); i++ {
		it := &l.items[i]
		if !value.IsNothing(it.text) && !value.Figure(it.text).IsFigure() && !value.LooksNumeric(it.text) {
			break
		}
		found = append(found, it)
	}
	t := p.total()
	take := func(it *item, to **normalize.Field, path normalize.Path) {
		it.claimed, it.role, it.path = true, normalize.RoleNumber, path
		*to = it.markField()
	}
	weightSlot, scoreSlot := p.slotOf("weight"), p.slotOf("score")
	if len(found) == 1 && saysScore(label) {
		weightSlot = nil
	}
	switch {
	case len(found) == 2 && t.Score == nil && weightSlot != nil && scoreSlot != nil && weightSlot.covers(found[1].col) && scoreSlot.covers(found[0].col):
		take(found[0], &t.Score, normalize.TotalScorePath)
		take(found[1], &t.Weight, normalize.TotalWeightPath)
	case len(found) >= 2 && t.Score == nil:
		take(found[0], &t.Weight, normalize.TotalWeightPath)
		take(found[1], &t.Score, normalize.TotalScorePath)
	case len(found) == 1 && t.Weight == nil && weightSlot != nil && weightSlot.covers(found[0].col) && (scoreSlot == nil || !scoreSlot.covers(found[0].col)):
		take(found[0], &t.Weight, normalize.TotalWeightPath)
		if t.Score == nil {
			t.Score = &normalize.Field{State: normalize.Blank}
		}
	case len(found) == 1 && (t.Score == nil || t.Score.State == normalize.Blank):
		take(found[0], &t.Score, normalize.TotalScorePath)
	}
	return i
}

// saysScore reports a total's label that speaks of marks given, not of full marks.
func saysScore(label string) bool {
	return strings.Contains(label, "评价总分") || strings.Contains(label, "得分") || strings.Contains(label, "自评")
}

func (p *footPlacer) slotOf(id string) *slot {
	for i := range p.slots {
		if p.slots[i].id == id {
			return &p.slots[i]
		}
	}
	return nil
}
