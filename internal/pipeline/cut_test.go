package pipeline_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/score"
)

// errorsOfText are the findings of level error of a text, by check and the words of the
// message, and whether anything was corrected.
func errorsOfText(t *testing.T, a *pipeline.Auditor, text string) (errs []string, applied bool) {
	t.Helper()
	out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
	for _, r := range out.Result.Reports {
		for _, f := range r.Findings {
			if f.Level == score.Error {
				errs = append(errs, f.Check+" "+f.Message)
			}
		}
		for _, rep := range r.Repairs {
			applied = applied || rep.Applied
		}
	}
	return errs, applied
}

// sound are the samples that hold no error.
func sound(t *testing.T, a *pipeline.Auditor) map[string][]string {
	t.Helper()
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("got %d samples, %v", len(paths), err)
	}
	out := map[string][]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if errs, _ := errorsOfText(t, a, string(data)); len(errs) == 0 {
			out[filepath.Base(path)] = strings.SplitAfter(string(data), "\n")
		}
	}
	return out
}

// TestCuts: whatever runs of rows are all that is left of a sound form, and whatever
// runs are missing of it, no error comes of it and nothing is corrected.
func TestCuts(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	forms := sound(t, a)
	rng := rand.New(rand.NewPCG(20261128, 1))
	tried, wrong := 0, 0
	try := func(name, how string, lines []string) {
		tried++
		errs, applied := errorsOfText(t, a, strings.Join(lines, ""))
		if len(errs) > 0 || applied {
			if wrong++; wrong <= 10 {
				t.Errorf("%s %s: got errors %q, corrected %v", name, how, errs, applied)
			}
		}
	}
	names := make([]string, 0, len(forms))
	for name := range forms {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		lines := forms[name]
		n := len(lines)
		for k := 1; k < n; k++ {
			try(name, "cut after "+lines[k-1], lines[:k])
			try(name, "cut before "+lines[k], lines[k:])
		}
		for range cutsEach {
			i, j := rng.IntN(n), rng.IntN(n)
			i, j = min(i, j), max(i, j)+1
			try(name, "only "+strings.Join(lines[i:j], ""), lines[i:j])
			try(name, "without "+strings.Join(lines[i:j], ""), slices.Concat(lines[:i], lines[j:]))
		}
	}
	t.Logf("%d cuts of %d forms, %d wrong", tried, len(forms), wrong)
}

// cutsEach is how many runs of each form are tried alone, and left out.
const cutsEach = 40

// TestCutsAreTold: a form that ends within its list of indicators, or before it, is
// never said to be read as a whole.
func TestCutsAreTold(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	cuts, silent := 0, 0
	for name, lines := range sound(t, a) {
		whole := pipeline.Run([]byte(strings.Join(lines, "")), "form.txt", pipeline.Options{Audit: a, Named: true})
		if whole.Result.Status != score.OK {
			t.Errorf("%s: got %s, want ok", name, whole.Result.Status)
		}
		r := whole.Result.Reports[0]
		if r.Total == nil || r.Total.Score == nil || r.Total.Score.At == nil || len(r.Indicators) == 0 {
			continue // without a total nothing tells where it ends
		}
		for k := 3; k < len(lines); k++ {
			out := pipeline.Run([]byte(strings.Join(lines[:k], "")), "form.txt", pipeline.Options{Audit: a, Named: true})
			if out.Result.Status == score.Failed {
				continue
			}
			if got := out.Result.Reports[0]; got.Total != nil && got.Total.Score != nil && !got.Total.Score.IsBlank() {
				continue
			}
			if cuts++; out.Result.Status == score.OK && len(out.Result.Reports[0].Indicators) < len(r.Indicators) {
				if silent++; silent <= 10 {
					t.Errorf("%s cut after %q: got ok, want partial", name, lines[k-1])
				}
			}
		}
	}
	t.Logf("%d cuts, %d silent", cuts, silent)
}
