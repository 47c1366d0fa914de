package pdfout

import "ziping/normalize"

// The cells of a form drawn where their rows came to lie.

// draw draws the cells, page by page.
func (f *facsimile) draw() {
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		t := f.text[i]
		if c.RowSpan == 1 {
			for n, p := range f.rows[c.Row].pieces {
				f.d.p.SetPage(p.page)
				f.d.setSize(f.size)
				f.box(c, p.y0, p.y1)
				from, to := 0, len(t.lines)
				if p.to > 0 {
					from, to = min(p.from, len(t.lines)), min(p.to, len(t.lines))
				}
				f.inBox(i, c, p.y0, p.y1, from, to, n == 0)
			}
			continue
		}
		from := 0
		areas := f.areas(c)
		for n, a := range areas {
			f.d.p.SetPage(a.page)
			f.d.setSize(f.size)
			f.box(c, a.y0, a.y1)
			to := min(len(t.lines), from+max(1, int((a.y1-a.y0-2*f.padding()+0.01)/f.line)))
			if n == len(areas)-1 {
				to = len(t.lines)
			}
			f.inBox(i, c, a.y0, a.y1, from, to, n == 0)
			from = to
		}
	}
	f.headings()
	f.d.p.SetPage(f.d.p.PageCount())
}

// headings draws the heading rows again where a page break cut their block.
func (f *facsimile) headings() {
	for _, g := range f.again {
		f.d.p.SetPage(g.page)
		f.d.setSize(f.size)
		for k := g.rows.First; k <= g.rows.Last; k++ {
			for _, i := range f.byRow[k] {
				c := &f.layout.Cells[i]
				last := c.Row + c.RowSpan - 1
				if last > g.rows.Last { // the block's label down the side
					continue
				}
				y0, y1 := f.rows[k].pieces[0].y0+g.shift, f.rows[last].pieces[0].y1+g.shift
				f.box(c, y0, y1)
				f.inBox(i, c, y0, y1, 0, len(f.text[i].lines), false)
			}
		}
	}
}

// areas joins the pieces of the rows a cell spans, one area for each page.
func (f *facsimile) areas(c *normalize.LayoutCell) []piece {
	var out []piece
	for r := c.Row; r < min(c.Row+c.RowSpan, len(f.rows)); r++ {
		for _, p := range f.rows[r].pieces {
			if n := len(out) - 1; n >= 0 && out[n].page == p.page {
				out[n].y1 = p.y1
			} else {
				out = append(out, piece{page: p.page, y0: p.y0, y1: p.y1})
			}
		}
	}
	return out
}
