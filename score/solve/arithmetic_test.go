package solve

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"ziping/text/num"
)

// TestCells holds a set of cells to a plain map.
func TestCells(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var c, d cells
		in, other := map[int]bool{}, map[int]bool{}
		for range 40 {
			i, j := rng.IntN(maxCells), rng.IntN(maxCells)
			c.add(i)
			in[i] = true
			d.add(j)
			other[j] = true
			if rng.IntN(4) == 0 {
				c.remove(i)
				delete(in, i)
			}
		}
		want := []int{}
		for i := range maxCells {
			if in[i] {
				want = append(want, i)
			}
			if c.has(i) != in[i] {
				t.Fatalf("has %d: got %v", i, c.has(i))
			}
		}
		if got := c.list(); !slices.Equal(got, want) || c.count() != len(want) {
			t.Fatalf("got %v, count %d, want %v", got, c.count(), want)
		}
		both, either, rest := c.and(&d), c, c
		either.unite(&d)
		rest.subtract(&d)
		for i := range maxCells {
			if both.has(i) != (in[i] && other[i]) || either.has(i) != (in[i] || other[i]) || rest.has(i) != (in[i] && !other[i]) {
				t.Fatalf("cell %d: intersection %v, union %v, difference %v", i, both.has(i), either.has(i), rest.has(i))
			}
		}
		if c.meets(&d) != (both.count() > 0) || rest.meets(&d) {
			t.Fatal("sets that have nothing in common meet")
		}
	}
	var none cells
	if none.next(0) != -1 || none.next(maxCells) != -1 || len(none.list()) != 0 {
		t.Error("the empty set has a cell")
	}
}

func TestFew(t *testing.T) {
	a := few{1, 2}
	b := a.with(2, 3)
	if !slices.Equal(b, few{1, 2, 3}) || !slices.Equal(a, few{1, 2}) || !slices.Equal(few(nil).with(4), few{4}) || !slices.Equal(a.with(), a) {
		t.Errorf("got %v of %v", b, a)
	}
	b[0] = 9
	if a[0] != 1 {
		t.Error("a union shares its memory")
	}
	var c cells
	c.add(1)
	if a.in(&c) || !a.meets(&c) || !(few{1}).in(&c) || (few{2}).meets(&c) || !few(nil).in(&c) || few(nil).meets(&c) {
		t.Error("few is in or meets what it is not")
	}
}

// TestIntegers holds sums and products to big numbers, to the edges of int64.
func TestIntegers(t *testing.T) {
	edges := []int64{0, 1, -1, 2, 10, 99, 1e9, -1e9, 1 << 31, 1<<32 + 1, 3037000499, 3037000500, -3037000500, 1e17, -1e17, math.MaxInt64, math.MaxInt64 - 1, -math.MaxInt64, 1 << 62, -(1 << 62)}
	fits := func(b *big.Int) bool { return b.IsInt64() && b.Int64() != math.MinInt64 }
	for _, a := range edges {
		for _, b := range edges {
			sum, product := new(big.Int).Add(big.NewInt(a), big.NewInt(b)), new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
			if got, ok := add(a, b); ok != fits(sum) || ok && got != sum.Int64() {
				t.Errorf("%d + %d: got %d, %v", a, b, got, ok)
			}
			if got, ok := mul(a, b); ok != fits(product) || ok && got != product.Int64() {
				t.Errorf("%d × %d: got %d, %v", a, b, got, ok)
			}
			if got, want := gcd(abs(a), abs(b)), new(big.Int).GCD(nil, nil, new(big.Int).Abs(big.NewInt(a)), new(big.Int).Abs(big.NewInt(b))); want.Int64() != got {
				t.Errorf("gcd of %d and %d: got %d, want %d", a, b, got, want)
			}
			for _, k := range []int64{1, -3, 1e9, math.MaxInt64} {
				want := new(big.Int).Add(new(big.Int).Mul(big.NewInt(a), big.NewInt(k)), new(big.Int).Mul(big.NewInt(b), big.NewInt(2)))
				if got, ok := weigh(a, k, b, 2); ok && got != want.Int64() || !ok && fits(want) && fits(product) && abs(a) < 1e8 && abs(b) < 1e8 && k < 1e10 {
					t.Errorf("%d×%d + %d×2: got %d, %v", a, k, b, got, ok)
				}
			}
		}
	}
	for n, want := range map[string]int64{"0": 0, "1.25": 125, "-1.2": -120, "0.010": 1, "999999999999999": 99999999999999900} {
		if got, ok := toInt(num.MustParse(n), 2); !ok || got != want {
			t.Errorf("%s in hundredths: got %d, %v", n, got, ok)
		}
	}
	for _, n := range []string{"0.001", "1.255", "1000000000000000", "1500000000000000", "-1000000000000000", "9999999999999999999"} {
		if got, ok := toInt(num.MustParse(n), 2); ok {
			t.Errorf("%s in hundredths: got %d, want none", n, got)
		}
	}
	if powerOfTen(0) != 1 || powerOfTen(4) != 10000 {
		t.Error("powers of ten are others")
	}
}

