package ridge

import (
	"testing"

	"ziping/extract/scan/ridge/beat"
)

// seen is drawn where a mark stands.
func seen(marks string) (out []bool) {
	for _, m := range marks {
		out = append(out, m == '#')
	}
	return out
}

// Between two rulings a stroke of a character has paper before and behind it for longer than
// the gaps of rulings are; one dash may be missing.
func TestPaced(t *testing.T) {
	dashes, whole := proof{em: 27, gap: 8, dash: 9}, proof{em: 27, gap: 2, dash: 54}
	for _, tt := range []struct {
		marks        string
		among, solid bool // among dashes, among whole rulings
	}{
		{"##...###########...###########...##########....####", true, true},
		{"...............###..##############...............", false, false}, // seen on a page
		{"######.....#########..........................#########.....####", false, true},
		{".......#########.....#########...................", true, false},
		{"#########...................#########.....#########", true, true},
	} {
		if got := paced(dashes, seen(tt.marks)); got != tt.among {
			t.Errorf("%s: %v", tt.marks, got)
		}
		if got := paced(whole, seen(tt.marks)); got != tt.solid {
			t.Errorf("%s: %v among whole rulings", tt.marks, got)
		}
	}
}

// Strokes that meet with a gap far shorter than those of dashes are one stroke.
func TestSolid(t *testing.T) {
	for _, marks := range []string{"......########.#########.", "..###.########...#####"} {
		p := proof{em: 20, gap: 6, dash: 7, beat: beat.Beat{Period: 11, Dash: 7}}
		if got, want := p.solid(seen(marks)), marks[0] == marks[5]; got != want {
			t.Errorf("%s is one stroke: %v", marks, got)
		}
	}
}
