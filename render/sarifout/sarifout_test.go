package sarifout_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render/sarifout"
	"ziping/score"
)

const seed = "fuzhou-hrss-2023.txt"

func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../samples", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// audited takes a text through the stages.
func audited(t *testing.T, path string, data []byte) sarifout.Input {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.EN})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run(data, path, pipeline.Options{Lang: extract.EN, Named: true, Audit: a})
	return sarifout.Input{Path: path, Result: out.Result, Document: out.Document, Positions: out.Positions}
}

func written(t *testing.T, lang extract.Lang, in ...sarifout.Input) ([]byte, parsed) {
	t.Helper()
	log := sarifout.New(sarifout.Options{Lang: lang, Version: "0.1.0", Catalog: pipeline.Catalog()})
	for _, i := range in {
		log.Add(i)
	}
	var b bytes.Buffer
	if err := log.Write(&b); err != nil {
		t.Fatal(err)
	}
	var p parsed
	if err := json.Unmarshal(b.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(value(t, b.Bytes())); err != nil {
		t.Errorf("the log is no SARIF: %v", err)
	}
	return b.Bytes(), p
}

func schema(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	raw, err := os.ReadFile("testdata/sarif-2.1.0-written.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func value(t *testing.T, data []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// parsed are the parts of a log that tests look at.
type parsed struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID            string
					Help          struct{ Text, Markdown string }
					Configuration struct{ Level string } `json:"defaultConfiguration"`
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful bool
			Notifications       []struct {
				Level      string
				Descriptor struct{ ID string }
			} `json:"toolExecutionNotifications"`
		}
		Artifacts []struct{ Location struct{ URI string } }
		Results   []struct {
			RuleID    string
			RuleIndex int
			Level     string
			Message   struct{ Text string }
			Locations []struct {
				PhysicalLocation struct{ Region region }
				LogicalLocations []struct{ FullyQualifiedName string }
			}
			PartialFingerprints map[string]string
			Fixes               []struct {
				ArtifactChanges []struct {
					Replacements []struct {
						DeletedRegion   region
						InsertedContent struct{ Text string }
					}
				}
			}
		}
	}
}

type region struct {
	StartLine, StartColumn, EndColumn int
	Snippet                           struct{ Text string }
}

func TestSeed(t *testing.T) {
	data := sample(t, seed)
	in := audited(t, "forms/a b.txt", data)
	_, p := written(t, extract.EN, in)
	run := p.Runs[0]
	if got, want := len(run.Results), len(in.Result.Reports[0].Findings); got != want {
		t.Fatalf("got %d results, want %d", got, want)
	}
	if got := run.Artifacts[0].Location.URI; got != "forms/a%20b.txt" {
		t.Errorf("got uri %q", got)
	}
	lines := strings.Split(string(data), "\n")
	prints := map[string]bool{}
	levels := map[score.Level]string{score.Error: "error", score.Rule: "warning", score.Notice: "note"}
	for i, r := range run.Results {
		f := in.Result.Reports[0].Findings[i]
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if r.RuleID != f.Check || rule.ID != f.Check || r.Level != levels[f.Level] || rule.Help.Text == "" || rule.Help.Markdown == "" {
			t.Errorf("result %d: %s %s of rule %s, want %s %s", i, r.RuleID, r.Level, rule.ID, f.Check, levels[f.Level])
		}
		g := r.Locations[0].PhysicalLocation.Region
		if f.At != nil && g.Snippet.Text != "" {
			if got := string([]rune(lines[g.StartLine-1])[g.StartColumn-1 : g.EndColumn-1]); got != g.Snippet.Text {
				t.Errorf("result %d: line %d holds %q, want %q", i, g.StartLine, got, g.Snippet.Text)
			}
		}
		if prints[r.PartialFingerprints["zipingFinding/v1"]] {
			t.Errorf("result %d: two findings of one fingerprint", i)
		}
		prints[r.PartialFingerprints["zipingFinding/v1"]] = true
	}
}

