package sheet

import (
	"math"
	"slices"

	"ziping/extract/grid/page"
	"ziping/text/hanzi"
)

// A column set to the middle has its texts in the middle of one place, however wide they
// are. Beside other texts a gap is between two columns, however small it is, where all that
// it parts stands in the middle of columns and the whole does not. Latin words are parted
// by such gaps themselves.

// cutAtMiddles parts phrases so.
func (s *Sheet) cutAtMiddles(list []Phrase) []Phrase {
	sortPhrases(list)
	all := starts{page.Touch * s.Em, startNear * s.Em, map[[2]int][]float64{}}
	for i := range list {
		all.add(page.MidX(list[i].Box), list[i].Y())
	}
	var rests []Phrase
	for i := range list {
		p := &list[i]
		if len(p.Glyphs) < 2 || s.beside(list, i) < 1 || s.stretched(p) || s.inMiddle(&all, p.Glyphs) {
			continue
		}
		for _, k := range slices.Backward(s.gapsAtMiddles(p, &all)) {
			rests = append(rests, s.partPhrase(p, k))
		}
	}
	return append(list, rests...)
}

// inMiddle reports that characters stand in the middle of a column.
func (s *Sheet) inMiddle(all *starts, glyphs []int) bool {
	b := s.Around(glyphs)
	return all.column(page.MidX(b), page.MidY(b))
}

// gapsAtMiddles are the characters of a phrase before which a gap parts columns; none
// where a part would stand in none.
func (s *Sheet) gapsAtMiddles(p *Phrase, all *starts) (out []int) {
	gap := func(k int) float64 { return s.Glyphs[p.Glyphs[k]].Box[0] - s.Glyphs[p.Glyphs[k-1]].Box[2] }
	var gaps []float64
	for k := 1; k < len(p.Glyphs); k++ {
		gaps = append(gaps, gap(k))
	}
	slices.Sort(gaps)
	wide := math.Max(0, gaps[len(gaps)/2]) + page.Touch*s.Em
	from := 0
	for k := 1; k < len(p.Glyphs); k++ {
		a, b := s.Glyphs[p.Glyphs[k-1]].Text, s.Glyphs[p.Glyphs[k]].Text
		if gap(k) >= wide && (hanzi.Begins(a) || hanzi.Begins(b)) && s.inMiddle(all, p.Glyphs[from:k]) {
			out, from = append(out, k), k
		}
	}
	if from > 0 && !s.inMiddle(all, p.Glyphs[from:]) {
		return nil
	}
	return out
}
