package sheet

import (
	"math"

	"ziping/extract/grid/page"
	"ziping/text/hanzi"
)

// A column set to the left begins where its longest and its shortest begin. In a row of
// several texts a gap that ends right there parts two columns, however small it is: a cell
// may be as full as its column is wide.

const (
	startNear = 10.0 // heights in which starts are kept together, in character sizes
	startMost = 8    // as many of one place as are kept
)

// starts are the heights of phrases by where they begin.
type starts struct {
	step, near float64
	at         map[[2]int][]float64
}

func (s *starts) add(x, y float64) {
	k := [2]int{int(math.Floor(x / s.step)), int(math.Floor(y / s.near))}
	if len(s.at[k]) < startMost {
		s.at[k] = append(s.at[k], y)
	}
}

// column reports whether two phrases and more near a height, on other lines, begin at a
// place.
func (s *starts) column(x, y float64) bool {
	n := 0
	i, j := int(math.Floor(x/s.step)), int(math.Floor(y/s.near))
	for a := i - 1; a <= i+1; a++ {
		for b := j - 2; b <= j+2; b++ {
			for _, e := range s.at[[2]int{a, b}] {
				if math.Abs(e-y) >= s.step {
					n++
				}
			}
		}
	}
	return n >= 2
}

// cutAtStarts parts phrases where a gap ends and a column begins, in rows of three texts
// and more: over a merged cell's text columns begin, too.
func (s *Sheet) cutAtStarts(list []Phrase) []Phrase {
	sortPhrases(list)
	all := starts{page.Touch * s.Em, startNear * s.Em, map[[2]int][]float64{}}
	for i := range list {
		all.add(list[i].Box[0], list[i].Y())
	}
	scripts := s.betweenScripts(list)
	var rests []Phrase
	for i := range list {
		p := &list[i]
		if s.beside(list, i) < 2 || !all.column(p.Box[0], p.Y()) {
			continue
		}
		for k := len(p.Glyphs) - 1; k > 0; k-- {
			a, b := &s.Glyphs[p.Glyphs[k-1]], &s.Glyphs[p.Glyphs[k]]
			least := page.Touch
			if hanzi.Meets(a.Text, b.Text) {
				least = math.Max(least, scripts+overScripts)
			}
			if b.Box[0]-a.Box[2] >= least*s.Em && all.column(b.Box[0], p.Y()) {
				rests = append(rests, s.partPhrase(p, k))
			}
		}
	}
	return append(list, rests...)
}

// Programs put the same small gap between Chinese and other letters everywhere (48 公里).
const (
	scriptGap   = 0.02 // how much those of one page differ, in character sizes
	scriptGaps  = 4    // that many show it
	widestGap   = 0.4  // a wider one is none of them
	overScripts = 0.05 // by so much a gap between columns is wider
	someScripts = 0.2  // what a page may have that does not show it
)

// betweenScripts is the gap between letters of two scripts, in character sizes: none where
// some touch. Signs touch what is beside them in print of every program (个、86).
func (s *Sheet) betweenScripts(list []Phrase) float64 {
	var counts [int(widestGap / scriptGap)]int
	touching := 0
	for i := range list {
		p := &list[i]
		for k := 1; k < len(p.Glyphs); k++ {
			a, b := &s.Glyphs[p.Glyphs[k-1]], &s.Glyphs[p.Glyphs[k]]
			if !hanzi.Meets(a.Text, b.Text) {
				continue
			}
			n := int(math.Max(0, b.Box[0]-a.Box[2]) / s.Em / scriptGap)
			if n == 0 {
				touching++
			} else if n < len(counts) {
				counts[n]++
			}
		}
	}
	if touching >= scriptGaps {
		return 0
	}
	for n := 1; n < len(counts); n++ {
		if counts[n-1]+counts[n] >= scriptGaps && float64(n)*scriptGap >= page.Touch {
			return float64(n+1) * scriptGap
		}
	}
	return someScripts
}

// beside counts the other phrases on the line of one, two at most; the list is sorted.
func (s *Sheet) beside(list []Phrase, i int) (n int) {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(list) && n < 2 && math.Abs(list[k].Y()-list[i].Y()) <= page.Line*s.Em; k += step {
			n++
		}
	}
	return n
}
