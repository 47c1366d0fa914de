package read_test

import (
	"strings"
	"testing"
)

// A rate is read as a fraction where its column is printed so; one among
// percents is a slip of the point, which must not be read away.
func TestFractionsAmongPercents(t *testing.T) {
	base := sample(t, "fj-county-2021.txt")
	rate := func(edit ...string) string {
		text := strings.NewReplacer(edit...).Replace(base)
		_, forms := runText(t, text)
		return forms[0].Report.Funds.Row("municipal").ExecutionRate.Value
	}
	if got := rate("\t97.00\t", "\t0.97\t"); got != "0.97" {
		t.Errorf("0.97 among percents: got %s, want 0.97 as printed", got)
	}
	if got := rate("\t97.00\t", "\t0.97\t", "\t96.00\t", "\t0.96\t", "\t95.00\t", "\t0.95\t", "\t92.00\t", "\t0.92\t"); got != "97" {
		t.Errorf("0.97 among fractions: got %s, want 97", got)
	}
}
