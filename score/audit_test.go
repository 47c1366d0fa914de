package score_test

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
)

// auditAll audits texts put one below the other, each the small form with a change.
func auditAll(t *testing.T, o score.Options, changes ...[2]string) (*extract.Document, []score.Audited) {
	t.Helper()
	text := ""
	for _, c := range changes {
		form := strings.ReplaceAll(moneyForm, `\t`, "\t")
		old, now := strings.ReplaceAll(c[0], "|", "\t"), strings.ReplaceAll(c[1], "|", "\t")
		text += strings.Replace(form, old, now, 1) + "\n\n"
	}
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{SkipLayout: true})
	if len(forms) != len(changes) {
		t.Fatalf("got %d forms, want %d", len(forms), len(changes))
	}
	o.Checks = checks.All(nil)
	return doc, score.Audit(doc, forms, o)
}

// slip is one that can be mended for sure; tie one of several that cannot.
var (
	sound = [2]string{"", ""}
	slip  = [2]string{"96.00|96.00", "69.00|96.00"}
	tie   = [2]string{"12公里|100|100", "12公里|100|100\n总分||||||100|99"}
)

// TestAudit: what is sure is mended in a copy of the document, form by form; the
// form as printed stays as it was.
func TestAudit(t *testing.T) {
	doc, audited := auditAll(t, score.Options{}, slip, sound, slip)
	for i, a := range audited {
		if i == 1 {
			if len(a.Report.Repairs) > 0 || a.Corrected.Document != nil || a.Report.Findings == nil || a.Report.Repairs == nil {
				t.Errorf("the sound form: got %+v", a.Report.Repairs)
			}
			continue
		}
		rs := a.Report.Repairs
		if len(rs) != 1 || !rs[0].Applied || !rs[0].Unique || len(rs[0].Edits) != 1 {
			t.Fatalf("form %d: got %+v", i, rs)
		}
		e := rs[0].Edits[0]
		if e.Old != "69" || e.New != "96" || e.Text != "96.00" || e.Interval != nil {
			t.Errorf("form %d: got %+v", i, e)
		}
		if len(rs[0].Explains) == 0 {
			t.Errorf("form %d: the repair explains nothing", i)
		}
		for k, f := range a.Report.Findings {
			if (f.Level == score.Error) != slices.Contains(rs[0].Explains, k) {
				t.Errorf("form %d: %s %s is explained %v", i, f.Check, f.Field, slices.Contains(rs[0].Explains, k))
			}
		}
		if was, _ := doc.At(*e.At); was != "69.00" {
			t.Errorf("form %d: the document as printed reads %s", i, was)
		}
		if now, _ := a.Corrected.Document.At(*e.At); now != "96.00" {
			t.Errorf("form %d: the copy reads %s", i, now)
		}
		if f, err := a.Corrected.Report.Field(e.Field); err != nil || f.Value != "96" {
			t.Errorf("form %d: the corrected form has %+v, %v", i, f, err)
		}
		if f, _ := a.Report.Field(e.Field); f.Value != "69" {
			t.Errorf("form %d: the form as printed has %+v", i, f)
		}
		for _, x := range a.Corrected.Identities {
			if x.Outcome == "disagree" {
				t.Errorf("form %d: %s %s still fails", i, x.Check, x.Result)
			}
		}
	}
}

// TestNoRepair lists repairs and applies none.
func TestNoRepair(t *testing.T) {
	_, audited := auditAll(t, score.Options{NoRepair: true}, slip)
	a := audited[0]
	if len(a.Report.Repairs) != 1 || a.Report.Repairs[0].Applied || a.Corrected.Document != nil {
		t.Errorf("got %+v", a.Report.Repairs)
	}
}

// TestTies are listed and not applied; another form's fault is mended all the same.
func TestTies(t *testing.T) {
	_, audited := auditAll(t, score.Options{}, slip, tie)
	rs := audited[1].Report.Repairs
	if len(rs) < 2 {
		t.Fatalf("got %+v, want several", rs)
	}
	for _, r := range rs {
		if r.Unique || r.Applied || len(r.Explains) == 0 {
			t.Errorf("got %+v", r)
		}
	}
	if audited[0].Corrected.Document == nil || audited[1].Corrected.Document != nil {
		t.Error("a tie is applied, or what is sure is not")
	}
	if s := audited[1].Report.Score; s == nil || s.Stated != "99" || s.Computed != "100" {
		t.Errorf("got scores %+v", s)
	}
}

// TestRefusedForm: of what is no self-evaluation only that is said.
func TestRefusedForm(t *testing.T) {
	doc, err := tabin.Read([]byte(strings.Replace(strings.ReplaceAll(moneyForm, `\t`, "\t"), "绩效自评表", "绩效目标申报表", 1)), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{SkipLayout: true})
	if len(forms) != 1 || forms[0].Report.Refusal == "" {
		t.Fatal("the form is not refused")
	}
	a := score.Audit(doc, forms, score.Options{Checks: checks.All(nil)})[0]
	if len(a.Report.Findings) != 1 || a.Report.Findings[0].Check != "FRM-03" || len(a.Report.Tallies) != 1 || a.Report.Score != nil || len(a.Report.Repairs) > 0 {
		t.Errorf("got %+v, %v, %+v", a.Report.Findings, a.Report.Tallies, a.Report.Score)
	}
}
