package xlsxout

import "github.com/xuri/excelize/v2"

// The library looks through all links and notes of a sheet for each new one, so that they
// are bounded: those of the largest form are some hundreds. What has none beyond is
// coloured, numbered and listed as ever.
const (
	mostLinks = 3_000
	mostNotes = 1_000
)

// lead makes a cell lead to a cell of another sheet.
func (k *book) lead(sheet, cell, to, at string) {
	if k.links++; k.links > mostLinks {
		return
	}
	k.do(func() error { return k.f.SetCellHyperLink(sheet, cell, "'"+to+"'!"+at, "Location") })
}

// note puts a note on a cell.
func (k *book) note(sheet string, c excelize.Comment) {
	if k.notes++; k.notes > mostNotes {
		return
	}
	k.do(func() error { return k.f.AddComment(sheet, c) })
}
