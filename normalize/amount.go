package normalize

import (
	"ziping/text/num"
	"ziping/text/units"
)

// Amount is the number of a field of money in the form's unit: 744.3 for 7443000元
// on a form in 万元. ok is false for no number, and for one without a unit on a form
// that states none and prints several. Where a form states none the unit that its
// amounts print is meant, if it is one.
func (r *Report) Amount(f *Field) (n num.Decimal, ok bool) {
	if n, ok = f.Number(); !ok || r.inFormUnit(f) {
		return n, ok
	}
	form, several := r.moneyPower()
	if f.Unit == "" {
		return n, !several
	}
	if own, printed := units.Money(f.Unit); printed {
		return n.Shift(own - form), true // of several units 元 are as good as any
	}
	return n, !several
}

// AmountIn is Amount in the unit that another field is printed in.
func (r *Report) AmountIn(f, like *Field) (n num.Decimal, ok bool) {
	n, ok = r.Amount(f)
	if !ok || like == nil || r.inFormUnit(like) {
		return n, ok
	}
	if own, printed := units.Money(like.Unit); printed {
		form, _ := r.moneyPower()
		n = n.Shift(form - own)
	}
	return n, true
}

// inFormUnit reports an amount that is surely in the form's unit, as most are.
func (r *Report) inFormUnit(f *Field) bool {
	return r.MoneyUnit != nil && (f.Unit == "" || f.Unit == r.MoneyUnit.Value)
}

// MoneyPower is the power of ten between 元 and the unit of an amount: its own,
// else the form's. ok is false where neither is printed.
func (r *Report) MoneyPower(f *Field) (power int32, ok bool) {
	if f != nil && f.Unit != "" {
		if power, ok = units.Money(f.Unit); ok {
			return power, true
		}
	}
	if r.MoneyUnit == nil {
		return 0, false
	}
	return units.Money(r.MoneyUnit.Value)
}

// moneyPower is that of the form's unit, else of the only unit that amounts print;
// several reports that they print more than one.
func (r *Report) moneyPower() (power int32, several bool) {
	if power, ok := r.MoneyPower(nil); ok {
		return power, false
	}
	first := true
	for f := range r.amounts {
		own, ok := units.Money(f.Unit)
		switch {
		case !ok:
		case first:
			power, first = own, false
		case own != power:
			return 0, true
		}
	}
	return power, false
}

// MixedUnits reports amounts in another unit than the form's, or in several where
// the form states none.
func (r *Report) MixedUnits() bool {
	form, known := int32(0), false
	for f := range r.amounts {
		if r.inFormUnit(f) {
			continue
		}
		if !known {
			form, known = r.MoneyPower(nil)
		}
		own, ok := units.Money(f.Unit)
		switch {
		case !ok:
		case !known:
			form, known = own, true
		case own != form:
			return true
		}
	}
	return false
}

// asked is how many rows of money are asked for their unit. A form has some ten, and each
// of its amounts asks.
const asked = 256

// amounts are the fields of money that print a unit.
func (r *Report) amounts(yield func(f *Field) bool) {
	if r.Funds == nil {
		return
	}
	for i := range min(len(r.Funds.Rows), asked) {
		for _, c := range MoneyColumns {
			if f := r.Funds.Rows[i].Column(c); f != nil && f.Unit != "" && !yield(f) {
				return
			}
		}
	}
}
