package draft

import "testing"

func TestStruckCut(t *testing.T) {
	for _, c := range []struct {
		text   string
		struck Struck
		want   string
		said   bool
	}{
		{"100110", Struck{{0, 3}}, "110", true},
		{"a100b110c", Struck{{1, 4}, {5, 8}}, "abc", true},
		{"100", Struck{{0, 3}}, "100", true},
		{"100 \n", Struck{{0, 3}}, "100 \n", true},
		{"100 110", Struck{{3, 4}}, "100 110", false},
		{"100", nil, "100", false},
	} {
		got, says := c.struck.Cut(c.text)
		if got != c.want || (says != nil) != c.said {
			t.Errorf("%q %v: got %q, %v", c.text, c.struck, got, says)
		}
	}
}
