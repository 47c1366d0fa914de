package num

import (
	"errors"
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

// The small form and apd give the same results.
func TestSmallAndLargeAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := MustParse(figures.Draw(t, "a")), MustParse(figures.Draw(t, "b"))
		la, lb := Decimal{big: a.large(), places: a.places}, Decimal{big: b.large(), places: b.places}
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
