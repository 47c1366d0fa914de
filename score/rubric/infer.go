package rubric

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/num"
)

// Inference is the simplest rule set found for the forms of a bureau.
type Inference struct {
	Set *Set
	// Evidence says for each part of the set how many scores it rests on.
	Evidence map[string]Evidence
	Forms    []FormVerdict
	// Known are the embedded sets that explain as many forms.
	Known []string
}

// Evidence is how many scores a part of the set explains, of those it is for,
// and how many other candidates explain as many.
type Evidence struct{ Explained, Of, Ties int }

// FormVerdict is one form under the inferred set.
type FormVerdict struct {
	Index     int
	Scores    int      // tested
	Explained int      // of them
	Differ    []string // paths of the rest
}

// Whole reports whether every tested score of the form is explained.
func (v *FormVerdict) Whole() bool { return len(v.Differ) == 0 }

// Infer looks for the simplest rule set that explains the scores of all forms:
// for each kind of target and for the budget the first candidate that explains
// most, a second one only where it explains at least three more.
func Infer(forms []*normalize.Report) *Inference {
	inf := &Inference{Evidence: map[string]Evidence{}}
	s := &Set{Places: -1, Targets: Targets{OnTime: true, NegativeIsZero: true}, OverCompletion: num.FromInt(130), Alarm: Default().Alarm}
	s.Targets.Bands, s.Targets.Over = Default().Targets.Bands, Default().Targets.Over
	if hasColumn(forms, "得分系数") {
		s.Targets.Coefficient = "得分系数"
	}
	inf.Set = s
	c := allCandidates()
	rows := missedRows(forms)
	for _, k := range []struct {
		key   string
		ops   []normalize.Op
		from  []Formula
		usual []Formula // where no form shows one
		to    *[]Formula
	}{
		{"at_least", []normalize.Op{normalize.OpAtLeast, normalize.OpMore}, c.targets.AtLeast, Default().Targets.AtLeast, &s.Targets.AtLeast},
		{"at_most", []normalize.Op{normalize.OpAtMost, normalize.OpLess}, c.targets.AtMost, Default().Targets.AtMost, &s.Targets.AtMost},
		{"equal", []normalize.Op{normalize.OpEqual}, c.targets.Equal, Default().Targets.Equal, &s.Targets.Equal},
		{"range", []normalize.Op{normalize.OpRange}, c.targets.Range, Default().Targets.Range, &s.Targets.Range},
	} {
		*k.to, inf.Evidence[k.key] = simplest(rows, k.ops, k.from)
		if len(*k.to) == 0 {
			*k.to = k.usual
		}
	}
	inf.inferBudget(forms, c.budget)
	inf.inferBands(forms)
	inf.inferOver(forms, c.over)
	inf.inferGrades(forms)
	inf.inferPlaces(forms)
	inf.Forms = s.verdicts(forms)
	for _, known := range Sets() {
		if explained(known.verdicts(forms)) >= explained(inf.Forms) {
			inf.Known = append(inf.Known, known.ID)
		}
	}
	return inf
}

func hasColumn(forms []*normalize.Report, heading string) bool {
	for _, r := range forms {
		for i := range r.Indicators {
			if _, ok := column(&r.Indicators[i], heading); ok {
				return true
			}
		}
	}
	return false
}

// missed is a score of a figure that missed its target.
type missed struct {
	p      Progress
	weight num.Decimal
	stated num.Decimal
	lowest int32
}

func (m *missed) by(f *Formula) bool {
	points, ok := f.points(m.p, m.weight)
	if !ok {
		return false
	}
	_, gives := points.Prints(m.stated, m.lowest)
	return gives
}