// TestRows combines random rows and compares their values.
func TestRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	small := func() int64 { return rng.Int64N(9) - 4 }
	for range 2000 {
		values := []int64{small(), small(), small(), small(), small()}
		random := func() *row {
			r := &row{constant: small(), rel: relation(rng.IntN(3))}
			for range 3 {
				r.terms = append(r.terms, term{rng.IntN(5), small()})
			}
			value := r.value(values)
			if r.terms = sortTerms(r.terms); r.value(values).Cmp(value) != 0 {
				t.Fatalf("sorted terms come to %d, want %d", r.value(values), value)
			}
			if rng.IntN(2) == 0 {
				r.drop = few{rng.IntN(5)}
			}
			if rng.IntN(2) == 0 {
				r.need = few{rng.IntN(5)}
			}
			return r
		}
		x, y := random(), random()
		for i := 1; i < len(x.terms); i++ {
			if x.terms[i-1].cell >= x.terms[i].cell || x.terms[i].coef == 0 {
				t.Fatalf("terms out of order: %v", x.terms)
			}
		}
		a, b := rng.Int64N(3)+1, small()
		var sum row
		if !sum.combine(make([]term, 0, 10), x, a, y, b) {
			t.Fatal("small numbers did not fit")
		}
		want := new(big.Int).Add(new(big.Int).Mul(x.value(values), big.NewInt(a)), new(big.Int).Mul(y.value(values), big.NewInt(b)))
		got := sum.value(values)
		// The row is reduced: the same sign, and a divisor of the value.
		if got.Sign() != want.Sign() || want.Sign() != 0 && new(big.Int).Rem(want, got).Sign() != 0 {
			t.Fatalf("%+v ×%d + %+v ×%d at %v: got %d, want a part of %d", x, a, y, b, values, got, want)
		}
		g := abs(sum.constant)
		for _, term := range sum.terms {
			g = gcd(g, abs(term.coef))
			if term.coef == 0 || sum.coefOf(term.cell) != term.coef {
				t.Fatalf("a term of %+v has no coefficient", sum)
			}
		}
		if g > 1 {
			t.Fatalf("%+v is not in lowest terms", sum)
		}
		if sum.rel != max(x.rel, y.rel) || !sum.drop.containsAll(x.drop, y.drop) || !sum.need.containsAll(x.need, y.need) {
			t.Fatalf("%+v is weaker than its parts", sum)
		}
		sum.hint = math.MaxUint64
		sum.judge(values)
		broken := got.Sign() < 0 || got.Sign() > 0 && sum.rel == equal || got.Sign() == 0 && sum.rel == moreThan
		if sum.broken != broken {
			t.Fatalf("%+v at %v: got broken %v, want %v", sum, values, sum.broken, broken)
		}
		var suspects cells
		sum.suspects(&suspects)
		for c := range 5 {
			known := sum.coefOf(c) != 0 || sum.drop.has(c)
			if (sum.hint&hintOf(c) != 0) != known || suspects.has(c) != known {
				t.Fatalf("%+v: hint and suspects of cell %d are wrong", sum, c)
			}
		}
	}
	// Beyond int64 the sign is still right, and coefficients that do not fit say so.
	large := row{terms: []term{{0, 1 << 40}, {1, -(1 << 40)}}, constant: 1, rel: equal}
	for _, tt := range []struct {
		values []int64
		sign   int
	}{{[]int64{1 << 40, 1 << 40}, 1}, {[]int64{1 << 40, 1<<40 + 1}, -1}, {[]int64{1 << 50, -(1 << 50)}, 1}} {
		if got := large.sign(tt.values); got != tt.sign {
			t.Errorf("%v: got sign %d, want %d", tt.values, got, tt.sign)
		}
	}
	if new(row).combine(nil, &large, 1<<40, &large, 1) || new(row).combine(nil, &row{constant: 1 << 40}, 1<<40, &row{}, 1) {
		t.Error("a number of 2^80 fits")
	}
}

