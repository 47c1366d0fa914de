package pdfout

import "ziping/normalize"

// How large the text of a form is set, and on which paper: the cells wrapped, the pages
// counted.

// sizes of text in cells that are tried, largest first. As in the workbook, a form is
// shrunk to one page as long as that leaves 6 pt.
var sizes = []float64{8, 7.5, 7, 6.5, 6}

// longSizes are those for a form of several pages: a smaller one is taken where it spares
// a page that would hold next to nothing.
var longSizes = []float64{8, 7.5, 7}

// sparse is the share of a last page below which it is worth sparing.
const sparse = 0.2

// set is a way to set a form.
type set struct {
	sheet sheet
	size  float64
}

// choose chooses paper and size: the largest text that puts the form and all that is said
// of it on one page, else the form alone; upright where both are as large. A form that is
// longer lies.
func (f *facsimile) choose(tail func() float64) set {
	first := set{}
	for _, size := range sizes {
		for _, s := range []sheet{upright, lying} {
			if !mayFit(f.layout.Rows, s, size) {
				continue
			}
			pages, y, crowded := f.try(set{s, size})
			if pages > 1 || crowded || y > s.end() {
				continue
			}
			if y+tail() <= s.end() {
				return set{s, size}
			}
			if first.size == 0 {
				first = set{s, size}
			}
		}
	}
	if first.size > 0 {
		return first
	}
	long := set{lying, longSizes[0]}
	most, y, _ := f.try(long)
	if (y-top)/lying.room() > sparse {
		return long
	}
	for _, size := range longSizes[1:] {
		if n, _, _ := f.try(set{lying, size}); n < most {
			return set{lying, size}
		}
	}
	return long
}

// mayFit reports that so many rows have room on one page, each of one line: to wrap the
// cells of a form that is longer shows nothing else.
func mayFit(rows int, s sheet, size float64) bool {
	least := &facsimile{size: size, line: size / 2}
	return float64(rows-1)*least.height(1) <= s.room()
}

// try places a form and says how many pages it takes, where its last line ends, and
// whether figures have to be broken over lines.
func (f *facsimile) try(s set) (pages int, y float64, crowded bool) {
	f.d.sheet = s.sheet
	_, before := f.setAround(f.layout.Before, true)
	_, after := f.setAround(f.layout.After, false)
	f.at(s.size, 1, top+before)
	return f.page, f.y + after, f.crowded
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
	f.colX[n] = left + f.d.sheet.body()
	f.byRow = make([][]int, f.layout.Rows)
	f.text = make([]cellText, len(f.layout.Cells))
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

func (f *facsimile) wrapCell(c *normalize.LayoutCell) (t cellText) {
	width := f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)] - f.colX[c.Col] - 2*f.padding()
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
func (f *facsimile) padding() float64 { return 0.15 * f.size }

func (f *facsimile) height(lines int) float64 { return float64(max(1, lines))*f.line + 2*f.padding() }
