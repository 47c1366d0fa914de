package typeset

import (
	"ziping/tools/eval/forms"
)

// table is one form's table being set.
type table struct {
	*setter
	f      *forms.Form
	x      []float64  // column edges
	texts  [][]string // lines of each cell
	need   []float64  // height of each row
	pieces [][]piece  // where each row lies
	again  []again
}

// piece is the part of a row on one page. Pages count from 0.
type piece struct {
	page   int
	y0, y1 float64
}

// again is heading rows printed again at the top of a page.
type again struct {
	page  int
	shift float64
	rows  forms.Rows
}

func newTable(s *setter, f *forms.Form) *table {
	t := &table{setter: s, f: f, pieces: make([][]piece, f.Rows)}
	total := 0
	for _, w := range f.Widths {
		total += w
	}
	room := (s.w - 2*margin) * s.l.Width
	x := (s.w - room) / 2
	for _, w := range f.Widths {
		t.x = append(t.x, x)
		x += room * float64(w) / float64(total)
	}
	t.x = append(t.x, x)
	for i := range f.Cells {
		c := &f.Cells[i]
		room := t.room(c) / s.l.Size
		if s.l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan) {
			room = 0 // a character a line
		}
		t.texts = append(t.texts, wrap(c.Text, room, s.adv))
	}
	return t
}

// room is the width a cell's text may take. With Overflow a text may run into
// an empty neighbour on its right.
func (t *table) room(c *forms.Cell) float64 {
	end := c.Col + c.ColSpan
	if t.l.Overflow && c.RowSpan == 1 && c.Kind != forms.Text {
		for _, n := range t.f.Cells {
			if n.Row == c.Row && n.Col == end && n.RowSpan == 1 && n.Text == "" {
				end += n.ColSpan
			}
		}
	}
	return t.x[end] - t.x[c.Col] - 2*t.l.Padding
}

func (t *table) height(lines int) float64 { return float64(max(1, lines))*t.leading + 2*t.l.Padding }

func (t *table) set() {
	t.measure()
	for r := range t.f.Rows {
		t.place(r)
	}
	for i := range t.f.Cells {
		t.draw(i)
	}
	for _, g := range t.again {
		t.repeat(g)
	}
}

func (t *table) measure() {
	t.need = make([]float64, t.f.Rows)
	for r := range t.need {
		t.need[r] = t.height(1)
	}
	for pass := range 2 { // single rows, then merged ones
		for i := range t.f.Cells {
			c := &t.f.Cells[i]
			if (c.RowSpan > 1) != (pass == 1) {
				continue
			}
			have := 0.0
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				have += t.need[r]
			}
			want := t.height(len(t.texts[i]))
			if pass == 1 && len(t.texts[i]) > 2 {
				want += t.leading // a page break may cost a line
			}
			t.need[c.Row+c.RowSpan-1] += max(0, want-have)
		}
	}
}

func (t *table) place(r int) {
	bottom := t.h - margin
	left := t.need[r]
	for {
		room := bottom - t.y
		switch {
		case left <= room+0.01:
			t.put(r, left)
			return
		case t.l.Strips && left <= room+1.5*t.l.Padding && left == t.need[r]:
			t.put(r, room)
			left = t.leading
		case t.l.Together && t.l.CutRows && left == t.need[r] && t.behind(r, room) > 0:
			left = t.behind(r, room)
			t.put(r, room)
		case t.l.CutRows && left > t.height(1)+1 && room >= t.height(1):
			lines := int((room - 2*t.l.Padding) / t.leading)
			lines = min(lines, int((left-2*t.l.Padding)/t.leading+0.01)-1)
			if lines >= 1 {
				t.put(r, t.height(lines))
				left -= float64(lines) * t.leading
			}
		case left > (bottom-margin)*0.6 && room > t.height(3): // longer than a page
			lines := int((room - 2*t.l.Padding) / t.leading)
			t.put(r, t.height(lines))
			left -= float64(lines) * t.leading
		}
		t.breakPage(r)
	}
}

// behind is the height that the texts of a row take behind a page break which
// leaves room before it, where each goes as a whole; 0 where none stays before.
func (t *table) behind(r int, room float64) float64 {
	stays, lines := false, 0
	for i := range t.f.Cells {
		c := &t.f.Cells[i]
		if c.Row != r || c.RowSpan > 1 || c.Text == "" {
			continue
		}
		if t.height(len(t.texts[i])) <= room {
			stays = true
		} else {
			lines = max(lines, len(t.texts[i]))
		}
	}
	if !stays || lines == 0 || t.height(lines) > t.h-2*margin {
		return 0
	}
	return t.height(lines)
}

func (t *table) put(r int, h float64) {
	t.pieces[r] = append(t.pieces[r], piece{len(t.pages) - 1, t.y, t.y + h})
	t.y += h
}

