package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// Interval is the values that would be right for a result that disagrees, where
// rounding leaves more than one: cut off and rounded to the places that count;
// for a score all from 0 to its weight. ok is false where only Expected is right.
func Interval(r *normalize.Report, t *Tested) (low, high num.Decimal, ok bool) {
	switch t.Kind {
	case Range:
		high, ok = Number(r, t.Parts[0].Path)
		return num.Decimal{}, high, ok
	case Ratio:
		part, whole := t.Quotient(r)
		places := RatePlaces(r, t.Result, t.Stated)
		exact, divides := Rate(part, whole, maxRatePlaces+6)
		if !divides {
			return low, high, false
		}
		return ordered(exact.Truncate(places), exact.Round(places))
	}
	places := t.Stated.Places()
	if t.Rounding() == ExactSum || t.Expected.Significant() <= places {
		return low, high, false
	}
	return ordered(t.Expected.Truncate(places), t.Expected.Round(places))
}

func ordered(a, b num.Decimal) (low, high num.Decimal, ok bool) {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	return a, b, !a.Equal(b)
}
