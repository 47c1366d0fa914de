package tableout

import (
	"strings"

	"ziping/extract"
	"ziping/render/screen"
)

// What a cell shows in a table alone.

// rows calls each for every row with its texts, one for each column.
func rows(t *extract.Table, text func(string) string, each func([]string) error) error {
	cells := t.Cells
	row := make([]string, t.Cols)
	for r := range t.Rows {
		clear(row)
		for len(cells) > 0 && cells[0].Row <= r {
			if c := cells[0]; c.Row == r && c.Col >= 0 && c.Col < t.Cols {
				row[c.Col] = text(c.Text)
			}
			cells = cells[1:]
		}
		if err := each(row); err != nil {
			return err
		}
	}
	return nil
}

// clean drops hidden characters but keeps line breaks and tabs, which the
// formats deal with in their own ways.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && screen.Hidden(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func lines(s string) string { return strings.ReplaceAll(clean(s), "\t", " ") }

func oneLine(s string) string {
	return Harmless(strings.ReplaceAll(lines(s), "\n", " "))
}
