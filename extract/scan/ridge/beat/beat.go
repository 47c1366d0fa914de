// Package beat tells dashes by how they follow each other. Rulings that are dashes have a
// rhythm, the same on the whole page, which no strokes of characters have.
//
//	b := beat.Of(drawn)         // of a page's long rulings, dot by dot
//	b.In(drawn), b.Goes(before, after) // whether a stretch has it, or goes on in it
package beat

import (
	"math"
	"slices"
)

// Beat is how dashes follow each other: every so many dots one begins, and so much of that is
// drawn. The zero Beat is that of whole rulings.
type Beat struct{ Period, Dash float64 }

const (
	// regular is the share of a page's dashes that follow each other at its period, give or
	// take the share uneven of it, and fewBeats how many there are at least.
	regular, unsteady, fewBeats = 0.6, 0.2, 20
	// beats is how many periods tell a rhythm, and astray how many dots at most are drawn in
	// its gaps, or not in its dashes, of those that would be in one whole stroke, or in none.
	beats, astray = 3, 0.5
)

// Of measures what was drawn of long rulings.
func Of(drawn [][]bool) Beat {
	var steps []int
	ink, all := 0, 0
	for _, d := range drawn {
		last := -1
		for i := range d {
			if all++; d[i] {
				ink++
			}
			if !d[i] || i == 0 || d[i-1] {
				continue
			}
			if last >= 0 {
				steps = append(steps, i-last)
			}
			last = i
		}
	}
	if len(steps) < fewBeats {
		return Beat{}
	}
	slices.Sort(steps)
	usual := float64(steps[len(steps)/2])
	sum, n := 0, 0
	for _, s := range steps {
		if math.Abs(float64(s)-usual) <= max(1, unsteady*usual) {
			sum += s
			n++
		}
	}
	if float64(n) < regular*float64(len(steps)) {
		return Beat{}
	}
	period := float64(sum) / float64(n)
	return Beat{period, period * float64(ink) / float64(all)}
}

// In reports the rhythm all along what is drawn.
func (b Beat) In(drawn []bool) bool {
	if b.Period == 0 || float64(len(drawn)) < beats*b.Period {
		return false
	}
	most := astray * min(b.Dash, b.Period-b.Dash) / b.Period * float64(len(drawn))
	return float64(b.off(drawn, b.Dash)) <= most
}

// Against reports that what is drawn does not follow each other as dashes do, however much of
// them a blurred picture shows: a row may be too low to tell that it does.
func (b Beat) Against(drawn []bool) bool {
	const low, most, shortest, longest = 2, 0.11, 0.4, 0.9
	if b.Period == 0 || float64(len(drawn)) < low*b.Period {
		return false
	}
	least := len(drawn)
	for dash := shortest * b.Period; dash < longest*b.Period; dash += 0.5 {
		least = min(least, b.off(drawn, dash))
	}
	return float64(least) > most*float64(len(drawn))
}

// off is how many dots at least are drawn in the gaps of dashes so long, or not in the dashes.
func (b Beat) off(drawn []bool, dash float64) int {
	least := len(drawn)
	for phase := 0.0; phase < b.Period; phase++ {
		wrong := 0
		for i, d := range drawn {
			if at := math.Mod(float64(i)+phase, b.Period); d != (at < dash) {
				wrong++
			}
		}
		least = min(least, wrong)
	}
	return least
}

// Closed is what was drawn with gaps closed that are far shorter than those between dashes:
// strokes that meet have such.
func (b Beat) Closed(drawn []bool) []bool {
	const share = 3
	most := int((b.Period - b.Dash) / share)
	out := slices.Clone(drawn)
	last := -1
	for i, d := range drawn {
		if !d {
			continue
		}
		if last >= 0 && i-last-1 <= most {
			for k := last + 1; k < i; k++ {
				out[k] = true
			}
		}
		last = i
	}
	return out
}
