// Package num holds exact decimals that remember how many places were printed,
// and reads the notations of numbers found on forms. There is no float in it.
package num

import (
	"errors"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// MaxDigits bounds the digits of a number that is taken as one. Longer digit
// runs on a form are card numbers, noise or an attack; Parse refuses them.
const MaxDigits = 40

// fewDigits always fit an int64.
const fewDigits = 18

// ErrSyntax is returned for text that is no plain decimal number.
var ErrSyntax = errors.New("not a decimal number")

// ErrTooLong is returned for a number of more than MaxDigits digits.
var ErrTooLong = errors.New("more digits than a figure on a form can have")

// Decimal is an exact decimal number with the places it was printed with:
// 93.1100 has the value 93.11 and four places. The zero value is 0 with no places.
type Decimal struct {
	d      apd.Decimal
	places int32
}

var ctx = apd.BaseContext.WithPrecision(4 * MaxDigits)

// Parse reads an optional sign, digits and at most one point. No commas, no
// units, no exponent: readers of such notations strip them first.
func Parse(s string) (Decimal, error) {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" {
		return Decimal{}, ErrSyntax
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
			return Decimal{}, ErrSyntax
		}
	}
	if digits == 0 || point == len(body)-1 || point == 0 {
		return Decimal{}, ErrSyntax
	}
	if digits > MaxDigits {
		return Decimal{}, ErrTooLong
	}
	var out Decimal
	if point >= 0 {
		out.places = int32(len(body) - 1 - point)
	}
	if digits <= fewDigits {
		if s[0] == '-' {
			coef = -coef
		}
		out.d.SetFinite(coef, -out.places)
		return out, nil
	}
	if _, _, err := out.d.SetString(s); err != nil {
		return Decimal{}, ErrSyntax
	}
	if out.d.IsZero() {
		out.d.Negative = false
	}
	return out, nil
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
func FromInt(n int64) Decimal {
	var out Decimal
	out.d.SetInt64(n)
	return out
}

// New returns coef × 10^-places, printed with that many places.
func New(coef int64, places int32) Decimal {
	var out Decimal
	out.d.SetFinite(coef, -places)
	out.places = places
	return out
}

// Places is the number of decimal places that were printed.
func (a Decimal) Places() int32 { return a.places }

// WithPlaces returns a with another count of printed places; the value stays.
func (a Decimal) WithPlaces(p int32) Decimal {
	a.places = p
	return a
}

// Significant is the number of places once padding zeros are dropped.
func (a Decimal) Significant() int32 {
	var r apd.Decimal
	r.Reduce(&a.d)
	if r.Exponent >= 0 || r.IsZero() {
		return 0
	}
	return -r.Exponent
}

// Add returns a+b with the larger count of places.
func (a Decimal) Add(b Decimal) Decimal { return a.with(b, ctx.Add) }

// Sub returns a−b with the larger count of places.
func (a Decimal) Sub(b Decimal) Decimal { return a.with(b, ctx.Sub) }

func (a Decimal) with(b Decimal, op func(d, x, y *apd.Decimal) (apd.Condition, error)) Decimal {
	out := Decimal{places: max(a.places, b.places)}
	_, _ = op(&out.d, &a.d, &b.d) // cannot trap: digits are bounded by Parse
	return out
}

// Mul returns the exact product; its places are the sum of both.
func (a Decimal) Mul(b Decimal) Decimal {
	out := Decimal{places: a.places + b.places}
	_, _ = ctx.Mul(&out.d, &a.d, &b.d)
	return out
}

// Shift returns a × 10^n, exactly; its places shrink by n (never below 0).
func (a Decimal) Shift(n int32) Decimal {
	out := Decimal{places: max(0, a.places-n)}
	out.d.Set(&a.d)
	out.d.Exponent += n
	return out
}

// Quo returns a÷b rounded half up to the given places; ok is false for b = 0.
func (a Decimal) Quo(b Decimal, places int32) (q Decimal, ok bool) {
	if b.IsZero() {
		return Decimal{}, false
	}
	var exact apd.Decimal
	_, _ = ctx.Quo(&exact, &a.d, &b.d)
	return Decimal{d: exact}.Round(places), true
}

// Round returns a rounded half up (away from zero) to the given places.
func (a Decimal) Round(places int32) Decimal { return a.quantize(places, apd.RoundHalfUp) }

// Truncate returns a cut off after the given places.
func (a Decimal) Truncate(places int32) Decimal { return a.quantize(places, apd.RoundDown) }

func (a Decimal) quantize(places int32, r apd.Rounder) Decimal {
	c := *ctx
	c.Rounding = r
	out := Decimal{places: places}
	_, _ = c.Quantize(&out.d, &a.d, -places)
	return out
}

// Neg returns −a.
func (a Decimal) Neg() Decimal {
	out := Decimal{places: a.places}
	out.d.Neg(&a.d)
	return out
}

// Abs returns |a|.
func (a Decimal) Abs() Decimal {
	if a.Sign() < 0 {
		return a.Neg()
	}
	return a
}

// Cmp compares values: −1, 0 or 1. Printed places do not count.
func (a Decimal) Cmp(b Decimal) int { return a.d.Cmp(&b.d) }

// Equal reports equal values, whatever their printed places.
func (a Decimal) Equal(b Decimal) bool { return a.Cmp(b) == 0 }

// Sign is −1, 0 or 1.
func (a Decimal) Sign() int { return a.d.Sign() }

// IsZero reports whether a is 0.
func (a Decimal) IsZero() bool { return a.d.IsZero() }

// String is the value without padding or exponent: 93.11 for 93.1100.
func (a Decimal) String() string {
	if a.d.IsZero() {
		return "0"
	}
	var r apd.Decimal
	r.Reduce(&a.d)
	return r.Text('f')
}

// Printed is the value with its printed places: 93.1100.
func (a Decimal) Printed() string {
	return a.Fixed(max(a.places, a.Significant()))
}

// Fixed is the value with exactly the given places, rounded half up.
func (a Decimal) Fixed(places int32) string {
	r := a.Round(places)
	return r.d.Text('f')
}

// HalfUnit is half of one unit in the given place: 0.005 for 2.
func HalfUnit(places int32) Decimal { return New(5, places+1) }

// Float64 is the nearest float, for writers whose format stores floats. Up to
// 15 significant digits come back from it unchanged; never calculate with it.
func (a Decimal) Float64() float64 {
	f, err := a.d.Float64()
	if err != nil {
		return 0
	}
	return f
}
