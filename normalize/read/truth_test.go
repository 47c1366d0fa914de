package read_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/normalize"
)

var update = flag.Bool("update", false, "rewrite the truth files")

// TestSamplesSayWhatIsPrinted holds every record of every sample to a page of
// testdata/truth that a person can lay beside the form: a line for each row.
func TestSamplesSayWhatIsPrinted(t *testing.T) {
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	for _, p := range paths {
		name := filepath.Base(p)
		_, forms := runText(t, sample(t, name))
		if len(forms) != 1 {
			t.Errorf("%s: got %d forms, want 1", name, len(forms))
			continue
		}
		r := &forms[0].Report
		got := page(r)
		file := filepath.Join("testdata", "truth", name)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: %s", name, firstDifference(got, string(want)))
		}
		if report := strings.Contains(name, "report"); !report && len(r.Unplaced) > 0 {
			t.Errorf("%s: %d cells unplaced, want none", name, len(r.Unplaced))
		}
		if moved := strings.Contains(name, "fuzhou"); !moved && len(r.Moves) > 0 {
			t.Errorf("%s: %d rows moved, want none", name, len(r.Moves))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d: got %q want %q", i+1, a, b)
		}
	}
	return "no difference"
}

// page writes a report as a page of lines.
func page(r *normalize.Report) string {
	var b strings.Builder
	line := func(cells ...string) { b.WriteString(strings.TrimRight(strings.Join(cells, " | "), " |") + "\n") }
	if r.Family != nil {
		line("family", *r.Family)
	}
	for _, f := range []struct {
		name  string
		field *normalize.Field
	}{{"title", r.Title}, {"year", r.Year}, {"organisation", r.Organisation}, {"code", r.Code}, {"project", r.Project}, {"money unit", r.MoneyUnit}} {
		if f.field != nil {
			line(f.name, brief(f.field))
		}
	}
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			cells := []string{"fund " + row.Source, row.Label}
			for _, c := range normalize.FundColumns {
				if f := row.Column(c); f != nil {
					cells = append(cells, string(c)+" "+brief(f))
				}
			}
			line(append(cells, labelled(row.Other)...)...)
			if len(row.Parts) > 0 {
				line("  =", strings.Join(row.Parts, " + "))
			}
			for _, s := range row.Splits {
				line("  =", strings.Join(s, " + "))
			}
		}
	}
	for _, g := range r.Goals {
		line("goal", brief(g.Expected), brief(g.Actual))
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		cells := []string{"indicator"}
		for _, f := range []*normalize.Field{x.Level1, x.Level2, x.Name, x.Target, x.Actual, x.Weight, x.Score, x.Reason} {
			cells = append(cells, brief(f))
		}
		line(append(cells, labelled(x.Other)...)...)
	}
	if r.Total != nil {
		line("total", brief(r.Total.Weight), brief(r.Total.Score))
	}
	if r.Grade != nil {
		line("grade", brief(r.Grade))
	}
	for _, s := range labelled(r.Other) {
		line("other", s)
	}
	return b.String()
}

// brief is a field in a few words: · for a place that does not exist, nothing
// for a blank one, ? for print that was not understood.
func brief(f *normalize.Field) string {
	switch {
	case f == nil || f.State == normalize.Absent:
		return "·"
	case f.State == normalize.Blank:
		return ""
	case f.State == normalize.Garbled:
		return "?" + f.Text
	}
	s := f.Value
	if f.Op != "" && f.Op != normalize.OpQualitative {
		s = string(f.Op) + " " + s
	}
	if f.Unit != "" {
		s += " " + f.Unit
	}
	if f.UnitInherited {
		s += " (inherited)"
	}
	if f.Weight != "" {
		s += " (" + f.Weight + " points)"
	}
	if f.Threshold != "" {
		s += " (" + f.Threshold + ")"
	}
	return s
}

func labelled(ls []normalize.Labelled) []string {
	var out []string
	for _, l := range ls {
		out = append(out, strings.ReplaceAll(l.Label, "\n", " ")+" = "+brief(l.Field))
	}
	return out
}
