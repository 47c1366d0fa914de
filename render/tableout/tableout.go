// Package tableout writes the tables of a Document alone, as they stand on the
// paper, for spreadsheets, scripts and pages.
//
//	err := tableout.Write(w, doc, tableout.CSV)
//
// A merged cell's text stands at its top left place; in HTML it keeps its
// spans, elsewhere the places it covers are empty. Tables are parted by an
// empty line. Control characters do not pass: they mean nothing on a form and
// could steer a terminal. In TSV a line break in a cell is a blank. In TSV and
// CSV, which spreadsheets open, no text is a formula: see formula.go.
package tableout

import (
	"bufio"
	"encoding/csv"
	"errors"
	"html"
	"io"
	"strings"

	"ziping/extract"
)

// Format is a format of tables.
type Format string

// The formats.
const (
	TSV  Format = "tsv"
	CSV  Format = "csv"
	HTML Format = "html"
	MD   Format = "md"
)

// Formats lists the formats in the order users see them.
var Formats = []Format{TSV, CSV, HTML, MD}

// Write writes every table of the document.
func Write(w io.Writer, doc *extract.Document, f Format) error {
	b := bufio.NewWriter(w)
	var err error
	switch f {
	case TSV:
		writeTSV(b, doc)
	case CSV:
		err = writeCSV(b, doc)
	case HTML:
		writeHTML(b, doc)
	case MD:
		writeMD(b, doc)
	default:
		err = errors.New("no such table format: " + string(f))
	}
	return errors.Join(err, b.Flush())
}

func writeTSV(b *bufio.Writer, doc *extract.Document) {
	for i := range doc.Tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		_ = rows(&doc.Tables[i], oneLine, func(row []string) error {
			b.WriteString(strings.Join(row, "\t"))
			return b.WriteByte('\n')
		})
	}
}

func writeCSV(b *bufio.Writer, doc *extract.Document) error {
	for i := range doc.Tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		w := csv.NewWriter(b)
		if err := rows(&doc.Tables[i], func(s string) string { return Harmless(lines(s)) }, w.Write); err != nil {
			return err
		}
		w.Flush()
	}
	return nil
}

// inert takes from a text all that Markdown would make of it: a picture or a link
// fetches from whoever wrote the form.
var inert = strings.NewReplacer("\\", `\\`, "|", `\|`, "`", "\\`", "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "~", `\~`,
	"://", ":&#47;/", "www.", "www&#46;", "@", "&#64;", "\n", "<br>", "<", "&lt;", "&", "&amp;")

func writeMD(b *bufio.Writer, doc *extract.Document) {
	escape := inert
	for i := range doc.Tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		t, first := &doc.Tables[i], true
		_ = rows(t, func(s string) string { return escape.Replace(lines(s)) }, func(row []string) error {
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
			if first {
				first = false
				b.WriteString("|" + strings.Repeat(" --- |", t.Cols) + "\n")
			}
			return nil
		})
	}
}

func writeHTML(b *bufio.Writer, doc *extract.Document) {
	b.WriteString("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"ziping\">\n<title>" + html.EscapeString(oneLine(doc.Source.Name)) + "</title>\n" +
		"<style>table{border-collapse:collapse;margin:1em 0}td{border:1px solid;padding:.2em .4em;vertical-align:top}</style>\n</head>\n<body>\n")
	for i := range doc.Tables {
		writeHTMLTable(b, &doc.Tables[i])
	}
	b.WriteString("</body>\n</html>\n")
}
