package pdfout

import (
	"cmp"
	"maps"
	"slices"

	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// The numbers of the findings beside what they are about: the row of a field or
// of a cell, or a line outside the table.

// spot is where a number goes: a page and what it stands beside.
type spot struct {
	page   int
	y0, y1 float64
}

// margin is the margin of a form that is drawn.
type margin struct {
	*facsimile
	spots render.Spots[spot]
}

// write writes the numbers of the findings.
func (f *margin) write() {
	numbers := map[spot][]int{}
	level := map[spot]score.Level{}
	for i, x := range f.report.Findings {
		n := f.list.Number(i)
		for _, place := range render.Places(f.report, &x) {
			k, ok := f.spots.Of(place)
			if !ok || slices.Contains(numbers[k], n) {
				continue
			}
			numbers[k] = append(numbers[k], n)
			if level[k] == "" || render.LevelRank(x.Level) < render.LevelRank(level[k]) {
				level[k] = x.Level
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(numbers), func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.y0, b.y0))
	})
	for _, k := range keys {
		f.d.p.SetPage(k.page)
		f.d.setSize(6)
		f.d.ink(level[k])
		f.beside(k, numbers[k])
		f.d.p.SetTextColor(0, 0, 0)
	}
	f.d.p.SetPage(f.d.p.PageCount())
}

// beside writes numbers beside a spot, each run of them a link to where it is told.
func (f *margin) beside(k spot, numbers []int) {
	const line, width = 2.6, right - 5
	type part struct {
		text   string
		number int
		row    int
		x      float64
	}
	var parts []part
	row, x := 0, 0.0
	for _, r := range render.Runs(numbers) {
		p := part{text: r.Text, number: r.First}
		if w := f.d.width(p.text); x > 0 && x+w > width {
			row, x = row+1, 0
		}
		p.row, p.x = row, x
		x += f.d.width(p.text)
		parts = append(parts, p)
	}
	y := (k.y0+min(k.y1, k.y0+30))/2 - float64(row+1)*line/2
	for _, p := range parts {
		f.d.p.SetXY(left+f.d.sheet.body()+0.5+p.x, y+float64(p.row)*line)
		f.d.p.CellFormat(f.d.width(p.text)+1, line, p.text, "", 0, "L", false, f.d.links[p.number].told, "")
	}
	for _, n := range numbers {
		if l := &f.d.links[n]; l.form == 0 { // it lies first here
			l.form = f.d.p.AddLink()
			f.d.p.SetLink(l.form, max(0, k.y0-10), k.page)
		}
	}
}

// newSpots finds where the fields, cells and lines came to lie.
func newSpots(f *facsimile) render.Spots[spot] {
	var s render.Spots[spot]
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if len(f.rows[c.Row].pieces) > 0 {
			p := f.rows[c.Row].pieces[0]
			s.Put(c.Path, c.At, spot{p.page, p.y0, p.y1})
		}
	}
	for at, here := range f.drawn { // a cell that found no room in the table is drawn as a line
		s.Put(normalize.Path{}, &at, here)
	}
	return s
}

// ink is the colour of a level.
func (d *writer) ink(l score.Level) {
	r, g, b := 125, 125, 125
	switch l {
	case score.Error:
		r, g, b = 176, 0, 0
	case score.Rule:
		r, g, b = 190, 120, 0
	}
	d.p.SetTextColor(r, g, b)
	d.p.SetFillColor(r, g, b)
}
