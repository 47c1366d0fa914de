package num

import (
	"math/big"
	"strconv"
	"strings"
)

// reduced is a without padding zeros behind the point.
func (a Decimal) reduced() Decimal {
	if a.big != nil {
		i, scale := integer(a)
		for ; scale > 0; scale-- {
			q, rest := new(big.Int).QuoRem(i, ten(1), new(big.Int))
			if rest.Sign() != 0 {
				break
			}
			i = q
		}
		return fit(i, scale, a.places)
	}
	for a.scale > 0 && a.coef%10 == 0 {
		a.coef /= 10
		a.scale--
	}
	return a
}

// Significant is the number of places once padding zeros are dropped.
func (a Decimal) Significant() int32 { return a.reduced().scale }

// String is the value without padding or exponent: 93.11 for 93.1100.
func (a Decimal) String() string { return a.StringOf("") }

// StringOf is String, as a part of the text that the number was read from where it
// is printed so there: most are, and need no copy.
func (a Decimal) StringOf(text string) string {
	r := a.reduced()
	if r.big != nil {
		return large(r, 0)
	}
	if r.scale == 0 && text == "" {
		return strconv.FormatInt(r.coef, 10)
	}
	var buf [48]byte
	b := appendSmall(buf[:0], r.coef, r.scale, r.scale)
	if strings.HasPrefix(text, string(b)) {
		return text[:len(b)]
	}
	return string(b)
}

// Printed is the value with its printed places: 93.1100.
func (a Decimal) Printed() string {
	return a.Fixed(max(a.places, a.Significant()))
}

// Fixed is the value with exactly the given places, rounded half up.
func (a Decimal) Fixed(places int32) string {
	r := a.Round(places)
	if r.big != nil {
		return large(r, places)
	}
	if r.scale == 0 && places == 0 {
		return strconv.FormatInt(r.coef, 10)
	}
	var buf [48]byte
	return string(appendSmall(buf[:0], r.coef, r.scale, places))
}

// Float64 is the nearest float, for writers whose format stores floats. Up to
// 15 significant digits come back from it unchanged; never calculate with it.
func (a Decimal) Float64() float64 {
	i, scale := integer(a)
	f, _ := new(big.Rat).SetFrac(i, ten(scale)).Float64()
	return f
}

// large is what no int64 holds, with at least the given places.
func large(a Decimal, places int32) string {
	i, scale := integer(a)
	if places > scale {
		i, scale = i.Mul(i, ten(places-scale)), places
	}
	sign, digits := "", new(big.Int).Abs(i).String()
	if i.Sign() < 0 {
		sign = "-"
	}
	if scale == 0 {
		return sign + digits
	}
	if n := int(scale) + 1 - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	point := len(digits) - int(scale)
	return sign + digits[:point] + "." + digits[point:]
}

// appendSmall appends coef × 10^-scale with at least the given places to b.
func appendSmall(b []byte, coef int64, scale, places int32) []byte {
	c := uint64(coef)
	if coef < 0 {
		b = append(b, '-')
		c = -c
	}
	unit := uint64(pow10[scale])
	b = strconv.AppendUint(b, c/unit, 10)
	if scale == 0 && places == 0 {
		return b
	}
	b = append(b, '.')
	for c %= unit; unit > 1; {
		unit /= 10
		b = append(b, '0'+byte(c/unit))
		c %= unit
	}
	for i := scale; i < places; i++ {
		b = append(b, '0')
	}
	return b
}
