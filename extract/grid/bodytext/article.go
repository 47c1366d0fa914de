// Package bodytext tells body text from rows of a table: columns of a newspaper
// (article.go), and lines of words set to a measure (paragraph.go). Phrases come in
// levels, those of one height, from top to bottom:
//
//	t := bodytext.Tell(phrases, levels, em)
//	t.Article[k] // level k is nothing but lines of body text in columns
//	t.Words[k]   // it is a line of words, and ends a table
package bodytext

import (
	"math"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// Body text set in columns is no table: lines that follow each other closely, fill
// their column, and stand in columns of one width. Paragraphs side by side are cells
// of a table where something else stands beside them, a label or a figure, or rows of
// cells before and behind.

const (
	articleWide = 10.0 // how wide a column of body text is at least, in character sizes
	articleFull = 0.8  // of the width, what most of its lines fill
	articleGap  = 3.0  // how far paragraphs of words are apart
	looksAhead  = 60   // phrases among which the next line is looked for
)

// Lines is how many lines before or behind a table, or of words, are body text.
const Lines = 8

// Text is what the levels of a page hold of body text.
type Text struct{ Article, Words []bool }

// Tell tells it.
func Tell(list []sheet.Phrase, levels [][]int, em float64) Text {
	t := Text{Article: articles(list, levels, em), Words: paragraphs(list, levels, em)}
	for k, is := range wordsInColumns(list, levels, t.Article) {
		t.Words[k] = t.Words[k] || is
	}
	return t
}

// articles tells which levels hold nothing but lines of body text in columns.
func articles(list []sheet.Phrase, levels [][]int, em float64) []bool {
	next, first := make([]int, len(list)), make([]bool, len(list))
	for i := range next {
		next[i], first[i] = -1, true
	}
	for i := range list {
		near := page.NextLine
		if has, han := letters(&list[i]); has && !han {
			near = articleGap // of the next paragraph
		}
		for k := i + 1; k < len(list) && k < i+looksAhead && list[k].Y()-list[i].Y() <= near*em; k++ {
			a, b := list[i].Box, list[k].Box
			if list[k].Y()-list[i].Y() > page.Word*em && math.Abs(a[0]-b[0]) < (page.Column+page.Line)*em && first[k] && page.Under(a, b) {
				next[i], first[k] = k, false
				break
			}
		}
	}
	text := make([]fit.Interval, len(list)) // the column of body text that a phrase is of
	count := map[int]int{}                  // columns of each width
	for i := range list {
		if first[i] {
			columnsOfText(list, next, i, em, text, count)
		}
	}
	out := make([]bool, len(levels))
	for r := range levels {
		out[r] = true
		for _, i := range levels[r] {
			w := int(math.Round((text[i].Hi - text[i].Lo) / em))
			out[r] = out[r] && w > 0 && count[w-1]+count[w]+count[w+1] >= 2
		}
	}
	return out
}

// columnsOfText gives the lines that follow one their column, where most fill it.
func columnsOfText(list []sheet.Phrase, next []int, first int, em float64, text []fit.Interval, count map[int]int) {
	g, n := fit.Interval{Lo: list[first].Box[0], Hi: list[first].Box[2]}, 0
	for i := first; i >= 0; i = next[i] {
		g.Lo, g.Hi = math.Min(g.Lo, list[i].Box[0]), math.Max(g.Hi, list[i].Box[2])
		n++
	}
	full := 0
	for i := first; i >= 0; i = next[i] {
		if list[i].Width() >= articleFull*(g.Hi-g.Lo) {
			full++
		}
	}
	if n < Lines/2 || 3*full < 2*n || g.Hi-g.Lo < articleWide*em {
		return
	}
	count[int(math.Round((g.Hi-g.Lo)/em))]++
	for i := first; i >= 0; i = next[i] {
		text[i] = g
	}
}

// wordsInColumns tells which levels are body text in columns of words that are parted
// by blanks: such text is none of a table wherever it stands. (Chinese paragraphs side
// by side may be cells.)
func wordsInColumns(list []sheet.Phrase, levels [][]int, article []bool) []bool {
	out := make([]bool, len(levels))
	for from := 0; from < len(levels); {
		to := from
		for to < len(levels) && article[to] && inWords(list, levels[to]) {
			to++
		}
		for k := from; to-from >= Lines && k < to; k++ {
			out[k] = true
		}
		from = max(to, from+1)
	}
	return out
}

func inWords(list []sheet.Phrase, blocks []int) bool {
	for _, i := range blocks {
		if has, han := letters(&list[i]); !has || han {
			return false
		}
	}
	return true
}