// breakPage begins a page; with Repeat the heading rows that row r stands under
// come first.
func (t *table) breakPage(r int) {
	t.newPage()
	if n := t.l.Titles; n > 0 && r >= n {
		first, last := t.pieces[0][0], t.pieces[n-1][0]
		t.again = append(t.again, again{len(t.pages) - 1, t.y - first.y0, forms.Rows{First: 0, Last: n - 1, To: t.f.Rows}})
		t.y += last.y1 - first.y0
		return
	}
	if !t.l.Repeat {
		return
	}
	for _, h := range t.f.Heads {
		if r <= h.Last || r >= h.To || len(t.pieces[h.First]) != 1 || len(t.pieces[h.Last]) != 1 {
			continue
		}
		first, last := t.pieces[h.First][0], t.pieces[h.Last][0]
		high := last.y1 - first.y0
		if first.page != last.page || high > t.h/4 {
			return
		}
		t.again = append(t.again, again{len(t.pages) - 1, t.y - first.y0, h})
		t.y += high
		return
	}
}

// areas joins the pieces of the rows of a cell, one for each page.
func (t *table) areas(c *forms.Cell) []piece {
	var out []piece
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for _, p := range t.pieces[r] {
			if n := len(out) - 1; n >= 0 && out[n].page == p.page {
				out[n].y1 = p.y1
			} else {
				out = append(out, p)
			}
		}
	}
	// A label down the side also stands beside the headings printed again.
	for i := range out {
		for _, g := range t.again {
			if i > 0 && g.page == out[i].page && c.Row <= g.rows.First && c.Row+c.RowSpan > g.rows.Last+1 {
				out[i].y0 = t.pieces[g.rows.First][0].y0 + g.shift
			}
		}
	}
	return out
}

func (t *table) draw(i int) {
	c := &t.f.Cells[i]
	areas := t.areas(c)
	lines := t.texts[i]
	if t.l.Middle && c.RowSpan > 1 && len(areas) > 1 {
		t.middle(c, areas, lines)
		return
	}
	for n, a := range areas {
		take := len(lines)
		if n < len(areas)-1 {
			take = min(take, max(0, int((a.y1-a.y0-2*t.l.Padding+0.01)/t.leading)))
			if t.l.Strips && c.RowSpan == 1 && t.height(len(lines)) <= a.y1-a.y0+1.5*t.l.Padding+0.01 {
				take = len(lines) // all but the padding has room
			}
			if t.l.Together && c.RowSpan == 1 && take < len(lines) && t.height(len(lines)) <= areas[n+1].y1-areas[n+1].y0+0.01 {
				take = 0
			}
		}
		t.box(c, a, n > 0, n < len(areas)-1)
		t.text(c, a, lines[:take])
		lines = lines[take:]
	}
}

// middle sets the text in the middle of the areas as if they were one, on every
// page: what lies outside of a page's area, a reader does not see.
func (t *table) middle(c *forms.Cell, areas []piece, lines []string) {
	high := 0.0
	for _, a := range areas {
		high += a.y1 - a.y0
	}
	before := 0.0
	for n, a := range areas {
		t.box(c, a, n > 0, n < len(areas)-1)
		t.text(c, piece{a.page, a.y0 - before, a.y0 - before + high}, lines)
		before += a.y1 - a.y0
	}
}

func (t *table) box(c *forms.Cell, a piece, openTop, openBelow bool) {
	p := t.pages[a.page]
	p.Boxes = append(p.Boxes, Box{X0: t.x[c.Col], Y0: a.y0, X1: t.x[c.Col+c.ColSpan], Y1: a.y1, OpenTop: openTop, OpenBelow: openBelow,
		Shade: t.l.Shade && (c.Kind == forms.Heading || c.Kind == forms.Label), Cell: c})
}

func (t *table) text(c *forms.Cell, a piece, lines []string) {
	p := t.pages[a.page]
	x0, x1 := t.x[c.Col], t.x[c.Col+c.ColSpan]
	y := a.y0 + (a.y1-a.y0-float64(len(lines))*t.leading)/2
	if t.l.Left {
		y = a.y0 + t.l.Padding
	}
	for _, s := range lines {
		if s == "" {
			y += t.leading
			continue
		}
		w := width(s, t.adv) * t.l.Size
		x := (x0 + x1 - w) / 2
		if t.l.Left || c.Kind == forms.Text || w > x1-x0 {
			x = x0 + t.l.Padding
		}
		base := y + (t.leading+0.75*t.l.Size)/2
		p.Texts = append(p.Texts, Text{x, base, t.l.Size, w, s, t.l.BoldHeads && c.Kind == forms.Heading, c.Kind, x0, x1})
		y += t.leading
	}
}

// repeat draws heading rows again.
func (t *table) repeat(g again) {
	for i := range t.f.Cells {
		c := &t.f.Cells[i]
		last := c.Row + c.RowSpan - 1
		if c.Row < g.rows.First || last > g.rows.Last {
			continue
		}
		a := piece{g.page, t.pieces[c.Row][0].y0 + g.shift, t.pieces[last][0].y1 + g.shift}
		t.box(c, a, false, false)
		boxes := t.pages[g.page].Boxes
		boxes[len(boxes)-1].Again = true
		t.text(c, a, t.texts[i])
	}
}
