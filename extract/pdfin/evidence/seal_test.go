package evidence

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/plane"
)

// The words of a seal that is drawn stand in a ring of their own colour.
func TestSeals(t *testing.T) {
	red := Run{Size: 10, Shade: 80, Tint: 200}
	for _, tt := range []struct {
		name string
		x, y float64
		run  Run
		want bool
	}{
		{"in the ring", 120, 700, red, true},
		{"of nearly its colour", 120, 700, Run{Size: 10, Shade: 100, Tint: 180}, true},
		{"beside it", 220, 700, red, false},
		{"below it", 120, 600, red, false},
		{"black", 120, 700, Run{Size: 10}, false},
		{"as dark in grey", 120, 700, Run{Size: 10, Shade: 80}, false},
	} {
		chars := set(nil, "专用章", tt.x, tt.y, tt.run)
		var boxes []extract.Box
		for i := range chars {
			boxes = append(boxes, chars[i].Glyph(plane.Matrix{A: 1, D: 1}).Box)
		}
		Seals(chars, boxes, []Ring{{Box: extract.Box{100, 650, 200, 750}, Shade: 80, Tint: 200}})
		if got := chars[0].Standing == Across; got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
