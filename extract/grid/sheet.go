package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// Bounds on what one page may hold. Real forms have some thousand characters
// and some hundred rulings; a page past these bounds is a drawing or hostile.
const maxSegments = 6_000 // rulings of one direction, after joining

// defaultEm is the size of characters where a page has no text.
const defaultEm = 10.0

// chars are the characters of a page, and how they read.
type chars struct {
	em     float64 // their usual size
	glyphs []Glyph
	meet   meet // words that meet others
}

// sheet is one page while it is read.
type sheet struct {
	index   int // in the pages given
	page    *Page
	chars            // with usable boxes
	lost    []Glyph  // without
	hs, vs  []seg    // joined rulings
	taken   []bool   // glyphs that lie in a table
	free    []phrase // what is in no table, see phrases
	stale   bool     // free is to be made anew
	cut     bool     // rulings were left out
	tooFine bool     // so was a drawing of too many lines
}

func newSheet(index int, p *Page) *sheet {
	s := &sheet{index: index, page: p}
	s.glyphs = make([]Glyph, 0, len(p.Glyphs))
	for _, g := range p.Glyphs {
		if usable(g.Box) {
			if !(g.Size > 0 && g.Size < maxLength) {
				g.Size = math.Min(g.Box[3]-g.Box[1], g.Box[2]-g.Box[0])
			}
			if g.Size < 0.01 {
				g.Size = math.Max(0.01, math.Max(g.Box[3]-g.Box[1], g.Box[2]-g.Box[0]))
			}
			s.glyphs = append(s.glyphs, g)
		} else {
			s.lost = append(s.lost, g)
		}
	}
	s.meet = meetings(s.glyphs)
	s.taken = make([]bool, len(s.glyphs))
	s.stale = true
	s.em = usualSize(s.glyphs)
	s.hs, s.vs, s.cut = segments(withoutWordLines(withoutTickBoxes(p.Rules, s.glyphs, s.em), s.glyphs, s.em), s.em)
	return s
}

// take and give mark characters as lying in a table or not.
func (s *sheet) take(glyphs []int) {
	for _, n := range glyphs {
		s.taken[n] = true
	}
	s.stale = true
}

func (s *sheet) give(glyphs []int) {
	for _, n := range glyphs {
		s.taken[n] = false
	}
	s.stale = true
}

// maxLength is in points; coordinates beyond it are nonsense.
const maxLength = 1e5

// usable reports whether a box has finite corners of a sensible size in order.
func usable(b extract.Box) bool {
	for _, v := range b {
		if math.IsNaN(v) || v < -maxLength || v > maxLength {
			return false
		}
	}
	return b[0] <= b[2] && b[1] <= b[3]
}

// usualSize is the median size, so that a title does not count.
func usualSize(glyphs []Glyph) float64 {
	if len(glyphs) == 0 {
		return defaultEm
	}
	sizes := make([]float64, len(glyphs))
	for i := range glyphs {
		sizes[i] = glyphs[i].Size
	}
	sort.Float64s(sizes)
	em := sizes[len(sizes)/2]
	return math.Min(math.Max(em, 1), 200)
}

func midX(b extract.Box) float64 { return (b[0] + b[2]) / 2 }
func midY(b extract.Box) float64 { return (b[1] + b[3]) / 2 }

// join is the smallest box around both.
func join(a, b extract.Box) extract.Box {
	return extract.Box{math.Min(a[0], b[0]), math.Min(a[1], b[1]), math.Max(a[2], b[2]), math.Max(a[3], b[3])}
}

// rounded keeps a hundredth of a point, so that output is short and stable.
func rounded(b extract.Box) *extract.Box {
	var r extract.Box
	for i, v := range b {
		r[i] = math.Round(v*100) / 100
		if r[i] == 0 {
			r[i] = 0 // no negative zero
		}
	}
	return &r
}
