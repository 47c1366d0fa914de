package tableout

import (
	"bufio"
	"fmt"
	"html"
	"strings"

	"ziping/extract"
)

// writeHTMLTable writes one table with its spans. Places that nothing covers
// become empty cells, so that every column stands where it stood.
func writeHTMLTable(b *bufio.Writer, t *extract.Table) {
	b.WriteString("<table>\n")
	covered := make([]int, t.Cols) // the row up to which a merged cell above covers the column
	cells := t.Cells
	for r := range t.Rows {
		b.WriteString("<tr>")
		for c := 0; c < t.Cols; {
			for len(cells) > 0 && (cells[0].Row < r || cells[0].Row == r && cells[0].Col < c) {
				cells = cells[1:]
			}
			if covered[c] > r {
				c++
				continue
			}
			if len(cells) == 0 || cells[0].Row != r || cells[0].Col != c {
				b.WriteString("<td></td>")
				c++
				continue
			}
			cell := cells[0]
			cols := max(1, min(cell.ColSpan, t.Cols-c))
			rows := max(1, min(cell.RowSpan, t.Rows-r))
			for k := range cols {
				covered[c+k] = r + rows
			}
			b.WriteString("<td" + span("rowspan", rows) + span("colspan", cols) + ">" +
				strings.ReplaceAll(html.EscapeString(clean(cell.Text)), "\n", "<br>") + "</td>")
			c += cols
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

func span(name string, n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(` %s="%d"`, name, n)
}
