package rubric

import (
	"strconv"

	"ziping/text/num"
)

// Ratio is an exact quotient, so that 11016 ÷ 11282 × 5 keeps every place until
// the print says how many it shows. The divisor is never zero or negative; the
// zero value is no ratio (see Known).
type Ratio struct {
	over, under num.Decimal
}

// Quotient returns over ÷ under, exactly; it is not Known if under is 0.
func Quotient(over, under num.Decimal) Ratio {
	if under.Sign() < 0 {
		over, under = over.Neg(), under.Neg()
	}
	return Ratio{over, under}
}

func whole(n num.Decimal) Ratio { return Ratio{n, one} }

// Known reports whether r holds a quotient.
func (r Ratio) Known() bool { return r.under.Sign() > 0 }

// Sign is −1, 0 or 1, as r is below, at or above 0.
func (r Ratio) Sign() int { return r.over.Sign() }

// Times returns r × n, exactly.
func (r Ratio) Times(n num.Decimal) Ratio { return Ratio{r.over.Mul(n), r.under} }

// Cmp compares r with n.
func (r Ratio) Cmp(n num.Decimal) int { return r.over.Cmp(r.under.Mul(n)) }

// Round returns r rounded half up (away from zero) to the given places.
func (r Ratio) Round(places int32) num.Decimal {
	// Cutting the doubled quotient and halving avoids rounding twice.
	t := r.Truncate(places)
	rest := r.over.Sub(t.Mul(r.under)).Abs().Shift(places).Mul(num.FromInt(2))
	if rest.Cmp(r.under) < 0 {
		return t
	}
	unit := num.New(1, places)
	if r.over.Sign() < 0 {
		unit = unit.Neg()
	}
	return t.Add(unit)
}

// Truncate returns r cut off after the given places.
func (r Ratio) Truncate(places int32) num.Decimal {
	if q, ok := r.integerQuotient(places); ok {
		return num.New(q, places)
	}
	q, ok := r.over.Quo(r.under, places)
	if !ok {
		return num.Decimal{}
	}
	// The quotient is rounded; step back where that went beyond.
	if q.Mul(r.under).Abs().Cmp(r.over.Abs()) > 0 {
		unit := num.New(1, places)
		if r.over.Sign() < 0 {
			unit = unit.Neg()
		}
		q = q.Sub(unit)
	}
	return q
}

// integerQuotient is r × 10^places cut to an integer where everything fits in
// 64 bits, as the figures of a form do: thirty times as fast as a quotient of
// many digits.
func (r Ratio) integerQuotient(places int32) (int64, bool) {
	k := max(0, r.over.Significant()-places, r.under.Significant())
	a, err1 := strconv.ParseInt(r.over.Shift(places+k).String(), 10, 64)
	b, err2 := strconv.ParseInt(r.under.Shift(k).String(), 10, 64)
	if err1 != nil || err2 != nil || b == 0 {
		return 0, false
	}
	return a / b, true
}

// Rounding is how a printed figure came from the exact one.
type Rounding int

// The roundings that explain a printed figure.
const (
	NotRounded Rounding = iota // the figure is exact, or nothing explains it
	HalfUp
	CutOff
)

// Prints reports whether a figure printed as stated can stand for r: exactly,
// rounded half up, or cut off, at any of its printed places once padding zeros
// are dropped. lowest bounds the places that may have been rounded to: with 1,
// a printed 5 does not stand for 4.88.
func (r Ratio) Prints(stated num.Decimal, lowest int32) (Rounding, bool) {
	if r.Cmp(stated) == 0 {
		return NotRounded, true
	}
	for p := max(stated.Significant(), lowest); p <= max(stated.Places(), lowest); p++ {
		if how, ok := r.PrintsAt(stated, p); ok {
			return how, true
		}
	}
	return NotRounded, false
}

// PrintsAt reports whether stated is r rounded half up or cut off to the given
// places. It multiplies and never divides: 93.11 stands for 23366730 ÷ 250958.8
// at two places if |23366730 − 93.11 × 250958.8| is at most half of 0.01 × 250958.8.
func (r Ratio) PrintsAt(stated num.Decimal, places int32) (Rounding, bool) {
	if stated.Significant() > places || !r.Known() {
		return NotRounded, false
	}
	beyond := r.over.Sub(stated.Mul(r.under)) // what the print leaves out, × under
	if r.over.Sign() < 0 {
		beyond = beyond.Neg()
	}
	unit := r.under.Shift(-places)
	switch twice := beyond.Mul(two); {
	case twice.Cmp(unit) < 0 && twice.Neg().Cmp(unit) <= 0:
		return HalfUp, true // 4.885 is rounded away from zero, to 4.89
	case beyond.Sign() >= 0 && beyond.Cmp(unit) < 0:
		return CutOff, true
	}
	return NotRounded, false
}

// clamp keeps r between 0 and top.
func (r Ratio) clamp(top num.Decimal) Ratio {
	switch {
	case r.over.Sign() < 0:
		return whole(zero)
	case r.Cmp(top) > 0:
		return whole(top)
	}
	return r
}
