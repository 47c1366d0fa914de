// Package xlsxout writes the corrected workbook: the form as it looks on paper
// with live formulas and marks, the findings, the working paper, the records as flat
// tables, and what was checked.
//
//	err := xlsxout.Write(w, bundle)
//
// The same Bundle gives the same bytes. No text of the input can become a
// formula or a link: texts are written as strings, numbers as the digits that
// were printed, and formulas only come from identities.
package xlsxout

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/cells"
	"ziping/render/xlsxout/opcout"
)

// formName begins the defined names that mark the forms, so that reading the
// workbook again takes the forms and not the sheets about them.
const formName = "ziping_form_"

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

// formSheet is where the cells of one form lie.
type formSheet struct {
	name  string
	at    map[normalize.Path]string // path of a field -> cell
	nums  map[normalize.Path]bool   // paths whose cell is a number
	spots render.Spots[string]      // the cell of what a finding names
	// fraction marks rates whose cell holds 0.9425 and shows 94.25%.
	fraction map[normalize.Path]bool
}

// Write writes the workbook of one input.
func Write(w io.Writer, b *render.Bundle) error {
	f, err := opcout.New()
	if err != nil {
		return fmt.Errorf("xlsxout: %w", err)
	}
	k := &book{f: f, b: b, lists: b.Lists(), find: render.NewFinder(b.Document, b.Positions, b.Lang), styles: map[style]int{}, cells: cells.New(), on: map[string]*cells.Sheet{}}
	defer func() { _ = k.f.Close() }()
	// Columns are as wide as so many digits of this font, so it is that of the texts.
	k.do(func() error { return k.f.SetDefaultFont(font) })
	for i := range b.Forms {
		k.form(i)
	}
	k.findings()
	k.workpaper()
	k.records()
	k.checked()
	k.properties()
	if k.err != nil {
		return fmt.Errorf("xlsxout: %w", k.err)
	}
	return opcout.Save(w, k.f, k.cells, k.names...)
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

func (k *book) properties() {
	lang := "zh-CN"
	if k.b.Lang == extract.EN {
		lang = "en"
	}
	k.do(func() error {
		return k.f.SetDocProps(&excelize.DocProperties{
			Title: render.Printable(k.b.Name()), Creator: "ziping " + k.b.Version, LastModifiedBy: "ziping " + k.b.Version, Language: lang,
			Description: k.say("来源 ", "source ") + k.b.Result.Source.Name + " SHA-256 " + k.b.Result.Source.SHA256,
		})
	})
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
