package paper

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"ziping/normalize"
)

// maxHoles bounds the grid whose uncovered places are filled with blank cells.
const maxHoles = 200_000

// settle makes the cells a proper grid: sorted, without overlaps, without holes.
// Text that finds no room goes below the table: nothing printed is lost.
func (b *builder) settle() {
	o := &b.out
	b.cells = slices.DeleteFunc(b.cells, func(c normalize.LayoutCell) bool {
		if c.Row >= 0 && c.Col >= 0 && c.RowSpan > 0 && c.ColSpan > 0 {
			return false
		}
		if c.Text != "" { // of a line that is no row of the table
			o.After = append(o.After, noteOf(c))
		}
		return true
	})
	slices.SortStableFunc(b.cells, func(x, y normalize.LayoutCell) int {
		return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Col, y.Col), cmp.Compare(y.RowSpan, x.RowSpan), printedFirst(x, y))
	})
	if o.Rows*o.Cols > maxHoles {
		o.Cells = b.cells
		for i := range o.Cells {
			o.Cells[i].RowSpan, o.Cells[i].ColSpan = 1, 1
		}
		o.Cells = slices.CompactFunc(o.Cells, func(x, y normalize.LayoutCell) bool { return x.Row == y.Row && x.Col == y.Col && x.Text == "" })
		return
	}
	held := make([]int32, o.Rows*o.Cols) // by which cell, from 1
	each := func(c *normalize.LayoutCell, do func(place *int32) bool) bool {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if !do(&held[r*o.Cols+k]) {
					return false
				}
			}
		}
		return true
	}
	free := func(c *normalize.LayoutCell) bool {
		return c.Row+c.RowSpan <= o.Rows && c.Col+c.ColSpan <= o.Cols && each(c, func(place *int32) bool { return *place == 0 })
	}
	// Cells with text first: a blank one must not take a printed one's place.
	for pass := range 2 {
		for i := range b.cells {
			c := &b.cells[i]
			if (c.Text == "") != (pass == 1) {
				continue
			}
			for !free(c) && c.ColSpan > 1 {
				c.ColSpan--
			}
			for !free(c) && c.RowSpan > 1 {
				c.RowSpan--
			}
			switch {
			case free(c):
				each(c, func(place *int32) bool { *place = int32(i) + 1; return true })
			case c.Text != "":
				o.After = append(o.After, noteOf(*c))
			}
		}
	}
	o.Cells = slices.Grow(o.Cells, len(b.cells)+len(b.cells)/4) // and the holes
	for at, n := range held {
		r, k := at/o.Cols, at%o.Cols
		if n == 0 {
			o.Cells = append(o.Cells, normalize.LayoutCell{Row: r, Col: k, RowSpan: 1, ColSpan: 1, Role: normalize.RoleValue})
		} else if c := &b.cells[n-1]; c.Row == r && c.Col == k {
			o.Cells = append(o.Cells, *c)
		}
	}
}

// widths gives each column room for what stands in it alone: figures whole,
// words wrapped.
func (b *builder) widths() {
	o := &b.out
	o.Widths = make([]int, o.Cols)
	for i := range o.Widths {
		o.Widths[i] = 6
	}
	for i := range o.Cells {
		c := &o.Cells[i]
		if c.ColSpan != 1 || c.Text == "" {
			continue
		}
		w := textWidth(c.Text)
		limit := 14
		switch c.Role {
		case normalize.RoleNumber:
			limit = 18
		case normalize.RoleText:
			limit = 28
		case normalize.RoleValue:
			limit = 18
		case normalize.RoleLabel:
			limit = 16
		}
		if w > limit && c.Role != normalize.RoleNumber { // wraps: give it a share
			w = limit
		}
		o.Widths[c.Col] = max(o.Widths[c.Col], min(w+2, limit+2))
	}
}

// textWidth is the width of a text in half-width columns.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x80 {
			n++
		} else if r != utf8.RuneError {
			n += 2
		}
	}
	return n
}

// printedFirst puts a cell with text before a blank one.
func printedFirst(x, y normalize.LayoutCell) int {
	switch {
	case (x.Text == "") == (y.Text == ""):
		return 0
	case x.Text != "":
		return -1
	}
	return 1
}

// noteOf is a cell that has no room in the table, as a line below it.
func noteOf(c normalize.LayoutCell) normalize.LayoutLine {
	line := normalize.LayoutLine{Text: c.Text, Role: normalize.RoleNote}
	if c.At != nil {
		line.At = *c.At
	}
	return line
}
