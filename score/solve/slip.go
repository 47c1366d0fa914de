package solve

import (
	"strings"

	"ziping/text/num"
)

// Slip is a known way of writing a figure wrong.
type Slip string

// The slips, likeliest first.
const (
	SlipZero   Slip = "zero"   // a sum left at 0
	SlipSign   Slip = "sign"   // a minus lost or added
	SlipUnit   Slip = "unit"   // 元 for 万元
	SlipPoint  Slip = "point"  // the decimal point moved
	SlipSwap   Slip = "swap"   // two neighbouring digits changed places
	SlipDigit  Slip = "digit"  // one digit is another
	SlipLost   Slip = "lost"   // a digit is missing
	SlipExtra  Slip = "extra"  // a digit too many
	SlipBlank  Slip = "blank"  // nothing was filled in
	SlipOther  Slip = "other"  // none of these
	SlipFollow Slip = "follow" // a grade that follows from the total
)

var slipCosts = map[Slip]int{
	SlipZero: 1, SlipSign: 1, SlipUnit: 1, SlipPoint: 1, SlipSwap: 2, SlipDigit: 2,
	SlipLost: 3, SlipExtra: 3, SlipBlank: 5, SlipOther: 6, SlipFollow: 1,
	SlipNought: 2, SlipDoubled: 3, SlipCopied: 2, SlipColumn: 2,
}

// cost is how little the slip explains a figure: sets of low cost come first.
func (s Slip) cost() int { return slipCosts[s] }

// slipOf names the slip that turns right into wrong.
func slipOf(wrong, right num.Decimal, blank bool) Slip {
	if blank {
		return SlipBlank
	}
	if wrong.IsZero() {
		return SlipZero
	}
	if wrong.Equal(right.Neg()) {
		return SlipSign
	}
	if wrong.Sign() != right.Sign() {
		return SlipOther
	}
	for n := int32(1); n <= maxShift; n++ {
		if wrong.Shift(n).Equal(right) || right.Shift(n).Equal(wrong) {
			if n == unitShift {
				return SlipUnit
			}
			return SlipPoint
		}
	}
	switch p, q := wrong.Places(), right.Significant(); {
	case p+1 == q && isOneLess(digitsOf(wrong, p), digitsOf(right, q)):
		return SlipLost // the last: 377.5 for 377.58
	case p > max(q, minPlaces) && isOneLess(digitsOf(right, p-1), digitsOf(wrong, p)):
		return SlipExtra
	}
	places := max(wrong.Significant(), right.Significant())
	return digitSlip(digitsOf(wrong, places), digitsOf(right, places))
}

const (
	maxShift  = 8
	unitShift = 4 // 万
)

// digitsOf is the figure's digits without sign and point.
func digitsOf(n num.Decimal, places int32) string {
	return strings.Replace(n.Abs().Fixed(places), ".", "", 1)
}

func digitSlip(wrong, right string) Slip {
	switch {
	case len(wrong) == len(right):
		i := 0
		for i < len(wrong) && wrong[i] == right[i] {
			i++
		}
		if i == len(wrong) {
			return SlipOther
		}
		if wrong[i+1:] == right[i+1:] {
			return SlipDigit
		}
		if wrong[i] == right[i+1] && wrong[i+1] == right[i] && wrong[i+2:] == right[i+2:] {
			return SlipSwap
		}
	case len(wrong)+1 == len(right) && isOneLess(wrong, right):
		return SlipLost
	case len(wrong) == len(right)+1 && isOneLess(right, wrong):
		return SlipExtra
	}
	return SlipOther
}

// isOneLess reports whether short is long without one digit.
func isOneLess(short, long string) bool {
	for i := range len(long) {
		if long[:i]+long[i+1:] == short {
			return true
		}
	}
	return false
}

// choose takes the value of low..high that a known slip explains best, among
// equals the one nearest the middle, and without any the shortest there.
func (s *system) choose(ch *Change, low, high int64) (num.Decimal, Slip) {
	if low == high { // nothing to choose from
		one := s.decimal(low)
		return one, slipOf(ch.Old, one, ch.Blank)
	}
	middle := ch.Old
	if low > -farValue && high < farValue {
		middle = num.New(low, s.places).Add(num.New(high, s.places)).Mul(num.New(5, 1))
	}
	var best num.Decimal
	slip := SlipOther
	for _, try := range slipped(ch.Old) {
		if ch.Old.IsZero() || !try.fits(s.places, low, high) {
			continue
		}
		k := slipOf(ch.Old, try.n, ch.Blank)
		if k.cost() < slip.cost() || k.cost() == slip.cost() && nearer(try.n, best, middle) {
			best, slip = try.n, k
		}
	}
	if slip != SlipOther {
		return best, slip
	}
	for p := min(ch.Old.Significant(), s.places); p <= s.places; p++ {
		if m := (candidate{middle.Round(p)}); m.fits(s.places, low, high) {
			return m.n, slipOf(ch.Old, m.n, ch.Blank)
		}
	}
	// Open to one side: next to the end, which may not belong to the range.
	if low > -farValue {
		return num.New(min(low+1, high), s.places), SlipOther
	}
	return num.New(max(high-1, low), s.places), SlipOther
}

func nearer(a, b, to num.Decimal) bool { return a.Sub(to).Abs().Cmp(b.Sub(to).Abs()) < 0 }

type candidate struct{ n num.Decimal }

// fits reports whether the candidate lies in the range and on its places.
func (c candidate) fits(places int32, low, high int64) bool {
	v, ok := toInt(c.n, places)
	return ok && v >= low && v <= high
}

// slipped lists the figures that one known slip could have turned into n.
func slipped(n num.Decimal) []candidate {
	out := []candidate{{n.Neg()}}
	for k := int32(1); k <= maxShift; k++ {
		out = append(out, candidate{n.Shift(k)}, candidate{n.Shift(-k)})
	}
	places := max(n.Significant(), min(n.Places(), minPlaces))
	digits := digitsOf(n, places)
	add := func(d string) {
		v, err := num.Parse(d)
		if err != nil {
			return
		}
		out = append(out, candidate{v.Shift(-places).Mul(num.FromInt(int64(n.Sign())))})
	}
	for i := range len(digits) {
		if i+1 < len(digits) && digits[i] != digits[i+1] {
			add(digits[:i] + digits[i+1:i+2] + digits[i:i+1] + digits[i+2:])
		}
		for d := byte('0'); d <= '9'; d++ {
			if d != digits[i] {
				add(digits[:i] + string(d) + digits[i+1:])
			}
			add(digits[:i] + string(d) + digits[i:])
		}
		add(digits[:i] + digits[i+1:]) // of one digit nothing is left, which is no figure
	}
	return out
}
