package sheet

import (
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// fields divides a page into fields of equal size, so that the characters of a box
// are found without looking at all others.
type fields struct {
	x, y, step float64 // corner of the first field, and the side of all
	cols, rows int
	first      []int // of each field, in list; one more for the end
	list       []int // characters by their middles, field by field
}

// leastField is the side of a field at least, in character sizes.
const leastField = 4

// newFields makes no more fields than there are characters.
func newFields(glyphs []page.Glyph, em float64) fields {
	f := fields{step: leastField * em, cols: 1, rows: 1}
	if len(glyphs) == 0 {
		f.first = make([]int, 2)
		return f
	}
	right, bottom := math.Inf(-1), math.Inf(-1)
	f.x, f.y = math.Inf(1), math.Inf(1)
	for i := range glyphs {
		x, y := page.MidX(glyphs[i].Box), page.MidY(glyphs[i].Box)
		f.x, right = math.Min(f.x, x), math.Max(right, x)
		f.y, bottom = math.Min(f.y, y), math.Max(bottom, y)
	}
	n := float64(len(glyphs))
	f.step = max(f.step, math.Sqrt((right-f.x)*(bottom-f.y)/n), (right-f.x)/n, (bottom-f.y)/n)
	f.cols, f.rows = int((right-f.x)/f.step)+1, int((bottom-f.y)/f.step)+1
	f.first = make([]int, f.cols*f.rows+1)
	at := make([]int, len(glyphs))
	for i := range glyphs {
		at[i] = f.row(page.MidY(glyphs[i].Box))*f.cols + f.col(page.MidX(glyphs[i].Box))
		f.first[at[i]+1]++
	}
	for k := 1; k < len(f.first); k++ {
		f.first[k] += f.first[k-1]
	}
	next := slices.Clone(f.first)
	f.list = make([]int, len(glyphs))
	for i := range glyphs {
		f.list[next[at[i]]] = i
		next[at[i]]++
	}
	return f
}

func (f *fields) col(x float64) int {
	return int(min(max((x-f.x)/f.step, 0), float64(f.cols-1)))
}

func (f *fields) row(y float64) int {
	return int(min(max((y-f.y)/f.step, 0), float64(f.rows-1)))
}

// Within lists the characters whose middle lies in a box or on its sides, in the
// order of their numbers.
func (s *Chars) Within(b extract.Box) []int {
	if b[0] > b[2] || b[1] > b[3] {
		return nil
	}
	var out []int
	f := &s.fields
	c0, c1 := f.col(b[0]), f.col(b[2])
	for r := f.row(b[1]); r <= f.row(b[3]); r++ {
		for _, n := range f.list[f.first[r*f.cols+c0]:f.first[r*f.cols+c1+1]] {
			g := s.Glyphs[n].Box
			if x, y := page.MidX(g), page.MidY(g); x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}
