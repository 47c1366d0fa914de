// Package numfmt shows a number or a text the way a cell of a workbook does, by
// the code of its number format:
//
//	d, ok := numfmt.ParseDecimal("0.93109825") // as it is stored
//	numfmt.Parse("0.00%").Number(d, false)     // Display{Text: "93.11%"}
//
// Displays are made from the decimal digits, never through a float. Where a code
// is not fully known the stored value is given and Display says so: a figure is
// never guessed.
package numfmt

// General is the format of cells that have none.
var General = Parse("General")
