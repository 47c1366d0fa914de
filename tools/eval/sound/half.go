package sound

import (
	"maps"
	"slices"
	"strings"
)

// halves takes one bracket of a pair from cells and lines of forms that lost some.
func (d *draw) halves() {
	if d.half == 0 {
		return
	}
	lost := []string{"）", ")"}
	if d.half == 2 {
		lost = []string{"（", "("}
	}
	cut := func(s string) string {
		for _, b := range lost {
			if d.IntN(2) == 0 {
				s = strings.ReplaceAll(s, b, "")
			}
		}
		return s
	}
	for i := range d.f.Cells {
		d.f.Cells[i].Text = cut(d.f.Cells[i].Text)
	}
	for _, path := range slices.Sorted(maps.Keys(d.f.At)) {
		d.f.Truth[path] = d.f.Cells[d.f.At[path]].Text
	}
	d.f.Sub = cut(d.f.Sub)
}
