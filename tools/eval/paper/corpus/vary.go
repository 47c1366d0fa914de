package corpus

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/measure"
	"ziping/tools/eval/paper/truth"
)

// money are the columns whose amounts may be multiplied together without any
// promise of the form being broken.
var money = []string{"initial", "carried_in", "adjustment", "budget", "executed", "balance"}

// Vary is a copy of a form with its amounts multiplied by one factor, so that
// its figures are new and its sums and rates hold as before. It is nil where no
// factor does that.
func Vary(f *forms.Form, rng *rand.Rand) *forms.Form {
	before := truth.Record(f)
	if before == nil {
		return nil
	}
	amounts := map[[2]int]bool{}
	for _, x := range before.Fields() {
		path := x.Path.String()
		at := x.Field.At
		if at == nil || at.IsLine() || !strings.HasPrefix(path, "funds.") || !slices.ContainsFunc(money, func(m string) bool { return strings.HasSuffix(path, "."+m) }) {
			continue
		}
		amounts[[2]int{at.Row, at.Col}] = true
	}
	for _, den := range []int64{1000, 100, 10, 1} {
		k := den + rng.Int64N(20*den) + 1
		g := times(f, amounts, k, den)
		if g == nil {
			continue
		}
		if after := truth.Record(g); after != nil && truth.Errors(after) == truth.Errors(before) {
			return g
		}
	}
	return nil
}

// times multiplies amounts by k/den, nil where one cannot be printed with the
// places it has.
func times(f *forms.Form, amounts map[[2]int]bool, k, den int64) *forms.Form {
	g := *f
	g.Cells = slices.Clone(f.Cells)
	for i := range g.Cells {
		c := &g.Cells[i]
		if !amounts[[2]int{c.Row, c.Col}] || !measure.IsNumber(c.Text) || strings.ContainsAny(c.Text, "%,") {
			continue
		}
		_, places, _ := strings.Cut(c.Text, ".")
		v, err := strconv.ParseInt(strings.Replace(c.Text, ".", "", 1), 10, 64)
		if err != nil || v*k%den != 0 {
			return nil
		}
		c.Text = shown(v*k/den, len(places))
	}
	return &g
}

// shown prints an amount of so many smallest places.
func shown(v int64, places int) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	s := strconv.FormatInt(v, 10)
	if places == 0 {
		return sign + s
	}
	if n := places + 1 - len(s); n > 0 {
		s = strings.Repeat("0", n) + s
	}
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}
