package infer

import (
	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
	"ziping/text/num"
)

var hundred = num.FromInt(100)

// inferBands takes the other known bands where they explain more.
func (inf *Inference) inferBands(forms []*normalize.Report) {
	count := func(bands []rubric.Band) (e Evidence) {
		t := *inf.Set
		t.Targets.Bands = bands
		for _, r := range forms {
			for _, o := range t.Indicators(r) {
				if o.Band == nil {
					continue
				}
				if e.Of++; o.Verdict == rubric.Explained {
					e.Explained++
				}
			}
		}
		return e
	}
	best := count(inf.Set.Targets.Bands)
	for _, v := range sets.Variants() {
		if len(v.Targets.Bands) == 0 {
			continue
		}
		if e := count(v.Targets.Bands); e.Explained > best.Explained {
			best, inf.Set.Targets.Bands = e, v.Targets.Bands
		}
	}
	inf.Evidence["bands"] = best
}

// inferOver looks for a cut that explains scores below full marks of targets
// that were passed by far.
func (inf *Inference) inferOver(forms []*normalize.Report, from []rubric.Over) {
	count := func(over []rubric.Over) (e Evidence) {
		t := *inf.Set
		t.Targets.Over = over
		for _, r := range forms {
			for i, o := range t.Indicators(r) {
				done, ok := o.Progress.Completion()
				if o.Verdict == rubric.Undecided || !ok || done.Times(hundred).Cmp(inf.Set.OverCompletion) < 0 {
					continue
				}
				// Full marks without a reason would speak against any cut.
				if e.Of++; o.Verdict == rubric.Explained && !r.Indicators[i].Score.IsBlank() {
					e.Explained++
				}
			}
		}
		return e
	}
	best := count(nil)
	for i := range from {
		if e := count(from[i : i+1]); e.Explained >= best.Explained+sets.Enough {
			best, inf.Set.Targets.Over = e, []rubric.Over{from[i]}
		}
	}
	inf.Evidence["over"] = best
}

// inferGrades takes the first known scale that explains most grades.
func (inf *Inference) inferGrades(forms []*normalize.Report) {
	best := Evidence{Explained: -1}
	for _, s := range append([]*rubric.Set{sets.Default()}, sets.Sets()...) {
		e := Evidence{}
		for _, r := range forms {
			if r.Grade.IsBlank() || r.Total == nil {
				continue
			}
			total, ok := r.Total.Score.Number()
			if !ok {
				continue
			}
			full := hundred
			if n, ok := r.Total.Weight.Number(); ok && n.Sign() > 0 {
				full = n
			}
			if e.Of++; s.Grade(total, full) == r.Grade.Value {
				e.Explained++
			}
		}
		if e.Explained > best.Explained {
			best, inf.Set.Grades, inf.Set.GradesByMarks = e, s.Grades, s.GradesByMarks
		}
	}
	inf.Evidence["grades"] = best
}

// inferPlaces notes the places and the rounding of parts of points, where
// saying so costs no explanation.
func (inf *Inference) inferPlaces(forms []*normalize.Report) {
	parts, places := 0, int32(0)
	for _, m := range missedRows(forms) {
		if m.stated.Sign() > 0 && !m.stated.Equal(m.weight) {
			parts, places = parts+1, max(places, m.stated.Significant())
		}
	}
	if parts < sets.Enough {
		return
	}
	before := scores(verdicts(inf.Set, forms))
	try := *inf.Set
	if try.Places = places; scores(verdicts(&try, forms)) < before {
		return
	}
	inf.Set.Places = places
	half, cut := try, try
	half.Rounding, cut.Rounding = rubric.HalfUp, rubric.CutOff
	h, c := scores(verdicts(&half, forms)), scores(verdicts(&cut, forms))
	switch {
	case h == before && c < before:
		inf.Set.Rounding = rubric.HalfUp
	case c == before && h < before:
		inf.Set.Rounding = rubric.CutOff
	}
}
