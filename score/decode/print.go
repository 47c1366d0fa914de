package decode

import (
	"ziping/score/identity"
)

// print is what stands in the kth cell of an identity.
func (n *net) print(t *test, k int) identity.Print {
	if c := t.cells[k]; c >= 0 {
		return n.cells[c].readings[n.now[c]].print
	}
	return t.fixed[k]
}
