package pdfout

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
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

// margin writes the numbers of the findings. It comes when all is drawn.
func (f *facsimile) margin() {
	numbers := map[spot][]int{}
	level := map[spot]score.Level{}
	spots := f.spots()
	for n, x := range f.report.Findings {
		for _, place := range render.Places(f.report, &x) {
			k, ok := spots.of(place)
			if !ok || slices.Contains(numbers[k], n+1) {
				continue
			}
			numbers[k] = append(numbers[k], n+1)
			if level[k] == "" || weight(x.Level) < weight(level[k]) {
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
		lines := f.d.wrap(compact(numbers[k]), right-5)
		y := (k.y0+min(k.y1, k.y0+30))/2 - float64(len(lines))*2.6/2
		for _, s := range lines {
			f.d.p.SetXY(left+bodyWidth+0.5, y)
			f.d.p.CellFormat(right-2, 2.6, s, "", 0, "L", false, 0, "")
			y += 2.6
		}
		f.d.p.SetTextColor(0, 0, 0)
	}
	f.d.p.SetPage(f.d.p.PageCount())
}

// spots are the spots of a form by what a finding may name.
type spots struct {
	path map[normalize.Path]spot
	at   map[extract.Ref]spot
}

// spots finds where the fields, cells and lines came to lie. What lies twice
// has its number where it lies first.
func (f *facsimile) spots() spots {
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

// compact writes 1,2,3,7 as 1–3, 7.
func compact(ns []int) string {
	sort.Ints(ns)
	var parts []string
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] <= ns[j]+1 {
			j++
		}
		switch {
		case j-i >= 2:
			parts = append(parts, fmt.Sprintf("%d–%d", ns[i], ns[j]))
		default:
			for k := i; k <= j; k++ {
				parts = append(parts, fmt.Sprint(ns[k]))
			}
		}
		i = j + 1
	}
	return "[" + strings.Join(parts, ", ") + "]"
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
