package recognise

import (
	"testing"

	"ziping/extract/ocr"
)

// A column breaks a text before its full stop, which is round and far smaller than any
// figure.
func TestAFullStopAlone(t *testing.T) {
	for _, c := range []struct {
		name         string
		before, seen ocr.Reading
		w, h         float64
		want         string
	}{
		{"a ring", spell("设", "定"), spell("o"), 6, 6, "。"},
		{"a ring that none has a name for", spell("设", "定"), spell(), 6, 6, "。"},
		{"a figure", spell("设", "定"), spell("0"), 10, 14, "0"},
		{"two figures of a small font", spell("设", "定"), spell("1", "0"), 8, 8, "10"},
		{"a dash", spell("设", "定"), spell("-"), 8, 2, "-"},
		{"a speck", spell("设", "定"), spell("."), 3, 3, "."},
		{"behind a figure", spell("9", "2"), spell("o"), 6, 6, "o"},
		{"behind nothing", spell(), spell("o"), 6, 6, "o"},
	} {
		l := line{reading: c.seen, left: 3, dots: 2, box: [4]float64{5, 10, 5 + c.w/2, 10 + c.h/2}}
		l.stopped(&line{reading: c.before}, 20)
		if got := l.reading.Text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, s := range l.reading.Slots {
			if c.want == fullStop && (s.From != 4 || s.To != 4+c.w || s.Alternatives[0].P > partly) {
				t.Errorf("%s: %+v", c.name, s)
			}
		}
	}
}
