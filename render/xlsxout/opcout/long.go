package opcout

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
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
	parts := map[string]part{}
	var further []added
	for _, n := range slices.Sorted(maps.Keys(long)) {
		l := long[n]
		parts[sheetName(n)] = func(w io.Writer, made []byte) error { return writeLong(w, made, l) }
		if l.Linked() > 0 {
			name := strings.Replace(sheetName(n), "worksheets/", "worksheets/_rels/", 1) + ".rels"
			further = append(further, added{name, func(w io.Writer) error { return writeTargets(w, l) }})
		}
	}
	return save(w, f, parts, further...)
}

// writeLong writes a sheet that goes on.
func writeLong(to io.Writer, made []byte, long Long) error {
	s, err := takeApart(made)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(to, 1<<16)
	w.WriteString(s.head)
	w.WriteString(long.Range())
	w.WriteString(s.mid)
	w.WriteString(s.rows)
	if err := long.Rows(w); err != nil {
		return err
	}
	w.WriteString(s.tail)
	w.WriteString(s.links)
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
	w.WriteString(s.foot)
	return w.Flush()
}

// writeTargets writes the part that says where the links of a sheet lead.
func writeTargets(to io.Writer, long Long) error {
	w := bufio.NewWriterSize(to, 1<<16)
	w.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	n := 0
	err := long.Links(func(_, target string) error {
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
