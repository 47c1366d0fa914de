// Package opcout writes workbooks in a fixed form: the same cells give the same bytes.
//
//	err := opcout.Save(w, file, cells)
package opcout

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/render/xlsxout/cells"
)

// New is a workbook of one sheet, for Save.
func New() (*excelize.File, error) {
	f := excelize.NewFile()
	// The library makes the part of the texts, and its entries elsewhere, with the first text.
	if err := f.SetCellStr(f.GetSheetName(0), "A1", "text"); err != nil {
		return nil, fmt.Errorf("opcout: %w", err)
	}
	return f, nil
}

// Save writes the workbook in a fixed form: parts in a fixed order, no times. The file, made by
// New, has its sheets, styles and paper; what stands in the cells comes from the book, sheet by sheet,
// and what the file itself has in cells is not written. names are put before those that the
// file has.
func Save(w io.Writer, f *excelize.File, book *cells.Book, names ...Name) error {
	parts := map[string]part{
		"xl/workbook.xml":      func(w io.Writer, data []byte) error { return write(w, withNames(data, names)) },
		"xl/sharedStrings.xml": func(w io.Writer, _ []byte) error { return book.Strings(w) },
	}
	for i, s := range book.Sheets() {
		parts[sheetName(i+1)] = func(w io.Writer, data []byte) error { return writeCells(w, data, s) }
	}
	return save(w, f, parts)
}

// part writes what a part is to hold instead of what the library made of it.
type part func(w io.Writer, made []byte) error

// sheetName is the part of a sheet by its number in the workbook, from 1.
func sheetName(n int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", n) }

func write(w io.Writer, data []byte) error {
	_, err := w.Write(data)
	return err
}

// added is a part that the library does not make.
type added struct {
	name  string
	write func(w io.Writer) error
}

func save(w io.Writer, f *excelize.File, parts map[string]part, further ...added) error {
	var buf bytes.Buffer
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return stored{zip.NewWriter(w)} })
	if err := f.Write(&buf); err != nil {
		return fmt.Errorf("opcout: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		return fmt.Errorf("opcout: %w", err)
	}
	// The library keeps streamed sheets in a map: order the parts anew. The list
	// of content types comes first, as readers that stream expect it.
	slices.SortFunc(z.File, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(partRank(a.Name), partRank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	out := zip.NewWriter(w)
	for _, x := range z.File {
		if err := copyPart(out, x, parts[x.Name]); err != nil {
			return fmt.Errorf("opcout: %s: %w", x.Name, err)
		}
	}
	for _, x := range further {
		p, err := out.CreateHeader(&zip.FileHeader{Name: x.name, Method: zip.Deflate})
		if err == nil {
			err = x.write(p)
		}
		if err != nil {
			return fmt.Errorf("opcout: %s: %w", x.name, err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("opcout: %w", err)
	}
	return nil
}

// stored is an archive in which nothing is packed: it is taken apart at once.
type stored struct{ *zip.Writer }

func (s stored) Create(name string) (io.Writer, error) {
	return s.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

const contentTypes = "[Content_Types].xml"

func partRank(name string) int {
	if name == contentTypes {
		return 0
	}
	return 1
}

func copyPart(out *zip.Writer, from *zip.File, to part) error {
	r, err := from.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	w, err := out.CreateHeader(&zip.FileHeader{Name: from.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	switch {
	case to != nil:
		return to(w, data)
	case strings.HasPrefix(from.Name, "xl/worksheets/sheet"):
		data = ranged(data)
	case from.Name == contentTypes:
		data = sortTypes(data)
	case from.Name == "docProps/core.xml":
		data = undated(data)
	}
	return write(w, data)
}

// undated takes out the times that the library always writes: none is known that would be true.
func undated(data []byte) []byte {
	for _, name := range []string{"dcterms:created", "dcterms:modified"} {
		from, end := bytes.Index(data, []byte("<"+name)), []byte("</"+name+">")
		if to := bytes.Index(data, end); from >= 0 && to > from {
			data = slices.Concat(data[:from], data[to+len(end):])
		}
	}
	return data
}

// sortTypes orders the entries of the list of content types.
func sortTypes(data []byte) []byte {
	const first, last = "<Default", "</Types>"
	from, to := bytes.Index(data, []byte(first)), bytes.LastIndex(data, []byte(last))
	if from < 0 || to < from {
		return data
	}
	entries := strings.SplitAfter(string(data[from:to]), ">")
	// An entry is <Default …></Default> or <Override …></Override>: two pieces.
	var whole []string
	for _, e := range entries {
		if len(whole) > 0 && strings.HasPrefix(e, "</") {
			whole[len(whole)-1] += e
		} else if e != "" {
			whole = append(whole, e)
		}
	}
	slices.Sort(whole)
	return slices.Concat(data[:from], []byte(strings.Join(whole, "")), data[to:])
}
