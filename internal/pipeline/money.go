package pipeline

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	fields "ziping/normalize/value"
)

// moneyUnread reports money that is printed and was not read: rows of the block without
// an amount although further columns hold figures, amounts behind labels of the head where
// the form has no other, or figures that no field claims beside headings of money.
func moneyUnread(r *normalize.Report) bool {
	amounts, further := false, false
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			if inColumn(row.Score, r) { // the budget's row of the list of indicators, which has no amounts
				continue
			}
			for _, f := range []*normalize.Field{row.Initial, row.Budget, row.Executed} {
				amounts = amounts || !f.IsBlank()
			}
			for k := range row.Other {
				further = further || row.Other[k].Field.IsFigure() || fields.IsFigure(row.Other[k].Field.Text)
			}
		}
	}
	lex := lexicon.Default()
	for i := range r.Other {
		if x := &r.Other[i]; x.Field != nil && fields.IsFigure(x.Field.Text) {
			further = further || headsAmount(lexicon.Bare(x.Label), lex)
		}
	}
	if further && !amounts {
		return true
	}
	type line struct{ table, row int }
	headed, figures := map[line]bool{}, map[line]bool{}
	for i := range r.Unplaced {
		u := &r.Unplaced[i]
		if u.At.IsLine() {
			continue
		}
		at := line{u.At.Table, u.At.Row}
		headed[at] = headed[at] || headsAmount(lexicon.Bare(u.Text), lex)
		figures[at] = figures[at] || fields.IsFigure(u.Text)
	}
	for at := range headed {
		if headed[at] && figures[at] {
			return true
		}
	}
	return false
}

// inColumn reports a score that stands in the column of the indicators' scores.
func inColumn(f *normalize.Field, r *normalize.Report) bool {
	return f != nil && f.At != nil && slices.ContainsFunc(r.Indicators, func(x normalize.Indicator) bool {
		return x.Score != nil && x.Score.At != nil && x.Score.At.Table == f.At.Table && x.Score.At.Col == f.At.Col
	})
}

// headsAmount reports a heading of a column of amounts, or of the whole money.
func headsAmount(bare string, lex *lexicon.Lexicon) bool {
	switch normalize.Column(lex.FundColumn[bare]) {
	case normalize.Initial, normalize.Budget, normalize.Executed:
		return true
	}
	return lex.Source[bare] == "total"
}

// noMoney says that money was not read.
func noMoney() lack {
	return lack{extract.WarnNotUnderstood, extract.Text{
		ZH: "资金情况中的数字没有全部读作金额",
		EN: "figures of the money were not read as amounts",
	}, nil}
}
