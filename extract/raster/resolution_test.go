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
