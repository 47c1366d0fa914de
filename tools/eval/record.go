package eval

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/measure"
)

// Record says how well a form's record came out: the reading's fields against
// those of the form as it was made. Only what stands in the table counts.
type Record struct {
	Want  int // fields that are filled in
	Right int // of them read with the same value, unit and operator
	Over  int // fields that the form has not
	// FalseErrors are findings of level error that the form as made does not have.
	FalseErrors int
}

// Same reports whether the record is the form's, and the audit finds nothing else in it.
func (r Record) Same() bool { return r.Right == r.Want && r.Over == 0 && r.FalseErrors == 0 }

// document is the form as a reader without fault would give it, with those of the
// lines around it that were printed: not every producer prints all.
func document(f *forms.Form, printed func(line string) bool) *extract.Document {
	doc := &extract.Document{}
	line := func(s string) {
		if s != "" && printed(s) {
			doc.Lines = append(doc.Lines, extract.Line{Text: s, Before: len(doc.Tables), Page: 1})
		}
	}
	line(f.Title)
	line(f.Sub)
	for _, s := range f.Above {
		line(s)
	}
	t := extract.Table{Rows: f.Rows, Cols: f.Cols}
	for _, c := range f.Cells {
		t.Cells = append(t.Cells, extract.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Page: 1})
	}
	doc.Tables = []extract.Table{t}
	for _, s := range f.Below {
		line(s)
	}
	return doc
}

// records compares the records that doc gives with those of the forms that it
// holds; a form that makes no record, even as it was made, has none here. Fields
// of foreign tables, which stand around the forms, do not count.
func records(list []*forms.Form, doc *extract.Document, foreign map[int]bool) []Record {
	var out []Record
	got := audited(doc)
	for _, f := range list {
		want := audited(document(f, func(s string) bool { return holdsLine(doc, s) }))
		if len(want) != 1 || want[0].Report.Refusal != "" {
			continue
		}
		best := compareRecords(&want[0], nil, nil)
		for i := range got {
			if r := compareRecords(&want[0], &got[i], foreign); r.Right > best.Right {
				best = r
			}
		}
		out = append(out, best)
	}
	return out
}

// holdsLine reports whether a text stands outside the tables, perhaps in several lines.
func holdsLine(doc *extract.Document, text string) bool {
	var all strings.Builder
	for _, l := range doc.Lines {
		all.WriteString(measure.Fold(l.Text))
	}
	return strings.Contains(all.String(), measure.Fold(text))
}

// audited is what a document's forms are and what is wrong in them.
func audited(doc *extract.Document) []score.Audited {
	found := read.Run(doc, read.Options{})
	if len(found) == 0 {
		return nil
	}
	return score.Audit(doc, found, score.Options{Checks: checks.All(nil), NoRepair: true})
}

func compareRecords(want, got *score.Audited, foreign map[int]bool) Record {
	var r Record
	truth := values(want, nil)
	r.Want = len(truth)
	if got == nil {
		return r
	}
	for path, v := range values(got, foreign) {
		switch w, ok := truth[path]; {
		case !ok:
			r.Over++
		case w == v:
			r.Right++
		}
	}
	said := map[string]bool{}
	for _, f := range want.Report.Findings {
		said[f.Check+" "+f.Field.String()] = true
	}
	for _, f := range got.Report.Findings {
		if f.Level == score.Error && !said[f.Check+" "+f.Field.String()] {
			r.FalseErrors++
		}
	}
	return r
}

// values are the fields of a record that stand in its table and hold something.
func values(a *score.Audited, foreign map[int]bool) map[string]string {
	out := map[string]string{}
	for _, f := range a.Report.Fields() {
		if f.Field.At == nil || f.Field.At.IsLine() || foreign[f.Field.At.Table] || f.Field.State != normalize.Parsed && f.Field.State != normalize.Garbled {
			continue
		}
		v := f.Field.Value
		if f.Field.State == normalize.Garbled {
			v = f.Field.Text
		}
		path := f.Path.String()
		// Labels of lines count among the labelled fields; their number says nothing.
		if i, ok := strings.CutPrefix(path, "other["); ok {
			n, _ := strconv.Atoi(strings.TrimSuffix(i, "]"))
			path = "other." + measure.Fold(a.Report.Other[n].Label)
		}
		out[path] = measure.Fold(v) + " " + f.Field.Unit + " " + string(f.Field.Op)
	}
	return out
}

// sameRecords reports whether every record of the file is right.
func (r *Result) sameRecords() bool {
	for _, rec := range r.Records {
		if !rec.Same() && !r.Truth.Flagged && !r.Truth.MayRefuse {
			return false
		}
	}
	return true
}
