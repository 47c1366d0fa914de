package opcout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Name is a name that a workbook has for some cells.
type Name struct {
	Name     string
	Sheet    int // the one it is a name in, counted from 0; -1 for the workbook
	RefersTo string
}

// withNames puts names before those that a workbook has.
func withNames(workbook []byte, names []Name) []byte {
	const begin, end, sheets = "<definedNames>", "</definedNames>", "</sheets>"
	var b bytes.Buffer
	for _, n := range names {
		b.WriteString("<definedName ")
		if n.Sheet >= 0 {
			fmt.Fprintf(&b, `localSheetId="%d" `, n.Sheet)
		}
		fmt.Fprintf(&b, `name="%s">`, attribute.Replace(n.Name))
		b.WriteString(strings.ReplaceAll(attribute.Replace(n.RefersTo), "'", "&#39;") + "</definedName>")
	}
	if at := bytes.Index(workbook, []byte(begin)); at >= 0 {
		return slices.Concat(workbook[:at+len(begin)], b.Bytes(), workbook[at+len(begin):])
	}
	at := bytes.Index(workbook, []byte(sheets)) + len(sheets)
	return slices.Concat(workbook[:at], []byte(begin), b.Bytes(), []byte(end), workbook[at:])
}
