package solve

import "ziping/score/identity"

// rateStyle is how a form makes its rates fit their places.
type rateStyle int

const (
	rounded rateStyle = iota
	cutOff
)

// guardPlaces are enough for rounding a quotient a second time.
const guardPlaces = 12

// rateStyleOf is cutOff for a form that cuts more rates off than it rounds.
// Rates that are both (6.890174 as 6.89) tell nothing.
func rateStyleOf(in Input) rateStyle {
	up, down := 0, 0
	for i := range in.Tested {
		t := &in.Tested[i]
		if t.Kind != identity.Ratio || t.Outcome != identity.Agree {
			continue
		}
		part, whole := t.Quotient(in.Report)
		// What is printed lies above the quotient only if that was rounded up,
		// and half a unit or more below only if it was cut off.
		switch identity.Compare(t.Stated, part, whole) {
		case identity.Above:
			up++
		case identity.FarBelow:
			down++
		}
	}
	if down > up {
		return cutOff
	}
	return rounded
}
