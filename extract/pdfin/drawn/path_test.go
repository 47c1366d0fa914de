package drawn

import (
	"math"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

func walker() *Walker {
	d := New(nil)
	d.out = &Drawing{}
	return d
}

func sameRules(t *testing.T, name string, got []grid.Rule, want ...grid.Rule) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(got); i++ {
		for _, d := range [4]float64{got[i].X0 - want[i].X0, got[i].Y0 - want[i].Y0, got[i].X1 - want[i].X1, got[i].Y1 - want[i].Y1} {
			same = same && math.Abs(d) < 1e-9
		}
	}
	if !same {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}

// rounded is a rectangle whose corners are curves.
func rounded(x0, y0, x1, y1, r float64) [][2]float64 {
	curve := [2]float64{math.NaN(), 0}
	return [][2]float64{{x0 + r, y0}, {x1 - r, y0}, curve, {x1, y0}, curve, {x1, y0 + r}, {x1, y1 - r}, curve, {x1, y1}, curve, {x1 - r, y1}, {x0 + r, y1}, curve, {x0, y1}, curve, {x0, y1 - r}, {x0, y0 + r}, curve, {x0, y0}, curve, {x0 + r, y0}}
}

// TestStroke: a line, half its width, and the rulings it makes.
func TestStroke(t *testing.T) {
	type pts = [][2]float64
	for _, c := range []struct {
		name   string
		line   pts
		closed bool
		half   float64
		want   []grid.Rule
	}{
		{"along", pts{{10, 20}, {60, 20}}, false, 0.5, []grid.Rule{{X0: 10, Y0: 19.5, X1: 60, Y1: 20.5}}},
		{"back", pts{{60, 20}, {10, 20}}, false, 0.5, []grid.Rule{{X0: 10, Y0: 19.5, X1: 60, Y1: 20.5}}},
		{"down", pts{{10, 20}, {10, 60}}, false, 0.5, []grid.Rule{{X0: 9.5, Y0: 20, X1: 10.5, Y1: 60}}},
		{"as broad as a ruling may be", pts{{10, 20}, {60, 20}}, false, 9, []grid.Rule{{X0: 10, Y0: 18.5, X1: 60, Y1: 21.5}}},
		{"slanted", pts{{10, 20}, {60, 30}}, false, 0, nil},
		{"a hair off", pts{{10, 20}, {60, 21}}, false, 0, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 21}}},
		{"too far off", pts{{10, 20}, {60, 21.2}}, false, 0, nil},
		{"a dot", pts{{10, 20}, {10.29, 20}}, false, 0, nil},
		{"more than a dot", pts{{10, 20}, {10.3, 20}}, false, 0, []grid.Rule{{X0: 10, Y0: 20, X1: 10.3, Y1: 20}}},
		{"a corner", pts{{10, 20}, {60, 20}, {60, 70}}, false, 0, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 20}, {X0: 60, Y0: 20, X1: 60, Y1: 70}}},
		{"closed", pts{{10, 20}, {60, 20}, {60, 70}, {10, 70}}, true, 0, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 20}, {X0: 60, Y0: 20, X1: 60, Y1: 70}, {X0: 10, Y0: 70, X1: 60, Y1: 70}, {X0: 10, Y0: 20, X1: 10, Y1: 70}}},
		{"a curve", pts{{10, 20}, {math.NaN(), 0}, {60, 20}}, false, 0, nil},
		{"round corners", rounded(10, 20, 60, 50, 5), true, 0, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 20}, {X0: 60, Y0: 20, X1: 60, Y1: 50}, {X0: 10, Y0: 50, X1: 60, Y1: 50}, {X0: 10, Y0: 20, X1: 10, Y1: 50}}},
		{"ends that are half circles", rounded(10, 20, 60, 50, 15), true, 0, []grid.Rule{{X0: 25, Y0: 20, X1: 45, Y1: 20}, {X0: 25, Y0: 50, X1: 45, Y1: 50}}},
		{"three sides and a bow", append(rounded(10, 20, 60, 50, 5)[:16:16], [2]float64{10, 45}, [2]float64{math.NaN(), 0}, [2]float64{0, 30}), false, 0, []grid.Rule{{X0: 15, Y0: 20, X1: 55, Y1: 20}, {X0: 60, Y0: 25, X1: 60, Y1: 45}, {X0: 15, Y0: 50, X1: 55, Y1: 50}}},
		{"past all bounds", pts{{10, 20}, {math.Inf(1), 20}}, false, 0, nil},
	} {
		d := walker()
		d.stroke(c.line, c.closed, c.half)
		sameRules(t, c.name, d.out.Rules, c.want...)
	}
}

