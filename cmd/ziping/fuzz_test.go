package main

import (
	"bytes"
	"encoding/json"
	"io"
	"testing"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/bound"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
	"ziping/render/textout"
)

// FuzzAnswer: what a worker answers is what its job asks for, or is told as a defect of
// the program; nothing of it is written or shown before that is known.
func FuzzAnswer(f *testing.F) {
	auditor, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		f.Fatal(err)
	}
	out := pipeline.Run([]byte("自评表\n一级指标\t分值\t得分\n产出指标\t10\t11\n总分\t100\t11\n"), "a.txt", pipeline.Options{Audit: auditor})
	all, err := json.Marshal(pack(&checked{result: out.Result, document: out.Document}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(`{"Status":"ok","Formats":["json"]}`), all)
	f.Add([]byte(`{"Status":"ok","Formats":["json"],"Failure":{"kind":"internal"}}`), []byte(`{"Result":{"reports":[{}]},"Against":[]}`))
	f.Add([]byte(`{"Status":"failed","Failure":{"kind":"damaged","message":"坏"},"Formats":[]}`), []byte(`{}`))
	f.Add([]byte(`{"Status":"ok"}`), []byte(`{"Result":{"reports":[]},"Against":[],"Document":{"tables":[{"rows":-1,"cells":[{"row":9}]}]}}`))
	f.Fuzz(func(t *testing.T, value, blob []byte) {
		bound.Holds(t, bound.PerByte(100_000), len(value)+len(blob), func() {
			answer := worker.Answer{Value: value, Blobs: [][]byte{blob}}
			a := &app{lang: extract.ZH}
			got, err := runner{a: a}.outcome(answer, []string{"json"})
			done := got.Status == batch.OK || got.Status == batch.Partial
			if err == nil && (done != (got.Failure == nil) || done && len(got.Outputs) != len(given([]string{"json"}, got.Notes))) {
				t.Errorf("got %+v taken for an answer", got)
			}
			c := checked{}
			if c.take(answer, true) != nil || c.result == nil {
				return
			}
			if err := textout.Write(io.Discard, textout.Input{Path: "a", Result: c.result, Document: c.document, Positions: c.positions, Catalog: pipeline.Catalog()}, textout.Options{All: true}); err != nil {
				t.Error(err)
			}
			if bytes.Equal(blob, all) && len(c.result.Reports) != len(out.Result.Reports) {
				t.Error("a sound answer is not taken")
			}
		})
	})
}
