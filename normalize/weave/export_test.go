package weave

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// Read reads a stream that is no whole form: cells a line each, those parted by "&" on one
// line, and "¿" behind one that several cells make which run together.
func Read(cells []string) (r Result, refused *normalize.Doubt) {
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(cells), Cols: 1}}
	uncut := map[[2]int]bool{}
	for row, line := range cells {
		for col, s := range strings.Split(line, "&") {
			text, together := strings.CutSuffix(s, "¿")
			if uncut[[2]int{row, col}] = together; text != "" {
				doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: text})
			}
		}
	}
	w := newWeaver(stream.New(doc, table.Lines(doc, lexicon.Default()), lexicon.Default()))
	for i := range w.Tokens {
		if t := &w.Tokens[i]; !t.Blank {
			t.Uncut = uncut[[2]int{t.At.Row, t.At.Col}]
		}
	}
	w.read()
	return Result{w.out, w.held, w.doubts}, w.refusing()
}
