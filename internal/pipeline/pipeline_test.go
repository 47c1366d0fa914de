package pipeline

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"ziping/docs/schema"
	"ziping/extract"
	"ziping/normalize"
	"ziping/render/jsonout"
	"ziping/score"
)

const seed = "../../samples/fuzhou-hrss-2023.txt"

func load(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func options(t testing.TB, o AuditOptions) Options {
	t.Helper()
	a, err := NewAuditor(o)
	if err != nil {
		t.Fatal(err)
	}
	return Options{Lang: o.Lang, Audit: a, Named: true, Version: "test"}
}

func TestSeed(t *testing.T) {
	out := Run(load(t, seed), "dir/fuzhou.txt", options(t, AuditOptions{Lang: extract.ZH}))
	r := out.Result
	if r.Status != score.OK || len(r.Reports) != 1 || r.Source.Name != "fuzhou.txt" || len(r.Source.SHA256) != 64 {
		t.Fatalf("got status %s, %d reports, source %+v", r.Status, len(r.Reports), r.Source)
	}
	got := map[string]int{}
	for _, f := range r.Reports[0].Findings {
		if f.Level == score.Error {
			got[f.Check+" "+f.Field.String()]++
		}
	}
	want := 0
	for _, row := range []string{"total", "fiscal_subtotal"} {
		for _, col := range []string{"initial", "adjustment", "budget", "executed", "balance"} {
			want++
			if got["FND-05 funds."+row+"."+col] != 1 {
				t.Errorf("FND-05 of %s.%s: got %d, want 1", row, col, got["FND-05 funds."+row+"."+col])
			}
		}
	}
	if len(got) != want {
		t.Errorf("got errors %v, want ten of FND-05", got)
	}
	b := out.Bundle()
	if len(b.Forms) != 1 || b.Forms[0].Layout.Rows == 0 || b.Forms[0].CorrectedLayout.Rows == 0 || b.Forms[0].Report != &r.Reports[0] {
		t.Errorf("got a bundle that cannot be drawn: %+v", b.Forms)
	}
	budget := func(r *normalize.Report) string { return r.Funds.Row("fiscal_subtotal").Budget.Value }
	if got := budget(&b.Forms[0].Corrected.Report); got != "250958.8" {
		t.Errorf("corrected budget of the subtotal: got %s, want 250958.8", got)
	}
	if got := budget(&r.Reports[0].Report); got != "0" {
		t.Errorf("the report must say what is printed: got %s, want 0", got)
	}
}

// Whatever the input, the Result keeps its schema and says how it ended.
func TestEnds(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		data       string
		named      bool
		status     score.Status
		kind       extract.ErrorKind
	}{
		{"empty", "a.txt", "", true, score.Failed, extract.ErrEmpty},
		{"empty in a folder", "a.txt", " \r\n", false, score.Failed, extract.ErrEmpty},
		{"a letter, named", "a.txt", "各科室:", true, score.Failed, extract.ErrNotAForm},
		{"a letter in a folder", "a.txt", "各科室:", false, score.Skipped, extract.ErrNotAForm},
		{"a photograph, named", "a.png", "\x89PNG\r\n\x1a\n", true, score.Failed, extract.ErrUnknown},
		{"a photograph in a folder", "a.png", "\x89PNG\r\n\x1a\n", false, score.Skipped, extract.ErrUnknown},
		{"an old workbook", "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", false, score.Failed, extract.ErrUnsupported},
		{"noise by the name of a workbook", "a.xlsx", "\x00\x01\x02\x03", false, score.Failed, extract.ErrDamaged},
		{"half a workbook", "a.xlsx", "PK\x03\x04xl/workbook.xml", false, score.Failed, ""},
	} {
		for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
			o := options(t, AuditOptions{Lang: lang})
			o.Named = tt.named
			out := Run([]byte(tt.data), tt.file, o)
			r := out.Result
			if r.Status != tt.status || r.Error == nil || tt.kind != "" && r.Error.Kind != tt.kind {
				t.Errorf("%s: got %s %+v, want %s %s", tt.name, r.Status, r.Error, tt.status, tt.kind)
				continue
			}
			validate(t, tt.name, r)
			if files, err := out.Render(OutputFormats); err != nil || files != nil {
				t.Errorf("%s: got %d files and %v, want none", tt.name, len(files), err)
			}
		}
	}
}

