// Package read finds the forms of a document and reads their records: which
// cell is which field.
//
//	forms := read.Run(doc, read.Options{})
//	if len(forms) == 0 {
//		doubt, ok := read.Refused(doc) // why, where the document has the words of a form
//	}
//
// The cells of a document become lines (package table); text that lost its
// columns is put back into rows first (weave); lines are cut into forms at their
// titles; each form is read block by block (place, funds) into a draft, and drawn
// as it stands on paper (paper). What a single cell says is package value's.
package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/copied"
	"ziping/normalize/draft"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
	"ziping/normalize/paper"
	"ziping/normalize/place"
	"ziping/normalize/signs"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave"
)

// Options of normalizing.
type Options struct {
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
	var like []*table.Line
	if len(o.Like) > 0 {
		like, _ = o.Like[0].Memo.([]*table.Line)
	}
	lines := copied.Undo(table.LinesLike(doc, lex, like), lex)
	if table.IsTraditional(lines) {
		table.Simplify(lines)
	}
	if !weave.Flattened(doc) {
		out := read(doc, lines, nil, lex)
		if len(out) > 0 && !(onlyRefused(out) && titledCells(lines, lex)) {
			return out
		}
		if !signs.In(doc, lex) && !titledCells(lines, lex) {
			return nil
		}
	}
	w, ok := weave.Rows(doc, lex)
	if !ok {
		return nil
	}
	return read(doc, w.Lines, &w, lex)
}

// titledCells reports a text with one cell to a line and the title of a self-evaluation, or
// the heading of the marks that whoever fills it in gives: a cell that is worded as another
// form's title (目标申报表, what a mark is based on) is none there.
func titledCells(lines []*table.Line, lex *lexicon.Lexicon) bool {
	return glue.OneByOne(lines) && slices.ContainsFunc(lines, func(l *table.Line) bool {
		if len(l.Items) != 1 {
			return false
		}
		it := &l.Items[0]
		return table.TitleOf(it.Text, lex) == table.SelfEvaluation || lex.IndicatorColumn[it.Bare] == "score" && strings.Contains(it.Bare, lex.Words.SelfEvaluation)
	})
}

// onlyRefused reports forms of which each is another kind of form.
func onlyRefused(forms []normalize.Form) bool {
	return !slices.ContainsFunc(forms, func(f normalize.Form) bool { return f.Report.Refusal == "" })
}

// Cut gives a document of which the cells run together with a cell to a row; false
// where they do not, or no form is read of it.
func Cut(doc *extract.Document, lang extract.Lang) (*extract.Document, bool) {
	cut, ok := glue.Cut(doc, lexicon.Default(), lang)
	if !ok || len(Run(cut, Options{})) == 0 {
		return nil, false
	}
	return cut, true
}

// Refused says why Run finds no form in a document that has the words of one:
// the first place that cannot be read with certainty, and what is wrong there.
func Refused(doc *extract.Document) (normalize.Doubt, bool) {
	return weave.Refused(doc, lexicon.Default())
}

// read reads the forms that lines hold. w is set for lines put back from a
// stream; what it held back belongs to the last form.
func read(doc *extract.Document, lines []*table.Line, w *weave.Result, lex *lexicon.Lexicon) []normalize.Form {
	var out []normalize.Form
	if w == nil {
		table.JoinHalves(lines, lex, false)
	}
	lines = table.JoinTitles(lines, lex)
	if w == nil && doc.Source.ReadBy(textReader) {
		lines = table.JoinOpen(lines, lex, false)
	}
	table.Tell(lines, lex)
	all := lines
	segments, inferred := segment(lines, lex)
	for n, lines := range segments {
		var held []*table.Line
		if w != nil && n == len(segments)-1 {
			held = w.Held
		}
		d := place.Fill(lines, held, lex)
		if d.Report.Refusal == "" && d.Empty() {
			continue
		}
		value.GarbleUnreadable(d.Report)
		torn := warned(doc, extract.WarnTornRows) || w == nil && doc.Source.ReadBy(textReader) && d.Report.MovedPart() >= 0
		d.Report.EndsInferred = inferred[n] || inferred[n+1]
		d.Report.ShownRounded = warned(doc, extract.WarnRounded)
		d.Report.RowsInferred = torn || warned(doc, extract.WarnRowsJoined) || warned(doc, extract.WarnNoRulings) && (d.Report.TornRow() >= 0 || loneLevel(d) || unreadable(d.Lines) || figureLeft(d))
		if glue.Made(doc) || torn {
			infer(d.Report)
		}
		form := normalize.Form{Report: *d.Report, Memo: all, Draw: func() normalize.Layout { return paper.Draw(d, doc) }}
		if w != nil && n == len(segments)-1 {
			form.Doubts = w.Doubts
		}
		out = append(out, form)
	}
	return out
}

// textReader is the reader of text, in which a line end inside a cell may end the line.
const textReader = "tabin"

// loneLevel reports a list in which a first level stands in a row of its own and another
// beside its indicators: where no ruling tells, the label of merged cells was taken for a row.
func loneLevel(d *draft.Draft) bool {
	lone, beside := false, false
	for _, b := range d.Blocks {
		if b.Kind != table.IndicatorBlock {
			continue
		}
		for _, l := range d.Lines[b.Body:b.End] {
			if len(l.Items) > 0 && l.Items[0].Kind(d.Lex).Level1 {
				lone = lone || len(l.Items) == 1
				beside = beside || len(l.Items) > 1
			}
		}
	}
	return lone && beside
}

// figureLeft reports a figure of a table that no field claims, below the first heading of a
// block: where no ruling tells the rows it is a part of another figure, or of another row.
func figureLeft(d *draft.Draft) bool {
	return len(d.Blocks) > 0 && slices.ContainsFunc(d.Lines[d.Blocks[0].Body:], func(l *table.Line) bool {
		return !l.Loose && slices.ContainsFunc(l.Items, func(it table.Item) bool { return !it.Claimed && it.Figure().IsFigure() })
	})
}

// unreadable reports characters that a file does not tell. Where no ruling tells the rows of
// a table they do: characters whose font is not known stand higher or lower than they seem.
func unreadable(lines []*table.Line) bool {
	return slices.ContainsFunc(lines, func(l *table.Line) bool {
		return !l.Loose && slices.ContainsFunc(l.Items, func(it table.Item) bool { return strings.ContainsRune(it.Text, utf8.RuneError) })
	})
}

// warned reports a warning of a reader: a text whose rows may be parts of rows.
func warned(doc *extract.Document, code string) bool {
	return slices.ContainsFunc(doc.Warnings, func(w extract.Warning) bool { return w.Code == code })
}

// infer marks the fields of a text whose cells ran together, or whose rows are not known:
// each is a guess, if the only one.
func infer(r *normalize.Report) {
	for _, f := range r.Fields() {
		if f.Field.State == normalize.Parsed && f.Field.Reading == normalize.Read {
			f.Field.Reading = normalize.Doubtful
		}
	}
}
