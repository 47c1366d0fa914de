package xlsxin

import (
	"ziping/extract"
)

// sheetData is a sheet before it is laid out. Rows and columns count from 1.
type sheetData struct {
	name       string
	cells      []cellData
	merges     []area
	hiddenRows spans
	hiddenCols spans
	ruled      ruledCells
	marks      []cellMark
	results    results
	open       []stored // formulas without a result
	left       leftOut
	noZeros    bool   // zeros are shown as blanks
	header     string // printed above and below the sheet, in the code of the format
	footer     string
}

type cellData struct {
	row, col int
	text     string
	zero     bool   // a number, and 0
	number   string // what is stored of a number
	words    bool   // it holds a text
}

// cellMark is a warning about a cell.
type cellMark struct {
	row, col int
	code     string
	message  extract.Text
}

func (d *sheetData) mark(row, col int, code string, m extract.Text) {
	if len(d.marks) < maxMarks {
		d.marks = append(d.marks, cellMark{row, col, code, m})
	}
}

// stored is what a cell holds, as files say it.
type stored struct {
	row, col   int
	kind       string // s, str, inlineStr, b, e, d, n or nothing
	value      string
	inline     shared // the text of kind inlineStr
	formula    string // the beginning of it
	relative   bool   // it names cells by their rows and columns, from where it stands
	hasFormula bool
	hasValue   bool
	epoch1900  bool // whatever the workbook says
	style      cellStyle
}
