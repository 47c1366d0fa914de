// Package xlsxin reads the sheets of an XLSX workbook as tables: texts and
// numbers as a person sees them, merged cells with their spans.
//
//	doc, err := xlsxin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// A sheet becomes a page with one table, or several where blank rows or columns
// part them; rows and columns count from the top left of what is used. Hidden
// sheets, rows and columns are not printed: they are left out and said. Of a
// workbook that ziping wrote only the forms are read: they are marked by
// defined names beginning with formName.
//
// A formula without a stored result is worked out (package formula) where it is simple, and
// said; any other stands in the place of its result.
//
// Known gaps: a column too narrow for its number shows ##### and is read all
// the same; fractions (# ?/?) are given as stored, with a warning; conditional
// formats are not looked at.
package xlsxin

import (
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

// readerName is the reader's name in Document.Source.
const readerName = "xlsxin"

// formName begins the defined names that mark the forms of a workbook made by
// ziping: the name refers to the range that holds one form.
const formName = "ziping_form_"

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Read reads a workbook. Errors are *extract.Error.
func Read(data []byte, o extract.Options) (*extract.Document, error) {
	p, err := opc.Open(data, "XLSX", o.Limits)
	if err != nil {
		return nil, err
	}
	r := reader{p: p, d: draft.New(readerName, mediaType, o), limits: o.Limits}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.d.Document(), nil
}

type reader struct {
	p       *opc.Package
	d       *draft.Draft
	limits  extract.Limits
	book    workbook
	strings []shared
	styles  styles
	targets map[string]opc.Relation

	hiddenSheets []string
	lost         bool // sheets that the file does not hold
	pictures     int
}

// workbook is what the main part says.
type workbook struct {
	sheets    []sheetEntry
	names     []definedName
	epoch1904 bool
	// recalculate says that stored results are not to be trusted.
	recalculate bool
}

type sheetEntry struct{ name, id, state string }

type definedName struct{ name, refersTo string }

func (r *reader) read() error {
	main := r.p.Main()
	if main == "" {
		return r.p.Damaged("xl/workbook.xml", nil)
	}
	rels, err := r.p.Relations(main)
	if err != nil {
		return err
	}
	r.targets = make(map[string]opc.Relation, len(rels))
	for _, rel := range rels {
		r.targets[rel.ID] = rel
	}
	if err := r.readBook(main); err != nil {
		return err
	}
	for _, rel := range rels {
		if rel.Type == "sharedStrings" || rel.Type == "styles" {
			if err := r.p.Need(rel.Target); err != nil {
				return err
			}
		}
		switch rel.Type {
		case "sharedStrings":
			err = r.readStrings(rel.Target)
		case "styles":
			err = r.readStyles(rel.Target)
		}
		if err != nil {
			return err
		}
	}
	if err := r.readSheets(); err != nil {
		return err
	}
	r.saidHidden()
	if r.d.Empty() {
		return r.empty()
	}
	return nil
}

func (r *reader) readSheets() error {
	marked := r.forms()
	for _, s := range r.book.sheets {
		areas := marked[s.name]
		rel := r.targets[s.id]
		switch {
		case s.state != "" && s.state != "visible":
			r.hiddenSheets = append(r.hiddenSheets, s.name)
			continue
		case rel.Target == "" || !r.p.Has(rel.Target):
			r.lost = true
			r.d.Warn(extract.WarnMissing, extract.Text{ZH: "文件中缺少工作表“" + s.name + "”的内容", EN: "the content of sheet " + s.name + " is missing from the file"}, nil)
			continue
		case rel.Type == "chartsheet", rel.Type == "dialogsheet":
			continue
		case len(marked) == 0:
			areas = []area{{}}
		case len(areas) == 0:
			r.d.Warn("companion-sheet", extract.Text{ZH: "工作表“" + s.name + "”由 ziping 生成，不是表格本身，未读取", EN: "sheet " + s.name + " was made by ziping and is no form; it was not read"}, nil)
			continue
		}
		for i, a := range areas {
			if err := r.sheet(s.name, rel.Target, a, i == 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxSheets is far above the sheets of any workbook.
const maxSheets = 2_000

func (r *reader) readBook(part string) error {
	return r.p.Scan(part, func(s *opc.Scanner) error {
		name, text := "", ""
		for s.Next() {
			switch {
			case s.Is(opc.Start, opc.Sheet, "workbookPr"):
				v, ok := s.Lookup("date1904")
				r.book.epoch1904 = ok && v != "0" && v != "false"
			case s.Is(opc.Start, opc.Sheet, "calcPr"):
				v, ok := s.Lookup("fullCalcOnLoad")
				r.book.recalculate = ok && v != "0" && v != "false"
			case s.Is(opc.Start, opc.Sheet, "sheet"):
				if len(r.book.sheets) >= maxSheets {
					return extract.LimitError(maxSheets, extract.Text{ZH: "个工作表", EN: "sheets"})
				}
				r.book.sheets = append(r.book.sheets, sheetEntry{s.Attr("name"), s.Attr("id"), s.Attr("state")})
			case s.Is(opc.Start, opc.Sheet, "definedName"):
				name, text = s.Attr("name"), ""
			case s.Kind == opc.Text && strings.HasPrefix(name, formName) && len(text) < 1000:
				text += s.Text()
			case s.Is(opc.End, opc.Sheet, "definedName"):
				if strings.HasPrefix(name, formName) && len(r.book.names) < maxSheets {
					r.book.names = append(r.book.names, definedName{name, text})
				}
				name = ""
			}
		}
		return s.Err()
	})
}

// area is the part of a sheet to read, rows and columns from 1, inclusive;
// the zero area is all of it.
type area struct{ r0, c0, r1, c1 int }

func (a area) holds(row, col int) bool {
	return a == area{} || row >= a.r0 && row <= a.r1 && col >= a.c0 && col <= a.c1
}

// forms are the ranges marked by ziping itself, by sheet.
func (r *reader) forms() map[string][]area {
	out := map[string][]area{}
	for _, n := range r.book.names {
		i := strings.LastIndexByte(n.refersTo, '!')
		if i < 0 {
			continue
		}
		sheet := strings.ReplaceAll(strings.Trim(n.refersTo[:i], "'"), "''", "'")
		if a, ok := parseArea(strings.ReplaceAll(n.refersTo[i+1:], "$", "")); ok {
			out[sheet] = append(out[sheet], a)
		}
	}
	return out
}

// empty says why nothing was found.
func (r *reader) empty() *extract.Error {
	e := &extract.Error{
		Kind:   extract.ErrEmpty,
		Reason: extract.Text{ZH: "工作簿里没有内容", EN: "the workbook holds nothing"},
		Hint:   extract.Text{ZH: "请检查原文件是否完整", EN: "check the original"},
	}
	switch {
	case r.lost:
		e.Kind = extract.ErrDamaged
		e.Reason = extract.Text{ZH: "XLSX 文件已损坏，缺少工作表的内容", EN: "the XLSX file is damaged: the content of its sheets is missing"}
		e.Hint = extract.Text{ZH: "请用 WPS 或 Office 打开后另存一份", EN: "open it in WPS or Office and save it again"}
	case r.pictures > 0:
		e.Reason = extract.Text{ZH: "工作簿里只有图片，没有可读的单元格", EN: "the workbook holds pictures only and no cells to read"}
		e.Hint = extract.Text{ZH: "请提供表格的电子版", EN: "supply the form as a digital file"}
	case len(r.hiddenSheets) > 0:
		e.Hint = extract.Text{ZH: "有隐藏的工作表；若表格在其中，请取消隐藏后另存", EN: "there are hidden sheets; if the form is in one, unhide it and save"}
	}
	return e
}
