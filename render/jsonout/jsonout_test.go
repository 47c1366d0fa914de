package jsonout

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ziping/docs/schema"
	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
	"ziping/score"
)

func write(t *testing.T, v any, s Style) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, v, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteText(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"≥5.7万人次 <1% & \"引\"", `"≥5.7万人次 <1% & \"引\""`},
		{"7\u202e11", `"7\u202e11"`},
		{"\x7f\u009b\u200b\ufeff\u2066", `"\u007f\u009b\u200b\ufeff\u2066"`},
		{"\x1b[31m", `"\u001b[31m"`},
		{"\U000e0041", `"\udb40\udc41"`},
	} {
		got := write(t, tt.in, Compact)
		if string(got) != tt.want+"\n" {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
		var back string
		if err := json.Unmarshal(got, &back); err != nil || back != tt.in {
			t.Errorf("%q: read back %q, %v", tt.in, back, err)
		}
	}
}

func TestStyles(t *testing.T) {
	v := extract.Source{Name: "a.txt"}
	if got := write(t, v, Compact); bytes.Count(got, []byte("\n")) != 1 {
		t.Errorf("compact: got %q, want one line", got)
	}
	if got := write(t, v, Indented); !strings.HasPrefix(string(got), "{\n  \"name\": \"a.txt\"") || got[len(got)-1] != '\n' {
		t.Errorf("indented: got %q", got)
	}
}

// Every sample goes through JSON and back unchanged, and keeps its schemas.
func TestRoundTrip(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) { roundTrip(t, f) })
	}
}

func roundTrip(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Source.Name = filepath.Base(file)
	doc.Source.SHA256 = strings.Repeat("0", 64)
	raw := write(t, doc, Indented)
	if err := schema.Validate("document-1", raw); err != nil {
		t.Error(err)
	}
	var again extract.Document
	if err := json.Unmarshal(raw, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(raw), string(write(t, again, Indented))); diff != "" {
		t.Errorf("the document changed on its way: %s", diff)
	}
	res := &score.Result{Schema: score.ResultSchema, Source: doc.Source, Status: score.OK}
	for _, f := range read.Run(doc, read.Options{}) {
		res.Reports = append(res.Reports, score.Report{Report: f.Report})
	}
	raw = write(t, res, Compact)
	if err := schema.Validate("result-1", raw); err != nil {
		t.Error(err)
	}
	var back score.Result
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(raw), string(write(t, back, Compact))); diff != "" {
		t.Errorf("the result changed on its way: %s", diff)
	}
}
