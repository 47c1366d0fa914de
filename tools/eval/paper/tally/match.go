package tally

import (
	"math"
	"slices"

	"ziping/extract"
	"ziping/tools/eval/paper/truth"
)

// found is a cell that was read, with its place in the Document.
type found struct {
	*extract.Cell
	table int
}

// match gives each cell of the form the cell that was read in its place: the one
// whose box has its middle within the cell on the picture, else the one of the
// same row and column of the largest table.
func match(said *truth.Truth, doc *extract.Document) map[int]found {
	out := map[int]found{}
	taken := map[*extract.Cell]bool{}
	largest := 0
	for i := range doc.Tables {
		if len(doc.Tables[i].Cells) > len(doc.Tables[largest].Cells) {
			largest = i
		}
	}
	type pair struct {
		off  float64
		cell int
		f    found
	}
	var pairs []pair
	for i := range doc.Tables {
		for k := range doc.Tables[i].Cells {
			f := found{&doc.Tables[i].Cells[k], i}
			for _, p := range places(f.Cell) {
				if p.Page < 1 || p.Page > len(said.Pages) || p.Page > len(doc.Pages) || p.Box == nil {
					continue
				}
				page := &said.Pages[p.Page-1]
				x := (p.Box[0] + p.Box[2]) / 2 / doc.Pages[p.Page-1].Width * float64(page.W)
				y := (p.Box[1] + p.Box[3]) / 2 / doc.Pages[p.Page-1].Height * float64(page.H)
				for _, q := range page.Cells {
					if off, in := within(q.Corners, x, y); in && !q.Again {
						pairs = append(pairs, pair{off, q.Cell, f})
					}
				}
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return compare(a.off, b.off) })
	for _, p := range pairs {
		if _, ok := out[p.cell]; !ok && !taken[p.f.Cell] {
			out[p.cell], taken[p.f.Cell] = p.f, true
		}
	}
	if len(doc.Tables) == 0 {
		return out
	}
	t := &doc.Tables[largest]
	for k := range t.Cells {
		c := &t.Cells[k]
		if taken[c] {
			continue
		}
		i := slices.IndexFunc(said.Form.Cells, func(w formCell) bool { return w.Row == c.Row && w.Col == c.Col })
		if i >= 0 {
			if _, ok := out[i]; !ok {
				out[i], taken[c] = found{c, largest}, true
			}
		}
	}
	return out
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// place is where a cell, or a part of it, was found.
type place struct {
	Page int
	Box  *extract.Box
}

func places(c *extract.Cell) []place {
	var out []place
	for i := range c.Parts {
		out = append(out, place{c.Parts[i].Page, c.Parts[i].Box})
	}
	if out == nil && c.Box != nil {
		out = []place{{c.Page, c.Box}}
	}
	return out
}

// within reports whether a place lies in a cell, and how far from its middle.
func within(c [4][2]float64, x, y float64) (off float64, in bool) {
	mx, my := 0.0, 0.0
	for i, a := range c {
		b := c[(i+1)%4]
		mx, my = mx+a[0]/4, my+a[1]/4
		if (b[0]-a[0])*(y-a[1])-(b[1]-a[1])*(x-a[0]) < 0 {
			return 0, false
		}
	}
	return math.Hypot(x-mx, y-my), true
}
