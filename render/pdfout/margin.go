package pdfout

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ziping/extract"
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
	spots spots
}

// write writes the numbers of the findings.
func (f *margin) write() {
	numbers := map[spot][]int{}
	level := map[spot]score.Level{}
	for i, x := range f.report.Findings {
		n := f.list.Number(i)
		for _, place := range render.Places(f.report, &x) {
			k, ok := f.spots.of(place)
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
	for _, r := range runs(numbers) {
		p := part{text: r.text, number: r.first}
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

// spots are the spots of a form by what a finding may name.
type spots struct {
	path map[normalize.Path]spot
	at   map[extract.Ref]spot
}

// newSpots finds where the fields, cells and lines came to lie. What lies twice
// has its number where it lies first.
func newSpots(f *facsimile) spots {
	s := spots{map[normalize.Path]spot{}, map[extract.Ref]spot{}}
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if len(f.rows[c.Row].pieces) == 0 {
			continue
		}
		p := f.rows[c.Row].pieces[0]
		here := spot{p.page, p.y0, p.y1}
		if _, ok := s.path[c.Path]; !ok {
			s.path[c.Path] = here
		}
		if c.At == nil {
			continue
		}
		if _, ok := s.at[c.At.Key()]; !ok {
			s.at[c.At.Key()] = here
		}
	}
	for at, here := range f.drawn { // a cell that found no room in the table is drawn as a line
		if _, ok := s.at[at]; !ok {
			s.at[at] = here
		}
	}
	return s
}

// of is the spot of a finding: of its field, else of the place it names, since
// a row, the second field of a cell and what is no field have no path here.
func (s spots) of(x render.Place) (spot, bool) {
	if !x.Field.IsZero() {
		if k, ok := s.path[x.Field]; ok {
			return k, true
		}
	}
	if x.At == nil {
		return spot{}, false
	}
	k, ok := s.at[x.At.Key()]
	return k, ok
}

// run is some numbers that follow each other, as they are written.
type run struct {
	text  string
	first int
}

// runs writes 1,2,3,7 as [1–3, and 7].
func runs(ns []int) []run {
	slices.Sort(ns)
	var out []run
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] <= ns[j]+1 {
			j++
		}
		if j-i >= 2 {
			out = append(out, run{fmt.Sprintf("%d–%d, ", ns[i], ns[j]), ns[i]})
		} else {
			for k := i; k <= j; k++ {
				out = append(out, run{fmt.Sprintf("%d, ", ns[k]), ns[k]})
			}
		}
		i = j + 1
	}
	if len(out) > 0 {
		out[0].text = "[" + out[0].text
		last := &out[len(out)-1]
		last.text = strings.TrimSuffix(last.text, ", ") + "]"
	}
	return out
}

// compact writes 1,2,3,7 as [1–3, 7].
func compact(ns []int) string {
	s := ""
	for _, r := range runs(ns) {
		s += r.text
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
