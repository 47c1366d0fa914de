package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// fake is a Runner that knows four kinds of content: "form …" is done, "letter"
// holds no form, "bad" fails, "panic" is a defect.
type fake struct {
	mu   sync.Mutex
	runs []string
}

func (f *fake) Run(_ context.Context, t Task) Outcome {
	f.mu.Lock()
	f.runs = append(f.runs, t.Name)
	f.mu.Unlock()
	text := string(t.Data)
	switch {
	case t.Size > int64(len(t.Data)):
		return Outcome{Status: Failed, Failure: &Failure{Kind: "limit", Message: "too large"}}
	case strings.HasPrefix(text, "panic"):
		panic("a defect")
	case strings.HasPrefix(text, "letter"):
		status := Skipped
		if t.Named {
			status = Failed
		}
		return Outcome{Status: status, Failure: &Failure{Kind: "not-a-form", Message: "no form"}}
	case strings.HasPrefix(text, "bad"):
		return Outcome{Status: Failed, Failure: &Failure{Kind: "damaged", Message: "bad"}}
	}
	out := Outcome{Status: OK, Findings: map[string]int{"error": strings.Count(text, "!")}, Digest: json.RawMessage(`{"text":` + fmt.Sprintf("%q", text) + `}`)}
	for _, format := range t.Formats {
		out.Outputs = append(out.Outputs, Output{format, []byte(format + " of " + text)})
	}
	return out
}

// list is a Summary that writes a line for each input.
type list struct{ w io.Writer }

func (l list) Add(line Line) error {
	_, err := fmt.Fprintf(l.w, "%s %s %s\n", line.Path, line.Status, line.Digest)
	return err
}

func (l list) Close() error { return nil }

// testRun is a run with the fake Runner.
type testRun struct {
	Options
	fake  *fake
	paths []string
	dir   string
}

func newRun(dir string, paths ...string) *testRun {
	f := &fake{}
	fail := func(kind string) Failure { return Failure{Kind: kind, Message: kind} }
	return &testRun{fake: f, paths: paths, dir: dir, Options: Options{
		Formats: []string{"xlsx", "json"}, Key: "1", Workers: 3, Limit: 1000, Runner: f,
		Summary: func(w io.Writer, _ string) (Summary, error) { return list{w}, nil },
		Messages: Messages{
			Read:    func(error) Failure { return fail("read") },
			Write:   func(string, error) Failure { return fail(KindWrite) },
			Exists:  func(path string) Failure { return Failure{Kind: KindExists, Message: path} },
			Changed: func(path string) Failure { return Failure{Kind: KindChanged, Message: path} },
			Internal: func(p any) Failure {
				return Failure{Kind: "internal", Message: fmt.Sprint(p), Where: "here:1", Cause: errGone}
			},
		},
	}}
}

func (r *testRun) do(t *testing.T) Totals {
	t.Helper()
	totals, err := r.try(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return totals
}

func (r *testRun) try(ctx context.Context) (Totals, error) {
	r.fake.runs = nil
	plan, err := NewPlan(r.paths)
	if err != nil {
		return Totals{}, err
	}
	plan.Claiming(func(_ string, head []byte) bool { return !bytes.HasPrefix(head, []byte("photo")) })
	run, err := Open(plan, r.dir, r.Options)
	if err != nil {
		return Totals{}, err
	}
	return run.Do(ctx)
}

// tree writes files given as name and content.
func tree(t *testing.T, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// listing lists the files under a folder with slashes.
func listing(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func want(t *testing.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range listing(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

// account reads run.ndjson, without the times.
func account(t *testing.T, dir string) []Line {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, journalName))
	if err != nil {
		t.Fatal(err)
	}
	var out []Line
	for raw := range bytes.Lines(data) {
		var l Line
		if err := json.Unmarshal(raw, &l); err != nil {
			t.Fatal(err)
		}
		l.MS = 0
		out = append(out, l)
	}
	return out
}

func sorted(s []string) []string { s = slices.Clone(s); slices.Sort(s); return s }

var errGone = errors.New("gone")
