package rubric

import (
	"strings"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/num"
)

// Verdict is what a rule set says of a printed score.
type Verdict int

// The verdicts. Undecided is the zero value: no rule applies, or what it needs
// is not printed.
const (
	Undecided Verdict = iota
	Explained
	Differs
)

// Outcome is what a rule set says of one score.
type Outcome struct {
	Verdict  Verdict
	Stated   num.Decimal
	Weight   num.Decimal
	Expected Ratio // by the formula that explains the print, else by the usual one; not Known for bands
	Band     *Band // of a qualitative score
	Unfilled *Unfilled
	Rounding Rounding // that explains the print
	Progress Progress

	formula Formula
	column  num.Decimal // of a coefficient or a deduction
	by      by
	over    *Over
	byRate  *RateRule // of the budget's score
	rate    Ratio
	exact   bool // Expected is given, and only its rounding judged
}

// by is which column of the row itself gave the score.
type by int

const (
	byTarget by = iota
	byCoefficient
	byDeduction
)

// Interval is the points between which the score may lie; ok is false where
// the set gives one figure.
func (o *Outcome) Interval() (low, top num.Decimal, ok bool) {
	switch {
	case o.Band != nil:
		return o.Band.Low.Mul(o.Weight).Shift(-2), o.Band.Top.Mul(o.Weight).Shift(-2), true
	case o.Unfilled != nil:
		return zero, o.Unfilled.Top, true
	}
	return low, top, false
}

// Indicators compares every printed indicator score of a form with what the
// set gives, one outcome for each row. A nil set decides nothing.
func (s *Set) Indicators(r *normalize.Report) []Outcome {
	out := make([]Outcome, len(r.Indicators))
	if s == nil {
		return out
	}
	lowest := s.LowestPlaces(r)
	for i := range r.Indicators {
		x := &r.Indicators[i]
		w, ok := x.Weight.Number()
		if !ok && s.EqualSplit && x.Weight.IsBlank() {
			w, ok = equalShare(r, i)
		}
		if ok && w.Sign() > 0 {
			out[i] = s.indicator(x, w, lowest)
		}
	}
	return out
}

// equalShare is an indicator's part of the points printed with its second
// level, split equally over that level's rows. ok is false where they do not go
// into whole points, for then the form alone knows who got the odd one.
func equalShare(r *normalize.Report, at int) (num.Decimal, bool) {
	group := func(i int) string {
		x := &r.Indicators[i]
		if x.Level2.IsBlank() {
			return ""
		}
		return x.Level2.Text
	}
	name := group(at)
	if name == "" {
		return num.Decimal{}, false
	}
	first, end := at, at+1
	for first > 0 && group(first-1) == name && r.Indicators[first].Level2.Weight == "" {
		first--
	}
	for end < len(r.Indicators) && group(end) == name && r.Indicators[end].Level2.Weight == "" {
		end++
	}
	points, err := num.Parse(r.Indicators[first].Level2.Weight)
	if err != nil {
		return num.Decimal{}, false
	}
	share := Quotient(points, num.FromInt(int64(end-first)))
	w := share.Truncate(0)
	return w, share.Cmp(w) == 0
}

// BudgetScore compares the printed score of the budget's execution with what
// the set gives. A nil set decides nothing.
func (s *Set) BudgetScore(r *normalize.Report) Outcome {
	if s == nil {
		return Outcome{}
	}
	return s.judgeBudget(r)
}

// LowestPlaces is how many places a score may at the least have been rounded
// to: those the set says; else 1 on a form that prints parts of points, on
// which a whole number is not 4.88 rounded, and 0 on others. A score that is
// just its weight (2.5 of 2.5) tells nothing of rounding.
func (s *Set) LowestPlaces(r *normalize.Report) int32 {
	if s.Places >= 0 {
		return s.Places
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		n, ok := x.Score.Number()
		if !ok || n.Significant() == 0 {
			continue
		}
		if w, ok := x.Weight.Number(); !ok || !w.Equal(n) {
			return 1
		}
	}
	return 0
}

