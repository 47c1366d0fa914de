package pdfin

import (
	"math"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
)

// turned tells by how many quarter turns clockwise a page has to be turned for
// most of its text to stand upright: forms wider than the paper are often
// printed sideways.
func turned(list []evidence.Char, rotation int) int {
	var count [4]int
	for i := range list {
		if q, ok := quarter(list[i].Run.Angle); ok {
			count[q]++
		}
	}
	for q, n := range count {
		if 2*n > len(list) {
			return (q - rotation) & 3
		}
	}
	return 0
}

// quarter is an angle in quarter turns anticlockwise, if it is about that.
func quarter(angle float64) (int, bool) {
	q := math.Round(angle / 90)
	return int(q) & 3, math.Abs(angle-90*q) < 8
}

// glyphs places characters for package grid. Text that stands on its side, as
// labels of tall narrow cells do, becomes one glyph a run, so that its order is
// kept. What is slanted, such as a watermark, is no part of a table: it comes
// back apart.
func glyphs(list []evidence.Char, view plane.Matrix, upright int, trace func(run uint64) (drawn.Trace, bool)) (out, slanted []grid.Glyph) {
	out = make([]grid.Glyph, 0, len(list))
	for i := 0; i < len(list); i++ {
		q, square := quarter(list[i].Run.Angle)
		if square && q == upright {
			g := list[i].Glyph(view)
			if t, ok := trace(list[i].Run.ID); ok {
				g.Box = shown(g.Box, t.Clip)
			}
			out = append(out, g)
			continue
		}
		n := runLength(list[i:])
		g := run(list[i:i+n], view)
		if square {
			out = append(out, g)
		} else {
			slanted = append(slanted, g)
		}
		i += n - 1
	}
	return out, slanted
}

// shown is a character's box, no higher than its clip lets through: a line that a row is
// too low for lies where it is seen, and not in the row above or below. How far it reaches
// along the line says nothing of its row: the end of a line may hang out of its cell.
func shown(box, clip extract.Box) extract.Box {
	if clip[1] >= box[3] || clip[3] <= box[1] {
		return box
	}
	box[1], box[3] = max(box[1], clip[1]), min(box[3], clip[3])
	return box
}

// runs are characters a run each.
func runs(list []evidence.Char, view plane.Matrix) (out []grid.Glyph) {
	for len(list) > 0 {
		n := runLength(list)
		out = append(out, run(list[:n], view))
		list = list[n:]
	}
	return out
}

func runLength(list []evidence.Char) int {
	n := 1
	for n < len(list) && follows(&list[n-1], &list[n]) {
		n++
	}
	return n
}

// follows reports that b goes on where a ends, on the same baseline.
func follows(a, b *evidence.Char) bool {
	size := a.Run.Size
	if math.Abs(a.Run.Angle-b.Run.Angle) > 1 || math.Abs(size-b.Run.Size) > 0.1*size {
		return false
	}
	along, across := a.Step(b)
	return math.Abs(across) < 0.3*size && along > 0 && along < a.Along+size
}

// run is several characters as one glyph.
func run(list []evidence.Char, view plane.Matrix) grid.Glyph {
	g := list[0].Glyph(view)
	var text strings.Builder
	for i := range list {
		c := list[i].Glyph(view)
		text.WriteString(c.Text)
		g.Doubtful = g.Doubtful || c.Doubtful
		g.Box = plane.Around(g.Box, c.Box)
	}
	g.Text = text.String()
	return g
}
