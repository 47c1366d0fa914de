package score_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
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
	forms := read.Run(doc, read.Options{})
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

// TestNoCorrectionOfAGuess: what was read doubtfully is never put right on the form.
func TestNoCorrectionOfAGuess(t *testing.T) {
	text := strings.Replace(strings.ReplaceAll(moneyForm, `\t`, "\t"), "96.00\t96.00", "69.00\t96.00", 1)
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	for _, reading := range []normalize.Reading{normalize.Read, normalize.Doubtful} {
		forms := read.Run(doc, read.Options{})
		forms[0].Report.Funds.Row("central").Executed.Reading = reading
		rs := score.Audit(doc, forms, score.Options{Checks: checks.All(nil)})[0].Report.Repairs
		if len(rs) != 1 || rs[0].Applied != (reading == normalize.Read) {
			t.Errorf("%s: got %+v", reading, rs)
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
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 || forms[0].Report.Refusal == "" {
		t.Fatal("the form is not refused")
	}
	a := score.Audit(doc, forms, score.Options{Checks: checks.All(nil)})[0]
	if len(a.Report.Findings) != 1 || a.Report.Findings[0].Check != "FRM-03" || len(a.Report.Tallies) != 1 || a.Report.Score != nil || len(a.Report.Repairs) > 0 || len(a.Corrected.Identities) > 0 {
		t.Errorf("got %+v, %v, %+v", a.Report.Findings, a.Report.Tallies, a.Report.Score)
	}
}

// TestRanges: where only a range is proved, it is told, and nothing is applied.
func TestRanges(t *testing.T) {
	for lang, want := range map[extract.Lang]string{
		extract.ZH: "改动 1 处即可使相关勾稽全部成立；只能确定取值范围，所列为最可能的值",
		extract.EN: "changing one cell makes every sum concerned agree; only a range is proved, the value given is the likeliest in it",
	} {
		_, audited := auditAll(t, score.Options{Lang: lang}, [2]string{"12公里|100|100", "12公里|100|101\n总分||||||100|"})
		rs := audited[0].Report.Repairs
		if len(rs) != 1 || rs[0].Unique || rs[0].Applied || !strings.HasPrefix(rs[0].Why, want) || !slices.Equal(rs[0].Edits[0].Interval, []string{"0", "100"}) {
			t.Errorf("got %+v, want a range", rs)
		}
	}
	for lang, want := range map[extract.Lang]string{extract.ZH: "改动 2 处", extract.EN: "changing 2 cells"} {
		_, audited := auditAll(t, score.Options{Lang: lang}, [2]string{"200.00|20.00|220.00", "20.00|200.00|220.00"})
		rs := audited[0].Report.Repairs
		if len(rs) != 3 || !strings.HasPrefix(rs[0].Why, want) || !strings.Contains(rs[0].Why, "3") || rs[0].Edits[0].Text != "200.00" {
			t.Errorf("got %+v, want %s, the exchanged columns first of three", rs, want)
		}
	}
}

// TestTextsOfRepairs: what shares the cell with a figure stays in it.
func TestTextsOfRepairs(t *testing.T) {
	for _, tt := range []struct{ sample, old, now, want string }{
		{"hn-department-2021.txt", "其他资金:200万元", "其他资金:220万元", "其他资金:200万元"},
		{"fj-county-2021.txt", "优(S≥90)", "良(80≤S<90)", "优(S≥90)"},
		{"fj-county-2021.txt", "产出指标(50分)", "产出指标(55分)", "产出指标(50分)"},
	} {
		data, err := os.ReadFile("../samples/" + tt.sample)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(data), tt.old, tt.now, 1)
		doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil || text == string(data) {
			t.Fatalf("%s: %v", tt.sample, err)
		}
		var texts []string
		for _, r := range score.Audit(doc, read.Run(doc, read.Options{}), score.Options{Checks: checks.All(nil)})[0].Report.Repairs {
			for _, e := range r.Edits {
				texts = append(texts, e.Text)
			}
		}
		if !slices.Contains(texts, tt.want) {
			t.Errorf("%s: got %q, want %s among them", tt.now, texts, tt.want)
		}
	}
}
