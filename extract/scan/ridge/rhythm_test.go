package ridge

import "testing"

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

// Dashes are told by their rhythm, though a gap is hidden; strokes have none.
func TestBeat(t *testing.T) {
	var page [][]bool
	for range 4 {
		page = append(page, seen("#########.....##########....##########....#########.....##########....#########.....####"))
	}
	b := beatOf(page)
	if b.period < 13.5 || b.period > 14.5 || b.dash < 9 || b.dash > 10.5 {
		t.Fatalf("got %+v", b)
	}
	for _, tt := range []struct {
		marks string
		in    bool
	}{
		{"########...##########....##########...########", true},
		{"########...###########...######################", true}, // a shade begins beside it
		{"..##########....##########....##########....##", true},
		{"...............###..##############...............", false},
		{"##############################################", false},
		{"..............................................", false},
		{"#########.....#########", false}, // too short
		{"####..####..####..####..####..####..####..####", false},
	} {
		if got := b.in(seen(tt.marks)); got != tt.in {
			t.Errorf("%s: %v", tt.marks, got)
		}
	}
	for _, marks := range []string{"......########.#########.", "..###.########...#####"} {
		p := proof{em: 20, gap: 6, dash: 7, beat: beat{11, 7}}
		if got, want := p.solid(seen(marks)), marks[0] == marks[5]; got != want {
			t.Errorf("%s is one stroke: %v", marks, got)
		}
	}
	// A row of little more than two dashes, on pages sharp and blurred.
	for marks, against := range map[string]bool{
		"......#####..########....":  true,
		"......####.#...#########.":  true,
		"......####..#..#######....": true,
		"#######....######....####":  false,
		"########....######....####": false,
		"..########..########...##":  false,
		"######..########...######":  false,
		"......#####..####":          false, // too short to tell
	} {
		if got := (beat{10.4, 6.6}).against(seen(marks)); got != against {
			t.Errorf("%s is against the beat: %v", marks, got)
		}
	}
	page = nil
	for range 9 {
		page = append(page, seen("##########################.#####.##############.############################.########"))
	}
	if b := beatOf(page); b.period != 0 {
		t.Errorf("a worn page has the beat %+v", b)
	}
}
