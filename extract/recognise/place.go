package recognise

import (
	"math"
	"strings"

	"ziping/extract"
)

// Place brings what was found on straightened sheets back to the pages: the boxes of
// doc, to each cell that is one figure what its characters may be, and the layers.
func Place(doc *extract.Document, pages []*Page) {
	byNumber := map[int]*Page{}
	for _, p := range pages {
		byNumber[p.Listed.Number] = p
		doc.Layers = append(doc.Layers, p.layer(doc))
	}
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
			}
			p.restore(cell.Box)
			for i := range cell.Parts {
				if p := byNumber[cell.Parts[i].Page]; p != nil && cell.Parts[i].Box != cell.Box {
					p.restore(cell.Parts[i].Box)
				}
			}
		}
	}
	for i := range doc.Lines {
		if p := byNumber[doc.Lines[i].Page]; p != nil {
			p.restore(doc.Lines[i].Box)
		}
	}
}

// restore brings a box of the sheet to where it lies on the page, which may lie on its
// side: it goes through the middles of the sides that it has there.
func (p *Page) restore(b *extract.Box) {
	if b == nil {
		return
	}
	mx, my := (b[0]+b[2])/2, (b[1]+b[3])/2
	out := extract.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, side := range [4][2]float64{{b[0], my}, {b[2], my}, {mx, b[1]}, {mx, b[3]}} {
		x, y := p.back(side[0], side[1])
		out = extract.Box{min(out[0], x), min(out[1], y), max(out[2], x), max(out[3], y)}
	}
	for i, v := range out {
		b[i] = round(v)
	}
}

// figure is what the characters of a cell may be, if the cell is one line that was read
// as a figure.
func (p *Page) figure(box extract.Box, text string) []extract.Glyph {
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
