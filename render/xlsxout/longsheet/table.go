// Package longsheet writes tables of any length into the sheets of a workbook, with
// memory that does not grow with them: rows go to a scratch file as they come, and from
// there into the sheet's part when the workbook is saved.
//
//	t := longsheet.New(scratch, 30, 12)
//	err := t.Add(longsheet.Text("a.txt").To("../forms/a.txt"), longsheet.Number("94.25", style))
//	for i, s := range t.Sheets() { … f.NewSheet(…); long[part] = s }
//	err = opcout.Save(w, f, long)
//
// A table longer than a sheet goes on in further ones. The library that makes the rest of
// the workbook streams rows too, but keeps every link in memory, looks through all of them
// for each new one, and takes no more of them than a sheet may have.
package longsheet

import (
	"errors"
	"fmt"
)

// What a sheet holds.
const (
	maxRows  = 1_048_576
	maxLinks = 65_530 // links as such; further ones are formulas
)

// Table is a table on one or more sheets. The first row of each is its heading, which
// the workbook has as an ordinary cell row; a Table writes what follows.
type Table struct {
	scratch string
	widths  []float64 // of its columns
	most    int       // rows of a sheet
	sheets  []*Sheet
}

// New begins a table with columns of such widths, in characters. scratch is a folder for
// its rows, "" for that of the system.
func New(scratch string, widths ...float64) *Table {
	return &Table{scratch: scratch, widths: widths, most: maxRows}
}

// Holding sets how many rows a sheet holds at most, its heading among them.
func (t *Table) Holding(rows int) *Table {
	t.most = max(rows, 2)
	return t
}

// Add adds a row.
func (t *Table) Add(cells ...Cell) error {
	s, err := t.current()
	if err != nil {
		return err
	}
	if len(cells) > len(t.widths) {
		return fmt.Errorf("longsheet: %d cells in a table of %d columns", len(cells), len(t.widths))
	}
	return s.add(cells)
}

func (t *Table) current() (*Sheet, error) {
	if n := len(t.sheets); n > 0 && t.sheets[n-1].last < t.most {
		return t.sheets[n-1], nil
	}
	s, err := newSheet(t.scratch, t.widths)
	if err != nil {
		return nil, err
	}
	t.sheets = append(t.sheets, s)
	return s, nil
}

// Rows is how many rows were added.
func (t *Table) Rows() (n int) {
	for _, s := range t.sheets {
		n += s.last - 1
	}
	return n
}

// Sheets are the sheets of the table, one at least.
func (t *Table) Sheets() ([]*Sheet, error) {
	if len(t.sheets) == 0 {
		if _, err := t.current(); err != nil {
			return nil, err
		}
	}
	return t.sheets, nil
}

// Close takes the scratch files away.
func (t *Table) Close() error {
	var err error
	for _, s := range t.sheets {
		err = errors.Join(err, s.close())
	}
	return err
}
