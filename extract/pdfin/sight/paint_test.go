package sight

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// dots is a picture of ten by ten dots, one a point, with room at the end of rows.
type dots struct{ data []byte }

const stride = 44

func blank() dots {
	d := dots{make([]byte, 10*stride)}
	for i := range d.data {
		d.data[i] = 255
	}
	return d
}

// set colours the dots from x0, y0 to before x1, y1.
func (d dots) set(x0, y0, x1, y1 int, r, g, b byte) dots {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			at := y*stride + 4*x
			d.data[at], d.data[at+1], d.data[at+2] = b, g, r
		}
	}
	return d
}

// Two pictures are unlike where a third of a character's width and height is.
func TestDiffer(t *testing.T) {
	k := &canvas{w: 10, h: 10, stride: stride, scale: 1}
	ink := extract.Box{2, 2, 8, 8}
	for _, c := range []struct {
		name string
		b    dots
		want bool
	}{
		{"alike", blank(), false},
		{"all of it", blank().set(2, 2, 8, 8, 0, 0, 0), true},
		{"a third each way", blank().set(2, 2, 4, 4, 0, 0, 0), true},
		{"at the far corner", blank().set(6, 6, 8, 8, 0, 0, 0), true},
		{"a sliver of its width", blank().set(2, 2, 3, 8, 0, 0, 0), false},
		{"a sliver of its height", blank().set(2, 2, 8, 3, 0, 0, 0), false},
		{"two dots far apart", blank().set(2, 2, 3, 3, 0, 0, 0).set(7, 7, 8, 8, 0, 0, 0), true},
		{"beside it", blank().set(8, 0, 10, 10, 0, 0, 0).set(0, 0, 2, 10, 0, 0, 0), false},
		{"above and below it", blank().set(0, 8, 10, 10, 0, 0, 0).set(0, 0, 10, 2, 0, 0, 0), false},
		{"too faint to see", blank().set(2, 2, 8, 8, 235, 235, 235), false},
		{"just to be seen", blank().set(2, 2, 8, 8, 234, 255, 255), true},
		{"in blue alone", blank().set(2, 2, 8, 8, 255, 255, 200), true},
	} {
		if got := k.differ(blank().data, c.b.data, ink); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
		if got := k.differ(c.b.data, blank().data, ink); got != c.want {
			t.Errorf("%s, the other way: got %v", c.name, got)
		}
	}
	if k.differ(blank().data, blank().set(1, 1, 3, 9, 0, 0, 0).data, extract.Box{1, 1, 9, 9}) || k.differ(blank().data, blank().set(1, 1, 9, 3, 0, 0, 0).data, extract.Box{1, 1, 9, 9}) {
		t.Error("a quarter of a character: unlike")
	}
	// The picture may begin anywhere on the page, have another scale, and end
	// within the character.
	part := &canvas{w: 10, h: 10, stride: stride, scale: 2, ox: 100, oy: 50}
	if !part.differ(blank().data, blank().set(4, 4, 8, 8, 0, 0, 0).data, extract.Box{102, 52, 104, 54}) {
		t.Error("a part of the page: alike")
	}
	if part.differ(blank().data, blank().set(4, 4, 8, 8, 0, 0, 0).data, extract.Box{104.5, 52, 106, 54}) {
		t.Error("a part of the page, beside: unlike")
	}
	for _, edge := range []extract.Box{{-3, -3, 3, 3}, {7, 7, 13, 13}} {
		if !k.differ(blank().data, blank().set(0, 0, 10, 10, 0, 0, 0).data, edge) {
			t.Errorf("over the edge at %v: alike", edge)
		}
	}
}

