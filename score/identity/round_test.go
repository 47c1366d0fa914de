package identity

import (
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/text/num"
)

// decs are the figures of a text, apart by blanks.
func decs(text string) (out []num.Decimal) {
	for _, s := range strings.Fields(text) {
		out = append(out, dec(s))
	}
	return out
}

// Each interval is tried at its ends and beside them: what a printed result stands for,
// by which of the figures may be rounded.
func TestSumBounds(t *testing.T) {
	for _, tt := range []struct {
		name, result, parts string
		r                   Rounding
		in, out             string
	}{
		{"of weights", "97", "50 46.9", ExactSum, "97", "96.9 96.5 97.5"},
		{"a total with fewer places", "97", "50 46.88", RoundedTotal, "96.5 96.88 97 97.99", "96.49 98"},
		{"a total with all places", "96.9", "50 46.9", RoundedTotal, "96.9", "96.89 96.91 97"},
		{"a total with more places", "96.90", "50 46", RoundedTotal, "96.90", "96.89 96.91"},
		{"money with all places", "16.8", "12.3 4.5", RoundedParts, "16.8", "16.79 16.81"},
		{"money whose parts stop before it", "16.85", "12.3 4.5", RoundedParts, "16.75 16.85 16.95", "16.74 16.96"},
		{"money of which one part stops before it", "16.85", "12.35 4.5", RoundedParts, "16.85", "16.84 16.86"},
		{"money with a part that is nothing", "16.85", "12.3 4.5 0", RoundedParts, "16.75 16.95", "16.74 16.96"},
		{"money with fewer places", "16", "12.3 4.5", RoundedParts, "15.5 16.9", "15.4 17"},
		{"less than nothing", "-5", "-4.5 -0.3", RoundedParts, "-5.99 -5 -4.5", "-6 -4.4"},
		{"nothing", "0", "0.3 -0.3", RoundedParts, "-0.9 0 0.9", "-1 1"},
	} {
		b := SumBounds(dec(tt.result), decs(tt.parts), tt.r)
		for _, v := range decs(tt.in) {
			if !b.Holds(v) {
				t.Errorf("%s: %s stands not for %s", tt.name, tt.result, v)
			}
		}
		for _, v := range decs(tt.out) {
			if b.Holds(v) {
				t.Errorf("%s: %s stands for %s", tt.name, tt.result, v)
			}
		}
	}
}

// Rounding leaves more than one value that would be right for a total, none for weights.
func TestInterval(t *testing.T) {
	for _, tt := range []struct{ check, stated, expected, want string }{
		{"SUM-01", "95", "96.88", "96 97"},
		{"SUM-01", "95.1", "96.88", "96.8 96.9"},
		{"SUM-01", "95.10", "96.88", ""},
		{"SUM-01", "95", "97", ""},
		{"SUM-01", "-95", "-96.88", "-97 -96"},
		{"SUM-02", "95", "96.88", ""},
		{"FND-01", "95", "96.88", "96 97"},
	} {
		x := &Tested{Identity: Identity{Check: tt.check, Kind: Sum}, Stated: dec(tt.stated), Expected: dec(tt.expected)}
		got := ""
		if low, high, ok := Interval(&normalize.Report{}, x); ok {
			got = low.String() + " " + high.String()
		}
		if got != tt.want {
			t.Errorf("%s: %s for %s: got %q, want %q", tt.check, tt.stated, tt.expected, got, tt.want)
		}
	}
}
