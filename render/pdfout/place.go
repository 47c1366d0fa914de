package pdfout

import "ziping/normalize"

// Where each row of a form comes to lie, and on which page.

// rowPlace is a row's pieces, one for each page it lies on.
type rowPlace struct{ pieces []piece }

// piece is a part of a row on one page. from and to count lines of a row that
// had to be cut; to is 0 for a row drawn whole.
type piece struct {
	page     int
	y0, y1   float64
	from, to int
}

// repeat is a heading block drawn again.
type repeat struct {
	page  int
	shift float64 // from where it stands first
	rows  normalize.HeaderRows
}

// place gives every row its place: whole where it fits, on a new page where it
// fits there, in pieces where it is longer than half a page.
func (f *facsimile) place() {
	n := f.layout.Rows
	need := make([]float64, n)
	lines := make([]int, n) // of the longest cell of one row
	for i := range f.layout.Cells {
		if c := &f.layout.Cells[i]; c.RowSpan == 1 {
			lines[c.Row] = max(lines[c.Row], len(f.text[i].lines))
		}
	}
	for r := range need {
		need[r] = f.height(lines[r])
	}
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if c.RowSpan == 1 {
			continue
		}
		last := min(c.Row+c.RowSpan, n) - 1
		have := 0.0
		for r := c.Row; r <= last; r++ {
			have += need[r]
		}
		// A cell over several rows may be cut by a page break and lose a line there.
		want := f.height(len(f.text[i].lines))
		if len(f.text[i].lines) > 3 {
			want += f.line
		}
		need[last] += max(0, want-have)
	}
	f.rows = make([]rowPlace, n)
	for r := range n {
		f.placeRow(r, need[r], lines[r])
	}
}

func (f *facsimile) placeRow(r int, need float64, lines int) {
	room := f.d.sheet.end() - f.y
	page := f.d.sheet.room()
	switch {
	case need <= room:
		f.put(r, need, 0, 0)
	case need <= page/2:
		f.breakPage(r)
		f.put(r, need, 0, 0)
	case lines == 0: // what needs the room is a cell that began rows above
		f.breakPage(r)
		f.put(r, min(need, f.d.sheet.end()-f.y), 0, 0)
	default:
		if room < f.height(5) {
			f.breakPage(r)
		}
		for from := 0; from < lines; {
			k := int((f.d.sheet.end() - f.y - 2*f.padding()) / f.line)
			to := min(lines, from+max(1, k))
			f.put(r, f.height(to-from), from, to)
			from = to
			if from < lines {
				f.breakPage(r)
			}
		}
	}
}

func (f *facsimile) put(r int, h float64, from, to int) {
	f.rows[r].pieces = append(f.rows[r].pieces, piece{f.page, f.y, f.y + h, from, to})
	f.y += h
}

// breakPage begins a page and repeats the heading rows that row r stands under.
func (f *facsimile) breakPage(r int) {
	f.page++
	f.y = top
	for _, h := range f.heads {
		if r <= h.Last || r >= h.To || len(f.rows[h.First].pieces) == 0 || len(f.rows[h.Last].pieces) == 0 {
			continue
		}
		first, last := f.rows[h.First].pieces[0], f.rows[h.Last].pieces[0]
		total := last.y1 - first.y0
		if first.page != last.page || total > f.d.sheet.room()/3 {
			return
		}
		f.again = append(f.again, repeat{f.page, f.y - first.y0, h})
		f.y += total
		return
	}
}
