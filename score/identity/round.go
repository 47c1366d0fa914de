package identity

import (
	"strings"

	"ziping/text/num"
)

// Bounds is an interval of exact values, with ends that may belong to it or not.
type Bounds struct {
	Low, High         num.Decimal
	LowOpen, HighOpen bool
}

// Holds reports whether v lies in the interval.
func (b Bounds) Holds(v num.Decimal) bool {
	low, high := v.Cmp(b.Low), v.Cmp(b.High)
	return (low > 0 || low == 0 && !b.LowOpen) && (high < 0 || high == 0 && !b.HighOpen)
}

// Shift is the interval in a unit 10^n times smaller.
func (b Bounds) Shift(n int32) Bounds {
	b.Low, b.High = b.Low.Shift(n), b.High.Shift(n)
	return b
}

// exactly is the interval of one value.
func exactly(n num.Decimal) Bounds { return Bounds{Low: n, High: n} }

// behind is the interval of exact values that print as n when rounded half up,
// or cut off, to the given places: 92 stands for 91.5 up to, not including, 93.
func behind(n num.Decimal, places int32) Bounds {
	half, unit := num.HalfUnit(places), num.New(1, places)
	switch n.Sign() {
	case 1:
		return Bounds{Low: n.Sub(half), High: n.Add(unit), HighOpen: true}
	case -1:
		return Bounds{Low: n.Sub(unit), High: n.Add(half), LowOpen: true}
	}
	return Bounds{Low: n.Sub(unit), High: n.Add(unit), LowOpen: true, HighOpen: true}
}

// RateBounds is the interval of exact percentages that a printed rate stands
// for. Padding zeros are no precision: 93.1100 is 93.109825 rounded to two
// places and padded to four. A rate of 0.00 is no 0 padded: it has two places.
func RateBounds(rate num.Decimal) Bounds {
	if rate.IsZero() {
		return behind(rate, rate.Places())
	}
	return behind(rate, rate.Significant())
}

// Rounding says which figures of a sum may be rounded.
type Rounding int

// The roundings. Weights are marks that a form fixes beforehand, and exact; a
// total may be the sum of its scores rounded (97 for 96.88); amounts of money
// may be rounded one by one.
const (
	ExactSum Rounding = iota
	RoundedTotal
	RoundedParts
)

// Rounding tells which figures of the identity may be rounded.
func (id *Identity) Rounding() Rounding {
	switch {
	case strings.HasPrefix(id.Check, "FND-"):
		return RoundedParts
	case id.Check == "SUM-01":
		return RoundedTotal
	}
	return ExactSum
}

// SumBounds is the interval of exact sums that a printed result stands for.
//
// A result with fewer places than its parts may be their sum rounded or cut
// off. Where all have the same places the sum is exact, and a part with fewer
// places than its neighbours has lost its trailing zero (250958.8 beside
// 222924.78). Only where every part stops before the result does were the
// parts rounded (12.3 + 4.5 = 16.85).
func SumBounds(result num.Decimal, parts []num.Decimal, r Rounding) Bounds {
	b := exactly(result)
	if r == ExactSum {
		return b
	}
	significant := int32(0)
	for _, p := range parts {
		significant = max(significant, p.Significant())
	}
	if result.Places() < significant {
		b = behind(result, result.Places())
	}
	if slack := PartSlack(result, parts, r); !slack.IsZero() {
		b.Low, b.High = b.Low.Sub(slack), b.High.Add(slack)
	}
	return b
}

// PartSlack is how far rounding of the parts can have moved their sum, 0 where
// the parts are exact.
func PartSlack(result num.Decimal, parts []num.Decimal, r Rounding) (slack num.Decimal) {
	if r != RoundedParts {
		return slack
	}
	for _, p := range parts {
		if p.Places() >= result.Significant() {
			return num.Decimal{}
		}
		if !p.IsZero() {
			slack = slack.Add(num.HalfUnit(p.Places()))
		}
	}
	return slack
}

// Place is where a printed rate stands beside its exact quotient.
type Place int

// The places. Between rounding and cutting off, a rate above its quotient tells
// of the first, one half a unit or more below it of the second.
const (
	Near Place = iota
	Above
	FarBelow
)

// Compare places a printed rate beside 100 × part ÷ whole, without dividing.
// It tells nothing of negative figures.
func Compare(rate, part, whole num.Decimal) Place {
	if rate.Sign() <= 0 || part.Sign() < 0 || whole.Sign() <= 0 {
		return Near
	}
	scaled := part.Shift(2)
	if rate.Mul(whole).Cmp(scaled) > 0 {
		return Above
	}
	if rate.Add(num.HalfUnit(rate.Significant())).Mul(whole).Cmp(scaled) <= 0 {
		return FarBelow
	}
	return Near
}
