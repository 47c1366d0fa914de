package pipeline

import (
	"os"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/render"
	"ziping/score"
	"ziping/score/decode"
)

// A recognised form goes through the stages with its figures read jointly: one that was
// misread is put right in the document, in what is drawn and in the report, which says
// what it was; the form's own errors stay.
func TestRecognised(t *testing.T) {
	text, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	auditor, err := NewAuditor(AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	clear := Run(text, "form.txt", Options{Audit: auditor, Named: true})
	reading := func(text string) (out []extract.Glyph) {
		for i := range len(text) {
			g := extract.Glyph{{Text: text[i : i+1], P: .999}}
			if text == "283667.3" && i == 1 {
				g = extract.Glyph{{Text: "8", P: .8}, {Text: "3", P: .15}}
			}
			out = append(out, g)
		}
		return out
	}
	o := Options{Audit: auditor, Named: true, steps: &steps{
		normalize: read.Run, decode: decode.Run, audit: (*Auditor).audit,
		write: write,
		read: func(data []byte, _ string, o extract.Options) (*extract.Document, error) {
			doc, err := tabin.Read([]byte(strings.Replace(string(data), "233667.3", "283667.3", 1)), o)
			for i := range doc.Tables {
				for k := range doc.Tables[i].Cells {
					if c := &doc.Tables[i].Cells[k]; strings.Trim(c.Text, "0123456789.") == "" {
						c.Glyphs = reading(c.Text)
					}
				}
			}
			return doc, err
		},
	}}
	out := Run(text, "form.txt", o)
	if len(out.Result.Reports) != 1 || out.Result.Status != clear.Result.Status {
		t.Fatalf("got %s, %+v", out.Result.Status, out.Result.Error)
	}
	if got, want := errorCount(out), errorCount(clear); got != want || want == 0 {
		t.Errorf("got %d errors, want %d", got, want)
	}
	for name, r := range map[string]*normalize.Report{"report": &out.Result.Reports[0].Report, "corrected report": &out.Bundle().Forms[0].Corrected.Report} {
		f := r.Funds.Row("total").Executed
		if f.Reading != normalize.Repaired || f.Was != "283667.3" || f.Value != "233667.3" {
			t.Errorf("%s: got %+v", name, f)
		}
	}
	if out.audits[0].Corrected.Document == nil {
		t.Error("the form's own error is not put right any more")
	}
	if !draws(out.Bundle(), "233667.3") || draws(out.Bundle(), "283667.3") {
		t.Error("what is drawn is not what was put right")
	}
}

func errorCount(out *Outcome) int { return Findings(out.Result)[string(score.Error)] }

func draws(b *render.Bundle, text string) bool {
	for _, c := range b.Forms[0].Layout.Cells {
		if c.Text == text {
			return true
		}
	}
	return false
}
