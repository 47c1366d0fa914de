package weave

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/blank"
)

// HasSigns reports a document with the words of a form close together.
func HasSigns(doc *extract.Document, lex *lexicon.Lexicon) bool {
	return dense(allText(doc), lex.Words.Signs)
}

// selfEvaluating reports a document that says of itself to be a self-evaluation
// and has the words of one; a table of targets has most of these headings too.
func selfEvaluating(doc *extract.Document, lex *lexicon.Lexicon) bool {
	s := allText(doc)
	return strings.Contains(s, lex.Words.SelfEvaluation) && dense(s, lex.Words.Signs)
}

// allText is the text of a document without what parts its cells, in
// simplified characters.
func allText(doc *extract.Document) string {
	var b strings.Builder
	for i := range doc.Lines {
		b.WriteString(blank.Fold(doc.Lines[i].Text))
	}
	for t := range doc.Tables {
		for i := range doc.Tables[t].Cells {
			b.WriteString(blank.Fold(doc.Tables[t].Cells[i].Text))
		}
	}
	return lexicon.Simplified(withoutSounds(b.String()))
}

const (
	signsNeeded = 5    // headings, all different,
	signsWithin = 2100 // in so many bytes (700 characters); a notice about forms names them further apart
)

// dense reports enough of the sign words close together.
func dense(s string, signs []string) bool {
	type hit struct{ at, word int }
	var hits []hit
	for w, word := range signs {
		for at := 0; ; {
			i := strings.Index(s[at:], word)
			if i < 0 {
				break
			}
			hits = append(hits, hit{at + i, w})
			at += i + len(word)
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Compare(a.at, b.at) })
	seen := make([]int, len(signs))
	different, from := 0, 0
	for _, h := range hits {
		if seen[h.word]++; seen[h.word] == 1 {
			different++
		}
		for hits[from].at < h.at-signsWithin {
			if seen[hits[from].word]--; seen[hits[from].word] == 0 {
				different--
			}
			from++
		}
		if different >= signsNeeded {
			return true
		}
	}
	return false
}

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

func doubtAt(l *table.Line, zh, en string) normalize.Doubt {
	return normalize.Doubt{At: l.Items[0].At, Text: joined(l.Items), Reason: extract.Text{ZH: zh, EN: en}}
}
