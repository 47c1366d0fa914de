package read

import "ziping/normalize/lexicon"

// segment cuts the stream into forms: at a title once the form before it has a
// body, and at a second head without one (a book of forms whose titles were lost).
func segment(lines []*line, lex *lexicon.Lexicon) [][]*line {
	var out [][]*line
	var start int
	var body, indicators bool // what the form so far has: a block, a list of indicators,
	var rows, other bool      // rows of cells, the title of another kind of form
	cut := func(i int) {
		if i > start {
			out = append(out, lines[start:i])
		}
		start, body, indicators, rows, other = i, false, false, false, false
	}
	for i, l := range lines {
		sort := l.title
		switch {
		case sort != noTitle:
			if (body || rows && other) && tableFollows(lines[i+1:]) {
				cut(i)
			}
			other = other || sort == otherForm
		case indicators && startsHead(l, lex):
			cut(i)
			rows = true
		default:
			head := l.heads
			body = body || head != nothingHead
			indicators = indicators || head == indicatorHead
			rows = rows || len(l.items) > 1
		}
	}
	cut(len(lines))
	return out
}

// tableFollows reports rows of cells before the next title.
func tableFollows(lines []*line) bool {
	for _, l := range lines {
		if len(l.items) > 1 {
			return true
		}
		if l.title == selfEvaluation {
			return false
		}
	}
	return false
}

func startsHead(l *line, lex *lexicon.Lexicon) bool {
	return !l.loose && len(l.items) > 1 && lex.Head[l.items[0].bare] == "project"
}
