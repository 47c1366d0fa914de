package identity

import "ziping/text/num"

// A row of the list with a name and marks and nothing else, among rows that say what was
// wanted or done, may be the sum of those below it; one that is named as a part of another
// (其中:上门服务) may be counted with it. Marks that are too many by no more than such rows
// have may be counted twice.

// bareRows takes back a sum over the list that has too much, where such rows explain it.
func (w *premises) bareRows(t *Tested) {
	bare, told := num.Decimal{}, false
	for i := range t.Parts {
		k, ok := t.Parts[i].Path.Indicator()
		switch n, printed := Number(w.r, t.Parts[i].Path); {
		case !ok || !printed:
		case !w.r.Indicators[k].MayBeSum():
			told = true
		default:
			bare = bare.Add(n)
		}
	}
	if over := t.Expected.Sub(t.Stated); told && over.Sign() > 0 && over.Cmp(bare) <= 0 {
		t.unshown(RowsOfList)
	}
}

// sumsAmong reports rows with a name and marks alone among others that say more: what such a
// row has may count twice, and so may hide how much a missing row had.
func (w *premises) sumsAmong(t *Tested) bool {
	bare, told := false, false
	for i := range t.Parts {
		if k, ok := t.Parts[i].Path.Indicator(); ok {
			says := !w.r.Indicators[k].MayBeSum()
			bare, told = bare || !says, told || says
		}
	}
	return bare && told
}