// A filled figure too thin to hold text is a ruling.
func TestThinFill(t *testing.T) {
	type pts = [][2]float64
	for _, c := range []struct {
		name string
		of   pts
		want []grid.Rule
	}{
		{"thin", pts{{10, 20}, {60, 20}, {60, 21}, {10, 21}}, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 21}}},
		{"as thick as it may be", pts{{10, 20}, {13, 20}, {13, 60}, {10, 60}}, []grid.Rule{{X0: 10, Y0: 20, X1: 13, Y1: 60}}},
		{"the thickest that offices choose", pts{{10, 20}, {60, 20}, {60, 26}, {10, 26}}, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 26}}},
		{"with round corners", pts{{10, 20}, {math.NaN(), 0}, {60, 21}}, []grid.Rule{{X0: 10, Y0: 20, X1: 60, Y1: 21}}},
		{"a dot", pts{{10, 20}, {10.2, 20.2}}, nil},
		{"nothing but curves", pts{{math.NaN(), 0}, {math.NaN(), 0}}, nil},
	} {
		d := walker()
		d.fill(pdfium.Object{}, c.of)
		sameRules(t, c.name, d.out.Rules, c.want...)
	}
}

// Light areas on a larger dark ground have its colour around them: as rulings.
func TestAreas(t *testing.T) {
	ground, light := extract.Box{0, 0, 100, 100}, extract.Box{10, 10, 50, 50}
	for _, c := range []struct {
		name          string
		ground, light uint32
		box           extract.Box
		rules, dark   int
	}{
		{"white on black", 0, 255, light, 4, 1},
		{"as dark as a ground, as light as paper", 109, 190, light, 4, 2},
		{"not so dark", 110, 190, light, 0, 2},
		{"not so light", 109, 189, light, 0, 2},
		{"next to white", 0, 245, light, 4, 1},
		{"beside", 0, 255, extract.Box{60, 60, 110, 90}, 0, 1},
		{"reaching over the left", 0, 255, extract.Box{-1, 10, 50, 50}, 0, 1},
		{"reaching over the top", 0, 255, extract.Box{10, -1, 50, 50}, 0, 1},
		{"reaching over the bottom", 0, 255, extract.Box{10, 10, 50, 101}, 0, 1},
		{"to the very edge", 0, 255, extract.Box{0, 0, 100, 90}, 4, 1},
		{"all of the ground", 0, 255, extract.Box{0, 0, 100, 99.5}, 0, 1},
	} {
		d := walker()
		d.area(ground, c.ground)
		d.area(c.box, c.light)
		if len(d.out.Rules) != c.rules || len(d.out.Dark) != c.dark {
			t.Errorf("%s: got %d rulings and %d areas, want %d and %d", c.name, len(d.out.Rules), len(d.out.Dark), c.rules, c.dark)
		}
	}
	// Only the ground below it counts, and once.
	d := walker()
	d.area(light, 255)
	d.area(ground, 0)
	d.area(ground, 0)
	if len(d.out.Rules) != 0 {
		t.Errorf("a ground drawn later: got %v", d.out.Rules)
	}
	d.area(light, 255)
	sameRules(t, "edges", d.out.Rules, grid.Rule{X0: 10, Y0: 10, X1: 50, Y1: 10}, grid.Rule{X0: 10, Y0: 50, X1: 50, Y1: 50}, grid.Rule{X0: 10, Y0: 10, X1: 10, Y1: 50}, grid.Rule{X0: 50, Y0: 10, X1: 50, Y1: 50})
}

