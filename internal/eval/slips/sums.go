package slips

import (
	"fmt"
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

// promise is one thing that the form's structure says of its figures.
type promise struct {
	check, result string
	parts         []string
	minus         int    // index of the part that is subtracted, -1 if none
	kind          string // sum, ratio, range, grade
	rounded       bool   // money and totals may be rounded, weights not
}

func (p *promise) key() string { return p.check + " " + p.result }

func (p *promise) has(path string) bool { return p.result == path || slices.Contains(p.parts, path) }

// promises lists what a form promises, from its rows, columns and merged cells.
func (f *Form) promises() (out []promise) {
	has := func(source string, c string) bool { return f.column(source, c) }
	add := func(check, kind, result string, minus int, parts ...string) {
		out = append(out, promise{check, result, parts, minus, kind, strings.HasPrefix(check, "FND") || check == "SUM-01"})
	}
	if m := f.Sound.Funds; m != nil {
		for _, r := range m.Rows {
			path := func(c string) string { return "funds." + r.Source + "." + c }
			base := "budget"
			if !has(r.Source, base) {
				base = "initial"
			}
			if has(r.Source, "budget") && has(r.Source, "initial") && (has(r.Source, "adjustment") || has(r.Source, "carried_in")) {
				parts := []string{path("initial")}
				for _, c := range []string{"carried_in", "adjustment"} {
					if has(r.Source, c) {
						parts = append(parts, path(c))
					}
				}
				add("FND-01", "sum", path("budget"), -1, parts...)
			}
			if has(r.Source, "budget") && has(r.Source, "executed") && has(r.Source, "balance") {
				add("FND-02", "sum", path("balance"), 1, path("budget"), path("executed"))
			}
			if has(r.Source, base) && has(r.Source, "executed") && has(r.Source, "execution_rate") {
				add("FND-03", "ratio", path("execution_rate"), -1, path("executed"), path(base))
			}
			if has(r.Source, "budget") && has(r.Source, "balance") && has(r.Source, "balance_rate") {
				add("FND-04", "ratio", path("balance_rate"), -1, path("balance"), path("budget"))
			}
			for _, split := range append([][]string{r.Parts}, r.Splits...) {
				for _, c := range normalize.MoneyColumns {
					var parts []string
					for _, s := range split {
						if has(s, string(c)) {
							parts = append(parts, "funds."+s+"."+string(c))
						}
					}
					if len(parts) > 0 && has(r.Source, string(c)) {
						add("FND-05", "sum", path(string(c)), -1, parts...)
					}
				}
			}
		}
	}
	budget := f.budgetRow()
	var weights, scores []string
	for i := range f.Sound.Indicators {
		w, s := fmt.Sprintf("indicators[%d].weight", i), fmt.Sprintf("indicators[%d].score", i)
		if f.cell(w) >= 0 {
			weights = append(weights, w)
		}
		if f.cell(s) >= 0 {
			scores = append(scores, s)
		}
		if f.cell(w) >= 0 && f.cell(s) >= 0 {
			add("SCR-01", "range", s, -1, w)
		}
	}
	for _, c := range f.Cells { // points printed with a level
		if !strings.HasSuffix(c.Path, ".level1") && !strings.HasSuffix(c.Path, ".level2") {
			continue
		}
		if _, ok := f.Figures[c.Path]; !ok {
			continue
		}
		var parts []string
		for _, w := range weights {
			if row := f.Cells[f.cell(w)].Row; row >= c.Row && row < c.Row+c.RowSpan {
				parts = append(parts, w)
			}
		}
		if len(parts) > 0 {
			add("WGT-02", "sum", c.Path, -1, parts...)
		}
	}
	if budget != "" {
		w, s := "funds."+budget+".weight", "funds."+budget+".score"
		if _, ok := f.Figures[w]; ok {
			add("SCR-01", "range", s, -1, w)
		}
		scores = append(scores, s)
		if _, ok := f.Figures[w]; ok {
			weights = append(weights, w)
		} else {
			weights = nil // its share is not known
		}
	}
	if len(weights) > 0 && strings.HasPrefix(weights[0], "indicators") {
		add("WGT-01", "sum", "total.weight", -1, weights...)
	}
	if len(scores) > 0 && f.cell("total.score") >= 0 {
		add("SUM-01", "sum", "total.score", -1, scores...)
	}
	if f.Sound.Grade != nil && f.Sound.Grade.Threshold != "" {
		add("GRD-01", "grade", "grade", -1, "total.score")
	}
	return out
}

func (f *Form) column(source, c string) bool {
	r := f.Sound.Funds.Row(source)
	return r != nil && r.Column(normalize.Column(c)) != nil
}

// budgetRow is the source of the row with the budget's score.
func (f *Form) budgetRow() string {
	if f.Sound.Funds == nil {
		return ""
	}
	if _, ok := f.Figures["funds.total.score"]; ok {
		return "total"
	}
	for _, r := range f.Sound.Funds.Rows {
		if _, ok := f.Figures["funds."+r.Source+".score"]; ok {
			return r.Source
		}
	}
	return ""
}

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
	return !planted && f.Sound.Lookup(path).IsBlank()
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
	low, high, found := 0, 1000, false
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
