package xlsxin

import (
	"ziping/extract"
	"ziping/extract/opc"
)

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
				ruled := r.styles.of(s.Int("s", 0)).ruled
				c, err := r.cell(s, d, row, col)
				if err != nil {
					return err
				}
				if c.text == "" {
					d.ruled.add(row, col, ruled)
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

// maxMarks bounds the warnings kept for one sheet.
const maxMarks = 5_000

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
