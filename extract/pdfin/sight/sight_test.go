package sight

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// figure is the one character of these tests: a figure of ten points on a page of
// 600 by 800.
func figure(change func(*evidence.Run)) evidence.Char {
	font := evidence.NewFont(nil)
	run := &evidence.Run{ID: 1, Font: font, Matrix: plane.Matrix{A: 1, D: 1}, Size: 10, Wide: 10, UX: 1, Ascent: 0.86, Descent: -0.14}
	if change != nil {
		change(run)
	}
	ch := evidence.Char{Named: '5', Run: run, X: 100, Y: 700, Along: 6}
	ch.Verdict = evidence.Judge('5', nil)
	return ch
}

// look looks at characters without painting: by geometry alone.
func look(list []evidence.Char, d *drawn.Drawing, t drawn.Trace) {
	l := New(func() {})
	l.Blind = true
	l.Look(pdfium.Page{}, list, Scene{
		View: plane.Matrix{A: 1, D: -1, F: 800}, Width: 600, Height: 800, Drawing: d,
		Trace: func(run uint64) (drawn.Trace, bool) { return t, run == 1 },
		Ink:   func(*evidence.Char) (extract.Box, bool) { return extract.Box{}, false },
	})
}

// TestGeometry: what is drawn, how the character is, and what speaks against its
// being seen where the page cannot be painted.
func TestGeometry(t *testing.T) {
	white := func(r *evidence.Run) { r.White, r.Shade = true, 255 }
	bare := func(r *evidence.Run) { r.Invisible = true }
	grey := func(shade int) func(*evidence.Run) { return func(r *evidence.Run) { r.Shade = shade } }
	paper := drawn.Trace{Order: 5, Clip: plane.Everywhere}
	around := extract.Box{90, 80, 120, 110}
	under := func(shade int, b extract.Box) *drawn.Drawing {
		return &drawn.Drawing{Covers: []drawn.Cover{{Box: b, Order: 3, Shade: shade, Plain: true}}}
	}
	for _, c := range []struct {
		name   string
		d      *drawn.Drawing
		change func(*evidence.Run)
		trace  drawn.Trace
		want   []evidence.Kind
	}{
		{"black on white", &drawn.Drawing{}, nil, paper, nil},
		{"without ink", &drawn.Drawing{}, bare, paper, []evidence.Kind{evidence.NoInk}},
		{"without ink over a picture", &drawn.Drawing{Images: []extract.Box{around}}, bare, paper, []evidence.Kind{evidence.OverPicture}},
		{"without ink beside a picture", &drawn.Drawing{Images: []extract.Box{{110, 80, 120, 110}}}, bare, paper, []evidence.Kind{evidence.NoInk}},
		{"without ink on a dark area", &drawn.Drawing{Dark: []extract.Box{around}}, bare, paper, []evidence.Kind{evidence.NoInk}},
		{"white on white", &drawn.Drawing{}, white, paper, []evidence.Kind{evidence.White}},
		{"white on a dark area", &drawn.Drawing{Dark: []extract.Box{around}}, white, paper, nil},
		{"white over a picture", &drawn.Drawing{Images: []extract.Box{around}}, white, paper, nil},
		{"a speck", &drawn.Drawing{}, func(r *evidence.Run) { r.Size = 0.99 }, paper, []evidence.Kind{evidence.Speck}},
		{"a sliver", &drawn.Drawing{}, func(r *evidence.Run) { r.Wide = 0.99 }, paper, []evidence.Kind{evidence.Speck}},
		{"as small as can be read", &drawn.Drawing{}, func(r *evidence.Run) { r.Size, r.Wide = 1, 1 }, paper, nil},
		{"clipped off", &drawn.Drawing{}, nil, drawn.Trace{Order: 5, Clip: extract.Box{200, 0, 300, 800}}, []evidence.Kind{evidence.ClippedOff}},
		{"clipped in part", &drawn.Drawing{}, nil, drawn.Trace{Order: 5, Clip: extract.Box{0, 0, 103, 800}}, nil},
		{"clipped, but for its middle", &drawn.Drawing{}, nil, drawn.Trace{Order: 5, Clip: extract.Box{100.8, 92.8, 105.2, 100}}, nil},
		{"in the shade of its ground", under(100, around), grey(100), paper, []evidence.Kind{evidence.Sunk}},
		{"a little darker", under(100, around), grey(80), paper, []evidence.Kind{evidence.Sunk}},
		{"a little lighter", under(100, around), grey(120), paper, []evidence.Kind{evidence.Sunk}},
		{"darker", under(100, around), grey(79), paper, nil},
		{"in another colour of the same shade", under(100, around), func(r *evidence.Run) { r.Shade, r.Tint = 100, 21 }, paper, nil},
		{"in hardly another colour", under(100, around), func(r *evidence.Run) { r.Shade, r.Tint = 100, 20 }, paper, []evidence.Kind{evidence.Sunk}},
		{"nearly white on white", &drawn.Drawing{}, grey(240), paper, []evidence.Kind{evidence.Sunk}},
		{"nearly white on dark", under(50, around), grey(240), paper, nil},
		{"a speck on a ground of its shade", under(100, around), func(r *evidence.Run) { r.Size, r.Shade = 0.99, 100 }, paper, []evidence.Kind{evidence.Speck}},
		{"on a ground that reaches nearly over it", under(100, extract.Box{101, 80, 120, 110}), grey(100), paper, nil},
		{"on a ground that reaches over its middle", under(100, extract.Box{100.8, 80, 120, 110}), grey(100), paper, []evidence.Kind{evidence.Sunk}},
		{"on a ground that does not reach", under(100, extract.Box{90, 80, 104, 110}), grey(100), paper, nil},
		{"on a picture", under(-1, around), grey(0), paper, nil},
		{"of two grounds the upper counts", &drawn.Drawing{Covers: []drawn.Cover{{Box: around, Order: 2, Shade: 100}, {Box: around, Order: 3, Shade: 200}}}, grey(100), paper, nil},
		{"of two grounds the upper counts, whichever comes first", &drawn.Drawing{Covers: []drawn.Cover{{Box: around, Order: 3, Shade: 200}, {Box: around, Order: 2, Shade: 100}}}, grey(100), paper, nil},
		{"under what is no rectangle", &drawn.Drawing{Covers: []drawn.Cover{{Box: around, Order: 7, Shade: 255}}}, nil, paper, nil},
		{"under a picture", &drawn.Drawing{Covers: []drawn.Cover{{Box: around, Order: 7, Shade: -1, Plain: true}}}, nil, paper, nil},
		{"odd, and nothing else", &drawn.Drawing{}, nil, drawn.Trace{Order: 5, Clip: plane.Everywhere, Odd: true}, nil},
		{"a run that the walk did not meet", under(100, around), func(r *evidence.Run) { r.ID, r.Shade = 2, 100 }, paper, nil},
	} {
		list := []evidence.Char{figure(c.change)}
		look(list, c.d, c.trace)
		got := list[0].Pieces
		same := len(got) == len(c.want)
		for i := range got {
			same = same && got[i].Kind == c.want[i]
		}
		if !same || list[0].Text != '5' {
			t.Errorf("%s: got %v of %q, want kinds %v", c.name, got, list[0].Text, c.want)
		}
	}
}

