package identity

import (
	"slices"
	"testing"

	"ziping/text/num"
)

// TestSlips: a figure may have one character more, fewer or another, at its ends too.
func TestSlips(t *testing.T) {
	var tried []string
	if slips("12", func(n num.Decimal) bool { tried = append(tried, n.Printed()); return false }) {
		t.Error("a slip was found where none was taken")
	}
	for _, want := range []string{"-12", "912", "192", "129", "92", "19", "1", "2", "1.2"} {
		if !slices.Contains(tried, want) {
			t.Errorf("of 12 %s was not tried", want)
		}
	}
	for _, no := range []string{"21", "123.4", "3"} {
		if slices.Contains(tried, no) {
			t.Errorf("of 12 %s was tried", no)
		}
	}
	if !slips("12", func(n num.Decimal) bool { return n.Printed() == "2" }) {
		t.Error("a character more was not told")
	}
}
