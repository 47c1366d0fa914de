// Package truth is what a damaged picture says, and where: the form, its record
// as the program makes it of the form itself, and the place of each cell.
//
//	said, err := truth.Read(data)
//	said.Pages[0].Cells[3].Corners // of a cell on the picture, in dots
package truth

import (
	"encoding/json"

	"ziping/extract"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/tools/eval/forms"
)

// Truth is one file of pictures.
type Truth struct {
	Name  string            `json:"name"`
	File  string            `json:"file"` // of the pictures
	Base  string            `json:"base"` // the form it was made of
	Look  string            `json:"look"`
	Kind  string            `json:"kind"`
	DPI   float64           `json:"dpi"`
	Seed  uint64            `json:"seed"`
	Fonts map[string]string `json:"fonts"` // name and sha256
	Form  *forms.Form       `json:"form"`
	Pages []Page            `json:"pages"`
}

// Page is one picture.
type Page struct {
	W, H       int
	DPIX, DPIY float64
	Cells      []Quad
}

// Quad is where a cell stands: the corners from the top left clockwise as they
// are on the page, in dots of the picture.
type Quad struct {
	Cell    int // its number in the form
	Corners [4][2]float64
	Again   bool `json:",omitempty"` // a heading printed again
}

// Write gives the truth as JSON.
func (t *Truth) Write() ([]byte, error) { return json.Marshal(t) }

// Read is the inverse of Write.
func Read(data []byte) (*Truth, error) {
	t := &Truth{}
	return t, json.Unmarshal(data, t)
}

// Document is a form as a reader without fault would give it.
func Document(f *forms.Form) *extract.Document {
	doc := &extract.Document{}
	line := func(s string) {
		if s != "" {
			doc.Lines = append(doc.Lines, extract.Line{Text: s, Before: len(doc.Tables), Page: 1})
		}
	}
	for _, s := range append([]string{f.Title, f.Sub}, f.Above...) {
		line(s)
	}
	t := extract.Table{Rows: f.Rows, Cols: f.Cols}
	for _, c := range f.Cells {
		t.Cells = append(t.Cells, extract.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Page: 1})
	}
	doc.Tables = []extract.Table{t}
	for _, s := range f.Below {
		line(s)
	}
	return doc
}

// Record is the form's record and findings, nil where it makes none or several.
func Record(f *forms.Form) *score.Report {
	doc := Document(f)
	found := read.Run(doc, read.Options{})
	if len(found) != 1 {
		return nil
	}
	a := score.Audit(doc, found, score.Options{Checks: checks.All(nil), NoRepair: true})
	if len(a) != 1 || a[0].Report.Refusal != "" {
		return nil
	}
	return &a[0].Report
}

// Errors counts findings that need nothing but the form's own arithmetic.
func Errors(r *score.Report) int {
	n := 0
	for _, f := range r.Findings {
		if f.Level == score.Error {
			n++
		}
	}
	return n
}
