package solve

import (
	"ziping/normalize/num"
	"ziping/score/identity"
)

// identity adds the rows of one identity.
func (s *system) identity(i int) {
	t := &s.in.Tested[i]
	switch t.Kind {
	case identity.Sum:
		s.sum(t)
	case identity.Ratio:
		s.ratio(t)
	case identity.Range:
		s.within(t)
	}
	if t.Outcome == identity.Disagree {
		c := contradiction{identity: i}
		if n, ok := s.index[t.Result]; ok {
			c.cells.add(n)
		}
		for _, p := range t.Parts {
			c.cells.add(s.index[p.Path])
		}
		s.broken = append(s.broken, c)
	}
}

// sum adds result = Σ parts. Where the result may be a rounded sum its print
// bounds the parts; once it is in doubt itself it is their exact sum.
func (s *system) sum(t *identity.Tested) {
	parts, printed := make([]term, 0, len(t.Parts)+1), make([]num.Decimal, 0, len(t.Parts))
	for _, p := range t.Parts {
		n := s.index[p.Path]
		parts = append(parts, term{n, int64(p.Coef)})
		if !s.cells[n].blank {
			printed = append(printed, s.cells[n].n)
		}
	}
	constant := s.scaled(t.Constant)
	result, ok := s.index[t.Result]
	if !ok {
		full := s.scaled(num.FromInt(identity.FullMark))
		s.add(row{terms: sortTerms(parts), constant: constant - full})
		return
	}
	whole := s.cells[result].n
	b := identity.SumBounds(whole, printed, t.Rounding())
	slack := identity.PartSlack(whole, printed, t.Rounding())
	free := few{result}
	if !b.Low.Equal(b.High) {
		s.between(parts, constant, b, row{drop: free})
	} else {
		free = nil
	}
	with := append([]term{{result, -1}}, parts...)
	if slack.IsZero() {
		s.add(row{terms: sortTerms(with), constant: constant, need: free})
		return
	}
	s.between(with, constant, identity.Bounds{Low: slack.Neg(), High: slack}, row{need: free})
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
		r.terms = sortTerms(r.terms)
		s.add(r)
	}
}

func relationOf(open bool) relation {
	if open {
		return moreThan
	}
	return atLeast
}

func (s *system) add(r row) {
	r.reduce()
	s.rows = append(s.rows, &r)
}

// ratio adds low × whole ≤ 100 × part ≤ high × whole for a printed rate. The
// inequalities turn round with the sign of the whole: as printed where it stays,
// as the part and the rate have it where it alone is in doubt, and positive
// where both are.
func (s *system) ratio(t *identity.Tested) {
	rate, part, whole := s.index[t.Result], s.index[t.Parts[0].Path], s.index[t.Parts[1].Path]
	printed, alone := s.cells[whole].n.Sign(), s.cells[part].n.Sign()*s.cells[rate].n.Sign()
	if alone == 0 {
		alone = 1
	}
	drop := few{rate}
	if printed == alone && alone == 1 {
		s.ratioRows(t, part, whole, 1, row{drop: drop})
		return
	}
	if printed != 0 { // the whole as printed; a divisor of 0 says nothing
		s.ratioRows(t, part, whole, int64(printed), row{drop: drop.with(whole)})
	}
	s.ratioRows(t, part, whole, int64(alone), row{drop: drop.with(part), need: few{whole}})
	s.ratioRows(t, part, whole, 1, row{drop: drop, need: few{part, whole}})
}

// ratioRows adds the two inequalities for a whole of the given sign.
func (s *system) ratioRows(t *identity.Tested, part, whole int, sign int64, like row) {
	b := identity.RateBounds(s.cells[s.index[t.Result]].n)
	places := max(b.Low.Significant(), b.High.Significant())
	hundred, ok := toInt(num.FromInt(100), places)
	low, ok1 := toInt(b.Low, places)
	high, ok2 := toInt(b.High, places)
	if !ok || !ok1 || !ok2 {
		s.tooBig = true
		return
	}
	lower, upper := like, like
	lower.terms = sortTerms([]term{{part, sign * hundred}, {whole, -sign * low}})
	lower.rel = relationOf(b.LowOpen)
	upper.terms = sortTerms([]term{{part, -sign * hundred}, {whole, sign * high}})
	upper.rel = relationOf(b.HighOpen)
	s.add(lower)
	s.add(upper)
}

// within adds 0 ≤ score ≤ weight. Of a blank score or weight that says nothing
// until it is filled in.
func (s *system) within(t *identity.Tested) {
	score, weight := s.index[t.Result], s.index[t.Parts[0].Path]
	var need few
	for _, c := range []int{score, weight} {
		if s.cells[c].blank {
			need = append(need, c)
		}
	}
	s.add(row{terms: []term{{score, 1}}, rel: atLeast, need: need})
	s.add(row{terms: sortTerms([]term{{weight, 1}, {score, -1}}), rel: atLeast, need: need})
}

// positive holds a blank cell to more than nothing: what was left out is no
// negative amount.
func (s *system) positive(c int) {
	s.add(row{terms: []term{{c, 1}}, rel: moreThan, need: few{c}})
}

// grade adds the totals that earn the printed grade.
func (s *system) grade() {
	g := s.in.Grade
	drop := few{s.index[gradePath]}
	total := s.index[totalPath]
	if g.Band.HasLow {
		s.add(row{terms: []term{{total, 1}}, constant: -s.scaled(g.Band.Low), rel: relationOf(g.Band.LowOpen), drop: drop})
	}
	if g.Band.HasHigh {
		s.add(row{terms: []term{{total, -1}}, constant: s.scaled(g.Band.High), rel: relationOf(g.Band.HighOpen), drop: drop})
	}
	if g.Outcome == identity.Disagree {
		c := contradiction{identity: -1}
		c.cells.add(total)
		c.cells.add(s.index[gradePath])
		s.broken = append(s.broken, c)
	}
}
