package solve

import (
	"slices"

	"ziping/score/identity"
	"ziping/text/num"
)

// identity adds the rows of the ith identity, whose cells are list, the result
// first (-1 for a full mark that is beyond doubt).
func (s *system) identity(i int, list []int) {
	t := &s.in.Tested[i]
	at := make([]int, len(list))
	for k, c := range list {
		if at[k] = c; c >= 0 {
			at[k] = s.cells[c].at
		}
	}
	switch t.Kind {
	case identity.Sum:
		s.sum(t, at[0], at[1:])
	case identity.Ratio:
		s.ratio(t, at[0], at[1], at[2])
	case identity.Range:
		s.within(at[0], at[1])
	}
	if t.Outcome == identity.Disagree {
		s.contradicts(contradiction{identity: i}, at)
	}
}

func (s *system) contradicts(c contradiction, at []int) {
	for _, n := range at {
		if n >= 0 {
			c.cells.add(n)
		}
	}
	s.broken = append(s.broken, c)
}

// sum adds result = Σ parts. Where the result may be a rounded sum its print
// bounds the parts; once it is in doubt itself it is their exact sum.
func (s *system) sum(t *identity.Tested, result int, list []int) {
	parts, printed := make([]term, 0, len(list)+1), make([]num.Decimal, 0, len(list))
	least := finestScale(&t.Identity)
	for k, n := range list {
		p := &t.Parts[k]
		parts = append(parts, term{n, int64(p.Coef) * powerOfTen(p.Scale-least)})
		if c := s.member(n); !c.blank {
			printed = append(printed, c.n.Shift(p.Scale))
		}
	}
	constant := s.scaled(t.Constant.Shift(-least))
	if result < 0 {
		s.add(row{terms: parts, constant: constant - s.scaled(num.FromInt(identity.FullMark))})
		return
	}
	whole := s.member(result).n.Shift(t.Scale)
	b, slack := identity.SumBounds(whole, printed, t.Rounding()), identity.PartSlack(whole, printed, t.Rounding())
	with := append(slices.Clone(parts), term{result, -powerOfTen(t.Scale - least)})
	// The exact sum counts where one of these is in doubt.
	exact := few{result}
	switch {
	case b.Low.Equal(b.High):
		s.add(row{terms: with, constant: constant})
		return
	case !slack.IsZero():
		s.between(with, constant, identity.Bounds{Low: slack.Neg(), High: slack}.Shift(-least), row{need: exact})
	case t.Mixed(): // what is put there has the places of the print: 300.00 万元 of 3000050 元
		unit := num.New(1, whole.Places())
		s.between(with, constant, identity.Bounds{Low: unit.Neg(), High: unit, LowOpen: true, HighOpen: true}.Shift(-least), row{need: exact})
	default:
		exact = exact.with(s.finest(t, result, list)...)
		for _, c := range exact {
			s.add(row{terms: slices.Clone(with), constant: constant, need: few{c}})
		}
	}
	s.between(parts, constant, b.Shift(-least), row{drop: exact})
}

