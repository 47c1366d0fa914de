package prose

import "ziping/text/num"

var (
	ten     = num.FromInt(10)
	ninety  = num.MustParse("0.9")
	eleven  = num.MustParse("1.1")
	oneUnit = num.FromInt(1)
)

// bounds gives what the print can stand for: rounded or cut off after its last
// printed place, widened by a hedge.
func (m *Mention) bounds() {
	unit := num.New(1, m.Number.Places()).Shift(m.Power)
	half := num.HalfUnit(m.Number.Places()).Shift(m.Power)
	whole := m.Power == 0 && m.Number.Places() == 0 && m.Unit != "%" && m.Unit != "‰" && m.Unit != "元"
	if whole {
		m.Low, m.High = m.Value, m.Value // things are counted, not rounded
	} else {
		m.Low, m.High = m.Value.Sub(half), m.Value.Add(unit)
	}
	switch m.Hedge {
	case About:
		m.Low, m.High = m.Value.Mul(ninety), m.Value.Mul(eleven)
	case Near:
		m.Low, m.High = m.Value.Mul(ninety), m.Value
	case More:
		m.Low, m.High = m.Value, m.Value.Add(lastUnit(m.Number).Shift(m.Power))
	case AtLeast:
		m.Low, m.OpenHigh = m.Value, true
	case AtMost:
		m.High, m.OpenLow = m.Value, true
	}
}

// lastUnit is the unit of the last digit that is not a padding zero: 1000 for 3000, 0.1 for 1.2.
func lastUnit(n num.Decimal) num.Decimal {
	if p := n.Significant(); p > 0 {
		return num.New(1, p)
	}
	u := oneUnit
	for range 12 {
		next := u.Mul(ten)
		if !n.Truncate(0).Shift(-int32(len(next.String()) - 1)).Truncate(0).Mul(next).Equal(n) {
			break
		}
		u = next
	}
	return u
}
