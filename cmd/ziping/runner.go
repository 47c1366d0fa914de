package main

import (
	"context"
	"encoding/json"
	"strings"

	"ziping/internal/batch"
	"ziping/internal/pipeline"
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
		res.Failure = &batch.Failure{Kind: string(e.Kind), Message: e.Message, Hint: e.Hint}
		return res
	}
	res.Findings = pipeline.Findings(out.Result)
	if digest, err := json.Marshal(out.Digest()); err == nil {
		res.Digest = digest
	}
	for _, f := range files {
		res.Outputs = append(res.Outputs, batch.Output{Format: f.Format, Data: f.Data})
	}
	return res
}

// runKey stands in run.ndjson for what decides the outputs besides the content.
func runKey(o pipeline.Options) string {
	parts := []string{version, string(o.Lang), o.Audit.Key()}
	if rev := revision(); rev != "" {
		parts[0] += "+" + rev
	}
	return strings.Join(parts, "/")
}
