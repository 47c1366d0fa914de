package normalize

import (
	"ziping/extract"
	"ziping/normalize/lexicon"
)

// Options of normalizing.
type Options struct {
	// SkipLayout leaves Form.Layout empty, for callers that draw nothing.
	SkipLayout bool
}

// Run finds the forms of a document and returns none where there is none. A
// form needs a heading row of money, goals or indicators, or a title that says
// which other kind of form it is.
func Run(doc *extract.Document, o Options) []Form {
	lex := lexicon.Default()
	var out []Form
	for _, lines := range segment(stream(doc), lex) {
		p := place(lines, lex)
		if p.rep.Refusal == "" && len(p.blocks) == 0 {
			continue
		}
		garbleUnreadable(p.rep)
		form := Form{Report: *p.rep}
		if !o.SkipLayout {
			form.Layout = p.layout(doc)
		}
		out = append(out, form)
	}
	return out
}
