package pipeline

import (
	"errors"
	"io"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/render"
	"ziping/score"
)

// A defect in any step ends its input and nothing else, as what it is.
func TestDefects(t *testing.T) {
	for _, tt := range []struct {
		stage    string
		sabotage func(*steps)
	}{
		{reading, func(s *steps) {
			s.read = func([]byte, string, extract.Options) (*extract.Document, error) { panic("a defect") }
		}},
		{reading, func(s *steps) { // an error of no kind is one that nobody thought of
			s.read = func([]byte, string, extract.Options) (*extract.Document, error) { return nil, errors.New("a defect") }
		}},
		{normalizing, func(s *steps) {
			s.normalize = func(*extract.Document, read.Options) []normalize.Form { panic("a defect") }
		}},
		{auditing, func(s *steps) {
			s.audit = func(*Auditor, *extract.Document, []normalize.Form) []score.Audited { panic(errors.New("a defect")) }
		}},
		{rendering, func(s *steps) {
			s.normalize = func(d *extract.Document, o read.Options) []normalize.Form {
				forms := read.Run(d, o)
				for i := range forms {
					forms[i].Draw = func() normalize.Layout { panic("a defect") }
				}
				return forms
			}
		}},
		{rendering, func(s *steps) {
			s.write = func(io.Writer, *render.Bundle, string) error { panic("a defect") }
		}},
		{rendering + " xlsx", func(s *steps) {
			s.write = func(io.Writer, *render.Bundle, string) error { return errors.New("a defect") }
		}},
	} {
		for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
			o := options(t, AuditOptions{Lang: lang})
			o.steps = o.do()
			tt.sabotage(o.steps)
			out := Run(load(t, seed), seed, o)
			if _, err := out.Render([]string{"xlsx"}); err != nil {
				out.Fail(err)
			}
			validate(t, tt.stage, out.Result)
			defective(t, tt.stage, out.Result.Error)
		}
	}
}

func TestDefectInExtract(t *testing.T) {
	o := Options{steps: &steps{read: func([]byte, string, extract.Options) (*extract.Document, error) { panic("a defect") }}}
	doc, err := Extract(load(t, seed), seed, o)
	if doc != nil || err == nil {
		t.Fatalf("got %v, %v", doc, err)
	}
	defective(t, reading, FailureOf(err, extract.EN))
}

// defective holds a failure to what is promised of defects.
func defective(t *testing.T, stage string, f *score.Failure) {
	t.Helper()
	if f == nil || f.Kind != extract.ErrInternal || f.Defect == nil {
		t.Fatalf("%s: got %+v, want a defect of kind internal", stage, f)
	}
	if f.Defect.Stage != stage || f.Defect.Value != "a defect" {
		t.Errorf("got %q in %s, want it in %s", f.Defect.Value, f.Defect.Stage, stage)
	}
	if f.Defect.Stack != "" && !strings.HasPrefix(f.Where, "internal/pipeline/defect_test.go:") {
		t.Errorf("%s: got where %q of\n%s", stage, f.Where, f.Defect.Stack)
	}
	if said := f.Message + f.Hint; !strings.Contains(said, "ZIPING_DEBUG=1") || strings.Contains(said, "save") || strings.Contains(said, "另存") {
		t.Errorf("%s: got %q", stage, said)
	}
}
