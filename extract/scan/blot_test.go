package scan_test

import "testing"

// A punch hole over a ruling leaves nothing of itself in the cells on both sides.
func TestHolesOverRulings(t *testing.T) {
	d := form(nil)
	d.dot(404, 290, 24)
	s := look(t, d)
	for _, x := range []float64{330, 470} {
		r := at(t, s, x, 290)
		if len(r.Lines) != 1 {
			t.Errorf("%d lines in the cell at %g, want 1", len(r.Lines), x)
		}
		for _, l := range r.Lines {
			if wide := float64(l.X1-l.X0) / r.Dots * 150 / 72; wide > 4*22+1 {
				t.Errorf("the line of the cell at %g is %.0f dots wide, the hole with it", x, wide)
			}
		}
	}
}
