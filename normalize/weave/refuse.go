package weave

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/blank"
)

// Flattened reports a document whose reader says that columns are lost.
func Flattened(doc *extract.Document) bool {
	for _, w := range doc.Warnings {
		if w.Code == extract.WarnFlattened {
			return true
		}
	}
	return false
}

// oneByOne reports text with one cell to a line.
func oneByOne(lines []*table.Line) bool {
	alone := 0
	for _, l := range lines {
		if len(l.Items) == 1 {
			alone++
		}
	}
	return len(lines) >= 12 && alone*20 >= len(lines)*19
}

// refusing is the reason why a stream is not read at all: its rows cannot be
// told, or most of its cells found no certain place.
func (w *weaver) refusing() *normalize.Doubt {
	if w.refuse != nil {
		return w.refuse
	}
	printed := 0
	for i := range w.toks {
		if !w.toks[i].blank {
			printed++
		}
	}
	if len(w.held)*2 > printed && len(w.doubts) > 0 {
		return &w.doubts[0]
	}
	return nil
}

// Refused says why there is no form in a document that has the words of one:
// the first place that cannot be read with certainty, and what is wrong there.
func Refused(doc *extract.Document, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
	if !selfEvaluating(doc, lex) {
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

// withoutDigits tells of a converter that dropped all figures.
func withoutDigits(lines []*table.Line, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
	first := -1
	for n, l := range lines {
		for i := range l.Items {
			if strings.ContainsAny(l.Items[i].Folded, "0123456789") {
				return normalize.Doubt{}, false
			}
		}
		if first < 0 && countSigns(l.Items[0].Text, lex) > 0 {
			first = n
		}
	}
	return doubtAt(lines[max(0, first)], "文本中没有任何数字，转换时已丢失",
		"the text has no digits at all; they were lost when it was converted"), true
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
			if n := countSigns(l.Items[i].Text, lex); n > most {
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
		if countSigns(joined(l.Items), lex) > 0 && table.TitleOf(joined(l.Items), lex) == table.NoTitle {
			at = l
			break
		}
	}
	return doubtAt(at, "表头残缺或次序被打乱，分不清各列",
		"the headings are incomplete or out of order, so the columns cannot be told")
}

func countSigns(text string, lex *lexicon.Lexicon) int {
	s := lexicon.Simplified(withoutSounds(blank.Fold(text)))
	n := 0
	for _, w := range lex.Words.Signs {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n
}

// withoutSounds takes notes of sound off: 績(jì)效(xiào).
func withoutSounds(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:], ')')
		if j < 0 {
			break
		}
		b.WriteString(s[:i])
		if note := s[i+1 : i+j]; j > 10 || strings.IndexFunc(note, func(r rune) bool { return r < 'A' || r > 0x2ff }) >= 0 || note == "" {
			b.WriteString(s[i : i+j+1])
		}
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}

func doubtAt(l *table.Line, zh, en string) normalize.Doubt {
	return normalize.Doubt{At: l.Items[0].At, Text: joined(l.Items), Reason: extract.Text{ZH: zh, EN: en}}
}
