package scan

import (
	"math"

	"ziping/extract/grid"
	"ziping/extract/raster"
	"ziping/extract/scan/tone"
)

// Two facing pages of a bound report are often scanned at once: a picture wider than
// high with two upright blocks, and a gutter between them that nothing crosses. Each is
// made straight by itself, since each leans and bends in its own way, and the left one
// is read before the right one.

const (
	// widest and narrowest are how much wider than high two upright pages are.
	narrowest, widest = 1.15, 1.8
	// gutterAt is how far from the middle of the picture the gutter lies at most, and
	// gutterWide how wide it is at least, in widths of the picture; foldWide is enough
	// where the fold is seen.
	gutterAt, gutterWide, foldWide = 0.1, 0.02, 0.012
	// inked is how dark ink is at least, of 255, on a picture shrunk to roughly dots to
	// an inch.
	inked, roughly = 60, 50
	// bare is the share of ink above which a column is no gutter, and shaded that from
	// which it is the shadow in the fold, whose edges are fringe of the width at most.
	bare, shaded, fringe = 0.008, 0.7, 0.012
	// block is the least share of the height over which each page has ink; a ruling is
	// ruled of its width long, and there are several.
	block, ruled, several = 0.15, 0.4, 3
	// apart is between the sheets of two pages, in points.
	apart = 72
)

// half is a part of a picture that shows one of two pages, and how many dots of the
// picture are left of it.
type half struct {
	picture *raster.Picture
	left    int
}

// facing are the two pages that a picture shows side by side, nil if it does not.
func facing(p *raster.Picture, o Options) []half {
	if r := float64(p.W) / float64(p.H); r < narrowest || r > widest {
		return nil
	}
	k := tone.Of(p, max(1, int(p.Resolution(o.DPI)/roughly)))
	ink := make([]bool, len(k.D))
	for i, d := range k.D {
		ink[i] = d >= inked
	}
	m := rough{k.W, k.H, ink}
	g, ok := m.gutter()
	if !ok || !m.pages(g) {
		return nil
	}
	return []half{cut(p, k.Step, g, false), cut(p, k.Step, g, true)}
}

// rough is a picture shrunk to where there is ink.
type rough struct {
	w, h int
	ink  []bool
}

// gutter is a band from top to bottom between two pages: from and to at the middle of
// the picture's height, lean to the right for each row down. foldFrom and foldTo are the
// shadow within it, the same where there is none.
type gutter struct {
	from, to, foldFrom, foldTo float64
	lean                       float64
}

// gutter finds the widest band in the middle that nothing crosses.
func (m *rough) gutter() (best gutter, ok bool) {
	const steepest, step = 0.05, 0.0025
	for lean := -steepest; lean <= steepest+step/2; lean += step {
		if g, found := m.band(lean); found && g.to-g.from > best.to-best.from {
			best, ok = g, true
		}
	}
	return best, ok
}

// kind is what a column of dots is.
type kind uint8

const (
	page kind = iota // something stands there
	gap
	fold
)

// columns are the kinds of those in the middle, from lo on.
func (m *rough) columns(lo, hi int, lean float64) []kind {
	out := make([]kind, hi-lo)
	for i := range out {
		n := 0
		for y := range m.h {
			if m.at(lo+i, y, lean) {
				n++
			}
		}
		switch share := float64(n) / float64(m.h); {
		case share >= shaded:
			out[i] = fold
		case share <= bare:
			out[i] = gap
		}
	}
	// A shadow is not as dark at its edges.
	most := int(fringe*float64(m.w)) + 1
	for i := range out {
		if out[i] != fold {
			continue
		}
		for _, step := range [2]int{-1, 1} {
			n := 1
			for ; n <= most && i+n*step >= 0 && i+n*step < len(out) && out[i+n*step] == page; n++ {
			}
			if end := i + n*step; n <= most && end >= 0 && end < len(out) && out[end] == gap {
				for ; n > 1; n-- {
					out[i+(n-1)*step] = fold
				}
			}
		}
	}
	return out
}

// band is the widest one that leans in a certain way.
func (m *rough) band(lean float64) (best gutter, ok bool) {
	lo, hi := int((0.5-gutterAt)*float64(m.w)), int((0.5+gutterAt)*float64(m.w))
	kinds := m.columns(lo, hi, lean)
	for i := 0; i < len(kinds); i++ {
		if kinds[i] != gap { // a dark column beside a page is its frame
			continue
		}
		from := i
		var folds []int
		to := i
		for ; i < len(kinds) && kinds[i] != page; i++ {
			if kinds[i] == gap {
				to = i + 1
			}
		}
		for k := from; k < to; k++ {
			if kinds[k] == fold {
				folds = append(folds, k)
			}
		}
		g := gutter{from: float64(lo + from), to: float64(lo + to), lean: lean}
		g.foldFrom, g.foldTo = (g.from+g.to)/2, (g.from+g.to)/2
		enough := gutterWide
		if len(folds) > 0 {
			enough = foldWide
			g.foldFrom, g.foldTo = float64(lo+folds[0]), float64(lo+folds[len(folds)-1]+1)
		}
		if bare := to - from - len(folds); float64(bare) >= enough*float64(m.w) && g.to-g.from > best.to-best.from && !m.crossed(g) {
			best, ok = g, true
		}
	}
	return best, ok
}