func validate(t *testing.T, name string, r *score.Result) {
	t.Helper()
	var b bytes.Buffer
	if err := jsonout.Write(&b, r, jsonout.Compact); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate("result-1", b.Bytes()); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func TestEveryInputKeepsTheSchema(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../samples/*.txt", "../../score/checks/testdata/*.txt", "../../normalize/testdata/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, f := range files {
		for _, o := range []AuditOptions{{Lang: extract.ZH}, {Lang: extract.EN, NoRepair: true}} {
			out := Run(load(t, f), f, options(t, o))
			validate(t, f, out.Result)
		}
	}
	if len(files) < 10 {
		t.Errorf("got %d files to try, want more", len(files))
	}
}

func TestTooLarge(t *testing.T) {
	o := options(t, AuditOptions{Lang: extract.EN})
	out := TooLarge([]byte("一级指标\t"), "a.txt", 1<<30, o)
	if out.Result.Status != score.Failed || out.Result.Error.Kind != extract.ErrLimit {
		t.Errorf("a huge text: got %+v", out.Result.Error)
	}
	validate(t, "a huge text", out.Result)
	o.Named = false
	out = TooLarge([]byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"), "a.mp4", 1<<30, o)
	if out.Result.Status != score.Skipped {
		t.Errorf("a film in a folder: got %s, want skipped", out.Result.Status)
	}
}

func TestAuditorKey(t *testing.T) {
	keys := map[string]bool{}
	name := RuleNames()[0]
	for _, o := range []AuditOptions{{}, {NoRepair: true}, {Rules: name}, {Rules: name, NoRepair: true}} {
		a, err := NewAuditor(o)
		if err != nil {
			t.Fatal(err)
		}
		if keys[a.Key()] {
			t.Errorf("%+v: got key %s again", o, a.Key())
		}
		keys[a.Key()] = true
	}
	if _, err := NewAuditor(AuditOptions{Rules: "no-such-rules"}); err == nil {
		t.Error("unknown rules: got no error")
	}
}

func TestSameBytes(t *testing.T) {
	data := load(t, seed)
	o := options(t, AuditOptions{Lang: extract.ZH})
	first, err := Run(data, seed, o).Render(OutputFormats)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Run(data, seed, o).Render(OutputFormats)
	if err != nil {
		t.Fatal(err)
	}
	for i := range first {
		if !bytes.Equal(first[i].Data, again[i].Data) {
			t.Errorf("%s: got other bytes the second time", first[i].Format)
		}
	}
}

func TestDigest(t *testing.T) {
	out := Run(load(t, seed), seed, options(t, AuditOptions{Lang: extract.ZH}))
	d := out.Digest()
	r := d.Reports[0]
	if r.Title != "部门整体绩效自评表" || r.Stated != "96.88" || r.Grade == "" || r.Corrected != 7 || len(r.Findings) != len(out.Result.Reports[0].Findings) {
		t.Errorf("got %+v", r)
	}
	raw, err := json.Marshal(d)
	if err != nil || strings.Contains(string(raw), `""`) {
		t.Errorf("got %s, %v", raw, err)
	}
}

// BenchmarkCheckSeed is the work of `ziping check` on one report, from bytes to
// findings, with the garbage collector set as the program sets it.
func BenchmarkCheckSeed(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(1600))
	data := load(b, seed)
	o := options(b, AuditOptions{Lang: extract.ZH})
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if out := Run(data, "seed.txt", o); out.Result.Status != score.OK {
			b.Fatal(out.Result.Status)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkRenderSeed is what each format of convert adds to it.
func BenchmarkRenderSeed(b *testing.B) {
	data := load(b, seed)
	o := options(b, AuditOptions{Lang: extract.ZH})
	for _, format := range OutputFormats {
		b.Run(format, func(b *testing.B) {
			out := Run(data, "seed.txt", o)
			for b.Loop() {
				if _, err := out.Render([]string{format}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
