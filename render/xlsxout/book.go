package xlsxout

import (
	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/render"
	"ziping/render/xlsxout/cells"
	"ziping/render/xlsxout/opcout"
)

// book is a workbook while it is written.
type book struct {
	f      *excelize.File
	b      *render.Bundle
	find   *render.Finder
	lists  []render.List
	styles map[style]int
	err    error // the first failure; later calls do nothing
	sheets []formSheet
	cells  *cells.Book
	on     map[string]*cells.Sheet // by the name of the sheet
	links  int
	notes  int
	names  []opcout.Name // of the forms: the library looks through all names for each new one
}

// do runs a step unless one has failed.
func (k *book) do(step func() error) {
	if k.err == nil {
		k.err = step()
	}
}

func (k *book) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(k.b.Lang) }

// sheet adds a sheet; the first one takes the place of the empty default.
func (k *book) sheet(name string) {
	k.do(func() error {
		if len(k.on) == 0 {
			return k.f.SetSheetName("Sheet1", name)
		}
		_, err := k.f.NewSheet(name)
		return err
	})
	k.on[name] = k.cells.Sheet()
}

// text writes a string; it stays one whatever it begins with.
func (k *book) text(sheet, cell, s string, st style) {
	col, row := at(cell)
	k.on[sheet].Text(col, row, render.Printable(s))
	k.style(sheet, cell, cell, st)
}

// number writes decimal digits as a number, without passing through a float.
func (k *book) number(sheet, cell, digits string, st style) {
	col, row := at(cell)
	k.on[sheet].Number(col, row, digits)
	k.style(sheet, cell, cell, st)
}

// formula writes a formula over the number that already stands in the cell,
// which stays as its stored result.
func (k *book) formula(sheet, cell, formula string) {
	col, row := at(cell)
	k.on[sheet].Formula(col, row, formula)
}

// merge makes cells one.
func merge(sheet *cells.Sheet, from, to string) {
	left, top := at(from)
	right, bottom := at(to)
	sheet.Merge(left, top, right, bottom)
}

func cellName(col, row int) string {
	s, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1"
	}
	return s
}

// at is the column and the row of a cell by its name.
func at(name string) (col, row int) {
	col, row, err := excelize.CellNameToCoordinates(name)
	if err != nil {
		return 1, 1
	}
	return col, row
}
