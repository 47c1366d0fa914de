package sound

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Change is one figure that a slip of the pen made another.
type Change struct{ Path, Was, Now string }

// Slip is the form with one digit changed in a figure that a sum touches; nil if
// there is none.
func (f *Form) Slip(rng *rand.Rand) (*Form, Change) {
	for range 50 {
		path := f.Summed[rng.IntN(len(f.Summed))]
		i, ok := f.At[path]
		if !ok {
			continue
		}
		was := f.Cells[i].Text
		k := rng.IntN(len(was))
		if was[k] < '0' || was[k] > '9' {
			continue
		}
		digit := byte('0' + (int(was[k]-'0')+1+rng.IntN(9))%10)
		now := was[:k] + string(digit) + was[k+1:]
		if digit == '0' && k == 0 && len(now) > 1 {
			continue
		}
		g := *f
		g.Cells = slices.Clone(f.Cells)
		g.Cells[i].Text = now
		return &g, Change{path, was, now}
	}
	return nil, Change{}
}

// Mends reports whether the only correction puts back what stood at a path.
func (t Told) Mends(path, was string) bool {
	if len(t.Applied) != 1 {
		return false
	}
	now := t.Applied[0][strings.LastIndex(t.Applied[0], " ")+1:]
	return isFigure(now) && isFigure(was) && number(now) == number(was) && strings.HasSuffix(path, fmt.Sprint(last(t.Applied[0])))
}

// last is the column of the field that a correction names.
func last(applied string) string {
	field, _, _ := strings.Cut(applied, ":")
	return field[strings.LastIndex(field, ".")+1:]
}
