package paper

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ziping/normalize"
)

// cell is a cell of a drawing: its text, or blank.
func cell(text string, row, col, down, right int) normalize.LayoutCell {
	return normalize.LayoutCell{Text: text, Row: row, Col: col, RowSpan: down, ColSpan: right}
}

// settled draws cells and says what is wrong with them as a grid: places that no
// cell or two cover, cells out of order, texts lost or doubled.
func settled(rows, cols int, cells ...normalize.LayoutCell) (normalize.Layout, error) {
	b := builder{out: normalize.Layout{Rows: rows, Cols: cols}, cells: slices.Clone(cells)}
	b.settle()
	covered := map[[2]int]int{}
	texts := map[string]int{}
	for k, c := range b.out.Cells {
		if k > 0 && !less(b.out.Cells[k-1], c) {
			return b.out, fmt.Errorf("%q stands before %q", b.out.Cells[k-1].Text, c.Text)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for n := c.Col; n < c.Col+c.ColSpan; n++ {
				covered[[2]int{r, n}]++
			}
		}
		texts[c.Text]++
	}
	for _, l := range b.out.After {
		texts[l.Text]++
	}
	for r := range rows {
		for n := range cols {
			if covered[[2]int{r, n}] != 1 {
				return b.out, fmt.Errorf("(%d, %d) is covered %d times", r, n, covered[[2]int{r, n}])
			}
			delete(covered, [2]int{r, n})
		}
	}
	if len(covered) > 0 {
		return b.out, fmt.Errorf("cells outside the table: %v", covered)
	}
	for _, c := range cells {
		if c.Text != "" && texts[c.Text] != 1 {
			return b.out, fmt.Errorf("%q stands %d times", c.Text, texts[c.Text])
		}
	}
	return b.out, nil
}

func less(a, b normalize.LayoutCell) bool { return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col }

// Whatever cells are drawn, they end as a grid and no text is lost.
func TestSettledIsAGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, cols := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "cols")
		var cells []normalize.LayoutCell
		for k := range rapid.IntRange(0, 12).Draw(t, "cells") {
			text := ""
			if rapid.Bool().Draw(t, "printed") {
				text = fmt.Sprint("text ", k)
			}
			cells = append(cells, cell(text, rapid.IntRange(0, rows-1).Draw(t, "row"), rapid.IntRange(0, cols-1).Draw(t, "col"), rapid.IntRange(1, 3).Draw(t, "down"), rapid.IntRange(1, 3).Draw(t, "right")))
		}
		if _, err := settled(rows, cols, cells...); err != nil {
			t.Fatal(err)
		}
	})
}

func TestSettle(t *testing.T) {
	for name, tt := range map[string]struct {
		cells []normalize.LayoutCell
		want  string
		after int
	}{
		"as drawn":                         {[]normalize.LayoutCell{cell("a", 0, 0, 2, 1), cell("b", 0, 1, 1, 2)}, "a 2x1, b 1x2, - 1x1, - 1x1", 0},
		"a wide cell makes room":           {[]normalize.LayoutCell{cell("a", 0, 0, 1, 3), cell("b", 0, 2, 2, 1)}, "a 1x3, - 1x1, - 1x1, - 1x1", 1},
		"a printed cell goes before blank": {[]normalize.LayoutCell{cell("", 0, 0, 2, 3), cell("a", 1, 1, 1, 1)}, "- 2x1, - 1x1, - 1x1, a 1x1, - 1x1", 0},
		"a high cell makes room":           {[]normalize.LayoutCell{cell("a", 0, 0, 2, 1), cell("b", 1, 0, 1, 1)}, "a 2x1, - 1x1, - 1x1, - 1x1, - 1x1", 1},
		"a cell that reaches out is cut":   {[]normalize.LayoutCell{cell("a", 1, 2, 3, 3)}, "- 1x1, - 1x1, - 1x1, - 1x1, - 1x1, a 1x1", 0},
	} {
		out, err := settled(2, 3, tt.cells...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := ""
		for k, c := range out.Cells {
			if k > 0 {
				got += ", "
			}
			text := c.Text
			if text == "" {
				text = "-"
			}
			got += fmt.Sprintf("%s %dx%d", text, c.RowSpan, c.ColSpan)
		}
		if got != tt.want || len(out.After) != tt.after {
			t.Errorf("%s: got %s and %d below, want %s and %d", name, got, len(out.After), tt.want, tt.after)
		}
	}
}

// A grid too large to fill is left without spans and without blank doubles.
func TestSettleLarge(t *testing.T) {
	b := builder{out: normalize.Layout{Rows: maxHoles, Cols: 2}, cells: []normalize.LayoutCell{cell("b", 5, 0, 3, 2), cell("", 1, 0, 1, 1), cell("a", 1, 0, 1, 2)}}
	b.settle()
	if len(b.out.Cells) != 2 || b.out.Cells[0].Text != "a" || b.out.Cells[1].Text != "b" || b.out.Cells[1].RowSpan != 1 || b.out.Cells[1].ColSpan != 1 {
		t.Errorf("got %+v", b.out.Cells)
	}
}

func TestWidths(t *testing.T) {
	role := func(c normalize.LayoutCell, r normalize.Role) normalize.LayoutCell { c.Role = r; return c }
	b := builder{out: normalize.Layout{Rows: 1, Cols: 5, Cells: []normalize.LayoutCell{
		role(cell("序", 0, 0, 1, 1), normalize.RoleValue),
		role(cell("1,234,567,890,123,456,789.00", 0, 1, 1, 1), normalize.RoleNumber),
		role(cell("用很长的一段文字说明原因和改进的措施", 0, 2, 1, 1), normalize.RoleText),
		role(cell("一级指标名称", 0, 3, 1, 1), normalize.RoleLabel),
		role(cell("合并的单元格说什么都不算", 0, 4, 1, 2), normalize.RoleText),
	}}}
	b.widths()
	if want := []int{6, 20, 30, 14, 6}; !slices.Equal(b.out.Widths, want) {
		t.Errorf("got %v, want %v", b.out.Widths, want)
	}
	// Words wrap at the limit of their role, figures at a wider one.
	for r, want := range map[normalize.Role]int{normalize.RoleHeading: 16, normalize.RoleLabel: 18, normalize.RoleNumber: 20, normalize.RoleValue: 20, normalize.RoleText: 30} {
		b := builder{out: normalize.Layout{Rows: 1, Cols: 1, Cells: []normalize.LayoutCell{role(cell("用很长的一段文字说明原因和改进的措施", 0, 0, 1, 1), r)}}}
		b.widths()
		if b.out.Widths[0] != want {
			t.Errorf("%s: got %d, want %d", r, b.out.Widths[0], want)
		}
	}
	if got := textWidth("ab中\u0080\uFFFD"); got != 6 {
		t.Errorf("got %d, want 6", got)
	}
}

// A cell of a line that is no row of the table goes below it, and a blank one goes.
func TestSettleOutside(t *testing.T) {
	b := builder{out: normalize.Layout{Rows: 0, Cols: 2}, cells: []normalize.LayoutCell{cell("a", -1, 0, 0, 1), cell("", -1, 1, 0, 1), cell("b", 0, 0, 1, 1)}}
	b.settle()
	if len(b.out.Cells) != 0 || len(b.out.After) != 2 || b.out.After[0].Text != "a" || b.out.After[1].Text != "b" {
		t.Errorf("got %+v", b.out)
	}
}
