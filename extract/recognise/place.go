package recognise

import (
	"math"
	"strings"

	"ziping/extract"
)

// Place brings what was found on straightened sheets back to the pages: the boxes of
// doc, to each cell that is one figure what its characters may be, the layers, and the
// pictures of cells that were not read for certain.
func Place(doc *extract.Document, pages []*Page) {
	byNumber := map[int]*Page{}
	for _, p := range pages {
		byNumber[p.Listed.Number] = p
		doc.Layers = append(doc.Layers, p.layer(doc))
	}
	var found clips
	for t := range doc.Tables {
		cells := doc.Tables[t].Cells
		for c := range cells {
			cell := &cells[c]
			p := byNumber[cell.Page]
			if p == nil {
				continue
			}
			if cell.Box != nil && len(cell.Parts) == 0 {
				cell.Glyphs = p.figure(*cell.Box, cell.Text)
				found.add(p, extract.CellRef(t, cell), *cell.Box)
			}
			p.restore(cell.Box)
			for i := range cell.Parts {
				if p := byNumber[cell.Parts[i].Page]; p != nil && cell.Parts[i].Box != cell.Box {
					p.restore(cell.Parts[i].Box)
				}
			}
		}
	}
	doc.Clips = append(doc.Clips, found.least()...)
	for i := range doc.Lines {
		if p := byNumber[doc.Lines[i].Page]; p != nil {
			p.restore(doc.Lines[i].Box)
		}
	}
}

// restore brings a box of the sheet to where it lies on the page: its sides go through
// the middles of the sides that it has there. On a page that lies on its side what was
// the left of a box is above or below it.
func (p *Page) restore(b *extract.Box) {
	if b == nil {
		return
	}
	mx, my := (b[0]+b[2])/2, (b[1]+b[3])/2
	var left, right, above, below [2]float64
	left[0], left[1] = p.back(b[0], my)
	right[0], right[1] = p.back(b[2], my)
	above[0], above[1] = p.back(mx, b[1])
	below[0], below[1] = p.back(mx, b[3])
	if math.Abs(right[0]-left[0]) < math.Abs(right[1]-left[1]) {
		left, right, above, below = above, below, left, right
	}
	*b = extract.Box{round(min(left[0], right[0])), round(min(above[1], below[1])), round(max(left[0], right[0])), round(max(above[1], below[1]))}
}

// figure is what the characters of a cell may be, if the cell is one line that was read
// as a figure.
func (p *Page) figure(box extract.Box, text string) []extract.Glyph {
	of := p.only(box, text)
	if of == nil {
		return nil
	}
	var out []extract.Glyph
	for _, s := range of.reading.Slots {
		var g extract.Glyph
		for _, a := range s.Alternatives {
			g = append(g, extract.Alternative{Text: a.Text, P: a.P})
		}
		out = append(out, g)
	}
	return out
}

// only is the line that a cell is, if it is one and was read as a figure.
func (p *Page) only(box extract.Box, text string) *line {
	var of *line
	for i := range p.lines {
		l := &p.lines[i]
		if !within(l.box, box) {
			continue
		}
		if of != nil {
			return nil
		}
		of = l
	}
	if of == nil || !of.figures || of.reading.Text() != strings.ReplaceAll(text, " ", "") {
		return nil
	}
	return of
}
