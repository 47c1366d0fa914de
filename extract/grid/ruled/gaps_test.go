package ruled

import "testing"

// A ruling that is left out for a merged label ends at an edge without an upright on
// either side; a worn one ends anywhere.
func TestLabelEnds(t *testing.T) {
	for _, c := range []struct {
		name         string
		share        []float64
		above, below float64 // of the upright at the first edge
		want         int
	}{
		{"left out over a label", []float64{0, 1, 1}, 0, 0, 1},
		{"over two columns of labels", []float64{0, 0, 1}, 0, 0, 2},
		{"drawn whole", []float64{1, 1, 1}, 0, 0, 0},
		{"not drawn", []float64{0, 0, 0}, 0, 0, 0},
		{"worn at its beginning", []float64{0.3, 1, 1}, 0, 0, 0},
		{"worn behind it", []float64{0, 0.9, 1}, 0, 0, 0},
		{"left out in the middle", []float64{0, 1, 0}, 0, 0, 0},
		{"an upright above", []float64{0, 1, 1}, 1, 0, 0},
		{"an upright below", []float64{0, 1, 1}, 0, 1, 0},
	} {
		m := &mesh{xs: []float64{0, 10, 20, 30}, ys: []float64{0, 10, 20}, h: make([]float64, 9), v: make([]float64, 8)}
		copy(m.h[3:6], c.share)
		m.v[2], m.v[3] = c.above, c.below
		if got := m.labelEnds(1); got != c.want {
			t.Errorf("%s: got %d want %d", c.name, got, c.want)
		}
		m.ruleLabels()
		drawn := c.want > 0 && m.v[c.want*2] == 1 && m.v[c.want*2+1] == 1
		if drawn != (c.want > 0) {
			t.Errorf("%s: the upright is drawn: %v", c.name, drawn)
		}
	}
}
