package pdfout

import "ziping/normalize"

// How large the text of a form is set: the cells wrapped, the pages counted.

// sizes of text in cells that are tried, largest first: a smaller one is taken
// where it spares a page that would hold next to nothing.
var sizes = []float64{8, 7.5, 7}

// sparse is the share of a last page below which it is worth sparing.
const sparse = 0.2

// fitPages places the rows at the largest size that does not leave a nearly
// empty last page, and makes the pages.
func (f *facsimile) fitPages() {
	page, y := f.d.p.PageNo(), f.y
	type result struct {
		pages int
		used  float64
	}
	var first result
	choice := 0
	for i, size := range sizes {
		f.at(size, page, y)
		r := result{f.page, (f.y - top) / (bodyBottom - top)}
		if i == 0 {
			first = r
			if r.pages == page || r.used > sparse {
				break
			}
			continue
		}
		if r.pages < first.pages {
			choice = i
			break
		}
	}
	f.at(sizes[choice], page, y)
	for f.d.p.PageNo() < f.page {
		f.d.p.AddPage()
	}
}

// at places all rows with text of the given size, beginning at y of a page.
func (f *facsimile) at(size float64, page int, y float64) {
	f.size, f.line = size, size/2
	f.page, f.y, f.again = page, y, nil
	f.measure()
	f.place()
}

// measure wraps every cell and finds the columns' edges.
func (f *facsimile) measure() {
	f.d.setSize(f.size)
	n := max(1, f.layout.Cols)
	f.colX = make([]float64, n+1)
	x := left
	for i, w := range f.columns() {
		f.colX[i] = x
		x += w
	}
	f.colX[n] = left + bodyWidth
	clear(f.byRow)
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		f.byRow[c.Row] = append(f.byRow[c.Row], i)
		f.text[i] = f.wrapCell(c)
	}
}

// cellText is a cell's text in lines; the first struck lines are the old value.
type cellText struct {
	lines  []string
	struck int
}

func (f *facsimile) wrapCell(c *normalize.LayoutCell) *cellText {
	width := f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)] - f.colX[c.Col] - 2*padding
	t := &cellText{}
	if was, ok := f.was[c.Path]; ok && was != c.Text {
		t.lines = f.d.wrap(f.d.clean(was), width)
		t.struck = len(t.lines)
	}
	if c.Text != "" {
		t.lines = append(t.lines, f.d.wrap(f.d.clean(c.Text), width)...)
	}
	return t
}

// padding is the room between the frame of a cell and its text, in millimetres.
const padding = 1.2

func (f *facsimile) height(lines int) float64 { return float64(max(1, lines))*f.line + 2*padding }
