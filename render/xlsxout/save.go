package xlsxout

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// save writes the workbook in a fixed form: parts in the order the library
// gives them, no times. The library marks the stored result of every formula
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
	if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
		_, err = io.Copy(w, r)
		return err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	_, err = w.Write(bytes.ReplaceAll(data, []byte(` t="str"><f>`), []byte(`><f>`)))
	return err
}
