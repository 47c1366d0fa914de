package weave_test

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize/formtest"
	"ziping/normalize/table"
	"ziping/normalize/weave"
)

// TestStreams holds what is made of a few cells: testdata/streams.txt. A "|" or the end of
// a line parts cells; see [weave.Read].
func TestStreams(t *testing.T) {
	formtest.Check(t, "testdata/streams.txt", func(_ *testing.T, text string) (said []string) {
		r, refused := weave.Read(strings.Split(strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "|"), "|"))
		for _, l := range r.Lines {
			said = append(said, toldLine(l))
		}
		for _, d := range r.Doubts {
			said = append(said, "held "+d.Text+": "+d.Reason.EN)
		}
		if len(r.Held) > len(r.Doubts) {
			for _, l := range r.Held {
				said = append(said, "set aside "+l.Items[0].Text)
			}
		}
		if refused != nil {
			said = append(said, "refused "+refused.Text+": "+refused.Reason.EN)
		}
		return said
	})
}

// toldLine is the cells of a line with their columns, and what is open in it.
func toldLine(l *table.Line) string {
	var cells []string
	for k := range l.Items {
		cells = append(cells, fmt.Sprintf("%s@%d", strings.ReplaceAll(l.Items[k].Text, "\n", " ⏎ "), l.Items[k].Col))
	}
	line := "row "
	if l.Loose {
		line = "line "
	}
	line += strings.Join(cells, " ")
	if l.Doubt != nil {
		var open []string
		for k := range l.Doubt.Cells {
			open = append(open, l.Doubt.Cells[k].Text)
		}
		line += " open: " + strings.Join(open, " ") + " in " + strings.Join(l.Doubt.IDs, ",")
	}
	return line
}
