// Package xlsxin reads the sheets of an XLSX workbook as tables: texts as they
// are displayed, merged cells with their spans.
//
//	doc, err := xlsxin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// A sheet becomes a page and a table; rows and columns count from the top left
// of what is used. Hidden sheets, rows and columns are read and said to be
// hidden. Of a workbook that ziping wrote only the forms are read: they are
// marked by defined names beginning with FormName.
package xlsxin

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
)

// Name is the reader's name in Document.Source.
const Name = "xlsxin"

// FormName begins the defined names that mark the forms of a workbook made by
// ziping: the name refers to the range that holds one form.
const FormName = "ziping_form_"

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Read reads a workbook. Errors are *extract.Error.
func Read(data []byte, o extract.Options) (doc *extract.Document, err error) {
	if int64(len(data)) > o.Limits.Bytes {
		return nil, limitError(int(o.Limits.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	if err := checkZip(data, o.Limits); err != nil {
		return nil, err
	}
	defer func() { // the library's defects on hostile files end here
		if p := recover(); p != nil {
			doc, err = nil, damaged(fmt.Errorf("%v", p))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: o.Limits.Unpacked, UnzipXMLSizeLimit: o.Limits.Unpacked,
	})
	if err != nil {
		return nil, damaged(err)
	}
	defer func() { _ = f.Close() }()
	r := reader{f: f, o: o, doc: extract.NewDocument(Name, mediaType)}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.doc, nil
}

// maxEntries is far above the parts of any workbook.
const maxEntries = 20_000

// checkZip looks at the directory before anything is unpacked.
func checkZip(data []byte, l extract.Limits) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return &extract.Error{
			Kind:   extract.ErrTruncated,
			Reason: extract.Text{ZH: "XLSX 文件不完整,找不到压缩包目录", EN: "the XLSX file is incomplete: its directory is missing"},
			Hint:   extract.Text{ZH: "请重新下载或复制该文件", EN: "download or copy the file again"},
			Err:    err,
		}
	}
	if len(z.File) > maxEntries {
		return limitError(maxEntries, extract.Text{ZH: "个部件", EN: "parts"})
	}
	var total uint64
	for _, f := range z.File {
		total += f.UncompressedSize64
		if total > uint64(l.Unpacked) {
			return limitError(int(l.Unpacked>>20), extract.Text{ZH: "MB(解压后)", EN: "MB unpacked"})
		}
	}
	return nil
}

type reader struct {
	f     *excelize.File
	o     extract.Options
	doc   *extract.Document
	cells int
	rows  int
}

// area is the part of a sheet to read, rows and columns from 1, inclusive;
// the zero area is all of it.
type area struct{ r0, c0, r1, c1 int }

func (a area) holds(row, col int) bool {
	return a == area{} || row >= a.r0 && row <= a.r1 && col >= a.c0 && col <= a.c1
}

func (r *reader) read() error {
	marked := r.forms()
	for _, sheet := range r.f.GetSheetList() {
		if len(marked) == 0 {
			if err := r.sheet(sheet, area{}); err != nil {
				return err
			}
			continue
		}
		areas := marked[sheet]
		if len(areas) == 0 {
			r.warn("companion-sheet", extract.Text{ZH: "工作表“" + sheet + "”由 ziping 生成,不是表格本身,未读取", EN: "sheet " + sheet + " was made by ziping and is no form; it was not read"}, nil)
		}
		for _, a := range areas {
			if err := r.sheet(sheet, a); err != nil {
				return err
			}
		}
	}
	if r.cells == 0 {
		return &extract.Error{
			Kind:   extract.ErrEmpty,
			Reason: extract.Text{ZH: "工作簿里没有内容", EN: "the workbook holds nothing"},
			Hint:   extract.Text{ZH: "请检查原文件是否完整", EN: "check the original"},
		}
	}
	return nil
}

// forms are the ranges marked by ziping itself, by sheet.
func (r *reader) forms() map[string][]area {
	out := map[string][]area{}
	for _, n := range r.f.GetDefinedName() {
		if !strings.HasPrefix(n.Name, FormName) {
			continue
		}
		i := strings.LastIndexByte(n.RefersTo, '!')
		if i < 0 {
			continue
		}
		sheet := strings.ReplaceAll(strings.Trim(n.RefersTo[:i], "'"), "''", "'")
		from, to, ok := strings.Cut(strings.ReplaceAll(n.RefersTo[i+1:], "$", ""), ":")
		if !ok {
			continue
		}
		c0, r0, err0 := excelize.CellNameToCoordinates(from)
		c1, r1, err1 := excelize.CellNameToCoordinates(to)
		if err0 == nil && err1 == nil {
			out[sheet] = append(out[sheet], area{r0, c0, r1, c1})
		}
	}
	return out
}

func (r *reader) warn(code string, msg extract.Text, at *extract.Ref) {
	r.doc.Warnings = append(r.doc.Warnings, extract.Warning{Code: code, Message: msg.In(r.o.Lang), At: at})
}

func damaged(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "XLSX 文件已损坏,无法打开", EN: "the XLSX file is damaged and cannot be opened"},
		Hint:   extract.Text{ZH: "请用 WPS 或 Excel 打开后另存一份", EN: "open it in WPS or Excel and save it again"},
		Err:    err,
	}
}

// limitError names the limit that was passed.
func limitError(limit int, of extract.Text) *extract.Error {
	return &extract.Error{
		Kind: extract.ErrLimit,
		Reason: extract.Text{
			ZH: fmt.Sprintf("超过上限 %d %s,不像一张自评表", limit, of.ZH),
			EN: fmt.Sprintf("over the limit of %d %s; this is not the size of a form", limit, of.EN),
		},
		Hint: extract.Text{ZH: "请只保留自评表所在的工作表", EN: "keep the sheet with the form alone"},
	}
}
