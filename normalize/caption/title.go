package caption

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// AboveTitle takes a line that stands right above the title: the office that publishes
// the form, or what it is of, where the title goes on below it.
//
//	某市评审中心信息系统运维项目
//	2023年度项目支出绩效自评表
func AboveTitle(d *draft.Draft, i int) bool {
	l := d.Lines[i]
	const most = 2 // lines, with this one
	to := i + 1
	for n := 1; to < len(d.Lines) && d.Lines[to].Title == table.NoTitle; to++ { // on a page, things of the page stand between
		if d.Lines[to].OfPage(d.Lex) {
			continue
		}
		if n++; n > most || len(d.Lines[to].Items) != 1 {
			break
		}
	}
	if len(d.Blocks) > 0 || len(l.Items) != 1 || to >= len(d.Lines) || d.Lines[to].Title != table.SelfEvaluation || l.Table != d.Lines[to].Table {
		return false
	}
	return upperLine(d, l)
}

// upperLine files a line above a title.
func upperLine(d *draft.Draft, l *table.Line) bool {
	const longest = 60 // characters
	if len(l.Items) != 1 {
		return false
	}
	it := &l.Items[0]
	if it.Claimed || utf8.RuneCountInString(it.Folded) > longest || it.Figure().IsFigure() {
		return false
	}
	d.Other(d.Lex.Words.Labels.Title, it, it.Text)
	it.Role = normalize.RoleTitle
	return true
}

// TitleByPlace takes for the title of a form that has none what stands above its first
// block, alone in its line, is called a table and speaks as titles do: …项目绩效评价表.
func TitleByPlace(d *draft.Draft) {
	if d.Report.Title != nil {
		return
	}
	for i, l := range d.Lines {
		if l.Heads != table.NoHead || len(d.Blocks) > 0 && i >= d.Blocks[0].Head {
			return
		}
		if len(l.Items) != 1 || !speaksAsTitle(&l.Items[0], d.Lex) {
			continue
		}
		take(d, &l.Items[0])
		if i > 0 && l.Table == d.Lines[i-1].Table {
			upperLine(d, d.Lines[i-1])
		}
		return
	}
}

// speaksAsTitle reports a text that nobody claims, with words of titles in it and called
// a table, but none of many forms.
func speaksAsTitle(it *table.Item, lex *lexicon.Lexicon) bool {
	const fewest = 2 // words
	says := 0
	for _, w := range lex.Words.TitleWord {
		if strings.Contains(it.Folded, w) {
			says++
		}
	}
	return !it.Claimed && says >= fewest && strings.HasSuffix(it.Bare, lex.Words.TableEnd) && !lex.Titles.NearEnd.OfMany.End(it.Bare)
}

// Title takes the title: the last one above the first block, which is the
// nearest to the table; a page often has a title of its own before it. Without
// any there, the first title anywhere.
func Title(d *draft.Draft) (name string, sort table.TitleSort) {
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
		case lexicon.Title(it.Text) == name:
			take(d, it)
		case s != table.OtherForm && !block: // the page's
			d.Other(d.Lex.Words.Labels.Title, it, it.Text)
			it.Role = normalize.RoleTitle
		}
	}
	return name, sort
}

// take claims a print of the form's title; the first is the record's.
func take(d *draft.Draft, it *table.Item) {
	if d.Report.Title == nil {
		text := table.TitleText(it.Text)
		d.Report.Title = &normalize.Field{Text: text, Value: withoutYearLine(text), State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
	}
	it.Claimed, it.Role, it.Path = true, normalize.RoleTitle, normalize.TitlePath
	d.YearFrom(it)
}

// withoutYearLine is a title without the lines of its cell that hold a year and nothing
// else: elsewhere (2023年度) stands in a row of its own below the title, and is none of it.
func withoutYearLine(title string) string {
	lines := slices.DeleteFunc(strings.Split(title, "\n"), table.YearAlone)
	return strings.Join(lines, "\n")
}
