package scan

import (
	"testing"

	"ziping/extract/raster"
	"ziping/extract/scan/blocks"
	"ziping/extract/scan/straight"
	"ziping/extract/scan/tone"
)

// What a page lies on has a grain that looks like strokes, and is no text. A line that begins
// where the paper ends and goes on over it is one.
func TestWhatThePageLiesOnIsNoText(t *testing.T) {
	const w, h, ends = 800, 800, 200
	p := raster.New(w, h)
	for i := range p.Grey {
		if p.Grey[i] = 240; i%w < ends {
			p.Grey[i] = 60
		}
	}
	d := &desk{ink: tone.Of(p, 1), step: 1, flat: straight.Fit(w, h, nil, 0)}
	block := func(x0, x1 int) blocks.Block { return blocks.Block{X0: x0, Y0: 400, X1: x1, Y1: 420} }
	for _, c := range []struct {
		b    blocks.Block
		want bool
	}{{block(20, 100), true}, {block(184, 198), true}, {block(184, 300), false}, {block(300, 320), false}} {
		if d.beyond(c.b) != c.want {
			t.Errorf("at %d to %d: want %t", c.b.X0, c.b.X1, c.want)
		}
	}
}
