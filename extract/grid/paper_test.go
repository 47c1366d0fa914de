package grid

import (
	"fmt"
	"sort"

	"pgregory.net/rapid"

	"ziping/extract"
)

// paper draws invented tables, so that tests know what is on the page.

// style is how a table is drawn.
type style struct {
	em       float64
	perCell  bool    // each side of each cell is its own ruling
	rects    bool    // thin rectangles, not strokes
	dash     float64 // length of a dash, 0 for a full line
	double   bool    // two parallel lines
	jitter   float64 // in character sizes
	overrun  float64 // lines pass the corner, or stop short (negative)
	openSide bool    // no left and right border
	centre   bool    // text in the middle of cells, else top left
	padding  float64
}

// plan is a table to draw: cells cover it without overlap.
type plan struct {
	rows, cols int
	cells      []extract.Cell
	widths     []float64
	heights    []float64
	open       bool  // merged cells have no border at a page break
	on         []int // page of each cell's text, where there are several
}

// drawPlan invents a table with merged cells.
func drawPlan(t *rapid.T, em float64, maxRows int) plan {
	rows, cols := rapid.IntRange(2, maxRows).Draw(t, "rows"), rapid.IntRange(2, 7).Draw(t, "cols")
	taken := make([]bool, rows*cols)
	var cells []extract.Cell
	for r := range rows {
		for c := range cols {
			if taken[r*cols+c] {
				continue
			}
			rs, cs := 1, 1
			if rapid.IntRange(0, 4).Draw(t, "merge") == 0 {
				rs = rapid.IntRange(1, min(4, rows-r)).Draw(t, "rs")
				cs = rapid.IntRange(1, min(4, cols-c)).Draw(t, "cs")
			}
			for k := 1; k < cs; k++ {
				if taken[r*cols+c+k] {
					cs = k
				}
			}
			for j := r; j < r+rs; j++ {
				for i := c; i < c+cs; i++ {
					taken[j*cols+i] = true
				}
			}
			cells = append(cells, extract.Cell{Row: r, Col: c, RowSpan: rs, ColSpan: cs})
		}
	}
	p := compressed(plan{rows: rows, cols: cols, cells: cells})
	for range p.cols {
		p.widths = append(p.widths, em*float64(rapid.IntRange(3, 9).Draw(t, "width")))
	}
	for range p.rows {
		p.heights = append(p.heights, em*1.9)
	}
	for k := range p.cells {
		c := &p.cells[k]
		c.Text = drawText(t, k)
		lines := len(wrapped(c.Text, p.width(c)/em-1))
		have := 0.0
		for j := c.Row; j < c.Row+c.RowSpan; j++ {
			have += p.heights[j]
		}
		if need := (float64(lines)*1.3 + 0.6) * em; need > have {
			p.heights[c.Row+c.RowSpan-1] += need - have
		}
	}
	return p
}

// drawText gives some cells no text, others words or figures; k makes it unlike
// that of other cells.
func drawText(t *rapid.T, k int) string {
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("%d.%02d", k, rapid.IntRange(0, 99).Draw(t, "n"))
	default:
		const words = "财政资金预算执行绩效指标产出数量质量时效成本效益满意度完成情况"
		r := []rune(words)
		from := rapid.IntRange(0, len(r)-2).Draw(t, "from")
		n := rapid.IntRange(1, 12).Draw(t, "length")
		return string(r[from:min(len(r), from+n)]) + fmt.Sprint(k)
	}
}

// compressed drops rows and columns at whose start no cell begins: nobody could
// see them.
func compressed(p plan) plan {
	rows, cols := map[int]bool{}, map[int]bool{}
	for _, c := range p.cells {
		rows[c.Row], cols[c.Col] = true, true
	}
	before := func(seen map[int]bool, end int) int {
		n := 0
		for k := range end {
			if seen[k] {
				n++
			}
		}
		return n
	}
	for k := range p.cells {
		c := &p.cells[k]
		r, x := before(rows, c.Row), before(cols, c.Col)
		c.RowSpan, c.ColSpan = before(rows, c.Row+c.RowSpan)-r, before(cols, c.Col+c.ColSpan)-x
		c.Row, c.Col = r, x
	}
	p.rows, p.cols = len(rows), len(cols)
	return p
}

