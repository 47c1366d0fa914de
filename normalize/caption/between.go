package caption

import (
	"cmp"

	"ziping/normalize"
	"ziping/normalize/table"
)

// Between takes what the pages of a form begin and end with and stands between its rows: the
// number of a page, and the title printed once more. The numbers that a copy gave all rows are
// told as one text, from the first to the last.
func (p *Reader) Between() {
	p.rowNumbers()
	within, title := false, false
	for _, l := range p.Lines {
		within = within || l.Heads != table.NoHead
		it := l.First()
		if !within || it == nil || len(l.Items) != 1 {
			continue
		}
		above := title
		title = l.Title != table.NoTitle && (table.GoesOn(l, p.Lex) || p.isTitle(it))
		switch {
		case title:
			p.Other(p.Lex.Words.Labels.Title, it, it.Text)
		case isPageNumber(it.Folded, &p.Lex.Words):
			p.Other(p.Lex.Words.Labels.PageNumber, it, it.Text)
		case above && table.YearAlone(it.Folded) && p.yearCaption(it):
			it.Claimed = true
		default:
			continue
		}
		it.Role = normalize.RoleCaption
	}
}

// isTitle reports a text that is the form's title.
func (p *Reader) isTitle(it *table.Item) bool {
	return p.Report.Title != nil && table.TitleText(p.Report.Title.Text) == table.TitleText(it.Text)
}

// rowNumbers tells the numbers of rows.
func (p *Reader) rowNumbers() {
	var first, last *table.Item
	for _, l := range p.Lines {
		if l.Number != nil {
			first, last = cmp.Or(first, l.Number), l.Number
		}
	}
	if first != nil {
		p.Other(p.Lex.Words.Labels.RowNumbers, first, first.Text+"-"+last.Text)
	}
}
