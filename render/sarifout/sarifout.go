// Package sarifout writes findings as SARIF 2.1.0 (OASIS Standard, 2020), which
// code-review tools show beside the lines of a file. One log holds one run, and
// the run all inputs:
//
//	log := sarifout.New(sarifout.Options{Lang: extract.ZH, Version: "0.1.0", Catalog: docs})
//	log.Add(sarifout.Input{Path: "forms/a.txt", Result: r, Document: doc, Positions: pos})
//	err := log.Write(w)
//
// Errors are of SARIF's level error, findings that depend on a rule set are
// warnings, notices are notes. An input of text has a region with line and
// column; any input has the path of the field, and table, row and column.
// Repairs that are edits of a text are fixes. The bytes depend on the inputs
// and options alone.
package sarifout

import (
	"fmt"
	"io"

	"ziping/extract"
	"ziping/render/jsonout"
	"ziping/score"
)

// New returns a Log without inputs.
func New(o Options) *Log {
	l := &Log{o: o, rules: make(map[string]int, len(o.Catalog))}
	d := driver{Name: "ziping", Version: o.Version, Organization: "ziping", Rules: []rule{}}
	d.Short = &message{Text: l.say("核对已公开的绩效自评表", "audits published performance self-evaluation tables")}
	for i, doc := range o.Catalog {
		l.rules[doc.ID] = i
		d.Rules = append(d.Rules, l.rule(doc))
	}
	language := "zh-CN"
	if o.Lang == extract.EN {
		language = "en-US"
	}
	l.run = run{
		Tool: tool{d}, Language: language, ColumnKind: "unicodeCodePoints",
		Invocations: []invocation{{ExecutionSuccessful: true}}, Artifacts: []artifact{}, Results: []result{},
	}
	return l
}

// Add takes an input into the log. One that failed is a notification of the
// run; one that was skipped is passed over.
func (l *Log) Add(in Input) {
	r := in.Result
	if r.Status == score.Skipped {
		return
	}
	art := len(l.run.Artifacts)
	a := artifact{Location: artifactLocation{URI: uri(in.Path)}, MimeType: r.Source.MediaType, Roles: []string{"analysisTarget"}}
	if r.Source.SHA256 != "" {
		a.Hashes = map[string]string{"sha-256": r.Source.SHA256}
	}
	l.run.Artifacts = append(l.run.Artifacts, a)
	f := file{l: l, in: in, index: art, uri: a.Location.URI}
	if e := r.Error; e != nil {
		l.run.Invocations[0].ExecutionSuccessful = false
		l.notify(f.notification("error", string(e.Kind), e.Message, nil))
		return
	}
	for _, w := range r.Warnings {
		l.notify(f.notification("warning", w.Code, w.Message, w.At))
	}
	for i := range r.Reports {
		f.report(&r.Reports[i], i, len(r.Reports))
	}
}

// Write writes the log, indented, with one line end at the end.
func (l *Log) Write(w io.Writer) error {
	err := jsonout.Write(w, log{Schema: schemaURI, Version: "2.1.0", Runs: []run{l.run}}, jsonout.Indented)
	if err != nil {
		return fmt.Errorf("sarif: %w", err)
	}
	return nil
}
