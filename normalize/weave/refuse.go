package weave

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/glue"
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
	if d, ok := glue.WithoutDigits(lines, lex); ok {
		return d, true
	}
	if Flattened(doc) || glue.OneByOne(lines) {
		if d := weave(doc, lines, lex).refusing(); d != nil {
			return *d, true
		}
	}
	if d, ok := glue.Doubt(lines, lex); ok {
		return d, true
	}
	return scrambled(lines, lex), true
}

// scrambled is said where headings stand, but not in an order to read by.
func scrambled(lines []*table.Line, lex *lexicon.Lexicon) normalize.Doubt {
	at := lines[0]
	for _, l := range lines {
		if signs.Count(table.Joined(l.Items), lex) > 0 && table.TitleOf(table.Joined(l.Items), lex) == table.NoTitle {
			at = l
			break
		}
	}
	return glue.At(at, "表头残缺或次序被打乱，分不清各列",
		"the headings are incomplete or out of order, so the columns cannot be told")
}
