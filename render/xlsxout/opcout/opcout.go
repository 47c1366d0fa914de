// Package opcout writes workbooks in a fixed form: the same cells give the same bytes.
//
//	err := opcout.Save(w, file)
package opcout

import (
	"archive/zip"
	"bufio"
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
//
// names are put before those that the workbook has.
func Save(w io.Writer, f *excelize.File, names ...Name) error { return save(w, f, nil, names) }

func save(w io.Writer, f *excelize.File, long map[string]Long, names []Name) error {
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
	for _, part := range z.File {
		if err := copyPart(out, part, long[part.Name], names); err != nil {
			return fmt.Errorf("opcout: %s: %w", part.Name, err)
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

func copyPart(out *zip.Writer, part *zip.File, long Long, names []Name) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	if long != nil {
		heading, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		return writeLong(out, part, heading, long)
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	var mend func([]byte) []byte
	switch {
	case strings.HasPrefix(part.Name, "xl/worksheets/sheet") && part.UncompressedSize64 > largeSheet:
		return mendLargeSheet(w, part)
	case strings.HasPrefix(part.Name, "xl/worksheets/sheet"):
		mend = mendSheet
	case part.Name == "xl/workbook.xml" && len(names) > 0:
		mend = func(data []byte) []byte { return withNames(data, names) }
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
	var d dimension
	d.take(data)
	return mendWith(data, d)
}

func mendWith(data []byte, d dimension) []byte {
	data = bytes.ReplaceAll(data, []byte(` t="str"><f>`), []byte(`><f>`))
	data = bytes.Replace(data, []byte(`<sheetPr filterMode="true">`), []byte(`<sheetPr>`), 1) // a filter that hides nothing
	return bytes.Replace(data, []byte(`<dimension ref="A1"`), []byte(`<dimension ref="`+d.String()+`"`), 1)
}

// largeSheet is from where on a sheet, of which a summary of a hundred thousand inputs
// is one, is not held in memory.
const largeSheet = 8 << 20

// mendLargeSheet is mendSheet row by row: once for the range of the cells, which stands
// before them, and once for the rest.
func mendLargeSheet(w io.Writer, part *zip.File) error {
	var d dimension
	if err := rows(part, func(row []byte) error { d.take(row); return nil }); err != nil {
		return err
	}
	return rows(part, func(row []byte) error {
		_, err := w.Write(mendWith(row, d))
		return err
	})
}

// rows hands on a sheet in pieces that end where a row does.
func rows(part *zip.File, do func([]byte) error) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	const end = "</row>"
	pieces := bufio.NewScanner(r)
	pieces.Buffer(make([]byte, 64<<10), 64<<20)
	pieces.Split(func(data []byte, last bool) (int, []byte, error) {
		if i := bytes.LastIndex(data, []byte(end)); i >= 0 {
			return i + len(end), data[:i+len(end)], nil
		}
		if last && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	})
	for pieces.Scan() {
		if err := do(pieces.Bytes()); err != nil {
			return err
		}
	}
	return pieces.Err()
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
