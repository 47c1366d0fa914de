package ruled

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
)

// mesh is the finest grid that the rulings of a frame make: all their places
// in x and y, and for each piece of line between two places how much of it is
// drawn.
type mesh struct {
	xs, ys []float64
	// h[j*cols+i] is the share of y = ys[j] that is ruled between xs[i] and
	// xs[i+1]; v[i*rows+j] the share of x = xs[i] between ys[j] and ys[j+1].
	h, v []float64
	open [4]bool // left, top, right, bottom border is missing
}

func (m *mesh) cols() int { return len(m.xs) - 1 }

func (m *mesh) rows() int { return len(m.ys) - 1 }

// newMesh returns nil where the rulings make no cells, or too many.
func newMesh(f *frame, em float64) *mesh {
	hg, vg := sheet.Group(f.hs, sheet.Near(em)), sheet.Group(f.vs, sheet.Near(em))
	m := &mesh{xs: places(vg), ys: places(hg)}
	left, right := math.NaN(), math.NaN()
	if !f.upright() {
		left, right = openEnds(f.hs, m.xs, em, true)
	}
	top, bottom := f.box[1], f.box[3]
	if !f.upright() {
		top, bottom = openEnds(f.vs, m.ys, em, false)
	}
	m.open = [4]bool{!math.IsNaN(left), !math.IsNaN(top), !math.IsNaN(right), !math.IsNaN(bottom)}
	// Index of the first real line once a missing border is put in front.
	x0, y0 := 0, 0
	if m.open[0] {
		m.xs, x0 = append([]float64{left}, m.xs...), 1
	}
	if m.open[2] {
		m.xs = append(m.xs, right)
	}
	if m.open[1] {
		m.ys, y0 = append([]float64{top}, m.ys...), 1
	}
	if m.open[3] {
		m.ys = append(m.ys, bottom)
	}
	if m.cols() < 1 || m.rows() < 1 || m.cols()*m.rows() > piece.MostPlaces {
		return nil
	}
	m.h = make([]float64, len(m.ys)*m.cols())
	m.v = make([]float64, len(m.xs)*m.rows())
	for j, g := range hg {
		cover(g, m.xs, m.h[(y0+j)*m.cols():(y0+j+1)*m.cols()], em)
	}
	for i, g := range vg {
		cover(g, m.ys, m.v[(x0+i)*m.rows():(x0+i+1)*m.rows()], em)
	}
	return m
}

// places is where each group of rulings stands.
func places(groups [][]sheet.Seg) []float64 {
	out := make([]float64, len(groups))
	for i, g := range groups {
		sum, weight := 0.0, 0.0
		for _, s := range g {
			w := s.Hi - s.Lo
			sum += s.At * w
			weight += w
		}
		out[i] = sum / weight
	}
	return out
}

// openEnds tells where lines run on past the first and last line that crosses
// them, which is how a table without outer borders looks, and one that a page
// break cuts; NaN where they do not. With two, it takes two lines that stop at the
// same place, or half of all: a single one that runs on sideways is an underline.
func openEnds(along []sheet.Seg, across []float64, em float64, two bool) (lo, hi float64) {
	var before, after []float64 // how far each line runs past
	var nlo, nhi int
	first, last := across[0], across[len(across)-1]
	for _, s := range along {
		if s.Lo < first+page.Word*em {
			nlo++
		}
		if s.Hi > last-page.Word*em {
			nhi++
		}
		if s.Lo < first-sheet.OpenReach*em {
			before = append(before, first-s.Lo)
		}
		if s.Hi > last+sheet.OpenReach*em {
			after = append(after, s.Hi-last)
		}
	}
	return first - reach(before, nlo, em, two), last + reach(after, nhi, em, two)
}

// reach is how far most of the lines run past, NaN where they do not agree.
func reach(past []float64, all int, em float64, two bool) float64 {
	if len(past) == 0 {
		return math.NaN()
	}
	sort.Float64s(past)
	most := past[len(past)-1]
	same := 0
	for _, v := range past {
		if v > most-page.Word*em {
			same++
		}
	}
	if !two || same >= 2 || 2*same >= all {
		return most
	}
	return math.NaN()
}

// cover adds up how much of each span between places the rulings of one line
// draw. Ends are forgiven: a ruling that stops just short of a corner covers it.
// With the ends or without them, whichever is more: in a low row little is left
// without them, and a gap in the middle would count too much.
func cover(g []sheet.Seg, places []float64, share []float64, em float64) {
	whole := make([]float64, len(share))
	spans := make([]sheet.Seg, len(g))
	copy(spans, g)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Lo < spans[j].Lo })
	// Overlapping rulings count once.
	n := 0
	for _, s := range spans {
		if n > 0 && s.Lo <= spans[n-1].Hi+sheet.SameLine*em {
			spans[n-1].Hi = math.Max(spans[n-1].Hi, s.Hi)
			continue
		}
		spans[n] = s
		n++
	}
	for _, s := range spans[:n] {
		k := sort.SearchFloat64s(places, s.Lo) - 1
		if k < 0 {
			k = 0
		}
		for ; k < len(share) && places[k] < s.Hi; k++ {
			a, b := places[k], places[k+1]
			if d := math.Min(b, s.Hi) - math.Max(a, s.Lo); d > 0 && b > a {
				whole[k] += d / (b - a)
			}
			pad := math.Min(page.Word*em, 0.25*(b-a))
			a, b = a+pad, b-pad
			if d := math.Min(b, s.Hi) - math.Max(a, s.Lo); d > 0 && b > a {
				share[k] += d / (b - a)
			}
		}
	}
	for k := range share {
		share[k] = math.Max(share[k], whole[k])
	}
}
