package sheet

import (
	"math"

	"ziping/extract/grid/page"
)

// A column of figures set to the right ends where its longest and its shortest end. A
// text that begins right behind one of them, or ends right before it, is the text of
// another column, however small the gap: a spreadsheet leaves two points there.

// Of figures that are all as wide as each other, which units may stand behind, that gap
// tells where it is narrower than any blank and letters of two scripts touch else.
const narrowerThanBlank = 0.22 // in character sizes

// ending is where a figure stands that is nothing but a figure, or the part of a
// phrase on one side of a gap.
type ending struct {
	left, right, y float64
	whole          bool
}

// cutAtFigures parts phrases between such a figure and the text beside it.
func (s *Sheet) cutAtFigures(list []Phrase) []Phrase {
	step := page.Touch * s.Em
	ends := map[int][]ending{}
	add := func(e ending) {
		at := int(math.Floor(e.right / step))
		ends[at] = append(ends[at], e)
	}
	touching := s.betweenScripts(list) == 0
	inColumn := func(left, right, y, gap float64) bool {
		// Units a little off their figures, all set in the middle, may end alike, too: but
		// not where a figure without one does.
		n, other, whole := 0, false, false
		at := int(math.Floor(right / step))
		for k := at - 1; k <= at+1; k++ {
			for _, e := range ends[k] {
				if math.Abs(e.y-y) < gutterNear*s.Em && math.Abs(e.right-right) < step {
					n++
					whole = whole || e.whole
					other = other || math.Abs(e.left-left) > step
				}
			}
		}
		return n >= 3 && (other && whole || touching && gap < narrowerThanBlank*s.Em)
	}
	for i := range list {
		p := &list[i]
		if p.Figure {
			add(ending{p.Box[0], p.Box[2], p.Y(), true})
			continue
		}
		s.besideFigures(p, func(_ int, left, right, _ float64) bool {
			add(ending{left, right, p.Y(), false})
			return true
		})
	}
	for i := 0; i < len(list); i++ {
		p, at := &list[i], 0
		s.besideFigures(p, func(k int, left, right, gap float64) bool {
			if inColumn(left, right, p.Y(), gap) {
				at = k
			}
			return at == 0
		})
		if at > 0 {
			rest := s.partPhrase(p, at)
			list = append(list, rest)
		}
	}
	return list
}

// besideFigures calls f for each gap of a phrase with a figure on one side, with where
// that begins and ends and how wide the gap is, until it returns false.
func (s *Sheet) besideFigures(p *Phrase, f func(k int, left, right, gap float64) bool) {
	first, last := Amount(s.Glyphs[p.Glyphs[0]].Text), Amount(s.Glyphs[p.Glyphs[len(p.Glyphs)-1]].Text)
	for k := 1; k < len(p.Glyphs) && !p.Figure && (first || last); k++ {
		a, b := s.Glyphs[p.Glyphs[k-1]].Box, s.Glyphs[p.Glyphs[k]].Box
		if b[0]-a[2] < page.Touch*s.Em {
			continue
		}
		gap := b[0] - a[2]
		if first && Amount(s.PlainText(p.Glyphs[:k])) && !f(k, p.Box[0], a[2], gap) || last && Amount(s.PlainText(p.Glyphs[k:])) && !f(k, b[0], p.Box[2], gap) {
			return
		}
	}
}
