package eval

import (
	"errors"
	"slices"
	"strings"
	"time"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/tools/eval/measure"
)

// Reading reads one file, as the program does.
type Reading func(data []byte, name string) (*extract.Document, error)

// Result is one file read and compared.
type Result struct {
	Name     string
	Truth    *Truth
	Forms    []measure.Score // one for each form of the truth
	Records  []Record        // one for each that makes a record
	Pages    int
	Time     time.Duration
	Error    extract.ErrorKind // "" when it was read
	Message  string
	Warnings []string // codes, each once
	// Silent are figures that the paper does not have and that became parsed
	// fields without a warning.
	Silent []string
}

// Score reads a file and compares it with its truth.
func Score(name string, data []byte, truth *Truth, read Reading) Result {
	r := Result{Name: name, Truth: truth}
	start := time.Now()
	doc, err := read(data, name+truth.Ext)
	r.Time = time.Since(start)
	if err != nil {
		r.fail(err)
		doc = &extract.Document{}
	}
	r.Pages = len(doc.Pages)
	seen := map[string]bool{}
	for _, w := range doc.Warnings {
		if !seen[w.Code] {
			seen[w.Code] = true
			r.Warnings = append(r.Warnings, w.Code)
		}
	}
	var truths, found []measure.Table
	for _, f := range truth.All() {
		truths = append(truths, measure.FromForm(f))
	}
	for i := range doc.Tables {
		found = append(found, measure.FromExtract(&doc.Tables[i]))
	}
	for i, tables := range measure.Assign(truths, found, truth.Others) {
		r.Forms = append(r.Forms, measure.Compare(truths[i], tables, measure.Options{Ruled: truth.Ruled}))
	}
	foreign := map[int]bool{} // tables of other things
	for i := range found {
		kept := 0
		for _, tables := range measure.Assign(truths, found[i:i+1], truth.Others) {
			kept += len(tables)
		}
		foreign[i] = kept == 0
	}
	r.Records = records(truth.All(), doc, foreign)
	r.Silent = silent(doc, truths)
	return r
}

func (r *Result) fail(err error) {
	r.Error, r.Message = extract.ErrDamaged, err.Error()
	var e *extract.Error
	if errors.As(err, &e) {
		r.Error = e.Kind
	}
}

// Whole reports whether every form of the file is right.
func (r *Result) Whole() bool {
	for _, f := range r.Forms {
		if !f.Whole {
			return false
		}
	}
	return r.Error == ""
}

// Right is what is asked of the file: the whole table, or, where its text layer
// lies, that nothing wrong is passed on and something is said. Files that may
// be refused may end with an error that says why.
func (r *Result) Right() bool {
	switch {
	case r.Error != "":
		return r.Truth.MayRefuse && r.Error != extract.ErrInternal
	case r.Truth.Flagged:
		return len(r.Silent) == 0 && (r.Whole() || slices.ContainsFunc(r.Warnings, func(code string) bool { return !harmless[code] }))
	}
	return r.Whole()
}

// NotRead reports that the program has no reader for the kind of file.
func (r *Result) NotRead() bool { return r.Error == extract.ErrUnsupported }

// harmless are warnings that do not say that the text may be wrong.
var harmless = map[string]bool{"header-repeated": true, "no-rulings": true}

// silent finds the figures of parsed fields that stand nowhere on the paper,
// nor as part of a longer text, and that no warning tells of.
func silent(doc *extract.Document, truths []measure.Table) []string {
	var all strings.Builder
	for _, t := range truths {
		for _, c := range t.Cells {
			all.WriteString(c.Text + "\n")
		}
	}
	paper := all.String()
	said := func(at *extract.Ref) bool {
		for _, w := range doc.Warnings {
			switch {
			case harmless[w.Code]:
			case w.At == nil, at != nil && w.At.Table == at.Table && w.At.Row == at.Row && w.At.Col == at.Col:
				return true
			}
		}
		return false
	}
	var out []string
	for _, f := range read.Run(doc, read.Options{}) {
		for _, p := range f.Report.Fields() {
			text := measure.Fold(p.Field.Text)
			if p.Field.State != normalize.Parsed || p.Field.Reading == normalize.Doubtful || !measure.IsNumber(text) || strings.Contains(paper, text) || said(p.Field.At) {
				continue
			}
			if p.Field.At != nil && p.Field.At.IsLine() {
				continue // the truth lists cells only
			}
			out = append(out, text)
		}
	}
	return out
}
