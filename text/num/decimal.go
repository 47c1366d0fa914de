// Package num holds exact decimals that remember how many places were printed,
// and reads the notations of numbers found on forms. Nothing is calculated in floats.
//
//	d, err := num.Parse("93.1100") // d.Places() is 4, d.Significant() is 2
package num

import (
	"errors"
	"math/big"
	"strings"
)

// maxDigits bounds the digits of a number that is taken as one. Longer digit
// runs on a form are card numbers, noise or an attack; Parse refuses them.
const maxDigits = 40

// errSyntax is returned for text that is no plain decimal number.
var errSyntax = errors.New("not a decimal number")

// errTooLong is returned for a number of more than maxDigits digits.
var errTooLong = errors.New("more digits than a figure on a form can have")

// Decimal is an exact decimal number with the places it was printed with:
// 93.1100 has the value 93.11 and four places. The zero value is 0 with no places.
//
// Figures on forms fit 18 digits and are held in an int64; what does not fit is a
// big.Int. Both give the same results.
type Decimal struct {
	coef   int64    // value = coef × 10^-scale, where big is nil; scale ≤ fewDigits
	big    *big.Int // value = big × 10^-scale, else; never changed once set
	scale  int32    // 0 or more
	places int32
}

// fewDigits always fit an int64.
const fewDigits = 18

var pow10 = func() (p [fewDigits + 1]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// integer is a as an integer × 10^-scale; callers may change it.
func integer(a Decimal) (i *big.Int, scale int32) {
	if a.big == nil {
		return big.NewInt(a.coef), a.scale
	}
	return new(big.Int).Set(a.big), a.scale
}

// fit is i × 10^-scale, in the smaller form where it fits; i is kept.
func fit(i *big.Int, scale, places int32) Decimal {
	if scale < 0 {
		i, scale = i.Mul(i, ten(-scale)), 0
	}
	if scale <= fewDigits && i.IsInt64() {
		return Decimal{coef: i.Int64(), scale: scale, places: places}
	}
	return Decimal{big: i, scale: scale, places: places}
}

func ten(n int32) *big.Int {
	if n <= fewDigits {
		return big.NewInt(pow10[n])
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// scaled is coef × 10^n, if that fits.
func scaled(coef int64, n int32) (int64, bool) {
	if n < 0 || n > fewDigits {
		return 0, coef == 0 && n >= 0
	}
	r := coef * pow10[n]
	return r, r/pow10[n] == coef
}

// align brings two small numbers to one scale.
func align(a, b Decimal) (x, y int64, scale int32, ok bool) {
	if a.big != nil || b.big != nil {
		return 0, 0, 0, false
	}
	scale = max(a.scale, b.scale)
	x, okX := scaled(a.coef, scale-a.scale)
	y, okY := scaled(b.coef, scale-b.scale)
	const half = 1 << 61
	return x, y, scale, okX && okY && x < half && x > -half && y < half && y > -half
}

// Parse reads an optional sign, digits and at most one point. No commas, no
// units, no exponent: readers of such notations strip them first.
func Parse(s string) (Decimal, error) {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" {
		return Decimal{}, errSyntax
	}
	digits, point, coef := 0, -1, int64(0)
	for i := range len(body) {
		switch c := body[i]; {
		case c >= '0' && c <= '9':
			digits++
			if digits <= fewDigits {
				coef = coef*10 + int64(c-'0')
			}
		case c == '.' && point < 0:
			point = i
		default:
			return Decimal{}, errSyntax
		}
	}
	if digits == 0 || point == len(body)-1 || point == 0 {
		return Decimal{}, errSyntax
	}
	if digits > maxDigits {
		return Decimal{}, errTooLong
	}
	places := int32(0)
	if point >= 0 {
		places = int32(len(body) - 1 - point)
	}
	if digits <= fewDigits {
		if s[0] == '-' {
			coef = -coef
		}
		return Decimal{coef: coef, scale: places, places: places}, nil
	}
	i, ok := new(big.Int).SetString(strings.Replace(s, ".", "", 1), 10)
	if !ok {
		return Decimal{}, errSyntax
	}
	return fit(i, places, places), nil
}

// MustParse is Parse for constants in code and tests; it panics on bad input.
func MustParse(s string) Decimal {
	d, err := Parse(s)
	if err != nil {
		panic("num: " + s + ": " + err.Error())
	}
	return d
}

// FromInt returns n with no places.
func FromInt(n int64) Decimal { return Decimal{coef: n} }

// New returns coef × 10^-places, printed with that many places.
func New(coef int64, places int32) Decimal {
	if places < 0 || places > fewDigits {
		return fit(big.NewInt(coef), places, max(0, places))
	}
	return Decimal{coef: coef, scale: places, places: places}
}

// Places is the number of decimal places that were printed.
func (a Decimal) Places() int32 { return a.places }

// WithPlaces returns a with another count of printed places; the value stays.
func (a Decimal) WithPlaces(p int32) Decimal {
	a.places = p
	return a
}

// HalfUnit is half of one unit in the given place: 0.005 for 2.
func HalfUnit(places int32) Decimal { return New(5, places+1) }
