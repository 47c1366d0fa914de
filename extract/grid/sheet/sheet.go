// Package sheet is one page while it is read. It makes rulings of what is drawn
// (doubled, dashed and jittered ones are one; underlines and boxes to be ticked
// are none), and words of characters:
//
//	d := sheet.NewDocument(pages, words.Known(), heading, nil)
//	s := d.Sheets[0]
//	s.Hs, s.Vs    // rulings, joined
//	s.Lines(list) // characters in lines, whoever took them
//	s.Phrases()   // characters that no table took, as runs without a wide gap
//	s.Take(list)  // they lie in a table now
//	s.Give(list)  // or do not
//
// Characters are named by their number in s.Glyphs throughout. What lies in no
// table at the end comes out as LooseLines, and what has no usable place as Lost,
// so that every character is in one place of the output.
package sheet

import (
	"cmp"
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
	"ziping/text/blank"
)

// Bounds on what one page may hold. Real forms have some thousand characters
// and some hundred rulings; a page past these bounds is a drawing or hostile.
const maxSegments = 6_000 // rulings of one direction, after joining

// defaultEm is the size of characters where a page has no text.
const defaultEm = 10.0

// Sheet is one page while it is read.
type Sheet struct {
	Index   int // in the pages given
	Page    *page.Page
	Chars                // with usable boxes
	Lost    []page.Glyph // without
	Hs, Vs  []Seg        // joined rulings
	Edges   []Seg        // uprights of tables whose rows no ruling parts, left to right
	Ends    []Seg        // the rulings that they tell of, top to bottom
	Some    []Seg        // uprights of tables that rule their rows, but only some columns
	Taken   []bool       // glyphs that lie in a table
	free    []Phrase     // what is in no table, see phrases
	stale   bool         // free is to be made anew
	cut     bool         // rulings were left out
	TooFine bool         // so was a drawing of too many lines
}

// newSheet sorts what is drawn on a page into characters and rulings. A character
// that shows nothing is none: where texts are apart shows by where they stand.
func newSheet(index int, p *page.Page, w *words.Words) *Sheet {
	s := &Sheet{Index: index, Page: p}
	s.Words = w
	s.Glyphs = make([]page.Glyph, 0, len(p.Glyphs))
	for _, g := range p.Glyphs {
		if blank.None(g.Text) && !g.Doubtful {
			continue
		}
		if page.Usable(g.Box) {
			if !(g.Size > 0 && g.Size < page.MaxLength) {
				g.Size = math.Min(g.Box[3]-g.Box[1], g.Box[2]-g.Box[0])
			}
			if g.Size < 0.01 {
				g.Size = math.Max(0.01, math.Max(g.Box[3]-g.Box[1], g.Box[2]-g.Box[0]))
			}
			s.Glyphs = append(s.Glyphs, g)
		} else {
			s.Lost = append(s.Lost, g)
		}
	}
	s.Meet = meetings(s.Glyphs)
	s.Taken = make([]bool, len(s.Glyphs))
	s.stale = true
	s.Em = usualSize(s.Glyphs)
	s.typed = s.typedWidth()
	s.fields = newFields(s.Glyphs, s.Em)
	s.Hs, s.Vs, s.cut = segments(withoutWordLines(withoutTickBoxes(p.Rules, s.Glyphs, s.Em), s.Glyphs, s.Em), s.Em)
	return s
}

// ReadUprights makes uprights part texts: those of a table whose rows no ruling parts, with
// the rulings that they tell of.
func (s *Sheet) ReadUprights(vs, ends []Seg) {
	s.Edges = append(s.Edges, vs...)
	s.Ends = append(s.Ends, ends...)
	byPlace := func(list []Seg) {
		slices.SortStableFunc(list, func(a, b Seg) int { return cmp.Compare(a.At, b.At) })
	}
	byPlace(s.Edges)
	byPlace(s.Ends)
	s.stale = true
}

// ReadSome makes uprights part texts that are those of some columns, in a table whose rows
// are ruled.
func ReadSome(s *Sheet, vs []Seg) {
	s.Some = append(s.Some, vs...)
	slices.SortStableFunc(s.Some, func(a, b Seg) int { return cmp.Compare(a.At, b.At) })
	s.stale = true
}

// AtEdges reports whether a ruling stands at one of these uprights.
func (s *Sheet) AtEdges(h Seg) bool {
	near := page.Word * s.Em
	return slices.ContainsFunc(s.Edges, func(v Seg) bool {
		return v.At > h.Lo-near && v.At < h.Hi+near && h.At > v.Lo-near && h.At < v.Hi+near
	})
}

// Take marks characters as lying in a table.
func (s *Sheet) Take(glyphs []int) {
	for _, n := range glyphs {
		s.Taken[n] = true
	}
	s.stale = true
}

// Give marks them as lying in none.
func (s *Sheet) Give(glyphs []int) {
	for _, n := range glyphs {
		s.Taken[n] = false
	}
	s.stale = true
}

// FreeIn lists the characters in a box that belong to no table.
func (s *Sheet) FreeIn(b extract.Box) []int {
	var out []int
	for _, n := range s.Within(extract.Box{b[0] - page.Word*s.Em, b[1], b[2], b[3]}) {
		if g := s.Glyphs[n].Box; !s.Taken[n] && page.MidX(g) < b[2] && page.MidY(g) > b[1] && page.MidY(g) < b[3] {
			out = append(out, n)
		}
	}
	return out
}
