package place

import (
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// footPlacer reads the rows below the list of indicators.
type footPlacer struct {
	*draft.Draft
	slots []table.Slot // columns of the latest list of indicators
	off   int          // by how many columns all its rows stand off their headings
	row   totalRow     // the total was read from
}

// foot reads a row below the indicators: the total, the grade, and remarks.
// A row may hold several: 其他需要说明事项 | 无 | 总分 | 100 | 96 | 优.
func (p *footPlacer) foot(l *table.Line) bool {
	if !p.startsFoot(l) {
		return false
	}
	for i := 0; i < len(l.Items); i++ {
		it := &l.Items[i]
		if it.Claimed {
			continue
		}
		switch id := p.Lex.Foot[it.Bare]; {
		case id == "" && p.footPair(it): // 总分:97.31分
		case id == "total" || id == "" && i == 0 && p.totalLabel(l):
			it.Claimed, it.Role = true, normalize.RoleLabel
			i = p.totals(l, i+1, it.Bare) - 1
		case id == "grade":
			it.Claimed, it.Role = true, normalize.RoleLabel
			if i+1 < len(l.Items) && p.Report.Grade == nil && isGradeName(&l.Items[i+1]) {
				i++
				p.fileGrade(&l.Items[i], l.Items[i].Text)
			} else if i+1 < len(l.Items) && p.Report.Grade == nil && inWords(&l.Items[i+1]) && !p.Lex.Knows(l.Items[i+1].Bare) { // 评价结果 | 项目完成较好，资金使用合规
				i++
				l.Items[i].Role = normalize.RoleText
				p.Other(it.Text, &l.Items[i], l.Items[i].Text)
			}
		case id == "other":
			it.Claimed, it.Role = true, normalize.RoleLabel
			if i+1 < len(l.Items) && p.Lex.Foot[l.Items[i+1].Bare] == "" {
				i++
				l.Items[i].Role = normalize.RoleText
				p.Other(it.Text, &l.Items[i], l.Items[i].Text)
			} else {
				p.Report.Other = append(p.Report.Other, normalize.Labelled{Label: it.Text, Field: &normalize.Field{State: normalize.Blank}})
			}
		default:
			p.grade(it)
		}
	}
	return true
}

// isGradeName reports a cell that can be the grade behind its label, whatever the office
// calls its grades: 合格, A, 较好.
func isGradeName(it *table.Item) bool {
	const longest = 4 // characters
	if name, _ := value.Ticked(it.Text); name != "" || value.GradeLetter(it.Text) != "" {
		return true
	}
	return utf8.RuneCountInString(it.Folded) <= longest && !it.Figure().IsFigure() && !value.IsNothing(it.Text) && it.Folded != ""
}

// inWords reports a cell of words that is no grade: a label of grades may head a sentence.
func inWords(it *table.Item) bool {
	const sentence = 8 // characters
	return utf8.RuneCountInString(it.Folded) >= sentence && !it.Figure().IsFigure()
}

// takeRemark takes a label nobody knows with its text, below the rows of the list: 主要成效 |
// 无. They are two cells of words, of which the label begins where the list does or left of
// it, and neither is a level or, where the list may go on, stands where the names do; or the
// label is what a column of reasons has, and tells that of the whole form: 偏差原因 | 市场变化，
// 两个项目推迟.
func takeRemark(d *draft.Draft, l *table.Line, slots []table.Slot, ended bool) bool {
	if l.Loose || len(l.Items) != 2 || len(slots) == 0 {
		return false
	}
	label, text := &l.Items[0], &l.Items[1]
	ofAll := d.Lex.IndicatorColumn[label.Bare] == "reason" && inWords(text)
	name := table.IndexOf(slots, "name")
	if !ofAll && (l.Woven || name < 0 || label.Col > slots[0].Col) {
		return false
	}
	for _, it := range []*table.Item{label, text} {
		kind := it.Kind(d.Lex)
		if it.Claimed || it.Figure().IsFigure() || !ofAll && (kind.Level1 || kind.Level2 || !ended && label.Col == slots[0].Col && slots[name].Covers(it.Col)) {
			return false
		}
	}
	label.Claimed, label.Role, text.Role = true, normalize.RoleLabel, normalize.RoleText
	d.Other(label.Text, text, text.Text)
	return true
}

// grade takes a cell that is a grade and nothing else, if it is the first one.
func (p *footPlacer) grade(it *table.Item) bool {
	if value.GradeLetter(it.Text) == "" {
		return false
	}
	if p.Report.Grade == nil && !choice(p.Lines, it) {
		p.fileGrade(it, it.Text)
	}
	return true
}

// choice reports a grade of several that stand in lines of their own in one table: what a
// cell is to be filled in from.
func choice(lines []*table.Line, it *table.Item) bool {
	n, here := 0, false
	for _, l := range lines {
		if len(l.Items) == 1 && l.Table == it.At.Table && value.GradeLetter(l.Items[0].Text) != "" {
			n++
			here = here || &l.Items[0] == it
		}
	}
	return here && n > 1
}

// fileGrade files what a cell says of the grade.
func (p *footPlacer) fileGrade(it *table.Item, text string) {
	p.Report.Grade = value.Grade(text)
	p.Report.Grade.At = it.Ref()
	it.Claimed, it.Role, it.Path = true, normalize.RoleValue, normalize.GradePath
}

func (p *footPlacer) startsFoot(l *table.Line) bool {
	it := l.First()
	if it == nil {
		return false
	}
	below := len(p.Blocks) > 0 || len(p.slots) > 0 // a block stands above, if only the list being read
	if id := p.Lex.Foot[it.Bare]; id != "" {
		// 合计 before there is a list belongs to the money, whose heading was lost.
		if p.Lex.Source[it.Bare] != "" {
			return len(p.slots) > 0
		}
		return id != "other" || below
	}
	if kv, ok := table.CutColon(it.Text); ok && len(l.Items) <= 3 && below && p.Lex.Foot[lexicon.Bare(kv[0])] == "total" {
		return true
	}
	return p.totalLabel(l) || len(l.Items) == 1 && value.GradeLetter(it.Text) != ""
}

// totalLabel reports a row that only adds up: a label that ends in 总分 or 合计,
// and figures behind it.
func (p *footPlacer) totalLabel(l *table.Line) bool {
	it := l.First()
	if len(l.Items) < 2 || len(p.slots) == 0 || it.Bare == "" || len(it.Bare) > 30 {
		return false
	}
	if w := p.Lex.Words.Total; !w.Begin(it.Bare) && !w.End(it.Bare) {
		return false
	}
	figures := 0
	for i := range l.Items {
		o := &l.Items[i]
		switch {
		case o == it, o.Claimed, value.IsNothing(o.Text):
		case o.Figure().IsFigure() && o.Figure().Unit != "%":
			figures++
		case value.GradeLetter(o.Text) == "":
			return false
		}
	}
	return figures > 0 && figures <= 2
}

// footPair takes a total or a grade printed with its label in one cell.
func (p *footPlacer) footPair(it *table.Item) bool {
	kv, _ := table.CutColon(it.Text)
	switch p.Lex.Foot[lexicon.Bare(kv[0])] {
	case "total":
		f := value.Mark(kv[1])
		if t := p.Total(); f.IsFigure() && t.Score == nil {
			f.At = it.Ref()
			t.Score = f
			it.Claimed, it.Role, it.Path = true, normalize.RoleValue, normalize.TotalScorePath
			return true
		}
	case "grade":
		if p.Report.Grade == nil && value.GradeLetter(kv[1]) != "" {
			p.fileGrade(it, kv[1])
			return true
		}
	}
	return false
}
