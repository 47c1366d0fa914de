package ridge

import (
	"math"
	"slices"
)

// Rulings that are dashes have a rhythm, the same on the whole page, which no strokes of
// characters have: where it is seen from one ruling to the next there is a ruling, however
// shades and text beside it look.

// beat is how dashes follow each other: every so many dots one begins, and so much of that is
// drawn. The zero beat is that of whole rulings.
type beat struct{ period, dash float64 }

const (
	// regular is the share of a page's dashes that follow each other at its period, give or
	// take the share uneven of it, and fewBeats how many there are at least.
	regular, unsteady, fewBeats = 0.6, 0.2, 20
	// beats is how many periods tell a rhythm, and astray how many dots at most are drawn in
	// its gaps, or not in its dashes, of those that would be in one whole stroke, or in none.
	beats, astray = 3, 0.5
)

// beatOf measures what was drawn of long rulings.
func beatOf(drawn [][]bool) beat {
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
		return beat{}
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
		return beat{}
	}
	period := float64(sum) / float64(n)
	return beat{period, period * float64(ink) / float64(all)}
}

// in reports the rhythm all along what is drawn.
func (b beat) in(drawn []bool) bool {
	if b.period == 0 || float64(len(drawn)) < beats*b.period {
		return false
	}
	most := astray * min(b.dash, b.period-b.dash) / b.period * float64(len(drawn))
	return float64(b.off(drawn, b.dash)) <= most
}

// against reports that what is drawn does not follow each other as dashes do, however much of
// them a blurred picture shows: a row may be too low to tell that it does.
func (b beat) against(drawn []bool) bool {
	const low, most, shortest, longest = 2, 0.11, 0.4, 0.9
	if b.period == 0 || float64(len(drawn)) < low*b.period {
		return false
	}
	least := len(drawn)
	for dash := shortest * b.period; dash < longest*b.period; dash += 0.5 {
		least = min(least, b.off(drawn, dash))
	}
	return float64(least) > most*float64(len(drawn))
}

// off is how many dots at least are drawn in the gaps of dashes so long, or not in the dashes.
func (b beat) off(drawn []bool, dash float64) int {
	least := len(drawn)
	for phase := 0.0; phase < b.period; phase++ {
		wrong := 0
		for i, d := range drawn {
			if at := math.Mod(float64(i)+phase, b.period); d != (at < dash) {
				wrong++
			}
		}
		least = min(least, wrong)
	}
	return least
}

// closed is what was drawn with gaps closed that are far shorter than those between dashes:
// strokes that meet have such.
func (b beat) closed(drawn []bool) []bool {
	const share = 3
	most := int((b.period - b.dash) / share)
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
