package main

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
	"ziping/score"
)

// runner is the pipeline as batch sees it: a job for a worker.
type runner struct {
	a *app
	s settings
}

// Run takes one input through the stages and the writers.
func (r runner) Run(_ context.Context, t batch.Task) batch.Outcome {
	p := inputParam{Settings: r.s, Name: t.Name, Size: t.Size, Named: t.Named, Formats: t.Formats}
	answer, err := r.a.work(convertJob, p, t.Data)
	var out batch.Outcome
	if err == nil {
		out, err = r.outcome(answer, t.Formats)
	}
	if err != nil {
		f := failure(pipeline.FailureOf(err, r.a.lang))
		return batch.Outcome{Status: batch.Failed, Failure: &f}
	}
	return out
}

// outcome reads the answer to a convertJob.
func (r runner) outcome(answer worker.Answer, wanted []string) (batch.Outcome, error) {
	var c converted
	if json.Unmarshal(answer.Value, &c) != nil || len(answer.Blobs) != len(c.Formats) {
		return c.Outcome, nonsense("an Outcome")
	}
	done := c.Status == batch.OK || c.Status == batch.Partial
	if done != (c.Failure == nil) || done && !slices.Equal(c.Formats, given(wanted, c.Notes)) {
		return c.Outcome, nonsense("an Outcome")
	}
	if string(c.Digest) == "null" {
		c.Digest = nil
	}
	if c.Defect != nil && c.Failure != nil {
		c.Failure.Cause = c.Defect
	}
	for i, f := range c.Formats {
		c.Outputs = append(c.Outputs, batch.Output{Format: f, Data: answer.Blobs[i]})
	}
	return c.Outcome, nil
}

// given are the formats that an input has outputs in: those wanted, but for those
// that a note says it has nothing for.
func given(wanted []string, notes []batch.Note) []string {
	return slices.DeleteFunc(slices.Clone(wanted), func(f string) bool {
		return slices.ContainsFunc(notes, func(n batch.Note) bool { return n.None && n.Format == f })
	})
}

// failure is a Result's failure as batch keeps it.
func failure(f *score.Failure) batch.Failure {
	out := batch.Failure{Kind: string(f.Kind), Message: f.Message, Hint: f.Hint, Where: f.Where}
	if f.Defect != nil {
		out.Cause = f.Defect
	}
	return out
}

// runKey stands in run.ndjson for what decides the outputs besides the content.
func runKey(s settings) string {
	parts := []string{version, string(s.Lang), s.RulesKey, string(s.Recognition)}
	if rev := revision(); rev != "" {
		parts[0] += "+" + rev
	}
	if s.DPI > 0 {
		parts = append(parts, strconv.FormatFloat(s.DPI, 'f', -1, 64))
	}
	return strings.Join(parts, "/")
}
