package place

import (
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// aboveTitle takes a line that stands right above the title: the office that publishes
// the form, or what it is of, where the title goes on below it.
//
//	某市评审中心信息系统运维项目
//	2023年度项目支出绩效自评表
func aboveTitle(d *draft.Draft, i int) bool {
	const longest = 60 // characters
	l := d.Lines[i]
	const most = 2 // lines
	to := i + 1
	for to < len(d.Lines) && to-i < most && len(d.Lines[to].Items) == 1 && d.Lines[to].Title == table.NoTitle {
		to++
	}
	if len(d.Blocks) > 0 || len(l.Items) != 1 || to >= len(d.Lines) || d.Lines[to].Title != table.SelfEvaluation || l.Table != d.Lines[to].Table {
		return false
	}
	it := &l.Items[0]
	if utf8.RuneCountInString(it.Folded) > longest || it.Figure().IsFigure() {
		return false
	}
	d.Other(d.Lex.Words.Labels.Title, it, it.Text)
	it.Role = normalize.RoleTitle
	return true
}

// title takes the title: the last one above the first block, which is the
// nearest to the table; a page often has a title of its own before it. Without
// any there, the first title anywhere.
func title(d *draft.Draft) (name string, sort table.TitleSort) {
	best := -1
	block := false
	for i, l := range d.Lines {
		s := l.Title
		switch {
		case s == table.NoTitle:
			block = block || l.Heads != table.NoHead
		case best < 0, !block && (s != table.ReportTitle || sort == table.ReportTitle):
			best, sort = i, s
		}
	}
	if best < 0 {
		return "", table.NoTitle
	}
	name = lexicon.Title(d.Lines[best].Items[0].Text)
	d.YearFrom(&d.Lines[best].Items[0])
	block = false
	for _, l := range d.Lines {
		s := l.Title
		if s == table.NoTitle {
			if block = block || l.Heads != table.NoHead; block && d.Report.Title != nil {
				return name, sort
			}
			continue
		}
		it := &l.Items[0]
		switch {
		case lexicon.Title(it.Text) != name:
			if s != table.OtherForm && !block { // the page's
				d.Other(d.Lex.Words.Labels.Title, it, it.Text)
				it.Role = normalize.RoleTitle
			}
			continue
		case d.Report.Title == nil:
			text := table.TitleText(it.Text)
			d.Report.Title = &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
		}
		it.Claimed, it.Role, it.Path = true, normalize.RoleTitle, normalize.TitlePath
		d.YearFrom(it)
	}
	return name, sort
}
