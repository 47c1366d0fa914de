package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/dataset"
	"ziping/internal/pipeline"
	"ziping/render/jsonout"
)

// inProcess runs the pipeline without workers, as only tests may.
type inProcess struct{ audit *pipeline.Auditor }

func (r inProcess) Run(_ context.Context, t batch.Task) batch.Outcome {
	out := pipeline.Run(t.Data, t.Name, pipeline.Options{Lang: extract.ZH, Audit: r.audit})
	if e := out.Result.Error; e != nil {
		return batch.Outcome{Status: batch.Failed, Failure: &batch.Failure{Kind: string(e.Kind), Message: e.Message}}
	}
	o := batch.Outcome{Status: batch.Status(out.Result.Status), Findings: pipeline.Findings(out.Result)}
	for _, f := range t.Formats {
		var b bytes.Buffer
		if err := jsonout.Write(&b, out.Result, jsonout.Indented); err != nil {
			panic(err)
		}
		o.Outputs = append(o.Outputs, batch.Output{Format: f, Data: b.Bytes()})
	}
	o.Digest, _ = json.Marshal(out.Digest())
	return o
}

// nasty are texts that a format could trip over, in the cells of a form.
const nasty = "项目支出绩效自评表\n" +
	"项目名称\t=cmd|'/c calc'!A1\t实施单位\t\"第,一\" 局\n" +
	"项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
	"年度资金总额\t12345678901234567890.12\t-3.5\t7,00.0,77\t10\t-\t@10\n" +
	"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
	"产出指标\t数量指标\t+1+2\t≥10次\t'已完成\t90\t90\n" +
	"总分\t\t\t\t\t100\t100\n"

// inputs are the samples in text, and what is nasty.
func inputs(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	names, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d samples, %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, filepath.Base(name)), data)
	}
	return dir
}

func write(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// convert runs over a folder, with outputs in these formats.
func convert(t testing.TB, from, to string, shard batch.Shard) {
	t.Helper()
	audit, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := batch.NewPlan([]string{from})
	if err != nil {
		t.Fatal(err)
	}
	if shard.Count > 0 {
		plan.Choose(batch.Choice{Shard: shard})
	}
	run, err := batch.Open(plan, to, batch.Options{Formats: []string{"json"}, Key: "test", Limit: 1 << 20, Runner: inProcess{audit}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := run.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// data writes the dataset of a folder.
func data(t testing.TB, dir string, formats ...string) *dataset.Manifest {
	t.Helper()
	m, _, err := dataset.Write(t.Context(), dir, dataset.Options{Formats: formats, Sinks: sinks, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return m
}
