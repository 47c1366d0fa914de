package ridge

import (
	"cmp"
	"slices"
)

// What shines through from the back of a sheet is drawn by the paper's fibres: far broader
// than the rulings of the page itself, and far less dark. A thin ruling is as faint as
// that, but not broad; a ruling in grey may be broad, but is not as faint.

const (
	// dimmest is the share of the darkness of the page's own rulings below which one may
	// shine through, and broadest how many times as wide as they are it is at least.
	dimmest, broadest = 0.25, 2.0
)

// own drops what shines through, where the page has rulings of its own.
func own(all []*Ridge, em float64) []*Ridge {
	var long []*Ridge
	for _, r := range all {
		if float64(len(r.At)) >= sure*em && r.character(r.From, r.To()).ruling() {
			long = append(long, r)
		}
	}
	if len(long) < few {
		return all
	}
	slices.SortStableFunc(long, func(a, b *Ridge) int { return cmp.Compare(b.High, a.High) })
	high := long[few-1].High
	var wide []float64
	for _, r := range long {
		if 2*r.High >= high {
			wide = append(wide, r.Wide)
		}
	}
	slices.Sort(wide)
	usual := wide[len(wide)/2]
	return slices.DeleteFunc(all, func(r *Ridge) bool { return r.High < dimmest*high && r.Wide > broadest*usual })
}
