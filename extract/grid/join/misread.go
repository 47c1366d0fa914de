package join

import (
	"slices"

	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// A heading that was printed again may have been misread, there or where it stood first. It
// is told by those of its cells that are known headings and read the same.

const (
	// misread is the confidence below which a character may be another.
	misread = 0.9
	// fewKnown is how many known headings a row has at least that is told by them.
	fewKnown = 3
)

// likeBlocks reports the same cells on both sides, the first n rows of p and those of t from
// row on: in each row most are known headings that read the same, and what reads otherwise
// is words of which one side is not sure.
func likeBlocks(t, p *growing, n, row int, head, same map[blockCell]bool) bool {
	if len(head) != len(same) {
		return false
	}
	there := map[blockCell]string{}
	for c := range same {
		text := c.text
		c.text = ""
		there[c] = text
	}
	known, all := make([]int, n), make([]int, n)
	for c := range head {
		place := c
		place.text = ""
		text, ok := there[place]
		switch all[c.row]++; {
		case !ok:
			return false
		case text == c.text:
			if t.doc.Heading(text) {
				known[c.row]++
			}
		case sheet.Amount(text) || sheet.Amount(c.text) || !unsure(p.at(c.row, c.col)) && !unsure(t.at(row+c.row, c.col)):
			return false
		}
	}
	for i := range n {
		if all[i] > 0 && (known[i] < fewKnown || 2*known[i] < all[i]) {
			return false
		}
	}
	return true
}

// unsure reports a cell with a character that may be another.
func unsure(e *table.Entry) bool {
	return e != nil && slices.ContainsFunc(e.Parts, func(q table.Part) bool {
		return slices.ContainsFunc(q.Cell.Glyphs, func(n int) bool {
			g := &q.Sheet.Glyphs[n]
			return g.Doubtful || g.Confidence > 0 && g.Confidence < misread
		})
	})
}
