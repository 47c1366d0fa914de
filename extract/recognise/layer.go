package recognise

import (
	"cmp"
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/grid"
)

// layer is what was read of a page as a text layer over its picture: cell by cell in
// the order of doc, whose boxes still lie on the sheet, then what no cell holds, and from
// top to bottom in each.
func (p *Page) layer(doc *extract.Document) extract.Layer {
	out := extract.Layer{Page: p.Listed.Number, Width: p.Listed.Width, Height: p.Listed.Height}
	rank := p.ranks(doc)
	order := make([]int, len(p.lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(p.lines[a].box[1], p.lines[b].box[1]))
	})
	cells := p.figures(doc)
	for _, i := range order {
		if l, ok := p.traced(&p.lines[i]); ok {
			l.At = cells[&p.lines[i]]
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}

// figures are the cells of doc that are one line each, and a figure.
func (p *Page) figures(doc *extract.Document) map[*line]*extract.Ref {
	out := map[*line]*extract.Ref{}
	for t := range doc.Tables {
		cells := doc.Tables[t].Cells
		for c := range cells {
			if cell := &cells[c]; cell.Page == p.Listed.Number && cell.Box != nil && len(cell.Parts) == 0 {
				if l := p.only(*cell.Box, cell.Text); l != nil {
					at := extract.CellRef(t, cell).Key()
					out[l] = &at
				}
			}
		}
	}
	return out
}

// ranks are the places of the lines of a page in the order of reading of doc.
func (p *Page) ranks(doc *extract.Document) []int {
	rank := make([]int, len(p.lines))
	for i := range rank {
		rank[i] = math.MaxInt
	}
	next := 0
	take := func(page int, b *extract.Box) {
		next++
		if page != p.Listed.Number || b == nil {
			return
		}
		for i := range p.lines {
			if rank[i] == math.MaxInt && within(p.lines[i].box, *b) {
				rank[i] = next
			}
		}
	}
	at := 0
	loose := func(before int) {
		for ; at < len(doc.Lines) && doc.Lines[at].Before <= before; at++ {
			take(doc.Lines[at].Page, doc.Lines[at].Box)
		}
	}
	for t := range doc.Tables {
		loose(t)
		for c := range doc.Tables[t].Cells {
			cell := &doc.Tables[t].Cells[c]
			take(cell.Page, cell.Box)
			for _, part := range cell.Parts {
				take(part.Page, part.Box)
			}
		}
	}
	loose(len(doc.Tables))
	return rank
}

// within reports a box whose middle lies in another.
func within(b, in extract.Box) bool {
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	return x >= in[0] && x <= in[2] && y >= in[1] && y <= in[3]
}

// traced is a line where it stands on the page, false if nothing was read of it.
func (p *Page) traced(l *line) (out extract.LayerLine, ok bool) {
	glyphs := l.glyphs()
	if len(glyphs) == 0 {
		return out, false
	}
	slices.SortStableFunc(glyphs, func(a, b grid.Glyph) int { return cmp.Compare(a.Box[0], b.Box[0]) })
	left, right := glyphs[0].Box[0], glyphs[len(glyphs)-1].Box[2]
	x, y := p.back(left, l.bottom)
	endX, endY := p.back(right, l.bottom)
	upX, upY := p.back(left, l.top)
	if right <= left || math.Hypot(endX-x, endY-y) == 0 || math.Hypot(upX-x, upY-y) == 0 {
		return out, false
	}
	out = extract.LayerLine{X: round(x), Y: round(y), AlongX: round(endX - x), AlongY: round(endY - y), UpX: round(upX - x), UpY: round(upY - y)}
	share := func(v float64) float64 { return math.Round((v-left)/(right-left)*1e4) / 1e4 }
	text, end := []rune(nil), left
	for _, g := range glyphs {
		if g.Box[0] > end {
			text, out.Ends = append(text, ' '), append(out.Ends, share(g.Box[0]))
		}
		from := max(g.Box[0], end)
		end = max(g.Box[2], from)
		rs := []rune(g.Text)
		for i, r := range rs {
			text, out.Ends = append(text, r), append(out.Ends, share(from+(end-from)*float64(i+1)/float64(len(rs))))
		}
	}
	out.Text = string(text)
	return out, true
}
