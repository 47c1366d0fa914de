package raster_test

import (
	"math"
	"testing"

	"ziping/extract/raster"
)

func TestResolution(t *testing.T) {
	for _, c := range []struct {
		w, h        int
		asked, file float64
		want        float64
	}{
		{1654, 2339, 0, 0, 200.01}, // A4
		{2339, 1654, 0, 0, 200.01},
		{1654, 2339, 300, 150, 300}, // who asks knows best
		{1654, 2339, 0, 150, 150},   // then the file
		{1654, 2339, 0, 9999, 200.01},
		{1654, 2339, 2, 150, 150}, // no page is that large
		{300, 200, 300, 0, 300},
		{300, 200, 0, 0, 72}, // a part of a page
	} {
		p := raster.New(c.w, c.h)
		p.DPI = c.file
		if got := p.Resolution(c.asked); math.Abs(got-c.want) > 0.02 {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

func TestStretchedBlackAndWhiteStays(t *testing.T) {
	p := raster.New(1, 4)
	p.Grey = []uint8{255, 0, 255, 255}
	for _, v := range p.Stretched(9).Grey {
		if v != 0 && v != 255 {
			t.Errorf("got a dot of %d", v)
		}
	}
	p.Grey[3] = 250 // a picture in grey
	grey := false
	for _, v := range p.Stretched(9).Grey {
		grey = grey || v > 0 && v < 250
	}
	if !grey {
		t.Error("rows of grey are not mixed")
	}
}
