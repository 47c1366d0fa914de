package weave

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/signs"
	"ziping/normalize/table"
)

// Refused says why there is no form in a document that has the words of one:
// the first place that cannot be read with certainty, and what is wrong there.
func Refused(doc *extract.Document, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
	if !signs.OfItself(doc, lex) {
		return normalize.Doubt{}, false
	}
	lines := table.Lines(doc, lex)
	table.Simplify(lines)
	if d, ok := withoutDigits(lines, lex); ok {
		return d, true
	}
	if Flattened(doc) || oneByOne(lines) {
		if d := weave(doc, lines, lex).refusing(); d != nil {
			return *d, true
		}
	}
	if d, ok := glued(lines, lex); ok {
		return d, true
	}
	return scrambled(lines, lex), true
}

// glued tells of cells that run together without anything between them.
func glued(lines []*table.Line, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
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
	if most < 3 {
		return normalize.Doubt{}, false
	}
	d := doubtAt(worst, "各栏的文字连在一起，没有分隔，分不清哪个数属于哪一栏",
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

// scrambled is said where headings stand, but not in an order to read by.
func scrambled(lines []*table.Line, lex *lexicon.Lexicon) normalize.Doubt {
	at := lines[0]
	for _, l := range lines {
		if signs.Count(joined(l.Items), lex) > 0 && table.TitleOf(joined(l.Items), lex) == table.NoTitle {
			at = l
			break
		}
	}
	return doubtAt(at, "表头残缺或次序被打乱，分不清各列",
		"the headings are incomplete or out of order, so the columns cannot be told")
}
