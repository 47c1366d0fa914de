package pdfin

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
)

// sheetOf is a page of 842 by 595 with a ruled table from one place to another for each pair.
func sheetOf(pairs ...[2]float64) *grid.Page {
	p := &grid.Page{Number: 3, Width: 842, Height: 595}
	for _, x := range pairs {
		for y := 100.0; y <= 160; y += 20 {
			p.Rules = append(p.Rules, grid.Rule{X0: x[0], Y0: y, X1: x[1], Y1: y})
		}
		for k := range 4 {
			at := x[0] + (x[1]-x[0])*float64(k)/3
			p.Rules = append(p.Rules, grid.Rule{X0: at, Y0: 100, X1: at, Y1: 160})
		}
		p.Glyphs = append(p.Glyphs, grid.Glyph{Text: "项", Size: 10, Box: extract.Box{x[0] + 5, 103, x[0] + 15, 115}})
	}
	return p
}

// Two pages on one sheet are told by the strip between them; what crosses it, or lies on one
// side only, makes it one page.
func TestHalves(t *testing.T) {
	with := func(p *grid.Page, g grid.Glyph) *grid.Page { p.Glyphs = append(p.Glyphs, g); return p }
	unruled := sheetOf([2]float64{40, 400}, [2]float64{440, 800})
	unruled.Rules = unruled.Rules[:8]
	for _, tt := range []struct {
		name string
		page *grid.Page
		want int
	}{
		{"two tables", sheetOf([2]float64{40, 400}, [2]float64{440, 800}), 2},
		{"close to each other", sheetOf([2]float64{40, 417}, [2]float64{424.1, 800}), 2},
		{"closer", sheetOf([2]float64{40, 418}, [2]float64{424, 800}), 1},
		{"apart off the middle", sheetOf([2]float64{40, 300}, [2]float64{320, 800}), 1},
		{"a title over both", with(sheetOf([2]float64{40, 400}, [2]float64{440, 800}), grid.Glyph{Text: "自评表", Size: 10, Box: extract.Box{406, 50, 436, 62}}), 1},
		{"one table over both", sheetOf([2]float64{40, 800}), 1},
		{"one table at the left", sheetOf([2]float64{40, 400}), 1},
		{"text at the right", with(sheetOf([2]float64{40, 400}), grid.Glyph{Text: "注", Size: 10, Box: extract.Box{500, 50, 510, 62}}), 1},
		{"text without rulings at the right", unruled, 1},
		{"nothing", &grid.Page{Width: 842, Height: 595}, 1},
	} {
		got := halves(tt.page)
		if len(got) != tt.want {
			t.Errorf("%s: got %d pages", tt.name, len(got))
		}
		if len(got) == 2 && (got[0].Number != 3 || got[1].Number != 3 || len(got[0].Glyphs) != 1 || len(got[1].Glyphs) != 1 || got[0].Width+got[1].Width != 842 || len(got[0].Rules) != 8 || len(got[1].Rules) != 8) {
			t.Errorf("%s: got %+v", tt.name, got)
		}
	}
}
