package solve

import (
	"math/big"
	"slices"

	"ziping/normalize/num"
	"ziping/score/identity"
)

// settled is a freed set with the values that make the form consistent.
type settled struct {
	free    cells
	changes []cellChange // by cell, rates and grade last
}

type cellChange struct {
	cell int
	Change
}

// settle works out the values of a freed set; ok is false where no value with
// the system's places does, so that the set explains nothing after all.
func (s *search) settle(free *cells) (out settled, ok bool) {
	out.free = *free
	values := slices.Clone(s.values)
	open := *free
	list := free.list()
	for _, c := range list {
		if s.cells[c].loose {
			continue
		}
		low, high, ok := s.project(free, &open, c, values)
		if !ok {
			return out, false
		}
		ch := s.change(c)
		ch.Low, ch.High = s.decimal(low), s.decimal(high)
		ch.Bounded = low > -farValue && high < farValue
		if low == high {
			ch.New, ch.Slip = ch.Low, slipOf(ch.Old, ch.Low, ch.Blank)
		} else {
			ch.New, ch.Slip = s.choose(&ch, low, high)
		}
		values[c] = s.scaled(ch.New)
		open.remove(c)
		out.changes = append(out.changes, cellChange{c, ch})
	}
	for _, c := range list {
		if !s.cells[c].loose {
			continue
		}
		ch := s.change(c)
		if !s.follow(&ch, values) {
			return out, false
		}
		out.changes = append(out.changes, cellChange{c, ch})
	}
	return out, true
}

func (s *search) change(c int) Change {
	return Change{Path: s.cells[c].path, Field: s.cells[c].field, Old: s.cells[c].n, Blank: s.cells[c].blank}
}

func (s *system) decimal(v int64) num.Decimal { return num.New(v, s.places) }

// project is the interval of values that the cell c can take: all other open
// cells are eliminated, those settled before stand with their new values.
func (s *search) project(free, open *cells, c int, values []int64) (low, high int64, ok bool) {
	rows := make([]*row, 0, len(s.rows))
	for _, r := range s.rows {
		if !r.drop.meets(free) {
			rows = append(rows, r)
		}
	}
	for _, o := range open.list() {
		if o != c && !s.cells[o].loose {
			rows = s.eliminate(rows, o, free)
		}
	}
	low, high = -farValue, farValue
	for _, r := range rows {
		a := r.coefOf(c)
		if a == 0 || !r.live(free) {
			continue
		}
		// a·c + k ≷ 0, where k is the rest of the row.
		k := r.value(values)
		k.Sub(k, new(big.Int).Mul(big.NewInt(a), big.NewInt(values[c])))
		if !bound(r.rel, a, k, &low, &high) {
			return 0, 0, false
		}
	}
	return low, high, low <= high
}

// farValue stands for no bound at all; no figure on a form is so large.
const farValue = 1e17

// bound narrows low..high to the whole numbers v with a·v + k ≷ 0; ok is false
// where an equation has no whole solution.
func bound(rel relation, a int64, k *big.Int, low, high *int64) (ok bool) {
	minus := new(big.Int).Neg(k)
	q, rest := new(big.Int).DivMod(minus, big.NewInt(a), new(big.Int)) // rest ≥ 0
	whole := rest.Sign() == 0
	if !q.IsInt64() {
		return true // beyond farValue
	}
	v := q.Int64()
	switch {
	case rel == equal:
		if !whole {
			return false
		}
		*low, *high = max(*low, v), min(*high, v)
	case a > 0: // v ≥ −k/a; q is its floor
		if !whole || rel == moreThan {
			v++
		}
		*low = max(*low, v)
	default: // v ≤ −k/a; Euclid's quotient by a negative number is the ceiling
		if !whole || rel == moreThan {
			v--
		}
		*high = min(*high, v)
	}
	return true
}

// follow gives a rate or the grade the value that follows from the others.
func (s *search) follow(ch *Change, values []int64) bool {
	if ch.Path == gradePath {
		total := s.decimal(values[s.index[totalPath]])
		ch.NewGrade, ch.Band = s.in.Grade.GradeFor(total)
		ch.Slip = SlipFollow
		return ch.NewGrade != ""
	}
	t := s.rateOf(ch.Path)
	part, whole := s.decimal(values[s.index[t.Parts[0].Path]]), s.decimal(values[s.index[t.Parts[1].Path]])
	var ok bool
	ch.New, ok = rateLike(s.in, t, part, whole)
	ch.Low, ch.High, ch.Bounded = ch.New, ch.New, true
	ch.Slip = slipOf(ch.Old, ch.New, ch.Blank)
	return ok
}

func (s *system) rateOf(path string) *identity.Tested {
	for i := range s.in.Tested {
		if t := &s.in.Tested[i]; t.Kind == identity.Ratio && t.Result == path {
			return t
		}
	}
	return nil
}

// rateLike works out a rate as the other rates of the form are: to the places
// of its column, cut off if more of them are cut off than rounded.
func rateLike(in Input, t *identity.Tested, part, whole num.Decimal) (num.Decimal, bool) {
	rounded, cut := 0, 0
	for i := range in.Tested {
		o := &in.Tested[i]
		if o.Kind != identity.Ratio || o.Outcome != identity.Agree {
			continue
		}
		a, _ := identity.Number(in.Report, o.Parts[0].Path)
		b, _ := identity.Number(in.Report, o.Parts[1].Path)
		exact, ok := identity.Rate(a, b, guardPlaces)
		if !ok {
			continue
		}
		places := o.Stated.Significant()
		r, c := exact.Round(places).Equal(o.Stated), exact.Truncate(places).Equal(o.Stated)
		if r && !c {
			rounded++
		}
		if c && !r {
			cut++
		}
	}
	exact, ok := identity.Rate(part, whole, guardPlaces)
	places := identity.RatePlaces(in.Report, t.Result, t.Stated)
	if cut > rounded {
		return exact.Truncate(places), ok
	}
	return exact.Round(places), ok
}

// guardPlaces are enough for rounding a quotient a second time.
const guardPlaces = 20
