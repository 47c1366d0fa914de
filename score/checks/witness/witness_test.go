package witness_test

import (
	"testing"

	"ziping/extract"
	cases "ziping/normalize/formtest"
	"ziping/score"
	"ziping/score/checks/witness"
	"ziping/score/formtest"
)

// TestForms: an amount in 元 under a heading of 万元 is told where another figure of
// the form bears witness, and sound forms of any size are left alone.
func TestForms(t *testing.T) { cases.Check(t, "testdata/forms.txt", smaller) }

// smaller says which amount of a form was filled in in 元, by what, and in which words.
func smaller(t *testing.T, text string) []string {
	t.Helper()
	r := formtest.Read(t, text)
	unit := r.MoneyUnit.Value
	var said []string
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		told := false
		check := score.Check{Run: func(p *score.Pass) {
			told = witness.Smaller(p, unit, &witness.Words{WholeCost: []string{"总成本"}, Each: []string{"每", "人均"}})
		}}
		found, _ := check.On(r, lang)
		if told != (len(found) > 0) {
			t.Errorf("it says %v, and finds %d", told, len(found))
		}
		for _, f := range found {
			if lang == extract.ZH {
				said = append(said, f.Field.String()+" "+f.Stated+", not "+f.Expected+", "+string(f.Verdict)+" by "+paths(&f))
			}
			said = append(said, f.Message)
		}
	}
	return said
}

func paths(f *score.Finding) (s string) {
	for _, p := range f.Operands {
		s += " " + p.String()
	}
	return s[1:]
}
