package main

import (
	"encoding/xml"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ziping/extract"
	"ziping/tools/eval/measure"
)

// truth is a table as the competition describes it.
type truth struct {
	id    string
	pages []int
	table measure.Table
}

// load reads the description of a file's tables.
func load(path string) ([]truth, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Tables []struct {
			ID      string `xml:"id,attr"`
			Regions []struct {
				Page int `xml:"page,attr"`
				Rows int `xml:"row-increment,attr"`
				Cols int `xml:"col-increment,attr"`
				Cell []struct {
					Row    int    `xml:"start-row,attr"`
					Col    int    `xml:"start-col,attr"`
					EndRow *int   `xml:"end-row,attr"`
					EndCol *int   `xml:"end-col,attr"`
					Text   string `xml:"content"`
				} `xml:"cell"`
			} `xml:"region"`
		} `xml:"table"`
	}
	if err := xml.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	var out []truth
	for _, t := range file.Tables {
		one := truth{id: t.ID}
		for _, g := range t.Regions {
			if !slices.Contains(one.pages, g.Page) {
				one.pages = append(one.pages, g.Page)
			}
			for _, c := range g.Cell {
				cell := measure.Cell{Row: c.Row + g.Rows, Col: c.Col + g.Cols, RowSpan: 1, ColSpan: 1, Text: fold(c.Text)}
				if c.EndRow != nil {
					cell.RowSpan = *c.EndRow - c.Row + 1
				}
				if c.EndCol != nil {
					cell.ColSpan = *c.EndCol - c.Col + 1
				}
				one.table.Cells = append(one.table.Cells, cell)
				one.table.Rows = max(one.table.Rows, cell.Row+cell.RowSpan)
				one.table.Cols = max(one.table.Cols, cell.Col+cell.ColSpan)
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// byPage is a table that was read, cut where its pages end.
func byPage(t *extract.Table) []measure.Table {
	pages := map[int]*measure.Table{}
	var order []int
	for _, c := range t.Cells {
		if pages[c.Page] == nil {
			pages[c.Page] = &measure.Table{Rows: t.Rows, Cols: t.Cols}
			order = append(order, c.Page)
		}
		pages[c.Page].Cells = append(pages[c.Page].Cells,
			measure.Cell{Row: c.Row, Col: c.Col, RowSpan: max(1, c.RowSpan), ColSpan: max(1, c.ColSpan), Text: fold(c.Text)})
	}
	var out []measure.Table
	for _, p := range order {
		out = append(out, *pages[p])
	}
	return out
}

// fold takes away what the description writes otherwise than the file: blanks, the
// forms of a character, dashes and quotes.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r):
			return -1
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		case unicode.Is(unicode.Pi, r) || unicode.Is(unicode.Pf, r) || r == '"':
			return '\''
		}
		return r
	}, norm.NFKC.String(s))
}
