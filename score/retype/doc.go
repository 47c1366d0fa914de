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
