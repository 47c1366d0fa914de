// Package blocks finds text that no rulings enclose: the runs of each line, parted by
// wide gaps.
//
//	for _, b := range blocks.Find(spots, em) { b.X0 } // one run of text
package blocks

import (
	"slices"

	"ziping/extract/scan/lines"
)

// Block is a run of text of one line, in dots.
type Block struct {
	X0, Y0, X1, Y1 int
	Spots          int
	Stroke         int // the longest of them
	High           int // how high most pieces of it are, of Piece characters each
	Dashes         int // spots of it that are far wider than high
}

const (
	// word is the gap within a text, in heights of what stands beside it.
	word = 0.95
	// stroke is the gap between strokes of one character over each other.
	stroke = 0.16
	// character is how high and wide a character is with room for bad paper.
	character = 1.15
	// largest is what no character is larger than, in characters; seals, pictures and
	// dark edges are.
	largest = 5.0
	// touching is how high characters that touch each other are; a line is lower.
	touching = 0.5
	// smallest is what is no character and no part of one, in characters.
	smallest = 0.09
	// most bounds the work on a page of noise.
	most = 20000
)

// take adds a spot to a run.
func (b *Block) take(p lines.Spot) {
	if b.Spots == 0 {
		b.X0, b.Y0, b.X1, b.Y1 = p.X0, p.Y0, p.X1, p.Y1
	}
	b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, p.X0), min(b.Y0, p.Y0), max(b.X1, p.X1), max(b.Y1, p.Y1)
	b.Spots++
	if p.X1-p.X0 >= 2*(p.Y1-p.Y0) {
		b.Dashes++
	}
	b.Stroke = max(b.Stroke, p.X1-p.X0, p.Y1-p.Y0)
}

// Find groups connected ink into runs.
func Find(spots []lines.Spot, em float64) []Block {
	var s []lines.Spot
	for _, p := range spots {
		w, h := float64(p.X1-p.X0), float64(p.Y1-p.Y0)
		// Characters that touch each other are one spot, as long as they are many.
		line := h <= character*em && h >= touching*em
		if max(w, h) >= max(2, smallest*em) && (max(w, h) <= largest*em || line) {
			s = append(s, p)
		}
	}
	if len(s) > most {
		slices.SortStableFunc(s, func(a, b lines.Spot) int { return b.Area - a.Area })
		s = s[:most]
	}
	slices.SortStableFunc(s, func(a, b lines.Spot) int { return a.X0 - b.X0 })
	g := group(s, em)
	by := map[int]*run{}
	var order []*run
	for i, p := range s {
		n := g.find(i)
		r := by[n]
		if r == nil {
			r = &run{}
			by[n] = r
			order = append(order, r)
		}
		r.add(p)
	}
	out := columns(order, em)
	slices.SortStableFunc(out, func(a, b Block) int {
		if a.Y0 != b.Y0 {
			return a.Y0 - b.Y0
		}
		return a.X0 - b.X0
	})
	return out
}

type sets []int

func (g sets) find(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// group puts together what stands in one run; s is sorted from left to right.
func group(s []lines.Spot, em float64) sets {
	g := make(sets, len(s))
	for i := range g {
		g[i] = i
	}
	reach := 0
	for _, p := range s {
		reach = max(reach, p.Y1-p.Y0)
	}
	for i, a := range s {
		for j := i + 1; j < len(s); j++ {
			b := s[j]
			if float64(b.X0-a.X1) > word*max(em, float64(reach)) {
				break
			}
			if together(a, b, em) {
				x, y := g.find(i), g.find(j)
				g[max(x, y)] = min(x, y)
			}
		}
	}
	return g
}

// together reports whether two spots belong to one run; b begins no further left.
func together(a, b lines.Spot, em float64) bool {
	ah, bh := a.Y1-a.Y0, b.Y1-b.Y0
	over := min(a.Y1, b.Y1) - max(a.Y0, b.Y0)
	size := max(em, float64(max(ah, bh)))
	if gap := float64(b.X0 - a.X1); gap <= word*size && 5*over >= 2*min(ah, bh) && over > 0 {
		return true
	}
	// Strokes of one character over each other.
	return b.X0 < a.X1 && float64(-over) <= stroke*em && float64(max(a.Y1, b.Y1)-min(a.Y0, b.Y0)) <= character*em
}
