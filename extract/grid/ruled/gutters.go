package ruled

import (
	"cmp"
	"math"
	"slices"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Uprights that are drawn nowhere. A ruled column holds several where figures stand
// side by side in it, line below line, with a gutter between that no text crosses: a
// table that rules its labels off and nothing else.

// ruleGutters puts edges into the gutters between figures.
func ruleGutters(p *piece.Piece) {
	parted := make([]int, p.Cols()) // lines of several texts, by columns
	for k := range p.Cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			if c.Cols == 1 && hasGap(p, c.Lines[i].Glyphs) {
				parted[c.Col]++
			}
		}
	}
	for col := p.Cols() - 1; col >= 0; col-- {
		if parted[col] < leastRows {
			continue
		}
		if at := gutters(p, col); len(at) > 0 {
			ruleColumn(p, col, at)
			p.Aligned = true
		}
	}
	if p.Aligned {
		p.SetBoxes()
	}
}

// hasGap reports whether texts of a line stand apart.
func hasGap(p *piece.Piece, list []int) bool {
	for k := 1; k < len(list); k++ {
		if gapBefore(&p.Sheet.Chars, list, k) > page.Word {
			return true
		}
	}
	return false
}

// gutters are the middles of the gutters within a column. What stands in its first
// row may be a heading over all of them.
func gutters(p *piece.Piece, col int) []float64 {
	var first, rest [][]textBox
	for k := range p.Cells {
		c := &p.Cells[k]
		if c.Col != col || c.Cols != 1 {
			continue
		}
		for i := range c.Lines {
			if texts := boxesOf(p, c.Lines[i].Glyphs); c.Row == 0 {
				first = append(first, texts)
			} else {
				rest = append(rest, texts)
			}
		}
	}
	below, all := guttersOf(rest, p.Sheet.Em), guttersOf(append(first, rest...), p.Sheet.Em)
	if len(below) >= len(all) {
		return below
	}
	return all
}

// guttersOf are the middles of the gutters between figures that run through all lines,
// and where there are any, of those between a label and a figure.
func guttersOf(lines [][]textBox, em float64) []float64 {
	var taken []fit.Interval
	for _, texts := range lines {
		for _, t := range texts {
			taken = append(taken, t.Interval)
		}
	}
	slices.SortFunc(taken, func(a, b fit.Interval) int { return cmp.Compare(a.Lo, b.Lo) })
	var out []float64
	reach, certain := math.Inf(1), false
	for _, t := range taken {
		if t.Lo-reach > page.Word*em {
			figures, labels := beside(lines, reach, t.Lo)
			if figures || labels {
				out = append(out, (reach+t.Lo)/2)
			}
			certain = certain || figures
		}
		if math.IsInf(reach, 1) {
			reach = t.Hi
		}
		reach = math.Max(reach, t.Hi)
	}
	if !certain {
		return nil
	}
	return out
}

// beside reports whether figures stand on both sides of a gutter, or at its right, in
// several lines and in most of those that have a text on both.
func beside(lines [][]textBox, lo, hi float64) (figures, labels bool) {
	both, right, n := 0, 0, 0
	for _, texts := range lines {
		l, r := -1, -1
		for i := range texts {
			if texts[i].Hi <= lo {
				l = i
			} else if texts[i].Lo >= hi && r < 0 {
				r = i
			}
		}
		if l < 0 || r < 0 {
			continue
		}
		n++
		if texts[r].figure {
			right++
			if texts[l].figure {
				both++
			}
		}
	}
	return both >= leastRows && 2*both > n, right >= leastRows && 2*right > n
}

// textBox is a text of a line, from where to where it reaches.
type textBox struct {
	fit.Interval
	figure bool
}

func boxesOf(p *piece.Piece, glyphs []int) []textBox {
	var out []textBox
	for _, text := range textsOf(p, glyphs) {
		b := p.Sheet.Around(text)
		out = append(out, textBox{fit.Interval{Lo: b[0], Hi: b[2]}, sheet.Amount(p.Sheet.PlainText(text))})
	}
	return out
}

// ruleColumn puts edges into a column and parts its cells at them. A cell with a text
// that crosses one is merged over them.
func ruleColumn(p *piece.Piece, col int, at []float64) {
	more := len(at)
	p.Xs = slices.Insert(p.Xs, col+1, at...)
	var parts []piece.Cell
	for k := range p.Cells {
		c := &p.Cells[k]
		switch {
		case c.Col > col:
			c.Col += more
		case c.Col+c.Cols > col:
			single := c.Cols == 1
			c.Cols += more
			filled := columnsOf(p, c)
			if !single || filled == nil && len(c.Lines) > 0 && c.Row == 0 {
				continue
			}
			if filled == nil {
				filled = map[int][]int{0: c.Glyphs}
			}
			for i := 1; i < c.Cols; i++ {
				parts = append(parts, piece.Cell{Row: c.Row, Col: c.Col + i, Rows: c.Rows, Cols: 1, Glyphs: filled[i], NoTop: c.NoTop, NoBottom: c.NoBottom})
			}
			c.Cols, c.Glyphs = 1, filled[0]
			c.Lines = p.Sheet.Lines(c.Glyphs)
		}
	}
	for k := range parts {
		parts[k].Lines = p.Sheet.Lines(parts[k].Glyphs)
	}
	p.Cells = append(p.Cells, parts...)
}
