package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize/lexicon"
	"ziping/text/bracket"
)

// JoinTitles joins titles that stand on two lines and more: 2023年度部门整体支 over
// 出绩效自评表. An office above a title is none of it (某县水务局 over 项目支出绩效自评表):
// a line goes on only where the next is no title by itself, where a word of titles or a
// name that the form holds elsewhere runs over its end (某县农业农 over 村局2023年度…), or
// where it ends in one that asks for more and the next line begins as no title does.
func JoinTitles(lines []*Line, lex *lexicon.Lexicon) []*Line {
	for i := 0; i+1 < len(lines); i++ {
		if !titleGoesOn(lines, i, lex) {
			continue
		}
		first := *lines[i]
		it := &lines[i].Items[0]
		first.Items = []Item{NewItem(lex, it.Text+lines[i+1].Items[0].Text, it.Col, it.Span, it.RowSpan, it.At)}
		lines = slices.Delete(slices.Clone(lines), i+1, i+2)
		lines[i] = &first
		i = max(-1, i-2) // what stands above may go on, now that it ends in a title
	}
	return lines
}

// titleGoesOn reports two lines that are one title, or the first part of one.
func titleGoesOn(lines []*Line, i int, lex *lexicon.Lexicon) bool {
	l, next := lines[i], lines[i+1]
	const longest, tail = 60, 4 // characters
	if len(l.Items) != 1 || len(next.Items) != 1 || !l.Loose && l.Table != next.Table {
		return false
	}
	above, below := &l.Items[0], &next.Items[0]
	a, b := above.Folded, below.Folded
	whole := a + b
	if a == "" || b == "" || utf8.RuneCountInString(whole) > longest || strings.Contains(a, ":") || YearAlone(a) || l.OfPage(lex) {
		return false
	}
	if sort := TitleOf(whole, lex); sort != SelfEvaluation && sort != ReportTitle {
		return false
	}
	words := &lex.Words
	if TitleOf(a, lex) != NoTitle { // …绩效自评 over 表
		return utf8.RuneCountInString(b) <= tail && strings.HasSuffix(b, words.TableEnd) && (b == words.TableEnd || words.TitleRest.Begin(b))
	}
	if bracket.Open(a) > 0 && bracket.Open(whole) == 0 {
		return true // 部门(单 over 位)整体绩效自评表
	}
	for _, w := range words.TitleWord {
		if runsOver(a, b, w) {
			return true
		}
	}
	if !lex.Knows(above.Bare) && (TitleOf(b, lex) == NoTitle || nameRunsOver(lines[i+2:], a, b)) {
		return true
	}
	return !lex.Knows(above.Bare) && (words.TitleAsks.End(a) && words.TitleRest.Begin(b) || words.OfficeEnd.Begin(b))
}

// runsOver reports a word of which a text ends in the first part and another begins with
// the rest.
func runsOver(a, b, w string) bool {
	for k := range w {
		if k > 0 && strings.HasSuffix(a, w[:k]) && strings.HasPrefix(b, w[k:]) {
			return true
		}
	}
	return false
}

// nameRunsOver reports that a text of the form below does.
func nameRunsOver(lines []*Line, a, b string) bool {
	const shortest, longest, near = 4, 40, 12 // characters, and rows below
	for _, l := range lines[:min(near, len(lines))] {
		for k := range l.Items {
			if n := utf8.RuneCountInString(l.Items[k].Folded); n >= shortest && n <= longest && runsOver(a, b, l.Items[k].Folded) {
				return true
			}
		}
	}
	return false
}
