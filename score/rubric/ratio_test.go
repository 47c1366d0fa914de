package rubric

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"ziping/text/num"
)

func TestPrints(t *testing.T) {
	exact := Quotient(num.MustParse("55080"), num.MustParse("11282")) // 11016 ÷ 11282 × 5 = 4.88211…
	for _, c := range []struct {
		stated string
		lowest int32
		ok     bool
		how    Rounding
	}{
		{"4.88", 0, true, HalfUp},
		{"4.9", 0, true, HalfUp},
		{"4.8", 0, true, CutOff},
		{"5", 0, true, HalfUp},
		{"4", 0, true, CutOff},
		{"5", 1, false, NotRounded}, // the form prints hundredths elsewhere
		{"5.00", 0, true, HalfUp},   // rounded to a whole number and padded
		{"4.8800", 0, true, HalfUp},
		{"4.89", 0, false, NotRounded},
		{"4.7", 0, false, NotRounded},
	} {
		how, ok := exact.Prints(num.MustParse(c.stated), c.lowest)
		if ok != c.ok || how != c.how {
			t.Errorf("Prints(%s, %d): got %v %v, want %v %v", c.stated, c.lowest, how, ok, c.how, c.ok)
		}
	}
	if how, ok := whole(num.FromInt(5)).Prints(num.MustParse("5.0"), 1); !ok || how != NotRounded {
		t.Errorf("5 printed as 5.0: got %v %v, want exact", how, ok)
	}
}

// TestRoundAgainstBig holds Round and Truncate to exact rational arithmetic.
func TestRoundAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "over")
		b := rapid.Int64Range(1, 1_000_000).Draw(t, "under")
		places := int32(rapid.IntRange(0, 6).Draw(t, "places"))
		r := Quotient(num.FromInt(a), num.FromInt(b))
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
		n := new(big.Int).Mul(big.NewInt(a), unit)
		cut := new(big.Int).Quo(n, big.NewInt(b)) // toward zero
		if got, want := r.Truncate(places), num.New(cut.Int64(), places); !got.Equal(want) {
			t.Fatalf("Truncate(%d/%d, %d): got %s, want %s", a, b, places, got, want)
		}
		twice := new(big.Int).Mul(new(big.Int).Abs(new(big.Int).Rem(n, big.NewInt(b))), big.NewInt(2))
		if twice.Cmp(big.NewInt(b)) >= 0 {
			if a < 0 {
				cut.Sub(cut, big.NewInt(1))
			} else {
				cut.Add(cut, big.NewInt(1))
			}
		}
		if got, want := r.Round(places), num.New(cut.Int64(), places); !got.Equal(want) {
			t.Fatalf("Round(%d/%d, %d): got %s, want %s", a, b, places, got, want)
		}
	})
}

// TestPrintsAt holds the multiplying test to the dividing one.
func TestPrintsAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Quotient(num.FromInt(rapid.Int64Range(-2000, 2000).Draw(t, "over")), num.FromInt(rapid.Int64Range(1, 40).Draw(t, "under")))
		p := int32(rapid.IntRange(0, 2).Draw(t, "places"))
		stated := r.Truncate(p).Add(num.New(rapid.Int64Range(-2, 2).Draw(t, "off"), p))
		_, got := r.PrintsAt(stated, p)
		if want := r.Round(p).Equal(stated) || r.Truncate(p).Equal(stated); got != want {
			t.Fatalf("PrintsAt(%s): got %v, want %v; rounded %s, cut %s", stated, got, want, r.Round(p), r.Truncate(p))
		}
	})
}

// TestLargeQuotients shows that figures beyond 64 bits take the long way to the same result.
func TestLargeQuotients(t *testing.T) {
	r := Quotient(num.MustParse("200000000000000000000000000"), num.MustParse("300000000000000000000000000"))
	if got := r.Round(4).String() + " " + r.Truncate(4).String(); got != "0.6667 0.6666" {
		t.Errorf("got %s, want 0.6667 0.6666", got)
	}
}
