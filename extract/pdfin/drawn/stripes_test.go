package drawn

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
)

// Stripes that follow each other are one picture, in either order and direction; those
// that do not are rulings.
func TestStripes(t *testing.T) {
	type box = extract.Box
	for _, c := range []struct {
		name          string
		all           []box
		rules, images int
	}{
		{"from the top", []box{{10, 10, 90, 12}, {10, 12, 90, 14}, {10, 14, 90, 16}}, 0, 1},
		{"from the bottom", []box{{10, 14, 90, 16}, {10, 12, 90, 14}, {10, 10, 90, 12}}, 0, 1},
		{"upright", []box{{10, 10, 12, 90}, {12, 10, 14, 90}}, 0, 1},
		{"no higher than a ruling", []box{{10, 10, 90, 11}, {10, 11, 90, 12}}, 2, 0},
		{"apart", []box{{10, 10, 90, 12}, {10, 20, 90, 22}}, 2, 0},
		{"of other lengths", []box{{10, 10, 90, 12}, {10, 12, 60, 14}}, 2, 0},
		{"a frame", []box{{10, 10, 90, 12}, {10, 10, 12, 90}, {88, 10, 90, 90}, {10, 88, 90, 90}}, 4, 0},
		{"then a picture", []box{{10, 10, 90, 12}, {10, 12, 90, 14}, {10, 14, 90, 60}}, 0, 2},
	} {
		d := walker()
		for _, b := range c.all {
			d.image(pdfium.Object{}, over(b))
		}
		d.unstripe()
		if len(d.out.Rules) != c.rules || len(d.out.Images) != c.images {
			t.Errorf("%s: %d rulings, %d pictures", c.name, len(d.out.Rules), len(d.out.Images))
		}
		if len(d.striped.all) > 0 {
			t.Errorf("%s: stripes are left", c.name)
		}
	}
}
