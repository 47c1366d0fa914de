package main

import (
	"bytes"
	"path/filepath"
	"strings"

	"ziping/internal/pipeline"
	"ziping/render/jsonout"
	"ziping/render/mdout"
	"ziping/render/sarifout"
	"ziping/render/textout"
	"ziping/score"
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

// reportLook says how much the report on a terminal shows.
type reportLook struct {
	all    bool // every notice on its own
	brief  bool // a line for a form without findings
	levels string
	only   []score.Level // nil: all
}

// levelNames are the levels of findings, as --only names them.
var levelNames = []string{string(score.Error), string(score.Rule), string(score.Notice)}

// onlyLevels reads --only, which is for the report that people read on a terminal: the
// others go to programs and papers, which get all.
func (a *app) onlyLevels(look *reportLook, format string) error {
	if look.levels == "" {
		return nil
	}
	if format != "text" {
		return a.usage(a.sayf("--only 与 --format %s 不能并用", "--only and --format %s exclude each other", format), a.say("--only 用于终端上的报告", "--only is for the report on the terminal"))
	}
	for name := range strings.SplitSeq(look.levels, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if err := a.oneOf("only", name, levelNames); err != nil {
			return err
		}
		look.only = append(look.only, score.Level(name))
	}
	return nil
}

func (a *app) checkReport(format string, look reportLook) checkReport {
	catalog := pipeline.Catalog()
	switch format {
	case "none":
		return noReport{}
	case "json":
		return &jsonReport{a}
	case "sarif":
		return &sarifReport{a, sarifout.New(sarifout.Options{Lang: a.lang, Version: version, Catalog: catalog})}
	case "md":
		return &mdReport{a, mdout.New(mdout.Options{Lang: a.lang, Catalog: catalog})}
	}
	return &textReport{a: a, look: look}
}

// textReport is the report on a terminal.
type textReport struct {
	a    *app
	look reportLook
	last int // lines of the report before
}

func (r *textReport) one(c *checked) []byte {
	if c.result.Error != nil {
		return nil
	}
	var b bytes.Buffer
	_ = textout.Write(&b, textout.Input{Path: r.a.show(c.in.Path), Result: c.result, Document: c.document, Positions: c.positions, Catalog: pipeline.Catalog()},
		textout.Options{Lang: r.a.lang, Colour: r.a.coloured(), Width: r.a.width(), All: r.look.all, Brief: r.look.brief, Only: r.look.only})
	return b.Bytes()
}

func (r *textReport) add(c *checked) {
	if len(c.output) == 0 {
		return
	}
	lines := bytes.Count(c.output, []byte("\n"))
	if r.last > 1 || r.last == 1 && lines > 1 { // forms told in a line each stand together
		r.a.stdout.Write([]byte("\n"))
	}
	r.last = lines
	r.a.stdout.Write(c.output)
}

func (r *textReport) end(t *checkTotals) error {
	if t.inputs+t.skipped > 1 {
		r.a.checkSummary(*t)
	}
	return nil
}

// noReport is that of --quiet.
type noReport struct{}

func (noReport) one(*checked) []byte    { return nil }
func (noReport) add(*checked)           {}
func (noReport) end(*checkTotals) error { return nil }

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