// over brings the unit square over a box.
func over(b extract.Box) plane.Matrix {
	return plane.Matrix{A: b[2] - b[0], D: b[3] - b[1], E: b[0], F: b[1]}
}

// A picture is one, or a ruling painted as one.
func TestImage(t *testing.T) {
	for _, c := range []struct {
		name          string
		box           extract.Box
		rules, images int
	}{
		{"a picture", extract.Box{10, 10, 100, 100}, 0, 1},
		{"a thin one", extract.Box{10, 10, 100, 13}, 1, 0},
		{"a little thicker", extract.Box{10, 10, 100, 13.1}, 0, 1},
		{"a short one", extract.Box{10, 10, 19, 11}, 0, 1},
		{"upright", extract.Box{10, 10, 11, 100}, 1, 0},
	} {
		d := walker()
		d.image(pdfium.Object{}, over(c.box))
		d.unstripe()
		if len(d.out.Rules) != c.rules || len(d.out.Images) != c.images || len(d.out.Covers) != c.images {
			t.Errorf("%s: got %d rulings, %d pictures, %d covers", c.name, len(d.out.Rules), len(d.out.Images), len(d.out.Covers))
		}
	}
	d := walker()
	d.order = 7
	d.image(pdfium.Object{}, over(extract.Box{10, 10, 100, 100}))
	if c := d.out.Covers[0]; c.Order != 7 || c.Shade != -1 || c.Plain || c.Opaque() {
		t.Errorf("got %+v", c)
	}
}

