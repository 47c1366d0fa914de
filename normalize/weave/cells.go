package weave

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// cells are the cells of a stream, and what is known of the place that reading
// has come to.
type cells struct {
	lex       *lexicon.Lexicon
	toks      []token
	afterList bool // the list of indicators has been read
}

// oneLine reports cells that stand in one line of the text.
func (w *cells) oneLine(from, to int) bool {
	return w.toks[from].row == w.toks[to-1].row
}

func (w *cells) doubt(i int, zh, en string) normalize.Doubt {
	t := &w.toks[i]
	return normalize.Doubt{At: t.At, Text: t.Text, Reason: extract.Text{ZH: zh, EN: en}}
}

// around is a cell with those beside it, so that a short one can be found.
func (w *cells) around(i int) string {
	const beside = 2
	var texts []string
	for k := max(0, i-beside); k < min(len(w.toks), i+beside+1); k++ {
		if t := &w.toks[k]; !t.blank {
			texts = append(texts, t.Text)
		}
	}
	return strings.Join(texts, " ")
}

// printed are the cells that are not empty.
func (w *cells) printed(body []int) []int {
	var out []int
	for _, i := range body {
		if !w.toks[i].blank {
			out = append(out, i)
		}
	}
	return out
}

// labelled reports a label of the head whose value is no cell of a list.
func (w *cells) labelled(i int) bool {
	return w.lex.Head[w.toks[i].Bare] == "project" || w.lex.Head[w.toks[i].Bare] == "other"
}

func (w *cells) upTo(from, to int, blanks bool) []int {
	var out []int
	for i := from; i < to; i++ {
		if blanks || !w.toks[i].blank {
			out = append(out, i)
		}
	}
	return out
}

func (w *cells) anyPrinted(is []int) bool {
	return slices.ContainsFunc(is, func(i int) bool { return !w.toks[i].blank })
}

// blocks are the kinds of block that a label names; 年度绩效目标2 is numbered.
func (w *cells) blocks(bare string) []string {
	if ids := w.lex.Block[bare]; len(ids) > 0 || bare == "" {
		return ids
	}
	return w.lex.Block[strings.TrimRight(bare, "0123456789")]
}

func (w *cells) skipBlanks(i int) int {
	for i < len(w.toks) && w.toks[i].blank {
		i++
	}
	return i
}
