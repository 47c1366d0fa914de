// Package read finds the forms of a document and reads their records: which
// cell is which field.
//
//	forms := read.Run(doc, read.Options{})
//	if len(forms) == 0 {
//		doubt, ok := read.Refused(doc) // why, where the document has the words of a form
//	}
//
// The cells of a document become lines; lines are cut into forms at their
// titles; each form is read block by block (head, money, goals, indicators,
// foot). Text that lost its columns is put back into rows first.
package read

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// Options of normalizing.
type Options struct {
	// SkipLayout leaves Form.Layout empty, for callers that draw nothing.
	SkipLayout bool
	// Like holds the forms of a Document that differs from this one in the texts
	// of a few cells: what was made of an equal cell is not made again. The
	// result is the same without.
	Like []normalize.Form
}

// Run finds the forms of a document and returns none where there is none. A
// form needs a heading row of money, goals or indicators, and without a title
// something below it that assesses: money spent, indicators with a level, a
// target or marks. Or it has a title that says which other kind of form it is. Text that lost its columns is put back into
// rows first; where that cannot be done with certainty there is no form, and
// [Refused] says why.
func Run(doc *extract.Document, o Options) []normalize.Form {
	lex := lexicon.Default()
	var like []*line
	if len(o.Like) > 0 {
		like, _ = o.Like[0].Memo.([]*line)
	}
	lines := streamLike(doc, lex, like)
	if traditional(lines) {
		simplify(lines)
	}
	flat := flattened(doc)
	if !flat {
		if out := read(doc, lines, nil, lex, o); len(out) > 0 {
			return out
		}
		if !hasSigns(doc) {
			return nil
		}
	}
	lines = stream(doc, lex)
	simplify(lines)
	if len(lines) == 0 || !flat && !oneByOne(lines) {
		return nil
	}
	if _, gone := withoutDigits(lines); gone {
		return nil
	}
	w := weave(doc, lines, lex)
	if w.refusing() != nil {
		return nil
	}
	return read(doc, w.out, w, lex, o)
}

// read reads the forms that lines hold. w is set for lines put back from a
// stream; what it held back belongs to the last form.
func read(doc *extract.Document, lines []*line, w *weaver, lex *lexicon.Lexicon, o Options) []normalize.Form {
	var out []normalize.Form
	Tell(lines, lex)
	all := lines
	segments := segment(lines, lex)
	for n, lines := range segments {
		var held []*line
		if w != nil && n == len(segments)-1 {
			held = w.held
		}
		d := place(lines, held, lex)
		if d.rep.Refusal == "" && d.empty() {
			continue
		}
		value.GarbleUnreadable(d.rep)
		form := normalize.Form{Report: *d.rep, Memo: all}
		if w != nil && n == len(segments)-1 {
			form.Doubts = w.doubts
		}
		if !o.SkipLayout {
			form.Layout = layout(d, doc)
		}
		out = append(out, form)
	}
	return out
}
