package main

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/score"
)

// runner is the pipeline as batch sees it.
type runner struct{ o pipeline.Options }

// Run takes one input through the stages and the writers.
func (r runner) Run(_ context.Context, t batch.Task) batch.Outcome {
	o := r.o
	o.Named = t.Named
	var out *pipeline.Outcome
	if t.Size > int64(len(t.Data)) {
		out = pipeline.TooLarge(t.Data, t.Name, t.Size, o)
	} else {
		out = pipeline.Run(t.Data, t.Name, o)
	}
	files, err := out.Render(t.Formats)
	if err != nil {
		out.Fail(err)
	}
	res := batch.Outcome{Status: batch.Status(out.Result.Status)}
	if e := out.Result.Error; e != nil {
		f := failure(e)
		res.Failure = &f
		return res
	}
	res.Findings = pipeline.Findings(out.Result)
	if digest, err := json.Marshal(out.Digest()); err == nil {
		res.Digest = digest
	}
	for _, n := range out.Notes(t.Formats) {
		res.Notes = append(res.Notes, batch.Note(n))
	}
	for _, f := range files {
		res.Outputs = append(res.Outputs, batch.Output{Format: f.Format, Data: f.Data})
	}
	return res
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
func runKey(o pipeline.Options) string {
	parts := []string{version, string(o.Lang), o.Audit.Key(), string(o.Recognition)}
	if rev := revision(); rev != "" {
		parts[0] += "+" + rev
	}
	if o.DPI > 0 {
		parts = append(parts, strconv.FormatFloat(o.DPI, 'f', -1, 64))
	}
	return strings.Join(parts, "/")
}
