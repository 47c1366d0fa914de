package sheet

import (
	"math"
	"testing"

	"ziping/extract/grid/page"
)

// The dashes of a ruling along are no part of one down, however near they stand to it.
func TestDashesShowTheirDirection(t *testing.T) {
	var rules []page.Rule
	for y := 100.0; y <= 180; y += 20 {
		for x := 290.0; x < 330; x += 3.9 {
			rules = append(rules, page.Rule{X0: x, Y0: y, X1: x + 2.25, Y1: y + 0.75})
		}
	}
	for y := 100.0; y < 180; y += 3.9 {
		rules = append(rules, page.Rule{X0: 309, Y0: y, X1: 309.75, Y1: y + 2.25})
	}
	hs, vs, _ := segments(rules, 12)
	if len(hs) != 5 || len(vs) != 1 || math.Abs(vs[0].At-309.375) > 0.01 {
		t.Errorf("got %v along, %v down", hs, vs)
	}
}
