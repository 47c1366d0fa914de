package render_test

import (
	"testing"

	"ziping/extract"
	"ziping/render"
)

// Places are told by what a reader of the file can find.
func TestFinder(t *testing.T) {
	cell := func(table, row, page int) *extract.Ref {
		return &extract.Ref{Table: table, Row: row, Col: 2, Page: page}
	}
	line := func(n, page int) *extract.Ref { return &extract.Ref{Table: -1, Line: n, Page: page} }
	text := &extract.Document{Tables: []extract.Table{{Rows: 3, Cols: 3}}, Lines: []extract.Line{{}}}
	print := &extract.Document{
		Pages: []extract.Page{{Number: 1, Width: 595}, {Number: 2, Width: 595}},
		Tables: []extract.Table{{Cells: []extract.Cell{
			{Row: 0, Page: 1}, {Row: 1, Page: 1}, {Row: 2, Page: 2}, {Row: 3, Page: 2}, {Row: 3, Col: 2, Page: 2},
		}}},
		Warnings: []extract.Warning{{Code: extract.WarnHeaderRepeated, At: cell(0, 0, 2)}},
	}
	two := &extract.Document{Tables: make([]extract.Table, 2)}
	book := extract.Positions{*keyOf(cell(0, 1, 1)): {Line: 7, Column: 7, Sheet: "自评表2"}, *keyOf(cell(0, 2, 1)): {Line: 8, Column: 28, Sheet: "a b"}}
	lines := extract.Positions{*keyOf(cell(0, 1, 1)): {Line: 12}, *keyOf(line(0, 1)): {Line: 3}, *keyOf(cell(0, 2, 1)): {Line: 14}}
	for _, tt := range []struct {
		doc      *extract.Document
		pos      extract.Positions
		at       *extract.Ref
		cell, en string
	}{
		{text, book, cell(0, 1, 1), "自评表2!G7", "自评表2!G7"},
		{text, book, cell(0, 2, 1), "'a b'!AB8", "'a b'!AB8"},
		{text, lines, cell(0, 1, 1), "第 12 行", "line 12"},
		{text, lines, line(0, 1), "第 3 行", "line 3"},
		{print, nil, cell(0, 1, 1), "第 1 页第 2 行", "page 1 row 2"},
		{print, nil, cell(0, 3, 2), "第 2 页第 3 行", "page 2 row 3"}, // the repeated heading is a row of the page
		{print, nil, line(0, 2), "第 2 页表外", "page 2 outside tables"},
		{two, nil, cell(1, 4, 0), "第 2 个表第 5 行", "table 2 row 5"},
		{two, nil, line(1, 0), "表外", "outside tables"},
		{nil, nil, cell(0, 4, 0), "第 5 行", "row 5"},
		{text, nil, nil, "", ""},
	} {
		zh := render.NewFinder(tt.doc, tt.pos, extract.ZH).Cell(tt.at)
		en := render.NewFinder(tt.doc, tt.pos, extract.EN).Cell(tt.at)
		if zh != tt.cell || en != tt.en {
			t.Errorf("%+v: got %q, %q, want %q, %q", tt.at, zh, en, tt.cell, tt.en)
		}
	}
	f := render.NewFinder(text, lines, extract.ZH)
	if got := f.Rows([]*extract.Ref{cell(0, 2, 1), cell(0, 1, 1), cell(0, 1, 1)}, 4); got != "第 12、14 行" {
		t.Errorf("got %q", got)
	}
	if got := f.Rows([]*extract.Ref{cell(0, 2, 1), cell(0, 1, 1)}, 1); got != "第 12、… 行" {
		t.Errorf("got %q", got)
	}
}

func keyOf(at *extract.Ref) *extract.Ref { k := at.Key(); return &k }
