package opcout

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Long is what a sheet holds below its heading, and where its cells lead.
type Long interface {
	Range() string // of all cells
	Rows(w io.Writer) error
	Linked() int
	Links(do func(ref, target string) error) error
}

// SaveLong is Save for a workbook some of whose sheets go on: long has them by their
// number in the workbook, from 1. In the file itself they have their heading alone.
func SaveLong(w io.Writer, f *excelize.File, long map[int]Long) error {
	byName := make(map[string]Long, len(long))
	for n, l := range long {
		byName[fmt.Sprintf("xl/worksheets/sheet%d.xml", n)] = l
	}
	return save(w, f, byName, nil)
}

const (
	endOfRows = "</sheetData>"
	behind    = "<pageMargins" // what stands behind the links of a sheet
)

// writeLong writes a sheet that goes on, and the part with where its links lead.
func writeLong(out *zip.Writer, part *zip.File, heading []byte, long Long) error {
	heading = mendSheet(heading)
	from, to := bytes.Index(heading, []byte(`<dimension ref="`)), bytes.Index(heading, []byte(endOfRows))
	links := bytes.Index(heading, []byte(behind))
	if from < 0 || to < from || links < to {
		return fmt.Errorf("no place for rows in %s", part.Name)
	}
	end := from + bytes.Index(heading[from:], []byte(`">`))
	z, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	w.WriteString(string(heading[:from]))
	w.WriteString(`<dimension ref="` + long.Range())
	w.WriteString(string(heading[end:to]))
	if err := long.Rows(w); err != nil {
		return err
	}
	w.WriteString(string(heading[to:links]))
	if long.Linked() > 0 {
		w.WriteString("<hyperlinks>")
		n := 0
		err := long.Links(func(ref, _ string) error {
			n++
			_, err := fmt.Fprintf(w, `<hyperlink ref="%s" r:id="rId%d"/>`, ref, n)
			return err
		})
		if err != nil {
			return err
		}
		w.WriteString("</hyperlinks>")
	}
	w.WriteString(string(heading[links:]))
	if err := w.Flush(); err != nil || long.Linked() == 0 {
		return err
	}
	return writeTargets(out, part.Name, long)
}

// writeTargets writes the part that says where the links of a sheet lead.
func writeTargets(out *zip.Writer, sheet string, long Long) error {
	name := strings.Replace(sheet, "worksheets/", "worksheets/_rels/", 1) + ".rels"
	z, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	w.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	n := 0
	err = long.Links(func(_, target string) error {
		n++
		_, err := fmt.Fprintf(w, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`, n, attribute.Replace(target))
		return err
	})
	if err != nil {
		return err
	}
	w.WriteString(`</Relationships>`)
	return w.Flush()
}

var attribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
