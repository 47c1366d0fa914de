package sound

import (
	"encoding/csv"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
)

// Style is how cells are told apart in a copy.
type Style string

// The styles of copies.
const (
	Tabs   Style = "tab"  // a cell with line breaks stands in quotes, as a spreadsheet copies it
	Torn   Style = "torn" // the same, and line breaks of cells break the row
	CSV    Style = "csv"
	Pipes  Style = "pipe"
	Blanks Style = "blanks" // two spaces and more between cells; empty cells are lost
	Lines  Style = "lines"  // a cell to a line; empty cells are lost
	Glued  Style = "glued"  // the cells of a row run together
	Marked Style = "marked" // a table of Markdown, with a line of dashes below its first row
	Boxed  Style = "boxed"  // columns of one width between bars, with a line of dashes around each row
	Spread Style = "spread" // columns of one width, apart by blanks, as a terminal or a layout of text shows them
	Page   Style = "page"   // a web page: merged cells are merged, and nothing is lost
)

// Loss is which empty cells of a row a copy has lost.
type Loss string

// The losses of copies.
const (
	Nothing   Loss = "none"
	AllBlanks Loss = "all"
	Leading   Loss = "lead" // those that a row begins with
	Some      Loss = "some" // two in five
	Padded    Loss = "pad"  // none, and each row ends with its last filled cell
)

// Cut is the form as rows of cells; a merged cell stands at its first place
// and is empty at the others.
func (f *Form) Cut() [][]string {
	grid := make([][]string, f.Rows)
	for i := range grid {
		grid[i] = make([]string, f.Cols)
	}
	for _, c := range f.Cells {
		grid[c.Row][c.Col] = c.Text
	}
	return grid
}

// Lose drops empty cells from rows.
func Lose(grid [][]string, loss Loss, rng *rand.Rand) [][]string {
	out := make([][]string, len(grid))
	for i, row := range grid {
		row = slices.Clone(row)
		switch loss {
		case AllBlanks:
			row = slices.DeleteFunc(row, func(s string) bool { return s == "" })
		case Leading:
			for len(row) > 0 && row[0] == "" {
				row = row[1:]
			}
		case Some:
			row = slices.DeleteFunc(row, func(s string) bool { return s == "" && rng.IntN(5) < 2 })
		case Padded:
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
		}
		out[i] = row
	}
	return out
}

// Around puts the lines above and below the table around rows.
func (f *Form) Around(style Style, grid [][]string) string {
	var b strings.Builder
	for _, s := range append([]string{f.Title, f.Sub}, f.Above...) {
		if s != "" {
			fmt.Fprintln(&b, s)
		}
	}
	write(&b, style, grid)
	for _, s := range f.Below {
		fmt.Fprintln(&b, s)
	}
	return b.String()
}

// HTML is the form as a web page.
func (f *Form) HTML() string {
	var b strings.Builder
	line := func(s string) {
		if s != "" {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(s))
		}
	}
	b.WriteString("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n")
	for _, s := range append([]string{f.Title, f.Sub}, f.Above...) {
		line(s)
	}
	b.WriteString("<table>\n")
	row := -1
	for _, c := range f.Cells {
		for ; row < c.Row; row++ {
			b.WriteString("<tr>")
		}
		fmt.Fprintf(&b, "<td rowspan=%d colspan=%d>%s</td>", c.RowSpan, c.ColSpan, strings.ReplaceAll(html.EscapeString(c.Text), "\n", "<br>"))
	}
	b.WriteString("</table>\n")
	for _, s := range f.Below {
		line(s)
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func write(b *strings.Builder, style Style, grid [][]string) {
	if style == CSV {
		w := csv.NewWriter(b)
		_ = w.WriteAll(grid) // a strings.Builder takes all
		return
	}
	widths := columnWidths(grid)
	if style == Boxed {
		for k := range widths {
			widths[k] = min(widths[k], widestBoxed)
		}
	}
	for n, row := range grid {
		switch style {
		case Marked:
			writeBars(b, row, nil)
			if n == 0 {
				fmt.Fprintln(b, "|"+strings.Repeat(" --- |", len(row)))
			}
			continue
		case Boxed:
			line := "+"
			for _, w := range widths {
				line += strings.Repeat("-", w+2) + "+"
			}
			if n == 0 {
				fmt.Fprintln(b, line)
			}
			for _, part := range wrapped(row, widths) {
				writeBars(b, part, widths)
			}
			fmt.Fprintln(b, line)
			continue
		case Spread:
			line := ""
			for k, s := range row {
				line += padded(s, widths[k]) + "  "
			}
			fmt.Fprintln(b, strings.TrimRight(line, " "))
			continue
		case Tabs:
			row = quoted(row)
		case Glued, Blanks, Pipes:
			row = slices.Clone(row)
			for i, s := range row {
				row[i] = strings.ReplaceAll(s, "\n", "")
			}
		}
		filled := slices.DeleteFunc(slices.Clone(row), func(s string) bool { return s == "" })
		switch style {
		case Tabs, Torn:
			fmt.Fprintln(b, strings.Join(row, "\t"))
		case Pipes:
			fmt.Fprintln(b, "| "+strings.Join(row, " | ")+" |")
		case Blanks:
			fmt.Fprintln(b, strings.Join(filled, "   "))
		case Lines:
			for _, s := range filled {
				fmt.Fprintln(b, s)
			}
		case Glued:
			fmt.Fprintln(b, strings.Join(filled, ""))
		}
	}
}

// quoted puts cells with line breaks in quotes.
func quoted(row []string) []string {
	row = slices.Clone(row)
	for i, s := range row {
		if strings.Contains(s, "\n") {
			row[i] = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
	}
	return row
}

// writeBars writes cells between bars, each as wide as its column.
func writeBars(b *strings.Builder, row []string, widths []int) {
	b.WriteString("|")
	for k, s := range row {
		s = strings.ReplaceAll(s, "\n", "")
		if widths != nil {
			s = padded(s, widths[k])
		}
		b.WriteString(" " + s + " |")
	}
	b.WriteString("\n")
}

// padded is a text with blanks behind it to a width in which a wide character counts two.
func padded(s string, width int) string {
	s = strings.ReplaceAll(s, "\n", "")
	return s + strings.Repeat(" ", max(0, width-wide(s)))
}

// widestBoxed is how wide a column between bars is at most; longer texts are broken.
const widestBoxed = 24

// wrapped are the lines of a row whose texts are broken to the widths of their columns.
func wrapped(row []string, widths []int) (out [][]string) {
	for k, s := range row {
		line := 0
		for _, r := range strings.ReplaceAll(s, "\n", "") {
			if line < len(out) && wide(out[line][k]+string(r)) > widths[k] {
				line++
			}
			if line == len(out) {
				out = append(out, make([]string, len(row)))
			}
			out[line][k] += string(r)
		}
	}
	if len(out) == 0 {
		out = append(out, row)
	}
	return out
}

func wide(s string) int {
	n := 0
	for _, r := range strings.ReplaceAll(s, "\n", "") {
		if n++; r > 0x2000 {
			n++
		}
	}
	return n
}

func columnWidths(grid [][]string) (out []int) {
	for _, row := range grid {
		for k, s := range row {
			if k == len(out) {
				out = append(out, 0)
			}
			out[k] = max(out[k], wide(s))
		}
	}
	return out
}
