package normalize

import (
	"ziping/extract"
	"ziping/normalize/lexicon"
)

// Options of normalizing; none yet.
type Options struct{}

// Run finds the forms of a document and returns none where there is none. A
// form needs a heading row of money, goals or indicators, or a title that says
// which other kind of form it is.
func Run(doc *extract.Document, _ Options) []Form {
	lex := lexicon.Default()
	var out []Form
	for _, lines := range segment(stream(doc), lex) {
		p := place(lines, lex)
		if p.rep.Refusal == "" && len(p.blocks) == 0 {
			continue
		}
		out = append(out, Form{Report: *p.rep, Layout: p.layout(doc)})
	}
	return out
}
