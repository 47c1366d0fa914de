package ridge_test

import (
	"testing"

	"ziping/extract/scan/ridge"
	"ziping/extract/scan/tone"
)

// rows is a table of rows hardly higher than characters, without uprights inside.
func rows() *tone.Ink {
	k := sheet()
	for y := 100.0; y <= 400; y += 30 {
		stroke(k, true, 100, 700, flat(y), 2, 220, nil)
	}
	for _, x := range []float64{100, 700} {
		stroke(k, false, 100, 400, flat(x), 2, 220, nil)
	}
	return k
}

// through counts the uprights at a place that go through a dot.
func through(rs []*ridge.Ridge, across float64, along int) (n int) {
	for _, r := range rs {
		if !r.Level && r.From <= along && along < r.To() && r.Along(float64(along)) > across-2 && r.Along(float64(along)) < across+2 {
			n++
		}
	}
	return n
}

// Text that stands right beside a ruling row after row takes the paper there, and no ink of
// the ruling.
func TestTextCloseToARuling(t *testing.T) {
	k := rows()
	stroke(k, false, 100, 400, flat(400), 2, 150, nil)
	for _, y := range []int{220, 250, 280} {
		for x := 404.0; x < 500; x += 5 {
			stroke(k, false, y+5, y+26, flat(x), 3, 200, nil)
		}
	}
	rs := ridge.Find(k, em)
	for y := 115; y < 400; y += 30 {
		if through(rs, 400, y) != 1 {
			t.Errorf("%d uprights at %d", through(rs, 400, y), y)
		}
	}
}

// On paper that makes all rulings uneven, this one is as well.
func TestTextCloseToAnUnevenRuling(t *testing.T) {
	k := rows()
	stroke(k, false, 100, 400, flat(400), 2, 150, nil)
	for _, y := range []int{220, 250, 280} {
		for x := 404.0; x < 500; x += 5 {
			stroke(k, false, y+5, y+26, flat(x), 3, 200, nil)
		}
	}
	for i, d := range k.D {
		if x, y := i%k.W, i/k.W; d > 0 && (x+2*y)%5 < 2 {
			k.D[i] = uint8(float64(d) * 0.72)
		}
	}
	rs := ridge.Find(k, em)
	for y := 115; y < 400; y += 30 {
		if through(rs, 400, y) != 1 {
			t.Errorf("%d uprights at %d", through(rs, 400, y), y)
		}
	}
}

// Where two cells are merged, the stroke of a character may stand on the course of the
// upright that parts them above and below. It meets no ruling, and there the upright is
// missing, though text stands beside nearly all of it.
func TestAStrokeOnTheCourseOfAnUpright(t *testing.T) {
	for name, c := range map[string]struct {
		from, to int     // of the text
		shade    float64 // along the course
	}{"text all along it": {226, 248, 0}, "a shade along it": {229, 246, 50}} {
		k := rows()
		stroke(k, false, 100, 400, flat(400), 2, 220, func(y int) bool { return y < 220 || y >= 250 })
		stroke(k, false, 220, 250, flat(400), 2, c.shade, nil)
		stroke(k, false, 228, 248, flat(400), 2, 200, nil)
		for _, x := range []float64{372, 380, 388, 412, 420, 428} {
			stroke(k, false, c.from, c.to, flat(x), 2, 200, nil)
		}
		if rs := ridge.Find(k, em); through(rs, 400, 235) != 0 || through(rs, 400, 205) != 1 || through(rs, 400, 265) != 1 {
			t.Errorf("%s: the stroke is an upright, or the upright is gone: %d, %d, %d", name, through(rs, 400, 205), through(rs, 400, 235), through(rs, 400, 265))
		}
	}
}
