package lines_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"ziping/extract/scan/lines"
)

// cell is paper of 160 by 120 dots with bars of ink on it.
func cell(bars ...[5]int) []uint8 {
	pix := make([]uint8, 160*120)
	for i := range pix {
		pix[i] = 255
	}
	for _, b := range bars {
		for y := b[1]; y < b[3]; y++ {
			for x := b[0]; x < b[2]; x++ {
				pix[y*160+x] = uint8(b[4])
			}
		}
	}
	return pix
}

var plain = lines.Options{Em: 24, Ink: 230, Edge: 14}

func find(o lines.Options, bars ...[5]int) []lines.Line {
	return lines.Find(cell(bars...), 160, 120, o)
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct {
		bars [][5]int
		want []lines.Line
	}{
		"nothing":              {nil, nil},
		"a lone one":           {[][5]int{{80, 40, 83, 57, 0}}, []lines.Line{{80, 40, 83, 57}}},
		"a lone dash":          {[][5]int{{70, 60, 80, 62, 0}}, []lines.Line{{70, 60, 80, 62}}},
		"a short lone dash":    {[][5]int{{70, 60, 74, 62, 0}}, []lines.Line{{70, 60, 74, 62}}},
		"dashes of dirt":       {[][5]int{{70, 60, 74, 62, 0}, {100, 90, 104, 92, 0}}, nil},
		"a faint lone dash":    {[][5]int{{70, 60, 90, 61, 200}}, []lines.Line{{70, 60, 90, 61}}},
		"an equals sign":       {[][5]int{{70, 50, 82, 52, 0}, {70, 56, 82, 58, 0}}, []lines.Line{{70, 50, 82, 58}}},
		"two lines":            {[][5]int{{40, 30, 60, 52, 0}, {40, 60, 60, 82, 0}}, []lines.Line{{40, 30, 60, 52}, {40, 60, 60, 82}}},
		"a point at the end":   {[][5]int{{40, 30, 60, 48, 0}, {64, 45, 67, 48, 0}}, []lines.Line{{40, 30, 67, 48}}},
		"a point by itself":    {[][5]int{{64, 45, 67, 48, 0}}, nil},
		"a speck far off":      {[][5]int{{40, 30, 60, 48, 0}, {120, 40, 122, 42, 0}}, []lines.Line{{40, 30, 60, 48}}},
		"the dark of a shade":  {[][5]int{{20, 30, 80, 90, 220}, {30, 50, 50, 62, 210}}, nil},
		"what a ruling leaves": {[][5]int{{20, 10, 140, 12, 190}}, nil},
	} {
		if got := find(plain, c.bars...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestTouchingLinesArePartedAtTheThinnest(t *testing.T) {
	got := find(plain, [5]int{40, 20, 100, 42, 0}, [5]int{60, 42, 62, 50, 0}, [5]int{40, 50, 100, 72, 0})
	if len(got) != 2 || got[0].Y1 < 42 || got[0].Y1 > 50 {
		t.Errorf("got %v", got)
	}
}

func TestSealsLighterThanInkAreNoLines(t *testing.T) {
	got := find(plain, [5]int{60, 10, 66, 110, 140}, [5]int{40, 50, 100, 70, 10})
	if want := []lines.Line{{40, 50, 100, 70}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBrokenStrokesAreMendedOnBadPages(t *testing.T) {
	var bars [][5]int
	for y := 40; y < 58; y += 4 {
		bars = append(bars, [5]int{80, y, 82, y + 3, 0})
	}
	bad := plain
	bad.Specks, bad.Density = 3, 0.5
	if got, want := find(bad, bars...), []lines.Line{{80, 40, 82, 59}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestSpotsJoinWhatTouches(t *testing.T) {
	// A U: two arms that meet at the bottom, and a dot at a corner.
	pix := cell([5]int{10, 10, 12, 30, 0}, [5]int{20, 10, 22, 30, 0}, [5]int{10, 28, 22, 30, 0}, [5]int{22, 30, 23, 31, 0}, [5]int{50, 10, 52, 12, 0})
	got := lines.Spots(pix, 160, 120, 128)
	if len(got) != 2 || got[0].X0 != 10 || got[0].X1 != 23 || got[0].Y1 != 31 || got[1].Area != 4 {
		t.Errorf("got %+v", got)
	}
}

func TestNoiseIsBlankOrNot(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pix := make([]uint8, 200*200)
	for i := range pix {
		pix[i] = uint8(r.IntN(256))
	}
	lines.Find(pix, 200, 200, lines.Options{Em: 20, Ink: 200})
	lines.Find(nil, 0, 0, lines.Options{Em: 20, Ink: 200})
	lines.Find(pix, 200, 200, lines.Options{})
}

// Paper in a shaded cell is rougher than the page's: what of it is darker than that is no
// line, and a thin blurred stroke on it is one.
func TestRoughPaperIsBlank(t *testing.T) {
	const w, h, edge = 240, 240, 14
	r := rand.New(rand.NewPCG(4, 4))
	pix := make([]uint8, w*h)
	for y := range h {
		for x := range w {
			pix[y*w+x] = 255
			if min(x, y, w-1-x, h-1-y) >= edge/2 {
				pix[y*w+x] = uint8(min(255, 237+16*r.NormFloat64()))
			}
		}
	}
	page := lines.Options{Em: 20, Ink: 190, Noise: 4, Edge: edge}
	if got := lines.Find(pix, w, h, page); len(got) != 0 {
		t.Errorf("paper: got %v", got)
	}
	clean := make([]uint8, w*h)
	for i := range clean {
		clean[i] = uint8(min(255, 252+2*r.NormFloat64()))
	}
	for y := 110; y < 126; y++ {
		clean[y*w+120], clean[y*w+121] = 205, 205
	}
	if got := lines.Find(clean, w, h, page); len(got) != 1 {
		t.Errorf("a thin stroke: got %v", got)
	}
}

// A full stop that a column broke off stands alone where the next line begins.
func TestAFullStopAlone(t *testing.T) {
	full, short := [5]int{14, 20, 142, 42, 0}, [5]int{14, 20, 90, 42, 0}
	stop := [5]int{15, 66, 20, 71, 0}
	for name, c := range map[string]struct {
		bars [][5]int
		want bool
	}{
		"below a full line":     {[][5]int{full, stop}, true},
		"below its middle":      {[][5]int{full, {76, 66, 81, 71, 0}}, true},
		"below a short line":    {[][5]int{short, stop}, false},
		"elsewhere":             {[][5]int{full, {50, 66, 55, 71, 0}}, false},
		"far below":             {[][5]int{full, {15, 106, 20, 111, 0}}, false},
		"a speck":               {[][5]int{full, {15, 66, 17, 68, 0}}, false},
		"with another beside":   {[][5]int{full, stop, {60, 66, 65, 71, 0}}, false},
		"flat":                  {[][5]int{full, {15, 66, 20, 68, 0}}, false},
		"below nothing":         {[][5]int{stop}, false},
		"two lines and nothing": {[][5]int{full, {14, 50, 142, 72, 0}}, false},
	} {
		got := find(plain, c.bars...)
		if found := len(got) > 0 && got[len(got)-1] == (lines.Line{c.bars[len(c.bars)-1][0], c.bars[len(c.bars)-1][1], c.bars[len(c.bars)-1][2], c.bars[len(c.bars)-1][3]}) && got[len(got)-1].Y1-got[len(got)-1].Y0 < 10; found != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	bad := plain
	if bad.Specks = 1.5; len(find(bad, full, stop)) != 2 {
		t.Error("not found among few specks")
	}
	bad.Specks = 3
	if got := find(bad, full, stop); len(got) != 1 {
		t.Errorf("among specks: %v", got)
	}
}
