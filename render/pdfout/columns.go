package pdfout

import "ziping/normalize"

// widest is the room a word or figure can claim for its column, in millimetres;
// a longer one (a web address) is broken.
const widest = 45.0

// columns gives the widths of the columns in millimetres: as the layout shares
// them out, but none so narrow that a figure in it would be broken over lines.
func (f *facsimile) columns() []float64 {
	share := f.layout.Widths
	n := max(1, f.layout.Cols)
	if len(share) != n {
		share = make([]int, n)
		for i := range share {
			share[i] = 1
		}
	}
	floors := f.floors(n)
	need := 0.0
	for _, w := range floors {
		need += w
	}
	f.crowded = need > f.d.sheet.body()
	return apportion(f.d.sheet.body(), share, floors)
}

// floors is what each column needs for the longest figure or word in it; where
// a cell spans columns, the narrowest of them give way first.
func (f *facsimile) floors(n int) []float64 {
	floor := make([]float64, n)
	for pass := range 2 { // cells of one column first
		for i := range f.layout.Cells {
			c := &f.layout.Cells[i]
			if (c.ColSpan > 1) != (pass == 1) || c.Col >= n {
				continue
			}
			span := floor[c.Col:min(c.Col+c.ColSpan, n)]
			lack := f.unbroken(c) + 2*f.padding() + 0.2
			for _, w := range span {
				lack -= w
			}
			for k := range span {
				span[k] += max(0, lack) / float64(len(span))
			}
		}
	}
	return floor
}

// together is how many Chinese characters of a cell should stand side by side: 中央 and
// not one above the other.
const together = 4

// unbroken is the width of the longest piece of a cell that should stay on one
// line: a figure or word, the first few Chinese characters.
func (f *facsimile) unbroken(c *normalize.LayoutCell) float64 {
	longest := 0.0
	for _, text := range []string{c.Text, f.was[c.Path]} {
		w, han := 0.0, 0
		for _, r := range f.d.clean(text) {
			switch {
			case word(r):
				if han > 0 {
					w, han = 0, 0
				}
			case r < 0x2e80 || han == together:
				w, han = 0, 0
				continue
			default:
				if han == 0 {
					w = 0
				}
				han++
			}
			w += f.d.advance(r)
			longest = max(longest, w)
		}
	}
	return min(longest, widest)
}

// apportion divides a width by shares, each part at least its floor. Where the
// floors are too much together, they are the shares.
func apportion(width float64, share []int, floor []float64) []float64 {
	out := make([]float64, len(share))
	need := 0.0
	for _, w := range floor {
		need += w
	}
	if need >= width {
		for i, w := range floor {
			out[i] = w * width / need
		}
		return out
	}
	fixed := make([]bool, len(share))
	for again := true; again; {
		again = false
		rest, sum := width, 0.0
		for i, s := range share {
			if fixed[i] {
				rest -= floor[i]
			} else {
				sum += float64(max(1, s))
			}
		}
		for i, s := range share {
			if fixed[i] {
				out[i] = floor[i]
				continue
			}
			out[i] = rest * float64(max(1, s)) / sum
			if out[i] < floor[i] {
				fixed[i], again = true, true
			}
		}
	}
	return out
}
