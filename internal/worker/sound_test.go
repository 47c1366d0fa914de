package worker

import (
	"bytes"
	"encoding/binary"
	"runtime"
	"strings"
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
	if !sound(good(), limits) || !sound(good(), extract.Limits{}) {
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
		if spoil(d); sound(d, limits) {
			t.Errorf("%s: got it taken", name)
		}
	}
	if sound(nil, limits) {
		t.Error("no Document: got it taken")
	}
}

// A message that claims to be long takes no more memory than what comes of it.
func TestFrameOfALyingLength(t *testing.T) {
	head := binary.BigEndian.AppendUint32(nil, maxFrame)
	var r reply
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := readFrame(bytes.NewReader(append(head, "{}"...)), &r); err == nil {
		t.Error("a message that ends early: got no error")
	}
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Errorf("got %d bytes allocated for a message of two", after.TotalAlloc-before.TotalAlloc)
	}
	head = binary.BigEndian.AppendUint32(nil, maxFrame+1)
	if err := readFrame(bytes.NewReader(head), &r); err == nil || !strings.Contains(err.Error(), "long") {
		t.Errorf("a message over the limit: got %v", err)
	}
}
