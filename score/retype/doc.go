// Package retype writes what a cell reads once a figure or a grade in it is
// changed: all else in the cell stays as it was printed, and the new figure looks
// like the old one did.
//
//	c := retype.Cell{Text: "其中:一般公共预算:2,283.14万元", Field: "2,283.14万元"}
//	c.Figure(old, num.MustParse("12283.1"), retype.Style{}) // 其中:一般公共预算:12,283.10万元
//
// What a figure is and where it ends is said by text/num, what is blank and what a
// full-width character stands for by text/blank, what a mark for nothing is by
// normalize/value.
package retype

// Cell is a cell as printed, with the part of it that the changed field holds.
type Cell struct {
	Text  string
	Field string
}

// field is where the field stands in its cell; all of the cell where that is unknown.
func (c Cell) field() (from, to int) {
	if from, ok := index(c.Text, c.Field); ok {
		return from, from + len(c.Field)
	}
	return 0, len(c.Text)
}

// with is the cell with one part replaced.
func (c Cell) with(from, to int, by string) string { return c.Text[:from] + by + c.Text[to:] }
