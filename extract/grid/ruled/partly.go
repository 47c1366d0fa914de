package ruled

import (
	"math"
	"sort"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// Partly ruled tables. The rulings that are drawn hold; between two of them (a band)
// may stand rows that none parts, which are told by the lines of all its cells at
// once (fit.Rows). A frame with horizontal lines only has columns that are not ruled.

// hidesColumns reports whether a table of one ruled column shows several by the
// gaps in its lines; it is then read as one without rulings.
func hidesColumns(p *piece.Piece) bool {
	if p.Cols() != 1 {
		return false
	}
	n := 0
	for k := range p.Cells {
		for _, l := range p.Sheet.Lines(p.Cells[k].Glyphs) {
			if p.Sheet.WideGaps(&l) >= 2 {
				n++
			}
		}
	}
	return n >= 3
}

// A table that rules its rows means the lines of a cell to be lines of a cell. It does
// where most of its bands are one row, but for a heading and a total. In others they are
// lines when they follow each other more closely than its rows do, or where it rules
// hardly a row, than rows can, unless they are many.
const (
	leastBorder = 1.0  // what is worth a border between rows that a table does not rule
	sameHeight  = 0.85 // of the height of a ruled row, what lines are apart that are rows
	fewRuled    = 2    // ruled rows of one line that need not be as high as others: the heading, the total
	manyRows    = 3    // borders in one band, all worth it: no cells hold as many figures side by side
	closeLines  = 1.4  // how far lines of one text are apart as a rule, in character sizes
)

// band is what lies between two rulings, and the borders of the rows in it.
type band struct {
	row     int
	borders []float64
	pitch   float64
}

// splitRows parts the bands of a table that hold several rows.
func splitRows(p *piece.Piece) {
	if p.Cols() < 3 {
		return
	}
	several, ruled := bands(p)
	rulesRows := p.Rows()-fewRuled-len(several) > len(several)
	least := math.Inf(1) // height of a ruled row
	for _, r := range ruled {
		least = math.Min(least, p.Ys[r+1]-p.Ys[r])
	}
	for i := len(several) - 1; i >= 0; i-- {
		b := &several[i]
		rows := len(ruled) == 0 || b.pitch >= sameHeight*least || len(ruled) <= fewRuled && b.pitch >= closeLines*p.Sheet.Em || len(b.borders) >= manyRows
		if rulesRows || !rows {
			p.Stacked = true
			continue
		}
		splitRow(p, b.row, b.borders)
		p.Aligned = true
	}
	p.SetBoxes()
}

// bands lists those of several rows, and those whose cells have one line at most.
func bands(p *piece.Piece) (several []band, ruled []int) {
	byRow := make([][]int, p.Rows())
	for k := range p.Cells {
		if c := &p.Cells[k]; c.Rows == 1 && len(c.Lines) > 0 {
			byRow[c.Row] = append(byRow[c.Row], k)
		}
	}
	margins := margins(p)
	for r, cells := range byRow {
		lines, stacked := 0, 0
		for _, k := range cells {
			lines = max(lines, len(p.Cells[k].Lines))
			stacked = max(stacked, figures(p, &p.Cells[k]))
		}
		if lines == 1 {
			ruled = append(ruled, r)
		}
		if stacked < 2 {
			continue
		}
		borders, worth := fit.Rows(p.Sheet.Em, bandLines(p, cells, margins))
		kept := borders[:0]
		for i := range borders {
			if worth[i] >= leastBorder {
				kept = append(kept, borders[i])
			}
		}
		if len(kept) > 0 {
			several = append(several, band{r, kept, pitch(p, cells)})
		}
	}
	return several, ruled
}

// pitch is the least distance of two figures below each other in a cell.
func pitch(p *piece.Piece, cells []int) float64 {
	least := math.Inf(1)
	for _, k := range cells {
		lines := p.Cells[k].Lines
		for i := 1; i < len(lines); i++ {
			if sheet.Amount(p.Sheet.PlainText(lines[i-1].Glyphs)) && sheet.Amount(p.Sheet.PlainText(lines[i].Glyphs)) {
				least = math.Min(least, page.MidY(lines[i].Tall)-page.MidY(lines[i-1].Tall))
			}
		}
	}
	return least
}

// leastMargin is what a cell keeps free of its width at least, in character sizes.
const leastMargin = 0.3

// margins is what lines leave of the width of their cells, at least and at most: no more
// than the longest does.
func margins(p *piece.Piece) fit.Interval {
	em := p.Sheet.Em
	least := fit.FullLine * em
	for k := range p.Cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			least = math.Min(least, c.Box[2]-c.Box[0]-c.Lines[i].Box[2]+c.Lines[i].Box[0])
		}
	}
	least = math.Max(0, least)
	return fit.Interval{Lo: math.Min(least, leastMargin*em), Hi: least}
}

func figures(p *piece.Piece, c *piece.Cell) int {
	n := 0
	for i := range c.Lines {
		if sheet.Amount(p.Sheet.PlainText(c.Lines[i].Glyphs)) {
			n++
		}
	}
	return n
}

// bandLines are the lines of cells side by side.
func bandLines(p *piece.Piece, cells []int, margins fit.Interval) []fit.Line {
	var out []fit.Line
	for column, k := range cells {
		c := &p.Cells[k]
		for i := range c.Lines {
			l := &c.Lines[i]
			text := p.Sheet.LineText(l)
			next := ""
			if i+1 < len(c.Lines) {
				next = p.Sheet.LineText(&c.Lines[i+1])
			}
			out = append(out, fit.Line{
				Column: column, Top: l.Tall[1], Low: l.Tall[3],
				Room: c.Box[2] - c.Box[0] - margins.Hi, Wide: c.Box[2] - c.Box[0] - margins.Lo, Width: l.Box[2] - l.Box[0], FirstWord: p.Sheet.WordWidth(l, text),
				Figure: sheet.Amount(text), Ends: p.Sheet.EndsParagraph(text, next),
			})
		}
	}
	return out
}

