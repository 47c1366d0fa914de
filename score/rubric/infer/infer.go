package infer

import (
	"slices"

	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

// Inference is the simplest rule set found for the forms of a bureau.
type Inference struct {
	Set *rubric.Set
	// Evidence says for each part of the set how many scores it rests on.
	Evidence map[string]Evidence
	Forms    []FormVerdict
	// Known are the embedded sets that explain as many forms.
	Known []string
}

// Evidence is how many scores a part of the set explains, of those it is for,
// and how many other candidates explain as many.
type Evidence struct{ Explained, Of, Ties int }

// Infer looks for the simplest rule set that explains the scores of all forms:
// for each kind of target and for the budget the first candidate that explains
// most, a second one only where it explains at least three more.
func Infer(forms []*normalize.Report) *Inference {
	inf := &Inference{Evidence: map[string]Evidence{}}
	s := &rubric.Set{Places: -1, Targets: rubric.Targets{OnTime: true, NegativeIsZero: true}, OverCompletion: num.FromInt(130), Alarm: sets.Default().Alarm}
	s.Targets.Bands, s.Targets.Over = sets.Default().Targets.Bands, sets.Default().Targets.Over
	if hasColumn(forms, "得分系数") {
		s.Targets.Coefficient = "得分系数"
	}
	inf.Set = s
	c := sets.Candidates()
	rows := missedRows(forms)
	for _, k := range []struct {
		key   string
		ops   []normalize.Op
		from  []rubric.Formula
		usual []rubric.Formula // where no form shows one
		to    *[]rubric.Formula
	}{
		{"at_least", []normalize.Op{normalize.OpAtLeast, normalize.OpMore}, c.Targets.AtLeast, sets.Default().Targets.AtLeast, &s.Targets.AtLeast},
		{"at_most", []normalize.Op{normalize.OpAtMost, normalize.OpLess}, c.Targets.AtMost, sets.Default().Targets.AtMost, &s.Targets.AtMost},
		{"equal", []normalize.Op{normalize.OpEqual}, c.Targets.Equal, sets.Default().Targets.Equal, &s.Targets.Equal},
		{"range", []normalize.Op{normalize.OpRange}, c.Targets.Range, sets.Default().Targets.Range, &s.Targets.Range},
	} {
		*k.to, inf.Evidence[k.key] = simplest(rows, k.ops, k.from)
		if len(*k.to) == 0 {
			*k.to = k.usual
		}
	}
	inf.inferBudget(forms, c.Budget)
	inf.inferBands(forms)
	inf.inferOver(forms, c.Over)
	inf.inferGrades(forms)
	inf.inferPlaces(forms)
	inf.Forms = verdicts(s, forms)
	for _, known := range sets.Sets() {
		if explained(verdicts(known, forms)) >= explained(inf.Forms) {
			inf.Known = append(inf.Known, known.ID)
		}
	}
	return inf
}

func hasColumn(forms []*normalize.Report, heading string) bool {
	for _, r := range forms {
		for i := range r.Indicators {
			if _, ok := rubric.Column(&r.Indicators[i], heading); ok {
				return true
			}
		}
	}
	return false
}

// missed is a score of a figure that missed its target.
type missed struct {
	p      rubric.Progress
	weight num.Decimal
	stated num.Decimal
	lowest int32
}

func (m *missed) by(f *rubric.Formula) bool {
	points, ok := f.Earned(m.p, m.weight)
	if !ok {
		return false
	}
	_, gives := points.Prints(m.stated, m.lowest)
	return gives
}

func missedRows(forms []*normalize.Report) []missed {
	var out []missed
	plain := &rubric.Set{Places: -1}
	for _, r := range forms {
		lowest := plain.LowestPlaces(r)
		for i := range r.Indicators {
			x := &r.Indicators[i]
			w, ok1 := x.Weight.Number()
			n, ok2 := x.Score.Number()
			p := rubric.Of(x)
			if !ok1 || !ok2 || w.Sign() <= 0 || p.Met != rubric.No || !p.Numbers {
				continue
			}
			if p.Actual.Sign() < 0 {
				p.Actual = num.Decimal{}
			}
			out = append(out, missed{p, w, n, lowest})
		}
	}
	return out
}

// mostFormulas is how many formulas one kind of target may have.
const mostFormulas = 2

// simplest picks the first candidate that explains most of the rows with one of
// the comparators, and a second where that explains enough of the rest.
func simplest(rows []missed, ops []normalize.Op, from []rubric.Formula) ([]rubric.Formula, Evidence) {
	var left []*missed
	for i := range rows {
		if slices.Contains(ops, rows[i].p.Op) {
			left = append(left, &rows[i])
		}
	}
	e := Evidence{Of: len(left)}
	var out []rubric.Formula
	for len(out) < mostFormulas && len(left) > 0 {
		best, most, ties := -1, 0, 0
		for i := range from {
			n := 0
			for _, m := range left {
				if m.by(&from[i]) {
					n++
				}
			}
			switch {
			case n > most:
				best, most, ties = i, n, 0
			case n == most && n > 0:
				ties++
			}
		}
		if best < 0 || len(out) > 0 && (most <= sets.Enough || 2*most < len(left)) {
			break
		}
		if len(out) == 0 {
			e.Ties = ties
		}
		out = append(out, from[best])
		left = slices.DeleteFunc(left, func(m *missed) bool { return m.by(&from[best]) })
	}
	e.Explained = e.Of - len(left)
	return out, e
}
