package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// headPlacer reads the rows of labels and values above the blocks.
type headPlacer struct{ *draft }

// head reads a row of labels, each followed by its value: 专项名称 | 500部门整体.
func (p *headPlacer) head(l *line) bool {
	if len(p.blocks) > 0 && p.lastBlock().kind == indicatorBlock && !p.knownLabel(l) {
		return false
	}
	if l.loose || namesIndicators(l, p.lex) {
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
func (p *headPlacer) goalLine(label, it *item) bool {
	id := p.goalID(label.bare)
	if p.lex.GoalColumn[it.bare] != "" || value.IsFigure(it.text) || !p.goalText(id, it, it.text) {
		return false
	}
	it.claimed, it.role = true, normalize.RoleText
	return true
}

// goalID is what a goal's label says; labels may be numbered: 项目年度目标1.
func (p *headPlacer) goalID(bare string) string {
	if id := p.lex.GoalColumn[bare]; id != "" {
		return id
	}
	return p.lex.GoalColumn[strings.TrimRight(bare, "0123456789")]
}

// goalText files the text of one goal.
func (p *headPlacer) goalText(id string, it *item, text string) bool {
	if id != "expected" && id != "actual" {
		return false
	}
	f := value.Words(text)
	f.At = it.ref()
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
	it.path = normalize.GoalPath(n, normalize.Column(id))
	return true
}

func (p *headPlacer) knownLabel(l *line) bool {
	for i := range l.items {
		if _, ok := p.lex.Head[l.items[i].bare]; ok {
			return true
		}
	}
	return false
}
