package read_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/read"
)

// A slip in one figure changes what is read of that figure and of nothing else:
// no other cell moves, no row changes its place, no sum its parts.
func TestASlipStaysWhereItIs(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	slips := map[string]func(string) string{
		"another digit": func(s string) string {
			return mapDigit(s, rng.IntN(digits(s)), func(d byte) byte { return '0' + (d-'0'+1+byte(rng.IntN(9)))%10 })
		},
		"a digit more": func(s string) string {
			i := strings.IndexAny(s, "0123456789")
			return s[:i] + string(rune('1'+rng.IntN(9))) + s[i:]
		},
		"letters": func(s string) string { return strings.NewReplacer("0", "O", "1", "I").Replace(s) },
		"points":  func(s string) string { return s + ".0,7" },
		"blank":   func(string) string { return "" },
		"mark":    func(string) string { return "—" },
		"sign":    func(s string) string { return "-" + s },
	}
	names := slices.Sorted(maps.Keys(slips))
	tried := 0
	for _, base := range sampleModels(t) {
		for i, c := range base.cells {
			if c.Role != normalize.RoleNumber || digits(c.Text) == 0 {
				continue
			}
			name := names[(i+tried)%len(names)]
			m := base.clone()
			m.cells[i].Text = slips[name](c.Text)
			tried++
			forms := read.Run(m.document(), read.Options{})
			if len(forms) != 1 {
				t.Errorf("%s: %s for %q (%s): got %d forms", m.name, m.cells[i].Text, c.Text, c.Path, len(forms))
				continue
			}
			r := forms[0].Report
			got := values(r)
			delete(got, c.Path.String())
			delete(m.want, c.Path.String())
			if diff := compareValues(m.want, got); diff != "" || len(r.Moves) > 0 || len(r.Unplaced) > 0 {
				t.Errorf("%s: %q for %q (%s): %s, %d rows moved, unplaced %v", m.name, m.cells[i].Text, c.Text, c.Path, diff, len(r.Moves), r.Unplaced)
			}
		}
	}
	t.Logf("%d slips", tried)
}

func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

func mapDigit(s string, k int, to func(byte) byte) string {
	b := []byte(s)
	for i := range b {
		if b[i] >= '0' && b[i] <= '9' {
			if k == 0 {
				b[i] = to(b[i])
				break
			}
			k--
		}
	}
	return string(b)
}
