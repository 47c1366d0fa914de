package ruled

import (
	"testing"

	"ziping/extract/grid/sheet"
)

// Uprights that cross nothing make one frame with those of the same top between which they
// stand, though a total below them keeps them shorter; others of that top do not.
func TestFrameOfUprights(t *testing.T) {
	at := func(x, high float64) sheet.Seg { return sheet.Seg{At: x, Lo: 100, Hi: 100 + high} }
	for _, c := range []struct {
		name string
		vs   []sheet.Seg
		want []int // uprights of each frame
	}{
		{"a total over the first columns", []sheet.Seg{at(50, 300), at(90, 250), at(150, 250), at(200, 280), at(400, 300)}, []int{5}},
		{"another block beside it", []sheet.Seg{at(50, 300), at(90, 300), at(150, 300), at(200, 250), at(250, 250), at(300, 250)}, []int{3, 3}},
		{"longer ones between", []sheet.Seg{at(50, 250), at(90, 300), at(150, 300), at(200, 300), at(400, 250), at(450, 250)}, []int{3, 3}},
	} {
		var got []int
		for _, f := range frames(nil, c.vs, 10) {
			got = append(got, len(f.vs))
		}
		if len(got) != len(c.want) || got[0] != c.want[0] || len(got) > 1 && got[1] != c.want[1] {
			t.Errorf("%s: got frames of %v uprights, want %v", c.name, got, c.want)
		}
	}
}
