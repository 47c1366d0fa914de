package pipeline

import (
	"strings"
	"sync"
	"unicode/utf8"

	"ziping/normalize/lexicon"
)

// Heading reports whether a text is a heading of self-evaluation forms. Readers
// that see only where things stand take it as a hint.
func Heading(text string) bool {
	if len(text) > 120 {
		return false
	}
	l, bare := lexicon.Default(), lexicon.Bare(text)
	for _, words := range []map[string]string{l.Head, l.FundColumn, l.Split, l.GoalColumn, l.IndicatorColumn, l.Foot} {
		if words[bare] != "" {
			return true
		}
	}
	return l.Words.Note.Has(bare) || len(l.Block[bare]) > 0 || l.RemarkBlock[bare] || l.RemarkColumn[bare] || l.Level1[bare] || l.Level2[bare] || l.Source[bare] != ""
}

// fewest is the number of different headings that make a page worth reading. A
// form's first page has ten and more, a page of a report seldom two.
const fewest = 4

// mayHoldForm reports whether the text of a page, without its white space, has
// headings enough to be a form's.
func mayHoldForm(text string) bool {
	found := map[string]bool{}
	for _, h := range pageHeadings() {
		if !found[h.id] && strings.Contains(text, h.word) {
			if found[h.id] = true; len(found) >= fewest {
				return true
			}
		}
	}
	return false
}

type pageHeading struct{ word, id string }

// pageHeadings are the headings that no running text is full of.
var pageHeadings = sync.OnceValue(func() []pageHeading {
	var out []pageHeading
	l := lexicon.Default()
	for _, words := range []map[string]string{l.FundColumn, l.Split, l.GoalColumn, l.IndicatorColumn} {
		for word, id := range words {
			if l.Said(word) && utf8.RuneCountInString(word) >= 3 {
				out = append(out, pageHeading{word, id})
			}
		}
	}
	return out
})