// at is whether there is ink in a row, x being at the middle of the height.
func (m *rough) at(x, y int, lean float64) bool {
	x += int(math.Round(lean * (float64(y) - float64(m.h)/2)))
	return x >= 0 && x < m.w && m.ink[y*m.w+x]
}

// crossed reports that a ruling or a line of text runs through a gutter.
func (m *rough) crossed(g gutter) bool {
	const most = 0.5
	for y := range m.h {
		n, all := 0, 0
		for x := int(g.from); x < int(g.to); x++ {
			if float64(x) >= g.foldFrom && float64(x) < g.foldTo {
				continue
			}
			all++
			if m.at(x, y, g.lean) {
				n++
			}
		}
		if float64(n) > most*float64(all) {
			return true
		}
	}
	return false
}

// pages reports that there is a page on each side of a gutter, and rulings on one or a
// fold between them: text without any may be columns of one page.
func (m *rough) pages(g gutter) bool {
	rulings := 0
	for _, side := range [2][2]int{{0, int(g.from)}, {int(g.to), m.w}} {
		top, bottom := m.h, 0
		for y := range m.h {
			n := 0
			for x := side[0]; x < side[1]; x++ {
				if m.at(x, y, g.lean) {
					n++
				}
			}
			if n > 1 {
				top, bottom = min(top, y), max(bottom, y)
			}
		}
		if float64(bottom-top) < block*float64(m.h) {
			return false
		}
		rulings += m.rulings(side[0], side[1])
	}
	return rulings >= several || g.foldTo > g.foldFrom
}

// rulings counts level rulings between two columns: thin runs of ink that rise or fall
// slowly.
func (m *rough) rulings(from, to int) (found int) {
	const above, gap = 3, 3
	enough := int(ruled * float64(to-from))
	ink := func(x, y int) bool { return y >= 0 && y < m.h && m.ink[y*m.w+x] }
	type run struct{ long, idle int }
	last, next := make([]run, m.h+2), make([]run, m.h+2)
	for x := from; x < to; x++ {
		for y := range m.h {
			best := last[y+1]
			for _, r := range [2]run{last[y], last[y+2]} {
				if r.long > best.long {
					best = r
				}
			}
			switch {
			case ink(x, y) && !ink(x, y-above) && !ink(x, y+above):
				best = run{best.long + 1, 0}
				if best.long == enough {
					found++
				}
			case last[y+1].long > 0 && last[y+1].idle < gap:
				best = run{last[y+1].long, last[y+1].idle + 1}
			default:
				best = run{}
			}
			next[y+1] = best
		}
		last, next = next, last
	}
	return found
}

// cut is the part of a picture on one side of a gutter, half-way from what stands there
// to the fold. Where the gutter leans the edge is paper.
func cut(p *raster.Picture, step float64, g gutter, right bool) half {
	edge := func(y int) int {
		at := (g.from + g.foldFrom) / 2
		if right {
			at = (g.foldTo + g.to) / 2
		}
		return min(max(int(step*(at+g.lean*(float64(y)/step-float64(p.H)/step/2))), 1), p.W-1)
	}
	from, to := 0, max(edge(0), edge(p.H-1))
	if right {
		from, to = min(edge(0), edge(p.H-1)), p.W
	}
	out := half{raster.New(to-from, p.H), from}
	out.picture.DPI = p.DPI
	take := func(dst, src []uint8) {
		for y := range p.H {
			row := dst[y*(to-from) : (y+1)*(to-from)]
			copy(row, src[y*p.W+from:y*p.W+to])
			e := edge(y)
			if right {
				for x := range min(e-from, len(row)) {
					row[x] = src[y*p.W+e]
				}
				continue
			}
			for x := e; x < to; x++ {
				row[x-from] = src[y*p.W+e-1]
			}
		}
	}
	take(out.picture.Grey, p.Grey)
	if p.Red != nil {
		out.picture.Red = make([]uint8, len(out.picture.Grey))
		take(out.picture.Red, p.Red)
	}
	return out
}

// both is the sheet of two pages side by side; nil if they do not stand upright.
func both(halves []half, o Options) *Sheet {
	var out *Sheet
	var backs []func(x, y float64) (float64, float64)
	for _, h := range halves {
		s, quarters, err := look(h.picture, o)
		if err != nil || quarters != 0 {
			return nil
		}
		left := float64(h.left) * 72 / s.Quality.DPI
		back := s.Back
		backs = append(backs, func(x, y float64) (float64, float64) {
			x, y = back(x, y)
			return x + left, y
		})
		if out == nil {
			out = s
			continue
		}
		out.Border = out.Width + apart/2
		out.beside(s)
	}
	border, shift := out.Border, out.Border+apart/2
	out.Back = func(x, y float64) (float64, float64) {
		if x < border {
			return backs[0](x, y)
		}
		return backs[1](x-shift, y)
	}
	return out
}

// beside puts another sheet to the right of a sheet.
func (s *Sheet) beside(o *Sheet) {
	shift := s.Width + apart
	for _, r := range o.Rules {
		s.Rules = append(s.Rules, grid.Rule{X0: r.X0 + shift, Y0: r.Y0, X1: r.X1 + shift, Y1: r.Y1})
	}
	for _, r := range o.Regions {
		r.Box[0], r.Box[2], r.Left = r.Box[0]+shift, r.Box[2]+shift, r.Left+shift
		s.Regions = append(s.Regions, r)
	}
	s.Width, s.Height = shift+o.Width, max(s.Height, o.Height)
	s.Quality.Noise = max(s.Quality.Noise, o.Quality.Noise)
}
