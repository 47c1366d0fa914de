package scan

import (
	"testing"

	"ziping/extract/scan/blocks"
	"ziping/extract/scan/cells"
)

// A hole in the paper lies over an upright, and is no text on either side of it.
func TestHalvesOfAHole(t *testing.T) {
	d := &desk{em: 20, segments: []cells.Segment{{At: 100, From: 0, To: 500}}}
	block := func(x0, y0, x1, y1 int) blocks.Block { return blocks.Block{X0: x0, Y0: y0, X1: x1, Y1: y1} }
	left := block(80, 200, 98, 230)
	for name, c := range map[string]struct {
		b    blocks.Block
		want bool
	}{
		"the other half":        {block(102, 201, 115, 229), true},
		"a character beside it": {block(102, 210, 115, 230), false},
		"further off":           {block(110, 200, 125, 230), false},
		"a run of text":         {block(102, 200, 190, 230), false},
	} {
		if d.halves(left, c.b) != c.want || d.halves(c.b, left) != c.want {
			t.Errorf("%s: want %v", name, c.want)
		}
	}
	if beyond := block(102, 510, 115, 540); d.halves(block(80, 510, 98, 540), beyond) {
		t.Error("below the upright")
	}
}
