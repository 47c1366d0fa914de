package num

import "math/big"

// Add returns a+b with the larger count of places.
func (a Decimal) Add(b Decimal) Decimal {
	if x, y, scale, ok := align(a, b); ok {
		return Decimal{coef: x + y, scale: scale, places: max(a.places, b.places)}
	}
	return inLarge((*big.Int).Add, a, b)
}

// Sub returns a−b with the larger count of places.
func (a Decimal) Sub(b Decimal) Decimal {
	if x, y, scale, ok := align(a, b); ok {
		return Decimal{coef: x - y, scale: scale, places: max(a.places, b.places)}
	}
	return inLarge((*big.Int).Sub, a, b)
}

// inLarge is a sum or difference of what an int64 does not hold.
func inLarge(op func(z, x, y *big.Int) *big.Int, a, b Decimal) Decimal {
	x, y, scale := level(a, b)
	return fit(op(x, x, y), scale, max(a.places, b.places))
}

// level brings two numbers to one scale.
func level(a, b Decimal) (x, y *big.Int, scale int32) {
	x, scaleX := integer(a)
	y, scaleY := integer(b)
	if n := scaleX - scaleY; n >= 0 {
		return x, y.Mul(y, ten(n)), scaleX
	}
	return x.Mul(x, ten(scaleY-scaleX)), y, scaleY
}

// Mul returns the exact product; its places are the sum of both.
func (a Decimal) Mul(b Decimal) Decimal {
	if a.big == nil && b.big == nil && a.scale+b.scale <= fewDigits {
		r := a.coef * b.coef
		if a.coef == 0 || r/a.coef == b.coef && !(a.coef == -1 && b.coef == -1<<63) {
			return Decimal{coef: r, scale: a.scale + b.scale, places: a.places + b.places}
		}
	}
	x, scaleX := integer(a)
	y, scaleY := integer(b)
	return fit(x.Mul(x, y), scaleX+scaleY, a.places+b.places)
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
	i, scale := integer(a)
	return fit(i, scale-n, places)
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
	return fit(x, places, places), true
}

// Round returns a rounded half up (away from zero) to the given places.
func (a Decimal) Round(places int32) Decimal { return a.quantize(places, true) }

// Truncate returns a cut off after the given places.
func (a Decimal) Truncate(places int32) Decimal { return a.quantize(places, false) }

func (a Decimal) quantize(places int32, round bool) Decimal {
	if a.scale <= places {
		a.places = places
		return a
	}
	if a.big == nil && places >= 0 {
		unit := pow10[a.scale-places]
		c, rest := a.coef/unit, a.coef%unit
		if round {
			if rest >= unit-unit/2 {
				c++
			} else if rest <= -(unit - unit/2) {
				c--
			}
		}
		return Decimal{coef: c, scale: places, places: places}
	}
	i, scale := integer(a)
	unit := ten(scale - places)
	if round {
		half := new(big.Int).Rsh(unit, 1) // of a power of ten it is exact
		if i.Sign() < 0 {
			half.Neg(half)
		}
		i.Add(i, half)
	}
	return fit(i.Quo(i, unit), places, max(0, places))
}

// Neg returns −a.
func (a Decimal) Neg() Decimal {
	if a.big == nil {
		a.coef = -a.coef
		return a
	}
	i, scale := integer(a)
	return fit(i.Neg(i), scale, a.places)
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
		x, y, _ := level(a, b)
		return x.Cmp(y)
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
