package normalize

import (
	"strings"

	"ziping/normalize/lexicon"
)

// foot reads a row below the indicators: the total, the grade, and remarks.
// A row may hold several: 其他需要说明事项 | 无 | 总分 | 100 | 96 | 优.
func (p *placer) foot(l *line) bool {
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
			it.claimed, it.role = true, RoleLabel
			i = p.totals(l, i+1, it.bare) - 1
		case id == "grade":
			it.claimed, it.role = true, RoleLabel
		case id == "other":
			it.claimed, it.role = true, RoleLabel
			if i+1 < len(l.items) && p.lex.Foot[l.items[i+1].bare] == "" {
				i++
				l.items[i].role = RoleText
				p.other(it.text, &l.items[i], l.items[i].text)
			} else {
				p.rep.Other = append(p.rep.Other, Labelled{Label: it.text, Field: &Field{State: Blank}})
			}
		case gradeLetter(it.text) != "":
			if p.rep.Grade == nil {
				p.rep.Grade = readGrade(it.text)
				p.rep.Grade.At = ref(it)
				it.claimed, it.role, it.path = true, RoleValue, "grade"
			}
		}
	}
	return true
}

func (p *placer) startsFoot(l *line) bool {
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
	if len(l.items) == 1 && gradeLetter(it.text) != "" {
		return true
	}
	for i := range l.items {
		if p.lex.Foot[l.items[i].bare] == "total" && !isFigure(it.text) && len(p.blocks) > 0 && p.lastBlock().kind == indicatorBlock && i > 0 && p.lex.Foot[it.bare] != "" {
			return true
		}
	}
	return false
}

// totalLabel reports a row that only adds up: a label that ends in 总分 or 合计,
// and figures behind it.
func (p *placer) totalLabel(l *line) bool {
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
		case o == it, o.claimed, isNothing(o.text):
		case o.figureOf().isNum && o.figure.Unit != "%":
			figures++
		case gradeLetter(o.text) == "":
			return false
		}
	}
	return figures > 0 && figures <= 2
}

// footPair takes a total or a grade printed with its label in one cell.
func (p *placer) footPair(it *item) bool {
	kv, ok := cutColon(it.text)
	if !ok || kv[1] == "" {
		return false
	}
	switch p.lex.Foot[lexicon.Bare(kv[0])] {
	case "total":
		f := readFigure(kv[1])
		if t := p.total(); f.isNum && t.Score == nil {
			f.At = ref(it)
			t.Score = f
			it.claimed, it.role, it.path = true, RoleValue, "total.score"
			return true
		}
	case "grade":
		if p.rep.Grade == nil && gradeLetter(kv[1]) != "" {
			p.rep.Grade = readGrade(kv[1])
			p.rep.Grade.At = ref(it)
			it.claimed, it.role, it.path = true, RoleValue, "grade"
			return true
		}
	}
	return false
}

// totals takes the figures after a total's label: weight and score, by the
// columns of the indicators or, where they are elsewhere, by what they can be.
func (p *placer) totals(l *line, i int, label string) int {
	var found []*item
	for ; i < len(l.items); i++ {
		it := &l.items[i]
		if !isNothing(it.text) && !readFigure(it.text).isNum && !looksNumeric(it.text) {
			break
		}
		found = append(found, it)
	}
	t := p.total()
	take := func(it *item, to **Field, path string) {
		it.claimed, it.role, it.path = true, RoleNumber, path
		*to = it.figureField()
	}
	weightSlot, scoreSlot := p.slotOf("weight"), p.slotOf("score")
	if len(found) == 1 && saysScore(label) {
		weightSlot = nil
	}
	switch {
	case len(found) == 2 && t.Score == nil && weightSlot != nil && scoreSlot != nil && weightSlot.covers(found[1].col) && scoreSlot.covers(found[0].col):
		take(found[0], &t.Score, "total.score")
		take(found[1], &t.Weight, "total.weight")
	case len(found) >= 2 && t.Score == nil:
		take(found[0], &t.Weight, "total.weight")
		take(found[1], &t.Score, "total.score")
	case len(found) == 1 && t.Weight == nil && weightSlot != nil && weightSlot.covers(found[0].col) && (scoreSlot == nil || !scoreSlot.covers(found[0].col)):
		take(found[0], &t.Weight, "total.weight")
		if t.Score == nil {
			t.Score = &Field{State: Blank}
		}
	case len(found) == 1 && (t.Score == nil || t.Score.State == Blank):
		take(found[0], &t.Score, "total.score")
	}
	return i
}

