package solve

import (
	"testing"

	"ziping/text/num"
)

// TestSlipOf names what turned right into wrong by the digits alone.
func TestSlipOf(t *testing.T) {
	for _, tt := range []struct {
		wrong, right string
		want         Slip
	}{
		{"0", "5", SlipZero}, {"-5", "5", SlipSign}, {"5", "-5", SlipSign}, {"-5", "6", SlipOther},
		{"50000", "5", SlipUnit}, {"5", "50000", SlipUnit}, {"0.0005", "5", SlipUnit}, {"50", "5", SlipPoint}, {"5", "0.05", SlipPoint}, {"500000000", "5", SlipPoint},
		{"5000000000", "5", SlipOther}, {"-50", "-5", SlipPoint},
		{"21.5", "12.5", SlipSwap}, {"12.5", "15.2", SlipSwap}, {"1234", "1324", SlipSwap}, {"1234", "1423", SlipOther}, {"123", "134", SlipOther}, {"123", "321", SlipOther},
		{"12.5", "12.7", SlipDigit}, {"92.5", "12.5", SlipDigit}, {"13", "25", SlipOther},
		{"125", "1235", SlipLost}, {"377.5", "377.58", SlipLost}, {"12", "1.23", SlipOther}, {"12.50", "12.53", SlipDigit},
		{"1235", "125", SlipExtra}, {"377.588", "377.58", SlipExtra}, {"377.58", "377.5", SlipDigit}, {"12345", "135", SlipOther},
		{"7", "7", SlipOther},
	} {
		if got := slipOf(num.MustParse(tt.wrong), num.MustParse(tt.right), false); got != tt.want {
			t.Errorf("%s for %s: got %s, want %s", tt.wrong, tt.right, got, tt.want)
		}
	}
	if got := slipOf(num.Decimal{}, num.FromInt(5), true); got != SlipBlank {
		t.Errorf("a blank for 5: got %s", got)
	}
	for _, tt := range []struct {
		wrong, right string
		want         bool
	}{{"1998", "198", true}, {"1998.00", "198", true}, {"198", "18", false}, {"11", "1", true}, {"377.588", "377.58", true}, {"-1998", "-198", true}, {"1988", "198", true}, {"1989", "198", false}} {
		if got := doubled(num.MustParse(tt.wrong), num.MustParse(tt.right)); got != tt.want {
			t.Errorf("%s for %s doubled: got %v", tt.wrong, tt.right, got)
		}
	}
}

// TestSlipCosts: what explains a figure better costs less, and any explanation
// costs less than none.
func TestSlipCosts(t *testing.T) {
	rank := [][]Slip{
		{SlipZero, SlipSign, SlipUnit, SlipPoint, SlipFollow},
		{SlipSwap, SlipDigit, SlipNought, SlipCopied, SlipColumn},
		{SlipLost, SlipExtra, SlipDoubled},
		{SlipBlank}, {SlipOther},
	}
	last := 0
	for _, same := range rank {
		c := same[0].cost()
		if c <= last {
			t.Errorf("%s costs %d, no more than what explains better", same[0], c)
		}
		for _, s := range same {
			if s.cost() != c {
				t.Errorf("%s costs %d, %s %d", s, s.cost(), same[0], c)
			}
		}
		last = c
	}
}

// TestSlipped: every figure that one slip makes of n is listed, and nothing else.
func TestSlipped(t *testing.T) {
	for _, n := range []string{"125", "-12.5", "1", "0.07", "100", "12.50", "-3"} {
		d := num.MustParse(n)
		seen := map[string]bool{}
		for _, c := range slipped(d) {
			seen[c.n.String()] = true
			if k := slipOf(d, c.n, false); k == SlipOther && !c.n.IsZero() && !c.n.Equal(d) && c.n.Sign() == d.Sign() {
				if slipOf(c.n, d, false) == SlipOther {
					t.Errorf("%s of %s is no slip", c.n, n)
				}
			}
			if c.n.Equal(d) {
				continue
			}
		}
		for _, right := range map[string][]string{
			"125":   {"-125", "1250", "12.5", "0.0125", "1250000", "12500000000", "0.00000125", "215", "152", "225", "925", "120", "129", "12", "25", "15", "1125", "1225", "9125", "1025"},
			"-12.5": {"12.5", "-125", "-21.5", "-15.2", "-12.7", "-2.5", "-19.5", "-112.5"},
			"0.07":  {"0.7", "0.05", "7", "-0.07"},
			"12.50": {"12.53", "1.25", "21.5"},
		}[n] {
			if !seen[right] {
				t.Errorf("%s for %s is not thought of", n, right)
			}
		}
	}
}

// TestChoose takes the value of a range that a slip explains best.
func TestChoose(t *testing.T) {
	for _, tt := range []struct {
		old       string
		low, high int64 // in hundredths
		want      string
		slip      Slip
	}{
		{"19.8", 19000, 20500, "198", SlipPoint},
		{"189", 19000, 20500, "198", SlipSwap},
		{"157", 15000, 15699, "153", SlipDigit}, // of 150 to 156 the one nearest the middle
		{"157", 19721, 19779, "197.5", SlipOther},
		{"157", 19731, 19732, "197.32", SlipOther},
		{"157", 19731, 19731, "197.31", SlipOther},
		{"157", 19900, 20099, "200", SlipOther}, // the shortest
		{"0", 19900, 20099, "200", SlipZero},
		{"157", 16000, farValue, "1570", SlipPoint},
		{"1", 1600001, farValue, "100000", SlipPoint},
		{"157", -farValue, -1, "-157", SlipSign},
		{"157", 16000, farValue - 1, "15700000000", SlipPoint}, // of several the one nearest the middle
		{"19.8", 19800, 20500, "198", SlipPoint},               // its ends are of the range
		{"19.8", 19000, 19800, "198", SlipPoint},
		{"9999", 15030, 15800, "154", SlipOther}, // to the places of what was printed
		{"99.99", 15030, 15805, "154.18", SlipOther},
		{"157", 19731, 19735, "197.33", SlipOther},
		{"0", 1500, 3600, "26", SlipZero}, // nothing was slipped in
		{"157", 12345678901234, farValue, "123456789012.35", SlipOther},
		{"157", -farValue, -12345678901234, "-123456789012.35", SlipOther},
	} {
		s := &system{form: &form{}, places: 2}
		ch := Change{Old: num.MustParse(tt.old)}
		if got, slip := s.choose(&ch, tt.low, tt.high); got.String() != tt.want || slip != tt.slip {
			t.Errorf("%s in %d..%d: got %s (%s), want %s (%s)", tt.old, tt.low, tt.high, got, slip, tt.want, tt.slip)
		}
	}
	s := &system{form: &form{}, places: 2}
	for span, want := range map[[2]int64]string{{19900, 20099}: "200", {1500, 3600}: "26"} {
		if got, slip := s.choose(&Change{Blank: true}, span[0], span[1]); got.String() != want || slip != SlipBlank {
			t.Errorf("a blank in %v: got %s (%s)", span, got, slip)
		}
	}
}
