package pdfin

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
)

// once drops characters that are drawn again on the same spot, as programs do
// for want of a bold font. The repeat lies within an eighth of the size; the
// dots of `...` are further apart.
func once(chars []char) []char {
	type spot struct {
		r    rune
		x, y int
	}
	const pitch = 4.0
	seen := make(map[spot][]int, len(chars))
	kept := chars[:0]
	for _, ch := range chars {
		near := min(0.125*ch.obj.size, 0.4*ch.along)
		x, y := int(math.Floor(ch.x/pitch)), int(math.Floor(ch.y/pitch))
		again := false
		for dx := -1; dx <= 1 && !again; dx++ {
			for dy := -1; dy <= 1 && !again; dy++ {
				for _, k := range seen[spot{ch.text, x + dx, y + dy}] {
					o := &kept[k]
					if math.Abs(o.x-ch.x) < near && math.Abs(o.y-ch.y) < near && o.index != ch.index-1 ||
						o.x == ch.x && o.y == ch.y && o.obj != ch.obj {
						again = true
						break
					}
				}
			}
		}
		if again {
			continue
		}
		s := spot{ch.text, x, y}
		if len(seen[s]) < 8 {
			seen[s] = append(seen[s], len(kept))
		}
		kept = append(kept, ch)
	}
	return kept
}

// turned tells by how many quarter turns clockwise a page has to be turned for
// most of its text to stand upright: forms wider than the paper are often
// printed sideways.
func turned(chars []char, rotation int) int {
	var count [4]int
	for i := range chars {
		if q, ok := quarter(chars[i].obj.angle); ok {
			count[q]++
		}
	}
	for q, n := range count {
		if 2*n > len(chars) {
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
func glyphs(chars []char, v matrix, upright int) (out, slanted []grid.Glyph) {
	out = make([]grid.Glyph, 0, len(chars))
	for i := 0; i < len(chars); i++ {
		q, square := quarter(chars[i].obj.angle)
		if square && q == upright {
			out = append(out, chars[i].glyph(v))
			continue
		}
		n := runLength(chars[i:])
		g := run(chars[i:i+n], v)
		if square {
			out = append(out, g)
		} else {
			slanted = append(slanted, g)
		}
		i += n - 1
	}
	return out, slanted
}

// runs are characters a run each.
func runs(chars []char, v matrix) (out []grid.Glyph) {
	for len(chars) > 0 {
		n := runLength(chars)
		out = append(out, run(chars[:n], v))
		chars = chars[n:]
	}
	return out
}

func runLength(chars []char) int {
	n := 1
	for n < len(chars) && follows(&chars[n-1], &chars[n]) {
		n++
	}
	return n
}

// follows reports that b goes on where a ends, on the same baseline.
func follows(a, b *char) bool {
	if math.Abs(a.obj.angle-b.obj.angle) > 1 || math.Abs(a.obj.size-b.obj.size) > 0.1*a.obj.size {
		return false
	}
	dx, dy := b.x-a.x, b.y-a.y
	along, across := dx*a.obj.ux+dy*a.obj.uy, -dx*a.obj.uy+dy*a.obj.ux
	return math.Abs(across) < 0.3*a.obj.size && along > 0 && along < a.along+a.obj.size
}

// run is several characters as one glyph.
func run(chars []char, v matrix) grid.Glyph {
	g := chars[0].glyph(v)
	var text strings.Builder
	for i := range chars {
		c := chars[i].glyph(v)
		text.WriteString(c.Text)
		g.Doubtful = g.Doubtful || c.Doubtful
		g.Box = extract.Box{min(g.Box[0], c.Box[0]), min(g.Box[1], c.Box[1]), max(g.Box[2], c.Box[2]), max(g.Box[3], c.Box[3])}
	}
	g.Text = text.String()
	return g
}

// withApart puts text that is in no table among the lines, behind the tables of its page.
func (r *reader) withApart(lines []extract.Line) []extract.Line {
	for _, l := range r.apart {
		for _, t := range r.doc.Tables {
			if len(t.Cells) > 0 && t.Cells[0].Page <= l.Page {
				l.Before++
			}
		}
		lines = append(lines, l)
	}
	slices.SortStableFunc(lines, func(a, b extract.Line) int { return cmp.Compare(a.Before, b.Before) })
	return lines
}

// apartLines is the text that is in no table.
func (p *onePage) apartLines() []extract.Line {
	var out []extract.Line
	for _, g := range p.apart {
		box := g.Box
		for i := range box {
			box[i] = round(box[i])
		}
		out = append(out, extract.Line{Text: g.Text, Page: p.page.Number, Box: &box})
	}
	return out
}
