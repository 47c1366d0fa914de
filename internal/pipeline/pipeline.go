// Package pipeline takes one input through the stages: what is on the paper,
// what it means, what is wrong with it, and what writers need to draw it.
//
//	out := pipeline.Run(data, "report.txt", pipeline.Options{Lang: extract.ZH})
//	out.Result          // findings, repairs, tallies; or why there are none
//	out.Bundle()        // for the writers
//
// Run has no side effects. It is the last fence: whatever happens inside, the
// caller gets an Outcome.
package pipeline

import (
	"crypto/sha256"
	"encoding/hex"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score"
)

// Options say how an input is processed.
type Options struct {
	Lang   extract.Lang
	Limits extract.Limits // the zero value means the defaults
	// Named says that a person named the input: holding no form is then a
	// failure; in a folder such a file is skipped.
	Named bool
	Audit *Auditor // nil: no audit
	// Pages and Passwords go to the readers; see extract.Options.
	Pages     []extract.PageRange
	Passwords []string
	// Apart reads PDF and pictures, in a process of its own; nil means that they are
	// not read.
	Apart func(data []byte, o extract.Options) (*extract.Document, error)
	// Over makes a PDF of a scan with recognised text laid over it, in such a process
	// too; nil means that none is made.
	Over func(data []byte, layers []extract.Layer, o extract.Options) ([]byte, error)
	// Recognition and DPI go to the readers; see extract.Options.
	Recognition extract.Recognition
	DPI         float64

	// Progress is called as an input gets on from one stage to the next; nil means
	// that nobody listens.
	Progress func()

	Version string
	steps   *steps // nil: the real ones
}

// Outcome is an input after the stages. Document is nil where it could not be read.
type Outcome struct {
	Document *extract.Document
	Result   *score.Result
	// Positions tell where in a text or workbook each cell and line of Document stands.
	Positions extract.Positions
	Own       bool // ziping wrote the input

	data   []byte
	forms  []normalize.Form
	audits []score.Audited
	o      Options
}

// Extract reads an input and nothing more.
func Extract(data []byte, name string, o Options) (doc *extract.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, extract.Caught(reading, p)
		}
	}()
	return o.do().read(data, name, o.reading(nil))
}

// Run takes an input through the stages.
func Run(data []byte, name string, o Options) (out *Outcome) {
	out = &Outcome{data: data, o: o, Positions: extract.Positions{}, Result: &score.Result{Schema: score.ResultSchema}}
	at := reading
	defer func() {
		if p := recover(); p != nil {
			out.Result.Source = Source(data, name)
			out.Fail(extract.Caught(at, p))
		}
	}()
	mine := ownOutput(data)
	out.Own = mine != nil
	if mine != nil && !(mine.form && o.Named) {
		out.Result.Source = Source(data, name)
		out.Fail(mine.error())
		return out
	}
	doc, err := o.do().read(data, name, o.reading(out.Positions))
	if err != nil {
		out.Result.Source = Source(data, name)
		out.Fail(err)
		return out
	}
	o.gotOn()
	out.Document = doc
	out.Result.Source = doc.Source
	out.Result.Warnings = doc.Warnings
	at = normalizing
	out.forms = o.do().normalize(doc, read.Options{})
	if cut, ok := cutOf(doc, out.forms, o.Lang); ok {
		doc, out.Document, out.Result.Warnings = cut, cut, cut.Warnings
		out.Positions = nil // of the text as it was before
		out.forms = o.do().normalize(doc, read.Options{})
	}
	if len(out.forms) == 0 {
		out.Fail(noForm(doc, out.Positions))
		return out
	}
	o.gotOn()
	at = decoding
	doc, out.forms = o.do().decode(doc, out.forms)
	out.Document = doc
	out.Result.Warnings = append(out.Result.Warnings[:len(doc.Warnings):len(doc.Warnings)], doubts(out.forms, o.Lang)...)
	o.gotOn()
	at = auditing
	out.audit()
	o.gotOn()
	if mine != nil {
		out.Result.Warnings = append([]extract.Warning{mine.warning(o.Lang)}, out.Result.Warnings...)
	}
	out.Result.Warnings = append(out.Result.Warnings, recognised(out.Result.Reports, o.Lang)...)
	out.Result.Coverage = coverage(doc, out.Result.Reports)
	out.Result.Warnings = append(out.Result.Warnings, notUnderstood(out.Result.Coverage, o.Lang)...)
	out.Result.Warnings = append(out.Result.Warnings, lacks(doc, out.Result.Reports, o.Lang)...)
	out.Result.Status = status(out.Result)
	return out
}

func (o Options) gotOn() {
	if o.Progress != nil {
		o.Progress()
	}
}

// cutOf is the document of a text that holds no form as it stands, because its cells
// run together, cut into them.
func cutOf(doc *extract.Document, forms []normalize.Form, lang extract.Lang) (*extract.Document, bool) {
	if len(forms) > 0 {
		return nil, false
	}
	return read.Cut(doc, lang)
}

// audit fills in the reports: with findings if there is an auditor.
func (out *Outcome) audit() {
	if out.o.Audit == nil {
		for _, f := range out.forms {
			out.Result.Reports = append(out.Result.Reports, score.Report{Report: f.Report})
		}
		return
	}
	out.audits = out.o.do().audit(out.o.Audit, out.Document, out.forms)
	for _, a := range out.audits {
		out.Result.Reports = append(out.Result.Reports, a.Report)
	}
}

// Fail ends the input with an error. What no reader knows, and in a folder what
// holds no form, is skipped.
func (out *Outcome) Fail(err error) {
	e := asError(err)
	r := out.Result
	r.Reports, out.forms, out.audits = nil, nil, nil
	r.Status = score.Failed
	if e.Kind == extract.ErrUnknown || e.Kind == extract.ErrNotAForm {
		if !out.o.Named {
			r.Status = score.Skipped
		}
	}
	r.Error = FailureOf(e, out.o.Lang)
}

// status of an input that was read: partial if its end is missing or a place
// holds print that could not be understood.
func status(r *score.Result) score.Status {
	for _, w := range r.Warnings {
		switch w.Code {
		case extract.WarnTruncated, extract.WarnAmbiguous, extract.WarnTornRows, extract.WarnCutOff, extract.WarnFragment, extract.WarnNotUnderstood, extract.WarnMissing, extract.WarnClipped:
			return score.Partial
		}
	}
	out := score.OK
	for i := range r.Reports {
		r.Reports[i].Each(func(f *normalize.Field) {
			if f.State == normalize.Garbled {
				out = score.Partial
			}
		})
	}
	return out
}

func (o Options) reading(pos extract.Positions) extract.Options {
	limits := o.Limits
	if limits == (extract.Limits{}) {
		limits = extract.DefaultLimits()
	}
	return extract.Options{Limits: limits, Lang: o.Lang, Pages: o.Pages, Passwords: o.Passwords, Heading: Heading, MayHoldForm: mayHoldForm, Apart: o.Apart, Recognition: o.Recognition, DPI: o.DPI, Positions: pos}
}

// Source names an input whose Document is not known.
func Source(data []byte, name string) extract.Source {
	sum := sha256.Sum256(data)
	return extract.Source{Name: formats.Base(name), SHA256: hex.EncodeToString(sum[:])}
}
