package pdfin

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
)

// A cell whose text is clipped at its edges, as spreadsheets print it.
func TestClippedCells(t *testing.T) {
	const grid = "0.5 w 40 640 m 40 700 l S 140 640 m 140 700 l S 240 640 m 240 700 l S 40 700 m 240 700 l S 40 670 m 240 670 l S 40 640 m 240 640 l S " +
		"BT /F 10 Tf 45 680 Td (Name) Tj 100 0 Td (Value) Tj ET "
	for _, c := range []struct {
		name, content string
		want          string // the cell that is told of
	}{
		{"a line of two", "q 40 640 100 30 re W n BT /F 10 Tf 45 660 Td (first) Tj 0 -12 Td (second) Tj 0 -20 Td (third) Tj ET Q", "first second"},
		{"the end of a line", "q 40 640 100 30 re W n BT /F 10 Tf 45 650 Td (first second third fourth fifth) Tj ET Q BT /F 10 Tf 200 650 Td (9) Tj ET", "first second third fourt"},
		{"all is shown", "q 40 640 100 30 re W n BT /F 10 Tf 45 660 Td (first) Tj 0 -12 Td (second) Tj ET Q", ""},
		{"what the cell shows as well", "q 40 640 100 30 re W n BT /F 10 Tf 45 660 Td (first) Tj 0 -48 Td (first) Tj ET Q", ""},
		{"off the part of the page that is printed", "q 40 640 200 60 re W n BT /F 10 Tf 45 650 Td (first) Tj 0 -48 Td (second) Tj ET Q", ""},
		{"unseen for its colour", "q 40 640 100 30 re W n BT /F 10 Tf 45 660 Td (first) Tj 1 g 0 -12 Td (second) Tj ET Q", ""},
	} {
		var b handmade.Builder
		b.Page(b.Latin(), "", grid+c.content)
		doc, err := engine().Read(b.Bytes(), opts)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, w := range doc.Warnings {
			if w.Code != extract.WarnClipped {
				continue
			}
			for k := range doc.Tables[w.At.Table].Cells {
				if cell := &doc.Tables[w.At.Table].Cells[k]; cell.Row == w.At.Row && cell.Col == w.At.Col {
					got += cell.Text
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: told of %q, want %q", c.name, got, c.want)
		}
	}
}
