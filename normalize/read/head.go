package read

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/dates"
	"ziping/text/units"
)

// head reads a row of labels, each followed by its value: 专项名称 | 500部门整体.
func (p *placer) head(l *line) bool {
	if len(p.blocks) > 0 && p.lastBlock().kind == indicatorBlock && !p.knownLabel(l) {
		return false
	}
	if l.loose || p.namesIndicators(l) {
		return false
	}
	done := false
	for i := 0; i < len(l.items); i++ {
		it := &l.items[i]
		if it.claimed {
			continue
		}
		if _, known := p.lex.Head[it.bare]; !known {
			if kv, ok := cutColon(it.text); ok && kv[1] != "" && len(kv[0]) <= 60 && p.goalID(lexicon.Bare(kv[0])) != "" && p.goalText(p.goalID(lexicon.Bare(kv[0])), it, kv[1]) {
				it.claimed, it.role = true, normalize.RoleText
				done = true
				continue
			} else if ok {
				if _, known := p.lex.Head[lexicon.Bare(kv[0])]; known && kv[1] != "" {
					p.labelled(kv[0], it, kv[1])
					it.claimed, it.role = true, normalize.RoleValue
					done = true
					continue
				}
			}
			// A label nobody knows: short, and a value behind it.
			if i+1 >= len(l.items) || it.bare == "" || len(it.bare) > 60 || l.items[i+1].claimed || value.IsFigure(it.text) {
				continue
			}
			if _, isHead := p.lex.Head[l.items[i+1].bare]; isHead {
				continue
			}
		}
		it.claimed, it.role = true, normalize.RoleLabel
		done = true
		if i+1 < len(l.items) {
			next := &l.items[i+1]
			if p.goalLine(it, next) {
				i++
				continue
			}
			if _, isLabel := p.lex.Head[next.bare]; !isLabel {
				p.labelled(it.text, next, next.text)
				next.claimed, next.role = true, normalize.RoleValue
				i++
				continue
			}
		}
		p.blankLabel(it)
	}
	return done
}

// goalLine takes a yearly goal that stands beside its label and not under it:
// 项目年度目标 | 完成局域网升级. An actual goes with the goal before it.
func (p *placer) goalLine(label, it *item) bool {
	id := p.goalID(label.bare)
	if p.lex.GoalColumn[it.bare] != "" || value.IsFigure(it.text) || !p.goalText(id, it, it.text) {
		return false
	}
	it.claimed, it.role = true, normalize.RoleText
	return true
}

// goalID is what a goal's label says; labels may be numbered: 项目年度目标1.
func (p *placer) goalID(bare string) string {
	if id := p.lex.GoalColumn[bare]; id != "" {
		return id
	}
	return p.lex.GoalColumn[strings.TrimRight(bare, "0123456789")]
}

// goalText files the text of one goal.
func (p *placer) goalText(id string, it *item, text string) bool {
	if id != "expected" && id != "actual" {
		return false
	}
	f := value.Words(text)
	f.At = ref(it)
	n := len(p.rep.Goals)
	switch {
	case id == "expected":
		p.rep.Goals = append(p.rep.Goals, normalize.Goal{Expected: f})
	case n > 0 && p.rep.Goals[n-1].Actual == nil:
		n--
		p.rep.Goals[n].Actual = f
	default:
		p.rep.Goals = append(p.rep.Goals, normalize.Goal{Actual: f})
	}
	it.path = "goals[" + itoa(n) + "]." + id
	return true
}

func (p *placer) knownLabel(l *line) bool {
	for i := range l.items {
		if _, ok := p.lex.Head[l.items[i].bare]; ok {
			return true
		}
	}
	return false
}

func (p *placer) lastBlock() *block { return &p.blocks[len(p.blocks)-1] }

