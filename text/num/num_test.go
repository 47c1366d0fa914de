package num

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]struct {
		value, printed string
		places, signif int32
	}{
		"93.1100": {"93.11", "93.1100", 4, 2}, "0.00": {"0", "0.00", 2, 0}, "-85.3": {"-85.3", "-85.3", 1, 1},
		"250958.8": {"250958.8", "250958.8", 1, 1}, "+7": {"7", "7", 0, 0}, "007.50": {"7.5", "7.50", 2, 1},
		"10": {"10", "10", 0, 0}, "-0.0": {"0", "0.0", 1, 0},
	} {
		d, err := Parse(in)
		if err != nil {
			t.Errorf("Parse(%q): %v", in, err)
			continue
		}
		if d.String() != want.value || d.Printed() != want.printed || d.Places() != want.places || d.Significant() != want.signif {
			t.Errorf("Parse(%q) = %s printed %s places %d significant %d, want %+v", in, d, d.Printed(), d.Places(), d.Significant(), want)
		}
	}
	for _, in := range []string{"", "-", ".5", "5.", "1,000", "1e9", "1e999999999", "0x10", "１２", "--1", "1.2.3", "NaN", "Infinity"} {
		if d, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", in, d)
		}
	}
	if _, err := Parse(strings.Repeat("9", 5000)); !errors.Is(err, errTooLong) {
		t.Errorf("5,000 digits: got %v, want errTooLong", err)
	}
}

func TestScan(t *testing.T) {
	for in, want := range map[string][2]string{
		"1,234,567.89元": {"1234567.89", "元"}, "5.7万人次": {"5.7", "万人次"}, "-85.3": {"-85.3", ""}, "−2%": {"-2", "%"},
		"100,其中": {"100", ",其中"}, "800.": {"800", "."}, "1 234 567.89元": {"1234567.89", "元"}, "12 345": {"12345", ""}, "1. 修路": {"1", ". 修路"},
	} {
		d, rest, err := Scan(in)
		if err != nil || d.String() != want[0] || rest != want[1] {
			t.Errorf("Scan(%q) = %s, %q, %v; want %v", in, d, rest, err, want)
		}
	}
	for in, want := range map[string]error{"7,00.0,77": errGrouping, "2,283.1,4": errGrouping, "1.2.3": errGrouping, "12,34": errGrouping, "人": errSyntax, ".5": errSyntax,
		"774.80 10": ErrApart, "10 10": ErrApart, "774.80  10": ErrApart, "1  234": ErrApart, "5\n15": ErrApart, "1 2345": ErrApart, "1234 567": ErrApart, "1 23": ErrApart, "1,234 567": ErrApart,
		"100, 200": ErrApart, "100 100": ErrApart, "0.5 100": ErrApart, "774. 80": ErrApart, "1 234\n567": ErrApart} {
		if _, _, err := Scan(in); !errors.Is(err, want) {
			t.Errorf("Scan(%q): got %v, want %v", in, err, want)
		}
	}
}

func TestQuoAndRound(t *testing.T) {
	q, ok := MustParse("233667.3").Shift(2).Quo(MustParse("250958.8"), 6)
	if !ok || q.Printed() != "93.109825" {
		t.Errorf("execution rate: got %s %v, want 93.109825", q.Printed(), ok)
	}
	if q.Round(2).Printed() != "93.11" || q.Truncate(2).Printed() != "93.10" {
		t.Errorf("got %s and %s, want 93.11 rounded and 93.10 cut", q.Round(2).Printed(), q.Truncate(2).Printed())
	}
	if _, ok := FromInt(1).Quo(Decimal{}, 2); ok {
		t.Error("division by zero was done")
	}
	if got := MustParse("-2.345").Round(2).Printed(); got != "-2.35" {
		t.Errorf("half away from zero: got %s want -2.35", got)
	}
}

var figures = rapid.StringMatching(`-?[0-9]{1,18}(\.[0-9]{1,8})?`)

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := MustParse(figures.Draw(t, "a")), MustParse(figures.Draw(t, "b"))
		if again := MustParse(a.Printed()); !again.Equal(a) || again.Places() != max(a.Places(), a.Significant()) {
			t.Fatalf("%s prints as %s and reads as %s", a, a.Printed(), again)
		}
		if !a.Add(b).Sub(b).Equal(a) || !a.Add(b).Equal(b.Add(a)) {
			t.Fatalf("%s + %s − %s is not %s", a, b, b, a)
		}
		if !a.Shift(3).Shift(-3).Equal(a) || a.Cmp(b) != -b.Cmp(a) {
			t.Fatalf("shift or order of %s, %s", a, b)
		}
	})
}

