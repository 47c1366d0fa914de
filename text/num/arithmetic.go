package num

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"
)

// Add returns a+b with the larger count of places.
func (a Decimal) Add(b Decimal) Decimal {
	if x, y, scale, ok := align(a, b); ok {
		return Decimal{coef: x + y, scale: scale, places: max(a.places, b.places)}
	}
	return inLarge(ctx.Add, a, b)
}

// Sub returns a−b with the larger count of places.
func (a Decimal) Sub(b Decimal) Decimal {
	if x, y, scale, ok := align(a, b); ok {
		return Decimal{coef: x - y, scale: scale, places: max(a.places, b.places)}
	}
	return inLarge(ctx.Sub, a, b)
}

// inLarge is a sum or difference of what an int64 does not hold.
func inLarge(op func(d, x, y *apd.Decimal) (apd.Condition, error), a, b Decimal) Decimal {
	var d apd.Decimal
	_, _ = op(&d, a.large(), b.large()) // cannot trap: digits are bounded by Parse
	return fromLarge(&d, max(a.places, b.places))
}

// Mul returns the exact product; its places are the sum of both.
func (a Decimal) Mul(b Decimal) Decimal {
	if a.big == nil && b.big == nil && a.scale+b.scale <= fewDigits {
		r := a.coef * b.coef
		if a.coef == 0 || r/a.coef == b.coef && !(a.coef == -1 && b.coef == -1<<63) {
			return Decimal{coef: r, scale: a.scale + b.scale, places: a.places + b.places}
		}
	}
	var d apd.Decimal
	_, _ = ctx.Mul(&d, a.large(), b.large())
	return fromLarge(&d, a.places+b.places)
}

// Shift returns a × 10^n, exactly; its places shrink by n (never below 0).
func (a Decimal) Shift(n int32) Decimal {
	places := max(0, a.places-n)
	if a.big == nil {
		if s := a.scale - n; s >= 0 && s <= fewDigits {
			return Decimal{coef: a.coef, scale: s, places: places}
		}
		if c, ok := scaled(a.coef, n-a.scale); ok {
			return Decimal{coef: c, places: places}
		}
	}
	var d apd.Decimal
	d.Set(a.large())
	d.Exponent += n
	return fromLarge(&d, places)
}

// Quo returns a÷b rounded half up (away from zero) to the given places, rounded
// once; ok is false for b = 0.
func (a Decimal) Quo(b Decimal, places int32) (q Decimal, ok bool) {
	if b.IsZero() {
		return Decimal{}, false
	}
	x, scaleX := integer(a)
	y, scaleY := integer(b)
	// a÷b × 10^places = x÷y × 10^k
	if k := places + scaleY - scaleX; k >= 0 {
		x.Mul(x, ten(k))
	} else {
		y.Mul(y, ten(-k))
	}
	neg := x.Sign()*y.Sign() < 0
	x.Abs(x)
	y.Abs(y)
	x.Lsh(x, 1).Add(x, y).Quo(x, y.Lsh(y, 1)) // (2x+y) ÷ 2y, cut off
	if neg {
		x.Neg(x)
	}
	if x.IsInt64() && places >= 0 && places <= fewDigits {
		return Decimal{coef: x.Int64(), scale: places, places: places}, true
	}
	d := apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(x), -places)
	return fromLarge(d, places), true
}

// integer is a as an integer × 10^-scale; callers may change it.
func integer(a Decimal) (i *big.Int, scale int32) {
	if a.big == nil {
		return big.NewInt(a.coef), a.scale
	}
	i = new(big.Int).Set(a.big.Coeff.MathBigInt())
	if a.big.Negative {
		i.Neg(i)
	}
	return i, -a.big.Exponent
}

func ten(n int32) *big.Int {
	if n <= fewDigits {
		return big.NewInt(pow10[n])
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// Round returns a rounded half up (away from zero) to the given places.
func (a Decimal) Round(places int32) Decimal { return a.quantize(places, apd.RoundHalfUp) }

// Truncate returns a cut off after the given places.
func (a Decimal) Truncate(places int32) Decimal { return a.quantize(places, apd.RoundDown) }

func (a Decimal) quantize(places int32, r apd.Rounder) Decimal {
	if a.big == nil && places >= 0 {
		if a.scale <= places {
			a.places = places
			return a
		}
		unit := pow10[a.scale-places]
		c, rest := a.coef/unit, a.coef%unit
		if r == apd.RoundHalfUp {
			if rest >= unit-unit/2 {
				c++
			} else if rest <= -(unit - unit/2) {
				c--
			}
		}
		return Decimal{coef: c, scale: places, places: places}
	}
	c := *ctx
	c.Rounding = r
	var d apd.Decimal
	_, _ = c.Quantize(&d, a.large(), -places)
	return fromLarge(&d, places)
}

// Neg returns −a.
func (a Decimal) Neg() Decimal {
	if a.big == nil {
		a.coef = -a.coef
		return a
	}
	var d apd.Decimal
	d.Neg(a.big)
	return fromLarge(&d, a.places)
}

// Abs returns |a|.
func (a Decimal) Abs() Decimal {
	if a.Sign() < 0 {
		return a.Neg()
	}
	return a
}

// Cmp compares values: −1, 0 or 1. Printed places do not count.
func (a Decimal) Cmp(b Decimal) int {
	x, y, _, ok := align(a, b)
	switch {
	case !ok:
		return a.large().Cmp(b.large())
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// Equal reports equal values, whatever their printed places.
func (a Decimal) Equal(b Decimal) bool { return a.Cmp(b) == 0 }

// Sign is −1, 0 or 1.
func (a Decimal) Sign() int {
	switch {
	case a.big != nil:
		return a.big.Sign()
	case a.coef < 0:
		return -1
	case a.coef > 0:
		return 1
	}
	return 0
}

// IsZero reports whether a is 0.
func (a Decimal) IsZero() bool { return a.Sign() == 0 }
