package identity

import (
	"unicode/utf8"

	"ziping/normalize"
	"ziping/text/num"
)

// A row of the list with a name and marks and nothing else, among rows that say what was
// wanted or done, may be the sum of those below it. Marks that are too many by no more than
// such rows have may be counted twice.

// bareRows takes back a sum over the list that has too much, where such rows explain it.
func (w *premises) bareRows(t *Tested) {
	bare, told := num.Decimal{}, false
	for i := range t.Parts {
		k, ok := t.Parts[i].Path.Indicator()
		switch n, printed := Number(w.r, t.Parts[i].Path); {
		case !ok || !printed:
		case saysMore(&w.r.Indicators[k]):
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
			says := saysMore(&w.r.Indicators[k])
			bare, told = bare || !says, told || says
		}
	}
	return bare && told
}

// longestCount is how many characters the number of a row has: (一).
const longestCount = 3

// saysMore reports a row that has more than its number, a name and marks.
func saysMore(x *normalize.Indicator) bool {
	if !x.Target.IsBlank() || !x.Actual.IsBlank() && (!x.Actual.IsFigure() || x.Actual.Unit != "") { // a score may have slipped there
		return true
	}
	for k := range x.Other {
		if f := x.Other[k].Field; !f.IsBlank() && !f.IsFigure() && utf8.RuneCountInString(f.Text) > longestCount {
			return true
		}
	}
	return false
}