// splitRow deals the lines of the cells of a band to the rows between borders.
func splitRow(p *piece.Piece, row int, borders []float64) {
	edges := append(append([]float64{p.Ys[row]}, borders...), p.Ys[row+1])
	more := len(borders)
	margins := margins(p)
	full := fullColumn(p, row, edges)
	var cells []piece.Cell
	for k := range p.Cells {
		c := p.Cells[k]
		switch {
		case c.Row > row:
			c.Row += more
		case c.Row+c.Rows <= row:
		case c.Rows > 1 || len(c.Lines) == 0:
			c.Rows += more
		default:
			cells = append(cells, parted(&c, texts(p, k, edges, margins), edges, c.Col < full)...)
			continue
		}
		cells = append(cells, c)
	}
	p.Cells = cells
	p.Ys = append(append(append([]float64(nil), p.Ys[:row+1]...), borders...), p.Ys[row+1:]...)
}

// fullColumn is the first column with a text in every row of a band. Those left of it
// are labels.
func fullColumn(p *piece.Piece, row int, edges []float64) int {
	full := p.Cols()
	for k := range p.Cells {
		if c := &p.Cells[k]; c.Row == row && c.Rows == 1 && rowsOf(c, edges) == len(edges)-1 {
			full = min(full, c.Col)
		}
	}
	return full
}

// rowsOf counts the rows in which a line of a cell stands.
func rowsOf(c *piece.Cell, edges []float64) int {
	rows := map[int]bool{}
	for i := range c.Lines {
		rows[piece.Slot(edges, page.MidY(c.Lines[i].Tall))] = true
	}
	return len(rows)
}

// text is lines of a cell that belong together.
type text struct {
	lines []sheet.Line
	rows  fit.Range // those it stands in
}

func (t *text) middle() float64 {
	return (t.lines[0].Tall[1] + t.lines[len(t.lines)-1].Tall[3]) / 2
}

// texts puts the lines of a cell together that stand in one row, or of which one was
// wrapped into the next: where there is not a text in every row.
func texts(p *piece.Piece, cell int, edges []float64, margins fit.Interval) []text {
	c, em := &p.Cells[cell], p.Sheet.Em
	lines := bandLines(p, []int{cell}, margins)
	full := rowsOf(c, edges) == len(edges)-1
	var out []text
	for i, l := range c.Lines {
		r := piece.Slot(edges, page.MidY(l.Tall))
		n := len(out) - 1
		if n >= 0 && (out[n].rows.Hi > r || !full && page.MidY(l.Tall)-page.MidY(c.Lines[i-1].Tall) < page.NextLine*em && fit.Wraps(&lines[i-1], &lines[i], em)) {
			out[n].lines, out[n].rows.Hi = append(out[n].lines, l), r+1
			continue
		}
		out = append(out, text{lines: []sheet.Line{l}, rows: fit.Range{Lo: r, Hi: r + 1}})
	}
	return out
}

// What a text costs, in character sizes off the middle of its rows.
const (
	costSpan  = 0.05 // rows that are not its own
	costBlank = 0.3  // a place that no text takes, left of the first full column
)

// parted are the cells of a band's cell, one for each text, and blank ones beside.
func parted(c *piece.Cell, list []text, edges []float64, label bool) []piece.Cell {
	n := len(edges) - 1
	em := list[0].lines[0].Tall[3] - list[0].lines[0].Tall[1]
	blank := 0.0
	if label {
		blank = costBlank
	}
	column := fit.Column{
		Rows: n,
		Cost: func(k, a, r int) float64 {
			t := &list[k]
			if a > t.rows.Lo || r < t.rows.Hi {
				return fit.FarOff
			}
			cost := 2 * math.Max(0, math.Abs(t.middle()-(edges[a]+edges[r])/2)/em-page.Line)
			if r-a > t.rows.Hi-t.rows.Lo {
				cost += costSpan
			}
			return cost
		},
		May:   func(int, int) bool { return true },
		Above: func(from, to int) float64 { return blank * float64(to-from) },
		Below: func(from, to int) float64 { return blank * float64(to-from) },
	}
	for k := range list {
		column.Ends = append(column.Ends, fit.Range{Lo: list[k].rows.Hi, Hi: min(n+1, fit.LongestSpan(list[k].rows.Lo))})
	}
	spans, _ := column.Spans()
	var out []piece.Cell
	add := func(r fit.Range, lines []sheet.Line) {
		q := piece.Cell{Row: c.Row + r.Lo, Col: c.Col, Rows: r.Hi - r.Lo, Cols: c.Cols, NoTop: c.NoTop || r.Lo > 0, NoBottom: c.NoBottom || r.Hi < n}
		for _, l := range lines {
			q.Lines = append(q.Lines, l)
			q.Glyphs = append(q.Glyphs, l.Glyphs...)
		}
		out = append(out, q)
	}
	at := 0
	for k := range list {
		r := list[k].rows
		if spans != nil {
			r = spans[k]
		}
		for ; at < r.Lo; at++ {
			add(fit.Range{Lo: at, Hi: at + 1}, nil)
		}
		add(r, list[k].lines)
		at = r.Hi
	}
	for ; at < n; at++ {
		add(fit.Range{Lo: at, Hi: at + 1}, nil)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Row < out[j].Row })
	return out
}
