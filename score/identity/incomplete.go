package identity

import (
	"strings"

	"ziping/text/blank"
	"ziping/text/num"
)

// A sum can only fail where all its parts are known. Two things say that one may
// be among the cells that no field claims: a cell that nobody can read, and a
// figure that is the very difference. Then the sum is untestable: what is missing
// is the reader's loss, not the form's error.

// unreadable stands for a character that the file does not name.
const unreadable = "\uFFFD"

// incomplete reports whether a part of the failed sum t may be left over.
func (t *tester) incomplete(out *Tested) bool {
	missing := out.Stated.Sub(out.Expected) // in the result's unit
	for i := range t.r.Unplaced {
		u := &t.r.Unplaced[i]
		if u.At.IsLine() {
			continue
		}
		if strings.Contains(u.Text, unreadable) {
			return true
		}
		if n, rest, err := num.Scan(blank.Close(u.Text)); err == nil && rest == "" && n.Abs().Equal(missing.Abs()) {
			return true
		}
	}
	return false
}
