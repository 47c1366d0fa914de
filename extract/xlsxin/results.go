package xlsxin

import (
	"slices"

	"ziping/extract"
	"ziping/extract/xlsxin/numfmt"
)

// Some libraries that write workbooks do not work out formulas: they store 0
// for each and ask the program that opens the file to recalculate everything
// (fullCalcOnLoad). Nobody has ever seen these zeros on paper.

// results are the numbers stored for the formulas of a sheet of such a workbook.
type results struct {
	zeros []stored
	other bool // some are not 0
}

// result notes what is stored for a formula.
func (d *sheetData) result(c *stored, n numfmt.Decimal) {
	if !n.Zero() {
		d.results.other = true
	} else if len(d.results.zeros) < maxMarks {
		d.results.zeros = append(d.results.zeros, *c)
	}
}

// doubt puts the formulas in the place of their zeros where the sheet has
// nothing but zeros for them. Beside other results a zero may be one; it
// stays, and is said.
func (d *sheetData) doubt() {
	if len(d.results.zeros) == 0 {
		return
	}
	never := map[[2]int]bool{}
	for _, z := range d.results.zeros {
		name := cellName(z.row, z.col)
		if d.results.other {
			d.mark(z.row, z.col, "formula", extract.Text{
				ZH: "单元格 " + name + " 的公式结果存为 0，但文件要求打开时重新计算，实际结果可能不同",
				EN: "0 is stored for the formula of cell " + name + ", but the file asks for formulas to be worked out anew; the result may be another",
			})
			continue
		}
		never[[2]int{z.row, z.col}] = true
	}
	if len(never) == 0 {
		return
	}
	d.marks = slices.DeleteFunc(d.marks, func(m cellMark) bool { return never[[2]int{m.row, m.col}] }) // how 0 would be shown
	d.cells = slices.DeleteFunc(d.cells, func(c cellData) bool { return never[[2]int{c.row, c.col}] })
	for _, z := range d.results.zeros {
		d.cells = append(d.cells, cellData{row: z.row, col: z.col, text: asFormula(z.formula)})
		d.mark(z.row, z.col, "formula", noResult(cellName(z.row, z.col)))
		d.open = append(d.open, z)
	}
}