func (p *plan) width(c *extract.Cell) float64 {
	w := 0.0
	for i := c.Col; i < c.Col+c.ColSpan; i++ {
		w += p.widths[i]
	}
	return w
}

func edgesOf(sizes []float64, at float64) []float64 {
	out := []float64{at}
	for _, s := range sizes {
		at += s
		out = append(out, at)
	}
	return out
}

// wanted is what Find must return for the plan.
func (p *plan) wanted() extract.Table {
	t := extract.Table{Rows: p.rows, Cols: p.cols}
	for _, c := range p.cells {
		if c.Text != "" || c.RowSpan > 1 || c.ColSpan > 1 {
			t.Cells = append(t.Cells, c)
		}
	}
	sortCells(t.Cells)
	return t
}

func sortCells(cells []extract.Cell) {
	sort.Slice(cells, func(i, j int) bool {
		if cells[i].Row != cells[j].Row {
			return cells[i].Row < cells[j].Row
		}
		return cells[i].Col < cells[j].Col
	})
}

// draw puts the whole plan on a page, its top left at x, y.
func (p *plan) draw(page *Page, st style, noise func() float64, x, y float64) {
	xs, ys := edgesOf(p.widths, x), edgesOf(p.heights, y)
	pen := pen{page: page, st: st, noise: noise}
	for k := range p.cells {
		c := &p.cells[k]
		x0, y0, x1, y1 := xs[c.Col], ys[c.Row], xs[c.Col+c.ColSpan], ys[c.Row+c.RowSpan]
		// Each side as it is, or from grid line to grid line.
		pen.side(x0, y0, x1, y0)
		pen.side(x0, y1, x1, y1)
		if !st.openSide || c.Col > 0 {
			pen.side(x0, y0, x0, y1)
		}
		if !st.openSide || c.Col+c.ColSpan < p.cols {
			pen.side(x1, y0, x1, y1)
		}
		pen.text(c.Text, x0, y0, x1, y1)
	}
	if !st.perCell {
		page.Rules = merged(page.Rules)
	}
}

type pen struct {
	page  *Page
	st    style
	noise func() float64
}

func (p *pen) side(x0, y0, x1, y1 float64) {
	em := p.st.em
	dx, dy := p.noise()*p.st.jitter*em, p.noise()*p.st.jitter*em
	o := p.st.overrun * em
	if y0 == y1 {
		p.rule(x0+dx-o, y0+dy, x1+dx+o, y1+dy)
	} else {
		p.rule(x0+dx, y0+dy-o, x1+dx, y1+dy+o)
	}
}

func (p *pen) rule(x0, y0, x1, y1 float64) {
	add := func(x0, y0, x1, y1 float64) {
		if p.st.rects {
			if y0 == y1 {
				y0, y1 = y0-0.25, y1+0.25
			} else {
				x0, x1 = x0-0.25, x1+0.25
			}
		}
		p.page.Rules = append(p.page.Rules, ruling(x0, y0, x1, y1))
	}
	dashed := func(x0, y0, x1, y1 float64) {
		d := p.st.dash * p.st.em
		if d == 0 {
			add(x0, y0, x1, y1)
			return
		}
		for at := x0; y0 == y1 && at < x1; at += 2 * d {
			add(at, y0, min(at+d, x1), y1)
		}
		for at := y0; x0 == x1 && at < y1; at += 2 * d {
			add(x0, at, x1, min(at+d, y1))
		}
	}
	dashed(x0, y0, x1, y1)
	if gap := 0.22 * p.st.em; p.st.double && y0 == y1 {
		dashed(x0, y0+gap, x1, y1+gap)
	} else if p.st.double {
		dashed(x0+gap, y0, x1+gap, y1)
	}
}

