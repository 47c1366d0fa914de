package rubric

import (
	"ziping/normalize"
	"ziping/text/num"
	"ziping/text/units"
)

// inUnitOf returns the actual's number in the target's unit. ok is false where
// the units are of different kinds, or where one is missing and that matters:
// 97% beside a bare ≥90 may be 97 or 0.97.
func inUnitOf(target, actual *normalize.Field, n num.Decimal) (num.Decimal, bool) {
	if target.Unit == actual.Unit {
		return n, true
	}
	tp, tb := units.Split(target.Unit)
	ap, ab := units.Split(actual.Unit)
	if target.Unit == "" || actual.Unit == "" {
		return n, tp == 0 && ap == 0 && tb != "%" && ab != "%"
	}
	return n.Shift(ap - tp), tb == ab
}
