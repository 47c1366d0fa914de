package sight

import (
	"slices"
	"testing"
)

// What was painted is taken in shades of grey, with its red where one dot has colour.
func TestTones(t *testing.T) {
	grey := []byte{7, 7, 7, 0, 200, 200, 200, 0, 1, 2, 3, 4, 255, 255, 255, 0, 0, 0, 0, 0, 1, 2, 3, 4} // two dots and waste in a row
	if p := tones(grey, 2, 2, 12); p.Red != nil || !slices.Equal(p.Grey, []uint8{7, 200, 255, 0}) {
		t.Errorf("grey: %v, red %v", p.Grey, p.Red)
	}
	faint := slices.Clone(grey)
	faint[2] = 17
	if p := tones(faint, 2, 2, 12); p.Red != nil || p.Grey[0] != 10 {
		t.Errorf("hardly coloured: %v, red %v", p.Grey, p.Red)
	}
	red := slices.Clone(grey)
	red[14] = 0 // of the white dot: blue and green are left
	if p := tones(red, 2, 2, 12); !slices.Equal(p.Red, []uint8{7, 200, 0, 0}) || !slices.Equal(p.Grey, []uint8{7, 200, 179, 0}) {
		t.Errorf("coloured: %v, red %v", p.Grey, p.Red)
	}
}
