package flow_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/flow"
	"ziping/internal/sketch"
)

func write(blocks []flow.Block) (*extract.Document, error) {
	d := draft.New("test", "", extract.Options{Limits: extract.DefaultLimits()})
	err := flow.Write(d, blocks)
	return d.Document(), err
}

func text(s string) flow.Cell {
	return flow.Cell{Free: true, RowSpan: 1, ColSpan: 1, Blocks: []flow.Block{{Text: s}}}
}

func row(texts ...string) flow.Row {
	var r flow.Row
	for _, s := range texts {
		r.Cells = append(r.Cells, text(s))
	}
	return r
}

func TestPlacedCells(t *testing.T) {
	doc, err := write([]flow.Block{{Text: "标题\n(2023年度)"}, {Table: &flow.Table{Rows: []flow.Row{
		{Cells: []flow.Cell{{Col: 1, RowSpan: 2, ColSpan: 2, Blocks: []flow.Block{{Text: "a\n\n b "}, {Marks: []flow.Mark{{Code: "m"}}}}}}},
		{Cells: []flow.Cell{{Col: 0, RowSpan: 1, ColSpan: 1, Blocks: []flow.Block{{Text: "c"}}}}},
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	want := "标题\n(2023年度)\n[2x3 |0 1=a/b*2,2 |1 0=c]\n!m\n"
	if got := sketch.Of(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if at := doc.Warnings[0].At; at == nil || at.Key() != (extract.Ref{Col: 1}) {
		t.Errorf("got the warning at %+v, want the cell", at)
	}
}

func TestDepth(t *testing.T) {
	inner := flow.Table{Rows: []flow.Row{row("a", "b")}}
	for range flow.MaxDepth + 2 {
		inner = flow.Table{Rows: []flow.Row{{Cells: []flow.Cell{{Free: true, Blocks: []flow.Block{{Table: &inner}}}}}, row("x", "y")}}
	}
	_, err := write([]flow.Block{{Table: &inner}})
	var e *extract.Error
	if !errors.As(err, &e) || e.Kind != extract.ErrLimit {
		t.Errorf("got %v, want the limit of depth", err)
	}
}

// TestLaws: whatever the spans, cells lie within the table and cover no place
// twice, and no text is lost.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tab flow.Table
		texts := 0
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			r := flow.Row{Group: rapid.IntRange(0, 1).Draw(t, "group"), Header: rapid.Bool().Draw(t, "header")}
			for range rapid.IntRange(0, 5).Draw(t, "cells") {
				c := text(string(rune('a' + texts)))
				texts++
				c.RowSpan, c.ColSpan = rapid.IntRange(0, 4).Draw(t, "rowspan"), rapid.SampledFrom([]int{1, 1, 2, 3, 500}).Draw(t, "colspan")
				r.Cells = append(r.Cells, c)
			}
			tab.Rows = append(tab.Rows, r)
		}
		doc, err := write([]flow.Block{{Table: &tab}})
		var e *extract.Error
		if errors.As(err, &e) && e.Kind == extract.ErrLimit {
			return // five cells 500 wide, beside one that reaches down
		}
		if err != nil {
			t.Fatal(err)
		}
		if broken := sketch.Broken(doc); broken != "" {
			t.Fatal(broken)
		}
		got := 0
		for _, tab := range doc.Tables {
			got += len(tab.Cells)
		}
		if got != texts {
			t.Fatalf("got %d cells of %d", got, texts)
		}
	})
}