// labelled files the value of a label of the head under its key.
func (p *placer) labelled(label string, it *item, text string) {
	f := value.Words(text)
	f.At = ref(it)
	id := p.lex.Head[lexicon.Simplified(lexicon.Bare(label))]
	switch {
	case strings.HasPrefix(id, "organisation_"):
		if old := p.organised; old.id == "" || id < old.id {
			if old.id != "" {
				old.item.path = normalize.OtherPath("", len(p.rep.Other))
				p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: old.label, Field: p.rep.Organisation})
			}
			p.rep.Organisation, p.organised = f, organised{id, label, it}
			it.path = "organisation"
			return
		}
	case id == "project" && p.rep.Project == nil:
		p.rep.Project, it.path = f, "project"
		if code, name := cutProjectCode(text); code != "" {
			f.Value = name
			if p.rep.Code == nil {
				p.rep.Code = &normalize.Field{Text: code, Value: code, State: normalize.Parsed, Reading: normalize.Read, At: ref(it)}
			}
		}
		return
	case id == "code" && p.rep.Code == nil:
		p.rep.Code, it.path = f, "code"
		return
	case id == "year" && p.rep.Year == nil:
		if y, ok := dates.In(blank.Fold(text)); ok {
			f.Value = y
			p.rep.Year, it.path = f, "year"
			return
		}
	case id == "money_unit" && p.rep.MoneyUnit == nil && moneyUnit(text) != "":
		f.Value = moneyUnit(text)
		p.rep.MoneyUnit, it.path = f, "money_unit"
		return
	case id == "money_unit" && p.organised.id == "" && utf8.RuneCountInString(text) >= 4 && !units.Is(text) && !value.IsFigure(text): // 单位:某某中学
		p.rep.Organisation, p.organised, it.path = f, organised{"organisation_1", label, it}, "organisation"
		return
	case id == "total_score":
		if t := p.total(); t.Score == nil {
			t.Score, it.path = value.Figure(text), "total.score"
			t.Score.At = ref(it)
			return
		}
	case id == "grade" && p.rep.Grade == nil:
		p.rep.Grade, it.path = value.Grade(text), "grade"
		p.rep.Grade.At = ref(it)
		return
	}
	p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: label, Field: f})
	if it.path == "" {
		it.path = normalize.OtherPath("", len(p.rep.Other)-1)
	}
}

// organised is the organisation taken so far: of several printed in the head
// the one whose kind stands first in the lexicon, and of two of a kind the first.
type organised struct {
	id, label string
	item      *item
}

// cutProjectCode splits 51000021R000000019951-工资性支出 into code and name.
func cutProjectCode(text string) (code, name string) {
	s := strings.TrimSpace(text)
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n < 10 {
		return "", ""
	}
	for _, mark := range []string{"-", "—", "_", "－"} {
		if name, ok := strings.CutPrefix(s[n:], mark); ok && strings.TrimSpace(name) != "" {
			return s[:n], strings.TrimSpace(name)
		}
	}
	return "", ""
}

// blankLabel files a label whose value is empty.
func (p *placer) blankLabel(it *item) {
	if id := p.lex.Head[it.bare]; id == "" || id == "grade" || id == "total_score" {
		return
	}
	p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: it.text, Field: &normalize.Field{State: normalize.Blank}})
}

func (p *placer) other(label string, it *item, text string) {
	f := value.Words(text)
	f.At = ref(it)
	it.claimed, it.path = true, normalize.OtherPath("", len(p.rep.Other))
	p.rep.Other = append(p.rep.Other, normalize.Labelled{Label: label, Field: f})
}

func (p *placer) total() *normalize.Total {
	if p.rep.Total == nil {
		p.rep.Total = &normalize.Total{}
	}
	return p.rep.Total
}

func (p *placer) yearFrom(it *item) {
	if p.rep.Year != nil {
		return
	}
	if y, ok := dates.In(blank.Fold(it.text)); ok {
		p.rep.Year = &normalize.Field{Text: it.text, Value: y, State: normalize.Parsed, Reading: normalize.Read, At: ref(it)}
		if it.path == "" {
			it.path = "year"
		}
	}
}