// finest is the only part of a money sum with more places than the result and
// than money has, none where there is more than one: a slip of the unit
// made them (0.0198 for 198), and without it nothing is rounded.
func (s *system) finest(t *identity.Tested, result int, list []int) (found few) {
	if t.Rounding() != identity.RoundedParts {
		return nil
	}
	most := max(minPlaces, s.member(result).n.Places())
	for _, n := range list {
		if s.member(n).n.Significant() > most {
			found = append(found, n)
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// between adds low ≤ Σ terms + constant ≤ high, counting as like says.
func (s *system) between(terms []term, constant int64, b identity.Bounds, like row) {
	// Bounds have one place more than any figure.
	const unit = 10
	for _, end := range []struct {
		at   num.Decimal
		sign int64
		open bool
	}{{b.Low, 1, b.LowOpen}, {b.High, -1, b.HighOpen}} {
		at, ok := toInt(end.at, s.places+1)
		k, ok2 := mul(constant, unit)
		if !ok || !ok2 {
			s.tooBig = true
			return
		}
		r := like
		r.rel = relationOf(end.open)
		r.constant = end.sign * (k - at)
		for _, t := range terms {
			r.terms = append(r.terms, term{t.cell, end.sign * unit * t.coef})
		}
		s.add(r)
	}
}

func relationOf(open bool) relation {
	if open {
		return moreThan
	}
	return atLeast
}

// add takes the row and its terms, which it sorts.
func (s *system) add(r row) {
	r.terms = sortTerms(r.terms)
	s.rows = append(s.rows, &r)
}

// ratio adds low × whole ≤ 100 × part ≤ high × whole for a printed rate. The
// inequalities turn round with the sign of the whole: as printed where it stays,
// as the part and the rate have it where it alone is in doubt, and positive
// where both are. Of 0 ÷ 0 a rate says nothing, whatever it prints.
func (s *system) ratio(t *identity.Tested, rate, part, whole int) {
	least := finestScale(&t.Identity)
	to := quotient{part, whole, num.FromInt(1).Shift(t.Parts[0].Scale - least), num.FromInt(1).Shift(t.Parts[1].Scale - least)}
	b := identity.RateBounds(s.member(rate).n)
	zeroRate, zeroPart := s.member(rate).n.IsZero(), s.member(part).n.IsZero()
	printed, alone := s.member(whole).n.Sign(), s.member(part).n.Sign()*s.member(rate).n.Sign()
	drop := few{rate}
	if printed == 1 && alone == 1 {
		s.ratioRows(b, to, 1, row{drop: drop})
		return
	}
	if printed != 0 { // a divisor of 0 says nothing
		s.ratioRows(b, to, int64(printed), row{drop: drop.with(whole)})
	}
	wholeOnly := row{drop: drop.with(part), need: few{whole}}
	switch {
	case zeroPart && zeroRate: // 0 of anything
	case zeroPart: // 0 ÷ 0 is all that is left; no equation, for it can be dropped
		for _, sign := range []int64{1, -1} {
			zero := wholeOnly
			zero.terms, zero.rel = []term{{whole, sign}}, atLeast
			s.add(zero)
		}
	case zeroRate:
		s.ratioRows(b, to, 1, wholeOnly)
	default:
		s.ratioRows(b, to, int64(alone), wholeOnly)
	}
	if zeroRate {
		b.LowOpen, b.HighOpen = false, false // lets 0 ÷ 0 in
	}
	s.ratioRows(b, to, 1, row{drop: drop, need: few{part, whole}})
}

// quotient is part ÷ whole, each times a power of ten that brings them to one unit.
type quotient struct {
	part, whole       int
	scale, wholeScale num.Decimal
}

// ratioRows adds the two inequalities for a whole of the given sign.
func (s *system) ratioRows(b identity.Bounds, q quotient, sign int64, like row) {
	places := max(b.Low.Significant(), b.High.Significant())
	hundred, ok := toInt(num.FromInt(100).Mul(q.scale), places)
	low, ok1 := toInt(b.Low.Mul(q.wholeScale), places)
	high, ok2 := toInt(b.High.Mul(q.wholeScale), places)
	if !ok || !ok1 || !ok2 {
		s.tooBig = true
		return
	}
	lower, upper := like, like
	lower.terms = []term{{q.part, sign * hundred}, {q.whole, -sign * low}}
	lower.rel = relationOf(b.LowOpen)
	upper.terms = []term{{q.part, -sign * hundred}, {q.whole, sign * high}}
	upper.rel = relationOf(b.HighOpen)
	s.add(lower)
	s.add(upper)
}

// within adds 0 ≤ score ≤ weight. Of a blank score or weight that says nothing
// until it is filled in.
func (s *system) within(score, weight int) {
	var need few
	for _, n := range []int{score, weight} {
		if s.member(n).blank {
			need = append(need, n)
		}
	}
	s.add(row{terms: alone(score), rel: atLeast, need: need})
	s.add(row{terms: append(alone(weight), term{score, -1}), rel: atLeast, need: need})
}

// positive holds a blank cell to more than nothing: what was left out is no
// negative amount.
func (s *system) positive(c int) {
	s.add(row{terms: alone(c), rel: moreThan, need: few{c}})
}

func alone(c int) []term { return []term{{c, 1}} }

// gradeRows adds the totals that earn the printed grade.
func (s *system) gradeRows() {
	g := s.in.Grade
	grade, total := s.cells[s.grade].at, s.cells[s.total].at
	drop := few{grade}
	if g.Band.HasLow {
		s.add(row{terms: alone(total), constant: -s.scaled(g.Band.Low), rel: relationOf(g.Band.LowOpen), drop: drop})
	}
	if g.Band.HasHigh {
		s.add(row{terms: []term{{total, -1}}, constant: s.scaled(g.Band.High), rel: relationOf(g.Band.HighOpen), drop: drop})
	}
	if g.Outcome == identity.Disagree {
		s.contradicts(contradiction{grade: true}, []int{grade, total})
	}
}
