package stream

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// Cells are the cells of a stream, and what is known of the place that reading
// has come to.
type Cells struct {
	Lex       *lexicon.Lexicon
	Tokens    []Token
	AfterList bool // the list of indicators has been read
	Torn      bool // cells of the list may stand over several lines
}

// OneLine reports cells that stand in one line of the text.
func (w *Cells) OneLine(from, to int) bool {
	return w.Tokens[from].Line == w.Tokens[to-1].Line
}

// Doubt is a doubt about a cell.
func (w *Cells) Doubt(i int, zh, en string) normalize.Doubt {
	t := &w.Tokens[i]
	return normalize.Doubt{At: t.At, Text: t.Text, Reason: extract.Text{ZH: zh, EN: en}}
}

// Around is a cell with those beside it, so that a short one can be found.
func (w *Cells) Around(i int) string {
	const beside = 2
	var texts []string
	for k := max(0, i-beside); k < min(len(w.Tokens), i+beside+1); k++ {
		if t := &w.Tokens[k]; !t.Blank {
			texts = append(texts, t.Text)
		}
	}
	return strings.Join(texts, " ")
}

// Printed are the cells that are not empty.
func (w *Cells) Printed(body []int) []int {
	var out []int
	for _, i := range body {
		if !w.Tokens[i].Blank {
			out = append(out, i)
		}
	}
	return out
}

// Labelled reports a label of the head whose value is no cell of a list.
func (w *Cells) Labelled(i int) bool {
	return w.Lex.Head[w.Tokens[i].Bare] == "project" || w.Lex.Head[w.Tokens[i].Bare] == "other"
}

// UpTo are the cells of a stretch, with or without the empty ones.
func (w *Cells) UpTo(from, to int, blanks bool) []int {
	var out []int
	for i := from; i < to; i++ {
		if blanks || !w.Tokens[i].Blank {
			out = append(out, i)
		}
	}
	return out
}

// Blocks are the kinds of block that a label names.
func (w *Cells) Blocks(bare string) []string { return w.Lex.Blocks(bare) }

// SkipBlanks is the first cell from i on that is not empty.
func (w *Cells) SkipBlanks(i int) int {
	for i < len(w.Tokens) && w.Tokens[i].Blank {
		i++
	}
	return i
}