// The small form and the large one give the same results.
func TestSmallAndLargeAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := MustParse(figures.Draw(t, "a")), MustParse(figures.Draw(t, "b"))
		la, lb := a, b
		la.big, la.scale = integer(a)
		lb.big, lb.scale = integer(b)
		places := rapid.Int32Range(0, 9).Draw(t, "places")
		for name, pair := range map[string][2]Decimal{
			"add": {a.Add(b), la.Add(lb)}, "sub": {a.Sub(b), la.Sub(lb)}, "mul": {a.Mul(b), la.Mul(lb)}, "shift": {a.Shift(2), la.Shift(2)},
			"back": {a.Shift(-3), la.Shift(-3)}, "round": {a.Round(places), la.Round(places)}, "cut": {a.Truncate(places), la.Truncate(places)}, "neg": {a.Neg(), la.Neg()},
		} {
			if !pair[0].Equal(pair[1]) || pair[0].String() != pair[1].String() || pair[0].Places() != pair[1].Places() || pair[0].Printed() != pair[1].Printed() || pair[0].Significant() != pair[1].Significant() {
				t.Fatalf("%s of %s and %s: %s (%d places) small, %s (%d places) large", name, a, b, pair[0].Printed(), pair[0].Places(), pair[1].Printed(), pair[1].Places())
			}
		}
		if a.Cmp(b) != la.Cmp(lb) || a.Sign() != la.Sign() {
			t.Fatalf("order or sign of %s and %s", a, b)
		}
		q, ok := a.Quo(b, places)
		lq, lok := la.Quo(lb, places)
		if ok != lok || ok && q.String() != lq.String() {
			t.Fatalf("%s ÷ %s: %s small, %s large", a, b, q, lq)
		}
		if ok { // |a − q·b| ≤ ½ unit · |b|
			if rest := a.Sub(q.Mul(b)).Abs(); rest.Cmp(HalfUnit(places).Mul(b.Abs())) > 0 {
				t.Fatalf("%s ÷ %s = %s leaves %s", a, b, q, rest)
			}
		}
	})
}

// Figures of any length are reckoned with as fractions are, and rounded half away from zero.
func TestExact(t *testing.T) {
	long := rapid.StringMatching(`-?[0-9]{1,20}(\.[0-9]{1,20})?`)
	rat := func(d Decimal) *big.Rat {
		r, _ := new(big.Rat).SetString(d.String())
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := MustParse(long.Draw(t, "a")), MustParse(long.Draw(t, "b"))
		x, y := rat(a), rat(b)
		n := rapid.Int32Range(-30, 30).Draw(t, "n")
		power := new(big.Rat).SetInt(ten(max(n, -n)))
		if n < 0 {
			power.Inv(power)
		}
		for name, pair := range map[string][2]*big.Rat{
			"sum": {rat(a.Add(b)), new(big.Rat).Add(x, y)}, "difference": {rat(a.Sub(b)), new(big.Rat).Sub(x, y)}, "product": {rat(a.Mul(b)), new(big.Rat).Mul(x, y)},
			"shift": {rat(a.Shift(n)), new(big.Rat).Mul(x, power)}, "negative": {rat(a.Neg()), new(big.Rat).Neg(x)},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Fatalf("%s of %s and %s, %d: %s, want %s", name, a, b, n, pair[0], pair[1])
			}
		}
		if a.Cmp(b) != x.Cmp(y) {
			t.Fatalf("order of %s and %s", a, b)
		}
		unit := new(big.Rat).Inv(power)
		off := new(big.Rat).Sub(rat(a.Round(n)), x)
		switch far := new(big.Rat).Abs(off).Cmp(new(big.Rat).Mul(unit, big.NewRat(1, 2))); {
		case far > 0, far == 0 && off.Sign() != x.Sign():
			t.Fatalf("%s rounded to %d places: %s", a, n, a.Round(n))
		}
		if want := x.FloatString(int(max(n, 0))); n >= 0 && strings.TrimPrefix(a.Fixed(n), "-") != strings.TrimPrefix(want, "-") {
			t.Fatalf("%s to %d places: %s, want %s", a, n, a.Fixed(n), want)
		}
		cut := new(big.Rat).Sub(x, rat(a.Truncate(n)))
		if new(big.Rat).Abs(cut).Cmp(unit) >= 0 || cut.Sign() != 0 && cut.Sign() != x.Sign() {
			t.Fatalf("%s cut off after %d places: %s", a, n, a.Truncate(n))
		}
		if f, _ := x.Float64(); a.Float64() != f {
			t.Fatalf("%s as a float: %v", a, a.Float64())
		}
	})
}

// A blank between digits parts two figures unless it parts groups of three.
func TestBlanksPartFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringMatching(`[1-9][0-9]{0,5}(\.[0-9]{1,3})?`).Draw(t, "left")
		b := rapid.StringMatching(`[0-9]{1,5}(\.[0-9]{1,3})?`).Draw(t, "right")
		gap := rapid.SampledFrom([]string{" ", "  ", "\n"}).Draw(t, "gap")
		n, rest, err := Scan(a + gap + b)
		whole, _, _ := strings.Cut(b, ".")
		may := gap == " " && len(a) <= 3 && !strings.Contains(a, ".") && len(whole) == 3
		switch {
		case !may && !errors.Is(err, ErrApart):
			t.Fatalf("%q: %s, %q, %v", a+gap+b, n, rest, err)
		case may && err == nil && n.String() != MustParse(a+b).String():
			t.Fatalf("%q is %s", a+gap+b, n)
		}
	})
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"1,234.50万元", "7,00.0,77", "-", "−3.1%", "9999999999999999999999999999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, rest, err := Scan(s)
		if err != nil {
			return
		}
		if len(rest) >= len(s) {
			t.Fatalf("%q: nothing was read, yet no error", s)
		}
		if again, err := Parse(d.Printed()); err != nil || !again.Equal(d) {
			t.Fatalf("%q reads as %s, which prints as %s: %v", s, d, d.Printed(), err)
		}
	})
}
