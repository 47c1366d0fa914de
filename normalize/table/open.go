package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize/lexicon"
)

// JoinOpen puts the rest of a cell back that a line end in it left on a line of its own:
// the cell is the last of its row and ends in what asks for more, a hyphen behind a figure
// (0591-) or the mark of a clause that goes on (供货延迟，), and the line below is one
// text that heads nothing. It is for texts, whose line ends are all that parts their rows.
// Without columns (loose) a cell may be alone on its line, and a comma says nothing: the
// text behind it may be the next cell.
func JoinOpen(lines []*Line, lex *lexicon.Lexicon, loose bool) []*Line {
	out := make([]*Line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		n := rests(lines[i:], lex, loose)
		if n > 0 {
			whole := *l
			whole.Items = slices.Clone(l.Items)
			open := &whole.Items[len(l.Items)-1]
			texts := []string{open.Text}
			for _, next := range lines[i+1 : i+1+n] {
				texts = append(texts, next.Items[0].Text)
			}
			*open = NewItem(lex, strings.Join(texts, "\n"), open.Col, open.Span, open.RowSpan, open.At)
			l = &whole
		}
		out = append(out, l)
		i += n
	}
	return out
}

// rests is how many lines below the first are the rest of its last cell.
func rests(lines []*Line, lex *lexicon.Lexicon, loose bool) (n int) {
	items := lines[0].Items
	if len(items) == 0 || len(items) < 2 && !loose || items[len(items)-1].Claimed {
		return 0
	}
	open := items[len(items)-1].Folded
	for _, next := range lines[1:] {
		if len(next.Items) != 1 || next.Items[0].Claimed || !goesOn(open, &next.Items[0], lex, loose) {
			break
		}
		// The end of what was joined is all that tells.
		open = open[max(0, len(open)-utf8.UTFMax):] + next.Items[0].Folded
		n++
	}
	return n
}

// goesOn reports a text that asks for more, and a text that may be it.
func goesOn(open string, rest *Item, lex *lexicon.Lexicon, loose bool) bool {
	if rest.Folded == "" || lex.Knows(rest.Bare) || lex.Level1[rest.Bare] || lex.Level2[rest.Bare] || strings.Contains(rest.Folded, ":") || TitleOf(rest.Text, lex) != NoTitle {
		return false
	}
	if before, hyphen := strings.CutSuffix(open, "-"); hyphen {
		last, _ := utf8.DecodeLastRuneInString(before)
		return '0' <= last && last <= '9' && '0' <= rest.Folded[0] && rest.Folded[0] <= '9'
	}
	return !loose && (strings.HasSuffix(open, ",") || strings.HasSuffix(open, "、")) && !rest.Figure().IsFigure() && utf8.RuneCountInString(open) > 1
}