// Beside the page nothing is seen, but for tables that run past its edges.
func TestBeside(t *testing.T) {
	wide := &drawn.Drawing{Rules: []grid.Rule{{X0: -50, Y0: 100, X1: 650, Y1: 100}}}
	left := &drawn.Drawing{Rules: []grid.Rule{{X0: -50, Y0: 100, X1: 300, Y1: 100}}}
	for _, c := range []struct {
		name string
		x, y float64 // of the origin
		d    *drawn.Drawing
		want evidence.Standing
	}{
		{"on the page", 100, 700, &drawn.Drawing{}, evidence.OnPaper},
		{"left of it", -10, 700, &drawn.Drawing{}, evidence.Unseen},
		{"right of it", 605, 700, &drawn.Drawing{}, evidence.Unseen},
		{"above it", 100, 805, &drawn.Drawing{}, evidence.Unseen},
		{"below it", 100, -10, &drawn.Drawing{}, evidence.Unseen},
		{"across the edge, for the most part on it", 595, 700, &drawn.Drawing{}, evidence.OnPaper},
		{"left, in a wide table", -10, 700, wide, evidence.OnPaper},
		{"right, in a wide table", 605, 700, wide, evidence.OnPaper},
		{"above a wide table", 100, 805, wide, evidence.Unseen},
		{"below a wide table", 100, -10, wide, evidence.Unseen},
		{"left, in a table that runs past the left", -10, 700, left, evidence.OnPaper},
		{"right of a table that runs past the left", 605, 700, left, evidence.Unseen},
	} {
		ch := figure(nil)
		ch.X, ch.Y = c.x, c.y
		list := []evidence.Char{ch}
		if look(list, c.d, drawn.Trace{Clip: plane.Everywhere}); list[0].Standing != c.want {
			t.Errorf("%s: got %d, want %d", c.name, list[0].Standing, c.want)
		}
	}
}

