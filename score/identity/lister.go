package identity

import "ziping/normalize"

// lister gathers identities. Their parts share one array.
type lister struct {
	out   []Identity
	terms []Term
	from  int // first part of the identity at hand
}

// newLister has room for what most forms promise: of a row of money its own
// identities and a sum for each column, of an indicator its score, and two of them
// all; of parts, two or three each.
func newLister(r *normalize.Report) lister {
	n := len(r.Indicators) + 2
	if r.Funds != nil {
		n += 7 * len(r.Funds.Rows)
	}
	return lister{out: make([]Identity, 0, n), terms: make([]Term, 0, n*5/2)}
}

// part adds the term of a field to the identity at hand.
func (l *lister) part(path normalize.Path, coef int, f *normalize.Field) {
	l.terms = append(l.terms, Term{Path: path, Coef: coef, Blank: f.IsBlank()})
}

// parts is the number of terms of the identity at hand.
func (l *lister) parts() int { return len(l.terms) - l.from }

// add closes the identity at hand.
func (l *lister) add(check string, k Kind, result normalize.Path) {
	parts := l.terms[l.from:len(l.terms):len(l.terms)]
	l.from = len(l.terms)
	l.out = append(l.out, Identity{Check: check, Kind: k, Result: result, Parts: parts})
}
