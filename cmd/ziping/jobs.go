package main

import (
	"encoding/json"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
	"ziping/score"
	"ziping/score/wording"
)

// Every input is worked on in a process of its own. What stands here crosses the
// pipe: settings and names go in, plain data comes out. The parent reads files,
// writes files and prints; it looks into no input.

// The jobs of a worker.
const (
	readJob    = "read"    // a Document
	auditJob   = "audit"   // a Result, or what is printed of it
	convertJob = "convert" // the outputs of convert
)

// settings are what decides how an input is worked on.
type settings struct {
	Lang        extract.Lang
	Recognition extract.Recognition
	DPI         float64
	Passwords   []string
	Pages       []extract.PageRange
	Audit       bool
	Rules       string
	NoRepair    bool
	RulesKey    string // of the rules as they were when the run began
	RulesText   string `json:",omitempty"` // of a file of rules, for a worker that does not see it
}

// settings are those of the reading flags.
func (a *app) settings() settings {
	return settings{Lang: a.lang, Recognition: a.recognition, DPI: a.dpi, Passwords: a.passwords}
}

// inputParam is a job's parameter: an input and what is wanted of it.
type inputParam struct {
	Settings settings
	Name     string
	Size     int64 // of the content, of which only the head came if it is larger
	Named    bool
	Formats  []string   // of convertJob
	Print    *printWish // of auditJob; nil wants the whole Result
}

// printWish is a report of check that is printed input by input.
type printWish struct {
	Path   string
	Format string
	All    bool
	Brief  bool
	Only   []score.Level
	Colour bool
	Width  int
}

// work has a job done on an input's content.
func (a *app) work(name string, p inputParam, data []byte) (worker.Answer, error) {
	return a.pool.Do(worker.Job{Name: name, Param: p, Data: data, Prepares: formats.Sniff(data) == formats.PDF})
}

// verdict is what a worker says of an audited input in any case.
type verdict struct {
	Status score.Status
	Error  *score.Failure
	Defect *extract.Defect
	Errors int  // findings of level error
	Own    bool `json:",omitempty"` // ziping wrote the input
}

// whole is all that a worker knows of an audited input.
type whole struct {
	Result    *score.Result
	Against   [][]wording.Kind // of the findings, by report
	Document  *extract.Document
	Positions []place
}

type place struct {
	Ref extract.Ref
	At  extract.Position
}

// pack makes plain data of an audited input.
func pack(c *checked) whole {
	w := whole{Result: c.result, Document: c.document}
	for i := range c.result.Reports {
		var kinds []wording.Kind
		for _, f := range c.result.Reports[i].Findings {
			kinds = append(kinds, f.Against)
		}
		w.Against = append(w.Against, kinds)
	}
	for ref, at := range c.positions {
		w.Positions = append(w.Positions, place{ref, at})
	}
	return w
}

// unpack is what pack packed. ok is false for what no worker of ours says.
func (w *whole) unpack(c *checked) (ok bool) {
	if w.Result == nil || len(w.Against) != len(w.Result.Reports) || w.Document != nil && !pipeline.Sound(w.Document, extract.DefaultLimits()) {
		return false
	}
	for i := range w.Result.Reports {
		findings := w.Result.Reports[i].Findings
		if len(w.Against[i]) != len(findings) {
			return false
		}
		for k := range findings {
			findings[k].Against = w.Against[i][k]
		}
	}
	c.result, c.document = w.Result, w.Document
	if w.Positions != nil {
		c.positions = extract.Positions{}
		for _, p := range w.Positions {
			c.positions[p.Ref.Key()] = p.At
		}
	}
	return true
}

// nonsense is the error of an answer that breaks the promises of its kind.
func nonsense(what string) *extract.Error {
	return (&extract.Defect{Stage: "worker", Value: what + " that breaks the promises of its kind"}).AsError()
}

// audit has an input taken through the stages. print says what is printed of it;
// nil gives the Result and the Document.
func (a *app) audit(in batch.Input, s settings, print *printWish) checked {
	c := checked{in: in}
	content, err := batch.Read(in, a.stdin, extract.DefaultLimits().Bytes)
	if err != nil {
		return a.unread(c, a.readFailure(in, err), print)
	}
	answer, err := a.work(auditJob, inputParam{Settings: s, Name: in.Name(), Size: content.Size, Named: in.Named, Print: print}, content.Data)
	if err == nil {
		err = c.take(answer, print == nil)
	}
	if err != nil {
		return a.unread(c, &score.Result{Schema: score.ResultSchema, Source: pipeline.Source(content.Data, in.Name()), Status: score.Failed, Error: pipeline.FailureOf(err, a.lang)}, print)
	}
	return c
}

// unread is an input that no worker gave a Result of.
func (a *app) unread(c checked, r *score.Result, print *printWish) checked {
	c.result = r
	if print != nil && print.Format == "json" {
		c.output = (&jsonReport{a}).one(&c)
	}
	return c
}

// take reads the answer to an auditJob.
func (c *checked) take(answer worker.Answer, all bool) error {
	var v verdict
	if json.Unmarshal(answer.Value, &v) != nil || v.Status == "" || len(answer.Blobs) != 1 {
		return nonsense("a verdict")
	}
	c.result, c.errors, c.own = &score.Result{Status: v.Status, Error: v.Error}, v.Errors, v.Own
	if all {
		var w whole
		if json.Unmarshal(answer.Blobs[0], &w) != nil || !w.unpack(c) {
			return nonsense("a Result")
		}
	} else {
		c.output = answer.Blobs[0]
	}
	if c.result.Error != nil {
		c.result.Error.Defect = v.Defect
	}
	return nil
}
