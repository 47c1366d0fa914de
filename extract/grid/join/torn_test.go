package join

import "testing"

func TestPartsNumber(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"50.7-90.2", "%", true},
		{"2024年4月2", "0日前", true},
		{"2024-01-", "06", true},
		{"2023-0", "9-10", true},
		{"17703127.", "36", true},
		{"15", "10", false},
		{"2023-09-10", "2024-01-06", false},
		{"2023", "2024-01-06", false},
		{"98%", "95%", false},
		{"3户", "5户", false},
		{"第3", "年内完成", false},
	} {
		if got := partsNumber(c.x, c.y); got != c.want {
			t.Errorf("%s | %s: got %v, want %v", c.x, c.y, got, c.want)
		}
	}
}
