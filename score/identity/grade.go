package identity

import (
	"ziping/normalize"
	"ziping/score/band"
	"ziping/text/num"
)

// Grade is the grade of a form with the totals that earn it.
type Grade struct {
	Stated string // 优
	Band   Band   // of the stated grade
	// Printed tells whether the form itself prints the band (优(S≥90)); if not,
	// the band is the customary one and a mismatch breaks no promise of the form.
	Printed bool
	Outcome Outcome
	// Expected is the grade that the total earns on the scale the band belongs
	// to; empty where the band is of no known scale.
	Expected string
	// ExpectedBand is the band of Expected.
	ExpectedBand Band
	Total        num.Decimal
}

// letters are the grades, best first.
var letters = [4]string{"优", "良", "中", "差"}

// scales are the totals from which the first three grades begin: the ministry's
// customary scale and the lower one seen in a Shanxi system.
var scales = [2]scale{{90, 80, 60}, {80, 70, 60}}

// GradeOf tests the grade of a report against its total; nil where the form has
// no grade. The grade follows from the total as printed, so that a wrong total
// with a right grade is found.
func GradeOf(r *normalize.Report) *Grade {
	if r.Grade.IsBlank() {
		return nil
	}
	g := &Grade{Stated: r.Grade.Value, Outcome: Untestable}
	at := -1
	for i, l := range letters {
		if g.Stated == l {
			at = i
		}
	}
	g.Band, g.Printed = band.Parse(r.Grade.Threshold)
	total, ok := Number(r, normalize.TotalScorePath)
	if at < 0 || !ok {
		return g
	}
	g.Total = total
	if !g.Printed {
		g.Total = ofHundred(r, total)
		g.Band = scales[0].band(at)
	}
	g.Outcome, g.Expected, g.ExpectedBand = Agree, g.Stated, g.Band
	if !g.Band.Holds(g.Total) {
		g.Outcome = Disagree
		g.Expected, g.ExpectedBand = "", Band{}
		for _, s := range scales {
			if s.band(at).Same(g.Band) {
				g.Expected, g.ExpectedBand = s.grade(g.Total)
				break
			}
		}
	}
	return g
}

// GradeFor is the grade another total would earn on the scale g belongs to,
// empty where that is not known.
func (g *Grade) GradeFor(total num.Decimal) (letter string, band Band) {
	for at, l := range letters {
		for _, s := range scales {
			if l == g.Stated && s.band(at).Same(g.Band) {
				return s.grade(total)
			}
		}
	}
	return "", Band{}
}

// ofHundred is the total in percent of a full mark that is not 100.
func ofHundred(r *normalize.Report, total num.Decimal) num.Decimal {
	full, ok := Number(r, normalize.TotalWeightPath)
	if !ok || full.Sign() <= 0 || full.Equal(fullMark) {
		return total
	}
	q, _ := total.Shift(2).Quo(full, 6)
	return q
}

// scale holds the totals from which 优, 良 and 中 begin.
type scale [3]int64

// band is the interval of the ith letter.
func (s scale) band(i int) (b Band) {
	if i < len(s) {
		b.Low, b.HasLow = num.FromInt(s[i]), true
	}
	if i > 0 {
		b.High, b.HasHigh, b.HighOpen = num.FromInt(s[i-1]), true, true
	}
	return b
}

func (s scale) grade(total num.Decimal) (string, Band) {
	for i, l := range letters {
		if b := s.band(i); b.Holds(total) {
			return l, b
		}
	}
	return "", Band{}
}
