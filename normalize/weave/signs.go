package weave

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
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
