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
	for i := 0; i+1 < len(lines); i++ {
		l, next := lines[i], lines[i+1]
		if len(l.Items) == 0 || len(l.Items) < 2 && !loose || len(next.Items) != 1 || next.Items[0].Claimed {
			continue
		}
		open, rest := &l.Items[len(l.Items)-1], &next.Items[0]
		if open.Claimed || !goesOn(open.Folded, rest, lex, loose) {
			continue
		}
		whole := *l
		whole.Items = slices.Clone(l.Items)
		whole.Items[len(l.Items)-1] = NewItem(lex, open.Text+"\n"+rest.Text, open.Col, open.Span, open.RowSpan, open.At)
		lines = slices.Delete(slices.Clone(lines), i+1, i+2)
		lines[i] = &whole
		i-- // the rest may be open too
	}
	return lines
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
