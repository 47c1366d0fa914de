package marks

import (
	"ziping/normalize/table"
	"ziping/text/num"
)

// most is the largest figure that the marks of a form add up to.
var most = num.New(1000, 0)

// Beyond reports a figure too large for marks: it is of money.
func Beyond(it *table.Item) bool {
	return it.Figure().IsFigure() && it.Figure().Figure().Cmp(most) > 0
}