func missedRows(forms []*normalize.Report) []missed {
	var out []missed
	plain := &Set{Places: -1}
	for _, r := range forms {
		lowest := plain.lowestPlaces(r)
		for i := range r.Indicators {
			x := &r.Indicators[i]
			w, ok1 := x.Weight.Number()
			n, ok2 := x.Score.Number()
			p := Of(x)
			if !ok1 || !ok2 || w.Sign() <= 0 || p.Met != No || !p.Numbers {
				continue
			}
			if p.Actual.Sign() < 0 {
				p.Actual = zero
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
func simplest(rows []missed, ops []normalize.Op, from []Formula) ([]Formula, Evidence) {
	var left []*missed
	for i := range rows {
		if slices.Contains(ops, rows[i].p.Op) {
			left = append(left, &rows[i])
		}
	}
	e := Evidence{Of: len(left)}
	var out []Formula
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
		if best < 0 || len(out) > 0 && (most <= enough || 2*most < len(left)) {
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

// spending is a budget's score with the rates it may come from.
type spending struct {
	rates          []Ratio
	weight, stated num.Decimal
}

func (x *spending) by(b *RateRule) bool {
	for _, rate := range x.rates {
		if points, ok := b.Points(rate, x.weight); ok {
			// As in ExplainBudget: a 7 that stands for 6.56 explains nothing, but
			// an office may score in whole points by plain multiplication.
			lowest := int32(1)
			if b.Kind == RateLinear {
				lowest = 0
			}
			if _, gives := points.Prints(x.stated, lowest); gives {
				return true
			}
		}
	}
	return false
}

func spendings(forms []*normalize.Report) []spending {
	var out []spending
	for _, r := range forms {
		row := BudgetRow(r)
		if row == nil {
			continue
		}
		n, _ := row.Score.Number()
		w, ok := row.Weight.Number()
		if rs := rates(row); ok && w.Sign() > 0 && len(rs) > 0 {
			out = append(out, spending{rs, w, n})
		}
	}
	return out
}

func (inf *Inference) inferBudget(forms []*normalize.Report, from []RateRule) {
	all := spendings(forms)
	best, e := 0, Evidence{Of: len(all)}
	for i := range from {
		n := 0
		for k := range all {
			if all[k].by(&from[i]) {
				n++
			}
		}
		switch {
		case n > e.Explained:
			best, e.Explained, e.Ties = i, n, 0
		case n == e.Explained && n > 0:
			e.Ties++
		}
	}
	rule := from[best]
	if e.Explained < e.Of {
		if table, n := bandTable(all); n > e.Explained {
			rule, e = table, Evidence{Explained: n, Of: e.Of}
		}
	}
	inf.Set.Budget.RateRule, inf.Evidence["budget"] = rule, e
}

// bandTable reads a table of bands off the scores, where they are few and grow
// with the rate: at least twice as many forms as bands, so that it says more
// than the forms themselves. The bounds are the roundest figures between.
func bandTable(all []spending) (RateRule, int) {
	sorted := slices.Clone(all)
	if len(sorted) == 0 || slices.ContainsFunc(sorted, func(x spending) bool { return !x.weight.Equal(sorted[0].weight) }) {
		return RateRule{}, 0
	}
	value := func(x *spending) num.Decimal { return x.rates[0].Round(4) }
	slices.SortFunc(sorted, func(a, b spending) int { return value(&a).Cmp(value(&b)) })
	rule := RateRule{Kind: RateBands, Of: sorted[0].weight, RatePlaces: -1}
	for i := range sorted {
		n := len(rule.Bands)
		switch {
		case n > 0 && sorted[i].stated.Cmp(rule.Bands[n-1].Points) < 0:
			return RateRule{}, 0
		case n > 0 && sorted[i].stated.Equal(rule.Bands[n-1].Points):
			continue
		}
		from := zero
		if i > 0 {
			from = roundest(value(&sorted[i-1]), value(&sorted[i]))
			rule.Bands[n-1].Below = from
		}
		rule.Bands = append(rule.Bands, RateBand{From: from, Points: sorted[i].stated})
	}
	if len(rule.Bands) < 2 || len(sorted) < 2*len(rule.Bands) {
		return RateRule{}, 0
	}
	slices.Reverse(rule.Bands)
	return rule, len(sorted)
}

// roundest is the figure above low and up to high that has the fewest digits:
// a multiple of 10, 5 or 1, else high itself.
func roundest(low, high num.Decimal) num.Decimal {
	for _, unit := range []int64{10, 5, 1} {
		u := num.FromInt(unit)
		if n := Quotient(high, u).Truncate(0).Mul(u); n.Cmp(low) > 0 {
			return n
		}
	}
	return high
}

// inferBands takes the other known bands where they explain more.
func (inf *Inference) inferBands(forms []*normalize.Report) {
	count := func(bands []Band) (e Evidence) {
		t := *inf.Set
		t.Targets.Bands = bands
		for _, r := range forms {
			for _, o := range t.Indicators(r) {
				if o.Band == nil {
					continue
				}
				if e.Of++; o.Verdict == Explained {
					e.Explained++
				}
			}
		}
		return e
	}
	best := count(inf.Set.Targets.Bands)
	for _, v := range Variants() {
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
func (inf *Inference) inferOver(forms []*normalize.Report, from []Over) {
	count := func(over []Over) (e Evidence) {
		t := *inf.Set
		t.Targets.Over = over
		for _, r := range forms {
			for i, o := range t.Indicators(r) {
				done, ok := o.Progress.Completion()
				if o.Verdict == Undecided || !ok || done.Times(hundred).Cmp(inf.Set.OverCompletion) < 0 {
					continue
				}
				// Full marks without a reason would speak against any cut.
				if e.Of++; o.Verdict == Explained && !r.Indicators[i].Score.IsBlank() {
					e.Explained++
				}
			}
		}
		return e
	}
	best := count(nil)
	for i := range from {
		if e := count(from[i : i+1]); e.Explained >= best.Explained+enough {
			best, inf.Set.Targets.Over = e, []Over{from[i]}
		}
	}
	inf.Evidence["over"] = best
}

// inferGrades takes the first known scale that explains most grades.
func (inf *Inference) inferGrades(forms []*normalize.Report) {
	best := Evidence{Explained: -1}
	for _, s := range append([]*Set{Default()}, Sets()...) {
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
	if parts < enough {
		return
	}
	before := scores(inf.Set.verdicts(forms))
	try := *inf.Set
	if try.Places = places; scores(try.verdicts(forms)) < before {
		return
	}
	inf.Set.Places = places
	half, cut := try, try
	half.Rounding, cut.Rounding = HalfUp, CutOff
	h, c := scores(half.verdicts(forms)), scores(cut.verdicts(forms))
	switch {
	case h == before && c < before:
		inf.Set.Rounding = HalfUp
	case c == before && h < before:
		inf.Set.Rounding = CutOff
	}
}

// verdicts tests every form by the set.
func (s *Set) verdicts(forms []*normalize.Report) []FormVerdict {
	out := make([]FormVerdict, len(forms))
	for i, r := range forms {
		v := &out[i]
		v.Index = i
		note := func(o *Outcome, path string) {
			switch o.Verdict {
			case Explained:
				v.Scores, v.Explained = v.Scores+1, v.Explained+1
			case Differs:
				v.Scores++
				v.Differ = append(v.Differ, path)
			}
		}
		rows := s.Indicators(r)
		for k := range rows {
			note(&rows[k], normalize.IndicatorPath(k, "score"))
		}
		if row := BudgetRow(r); row != nil {
			o := s.BudgetScore(r)
			note(&o, normalize.FundPath(row.Source, normalize.FundScore))
		}
	}
	return out
}

func explained(vs []FormVerdict) (n int) {
	for i := range vs {
		if vs[i].Whole() {
			n++
		}
	}
	return n
}

func scores(vs []FormVerdict) (n int) {
	for i := range vs {
		n += vs[i].Explained
	}
	return n
}

// Bureau is the name that all forms share, else the beginning they share, else "".
func Bureau(forms []*normalize.Report) string {
	name := ""
	for i, r := range forms {
		if r.Organisation.IsBlank() {
			return ""
		}
		text := strings.TrimSpace(r.Organisation.Text)
		if i == 0 {
			name = text
		}
		for name != "" && !strings.HasPrefix(text, name) {
			runes := []rune(name)
			name = string(runes[:len(runes)-1])
		}
	}
	if len([]rune(name)) < 3 {
		return ""
	}
	return name
}

// Lean drops what rules do not look at, for a folder of many forms.
func Lean(r *normalize.Report) *normalize.Report {
	return &normalize.Report{
		Family: r.Family, Year: r.Year, Title: r.Title, Organisation: r.Organisation,
		Funds: r.Funds, Indicators: r.Indicators, Total: r.Total, Grade: r.Grade,
	}
}
