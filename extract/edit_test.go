package extract

import (
	"encoding/json"
	"testing"
)

func document() *Document {
	d := NewDocument("test", "text/plain")
	d.Tables = []Table{{Rows: 1, Cols: 2, Cells: []Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1, Text: "合计", Page: 1},
		{Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Text: "10.00", Page: 1, Box: &Box{1, 2, 3, 4}},
	}}}
	d.Lines = []Line{{Text: "(2023年度)", Page: 1}}
	return d
}

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit Edit
		ok   bool
	}{
		{"a cell", Edit{Ref{Row: 0, Col: 1}, "10.00", "11.00"}, true},
		{"a line", Edit{Ref{Table: -1, Line: 0}, "(2023年度)", "(2024年度)"}, true},
		{"other text stands there", Edit{Ref{Row: 0, Col: 1}, "10", "11.00"}, false},
		{"nothing stands there", Edit{Ref{Row: 3, Col: 1}, "10.00", "11.00"}, false},
		{"no such table", Edit{Ref{Table: 1}, "合计", "小计"}, false},
		{"no such line", Edit{Ref{Table: -1, Line: 9}, "(2023年度)", ""}, false},
	} {
		d := document()
		before, _ := json.Marshal(d)
		got, err := Apply(d, []Edit{{Ref{}, "合计", "总计"}, tt.edit})
		if after, _ := json.Marshal(d); string(after) != string(before) {
			t.Errorf("%s: the document itself was changed", tt.name)
		}
		if (err == nil) != tt.ok {
			t.Errorf("%s: got %v, want success %v", tt.name, err, tt.ok)
			continue
		}
		if !tt.ok {
			if got != nil {
				t.Errorf("%s: got a document with half the edits", tt.name)
			}
			continue
		}
		if text, _ := got.At(tt.edit.At); text != tt.edit.New {
			t.Errorf("%s: got %q, want %q", tt.name, text, tt.edit.New)
		}
		if text, _ := got.At(Ref{}); text != "总计" {
			t.Errorf("%s: got %q of the first edit, want 总计", tt.name, text)
		}
	}
}

// A place survives JSON, and its key forgets the geometry only.
func TestRefRoundTrip(t *testing.T) {
	d := document()
	for _, r := range []Ref{CellRef(0, &d.Tables[0].Cells[1]), CellRef(2, &d.Tables[0].Cells[0]), LineRef(0, &d.Lines[0]), LineRef(7, &d.Lines[0])} {
		raw, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back Ref
		if err := json.Unmarshal(raw, &back); err != nil || back.Key() != r.Key() || back.Page != r.Page || (back.Box == nil) != (r.Box == nil) {
			t.Errorf("%s: got %+v, %v, want %+v", raw, back, err, r)
		}
		if back.IsLine() != r.IsLine() {
			t.Errorf("%s: a line became a cell, or the reverse", raw)
		}
	}
}
