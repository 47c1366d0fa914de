package xlsxin

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/extract/opc"
)

// sheetData is a sheet before it is laid out. Rows and columns count from 1.
type sheetData struct {
	name       string
	cells      []cellData
	merges     []area
	hiddenRows spans
	hiddenCols spans
	marks      []cellMark
	results    results
	left       leftOut
	noZeros    bool   // zeros are shown as blanks
	header     string // printed above and below the sheet, in the code of the format
	footer     string
}

type cellData struct {
	row, col int
	text     string
	zero     bool // a number, and 0
}

// cellMark is a warning about a cell.
type cellMark struct {
	row, col int
	code     string
	message  extract.Text
}

const (
	lastRow = 1_048_576
	lastCol = 16_384
)

// readSheet reads the cells of a sheet that lie in the area. Cells that are
// only formatted are passed over.
func (r *reader) readSheet(name, part string, only area) (*sheetData, error) {
	d := &sheetData{name: name}
	err := r.p.Scan(part, func(s *opc.Scanner) error {
		row, col := 0, 0
		inRow := 0 // non-empty cells of the row
		for s.Next() {
			if s.Kind != opc.Start || s.Space != opc.Sheet {
				continue
			}
			switch s.Name() {
			case "sheetView":
				v, ok := s.Lookup("showZeros")
				d.noZeros = d.noZeros || ok && (v == "0" || v == "false")
			case "row":
				row, col, inRow = position(s.Attr("r"), row+1), 0, 0
				if row < 1 || row > lastRow {
					return r.p.Damaged(part, nil)
				}
				v, ok := s.Lookup("hidden")
				if ok && v != "0" && v != "false" || s.Attr("ht") == "0" {
					d.hiddenRows.add(row, row)
				}
			case "c":
				col++
				if ref := s.Attr("r"); ref != "" {
					c, rw, ok := parseCell(ref)
					if !ok {
						return r.p.Damaged(part, nil)
					}
					row, col = rw, c
				}
				if row < 1 || col > lastCol {
					return r.p.Damaged(part, nil)
				}
				if !only.holds(row, col) {
					s.Skip()
					continue
				}
				c, err := r.cell(s, d, row, col)
				if err != nil {
					return err
				}
				if c.text == "" {
					continue
				}
				if inRow++; inRow > r.limits.Cols {
					return extract.LimitError(r.limits.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
				}
				if len(d.cells) >= r.limits.Cells {
					return extract.LimitError(r.limits.Cells, extract.Text{ZH: "个单元格", EN: "cells"})
				}
				d.cells = append(d.cells, c)
			case "col":
				v, ok := s.Lookup("hidden")
				if w, has := s.Lookup("width"); ok && v != "0" && v != "false" || has && w == "0" {
					d.hiddenCols.add(s.Int("min", 0), min(s.Int("max", 0), lastCol))
				}
			case "mergeCell":
				if a, ok := parseArea(s.Attr("ref")); ok && only.holds(a.r0, a.c0) {
					if len(d.merges) >= r.limits.Cells {
						return extract.LimitError(r.limits.Cells, extract.Text{ZH: "个合并单元格", EN: "merged cells"})
					}
					d.merges = append(d.merges, a)
				}
			case "oddHeader", "oddFooter":
				into := &d.header
				if s.Name() == "oddFooter" {
					into = &d.footer
				}
				*into = s.Content(2000)
			}
		}
		return s.Err()
	})
	return d, err
}

// position reads a row number or the number of a text; -1 is nonsense.
func position(s string, without int) int {
	if s == "" {
		return without
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return -1
}

// maxMarks bounds the warnings kept for one sheet.
const maxMarks = 5_000

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
	hasFormula bool
	hasValue   bool
	epoch1900  bool // whatever the workbook says
	style      cellStyle
}

// cell reads one cell and returns what it shows.
func (r *reader) cell(s *opc.Scanner, d *sheetData, row, col int) (cellData, error) {
	c := stored{row: row, col: col, kind: s.Attr("t"), style: r.styles.of(s.Int("s", 0))}
	depth := s.Depth
	var value, formula []byte
	inValue, inFormula := false, false
	for s.Next() {
		if s.Kind == opc.End && s.Depth == depth {
			break
		}
		switch {
		case s.Kind == opc.Text:
			switch {
			case inValue && len(value) <= 4*r.limits.CellRunes:
				value = append(value, s.Bytes()...)
			case inFormula && len(formula) < maxFormula:
				formula = append(formula, s.Bytes()...)
			}
		case s.Kind == opc.End:
			inValue, inFormula = false, false
		case s.Space == opc.Sheet:
			switch s.Name() {
			case "v":
				inValue, c.hasValue = true, true
			case "f":
				inFormula, c.hasFormula = true, true
			case "is":
				one, err := rich(s, r.limits.CellRunes)
				if err != nil {
					return cellData{}, err
				}
				c.inline, c.hasValue = one, true
			}
		}
	}
	if s.Err() != nil {
		return cellData{}, s.Err()
	}
	c.value, c.formula = string(value), string(formula)
	return r.shown(d, &c)
}

// maxFormula is how much of a formula is kept to name it.
const maxFormula = 200

// parseCell reads B12 as column 2, row 12.
func parseCell(ref string) (col, row int, ok bool) {
	i := 0
	for i < len(ref) && i < 4 {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	return col, row, err == nil && i > 0 && col <= lastCol && row >= 1 && row <= lastRow
}

// parseArea reads A1:C3, or A1 alone.
func parseArea(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		to = from
	}
	c0, r0, ok0 := parseCell(from)
	c1, r1, ok1 := parseCell(to)
	return area{min(r0, r1), min(c0, c1), max(r0, r1), max(c0, c1)}, ok0 && ok1
}

// cellName is the name of a cell as its user knows it.
func cellName(row, col int) string {
	var name []byte
	for ; col > 0; col = (col - 1) / 26 {
		name = append([]byte{byte('A' + (col-1)%26)}, name...)
	}
	return string(name) + strconv.Itoa(row)
}