// indicator judges one row of the given weight.
func (s *Set) indicator(x *normalize.Indicator, weight num.Decimal, lowest int32) Outcome {
	o := Outcome{Weight: weight}
	stated, scored := x.Score.Number()
	if !scored {
		return o
	}
	o.Stated = stated
	if n, ok := Column(x, s.Targets.Coefficient); ok && n.Sign() >= 0 && n.Cmp(hundred) <= 0 {
		o.column, o.by = n, byCoefficient
		o.Expected = Quotient(n.Mul(weight), hundred)
		return s.settle(o, lowest)
	}
	if n, ok := Column(x, s.Targets.Deduction); ok && n.Sign() >= 0 && n.Cmp(weight) <= 0 {
		o.column, o.by = n, byDeduction
		o.Expected = whole(weight.Sub(n))
		return s.settle(o, lowest)
	}
	if u := s.Targets.unfilled(x); u != nil {
		o.Unfilled, o.Verdict = u, Differs
		if stated.Sign() >= 0 && stated.Cmp(u.Top) <= 0 {
			o.Verdict = Explained
		}
		return o
	}
	o.Progress = Of(x)
	switch p := o.Progress; {
	case p.Op == normalize.OpQualitative:
		return s.qualitative(o, x)
	case p.Op == normalize.OpByDate && p.Met == No && s.Targets.LateIsZero:
		o.formula, o.Expected = Formula{Kind: KindNone}, whole(zero)
		return s.settle(o, lowest)
	case p.Op == normalize.OpByDate && !s.Targets.OnTime:
		return o
	case p.Met == Yes:
		return s.met(o, x, lowest)
	case p.Met == No && p.Numbers:
		return s.missed(o, x, lowest)
	}
	return o
}

// met judges the score of a target that was met: full marks, or fewer where the
// set cuts for passing it by far and no reason excuses that.
func (s *Set) met(o Outcome, x *normalize.Indicator, lowest int32) Outcome {
	o.Expected = whole(o.Weight)
	full := s.settle(o, lowest)
	over := s.Targets.over(o.Progress)
	switch {
	case over == nil, full.Verdict == Explained && (over.Judged || !x.Reason.IsBlank()):
		return full
	case over.Judged:
		return Outcome{Stated: o.Stated, Weight: o.Weight, Progress: o.Progress}
	}
	done, _ := o.Progress.Completion()
	o.over, o.Expected = over, over.points(done, o.Weight)
	return s.settle(o, lowest)
}

// missed judges the score of a quantitative target that was not met.
func (s *Set) missed(o Outcome, x *normalize.Indicator, lowest int32) Outcome {
	p := o.Progress
	if s.Targets.NegativeIsZero && p.Actual.Sign() < 0 {
		p.Actual = zero
	}
	var usual Outcome
	for _, list := range s.Targets.Missed(p, x) {
		for _, f := range list {
			points, ok := f.Earned(p, o.Weight)
			if !ok {
				continue
			}
			try := o
			try.formula, try.Expected = f, points
			if try = s.settle(try, lowest); try.Verdict == Explained {
				return try
			}
			if usual.Verdict == Undecided {
				usual = try
			}
		}
	}
	if usual.Verdict == Undecided {
		return o
	}
	return usual
}

// settle compares the print with what is expected.
func (s *Set) settle(o Outcome, lowest int32) Outcome {
	o.Verdict = Differs
	if how, ok := o.Expected.Prints(o.Stated, lowest); ok && (s.Rounding == NotRounded || how == NotRounded || how == s.Rounding || s.alsoBy(&o, lowest)) {
		o.Verdict, o.Rounding = Explained, how
	}
	return o
}

// qualitative judges an answer in words by the band whose words it uses. Other
// words (较上年明显提高) are for a person to weigh.
func (s *Set) qualitative(o Outcome, x *normalize.Indicator) Outcome {
	said := strings.Trim(blank.Fold(x.Actual.Text), "。.;")
	for i := range s.Targets.Bands {
		b := &s.Targets.Bands[i]
		if !b.says(said) {
			continue
		}
		o.Band = b
		share := o.Stated.Shift(2)
		o.Verdict = Differs
		if share.Cmp(b.Low.Mul(o.Weight)) >= 0 && share.Cmp(b.Top.Mul(o.Weight)) <= 0 {
			o.Verdict = Explained
		}
		return o
	}
	return o
}

func (b *Band) says(text string) bool {
	for _, w := range b.Words {
		if text == w {
			return true
		}
	}
	for _, w := range b.Has {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// alsoBy reports whether the set's own rounding gives the print too, where
// both roundings do.
func (s *Set) alsoBy(o *Outcome, lowest int32) bool {
	for p := max(o.Stated.Significant(), lowest); p <= max(o.Stated.Places(), lowest); p++ {
		n := o.Expected.Round(p)
		if s.Rounding == CutOff {
			n = o.Expected.Truncate(p)
		}
		if n.Equal(o.Stated) {
			return true
		}
	}
	return false
}

// Column is the figure of a row under a heading of its own, without its %.
func Column(x *normalize.Indicator, heading string) (num.Decimal, bool) {
	if heading == "" {
		return num.Decimal{}, false
	}
	for _, l := range x.Other {
		if !strings.HasPrefix(l.Label, heading) || l.IsBlank() {
			continue
		}
		if n, err := num.Parse(strings.TrimRight(blank.Close(l.Text), "%分")); err == nil {
			return n, true // 扣分 and not 扣分原因
		}
	}
	return num.Decimal{}, false
}
