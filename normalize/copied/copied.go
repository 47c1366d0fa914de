// Package copied undoes what programs do to the cells of a table when they copy it: they number
// its rows, and put what a merged cell says into each place that it was merged over.
//
//	lines = copied.Undo(lines, lex)
//
// What is taken out of a row is still told: numbers of rows by their line (table.Line.Number),
// a text that was put into several places by the one cell that spans them again.
package copied

import (
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Undo gives the lines of a document without that. Lines of a table follow each other.
func Undo(lines []*table.Line, lex *lexicon.Lexicon) []*table.Line {
	out := lines[:0:0]
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Table == lines[from].Table {
			to++
		}
		rows := lines[from:to]
		if !lines[from].Loose {
			rows = withoutNumbers(rows)
			giveBack(rows, lex)
		}
		out, from = append(out, rows...), to
	}
	return out
}