// A seal is red for the most part of what it covers.
func TestRed(t *testing.T) {
	k := &canvas{w: 10, h: 10, stride: stride, scale: 1}
	ink := extract.Box{2, 2, 8, 8}
	for _, c := range []struct {
		name string
		d    dots
		want bool
	}{
		{"white", blank(), false},
		{"red", blank().set(2, 2, 8, 8, 200, 20, 20), true},
		{"half of it", blank().set(2, 2, 5, 8, 200, 20, 20), true},
		{"less than half", blank().set(2, 2, 5, 8, 200, 20, 20).set(2, 2, 3, 3, 255, 255, 255), false},
		{"beside it", blank().set(8, 0, 10, 10, 200, 20, 20).set(0, 0, 2, 10, 200, 20, 20), false},
		{"dark red", blank().set(2, 2, 8, 8, 140, 20, 20), false},
		{"a red just light enough", blank().set(2, 2, 8, 8, 141, 20, 20), true},
		{"pink", blank().set(2, 2, 8, 8, 200, 20, 100), false},
		{"orange", blank().set(2, 2, 8, 8, 200, 100, 20), false},
		{"not quite orange", blank().set(2, 2, 8, 8, 200, 99, 99), true},
	} {
		if got := k.red(c.d.data, ink); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
	if k.red(blank().set(0, 0, 10, 10, 200, 20, 20).data, extract.Box{20, 20, 30, 30}) {
		t.Error("off the picture: red")
	}
	if part := (&canvas{w: 10, h: 10, stride: stride, scale: 2, ox: 100, oy: 50}); !part.red(blank().set(4, 4, 8, 8, 200, 20, 20).data, extract.Box{102, 52, 104, 54}) {
		t.Error("a part of the page: not red")
	}
	for _, edge := range []extract.Box{{-3, -3, 3, 3}, {7, 7, 13, 13}} {
		if !k.red(blank().set(0, 0, 10, 10, 200, 20, 20).data, edge) {
			t.Errorf("over the edge at %v: not red", edge)
		}
	}
}

// Suspects of different runs that lie on one another are not left out at once,
// or each would hide that the other shows.
func TestPasses(t *testing.T) {
	run := func() *evidence.Run {
		return &evidence.Run{Matrix: plane.Matrix{A: 1, D: 1}, Size: 10, UX: 1, Ascent: 0.86, Descent: -0.14}
	}
	char := func(r *evidence.Run, x float64) evidence.Char {
		return evidence.Char{Run: r, X: x, Y: 100, Along: 6}
	}
	a, b, c, d := run(), run(), run(), run()
	for _, s := range []struct {
		name  string
		chars []evidence.Char // all of them suspects
		extra []evidence.Char // others of the page
		want  [][]int
	}{
		{"side by side", []evidence.Char{char(a, 0), char(b, 20)}, nil, [][]int{{0, 1}}},
		{"on one another", []evidence.Char{char(a, 0), char(b, 2)}, nil, [][]int{{0}, {1}}},
		{"of one run", []evidence.Char{char(a, 0), char(a, 2)}, nil, [][]int{{0, 1}}},
		{"three on one another: the last two together", []evidence.Char{char(a, 0), char(b, 2), char(c, 3), char(d, 4)}, nil, [][]int{{0}, {1}, {2, 3}}},
		{"meeting by what is not suspected", []evidence.Char{char(a, 0), char(b, 20)}, []evidence.Char{char(a, 20)}, [][]int{{0}, {1}}},
		{"two that meet, and one apart", []evidence.Char{char(a, 0), char(b, 2), char(c, 50)}, nil, [][]int{{0, 2}, {1}}},
	} {
		list := append(append([]evidence.Char{}, s.chars...), s.extra...)
		var doubt []suspect
		for i := range s.chars {
			x := s.chars[i].X
			doubt = append(doubt, suspect{ch: &list[i], ink: extract.Box{x, 100, x + 6, 107}})
		}
		got := passes(doubt, list, plane.Matrix{A: 1, D: 1})
		same := len(got) == len(s.want)
		for i := range got {
			same = same && len(got[i]) == len(s.want[i])
			for k := range got[i] {
				same = same && got[i][k] == s.want[i][k]
			}
		}
		if !same {
			t.Errorf("%s: got %v, want %v", s.name, got, s.want)
		}
	}
}

// There is no picture of nothing, nor one so large that its dots say nothing.
func TestNoCanvas(t *testing.T) {
	page := &Scene{Width: 600, Height: 800}
	for name, c := range map[string]struct {
		area extract.Box
		s    *Scene
	}{
		"no width":       {extract.Box{10, 10, 10, 20}, page},
		"no height":      {extract.Box{10, 20, 20, 20}, page},
		"a page of none": {extract.Box{0, 0, 10, 10}, &Scene{Width: 0.5, Height: 800}},
		"a flat page":    {extract.Box{0, 0, 10, 10}, &Scene{Width: 600, Height: 0.5}},
		"without end":    {extract.Box{0, 0, 5000, 5000}, &Scene{Width: 5000, Height: 5000}},
	} {
		if newCanvas(pdfium.Page{}, c.area, c.s, 10) != nil {
			t.Errorf("%s: got a picture", name)
		}
	}
}