// saysScore reports a total's label that speaks of marks given, not of full marks.
func saysScore(label string) bool {
	return strings.Contains(label, "评价总分") || strings.Contains(label, "得分") || strings.Contains(label, "自评")
}

func (p *placer) slotOf(id string) *slot {
	for i := range p.slots {
		if p.slots[i].id == id {
			return &p.slots[i]
		}
	}
	return nil
}

// looksNumeric reports text that starts like a figure and is none (2,283.1,4), or
// is one with letters for digits (IO).
func looksNumeric(text string) bool {
	s := strings.TrimLeft(lexicon.Fold(text), "+-−¥")
	return startsWithDigit(s) || misread(s)
}

// gradeWords stand before a grade in one cell with it: 自评等级为优.
var gradeWords = []string{"自评等级", "评价等级", "绩效等级", "自评结论", "等级", "为", ":", "“", "\""}

// gradeLetter is 优, 良, 中 or 差 where a text is a grade: 优(S≥90), 良, 优秀,
// 自评等级为优, or the ticked one of 优☑ 良□ 中□ 差□.
func gradeLetter(text string) string {
	if len(text) > 120 {
		return ""
	}
	s := lexicon.Fold(text)
	if g := ticked(s); g != "" {
		return g
	}
	for _, w := range gradeWords {
		s = strings.TrimPrefix(s, w)
	}
	s = strings.TrimRight(s, "”\"。")
	for _, g := range []string{"优", "良", "中", "差"} {
		rest, ok := strings.CutPrefix(s, g)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "秀"), "好")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "等"), "级")
		if rest == "" || strings.HasPrefix(rest, "(") && strings.ContainsAny(rest, "0123456789") && len(rest) < 40 {
			return g
		}
	}
	return ""
}

// ticked is the grade whose box is ticked, where each has a box: the boxes
// stand all before or all behind their letters. More than one tick is none.
func ticked(s string) string {
	const letters, boxes, ticks = "优良中差", "□☐○", "☑√■✓✔●"
	var kinds []rune // L letter, B empty box, T tick
	var names []rune
	for _, r := range s {
		switch {
		case strings.ContainsRune(letters, r):
			kinds, names = append(kinds, 'L'), append(names, r)
		case strings.ContainsRune(boxes, r):
			kinds, names = append(kinds, 'B'), append(names, r)
		case strings.ContainsRune(ticks, r):
			kinds, names = append(kinds, 'T'), append(names, r)
		}
	}
	if len(kinds) < 4 || len(kinds)%2 != 0 {
		return ""
	}
	behind := kinds[0] == 'L'
	found := ""
	for i := 0; i < len(kinds); i += 2 {
		letter, box := i, i+1
		if !behind {
			letter, box = i+1, i
		}
		if kinds[letter] != 'L' || kinds[box] == 'L' {
			return ""
		}
		if kinds[box] == 'T' {
			if found != "" {
				return ""
			}
			found = string(names[letter])
		}
	}
	return found
}

// readGrade reads 优(S≥90): the letter, and the printed threshold.
func readGrade(text string) *Field {
	if isNothing(text) {
		return &Field{Text: text, State: Blank}
	}
	f := &Field{Text: text, Value: text, State: Parsed, Reading: Read}
	g := gradeLetter(text)
	if g == "" {
		return f
	}
	f.Value = g
	s := lexicon.Fold(text)
	if i, j := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i >= 0 && j > i {
		f.Threshold = s[i+1 : j]
	}
	return f
}
