package solve

import (
	"math/big"
	"slices"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
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
// the system's places does, so that the set explains nothing after all. That is not
// sure where a value was chosen before.
func (s *search) settle(free *cells) (out settled, sure, ok bool) {
	out.free, sure = *free, true
	values := slices.Clone(s.values)
	open := *free
	var loose []int
	for _, c := range free.list() {
		if s.member(c).loose {
			loose = append(loose, c)
			continue
		}
		low, high, ok := s.project(free, &open, c, values)
		if !ok {
			return out, sure, false
		}
		ch := s.change(c)
		ch.New, ch.Slip = s.choose(&ch, low, high)
		values[c] = s.scaled(ch.New)
		one := low == high
		if !sure { // a value chosen before narrowed it; alone it has more
			low, high, _ = s.project(free, free, c, values)
		}
		sure = sure && one
		ch.Low, ch.High = s.decimal(low), s.decimal(high)
		ch.Bounded = low > -farValue && high < farValue
		open.remove(c)
		out.changes = append(out.changes, cellChange{c, ch})
	}
	for _, c := range loose {
		ch := s.change(c)
		if !s.follow(&ch, values) {
			return out, sure, false
		}
		out.changes = append(out.changes, cellChange{c, ch})
	}
	return out, sure, true
}

func (s *search) change(c int) Change {
	m := s.member(c)
	return Change{Path: m.path, Field: m.field, Old: m.n, Blank: m.blank}
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
		if o != c && !s.member(o).loose {
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
			return low, high, false
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
	if !q.IsInt64() { // below or above all figures
		return rel != equal && (a > 0) == (q.Sign() < 0)
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
	value := func(path normalize.Path) num.Decimal { return s.decimal(values[s.cells[s.index[path]].at]) }
	if ch.Path == normalize.GradePath {
		ch.NewGrade, ch.Band = s.in.Grade.GradeFor(value(normalize.TotalScorePath))
		ch.Slip = SlipFollow
		return ch.NewGrade != ""
	}
	for i := range s.in.Tested {
		t := &s.in.Tested[i]
		if t.Kind != identity.Ratio || t.Result != ch.Path {
			continue
		}
		exact, ok := identity.Rate(value(t.Parts[0].Path).Shift(t.Parts[0].Scale), value(t.Parts[1].Path).Shift(t.Parts[1].Scale), guardPlaces)
		if !ok {
			return false
		}
		places := identity.RatePlaces(s.in.Report, t.Result, ch.Old)
		if s.rating == cutOff {
			ch.New = exact.Truncate(places)
		} else {
			ch.New = exact.Round(places)
		}
		ch.Low, ch.High, ch.Bounded = ch.New, ch.New, true
		ch.Slip = slipOf(ch.Old, ch.New, ch.Blank)
		return true
	}
	return false
}
