package sheet

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// Words written downwards in a cell, as labels at the side often are. A single
// column of them reads as lines of one character; several stand from right to
// left, the last one not full, or were written so, character by character.
const (
	stackedPitch = 2.50 // how far columns may stand apart
	stackedNear  = 0.90 // and how near: a character is as wide as it is high
	stackedRoom  = 1.50 // what a cell has room for beside them: its width did not wrap them
	stackedLeast = 4    // pieces in the first column
)

// CellLines arranges the characters of a cell in lines.
func (s *Chars) CellLines(glyphs []int, box extract.Box) []Line {
	if columns := s.downwards(glyphs, box); columns != nil {
		return columns
	}
	return s.Lines(glyphs)
}

// downwards arranges characters in columns from right to left, nil where they are
// not written so or in one column.
func (s *Chars) downwards(glyphs []int, box extract.Box) []Line {
	if len(glyphs) < stackedLeast {
		return nil
	}
	order := append([]int(nil), glyphs...)
	x := func(n int) float64 { return page.MidX(s.Glyphs[n].Box) }
	sort.SliceStable(order, func(i, j int) bool { return x(order[i]) > x(order[j]) })
	em := s.Glyphs[order[0]].Size
	var out []Line
	var down []int
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && x(order[from])-x(order[to]) <= page.Line*em {
			to++
		}
		if from > 0 {
			if d := x(order[from-1]) - x(order[from]); d < stackedNear*em || d > stackedPitch*em {
				return nil
			}
		}
		column := append([]int(nil), order[from:to]...)
		sort.SliceStable(column, func(i, j int) bool { return page.MidY(s.Glyphs[column[i]].Box) < page.MidY(s.Glyphs[column[j]].Box) })
		b := s.Around(column)
		out, down = append(out, Line{Glyphs: column, Box: b, Tall: b}), append(down, column...)
		from = to
	}
	if len(out) > 1 && page.Rise(s.Glyphs, down) {
		return out
	}
	if len(out) < 2 || box[2]-box[0] < (float64(len(out))+stackedRoom)*em || len(out[0].Glyphs) < stackedLeast || !s.solid(out[0].Glyphs, em) {
		return nil
	}
	first, last := out[0].Box, out[len(out)-1].Box
	for _, l := range out {
		if l.Box[1] < first[1]-page.Line*em || l.Box[3] > first[3]+page.Line*em {
			return nil
		}
	}
	if last[3]-last[1] > first[3]-first[1]-page.Word*em {
		return nil
	}
	return out
}

// solid reports whether the characters of a column follow each other closely, and
// do not stand side by side.
func (s *Chars) solid(column []int, em float64) bool {
	for k := 1; k < len(column); k++ {
		gap := s.Glyphs[column[k]].Box[1] - s.Glyphs[column[k-1]].Box[3]
		if math.Abs(gap) > page.Word*em {
			return false
		}
	}
	return true
}
