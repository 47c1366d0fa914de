package read

import (
	"slices"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// segment cuts the stream into forms: at a title once the form before it has a
// body, unless it says that the form goes on or is printed again over the headings of a list
// that goes on, at a second head without one (a book of forms whose titles were lost), and
// where blocks begin again behind a list (again.go). inferred holds the forms, by their
// place, that were told from the one above them by the last alone.
func segment(lines []*table.Line, lex *lexicon.Lexicon) (out [][]*table.Line, inferred map[int]bool) {
	var start int
	var body, indicators bool // what the form so far has: a block, a list of indicators,
	var rows, other bool      // rows of cells, the title of another kind of form
	var total bool            // a total, which ends it
	var blocks blocks
	inferred = map[int]bool{}
	cut := func(i int) {
		if i > start {
			out = append(out, lines[start:i])
		}
		start, body, indicators, rows, other, total, blocks = i, false, false, false, false, false, newBlocks()
	}
	cut(0)
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		sort := l.Title
		switch {
		case sort != table.NoTitle && indicators && !total && (table.GoesOn(l, lex) || printedAgain(lines[start:i], lines[i:])):
		case sort != table.NoTitle:
			if (body || rows && other) && tableFollows(lines[i+1:]) {
				cut(i)
			}
			other = other || sort == table.OtherForm
		case indicators && startsHead(l, lex):
			cut(i)
			rows = true
		case blocks.beginAgain(i, l):
			i = blocks.from(lines, i, lex)
			cut(i)
			inferred[len(out)] = true
			i-- // its lines are told anew
		default:
			head := l.Heads
			sum := isTotal(l, lex)
			total = total || sum && indicators // one in the head ends nothing
			body = body || head != table.NoHead || sum
			indicators = indicators || head == table.IndicatorHead
			rows = rows || len(l.Items) > 1
			blocks.add(i, l, sum)
		}
	}
	cut(len(lines))
	return out, inferred
}

// printedAgain reports a title that stands above already, with nothing between it and the
// headings of a list: each page of a form begins so. Another form would begin with its head,
// as this one did.
func printedAgain(above, from []*table.Line) bool {
	return opensList(from) && slices.ContainsFunc(above, func(l *table.Line) bool {
		return l.Title != table.NoTitle && len(l.Items) == 1 && l.Items[0].Folded == from[0].Items[0].Folded
	}) && !opensList(above)
}

// opensList reports lines of which the first row of cells holds the headings of a list.
func opensList(lines []*table.Line) bool {
	i := slices.IndexFunc(lines, func(l *table.Line) bool { return len(l.Items) > 1 && l.Title == table.NoTitle })
	return i >= 0 && lines[i].Heads == table.IndicatorHead
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
	return len(l.Items) > 1 && lex.Foot[l.Items[0].Bare] == "total" && !lex.Words.Subtotal.End(l.Items[0].Bare) && lex.Source[l.Items[0].Bare] == "" && l.HasFigure()
}

func startsHead(l *table.Line, lex *lexicon.Lexicon) bool {
	return !l.Loose && len(l.Items) > 1 && lex.Head[l.Items[0].Bare] == "project"
}
