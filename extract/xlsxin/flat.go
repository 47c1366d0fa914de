package xlsxin

import (
	"ziping/extract"
	"ziping/extract/charset"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

const flatMediaType = "application/vnd.ms-excel"

// ReadXML reads a workbook that Excel 2002 or 2003, or a program that exports
// for them, saved as one XML text (SpreadsheetML). Errors are *extract.Error.
func ReadXML(data []byte, o extract.Options) (*extract.Document, error) {
	text, notes, err := charset.DecodeXML(data)
	if err != nil {
		return nil, err
	}
	p, err := opc.Single([]byte(text), flatPart, "XML", o.Limits)
	if err != nil {
		return nil, err
	}
	r := reader{p: p, d: draft.New(readerName, flatMediaType, o), limits: o.Limits}
	if err := r.readFlat(); err != nil {
		return nil, err
	}
	for _, n := range notes {
		r.d.Warn(n.Code, n.Message, nil)
	}
	return r.d.Document(), nil
}

// flatPart names the one part, in messages.
const flatPart = "workbook.xml"

// flat is a workbook of SpreadsheetML while it is read.
type flat struct {
	*reader
	styles map[string]flatStyle
}

func (r *reader) readFlat() error {
	f := flat{reader: r, styles: map[string]flatStyle{}}
	sheets := 0
	err := r.p.Scan(flatPart, func(s *opc.Scanner) error {
		for s.Next() {
			switch {
			case s.Is(opc.Start, opc.Excel2003, "Date1904"):
				r.book.epoch1904 = true
			case s.Is(opc.Start, opc.Sheet2003, "Style"):
				f.style(s)
			case s.Is(opc.Start, opc.Sheet2003, "Worksheet"):
				if sheets++; sheets > maxSheets {
					return extract.LimitError(maxSheets, extract.Text{ZH: "个工作表", EN: "sheets"})
				}
				if err := f.sheet(s); err != nil {
					return err
				}
			}
		}
		return s.Err()
	})
	if err != nil {
		return err
	}
	r.saidHidden()
	if r.d.Empty() {
		return r.empty()
	}
	return nil
}

// sheet reads one Worksheet and writes it, unless it is hidden, which its
// options say behind its cells.
func (f *flat) sheet(s *opc.Scanner) error {
	d := &sheetData{name: s.Attr("Name")}
	hidden, comments := false, false
	for depth := s.Depth; s.Next() && (s.Kind != opc.End || s.Depth != depth); {
		if s.Kind != opc.Start {
			continue
		}
		switch {
		case s.Is(opc.Start, opc.Sheet2003, "Table"):
			said, err := f.table(s, d)
			if err != nil {
				return err
			}
			comments = comments || said
		case s.Is(opc.Start, opc.Excel2003, "Visible"):
			v := s.Content(40)
			hidden = v == "SheetHidden" || v == "SheetVeryHidden"
		case s.Is(opc.Start, opc.Excel2003, "DoNotDisplayZeros"):
			d.noZeros = true
		case s.Is(opc.Start, opc.Excel2003, "Header"):
			d.header = s.Attr("Data")
		case s.Is(opc.Start, opc.Excel2003, "Footer"):
			d.footer = s.Attr("Data")
		}
	}
	if s.Err() != nil {
		return s.Err()
	}
	if hidden {
		f.hiddenSheets = append(f.hiddenSheets, d.name)
		return nil
	}
	if comments {
		f.saidComments(d.name)
	}
	return f.lay(d, surroundings{marginTexts(d.header, d.name), marginTexts(d.footer, d.name)}, true)
}

// table reads the rows of a sheet. comments reports cells that have some.
func (f *flat) table(s *opc.Scanner, d *sheetData) (comments bool, err error) {
	top, left := max(1, s.Int("TopCell", 1)), max(1, s.Int("LeftCell", 1))
	row, col := top-1, left-1
	var columns flatColumns
	for depth := s.Depth; s.Next() && (s.Kind != opc.End || s.Depth != depth); {
		if s.Kind != opc.Start || s.Space != opc.Sheet2003 {
			continue
		}
		switch s.Name() {
		case "Column":
			from := s.Int("Index", col+1)
			col = min(from+max(0, s.Int("Span", 0)), lastCol)
			if s.Attr("Hidden") == "1" || s.Attr("Width") == "0" {
				d.hiddenCols.add(from, col)
			}
			columns.add(from, col, s.Attr("StyleID"))
		case "Row":
			from := s.Int("Index", row+1)
			span := max(0, s.Int("Span", 0)) // rows of this look that hold nothing follow
			if from < 1 || from+span > lastRow {
				return false, f.p.Damaged(flatPart, nil)
			}
			if s.Attr("Hidden") == "1" || s.Attr("Height") == "0" {
				d.hiddenRows.add(from, from+span)
			}
			row = from + span
			said, err := f.row(s, d, from, left, &columns)
			if err != nil {
				return false, err
			}
			comments = comments || said
		}
	}
	return comments, s.Err()
}

func (f *flat) row(s *opc.Scanner, d *sheetData, row, left int, columns *flatColumns) (comments bool, err error) {
	rowStyle := s.Attr("StyleID")
	col, inRow := left-1, 0
	for depth := s.Depth; s.Next() && (s.Kind != opc.End || s.Depth != depth); {
		if !s.Is(opc.Start, opc.Sheet2003, "Cell") {
			continue
		}
		if col = s.Int("Index", col+1); col < 1 || col > lastCol {
			return false, f.p.Damaged(flatPart, nil)
		}
		across, down := max(0, s.Int("MergeAcross", 0)), max(0, s.Int("MergeDown", 0))
		if across+down > 0 {
			if len(d.merges) >= f.limits.Cells {
				return false, extract.LimitError(f.limits.Cells, extract.Text{ZH: "个合并单元格", EN: "merged cells"})
			}
			d.merges = append(d.merges, area{row, col, min(row+down, lastRow), min(col+across, lastCol)})
		}
		id := s.Attr("StyleID")
		if id == "" {
			id = rowStyle
		}
		if id == "" {
			id = columns.style(col)
		}
		c := stored{row: row, col: col, style: f.styleOf(id)}
		said, err := f.cell(s, &c)
		if err != nil {
			return false, err
		}
		comments = comments || said
		shown, err := f.shown(d, &c)
		if err != nil {
			return false, err
		}
		if shown.text != "" {
			if inRow++; inRow > f.limits.Cols {
				return false, extract.LimitError(f.limits.Cols, extract.Text{ZH: "格的一行", EN: "cells in a row"})
			}
			if len(d.cells) >= f.limits.Cells {
				return false, extract.LimitError(f.limits.Cells, extract.Text{ZH: "个单元格", EN: "cells"})
			}
			d.cells = append(d.cells, shown)
		}
		col += across
	}
	return comments, s.Err()
}
