package xlsxin

import (
	"slices"

	"ziping/extract"
	"ziping/extract/xlsxin/formula"
)

// Programs that write workbooks without working out their formulas (openpyxl, most systems
// that export) leave cells that show something only once a spreadsheet has opened the file.
// What it would show is worked out where the formula is one that forms are filled in with.

// The bounds of what is worked out for one sheet.
const (
	maxLookups = 1_000_000 // cells looked up
	maxChain   = 500       // formulas that one rests on, one upon another
)

// calculation works out the formulas of a sheet. Each is worked out once.
type calculation struct {
	cells   map[[2]int]*cellData
	open    map[[2]int]*stored
	done    map[[2]int]result
	lookups int
	chain   int
}

// result is what a formula gives; ok is false where that is not known, as it is not while the
// formula is being worked out: one that rests on itself gives nothing.
type result struct {
	value formula.Value
	ok    bool
}

// calculate puts results in the place of formulas that have none stored.
func (r *reader) calculate(d *sheetData) error {
	if len(d.open) == 0 {
		return nil
	}
	w := calculation{cells: make(map[[2]int]*cellData, len(d.cells)), open: make(map[[2]int]*stored, len(d.open)), done: map[[2]int]result{}}
	for i := range d.cells {
		w.cells[[2]int{d.cells[i].row, d.cells[i].col}] = &d.cells[i]
	}
	for i := range d.open {
		w.open[[2]int{d.open[i].row, d.open[i].col}] = &d.open[i]
	}
	known := map[[2]int]bool{}
	for i := range d.open {
		at := [2]int{d.open[i].row, d.open[i].col}
		if _, ok := w.value(at[0], at[1]); ok {
			known[at] = true
		}
	}
	d.marks = slices.DeleteFunc(d.marks, func(m cellMark) bool { return m.code == "formula" && known[[2]int{m.row, m.col}] })
	for i := range d.open {
		c := d.open[i]
		at := [2]int{c.row, c.col}
		if !known[at] {
			continue
		}
		said, name := asFormula(c.formula), cellName(c.row, c.col)
		number := false
		c.value, number = w.done[at].value.Stored()
		c.hasFormula, c.hasValue, c.kind = false, true, "str"
		if number {
			c.kind = "n"
		}
		shown, err := r.shown(d, &c)
		if err != nil {
			return err
		}
		*w.cells[at] = shown
		d.mark(c.row, c.col, "formula-calculated", extract.Text{
			ZH: "单元格 " + name + " 的公式没有保存结果，“" + shown.text + "”是按公式 " + said + " 算出的",
			EN: "cell " + name + " holds a formula without a stored result; " + shown.text + " was worked out by " + said,
		})
	}
	return nil
}

// value is what a cell holds, worked out if need be.
func (w *calculation) value(row, col int) (formula.Value, bool) {
	at := [2]int{row, col}
	if w.lookups++; w.lookups > maxLookups {
		return formula.Value{}, false
	}
	if c := w.open[at]; c != nil {
		return w.result(at, c)
	}
	c := w.cells[at]
	switch {
	case c == nil:
		return formula.Value{}, true
	case c.number != "":
		return formula.Number(c.number)
	case c.words:
		return formula.Text(c.text), true
	}
	return formula.Value{}, c.text == ""
}

func (w *calculation) result(at [2]int, c *stored) (formula.Value, bool) {
	if r, ok := w.done[at]; ok {
		return r.value, r.ok
	}
	w.done[at] = result{}
	if w.chain++; w.chain <= maxChain && !c.relative && len(c.formula) < maxFormula {
		if v, ok := formula.Work(c.formula, w.value); ok {
			w.done[at] = result{v, true}
		}
	}
	w.chain--
	r := w.done[at]
	return r.value, r.ok
}