// A table that runs over both its edge and the page's is wider than the paper.
func TestWider(t *testing.T) {
	for _, c := range []struct {
		x0, x1      float64
		left, right bool
	}{{0, 600, false, false}, {-11, 300, true, false}, {-10, 300, false, false}, {300, 611, false, true}, {300, 610, false, false}, {-11, 10, false, false}, {590, 700, false, false}, {-50, 700, true, true}} {
		d := &Drawing{Rules: []grid.Rule{{X0: c.x0, X1: c.x1}, {X0: 100, X1: 200}}}
		if left, right := d.Wider(600); left != c.left || right != c.right {
			t.Errorf("from %g to %g: got %v, %v", c.x0, c.x1, left, right)
		}
	}
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]string{
		"\xfe\xff\x7e\xe9\x65\x48": "绩效", "\xef\xbb\xbf绩效": "绩效", "120": "120", "\xe9": "é", "": "", "\xef\xbb\xbf\xff1": "1", "\xfe\xff": "",
	} {
		if got := textString([]byte(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestBelow: which runs on another line PDFium could take for one drawn again.
func TestBelow(t *testing.T) {
	first := textRun{left: 50, right: 170, bottom: 700, top: 709, size: 9}
	at := func(dx, dy, width float64) textRun {
		return textRun{left: 50 + dx, right: 50 + dx + width, bottom: 700 - dy, top: 709 - dy, size: 9}
	}
	for _, c := range []struct {
		name  string
		b     textRun
		shift float64
		want  bool
	}{
		{"a line below", at(0, 13, 120), 0, true},
		{"a line above", at(0, -13, 120), 0, true},
		{"on the same line", at(0, 2.25, 120), 0, false},
		{"just off the line", at(0, 2.3, 120), 0, true},
		{"an eighth of its length below", at(0, 16, 120), 0, true},
		{"further below", at(0, 16.1, 120), 0, false},
		{"a little aside", at(11.6, 13, 120), 0, true},
		{"further aside", at(11.8, 13, 120), 0, false},
		{"moved aside", at(0, 13, 120), 18, false},
		{"moved to below it", at(-18, 13, 120), 18, true},
		{"half as long", at(0, 13, 80), 0, true},
		{"shorter", at(0, 13, 79), 0, false},
		{"longer", at(0, 13, 240), 0, true},
		{"much longer", at(0, 13, 241), 0, false},
	} {
		if got := first.below(c.b, c.shift); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// Runs lie on one another where they touch, within half a character.
func TestMeets(t *testing.T) {
	a := textRun{left: 50, right: 100, bottom: 700, top: 710, size: 10}
	for _, c := range []struct {
		left, right, bottom, top float64
		want                     bool
	}{
		{50, 100, 700, 710, true}, {104, 150, 700, 710, true}, {105, 150, 700, 710, false}, {10, 46, 700, 710, true}, {10, 45, 700, 710, false},
		{50, 100, 714, 724, true}, {50, 100, 715, 725, false}, {50, 100, 690, 696, true}, {50, 100, 690, 695, false},
	} {
		if got := a.meets(textRun{left: c.left, right: c.right, bottom: c.bottom, top: c.top, size: 10}); got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

// Rulings end at the paper, but for tables that are wider than it.
func TestOnPaper(t *testing.T) {
	glyph := func(x float64) grid.Glyph { return grid.Glyph{Text: "1", Box: extract.Box{x, 0, x + 10, 10}} }
	for _, c := range []struct {
		name   string
		rule   grid.Rule
		glyphs []grid.Glyph
		want   []grid.Rule
	}{
		{"on it", grid.Rule{X0: 10, Y0: 10, X1: 50, Y1: 11}, nil, []grid.Rule{{X0: 10, Y0: 10, X1: 50, Y1: 11}}},
		{"above it", grid.Rule{X0: 10, Y0: -9, X1: 50, Y1: -2.1}, nil, nil},
		{"at its upper edge", grid.Rule{X0: 10, Y0: -3, X1: 50, Y1: -2}, nil, []grid.Rule{{X0: 10, Y0: 0, X1: 50, Y1: 0}}},
		{"below it", grid.Rule{X0: 10, Y0: 202.1, X1: 50, Y1: 203}, nil, nil},
		{"at its lower edge", grid.Rule{X0: 10, Y0: 202, X1: 50, Y1: 203}, nil, []grid.Rule{{X0: 10, Y0: 200, X1: 50, Y1: 200}}},
		{"left of it", grid.Rule{X0: -50, Y0: 10, X1: -2.1, Y1: 11}, nil, nil},
		{"right of it", grid.Rule{X0: 102.1, Y0: 10, X1: 150, Y1: 11}, nil, nil},
		{"over all its edges", grid.Rule{X0: -50, Y0: -50, X1: 150, Y1: 250}, nil, []grid.Rule{{X0: 0, Y0: 0, X1: 100, Y1: 200}}},
		{"left, with text there", grid.Rule{X0: -50, Y0: 10, X1: -20, Y1: 11}, []grid.Glyph{glyph(-10)}, []grid.Rule{{X0: -50, Y0: 10, X1: -20, Y1: 11}}},
		{"left, with text across the edge", grid.Rule{X0: -50, Y0: 10, X1: 50, Y1: 11}, []grid.Glyph{glyph(-5)}, []grid.Rule{{X0: 0, Y0: 10, X1: 50, Y1: 11}}},
		{"right, with text there", grid.Rule{X0: 120, Y0: 10, X1: 150, Y1: 11}, []grid.Glyph{glyph(96)}, []grid.Rule{{X0: 120, Y0: 10, X1: 150, Y1: 11}}},
		{"right, with text at the edge", grid.Rule{X0: 50, Y0: 10, X1: 150, Y1: 11}, []grid.Glyph{glyph(95)}, []grid.Rule{{X0: 50, Y0: 10, X1: 100, Y1: 11}}},
	} {
		got := OnPaper([]grid.Rule{c.rule}, &grid.Page{Width: 100, Height: 200, Glyphs: c.glyphs})
		sameRules(t, c.name, got, c.want...)
	}
}
