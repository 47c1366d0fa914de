package sight

import (
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/drawn"
)

func TestOutlined(t *testing.T) {
	var rules []grid.Rule
	for i := range 4 {
		at := 100 + 40*float64(i)
		rules = append(rules, grid.Rule{X0: 100, Y0: at, X1: 400, Y1: at}, grid.Rule{X0: at, Y0: 100, X1: at, Y1: 220})
	}
	digits := func(x, y float64) (out []extract.Box) { // four of them
		for i := range 4 {
			out = append(out, extract.Box{x + 6*float64(i), y, x + 5 + 6*float64(i), y + 9})
		}
		return out
	}
	inside := func(x, y float64, boxes []extract.Box) bool {
		for _, b := range boxes {
			if x > b[0] && x < b[2] && y > b[1] && y < b[3] {
				return true
			}
		}
		return false
	}
	d := &drawn.Drawing{Rules: rules, Shapes: append(digits(110, 110), digits(190, 150)...)}
	got := outlined(d, nil)
	if !inside(121, 114, got) || !inside(201, 154, got) || inside(300, 200, got) {
		t.Errorf("got %v", got)
	}
	if got := outlined(d, digits(190, 150)); !inside(121, 114, got) || inside(201, 154, got) {
		t.Errorf("where characters stand: got %v", got)
	}
	for name, d := range map[string]*drawn.Drawing{
		"a sign":            {Rules: rules, Shapes: digits(110, 110)[:2]},
		"beside the table":  {Rules: rules, Shapes: digits(110, 30)},
		"without any table": {Rules: rules[:3], Shapes: digits(110, 110)},
	} {
		if got := outlined(d, nil); got != nil {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
