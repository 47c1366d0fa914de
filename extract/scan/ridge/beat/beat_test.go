package beat

import "testing"

// seen is drawn where a mark stands.
func seen(marks string) (out []bool) {
	for _, m := range marks {
		out = append(out, m == '#')
	}
	return out
}

// Dashes are told by their rhythm, though a gap is hidden; strokes have none.
func TestBeat(t *testing.T) {
	var page [][]bool
	for range 4 {
		page = append(page, seen("#########.....##########....##########....#########.....##########....#########.....####"))
	}
	b := Of(page)
	if b.Period < 13.5 || b.Period > 14.5 || b.Dash < 9 || b.Dash > 10.5 {
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
		if got := b.In(seen(tt.marks)); got != tt.in {
			t.Errorf("%s: %v", tt.marks, got)
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
		if got := (Beat{10.4, 6.6}).Against(seen(marks)); got != against {
			t.Errorf("%s is against the beat: %v", marks, got)
		}
	}
	page = nil
	for range 9 {
		page = append(page, seen("##########################.#####.##############.############################.########"))
	}
	if b := Of(page); b.Period != 0 {
		t.Errorf("a worn page has the beat %+v", b)
	}
}
