package tone

import (
	"math"
	"testing"

	"ziping/extract/raster"
)

// coloured is a white page of 100 dots to the inch with a black line of strokes.
func coloured() *raster.Picture {
	p := raster.New(600, 800)
	p.Red = make([]uint8, len(p.Grey))
	for i := range p.Grey {
		p.Grey[i], p.Red[i] = 250, 250
	}
	strokes(p, 100, 100, 20, 0, 0)
	return p
}

// strokes draws uprights 12 dots high beside each other.
func strokes(p *raster.Picture, x, y, n int, grey, red uint8) {
	for i := range n {
		for v := y; v < y+12; v++ {
			p.Grey[v*p.W+x+6*i], p.Red[v*p.W+x+6*i] = grey, red
		}
	}
}

// What is printed in red is read, unless it may be a seal.
func TestRedPrintIsRead(t *testing.T) {
	const grey, red = 76, 240
	for name, c := range map[string]struct {
		draw  func(p *raster.Picture)
		print bool
	}{
		"black alone":  {func(p *raster.Picture) {}, false},
		"a red line":   {func(p *raster.Picture) { strokes(p, 100, 300, 40, grey, red) }, true},
		"a red speck":  {func(p *raster.Picture) { strokes(p, 100, 300, 2, grey, red) }, false},
		"a red ruling": {func(p *raster.Picture) { strokes(p, 100, 300, 1, grey, red); redRuling(p, 400, grey, red) }, true},
		"red lines in a cell": {func(p *raster.Picture) {
			for y := 300; y < 360; y += 15 {
				strokes(p, 100, y, 10, grey, red)
				strokes(p, 103, y, 10, grey, red)
			}
		}, true},
		"a seal": {func(p *raster.Picture) {
			strokes(p, 100, 300, 40, grey, red)
			for a := 0.0; a < 2*math.Pi; a += 0.005 {
				for r := 74.0; r < 78; r++ {
					i := int(600+r*math.Sin(a))*p.W + int(300+r*math.Cos(a))
					p.Grey[i], p.Red[i] = grey, red
				}
			}
		}, false},
		"a marker": {func(p *raster.Picture) {
			strokes(p, 100, 300, 40, grey, red)
			for y := 500; y < 520; y++ {
				for x := 100; x < 400; x++ {
					p.Grey[y*p.W+x], p.Red[y*p.W+x] = 170, 240
				}
			}
		}, false},
	} {
		p := coloured()
		c.draw(p)
		if got := Printed(p, 100).Red == nil; got != c.print {
			t.Errorf("%s: print %t", name, got)
		}
		if p.Red == nil {
			t.Errorf("%s: the picture itself lost its red", name)
		}
	}
}

func redRuling(p *raster.Picture, y int, grey, red uint8) {
	for x := 50; x < 550; x++ {
		p.Grey[y*p.W+x], p.Red[y*p.W+x] = grey, red
	}
}
