// Package breaks measures how well tables are put together over page breaks: it
// sets forms on pages of every height, so that a break comes at every place, in
// the manners of the programs that print them, and reads the pages as geometry,
// without a file between.
package breaks

import (
	"ziping/extract"
	"ziping/extract/grid"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/pdfbuild"
	"ziping/tools/eval/typeset"
)

// Manner is a way of printing a table over pages.
type Manner struct {
	Name string
	Look looks.Look
	// Open: no border is drawn where a page break cuts a cell.
	Open bool
	// Clipped: what hangs out of its cell is not in the text layer.
	Clipped bool
	// Above are lines that stand over the table on every page but the first.
	Above []string
}

func look(change func(*looks.Look)) looks.Look {
	l := looks.Look{Borders: looks.Full, Size: 9, Padding: 2, Width: 1}
	if change != nil {
		change(&l)
	}
	return l
}

// Manners is the list.
var Manners = []Manner{
	{Name: "rows", Look: look(nil)},
	{Name: "rows-footer", Look: look(func(l *looks.Look) { l.Footer = true })},
	{Name: "rows-repeat", Look: look(func(l *looks.Look) { l.Repeat = true })},
	{Name: "rows-titles", Look: look(func(l *looks.Look) { l.Titles = 1 })},
	{Name: "rows-open", Look: look(nil), Open: true},
	{Name: "rows-continued", Look: look(nil), Above: []string{"（续）", "单位：万元"}},
	{Name: "rows-alone", Look: look(func(l *looks.Look) { l.Alone = true }), Above: []string{"续表"}},
	{Name: "rows-no-outer", Look: look(func(l *looks.Look) { l.Borders = looks.NoOuter })},
	{Name: "middle", Look: look(func(l *looks.Look) { l.Middle = true }), Open: true},
	{Name: "middle-titles", Look: look(func(l *looks.Look) { l.Middle, l.Titles, l.Footer = true, 1, true }), Open: true},
	{Name: "middle-clipped", Look: look(func(l *looks.Look) { l.Middle = true }), Open: true, Clipped: true},
	{Name: "cut", Look: look(func(l *looks.Look) { l.CutRows = true })},
	{Name: "cut-left", Look: look(func(l *looks.Look) { l.CutRows, l.Left, l.Footer = true, true, true })},
	{Name: "cut-open", Look: look(func(l *looks.Look) { l.CutRows = true }), Open: true},
	{Name: "cut-repeat", Look: look(func(l *looks.Look) { l.CutRows, l.Repeat = true, true })},
	{Name: "cut-repeat-open", Look: look(func(l *looks.Look) { l.CutRows, l.Repeat = true, true }), Open: true},
	{Name: "together", Look: look(func(l *looks.Look) { l.CutRows, l.Together = true, true })},
	{Name: "together-titles-open", Look: look(func(l *looks.Look) { l.CutRows, l.Together, l.Titles = true, true, 1 }), Open: true},
	{Name: "strips", Look: look(func(l *looks.Look) { l.Strips = true })},
	{Name: "strips-repeat", Look: look(func(l *looks.Look) { l.Strips, l.Repeat = true, true })},
}

// advance is that of a font with Latin letters of half width.
func advance(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

// Pages draws what is set as a reader of files would hand it on.
func (m *Manner) Pages(set []typeset.Page) []grid.Page {
	var out []grid.Page
	for n, p := range set {
		g := grid.Page{Number: n + 1, Width: p.Width, Height: p.Height}
		down := 0.0
		if n > 0 {
			down = 16 * float64(len(m.Above))
			g.Height += down
			for i, s := range m.Above {
				x := 34.0
				if i > 0 {
					x = p.Width - 120
				}
				g.Glyphs = append(g.Glyphs, glyphs(s, x, 30+16*float64(i+1), m.Look.Size)...)
			}
		}
		for _, t := range p.Texts {
			for _, c := range glyphs(t.Text, t.X, t.Y+down, t.Size) {
				if m.Clipped && t.Kind != "" && !inside(p.Boxes, c.Box, down) {
					continue
				}
				g.Glyphs = append(g.Glyphs, c)
			}
		}
		for _, l := range pdfbuild.Rulings(p.Boxes, m.Look.Borders, m.Open) {
			g.Rules = append(g.Rules, grid.Rule{X0: l.X0, Y0: l.Y0 + down, X1: l.X1, Y1: l.Y1 + down})
		}
		out = append(out, g)
	}
	return out
}

func glyphs(text string, x, base, size float64) []grid.Glyph {
	var out []grid.Glyph
	for _, r := range text {
		w := advance(r) * size
		if r != ' ' {
			out = append(out, grid.Glyph{Text: string(r), Box: extract.Box{x, base - 0.88*size, x + w, base + 0.12*size}, Size: size})
		}
		x += w
	}
	return out
}

// inside reports whether the middle of a character lies in a cell of the page.
func inside(boxes []typeset.Box, b extract.Box, down float64) bool {
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2-down
	for _, c := range boxes {
		if x >= c.X0 && x <= c.X1 && y >= c.Y0 && y <= c.Y1 {
			return true
		}
	}
	return false
}
