// Package opcout writes workbooks in a fixed form: the same cells give the same bytes.
//
//	err := opcout.Save(w, file)
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
)

// Save writes the workbook in a fixed form: parts in a fixed order, no times. The library marks the stored result of every formula
// as text; ours are all numbers, so that mark is taken off.
func Save(w io.Writer, f *excelize.File) error {
	var buf bytes.Buffer
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
	for _, part := range z.File {
		if err := copyPart(out, part); err != nil {
			return fmt.Errorf("opcout: %s: %w", part.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("opcout: %w", err)
	}
	return nil
}

const contentTypes = "[Content_Types].xml"

func partRank(name string) int {
	if name == contentTypes {
		return 0
	}
	return 1
}

func copyPart(out *zip.Writer, part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	w, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	var mend func([]byte) []byte
	switch {
	case strings.HasPrefix(part.Name, "xl/worksheets/sheet"):
		mend = mendSheet
	case part.Name == contentTypes:
		mend = sortTypes
	case part.Name == "docProps/core.xml":
		mend = undated
	default:
		_, err = io.Copy(w, r)
		return err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	_, err = w.Write(mend(data))
	return err
}

func mendSheet(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte(` t="str"><f>`), []byte(`><f>`))
	return bytes.Replace(data, []byte(`<dimension ref="A1"`), []byte(`<dimension ref="`+dimension(data)+`"`), 1)
}

// dimension is the range of a sheet's cells. The library says A1 of every sheet, and
// programs that read row by row believe it.
func dimension(sheet []byte) string {
	lastCol, lastRow := 1, 1
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
		lastCol, lastRow = max(lastCol, col), max(lastRow, row)
	}
	if lastCol == 1 && lastRow == 1 {
		return "A1"
	}
	last, err := excelize.CoordinatesToCellName(lastCol, lastRow)
	if err != nil {
		return "A1"
	}
	return "A1:" + last
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
