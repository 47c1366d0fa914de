package table

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// ofPage reports a text that stands on a web page around a form and is no part of
// it: 发布时间:2022-03-17 来源:某局 字体:[大 中 小] 打印. Every word of it is a label
// with its text, a thing to press, or a figure. What it is, it is by where it stands
// too: the caller asks outside of the blocks of a form.
func ofPage(text string, lex *lexicon.Lexicon) bool {
	const longest = 600 // bytes
	if len(text) > longest {
		return false
	}
	text = strings.Map(blank.Half, text)
	words := &lex.Words
	if namesFile(text, words) {
		return true
	}
	labels, pressed, open := 0, 0, false
	for n, w := range strings.FieldsFunc(text, betweenPageWords) {
		label, value, labelled := strings.Cut(w, ":")
		switch {
		case words.PageWord.Has(w) || !labelled && words.PageLabel.Has(w):
			if utf8.RuneCountInString(w) > 1 { // 中 alone is any cell
				pressed++
			}
			open = n == 0 && strings.Contains(text, ">") // 首页 > 政务公开 > 部门预算
		case labelled && (words.PageLabel.Has(label) || words.PageWord.Has(label)):
			labels++
			open = true
		case w[0] >= '0' && w[0] <= '9':
		case labelled && words.PageBeside.Has(label):
			open = true
		case labelled && value != "" && lex.Head[lexicon.Bare(label)] != "", !open:
			return false // of the form, or of nothing known
		}
	}
	return labels+pressed > 0
}

// namesFile reports a text that ends as the name of a file does: 附件:2022年自评表.xlsx.
func namesFile(text string, words *lexicon.Words) bool {
	const longest = 240 // bytes
	s := strings.ToLower(strings.TrimRight(blank.Fold(text), ")]"))
	return len(s) <= longest && words.FileEnd.End(s)
}

// OfPage reports a line of which that is so.
func (l *Line) OfPage(lex *lexicon.Lexicon) bool {
	const most = 12 // cells
	if len(l.Items) > most || len(l.Items) > 1 && l.Items[0].Claimed {
		return false
	}
	texts := make([]string, len(l.Items))
	for i := range l.Items {
		texts[i] = l.Items[i].Text
	}
	return ofPage(strings.Join(texts, " "), lex)
}

// betweenPageWords reports what parts the words around a form.
func betweenPageWords(r rune) bool {
	return blank.Gap(r) || strings.ContainsRune("[](){}<>|/,;·»›→【】《》「」、", r)
}

// Whole puts lines that were cut at blanks and are one text together again:
// titles, and labelled lines around the table.
func Whole(lines []*Line, lex *lexicon.Lexicon) []*Line {
	out := make([]*Line, len(lines))
	for n, l := range lines {
		out[n] = l
		if len(l.Items) < 2 {
			continue
		}
		text := Joined(l.Items)
		if s := blank.Fold(text); TitleOf(text, lex) != NoTitle || YearAlone(s) || l.OfPage(lex) {
			c := *l
			c.Items = []Item{NewItem(lex, text, 0, 1, 1, l.Items[0].At)}
			out[n] = &c
		}
	}
	return out
}
