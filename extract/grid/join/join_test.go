package join

import (
	"slices"
	"testing"
)

// A text opens brackets that it does not close, or closes one that it did not open.
func TestUnclosed(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "修路": 0, "(二": 1, "（二": 1, "《办": 1, "“十": 1, "期)": -1, "期）": -1, "法》": -1, "五”": -1,
		"（一）": 0, "(a)": 0, "《法》": 0, "“五”": 0, "（甲（乙）": 1, "（甲（乙": 2, "（一）期）": -1, "）（": -1,
	} {
		if got := unclosed(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

// Edges within reach are one, the nearer of two, at the place they have in the first
// set; all others come in between.
func TestMergeEdges(t *testing.T) {
	for _, tt := range []struct {
		name     string
		a, b     []float64
		dx       float64
		xs       []float64
		from, to []int
	}{
		{"the same", []float64{50, 110}, []float64{51, 109}, 0, []float64{50, 110}, []int{0, 1}, []int{0, 1}},
		{"shifted", []float64{50, 110}, []float64{20, 80}, 30, []float64{50, 110}, []int{0, 1}, []int{0, 1}},
		{"one more in the first", []float64{50, 80, 110}, []float64{20, 80}, 30, []float64{50, 80, 110}, []int{0, 1, 2}, []int{0, 2}},
		{"one more in the second", []float64{50, 110}, []float64{20, 40, 80}, 30, []float64{50, 70, 110}, []int{0, 2}, []int{0, 1, 2}},
		{"the nearer of the first comes later", []float64{50, 54}, []float64{53, 80}, 0, []float64{50, 54, 80}, []int{0, 1}, []int{1, 2}},
		{"the nearer of the second comes later", []float64{53, 80}, []float64{50, 54}, 0, []float64{50, 53, 80}, []int{1, 2}, []int{0, 1}},
		{"one set ends", []float64{50}, []float64{50, 70, 90}, 0, []float64{50, 70, 90}, []int{0}, []int{0, 1, 2}},
		{"the other ends", []float64{50, 70, 90}, []float64{50}, 0, []float64{50, 70, 90}, []int{0, 1, 2}, []int{0}},
	} {
		xs, from, to := mergeEdges(tt.a, tt.b, tt.dx, 5)
		if !slices.Equal(xs, tt.xs) || !slices.Equal(from, tt.from) || !slices.Equal(to, tt.to) {
			t.Errorf("%s: got %v, %v, %v", tt.name, xs, from, to)
		}
	}
}
