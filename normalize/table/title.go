package table

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize/family"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
	"ziping/text/dates"
)

// TitleOf is the sort of title that a text alone is.
func TitleOf(text string, lex *lexicon.Lexicon) TitleSort {
	if len(text) > 240 {
		return NoTitle
	}
	b := lexicon.Title(text)
	if b == "" {
		return NoTitle
	}
	switch {
	case lex.Titles.SelfEvaluation.End(b):
		return SelfEvaluation
	case lex.Titles.Report.End(b):
		return ReportTitle
	case family.OtherByTitle(b) != nil && !shortLabel(b, lex):
		return OtherForm
	case lex.Titles.SaysNearEnd(b):
		return SelfEvaluation
	}
	return NoTitle
}

// shortLabel reports a title that is one word and called no table: it may head columns, too
// (指标体系 over 一级指标).
func shortLabel(title string, lex *lexicon.Lexicon) bool {
	const word = 4 // characters
	return utf8.RuneCountInString(title) <= word && !strings.HasSuffix(title, lex.Words.TableEnd)
}

// sortOfLine is the sort of title that a line is. A row inside a table is the title of
// another form only if it is called a table: 部门整体绩效目标 may head a block.
func sortOfLine(l *Line, lex *lexicon.Lexicon) TitleSort {
	if len(l.Items) != 1 {
		return NoTitle
	}
	text := l.Items[0].Text
	sort := TitleOf(text, lex)
	if sort == OtherForm && !l.Loose && l.Row > 1 && !strings.HasSuffix(lexicon.Title(text), lex.Words.TableEnd) {
		return NoTitle
	}
	return sort
}

// TitleText is a title without the heading marks of the page it was copied from.
func TitleText(s string) string { return blank.Trim(strings.TrimLeft(s, "#* ")) }

// YearAlone reports a line that holds a year and nothing else: (2023年度).
func YearAlone(text string) bool {
	_, ok := dates.Alone(blank.Fold(text))
	return ok
}

// GoesOn reports a title that says that its form began above: 绩效自评表(续表).
func GoesOn(l *Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) == 1 && lex.Words.GoesOn.In(l.Items[0].Folded)
}
