package join

import (
	"ziping/extract/grid/page"
	"ziping/extract/grid/table"
)

// What fits before a page break. A row is cut where the page ends, so that what
// stays is what had room, and what goes behind the break is what had none.

// movedBehind reports whether a text of a row stands behind the break because it
// did not fit before it: it is taller than the room there, and than all that
// stayed. (A program that keeps lines together moves them as a whole.)
func movedBehind(i int, bottom, pairs []*table.Entry) bool {
	a, b := bottom[i].LastPart(), &pairs[i].Parts[0]
	high, em := table.TextHeight(b), b.Sheet.Em
	if high+em <= a.Cell.Box[3]-a.Cell.Box[1] {
		return false
	}
	for _, o := range bottom {
		if o.Rows == 1 && !o.Empty() && table.TextHeight(o.LastPart()) > high-page.Word*em {
			return false
		}
	}
	return true
}
