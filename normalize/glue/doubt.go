package glue

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/signs"
	"ziping/normalize/table"
)

// Doubt tells of cells that run together without anything between them.
func Doubt(lines []*table.Line, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
	marks := 0
	var worst *table.Line
	most := 0
	for _, l := range lines {
		if pageMark(l.Items[0].Text) {
			marks++
		}
		for i := range l.Items {
			if n := signs.Count(l.Items[i].Text, lex); n > most {
				most, worst = n, l
			}
		}
	}
	if most < signsNeeded {
		return normalize.Doubt{}, false
	}
	d := At(worst, "各栏的文字连在一起，没有分隔，分不清哪个数属于哪一栏",
		"its cells run together without anything between them, so which figure belongs to which column cannot be told")
	if marks >= 2 {
		d.Reason.ZH += "；“1、2、3、”等分页标记插在词和数中间"
		d.Reason.EN += "; page marks (1、 2、 3、) stand inside words and figures"
	}
	return d, true
}

// pageMark reports a line that begins with the mark of a page: 3、2.512.5.
func pageMark(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return rest != s && len(s)-len(rest) <= 3 && strings.HasPrefix(rest, "、")
}

// At is a doubt about a whole line.
func At(l *table.Line, zh, en string) normalize.Doubt {
	text := l.Items[0].Text
	for _, it := range l.Items[1:] {
		text += " " + it.Text
	}
	return normalize.Doubt{At: l.Items[0].At, Text: text, Reason: extract.Text{ZH: zh, EN: en}}
}

// OneByOne reports text with one cell to a line; labels of the head may have their values
// beside them.
func OneByOne(lines []*table.Line) bool {
	alone := 0
	for _, l := range lines {
		if len(l.Items) == 1 {
			alone++
		}
	}
	return len(lines) >= 12 && alone*5 >= len(lines)*4
}

// WithoutDigits tells of a converter that dropped all figures.
func WithoutDigits(lines []*table.Line, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
	first := -1
	for n, l := range lines {
		for i := range l.Items {
			if strings.ContainsAny(l.Items[i].Folded, "0123456789") {
				return normalize.Doubt{}, false
			}
		}
		if first < 0 && signs.Count(l.Items[0].Text, lex) > 0 {
			first = n
		}
	}
	return At(lines[max(0, first)], "文本中没有任何数字，转换时已丢失",
		"the text has no digits at all; they were lost when it was converted"), true
}
