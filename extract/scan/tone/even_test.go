package tone

import "testing"

// A dot alone is spread over those around it, a line keeps its darkness along itself.
func TestEven(t *testing.T) {
	k := &Ink{W: 7, H: 5, D: make([]uint8, 35)}
	k.D[0*7+2] = 160
	for x := range 7 {
		k.D[4*7+x] = 160
	}
	e := k.Even()
	for at, want := range map[int]uint8{2: 60, 1: 30, 7 + 2: 20, 3*7 + 3: 40, 4*7 + 3: 120} {
		if e.D[at] != want {
			t.Errorf("dot %d is %d, want %d", at, e.D[at], want)
		}
	}
	if k.D[2] != 160 {
		t.Error("the page itself was changed")
	}
}
