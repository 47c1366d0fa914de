package read

import (
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// segment cuts the stream into forms: at a title once the form before it has a
// body, unless it says that the form goes on, and at a second head without one (a book of forms whose titles were lost).
func segment(lines []*table.Line, lex *lexicon.Lexicon) [][]*table.Line {
	var out [][]*table.Line
	var start int
	var body, indicators bool // what the form so far has: a block, a list of indicators,
	var rows, other bool      // rows of cells, the title of another kind of form
	var total bool            // a total, which ends it
	cut := func(i int) {
		if i > start {
			out = append(out, lines[start:i])
		}
		start, body, indicators, rows, other, total = i, false, false, false, false, false
	}
	for i, l := range lines {
		sort := l.Title
		switch {
		case sort != table.NoTitle && indicators && !total && table.GoesOn(l, lex):
		case sort != table.NoTitle:
			if (body || rows && other) && tableFollows(lines[i+1:]) {
				cut(i)
			}
			other = other || sort == table.OtherForm
		case indicators && startsHead(l, lex):
			cut(i)
			rows = true
		default:
			head := l.Heads
			total = total || isTotal(l, lex)
			body = body || head != table.NoHead || total
			indicators = indicators || head == table.IndicatorHead
			rows = rows || len(l.Items) > 1
		}
	}
	cut(len(lines))
	return out
}

// tableFollows reports rows of cells before the next title.
func tableFollows(lines []*table.Line) bool {
	for _, l := range lines {
		if len(l.Items) > 1 {
			return true
		}
		if l.Title == table.SelfEvaluation {
			return false
		}
	}
	return false
}

// isTotal reports a row of a total: above a title it is the end of the form before.
func isTotal(l *table.Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) > 1 && lex.Foot[l.Items[0].Bare] == "total" && lex.Source[l.Items[0].Bare] == "" && l.HasFigure()
}

func startsHead(l *table.Line, lex *lexicon.Lexicon) bool {
	return !l.Loose && len(l.Items) > 1 && lex.Head[l.Items[0].Bare] == "project"
}