// A fix carried out on the text removes what it is a fix for.
func TestFixesMend(t *testing.T) {
	data := sample(t, seed)
	_, p := written(t, extract.EN, audited(t, seed, data))
	lines := strings.Split(string(data), "\n")
	done := false
	for _, r := range p.Runs[0].Results {
		if len(r.Fixes) == 0 || done {
			continue
		}
		done = true
		edits := r.Fixes[0].ArtifactChanges[0].Replacements
		slices.SortFunc(edits, func(a, b struct {
			DeletedRegion   region
			InsertedContent struct{ Text string }
		}) int {
			return b.DeletedRegion.StartColumn - a.DeletedRegion.StartColumn
		})
		for _, e := range edits {
			line := []rune(lines[e.DeletedRegion.StartLine-1])
			lines[e.DeletedRegion.StartLine-1] = string(line[:e.DeletedRegion.StartColumn-1]) + e.InsertedContent.Text + string(line[e.DeletedRegion.EndColumn-1:])
		}
	}
	if !done {
		t.Fatal("no finding has a fix")
	}
	after := audited(t, seed, []byte(strings.Join(lines, "\n")))
	for _, f := range after.Result.Reports[0].Findings {
		if f.Level == score.Error {
			t.Errorf("still there: %s %s", f.Check, f.Message)
		}
	}
}

// All samples and a failed input make one log; a skipped one leaves no trace.
func TestOneLogForARun(t *testing.T) {
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 5 {
		t.Fatalf("samples: %v", err)
	}
	var ins []sarifout.Input
	for _, path := range paths {
		ins = append(ins, audited(t, filepath.Base(path), sample(t, filepath.Base(path))))
	}
	failed := audited(t, "empty.txt", nil)
	skipped := sarifout.Input{Path: "README", Result: &score.Result{Status: score.Skipped, Error: &score.Failure{Kind: extract.ErrNotAForm, Message: "no form"}}}
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		first, p := written(t, lang, append(ins, failed, skipped)...)
		second, _ := written(t, lang, append(ins, failed, skipped)...)
		if !bytes.Equal(first, second) {
			t.Error("the same inputs gave other bytes")
		}
		run := p.Runs[0]
		if len(p.Runs) != 1 || len(run.Artifacts) != len(ins)+1 {
			t.Errorf("got %d runs, %d artifacts; want 1 and %d", len(p.Runs), len(run.Artifacts), len(ins)+1)
		}
		inv := run.Invocations[0]
		if n := len(inv.Notifications); inv.ExecutionSuccessful || n == 0 || inv.Notifications[n-1].Level != "error" || inv.Notifications[n-1].Descriptor.ID != "empty" {
			t.Errorf("a failed input: got %+v", inv)
		}
	}
}

// Nothing of a form becomes a link or a placeholder of a message.
func TestMessagesAreInert(t *testing.T) {
	text := "项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t[培训](http://evil.cn) {0}\t≥100人\t120人\t90\t95\n"
	_, p := written(t, extract.ZH, audited(t, "a.txt", []byte(text)))
	for _, r := range p.Runs[0].Results {
		if strings.Contains(r.Message.Text, "](") || strings.Contains(r.Message.Text, "{0") {
			t.Errorf("got message %q", r.Message.Text)
		}
	}
}

func TestPaths(t *testing.T) {
	for path, want := range map[string]string{
		"a/自评 表.txt":      "a/%E8%87%AA%E8%AF%84%20%E8%A1%A8.txt",
		"./a.txt":         "a.txt",
		"/home/u/a#1.txt": "file:///home/u/a%231.txt",
		"C:/forms/a.txt":  "file:///C:/forms/a.txt",
		"//host/f/a.txt":  "file://host/f/a.txt",
		"-":               "stdin",
		"a:b.txt":         "a%3Ab.txt",
	} {
		_, p := written(t, extract.ZH, audited(t, path, sample(t, seed)))
		if got := p.Runs[0].Artifacts[0].Location.URI; got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}
