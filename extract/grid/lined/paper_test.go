package lined

import (
	"fmt"
	"slices"
	"strings"

	"ziping/extract/grid/sheet"
)

// found is what the pages hold, as the texts of cells.
func found(d *sheet.Document) string {
	var out []string
	for _, p := range Pieces(d, nil) {
		var cells []string
		for _, c := range p.Cells {
			s := fmt.Sprintf("%d,%d", c.Row, c.Col)
			if c.Rows > 1 || c.Cols > 1 {
				s += fmt.Sprintf(" %d×%d", c.Rows, c.Cols)
			}
			cells = append(cells, s+" "+p.Sheet.PlainText(c.Glyphs))
		}
		slices.Sort(cells)
		out = append(out, fmt.Sprintf("%d: %s", p.Sheet.Index, strings.Join(cells, "; ")))
	}
	return strings.Join(out, "\n")
}

// linedOn are the tables found on the first page, before columns are.
func linedOn(d *sheet.Document) []*lined { return findLined(d, d.Sheets[0], nil, nil) }

func (l *lined) textsIn() string {
	var out []string
	for i := range l.texts {
		t := &l.texts[i]
		out = append(out, fmt.Sprintf("%d–%d %s", t.r0, t.r1, l.sheet.PlainText(t.glyphs)))
	}
	return strings.Join(out, "; ")
}
