package solve

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"slices"
)

// relation of a row's value to 0.
type relation uint8

const (
	equal    relation = iota // = 0
	atLeast                  // ≥ 0
	moreThan                 // > 0
)

// term is one cell of a row with its coefficient, never 0.
type term struct {
	cell int
	coef int64
}

// row is one linear condition on the cells: Σ coef × cell + constant ≷ 0. Rows
// are never changed once made.
//
// A row counts only while none of drop is free and all of need are: the bounds
// that a printed rate sets are gone once the rate itself is in doubt, and 0.00
// of 0 ÷ 0 says nothing until the divisor is.
type row struct {
	terms    []term // by cell
	constant int64
	rel      relation
	drop     few
	need     few
	broken   bool // by the values as printed; of cells that are not free
	// hint has bit cell%64 of every cell in terms and drop: most rows are
	// passed over by one look at it.
	hint uint64
}

func hintOf(cell int) uint64 { return 1 << (cell & 63) }

// coefOf is the coefficient of a cell, 0 if the row does not have it.
func (r *row) coefOf(cell int) int64 {
	for i := range r.terms {
		if r.terms[i].cell == cell {
			return r.terms[i].coef
		}
	}
	return 0
}

// live reports whether the row counts when the given cells are free.
func (r *row) live(free *cells) bool { return r.need.in(free) }

// suspects adds to s the cells of which one must be freed to get rid of a broken row.
func (r *row) suspects(s *cells) {
	for _, c := range r.drop {
		s.add(c)
	}
	for i := range r.terms {
		s.add(r.terms[i].cell)
	}
}

// judge sets broken, from the printed values, and the hint.
func (r *row) judge(values []int64) {
	r.hint = 0
	for i := range r.terms {
		r.hint |= hintOf(r.terms[i].cell)
	}
	for _, c := range r.drop {
		r.hint |= hintOf(c)
	}
	r.broken = r.brokenBy(values)
}

// brokenBy reports whether the row does not hold with the given values.
func (r *row) brokenBy(values []int64) bool {
	s := r.sign(values)
	return s < 0 || s > 0 && r.rel == equal || s == 0 && r.rel == moreThan
}

// sign is that of the row's value.
func (r *row) sign(values []int64) int {
	sum := r.constant
	for _, t := range r.terms {
		p, fits := mul(t.coef, values[t.cell])
		s, summed := add(sum, p)
		if !fits || !summed {
			return r.value(values).Sign()
		}
		sum = s
	}
	return cmp.Compare(sum, 0)
}

// value is the row's value without fear of overflow.
func (r *row) value(values []int64) *big.Int {
	sum := big.NewInt(r.constant)
	for _, t := range r.terms {
		p := new(big.Int).Mul(big.NewInt(t.coef), big.NewInt(values[t.cell]))
		sum.Add(sum, p)
	}
	return sum
}

// combine makes r a·x + b·y, with its terms in lowest terms and in the memory
// given; false if a coefficient does not fit. The relation is the stricter of
// the two.
func (r *row) combine(memory []term, x *row, a int64, y *row, b int64) bool {
	*r = row{
		terms: memory,
		rel:   max(x.rel, y.rel),
		drop:  x.drop.with(y.drop...),
		need:  x.need.with(y.need...),
	}
	var ok bool
	if r.constant, ok = weigh(x.constant, a, y.constant, b); !ok {
		return false
	}
	i, j := 0, 0
	for i < len(x.terms) || j < len(y.terms) {
		t := term{}
		switch {
		case j == len(y.terms) || i < len(x.terms) && x.terms[i].cell < y.terms[j].cell:
			t.cell = x.terms[i].cell
			t.coef, ok = mul(x.terms[i].coef, a)
			i++
		case i == len(x.terms) || y.terms[j].cell < x.terms[i].cell:
			t.cell = y.terms[j].cell
			t.coef, ok = mul(y.terms[j].coef, b)
			j++
		default:
			t.cell = x.terms[i].cell
			t.coef, ok = weigh(x.terms[i].coef, a, y.terms[j].coef, b)
			i++
			j++
		}
		if !ok {
			return false
		}
		if t.coef != 0 {
			r.terms = append(r.terms, t)
		}
	}
	r.reduce()
	return true
}

// reduce divides the row by the greatest common divisor of its numbers.
func (r *row) reduce() {
	g := abs(r.constant)
	for i := 0; i < len(r.terms) && g != 1; i++ {
		g = gcd(g, abs(r.terms[i].coef))
	}
	if g <= 1 {
		return
	}
	r.constant /= g
	for i := range r.terms {
		r.terms[i].coef /= g
	}
}

func weigh(x, a, y, b int64) (int64, bool) {
	p, ok1 := mul(x, a)
	q, ok2 := mul(y, b)
	s, ok3 := add(p, q)
	return s, ok1 && ok2 && ok3
}

func add(a, b int64) (int64, bool) {
	s := a + b
	return s, (a^s)&(b^s) >= 0 && s != math.MinInt64
}

func mul(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(abs(a)), uint64(abs(b)))
	if hi != 0 || lo > 1<<63-1 {
		return a, false
	}
	if a^b < 0 {
		return -int64(lo), true
	}
	return int64(lo), true
}

func abs(a int64) int64 { return max(a, -a) }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// sortTerms brings terms into the order combine needs and joins equal cells.
func sortTerms(ts []term) []term {
	slices.SortFunc(ts, func(a, b term) int { return a.cell - b.cell })
	out := ts[:0]
	for _, t := range ts {
		if n := len(out); n > 0 && out[n-1].cell == t.cell {
			out[n-1].coef += t.coef
			continue
		}
		out = append(out, t)
	}
	return slices.DeleteFunc(out, func(t term) bool { return t.coef == 0 })
}
