package tabin

import "testing"

// A year at the end of a part goes on as a date, and as nothing else.
func TestDateGoesOn(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2024", "年9月", true},
		{"2024", "年", true},
		{"2024", "年度任务", false},
		{"2024", "9月", false},
		{"202", "年9月", false},
		{"9.85", "年9月", false},
		{"2024", "\x7f9", false},
		{"2024", "人9", false},
	} {
		if got := dateGoesOn(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, then %s: got %v", tt.a, tt.b, got)
		}
	}
}

// A quoted cell is as long as it may be, with its quotes, and no longer.
func TestQuotedCellIsBounded(t *testing.T) {
	for most, want := range map[int]bool{3: false, 4: true, 5: true} {
		inner, size, _, ok := quotedCell(`"abc",d`, ",", most)
		if ok != want || ok && (inner != "abc" || size != 5) {
			t.Errorf("of at most %d bytes: got %q, %d, %v", most, inner, size, ok)
		}
	}
}
