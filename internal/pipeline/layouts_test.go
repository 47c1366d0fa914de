package pipeline_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/blank"
)

// Forms with the layouts of published ones, with other names and figures, drawn cell by
// cell (testdata/layouts, see layout_test.go) and written as people hand them on: as a
// web page, as tab text with quoted line breaks as office programs put it on the
// clipboard, as a list with commas, as a workbook and as a document, and as text whose
// rows are padded with bars (without its merged cells: it may be told as read in part). Whichever it is,
// the records must be the same, the errors exactly the true ones, nothing corrected
// wrongly, and no cut of it may be taken for a faulty form.

// TestLayouts reads every form in every way of writing it.
func TestLayouts(t *testing.T) {
	a := layoutAuditor(t)
	right, all := map[string]int{}, map[string]int{}
	for _, d := range drawings(t) {
		for _, kind := range slices.Sorted(maps.Keys(writings)) {
			data := writings[kind](t, d, len(d.rows))
			out := pipeline.Run(data, "form."+kind, pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
			good, of, misses := d.compare(out.Result)
			right[kind], all[kind] = right[kind]+good, all[kind]+of
			for _, m := range misses {
				t.Errorf("%s as %s: %s", d.name, kind, m)
			}
			errs, applied := errorsFound(out.Result)
			if !slices.Equal(errs, d.errors) {
				t.Errorf("%s as %s: got errors %q, want %q", d.name, kind, errs, d.errors)
			}
			if !slices.Equal(applied, d.repairs) {
				t.Errorf("%s as %s: corrected %q, want %q", d.name, kind, applied, d.repairs)
			}
			if n := noticesShown(out.Result); n > d.mostNotices {
				t.Errorf("%s as %s: %d notices, at most %d are fair: %q", d.name, kind, n, d.mostNotices, notices(out.Result))
			}
			if lost := kind == "bars.txt" && out.Result.Status == score.Partial; d.status != "" && string(out.Result.Status) != d.status && !lost {
				t.Errorf("%s as %s: status %s, want %s %v", d.name, kind, out.Result.Status, d.status, out.Result.Warnings)
			}
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%s: %d of %d fields", kind, right[kind], all[kind])
	}
}

// TestLayoutCuts ends every form after each of its rows.
func TestLayoutCuts(t *testing.T) {
	a := layoutAuditor(t)
	for _, d := range drawings(t) {
		for _, kind := range []string{"html", "tab.txt", "csv"} {
			for n := 1; n < len(d.rows); n++ {
				out := pipeline.Run(writings[kind](t, d, n), "form."+kind, pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
				errs, applied := errorsFound(out.Result)
				errs = slices.DeleteFunc(errs, func(e string) bool { return slices.Contains(d.errors, e) })
				applied = slices.DeleteFunc(applied, func(e string) bool { return slices.Contains(d.repairs, e) })
				if len(errs) > 0 || len(applied) > 0 {
					t.Errorf("%s as %s, %d of %d rows: got errors %q, corrected %q", d.name, kind, n, len(d.rows), errs, applied)
				}
				if out.Result.Status == score.OK && n <= d.lastRow {
					t.Errorf("%s as %s, %d of %d rows: said to be ok", d.name, kind, n, len(d.rows))
				}
			}
		}
	}
}

func layoutAuditor(t *testing.T) *pipeline.Auditor {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// drawings are the forms of testdata/layouts, or of another folder that a person names
// to try published forms that are not committed.
func drawings(t *testing.T) []*drawing {
	t.Helper()
	dir := cmp.Or(os.Getenv("ZIPING_LAYOUTS"), "testdata/layouts")
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("layouts: %v, %d found", err, len(paths))
	}
	var out []*drawing
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, draw(t, strings.TrimSuffix(filepath.Base(path), ".txt"), string(data)))
	}
	return out
}

// compare counts the fields that came out as they are drawn, and those that stand on
// paper or came out without standing there.
func (d *drawing) compare(r *score.Result) (right, of int, misses []string) {
	if len(r.Reports) != 1 {
		return 0, len(d.want), []string{fmt.Sprintf("%d forms: %s %v %v", len(r.Reports), r.Status, r.Error, r.Warnings)}
	}
	rep := &r.Reports[0].Report
	got := map[string]*normalize.Field{}
	for _, f := range rep.Fields() {
		if f.Field.State == normalize.Parsed || f.Field.State == normalize.Garbled || f.Field.Weight != "" {
			got[f.Path.String()] = f.Field
		}
	}
	for _, path := range slices.Sorted(maps.Keys(d.want)) {
		of++
		w := d.want[path]
		f := got[path]
		switch {
		case f == nil:
			misses = append(misses, fmt.Sprintf("%s is missing, want %q", path, w.text))
		case blank.Fold(f.Text) != blank.Fold(w.text) && blank.Fold(f.Value) != blank.Fold(w.text) && (w.value == "" || w.value != said(f)):
			misses = append(misses, fmt.Sprintf("%s: got %q, want %q", path, f.Text, w.text))
		case f.State != normalize.Parsed:
			misses = append(misses, fmt.Sprintf("%s: %q is %s", path, f.Text, f.State))
		case w.value != "" && w.value != said(f):
			misses = append(misses, fmt.Sprintf("%s: %q is %q, want %q", path, f.Text, said(f), w.value))
		default:
			right++
		}
	}
	for _, path := range slices.Sorted(maps.Keys(got)) {
		if _, ok := d.want[path]; !ok && !d.aside(path) {
			of++
			misses = append(misses, fmt.Sprintf("%s: got %q, want nothing", path, got[path].Text))
		}
	}
	for _, u := range rep.Unplaced {
		of++
		misses = append(misses, fmt.Sprintf("unplaced: %q", u.Text))
	}
	return right, of, misses
}

// aside reports fields that are not drawn: what a form's head and foot say beside its
// keys, further columns, and what is inferred of the printed.
func (d *drawing) aside(path string) bool {
	return strings.Contains(path, "other[") || path == "money_unit" || path == "code" || path == "title" || path == "year" || path == "organisation" || path == "total.weight" && d.lastRow == 0
}

// said is what a field says: comparator or kind, value, unit.
func said(f *normalize.Field) string {
	return strings.Join(strings.Fields(strings.Join([]string{string(f.Op), cmp.Or(f.Date, f.Value), f.Low, f.High, f.Unit}, " ")), " ")
}

// errorsFound are the findings of level error by check and field, and the corrections
// that were applied.
func errorsFound(r *score.Result) (errs, applied []string) {
	for _, rep := range r.Reports {
		for _, f := range rep.Findings {
			if f.Level == score.Error {
				errs = append(errs, f.Check+" "+f.Field.String())
			}
		}
		for _, x := range rep.Repairs {
			for _, e := range x.Edits {
				if x.Applied {
					applied = append(applied, e.Field.String()+" "+e.New)
				}
			}
		}
	}
	slices.Sort(errs)
	slices.Sort(applied)
	return errs, applied
}

// notices are what a reader is shown beside errors, but for remarks on the copy.
func notices(r *score.Result) (out []string) {
	for _, rep := range r.Reports {
		for _, f := range rep.Findings {
			if f.Level == score.Notice && f.Check != "FRM-01" {
				out = append(out, f.Check+" "+f.Message)
			}
		}
	}
	return out
}

func noticesShown(r *score.Result) int { return len(notices(r)) }