// wrapped breaks a text into lines that are no wider than room characters.
func wrapped(text string, room float64) [][]rune {
	var lines [][]rune
	var line []rune
	for _, r := range text {
		if len(line) > 0 && lineWidth(line)+advance(r) > room {
			lines = append(lines, line)
			line = nil
		}
		line = append(line, r)
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// text sets a cell's text, wrapped to its width.
func (p *pen) text(text string, x0, y0, x1, y1 float64) {
	em := p.st.em
	lines := wrapped(text, (x1-x0)/em-1)
	y := y0 + 0.3*em
	if p.st.centre {
		y = (y0+y1)/2 - float64(len(lines))*1.3*em/2
	}
	for _, l := range lines {
		x := x0 + 0.5*em
		if p.st.centre {
			x = (x0+x1)/2 - lineWidth(l)*em/2
		}
		p.word(string(l), x, y)
		y += 1.3 * em
	}
}

func lineWidth(r []rune) float64 {
	w := 0.0
	for _, c := range r {
		w += advance(c)
	}
	return w
}

func advance(r rune) float64 {
	if r < 0x2000 {
		return 0.5
	}
	return 1
}

func (p *pen) word(text string, x, y float64) {
	for _, r := range text {
		w := advance(r) * p.st.em
		if r != ' ' {
			p.page.Glyphs = append(p.page.Glyphs, Glyph{Text: string(r), Box: extract.Box{x, y, x + w, y + 1.15*p.st.em}, Size: p.st.em})
		}
		x += w
	}
}

// merged makes long lines of sides that continue each other exactly.
func merged(rules []Rule) []Rule {
	horizontal := func(r Rule) bool { return r.X1-r.X0 >= r.Y1-r.Y0 }
	sort.Slice(rules, func(i, j int) bool {
		a, b := rules[i], rules[j]
		if horizontal(a) != horizontal(b) {
			return horizontal(a)
		}
		if horizontal(a) {
			if a.Y0 != b.Y0 {
				return a.Y0 < b.Y0
			}
			return a.X0 < b.X0
		}
		if a.X0 != b.X0 {
			return a.X0 < b.X0
		}
		return a.Y0 < b.Y0
	})
	var out []Rule
	for _, r := range rules {
		if n := len(out); n > 0 {
			l := &out[n-1]
			if horizontal(r) && horizontal(*l) && r.Y0 == l.Y0 && r.X0 <= l.X1 {
				l.X1 = max(l.X1, r.X1)
				continue
			}
			if !horizontal(r) && !horizontal(*l) && r.X0 == l.X0 && r.Y0 <= l.Y1 {
				l.Y1 = max(l.Y1, r.Y1)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func drawStyle(t *rapid.T) style {
	st := style{
		em:       rapid.SampledFrom([]float64{5, 7.5, 10.5, 12, 40}).Draw(t, "em"),
		perCell:  rapid.Bool().Draw(t, "per cell"),
		rects:    rapid.Bool().Draw(t, "rects"),
		centre:   rapid.Bool().Draw(t, "centre"),
		openSide: rapid.IntRange(0, 4).Draw(t, "open side") == 0,
		overrun:  rapid.SampledFrom([]float64{0, 0, 0.1, -0.1, 0.3}).Draw(t, "overrun"),
	}
	switch rapid.IntRange(0, 4).Draw(t, "line") {
	case 0:
		st.dash = 0.25
	case 1:
		st.double = true
	}
	if st.perCell {
		st.jitter = rapid.SampledFrom([]float64{0, 0, 0.05, 0.1}).Draw(t, "jitter")
	}
	return st
}

// ruling is one from its upper or left end.
func ruling(x0, y0, x1, y1 float64) Rule { return Rule{X0: x0, Y0: y0, X1: x1, Y1: y1} }
