package identity

import "ziping/text/num"

// A score below nothing is a slip in a row that counts within the full mark, and what is meant
// in one whose marks are taken beside it. The weights tell which: with the row's they make the
// full mark, or without the rows of such scores.

// deducted takes back what rows say whose scores are below nothing, where the weights do not
// show that they count within the full mark.
func deducted(w *premises) {
	weights := w.only("WGT-01")
	if weights.is(Agree) {
		return
	}
	var taken num.Decimal
	for i := range w.tested {
		t := &w.tested[i]
		if t.Kind != Range || !t.is(Disagree) || t.Stated.Sign() >= 0 {
			continue
		}
		n, _ := Number(w.r, t.Parts[0].Path)
		taken = taken.Add(n)
		t.unshown(BesideKnown)
	}
	if weights.is(Disagree) && taken.Sign() > 0 && weights.lack().Neg().Equal(taken) {
		weights.unshown(BesideKnown)
	}
}
