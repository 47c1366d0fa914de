package pipeline

import (
	"testing"

	"ziping/extract"
)

// What a worker says is held to the limits and to what a Document promises.
func TestSound(t *testing.T) {
	good := func() *extract.Document {
		d := extract.NewDocument("act", "")
		d.Pages = []extract.Page{{Number: 1}}
		d.Tables = []extract.Table{{Rows: 2, Cols: 3, Cells: []extract.Cell{{Row: 1, Col: 1, RowSpan: 1, ColSpan: 2}}}}
		d.Lines = []extract.Line{{Text: "x", Before: 1}}
		return d
	}
	limits := extract.Limits{Pages: 1, Rows: 2, Cols: 3, Cells: 1}
	if !Sound(good(), limits) || !Sound(good(), extract.Limits{}) {
		t.Error("got a sound Document refused")
	}
	for name, spoil := range map[string]func(*extract.Document){
		"another schema":          func(d *extract.Document) { d.Schema = "x" },
		"too many pages":          func(d *extract.Document) { d.Pages = append(d.Pages, extract.Page{}) },
		"too many rows":           func(d *extract.Document) { d.Tables[0].Rows = 1 << 40 },
		"too many columns":        func(d *extract.Document) { d.Tables[0].Cols = 4 },
		"too many cells":          func(d *extract.Document) { d.Tables[0].Cells = append(d.Tables[0].Cells, d.Tables[0].Cells[0]) },
		"a negative size":         func(d *extract.Document) { d.Tables[0].Rows = -1 },
		"a cell above the table":  func(d *extract.Document) { d.Tables[0].Cells[0].Row = -1 },
		"a cell below the table":  func(d *extract.Document) { d.Tables[0].Cells[0].Row = 2 },
		"a span out of the table": func(d *extract.Document) { d.Tables[0].Cells[0].ColSpan = 3 },
		"a span that overflows":   func(d *extract.Document) { d.Tables[0].Cells[0].ColSpan = 1<<63 - 1 },
		"a cell without a span":   func(d *extract.Document) { d.Tables[0].Cells[0].RowSpan = 0 },
		"a line before nothing":   func(d *extract.Document) { d.Lines[0].Before = 2 },
	} {
		d := good()
		if spoil(d); Sound(d, limits) {
			t.Errorf("%s: got it taken", name)
		}
	}
	if Sound(nil, limits) {
		t.Error("no Document: got it taken")
	}
}
