package main

import (
	"bytes"
	"path/filepath"

	"ziping/internal/pipeline"
	"ziping/render/jsonout"
	"ziping/render/mdout"
	"ziping/render/sarifout"
	"ziping/render/textout"
)

// checkFormats are the values of `check --format`.
var checkFormats = []string{"text", "json", "sarif", "md"}

// checkReport is one form of the report of check. one may be called from
// several goroutines; add and end come in order from one.
type checkReport interface {
	one(c *checked) []byte    // what is printed of an input
	add(c *checked)           // the next input
	end(t *checkTotals) error // after the last one
}

func (a *app) checkReport(format string, all bool) checkReport {
	catalog := pipeline.Catalog()
	switch format {
	case "json":
		return &jsonReport{a}
	case "sarif":
		return &sarifReport{a, sarifout.New(sarifout.Options{Lang: a.lang, Version: version, Catalog: catalog})}
	case "md":
		return &mdReport{a, mdout.New(mdout.Options{Lang: a.lang, Catalog: catalog})}
	}
	return &textReport{a: a, all: all}
}

// textReport is the report on a terminal.
type textReport struct {
	a       *app
	all     bool
	printed int
}

func (r *textReport) one(c *checked) []byte {
	if c.result.Error != nil {
		return nil
	}
	var b bytes.Buffer
	_ = textout.Write(&b, textout.Input{Path: r.a.show(c.in.Path), Result: c.result, Document: c.document, Positions: c.positions, Catalog: pipeline.Catalog()},
		textout.Options{Lang: r.a.lang, Colour: r.a.colour(), Width: r.a.width(), All: r.all})
	return b.Bytes()
}

func (r *textReport) add(c *checked) {
	if len(c.output) == 0 {
		return
	}
	if r.printed++; r.printed > 1 {
		r.a.stdout.Write([]byte("\n"))
	}
	r.a.stdout.Write(c.output)
}

func (r *textReport) end(t *checkTotals) error {
	if t.inputs+t.skipped > 1 {
		r.a.checkSummary(*t)
	}
	return nil
}

// jsonReport is a Result for each input, one to a line.
type jsonReport struct{ a *app }

func (*jsonReport) one(c *checked) []byte {
	var b bytes.Buffer
	if err := jsonout.Write(&b, c.result, jsonout.Compact); err != nil {
		return nil
	}
	return b.Bytes()
}

func (r *jsonReport) add(c *checked)       { r.a.stdout.Write(c.output) }
func (*jsonReport) end(*checkTotals) error { return nil }

// sarifReport is one SARIF log for the run.
type sarifReport struct {
	a   *app
	log *sarifout.Log
}

func (*sarifReport) one(*checked) []byte { return nil }

func (r *sarifReport) add(c *checked) {
	r.log.Add(sarifout.Input{Path: filepath.ToSlash(c.in.Path), Result: c.result, Document: c.document, Positions: c.positions})
}

func (r *sarifReport) end(*checkTotals) error { return r.log.Write(r.a.stdout) }

// mdReport is one paper for the run, a section for each form.
type mdReport struct {
	a     *app
	paper *mdout.Paper
}

func (*mdReport) one(*checked) []byte { return nil }

func (r *mdReport) add(c *checked) {
	r.paper.Add(mdout.Input{Path: r.a.show(c.in.Path), Result: c.result, Document: c.document, Positions: c.positions})
}

func (r *mdReport) end(*checkTotals) error { return r.paper.Write(r.a.stdout) }
