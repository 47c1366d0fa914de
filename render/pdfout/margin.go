package pdfout

import (
	"fmt"
	"sort"
	"strings"

	"ziping/normalize"
	"ziping/score"
)

// The numbers of the findings beside the rows they are about.

// margin writes the numbers of the findings beside the rows they are about.
func (f *facsimile) margin() {
	type at struct{ page, y int }
	numbers := map[at][]int{}
	level := map[at]score.Level{}
	mid := map[at]float64{}
	done := map[normalize.Path]bool{}
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if c.Path.IsZero() || len(f.marks[c.Path]) == 0 || done[c.Path] || len(f.rows[c.Row].pieces) == 0 {
			continue
		}
		done[c.Path] = true
		p := f.rows[c.Row].pieces[0]
		k := at{p.page, int(p.y0 * 100)}
		numbers[k] = append(numbers[k], f.marks[c.Path]...)
		mid[k] = (p.y0 + min(p.y1, p.y0+30)) / 2
		if level[k] == "" || weight(f.levels[c.Path]) < weight(level[k]) {
			level[k] = f.levels[c.Path]
		}
	}
	keys := make([]at, 0, len(numbers))
	for k := range numbers {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool {
		if keys[a].page != keys[b].page {
			return keys[a].page < keys[b].page
		}
		return keys[a].y < keys[b].y
	})
	for _, k := range keys {
		f.d.p.SetPage(k.page)
		f.d.setSize(6)
		f.d.ink(level[k])
		lines := f.d.wrap(compact(numbers[k]), right-5)
		y := mid[k] - float64(len(lines))*2.6/2
		for _, s := range lines {
			f.d.p.SetXY(left+bodyWidth+0.5, y)
			f.d.p.CellFormat(right-2, 2.6, s, "", 0, "L", false, 0, "")
			y += 2.6
		}
		f.d.p.SetTextColor(0, 0, 0)
	}
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
