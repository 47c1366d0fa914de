package scan_test

import (
	"math"
	"testing"

	"ziping/extract/scan"
)

// form is a page of 7 by 12 cells at 150 dpi.
func form(bend func(x, y float64) (float64, float64)) *paper {
	d := newPaper(1240, 1754, 150)
	if bend != nil {
		d.bend = bend
	}
	d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
	return d
}

func look(t *testing.T, d *paper) *scan.Sheet {
	t.Helper()
	s, err := scan.Look(d.p, scan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// cellsOf counts enclosed regions and those of them that have one line of text.
func cellsOf(s *scan.Sheet) (cells, lines int) {
	for _, r := range s.Regions {
		if r.Enclosed {
			cells++
			if len(r.Lines) == 1 {
				lines++
			}
		}
	}
	return cells, lines
}

func turned(degrees float64) func(x, y float64) (float64, float64) {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return func(x, y float64) (float64, float64) {
		x, y = x-620, y-877
		return 620 + c*x - s*y, 877 + s*x + c*y
	}
}

func TestCellsOfBentPages(t *testing.T) {
	for name, bend := range map[string]func(x, y float64) (float64, float64){
		"straight":      nil,
		"one degree":    turned(1),
		"five degrees":  turned(5),
		"minus four":    turned(-4),
		"curl":          func(x, y float64) (float64, float64) { return x, y + 12*math.Sin(x/400) },
		"perspective":   func(x, y float64) (float64, float64) { w := 1 + x*4e-5 + y*3e-5; return x / w, y / w },
		"curl and lean": func(x, y float64) (float64, float64) { x, y = turned(1.5)(x, y); return x, y + 8*math.Cos(x/300) },
	} {
		t.Run(name, func(t *testing.T) {
			s := look(t, form(bend))
			if cells, lines := cellsOf(s); cells != 84 || lines != 84 {
				t.Errorf("got %d cells, %d of one line, want 84", cells, lines)
			}
			if len(s.Rules) != 21 {
				t.Errorf("got %d rulings, want 21", len(s.Rules))
			}
			for _, r := range s.Rules {
				if r.X0 != r.X1 && r.Y0 != r.Y1 {
					t.Errorf("a ruling leans: %v", r)
				}
			}
		})
	}
}

func TestBackLeadsToThePicture(t *testing.T) {
	bend := turned(3)
	s := look(t, form(bend))
	// The first ruling of all begins at the table's corner.
	x0, y0 := math.Inf(1), math.Inf(1)
	for _, r := range s.Rules {
		x0, y0 = min(x0, r.X0), min(y0, r.Y0)
	}
	x, y := s.Back(x0, y0)
	wx, wy := bend(120, 200)
	if k := 150.0 / 72; math.Hypot(x*k-wx, y*k-wy) > 2 {
		t.Errorf("got %.1f,%.1f dots, want %.1f,%.1f", x*k, y*k, wx, wy)
	}
}
