package xlsxout

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

// save writes the workbook in a fixed form: parts in a fixed order, no times. The library marks the stored result of every formula
// as text; ours are all numbers, so that mark is taken off.
func save(w io.Writer, f *excelize.File) error {
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		return fmt.Errorf("xlsxout: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		return fmt.Errorf("xlsxout: %w", err)
	}
	// The library keeps streamed sheets in a map: order the parts anew. The list
	// of content types comes first, as readers that stream expect it.
	slices.SortFunc(z.File, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(partRank(a.Name), partRank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	out := zip.NewWriter(w)
	for _, part := range z.File {
		if err := copyPart(out, part); err != nil {
			return fmt.Errorf("xlsxout: %s: %w", part.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("xlsxout: %w", err)
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
	sheet := strings.HasPrefix(part.Name, "xl/worksheets/sheet")
	if !sheet && part.Name != contentTypes {
		_, err = io.Copy(w, r)
		return err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if sheet {
		data = bytes.ReplaceAll(data, []byte(` t="str"><f>`), []byte(`><f>`))
	} else {
		data = sortTypes(data)
	}
	_, err = w.Write(data)
	return err
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
