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
		if p.rep.Refusal == "" && p.empty() {
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

// empty reports that nothing of a form was found: no block, or none but
// headings under no title (a list of headings is no form).
func (p *placer) empty() bool {
	r := p.rep
	rows := 0
	if r.Funds != nil {
		rows = len(r.Funds.Rows)
	}
	if len(p.blocks) == 0 && rows == 0 {
		return true
	}
	return r.Title == nil && rows+len(r.Goals)+len(r.Indicators) == 0
}
