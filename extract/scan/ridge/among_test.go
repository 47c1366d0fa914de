package ridge

import (
	"testing"

	"ziping/extract/scan/tone"
)

// On a course a stroke that is longer than a dash is one where text stands on both sides of it
// all along; dashes that a shade makes one piece have paper beside them.
func TestAmongText(t *testing.T) {
	const em = 19.0
	for text := range 2 {
		k := &tone.Ink{W: 200, H: 60, Step: 1, D: make([]uint8, 200*60)}
		r := &Ridge{Wide: 2, High: 200}
		for y := range k.H {
			r.At = append(r.At, 100)
			for x := range k.W {
				if near := x > 104 && x < 130 || x > 70 && x < 96; y >= 20 && y < 40 && (x == 100 || x == 101 || text > 0 && near && x%3 > 0) {
					k.D[y*k.W+x] = 200
				}
			}
		}
		p := proof{k: k, em: em, cover: 0.7, gap: 6, dash: 9, high: 200}
		if got := amongText(p, r, 18, 42, p.drawn(r, 18, 42)); got != (text > 0) {
			t.Errorf("text %d: %v", text, got)
		}
	}
}

// A thin ruling that is drawn all the way is one, though paper on one side of it is rough; the
// edge of a shade is none.
func TestDrawnThrough(t *testing.T) {
	usual := character{Cover: 1, Clear: 0.99, Uneven: 0.1}
	for _, c := range []struct {
		name   string
		cloudy int // of ten dots, how many are not lighter on both sides
		dark   uint8
		want   bool
	}{{"clear", 0, 200, true}, {"cloudy", 3, 200, true}, {"an edge", 9, 200, false}, {"darker", 0, 90, false}} {
		k := &tone.Ink{W: 200, H: 60, Step: 1, D: make([]uint8, 200*60)}
		r := &Ridge{Wide: 2, High: float64(c.dark)}
		for y := range k.H {
			r.At = append(r.At, 100)
			r.seen = append(r.seen, look{dark: true, clear: y%10 >= c.cloudy, top: c.dark})
			k.D[y*k.W+100], k.D[y*k.W+101] = c.dark, c.dark
		}
		p := proof{k: k, em: 19, cover: 1, gap: 2, dash: 43, high: 200}
		if got := drawnThrough(p, r, crossing{10, 2, 10}, crossing{45, 2, 45}, usual); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// The feet of a row of characters that fills its cell are longer than any one stroke. On rough
// paper what lies between them is far lighter than they are, though as dark as a ruling may be.
func TestFeetAreTorn(t *testing.T) {
	for _, between := range []uint8{60, 160} {
		k := &tone.Ink{W: 200, H: 60, Step: 1, D: make([]uint8, 200*60)}
		r := &Ridge{Level: true, Wide: 2, High: 100}
		for x := range k.W {
			d := uint8(200)
			if x%20 < 4 {
				d = between
			}
			r.At = append(r.At, 30)
			k.D[30*k.W+x], k.D[31*k.W+x] = d, d
		}
		p := proof{k: k, em: 19, cover: 1, gap: 2, dash: 43, high: 100, noise: 50}
		if got := p.whole(r, 50, 130); got != (between > 100) {
			t.Errorf("between them %d: %v", between, got)
		}
	}
}
