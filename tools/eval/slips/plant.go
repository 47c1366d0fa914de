package slips

import (
	"math/big"
	"math/rand/v2"
	"strings"
)

// Kinds are the slips of the pen that figures suffer.
var Kinds = []string{"digit", "swap", "sign", "lost", "doubled", "point", "unit", "copied", "zero", "neighbour"}

// Slip is the figure of a path with one slip of a kind; ok is false where the
// kind does not go with the figure.
func (f *Form) Slip(rng *rand.Rand, kind, path string) (text string, ok bool) {
	old := f.Print(path)
	b := []byte(old)
	var at []int // of digits
	for i := range b {
		if b[i] >= '0' && b[i] <= '9' {
			at = append(at, i)
		}
	}
	k := at[rng.IntN(len(at))]
	switch kind {
	case "digit":
		b[k] = '0' + (b[k]-'0'+1+byte(rng.IntN(9)))%10
		text = string(b)
	case "swap":
		if k+1 >= len(b) || b[k+1] < '0' || b[k] == b[k+1] {
			return "", false
		}
		b[k], b[k+1] = b[k+1], b[k]
		text = string(b)
	case "sign":
		if strings.Contains(path, ".level") {
			return "", false
		}
		text = "-" + old
	case "lost":
		text = old[:k] + old[k+1:]
	case "doubled":
		text = old[:k+1] + old[k:]
	case "point":
		places := 1 + rng.IntN(2)
		v := new(big.Rat).Mul(f.Figures[path].v, unit(-places))
		if rng.IntN(2) == 0 {
			places = -places
			v = new(big.Rat).Mul(f.Figures[path].v, unit(-places))
		}
		text = exact(v)
	case "unit":
		if !strings.HasPrefix(path, "funds.") || strings.Contains(path, "rate") || strings.HasSuffix(path, "weight") || strings.HasSuffix(path, "score") {
			return "", false
		}
		if rng.IntN(2) == 0 {
			text = exact(new(big.Rat).Mul(f.Figures[path].v, big.NewRat(10000, 1)))
		} else {
			text = exact(new(big.Rat).Mul(f.Figures[path].v, big.NewRat(1, 10000)))
		}
	case "copied", "neighbour":
		c := f.Cells[f.cell(path)]
		for _, o := range f.Cells {
			if _, isFigure := f.Figures[o.Path]; !isFigure {
				continue
			}
			if kind == "copied" && o.Row+o.RowSpan == c.Row && o.Col == c.Col || kind == "neighbour" && o.Row == c.Row && (o.Col == c.Col+c.ColSpan || o.Col+o.ColSpan == c.Col) {
				text = f.Print(o.Path)
			}
		}
	case "zero":
		text = "0.00"
	}
	text = strings.TrimPrefix(text, "--")
	n, ok := parseFigure(text)
	if !ok || text[0] == '.' || strings.HasSuffix(text, ".") || n.v.Cmp(f.Figures[path].v) == 0 || len(text) > 1 && text[0] == '0' && text[1] != '.' || strings.Contains(old, ",") && kind != "zero" && kind != "sign" {
		return "", false
	}
	return text, true
}

// exact writes a decimal number with as many places as it has.
func exact(v *big.Rat) string {
	for places := 0; ; places++ {
		s := v.FloatString(places)
		if n, _ := new(big.Rat).SetString(s); n.Cmp(v) == 0 {
			return s
		}
	}
}
