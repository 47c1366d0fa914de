package flow

import (
	"strings"

	"ziping/text/blank"
)

// layout reports that a table only places things on a page: another table
// stands in it, and it has itself no more than a row or two of several texts
// (a banner, a menu), where a form has many.
func layout(t *Table) bool {
	nested, rows, texts := false, 0, 0
	for i := range t.Rows {
		own := 0
		for k := range t.Rows[i].Cells {
			text, table := false, false
			for _, b := range t.Rows[i].Cells[k].Blocks {
				switch {
				case b.Table != nil && !wrapper(b.Table):
					table = true
				case b.Table == nil && !blank.None(b.Text), b.Table != nil:
					text = true
				}
			}
			nested = nested || table
			if text {
				own++
			}
		}
		texts += own
		if own >= 2 {
			rows++
		}
	}
	return nested && (rows < 3 || texts < 6)
}

// wrapper reports that a table is a box around text and no table.
func wrapper(t *Table) bool {
	cells := 0
	for i := range t.Rows {
		cells += len(t.Rows[i].Cells)
	}
	if cells > 1 {
		return false
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			for _, b := range t.Rows[i].Cells[k].Blocks {
				if b.Table != nil && !wrapper(b.Table) {
					return false
				}
			}
		}
	}
	return true
}

// content is the text of a cell, its tables apart, and what is odd about it.
func content(blocks []Block) (text string, tables []*Table, marks []Mark) {
	var b strings.Builder
	add := func(s string) {
		for _, l := range strings.Split(s, "\n") {
			if l = blank.Trim(l); l != "" {
				if b.Len() > 0 {
					b.WriteByte('\n')
				}
				b.WriteString(l)
			}
		}
	}
	for i := range blocks {
		k := &blocks[i]
		marks = append(marks, k.Marks...)
		switch {
		case k.Table == nil:
			add(k.Text)
		case wrapper(k.Table):
			for _, r := range k.Table.Rows {
				for _, c := range r.Cells {
					inner, _, m := content(c.Blocks)
					marks = append(marks, m...)
					add(inner)
				}
			}
		default:
			tables = append(tables, k.Table)
		}
	}
	return b.String(), tables, marks
}
