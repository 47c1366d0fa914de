package identity

import (
	"ziping/normalize"
	"ziping/text/num"
	"ziping/text/units"
)

// Amounts in 万元 are mostly rounded, each by itself, and their sums fail by as much: 66.89 and
// 33.46 beside 100.34. Such a sum is no error, unless another that fails is mended by the same
// change of the same cell.

// lastDigits takes back the sums of money that rounding explains.
func lastDigits(w *premises) {
	var explained []*Tested
	for i := range w.tested {
		if t := &w.tested[i]; t.is(Disagree) && (byLastDigits(w.r, t) && !borneOutBy(w, t) || byThirds(w.r, t)) {
			explained = append(explained, t)
		}
	}
	for _, t := range explained {
		t.unshown(LastDigits)
	}
}

// byLastDigits reports a sum of amounts of money, printed with two places at least, that fails
// by no more than half of one in the last place for each of them: in 万元 they are rounded. In
// 元 two places are all there are, and one amount printed twice is the same.
func byLastDigits(r *normalize.Report, t *Tested) bool {
	const cents = 2
	places := t.Stated.Places()
	if t.Kind != Sum || !ofMoney(t) || r.MixedUnits() || places < cents || places == cents && inYuan(r) {
		return false
	}
	rounded := int64(0)
	for i := range t.Parts {
		if n, _ := Number(r, t.Parts[i].Path); !n.IsZero() { // nothing is not rounded
			rounded++
		}
	}
	most := num.HalfUnit(places).Mul(num.FromInt(rounded + 1))
	return rounded > 1 && t.Expected.Places() >= places && t.lack().Abs().Cmp(most) <= 0
}

// byThirds reports weights that make up the full mark, or their group's, but for what rounding
// took or gave: 16.67, 16.67 and 16.67 of 50. Halves and quarters are not rounded.
func byThirds(r *normalize.Report, t *Tested) bool {
	if t.Check != "WGT-01" && t.Check != "WGT-02" {
		return false
	}
	var most num.Decimal
	for i := range t.Parts {
		if n, _ := Number(r, t.Parts[i].Path); n.Mul(num.FromInt(4)).Significant() > 0 {
			most = most.Add(num.HalfUnit(n.Significant()))
		}
	}
	return t.lack().Abs().Cmp(most) <= 0
}

// inYuan reports a form whose money is in the smallest unit there is.
func inYuan(r *normalize.Report) bool {
	if r.MoneyUnit == nil {
		return false
	}
	power, ok := units.Money(r.MoneyUnit.Value)
	return ok && power == 0
}

// borneOutBy reports another sum that fails and that the change of one cell mends with this.
func borneOutBy(w *premises, t *Tested) bool {
	for i := range w.tested {
		u := &w.tested[i]
		if u == t || u.Kind != Sum || !u.is(Disagree) {
			continue
		}
		for _, p := range append([]Term{{Path: t.Result}}, t.Parts...) {
			if by, ok := t.mendedBy(p.Path); ok {
				if same, ok := u.mendedBy(p.Path); ok && same.Equal(by) {
					return true
				}
			}
		}
	}
	return false
}

// mendedBy is by how much a cell of a sum must change for it to hold; ok is false where the
// cell is none of it.
func (t *Tested) mendedBy(path normalize.Path) (by num.Decimal, ok bool) {
	if path == t.Result {
		return t.lack().Neg(), true
	}
	for _, p := range t.Parts {
		if p.Path == path && p.Coef < 0 {
			return t.lack().Neg(), true
		} else if p.Path == path {
			return t.lack(), true
		}
	}
	return num.Decimal{}, false
}
