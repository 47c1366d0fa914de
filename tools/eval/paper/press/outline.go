package press

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ziping/tools/eval/paper/cff"
)

// segment is a part of a glyph's path in dots, y down.
type segment struct {
	Op sfnt.SegmentOp
	P  [3][2]float64
}

// points is how many places a segment has.
func (s *segment) points() int {
	switch s.Op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}

// outline is a glyph's path with an em of so many dots.
func (f *Face) outline(i sfnt.GlyphIndex, em float64) ([]segment, error) {
	var out []segment
	if f.cff != nil {
		steps, err := f.cff.Outline(int(i))
		ops := [...]sfnt.SegmentOp{cff.Move: sfnt.SegmentOpMoveTo, cff.Line: sfnt.SegmentOpLineTo, cff.Curve: sfnt.SegmentOpCubeTo}
		for _, s := range steps {
			g := segment{Op: ops[s.Op]}
			for k, a := range s.P {
				g.P[k] = [2]float64{a[0] * em / f.cff.Scale, -a[1] * em / f.cff.Scale}
			}
			out = append(out, g)
		}
		return out, err
	}
	segments, err := f.font.LoadGlyph(&f.buf, i, fixed.Int26_6(em*64), nil)
	for _, s := range segments {
		g := segment{Op: s.Op}
		for k, a := range s.Args {
			g.P[k] = [2]float64{float64(a.X) / 64, float64(a.Y) / 64}
		}
		out = append(out, g)
	}
	return out, err
}
