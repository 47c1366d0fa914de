package xlsxout

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

func total(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func (d *drawing) cols() int { return max(1, d.layout.Cols) }

func (d *drawing) columns() {
	d.width = d.layout.Widths
	if len(d.width) != d.cols() {
		d.width = make([]int, d.cols())
		for i := range d.width {
			d.width[i] = 14
		}
	}
	d.width = slices.Clone(d.width)
	d.widen()
	// Columns of one width in one call: for each the library looks at all those before.
	for from, to := 0, 0; from < len(d.width); from = to {
		w := d.width[from]
		for to = from + 1; to < len(d.width) && d.width[to] == w; to++ {
		}
		first, err := excelize.ColumnNumberToName(from + 1)
		if err != nil {
			return
		}
		last, err := excelize.ColumnNumberToName(to)
		if err != nil {
			return
		}
		d.k.do(func() error { return d.k.f.SetColWidth(d.sheet.name, first, last, float64(w)+1) })
	}
}

// widen gives every figure the room it is printed in: a spreadsheet shows a
// number that does not fit as #### and neither wraps nor cuts it.
func (d *drawing) widen() {
	for i := range d.layout.Cells {
		c := &d.layout.Cells[i]
		if _, _, ok := figureOf(c); !ok || c.Col >= len(d.width) {
			continue
		}
		n := min(c.ColSpan, len(d.width)-c.Col)
		for lack := halfWidths(c.Text) + 2 - d.span(c.Col, n); lack > 0; lack-- {
			narrowest := c.Col
			for k := c.Col; k < c.Col+n; k++ {
				if d.width[k] < d.width[narrowest] {
					narrowest = k
				}
			}
			d.width[narrowest]++
		}
	}
	for i, w := range d.width {
		d.width[i] = min(w, maxWidth)
	}
}

// span is the width of some columns in characters.
func (d *drawing) span(col, n int) int {
	w := 0
	for i := col; i < min(col+n, len(d.width)); i++ {
		w += d.width[i] + 1 // as wide as columns sets it
	}
	return w
}

// linesNeeded is how many lines a text takes in a width given in half-width
// characters. A little is kept back: fonts differ.
func linesNeeded(text string, width int) int {
	room := max(2, width-1-width/16)
	lines := 0
	for _, p := range strings.Split(text, "\n") {
		lines += max(1, (halfWidths(p)+room-1)/room)
	}
	return lines
}

// halfWidths is the width of a text in half-width characters.
func halfWidths(text string) int {
	w := 0
	for _, r := range text {
		if r < 0x2e80 {
			w++
		} else {
			w += 2
		}
	}
	return w
}