// A label or stamp that is a page of its own, a few points high, may have small type.
func TestSmallPage(t *testing.T) {
	for height, want := range map[float64]evidence.Standing{100: evidence.OnPaper, 101: evidence.Unseen} {
		list := []evidence.Char{figure(func(r *evidence.Run) { r.Size = 0.5 })}
		list[0].Y = 50
		l := New(func() {})
		l.Look(pdfium.Page{}, list, Scene{View: plane.Matrix{A: 1, D: -1, F: height}, Width: 600, Height: height, Drawing: &drawn.Drawing{},
			Trace: func(uint64) (drawn.Trace, bool) { return drawn.Trace{}, false }})
		if list[0].Standing != want {
			t.Errorf("height %g: got %d, want %d", height, list[0].Standing, want)
		}
	}
}

// A page whose text lies under a picture of it was recognised by another program.
func TestRecognised(t *testing.T) {
	clipped := drawn.Trace{Order: 5, Clip: extract.Box{500, 0, 600, 100}} // what is unseen for some reason
	for _, c := range []struct {
		name          string
		under, beside int
		want          evidence.Standing
	}{
		{"all of a page", 21, 0, evidence.OnPaper},
		{"a few words", 20, 0, evidence.Unseen},
		{"most of a page", 30, 29, evidence.OnPaper},
		{"half of a page", 30, 30, evidence.Unseen},
	} {
		var list []evidence.Char
		for range c.under {
			list = append(list, figure(nil))
		}
		for range c.beside {
			ch := figure(func(r *evidence.Run) { r.ID = 2 })
			ch.Y = 300
			list = append(list, ch)
		}
		picture := &drawn.Drawing{Covers: []drawn.Cover{{Box: extract.Box{0, 0, 600, 200}, Order: 9, Shade: -1}}}
		look(list, picture, clipped)
		if list[0].Standing != c.want || !list[0].Has(evidence.ClippedOff) {
			t.Errorf("%s: got %d, want %d", c.name, list[0].Standing, c.want)
		}
		if got := list[0].Has(evidence.Recognised); got != (c.want == evidence.OnPaper) {
			t.Errorf("%s: recognised: %v", c.name, got)
		}
	}
	// A picture that lies below, or over a part of each, recognises nothing.
	for name, cover := range map[string]drawn.Cover{
		"below":    {Box: extract.Box{0, 0, 600, 200}, Order: 4, Shade: -1},
		"in part":  {Box: extract.Box{0, 0, 103, 200}, Order: 9, Shade: -1},
		"an area":  {Box: extract.Box{0, 0, 600, 200}, Order: 9, Shade: 200},
		"far away": {Box: extract.Box{0, 300, 600, 500}, Order: 9, Shade: -1},
	} {
		var list []evidence.Char
		for range 30 {
			list = append(list, figure(nil))
		}
		if look(list, &drawn.Drawing{Covers: []drawn.Cover{cover}}, clipped); list[0].Standing != evidence.Unseen {
			t.Errorf("a picture %s: got %d", name, list[0].Standing)
		}
	}
}

// A character is held against every cover that meets it, and each of those once.
func TestBands(t *testing.T) {
	covers := []drawn.Cover{
		{Box: extract.Box{0, 0, 600, 800}, Order: 1},
		{Box: extract.Box{99, 20, 101, 30}, Order: 2},
		{Box: extract.Box{99, -50, 101, -20}, Order: 3},
		{Box: extract.Box{99, 790, 101, 900}, Order: 4},
		{Box: extract.Box{99, 24, 101, 24}, Order: 5},
	}
	b := newBands(covers, 800)
	for _, c := range []struct {
		name string
		box  extract.Box
		want []int
	}{
		{"in one band", extract.Box{100, 22, 102, 23}, []int{1, 2}},
		{"in the next", extract.Box{100, 25, 102, 29}, []int{1, 2}},
		{"touching on the left", extract.Box{101, 22, 102, 23}, []int{1}},
		{"touching on the right", extract.Box{98, 22, 99, 23}, []int{1}},
		{"touching below", extract.Box{100, 30, 102, 32}, []int{1}},
		{"touching above", extract.Box{100, 18, 102, 20}, []int{1}},
		{"above the page", extract.Box{100, -40, 102, -30}, []int{3}},
		{"below the page", extract.Box{100, 850, 102, 860}, []int{4}},
		{"across a line", extract.Box{100, 23.5, 102, 24.5}, []int{1, 2, 5}},
	} {
		var got []int
		b.over(c.box, func(k *drawn.Cover) { got = append(got, k.Order) })
		if len(got) != len(c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: got %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
	if b := newBands(nil, 1e9); len(b.at) > 1000 {
		t.Errorf("a page without end has %d bands", len(b.at))
	}
	if b := newBands(covers, -5); len(b.at) != 1 {
		t.Errorf("a page of no height has %d bands", len(b.at))
	}
}
