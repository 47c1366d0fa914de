package beat

import (
	"math"
	"slices"
)

const (
	// stretches of a beat are at least so many periods long, and no more of them is asked: over
	// more of them what the period lacks adds up.
	leastPeriods, mostPeriods = 2, 8
	// alike is how well shades match the beat at least, from -1 to 1, and share how much of the
	// darkness of the dashes before those have that go on.
	alike, share = 0.75, 0.4
)

// Goes reports dashes in one stretch of a course that go on in the beat of those in another, by
// how much darker each dot is than what is beside it. The stretches are so many dots apart, the
// one that goes on behind the other, or before it where apart is negative.
func (b Beat) Goes(known, on []float64, apart int) bool {
	most := int(mostPeriods * b.Period)
	if b.Period == 0 || float64(min(len(known), len(on))) < leastPeriods*b.Period {
		return false
	}
	if apart < 0 { // from its end
		known, on, apart = reversed(known), reversed(on), -apart
	}
	known, on = known[max(0, len(known)-most):], on[:min(len(on), most)]
	var best fit
	var at, of float64
	for dash := 0.5; dash <= 0.8; dash += 0.1 {
		for phase := 0.0; phase < b.Period; phase += 0.5 {
			if f := b.fit(known, phase, dash); f.match > best.match {
				best, at, of = f, phase, dash
			}
		}
	}
	f := b.fit(on, at+float64(len(known)+apart), of)
	return best.match >= alike && f.match >= alike && f.contrast >= share*best.contrast
}

// fit is how much darker dashes are than gaps, and how well all dots are as one of both.
type fit struct{ contrast, match float64 }

func (b Beat) fit(shades []float64, phase, dash float64) fit {
	var n, m, in, all, square float64
	for i, s := range shades {
		all, square, m = all+s, square+float64(s*s), m+1
		if math.Mod(float64(i)+phase, b.Period) < dash*b.Period {
			in, n = in+s, n+1
		}
	}
	if n == 0 || n == m {
		return fit{}
	}
	spread := float64(square*m) - float64(all*all)
	return fit{in/n - (all-in)/(m-n), (float64(in*m) - float64(n*all)) / math.Sqrt(max(1, spread)*n*(m-n))}
}

func reversed(v []float64) []float64 {
	out := slices.Clone(v)
	slices.Reverse(out)
	return out
}
