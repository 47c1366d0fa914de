package opcout

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/render/xlsxout/cells"
)

// shell is what the library made of a sheet, taken apart where other things come in: the
// range of the cells, the rows, merged cells, links.
type shell struct {
	head  string // up to the range
	mid   string // up to the rows
	rows  string // those that the library has
	tail  string // up to what stands behind merged cells
	links string // up to what stands behind links
	foot  string
}

// takeApart needs what the library writes of every sheet.
func takeApart(made []byte) (s shell, err error) {
	const (
		place   = `<dimension ref="`
		rows    = "<sheetData>"
		rowsEnd = "</sheetData>"
		filter  = "</autoFilter>"
		margins = "<pageMargins" // what stands behind the links of a sheet
	)
	sheet := strings.Replace(string(made), `<sheetPr filterMode="true">`, `<sheetPr>`, 1) // a filter that hides nothing
	from, begin, end := strings.Index(sheet, place), strings.Index(sheet, rows), strings.Index(sheet, rowsEnd)
	if from < 0 || begin < from || end < begin {
		return s, fmt.Errorf("no place for rows")
	}
	from, begin = from+len(place), begin+len(rows)
	s.head, s.rows = sheet[:from], sheet[begin:end]
	s.mid = sheet[from+strings.IndexByte(sheet[from:], '"') : begin]
	behind := end + len(rowsEnd)
	if i := strings.Index(sheet[end:], filter); i >= 0 {
		behind = end + i + len(filter)
	}
	links := behind
	if i := strings.Index(sheet[behind:], margins); i >= 0 {
		links += i
	}
	s.tail, s.links, s.foot = sheet[end:behind], sheet[behind:links], sheet[links:]
	return s, nil
}

// writeCells writes a sheet with the cells of the book instead of those the library has.
func writeCells(to io.Writer, made []byte, book *cells.Sheet) error {
	s, err := takeApart(made)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(to, 1<<16)
	w.WriteString(s.head)
	w.WriteString(book.Range())
	w.WriteString(s.mid)
	if err := book.Rows(w); err != nil {
		return err
	}
	w.WriteString(s.tail)
	if err := book.Merges(w); err != nil {
		return err
	}
	w.WriteString(s.links)
	w.WriteString(s.foot)
	return w.Flush()
}

// ranged gives a sheet of the library the range of its cells.
func ranged(sheet []byte) []byte {
	var d dimension
	d.take(sheet)
	return bytes.Replace(sheet, []byte(`<dimension ref="A1"`), []byte(`<dimension ref="`+d.String()+`"`), 1)
}

// dimension is the range of a sheet's cells. The library says A1 of every sheet, and
// programs that read row by row believe it.
type dimension struct{ col, row int }

// take widens the range by the cells of a piece of the sheet.
func (d *dimension) take(sheet []byte) {
	const cell = `<c r="`
	for {
		i := bytes.Index(sheet, []byte(cell))
		if i < 0 {
			break
		}
		sheet = sheet[i+len(cell):]
		col, row, k := 0, 0, 0
		for ; k < len(sheet) && sheet[k] >= 'A' && sheet[k] <= 'Z'; k++ {
			col = 26*col + int(sheet[k]-'A') + 1
		}
		for ; k < len(sheet) && sheet[k] >= '0' && sheet[k] <= '9'; k++ {
			row = 10*row + int(sheet[k]-'0')
		}
		d.col, d.row = max(d.col, col), max(d.row, row)
	}
}

func (d dimension) String() string {
	if d.col <= 1 && d.row <= 1 {
		return "A1"
	}
	last, err := excelize.CoordinatesToCellName(max(d.col, 1), max(d.row, 1))
	if err != nil {
		return "A1"
	}
	return "A1:" + last
}
