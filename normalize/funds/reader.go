// Package funds reads the blocks of money of a form into Report.Funds, in
// whichever way they are printed:
//
//	r := funds.Reader{Draft: d}
//	next := r.Rows(i)      // a row for each source under a heading (most forms)
//	next = r.Across(i)     // sources side by side
//	ok := r.Pairs(line)    // heading and figure in turn: 年初预算数 | 100.00 | …
//	ok = r.Repeated(line)  // below them a source before each figure: 省财政 | 60 | 省财政 | 55 | …
//	r.Close()              // which rows add up to which, once all are read
//
// Whichever way it is, a figure is told by the nearest heading that names a source
// and the nearest that names a column, left of it or above (amount.go).
//
// Each returns the line after the block. A row that stands off its columns is
// moved where its label, its kinds and its own sums say so, and told as a Move.
package funds

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/money"
	"ziping/normalize/table"
)

// Reader reads the blocks of money, in whichever of the ways they are printed.
type Reader struct {
	*draft.Draft
	points  *normalize.Field // marks printed with the block: 预算执行情况(20分)
	split   splitState
	pairs   *table.Line    // the latest row of money printed in pairs
	inCells *table.Line    // the latest row of the whole money whose cells hold heading and figure
	paired  []table.Slot   // the columns that its headings name
	above   []table.Slot   // columns headed a row higher
	named   map[string]int // how often each source was met
	income  bool           // the money of the next block comes in
}

// fundTable is the money block while it is read.
type fundTable struct {
	headings  []table.Heading
	slots     []table.Slot
	labelCol  int         // in which the rows have their labels
	labelRow  int         // the row of headings of that over them
	labelHead int         // where the heading over the labels, or beside them, stands
	over      *table.Slot // the heading over the labels where it may be a column, nil for none
	rows      []fundLine
}

// fundLine is one row of it: the label and the cells behind it.
type fundLine struct {
	money.Row
	line *table.Line
}

// splitState holds the parallel lists 按收入性质分 and 按支出性质分, each of
// which adds up to the total.
type splitState struct {
	open  bool
	cols  []int // columns of the two headings
	lists [2][]string
}
