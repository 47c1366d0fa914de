package cross

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/formtest"
)

var update = flag.Bool("update-sets", false, "write what testdata/sets.txt says of its sets anew")

// TestSets holds sets of small forms against each other. testdata/sets.txt begins with
// whole forms, each below "form NAME"; a set is "== what it shows", a form to a line (its
// name, and what is changed in it as old→new), and behind a line of "--" what is told.
// "repaired PATH" is a figure that a repair would change, "refused" a form that is none.
func TestSets(t *testing.T) {
	path := filepath.Join("testdata", "sets.txt")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n== ")
	bases := map[string]string{}
	for _, b := range strings.Split("\n"+parts[0], "\nform ")[1:] {
		name, text, _ := strings.Cut(b, "\n")
		bases[name] = text + "\n"
	}
	out := parts[0]
	for _, p := range parts[1:] {
		name, rest, _ := strings.Cut(p, "\n")
		forms, _, _ := strings.Cut(rest, "\n--")
		t.Run(name, func(t *testing.T) { out += "\n== " + name + "\n" + forms + "\n--" + toldOf(t, bases, forms) })
	}
	out += "\n"
	if *update && !t.Failed() {
		if err := os.WriteFile(path, []byte(out), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, want := strings.Split(out, "\n"), strings.Split(string(data), "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%s, line %d: got\n%s\nwant\n%s", path, i+1, strings.Join(got[min(i, len(got)):min(i+4, len(got))], "\n"), strings.Join(want[min(i, len(want)):min(i+4, len(want))], "\n"))
		}
	}
}

// toldOf is what a set of forms says together: what was counted, and each finding.
func toldOf(t *testing.T, bases map[string]string, forms string) string {
	t.Helper()
	var entries []*Entry
	for i, line := range strings.Split(forms, "\n") {
		name, edits, _ := strings.Cut(line, " | ")
		entries = append(entries, &Entry{Path: string(rune('a'+i)) + ".txt", Form: 1, Facts: factsOf(t, bases[name], edits)})
	}
	found, _ := compareAll(t, entries)
	h := &held{}
	s := New(h)
	for _, e := range entries {
		if err := s.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	english, err := s.Run(extract.EN)
	if err != nil || len(english.Findings) != len(found.Findings) {
		t.Fatalf("%d findings in English, %d in Chinese: %v", len(english.Findings), len(found.Findings), err)
	}
	var b strings.Builder
	if found.LeftOut > 0 {
		fmt.Fprintf(&b, " %d left out", found.LeftOut)
	}
	for _, id := range slices.Sorted(maps.Keys(found.Tallies)) {
		if n := found.Tallies[id]; n != (score.Tally{}) {
			fmt.Fprintf(&b, " %s %d/%d/%d", id, n.Agree, n.Disagree, n.Untestable)
		}
	}
	side := func(x Side) string {
		return fmt.Sprintf("%s %d %s %s %s %s", x.Path, x.Year, x.Field, x.Place, x.Label, x.Value)
	}
	for i, f := range found.Findings {
		fmt.Fprintf(&b, "\n%s %s %s: %s | %s\n    %s\n    %s", f.Check, f.Organisation, f.Project, side(f.Here), side(f.There), f.Message, english.Findings[i].Message)
	}
	return b.String()
}

// factsOf reads a form with what is changed in it.
func factsOf(t *testing.T, text, edits string) *Facts {
	t.Helper()
	var r score.Report
	refused := ""
	for edit := range strings.SplitSeq(edits, " | ") {
		was, is, ok := strings.Cut(strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(edit), "→")
		switch path, repaired := strings.CutPrefix(edit, "repaired "); {
		case repaired:
			field, err := normalize.ParsePath(path)
			if err != nil {
				t.Fatal(err)
			}
			r.Repairs = append(r.Repairs, score.Repair{Edits: []score.Edit{{Field: field}}})
		case edit == "refused":
			refused = edit
		case ok:
			text = formtest.Edit(t, text, was, is)
		case edit != "":
			t.Fatalf("%q is no edit", edit)
		}
	}
	r.Report = *formtest.Read(t, text)
	r.Refusal = refused
	return Of(&r, func(at *extract.Ref) string {
		if at == nil {
			return "nowhere"
		}
		return fmt.Sprintf("%d/%d", at.Row, at.Col)
	})
}
