// Package signs tells the words of a form in a text whose cells are gone.
//
//	signs.In(doc, lex)       // the words of a form stand close together
//	signs.OfItself(doc, lex) // and it says to be a self-evaluation
//	signs.Count(text, lex)   // how many of them, all different
package signs

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// In reports a document with the words of a form close together.
func In(doc *extract.Document, lex *lexicon.Lexicon) bool {
	return dense(allText(doc), lex.Words.Signs)
}

// OfItself reports a document that says of itself to be a self-evaluation
// and has the words of one; a table of targets has most of these headings too.
func OfItself(doc *extract.Document, lex *lexicon.Lexicon) bool {
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

// Count is how many of the words a text has, all different.
func Count(text string, lex *lexicon.Lexicon) int {
	s := lexicon.Simplified(withoutSounds(blank.Fold(text)))
	n := 0
	for _, w := range lex.Words.Signs {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n
}
