package pdfout

import "testing"

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		width float64
		share []int
		floor []float64
		want  []float64
	}{
		{100, []int{1, 1, 2}, []float64{0, 0, 0}, []float64{25, 25, 50}},
		{100, []int{1, 1, 2}, []float64{40, 0, 0}, []float64{40, 20, 40}},
		{100, []int{1, 1, 2}, []float64{60, 30, 0}, []float64{60, 30, 10}},
		{100, []int{1, 1, 2}, []float64{60, 15, 0}, []float64{60, 15, 25}},
		{100, []int{1, 1}, []float64{150, 50}, []float64{75, 25}},
		{100, []int{0}, []float64{0}, []float64{100}},
	} {
		got := apportion(c.width, c.share, c.floor)
		for i := range c.want {
			if d := got[i] - c.want[i]; d > 1e-9 || d < -1e-9 {
				t.Errorf("apportion(%v, %v, %v): got %v, want %v", c.width, c.share, c.floor, got, c.want)
				break
			}
		}
	}
}
