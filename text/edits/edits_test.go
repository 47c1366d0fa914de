package edits_test

import (
	"testing"

	"ziping/text/edits"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"0", "222924.78", 9}, {"250958.8", "250953.8", 1}, {"12", "1.2", 1}, {"22924.78", "222924.78", 1}, {"-5", "5", 1}, {"", "", 0}, {"17", "71", 2},
		{"", "元", 1}, {"kitten", "sitting", 3},
	} {
		if got := edits.Distance(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
