package pdfin

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
	"ziping/text/blank"
)

// clip is text that nobody sees because it reaches out of what it may be drawn in: a
// spreadsheet clips what a cell has no room for.
type clip struct {
	page int
	text string
	in   extract.Box
}

// clips are the clipped ones of the characters that nobody sees.
func (p *onePage) clips(unseen []evidence.Char, trace func(run uint64) (drawn.Trace, bool)) (out []clip) {
	var last extract.Box
	var list []evidence.Char
	flush := func() {
		for _, g := range runs(list, p.view) {
			out = append(out, clip{p.page.Number, g.Text, last})
		}
		list = nil
	}
	for i := range unseen {
		ch := &unseen[i]
		t, ok := trace(ch.Run.ID)
		if !ok || plane.Within(plane.Shrunk(ch.Glyph(p.view).Box, 0.15), t.Clip) {
			continue
		}
		if t.Clip != last {
			flush()
			last = t.Clip
		}
		list = append(list, *ch)
	}
	flush()
	return out
}

// clippedCells warns of cells that show less than stands in them. A label in the middle of
// all of its rows is drawn on each page that these reach, and what one page clips off
// another shows.
func (r *reader) clippedCells() {
	for _, c := range r.clipped {
		table, cell := r.cellAround(c.page, c.in)
		if cell == nil || strings.Contains(blank.Fold(cell.Text), blank.Fold(c.text)) {
			continue
		}
		at := extract.CellRef(table, cell)
		if slices.ContainsFunc(r.doc.Warnings, func(w extract.Warning) bool {
			return w.Code == extract.WarnClipped && w.At != nil && w.At.Key() == at.Key()
		}) {
			continue
		}
		msg := extract.Text{ZH: "单元格放不下其中的文字，有一部分没有印出，读到的不完整：" + shorten(cell.Text), EN: "a cell has no room for its text, some of which is not printed; what was read is not whole: " + shorten(cell.Text)}
		r.doc.Warnings = append(r.doc.Warnings, extract.Warning{Code: extract.WarnClipped, Message: msg.In(r.lang), At: &at})
	}
}

// aboutCell is how far in points a clip may reach out of its cell: half of a thick ruling.
const aboutCell = 3

// cellAround is the cell that a box of a page lies in.
func (r *reader) cellAround(page int, box extract.Box) (table int, cell *extract.Cell) {
	holds := func(on int, b *extract.Box) bool {
		return on == page && b != nil && plane.Within(box, extract.Box{b[0] - aboutCell, b[1] - aboutCell, b[2] + aboutCell, b[3] + aboutCell})
	}
	for t := range r.doc.Tables {
		for k := range r.doc.Tables[t].Cells {
			c := &r.doc.Tables[t].Cells[k]
			if holds(c.Page, c.Box) || slices.ContainsFunc(c.Parts, func(q extract.Part) bool { return holds(q.Page, q.Box) }) {
				return t, c
			}
		}
	}
	return 0, nil
}
