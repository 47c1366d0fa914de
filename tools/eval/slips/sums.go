package slips

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"ziping/normalize"
)

// Figure is an exact number with the places it was printed with. Figures here
// are rationals: nothing of the program's own arithmetic is used.
type Figure struct {
	v      *big.Rat
	places int // printed
	useful int // without padding zeros
}

func parseFigure(s string) (Figure, bool) {
	s = strings.ReplaceAll(s, ",", "")
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		return Figure{}, false
	}
	f := Figure{v: v}
	if _, frac, ok := strings.Cut(s, "."); ok {
		f.places, f.useful = len(frac), len(strings.TrimRight(frac, "0"))
	}
	return f, true
}

// Truth of a promise: exact arithmetic keeps it, breaks it, or cannot tell
// because rounding may explain the difference or a figure is not there.
type Truth int

// The truths.
const (
	Keeps Truth = iota
	Breaks
	Open
)

// Broken lists the promises that the printed figures break for certain, and
// those that may be broken, as CHECK field, sorted.
func (f *Form) Broken() (must, may []string) {
	for i := range f.promise {
		p := &f.promise[i]
		switch f.truth(p, f.Figures) {
		case Breaks:
			must = append(must, p.key())
		case Open:
			may = append(may, p.key())
		}
	}
	slices.Sort(must)
	return must, may
}

func (f *Form) truth(p *promise, at map[string]Figure) Truth {
	switch p.kind {
	case "sum":
		return f.sum(p, at)
	case "ratio":
		return ratio(at, p)
	case "range":
		s, ok1 := at[p.result]
		w, ok2 := at[p.parts[0]]
		if !ok1 || !ok2 {
			return Open
		}
		if s.v.Sign() < 0 || s.v.Cmp(w.v) > 0 {
			return Breaks
		}
		return Keeps
	}
	return f.grade(at)
}

// unit is one in the given decimal place, 10^-places.
func unit(places int) *big.Rat {
	if places < 0 {
		return new(big.Rat).Inv(unit(-places))
	}
	return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
}

func (f *Form) sum(p *promise, at map[string]Figure) Truth {
	whole, ok := at[p.result]
	if !ok {
		if p.result != "total.weight" || strings.TrimSpace(f.Text(p.result)) != "" {
			return Open
		}
		whole = Figure{v: big.NewRat(100, 1)}
	}
	total, known := new(big.Rat), 0
	most, finest := 0, 0 // useful places of the parts, printed ones of the finest
	for i, part := range p.parts {
		n, ok := at[part]
		if !ok {
			if !f.isBlank(part) {
				return Open
			}
			continue
		}
		known++
		if i == p.minus {
			total.Sub(total, n.v)
		} else {
			total.Add(total, n.v)
		}
		most, finest = max(most, n.useful), max(finest, n.places)
	}
	if known == 0 {
		return Open
	}
	diff := new(big.Rat).Abs(total.Sub(total, whole.v))
	if diff.Sign() == 0 {
		return Keeps
	}
	if p.rounded && whole.places < most && diff.Cmp(unit(whole.places)) < 0 {
		return Open // the whole rounded or cut off
	}
	if p.check != "SUM-01" && p.rounded && finest < whole.useful && diff.Cmp(new(big.Rat).Mul(unit(finest), big.NewRat(int64(known), 1))) < 0 {
		return Open // every part rounded
	}
	return Breaks
}

// isBlank reports that nothing is printed, or a mark for nothing.
func (f *Form) isBlank(path string) bool {
	_, planted := f.Planted[path]
	x, _ := f.Sound.Field(normalize.MustPath(path))
	return !planted && x.IsBlank()
}

// ratio holds where the quotient lies between half a unit of the rate's useful
// places below it and a unit above: rounded, cut off or padded.
func ratio(at map[string]Figure, p *promise) Truth {
	rate, ok1 := at[p.result]
	a, ok2 := at[p.parts[0]]
	b, ok3 := at[p.parts[1]]
	if !ok1 || !ok2 || !ok3 || b.v.Sign() == 0 {
		return Open
	}
	places := rate.useful
	if rate.v.Sign() == 0 {
		places = rate.places
	}
	q := new(big.Rat).Quo(a.v, b.v)
	q.Mul(q, big.NewRat(100, 1)).Sub(q, rate.v)
	one := unit(places)
	half := new(big.Rat).Mul(one, big.NewRat(-1, 2))
	if rate.v.Sign() <= 0 || a.v.Sign() < 0 || b.v.Sign() < 0 {
		if q.Abs(q).Cmp(one) < 0 {
			return Open
		}
		return Breaks
	}
	if q.Cmp(half) >= 0 && q.Cmp(one) < 0 {
		return Keeps
	}
	return Breaks
}

// grade holds where the total lies in the band printed with the grade.
func (f *Form) grade(at map[string]Figure) Truth {
	total, ok := at["total.score"]
	_, band, has := strings.Cut(f.Text("grade"), "(")
	if !ok || !has {
		return Open
	}
	low, high, found := 0, math.MaxInt32, false
	for _, part := range []string{"≥", "<"} {
		if _, s, ok := strings.Cut(band, part); ok {
			if n, err := strconv.Atoi(plainFigure.FindString(s)); err == nil {
				found = true
				if part == "≥" {
					low = n
				} else {
					high = n
				}
			}
		}
	}
	if s, _, ok := strings.Cut(band, "≤"); ok {
		if n, err := strconv.Atoi(s); err == nil {
			low, found = n, true
		}
	}
	if !found {
		return Open
	}
	if total.v.Cmp(big.NewRat(int64(low), 1)) < 0 || total.v.Cmp(big.NewRat(int64(high), 1)) >= 0 {
		return Breaks
	}
	return Keeps
}
