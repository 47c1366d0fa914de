package normalize

import (
	"strings"

	"ziping/normalize/lexicon"
)

// head reads a row of labels, each followed by its value: 专项名称 | 500部门整体.
func (p *placer) head(l *line) bool {
	if len(p.blocks) > 0 && p.lastBlock().kind == indicatorBlock && !p.knownLabel(l) {
		return false
	}
	if l.loose {
		return false
	}
	done := false
	for i := 0; i < len(l.items); i++ {
		it := &l.items[i]
		if it.claimed {
			continue
		}
		if _, known := p.lex.Head[it.bare]; !known {
			if kv, ok := cutColon(it.text); ok {
				if _, known := p.lex.Head[lexicon.Bare(kv[0])]; known && kv[1] != "" {
					p.labelled(kv[0], it, kv[1])
					it.claimed, it.role = true, RoleValue
					done = true
					continue
				}
			}
			// A label nobody knows: short, and a value behind it.
			if i+1 >= len(l.items) || it.bare == "" || len(it.bare) > 60 || l.items[i+1].claimed || isFigure(it.text) {
				continue
			}
			if _, isHead := p.lex.Head[l.items[i+1].bare]; isHead {
				continue
			}
		}
		it.claimed, it.role = true, RoleLabel
		done = true
		if i+1 < len(l.items) {
			next := &l.items[i+1]
			if _, isLabel := p.lex.Head[next.bare]; !isLabel {
				p.labelled(it.text, next, next.text)
				next.claimed, next.role = true, RoleValue
				i++
				continue
			}
		}
		p.blankLabel(it)
	}
	return done
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
func (p *placer) labelled(label string, it *item, value string) {
	f := wordField(value)
	f.At = ref(it)
	id := p.lex.Head[lexicon.Simplified(lexicon.Bare(label))]
	switch {
	case strings.HasPrefix(id, "organisation_"):
		if p.organised == "" || id < p.organised {
			if old := p.rep.Organisation; old != nil {
				p.rep.Other = append(p.rep.Other, Labelled{Label: p.organisedLabel(), Field: old})
			}
			p.rep.Organisation, p.organised = f, id+"\x00"+label
			it.path = "organisation"
			return
		}
	case id == "project" && p.rep.Project == nil:
		p.rep.Project, it.path = f, "project"
		return
	case id == "code" && p.rep.Code == nil:
		p.rep.Code, it.path = f, "code"
		return
	case id == "year" && p.rep.Year == nil:
		if y := yearIn(value); y != "" {
			f.Value = y
			p.rep.Year, it.path = f, "year"
			return
		}
	case id == "money_unit" && p.rep.MoneyUnit == nil && isMoneyUnit(lexicon.Fold(value)):
		f.Value = lexicon.Fold(value)
		p.rep.MoneyUnit, it.path = f, "money_unit"
		return
	case id == "total_score":
		if t := p.total(); t.Score == nil {
			t.Score, it.path = readFigure(value), "total.score"
			t.Score.At = ref(it)
			return
		}
	case id == "grade" && p.rep.Grade == nil:
		p.rep.Grade, it.path = readGrade(value), "grade"
		p.rep.Grade.At = ref(it)
		return
	}
	p.rep.Other = append(p.rep.Other, Labelled{Label: label, Field: f})
	if it.path == "" {
		it.path = otherPath("", len(p.rep.Other)-1)
	}
}

// organisedLabel is the printed label of the organisation taken so far.
func (p *placer) organisedLabel() string {
	_, label, _ := strings.Cut(p.organised, "\x00")
	return label
}

// blankLabel files a label whose value is empty.
func (p *placer) blankLabel(it *item) {
	if id := p.lex.Head[it.bare]; id == "" || id == "grade" || id == "total_score" {
		return
	}
	p.rep.Other = append(p.rep.Other, Labelled{Label: it.text, Field: &Field{State: Blank}})
}

func (p *placer) other(label string, it *item, value string) {
	f := wordField(value)
	f.At = ref(it)
	it.claimed, it.path = true, otherPath("", len(p.rep.Other))
	p.rep.Other = append(p.rep.Other, Labelled{Label: label, Field: f})
}

func (p *placer) total() *Total {
	if p.rep.Total == nil {
		p.rep.Total = &Total{}
	}
	return p.rep.Total
}

// wordField is a field of words.
func wordField(text string) *Field {
	if isNothing(text) {
		return &Field{Text: text, State: Blank}
	}
	return &Field{Text: text, Value: text, State: Parsed, Reading: Read}
}

func (p *placer) yearFrom(it *item) {
	if p.rep.Year != nil {
		return
	}
	if y := yearIn(lexicon.Fold(it.text)); y != "" {
		p.rep.Year = &Field{Text: it.text, Value: y, State: Parsed, Reading: Read, At: ref(it)}
		if it.path == "" {
			it.path = "year"
		}
	}
}

// yearIn finds a year from 1990 to 2100 in front of 年 or between brackets.
func yearIn(s string) string {
	for i := 0; i+4 <= len(s); i++ {
		if (i == 0 || s[i-1] < '0' || s[i-1] > '9') && isYear(s[i:i+4]) && (i+4 == len(s) || s[i+4] < '0' || s[i+4] > '9') {
			return s[i : i+4]
		}
	}
	return ""
}

func isYear(s string) bool {
	n, rest, ok := cutInt(s)
	return ok && rest == "" && n >= 1990 && n <= 2100
}

// isYearCaption reports a line that holds a year and nothing else: (2023年度).
func isYearCaption(s string) bool {
	s = strings.Trim(s, "()[]【】〔〕")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年")
	return isYear(s)
}

func isFigure(text string) bool { return readFigure(text).isNum }
