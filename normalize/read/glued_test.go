package read_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/text/blank"
)

// Text whose cells run together is cut where one way is left. Here the sound samples
// are run together, and damaged ones too; what is read must be right, and what is held
// back is counted.
func TestGlued(t *testing.T) {
	ways := []struct {
		name string
		make func([][]string) string
		held int // percent of the fields that are held back, at most
	}{
		{"all in one line", func(rows [][]string) string { return strings.ReplaceAll(joinRows(rows, ""), "\n", "") }, 55},
		{"each row in a line", func(rows [][]string) string { return joinRows(rows, "") }, 72},
	}
	rng := rand.New(rand.NewPCG(20261129, 15))
	forms := soundForms(t)
	for w, way := range ways {
		for _, damage := range []bool{false, true} {
			var sum tally
			for n := range forms {
				if n%2 != w || damage && n%4 != w { // the same form in one of the ways
					continue
				}
				text := forms[n].text
				if damage {
					text = damaged(rng, text)
				}
				want := load(t, text)
				got := cutAndRead(t, way.make(rowsOf(text)))
				var one tally
				if len(got) == 0 {
					one.refused++
				}
				if len(got) > 0 {
					one.compare(&want, &got[0].Report)
				}
				for _, w := range one.wrong {
					t.Logf("%s, damaged %v: %s: %s", way.name, damage, forms[n].name, w)
				}
				if !damage {
					t.Logf("    %s: right %d, held back %d", forms[n].name, one.right, one.held)
				}
				sum.add(one)
			}
			t.Logf("%s, damaged %v: fields right %d, held back %d, wrong %d; forms refused %d", way.name, damage, sum.right, sum.held, len(sum.wrong), sum.refused)
			if len(sum.wrong) > 0 && !damage || len(sum.wrong)*100 > sum.right {
				t.Errorf("%s, damaged %v: %d fields wrong", way.name, damage, len(sum.wrong))
			}
			if sum.refused > 1 {
				t.Errorf("%s: %d forms refused", way.name, sum.refused)
			}
			if !damage && sum.held*100 > (sum.held+sum.right)*way.held {
				t.Errorf("%s: %d of %d fields held back", way.name, sum.held, sum.held+sum.right)
			}
		}
	}
}

func cutAndRead(t *testing.T, text string) []normalize.Form {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	if forms := read.Run(doc, read.Options{}); len(forms) > 0 {
		return forms
	}
	cut, ok := read.Cut(doc, extract.ZH)
	if !ok {
		return nil
	}
	return read.Run(cut, read.Options{})
}

// tally counts the fields of a report against those of another.
type tally struct {
	right, held, refused int
	wrong                []string
}

func (y *tally) add(o tally) {
	y.right, y.held, y.refused, y.wrong = y.right+o.right, y.held+o.held, y.refused+o.refused, append(y.wrong, o.wrong...)
}

func (y *tally) compare(want, got *normalize.Report) {
	y.field("project", want.Project, got.Project)
	y.field("organisation", want.Organisation, got.Organisation)
	if want.Total != nil {
		g := got.Total
		if g == nil {
			g = &normalize.Total{}
		}
		y.field("total.weight", want.Total.Weight, g.Weight)
		y.field("total.score", want.Total.Score, g.Score)
	}
	if want.Funds != nil {
		for i := range want.Funds.Rows {
			w := &want.Funds.Rows[i]
			g := &normalize.FundRow{}
			if got.Funds != nil && got.Funds.Row(w.Source) != nil {
				g = got.Funds.Row(w.Source)
			}
			for _, c := range []normalize.Column{normalize.Initial, normalize.Budget, normalize.Executed, normalize.ExecutionRate, normalize.Weight, normalize.Score} {
				y.field(w.Source+"."+string(c), w.Column(c), g.Column(c))
			}
		}
	}
	for k := range want.Goals {
		if k < len(got.Goals) {
			y.field("expected", want.Goals[k].Expected, got.Goals[k].Expected)
			y.field("actual", want.Goals[k].Actual, got.Goals[k].Actual)
		}
	}
	y.list(want.Indicators, got.Indicators)
}

// list compares indicators by their names: a row held back shifts the others.
func (y *tally) list(want, got []normalize.Indicator) {
	next := 0
	for i := range want {
		w := &want[i]
		g := &normalize.Indicator{}
		for k := next; k < len(got); k++ {
			if said(got[k].Name) && said(w.Name) && got[k].Name.Text == w.Name.Text {
				g, next = &got[k], k+1
				break
			}
		}
		if !said(w.Name) {
			continue
		}
		y.field("name of "+w.Name.Text, w.Name, g.Name)
		if !said(g.Name) {
			y.held += 4
			continue
		}
		for _, f := range []struct {
			name string
			w, g *normalize.Field
		}{{"level1", w.Level1, g.Level1}, {"level2", w.Level2, g.Level2}, {"target", w.Target, g.Target}, {"actual", w.Actual, g.Actual}, {"weight", w.Weight, g.Weight}, {"score", w.Score, g.Score}, {"reason", w.Reason, g.Reason}} {
			y.field(f.name+" of "+w.Name.Text, f.w, f.g)
		}
	}
	for k := range got {
		known := !said(got[k].Name)
		for i := range want {
			known = known || said(want[i].Name) && want[i].Name.Text == got[k].Name.Text
		}
		if !known {
			y.wrong = append(y.wrong, "an indicator "+got[k].Name.Text)
		}
	}
}

func said(f *normalize.Field) bool { return f != nil && f.State == normalize.Parsed }

// field compares what is printed: what is not read is held back, and what is read is
// the same.
func (y *tally) field(path string, want, got *normalize.Field) {
	switch {
	case !said(want) && !said(got):
	case !said(got):
		y.held++
	case !said(want) || blank.Fold(want.Text) != blank.Fold(got.Text) || want.Value != got.Value && want.Value != "":
		text := "nothing"
		if said(want) {
			text = want.Text
		}
		y.wrong = append(y.wrong, fmt.Sprintf("%s: %q ≠ %q", path, got.Text, text))
	default:
		y.right++
	}
}
