package goals

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// labelled reads goals each of which stands behind a label of its own, beside the label of
// their block:
//
//	绩效目标 | 年初设定 | 适配680名
//	        | 完成情况 | 适配702名
//
// Both may stand on one line, as where a print has the text of each under its label and the
// label of the block beside both: 绩效目标 | 年初设定 | 适配680名 | 完成情况 | 适配702名. It returns
// the line behind them, i where there are none.
func (p *Reader) labelled(i int) int {
	l := p.Lines[i]
	if l.Loose || len(l.Items) < 3 || l.Items[0].Claimed || len(p.Lex.Blocks(l.Items[0].Bare)) == 0 || !p.labels(l.Items[1:]) {
		return i
	}
	l.Items[0].Claimed, l.Items[0].Role = true, normalize.RoleLabel
	p.labelledGoal(l.Items[1:])
	col := l.Items[1].Col
	for i++; i < len(p.Lines) && !p.Lines[i].Loose && !p.StartsBlock(i) && p.labels(p.Lines[i].Items) && p.Lines[i].Items[0].Col == col; i++ {
		p.labelledGoal(p.Lines[i].Items)
	}
	return i
}

// labels reports the label of a goal, or of what became of it, and the text behind it, in
// pairs.
func (p *Reader) labels(cells []table.Item) bool {
	for k := 0; k < len(cells); k += 2 {
		if k+1 == len(cells) || cells[k].Claimed || !p.says(&cells[k+1]) {
			return false
		}
		if id := ID(cells[k].Bare, p.Lex); id != "expected" && id != "actual" {
			return false
		}
	}
	return len(cells) > 0
}

func (p *Reader) labelledGoal(cells []table.Item) {
	for k := 0; k+1 < len(cells); k += 2 {
		label, it := &cells[k], &cells[k+1]
		label.Claimed, label.Role = true, normalize.RoleLabel
		it.Claimed, it.Role = true, normalize.RoleText
		Text(p.Draft, ID(label.Bare, p.Lex), it, it.Text)
	}
}

// Told reads a goal on a line of its own behind its label: 年初目标:建成1.6万亩.
func (p *Reader) Told(l *table.Line) bool {
	return l.Loose && len(l.Items) == 1 && !l.Items[0].Claimed && InCell(p.Draft, &l.Items[0])
}

// InCell reads a goal that stands in one cell with its label. What is nothing but the marks
// of the label is no goal: 年度目标:(40分).
func InCell(p *draft.Draft, it *table.Item) bool {
	kv, ok := table.CutColon(it.Text)
	if !ok || kv[1] == "" || lexicon.PointsOnly(kv[1]) || !Text(p, ID(lexicon.Bare(kv[0]), p.Lex), it, kv[1]) {
		return false
	}
	it.Claimed, it.Role = true, normalize.RoleText
	return true
}

// Text files the text of one goal. What was done goes with the goal before it.
func Text(p *draft.Draft, id string, it *table.Item, text string) bool {
	if id != "expected" && id != "actual" {
		return false
	}
	f := value.Words(text)
	f.At = it.Ref()
	n := len(p.Report.Goals)
	switch {
	case id == "expected":
		p.Report.Goals = append(p.Report.Goals, normalize.Goal{Expected: f})
	case n > 0 && p.Report.Goals[n-1].Actual == nil:
		n--
		p.Report.Goals[n].Actual = f
	default:
		p.Report.Goals = append(p.Report.Goals, normalize.Goal{Actual: f})
	}
	it.Path = normalize.GoalPath(n, normalize.Column(id))
	return true
}

// Numbered reports the label of one of several yearly goals: 年度绩效目标2.
func Numbered(bare string, lex *lexicon.Lexicon) bool {
	return lex.GoalColumn[bare] == "" && ID(bare, lex) == "expected"
}

// Named reports a row that begins with the label of a yearly goal, which may be
// numbered: 年度目标2(40分).
func Named(l *table.Line, lex *lexicon.Lexicon) bool {
	it := l.First()
	return it != nil && ID(it.Bare, lex) == "expected" && lex.IndicatorColumn[it.Bare] == ""
}
