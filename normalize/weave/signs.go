package weave

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/signs"
	"ziping/normalize/table"
)

// Flattened reports a document whose reader says that columns are lost.
func Flattened(doc *extract.Document) bool {
	for _, w := range doc.Warnings {
		if w.Code == extract.WarnFlattened || w.Code == extract.WarnGlued {
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

// withoutDigits tells of a converter that dropped all figures.
func withoutDigits(lines []*table.Line, lex *lexicon.Lexicon) (normalize.Doubt, bool) {
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
	return doubtAt(lines[max(0, first)], "文本中没有任何数字，转换时已丢失",
		"the text has no digits at all; they were lost when it was converted"), true
}

func doubtAt(l *table.Line, zh, en string) normalize.Doubt {
	return normalize.Doubt{At: l.Items[0].At, Text: joined(l.Items), Reason: extract.Text{ZH: zh, EN: en}}
}
