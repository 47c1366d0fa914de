// Package sketch writes a Document in short and holds it to the laws of one,
// for the tests of readers.
//
//	sketch.Of(doc) // "标题\n[2x3 |0 0=a*2,1 1=b |1 1=c]\n!hidden-text\n"
package sketch

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
)

// Of writes lines as they are, a table as its size and its rows, each cell as
// column=text with its spans behind as *rows,cols, and then the codes of the
// warnings.
func Of(doc *extract.Document) string {
	var b strings.Builder
	next := 0
	lines := func(before int) {
		for ; next < len(doc.Lines) && doc.Lines[next].Before <= before; next++ {
			b.WriteString(doc.Lines[next].Text + "\n")
		}
	}
	for i, t := range doc.Tables {
		lines(i)
		fmt.Fprintf(&b, "[%dx%d", t.Rows, t.Cols)
		row := -1
		for _, c := range t.Cells {
			if c.Row != row {
				row = c.Row
				fmt.Fprintf(&b, " |%d", row)
			}
			fmt.Fprintf(&b, " %d=%s", c.Col, strings.ReplaceAll(c.Text, "\n", "/"))
			if c.RowSpan > 1 || c.ColSpan > 1 {
				fmt.Fprintf(&b, "*%d,%d", c.RowSpan, c.ColSpan)
			}
		}
		b.WriteString("]\n")
	}
	lines(len(doc.Tables))
	for _, w := range doc.Warnings {
		b.WriteString("!" + w.Code + "\n")
	}
	return b.String()
}

// Broken says which law of a Document is broken, "" for none: cells lie within
// their table, in order, and cover no place twice; only merged cells are blank.
func Broken(doc *extract.Document) string {
	for i, t := range doc.Tables {
		seen := map[[2]int]bool{}
		last := [2]int{-1, -1}
		for _, c := range t.Cells {
			switch {
			case c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > t.Rows || c.Col+c.ColSpan > t.Cols:
				return fmt.Sprintf("table %d: cell %+v leaves %dx%d", i, c, t.Rows, t.Cols)
			case c.Row < last[0] || c.Row == last[0] && c.Col <= last[1]:
				return fmt.Sprintf("table %d: cell %+v is out of order", i, c)
			case c.Text == "" && c.RowSpan == 1 && c.ColSpan == 1:
				return fmt.Sprintf("table %d: cell %+v is blank", i, c)
			}
			last = [2]int{c.Row, c.Col}
			for r := range c.RowSpan {
				for k := range c.ColSpan {
					at := [2]int{c.Row + r, c.Col + k}
					if seen[at] {
						return fmt.Sprintf("table %d: place %v is covered twice", i, at)
					}
					seen[at] = true
				}
			}
		}
	}
	return ""
}

// Holds fails unless reading ended in a Document that keeps its laws, or in an
// error of ours.
func Holds(t testing.TB, doc *extract.Document, err error) {
	t.Helper()
	if err != nil {
		var e *extract.Error
		if !errors.As(err, &e) {
			t.Fatalf("got %T: %v", err, err)
		}
		return
	}
	if broken := Broken(doc); broken != "" {
		t.Fatal(broken)
	}
}