func (f few) containsAll(parts ...few) bool {
	for _, p := range parts {
		for _, i := range p {
			if !f.has(i) {
				return false
			}
		}
	}
	return true
}

// TestBound tries all small rows a·v + k.
func TestBound(t *testing.T) {
	for _, rel := range []relation{equal, atLeast, moreThan} {
		for _, a := range []int64{-3, -2, -1, 1, 2, 3} {
			for k := int64(-7); k <= 7; k++ {
				low, high := int64(-20), int64(20)
				ok := bound(rel, a, big.NewInt(k), &low, &high)
				for v := int64(-20); v <= 20; v++ {
					x := a*v + k
					holds := x == 0 && rel != moreThan || x > 0 && rel != equal
					if got := ok && v >= low && v <= high; got != holds {
						t.Fatalf("%d·%d + %d, relation %d: got %v, want %v", a, v, k, rel, got, holds)
					}
				}
			}
		}
	}
	far := new(big.Int).Lsh(big.NewInt(1), 80)
	minus := new(big.Int).Neg(far)
	for _, tt := range []struct {
		rel  relation
		a    int64
		k    *big.Int
		want bool
	}{{atLeast, 1, far, true}, {atLeast, 1, minus, false}, {atLeast, -1, far, true}, {atLeast, -1, minus, false}, {equal, 1, far, false}, {equal, -1, far, false}} {
		low, high := int64(-20), int64(20)
		if got := bound(tt.rel, tt.a, tt.k, &low, &high); got != tt.want || low != -20 || high != 20 {
			t.Errorf("%d·v + %d: got %v, and %d..%d", tt.a, tt.k, got, low, high)
		}
	}
}

// TestStack gives memory back in the order it was taken.
func TestStack(t *testing.T) {
	var s stack[int]
	a := append(s.take(3), 1, 2, 3)
	m := s.mark()
	b := append(s.take(slabSize), 4)
	c := append(s.take(5), 5)
	if len(a) != 3 || cap(a) != 3 || cap(b) != slabSize || a[0] != 1 || b[0] != 4 || c[0] != 5 {
		t.Fatalf("got %v, %v, %v", a, b, c)
	}
	s.release(m)
	if len(s.take(slabSize)) > 0 || len(s.slabs) > 3 {
		t.Errorf("memory is not used again: %d slabs", len(s.slabs))
	}
	s.release(m)
	d := append(s.take(2), 6, 7)
	if a[2] != 3 || d[0] != 6 {
		t.Errorf("what was taken before the mark changed: %v", a)
	}
	var full, odd stack[int]
	for range 3 {
		full.take(slabSize)
		full.release(mark{})
		odd.take(1)
		if cap(odd.take(2*slabSize)) != 2*slabSize {
			t.Error("a new slab is not used from its beginning")
		}
	}
	if len(full.slabs) != 1 {
		t.Errorf("what fills a slab took %d", len(full.slabs))
	}
	slabs := len(s.slabs)
	for range 100 {
		m := s.mark()
		s.take(slabSize)
		s.take(5)
		s.release(m)
	}
	if len(s.slabs) != slabs {
		t.Errorf("a warm stack grew from %d slabs to %d", slabs, len(s.slabs))
	}
}
