package ridge

import (
	"math"
	"slices"
)

// Dust on the glass of a scanner or the drum of a copier draws lines down the whole page.
// Where one happens to run from ruling to ruling of a table it looks like a ruling; but a
// ruling ends with its table, and the line goes on over blank paper above or below it.

const (
	// outside is from how far beyond a table its paper is looked at, in characters, and
	// fewWindows is how little of it tells nothing, in characters too.
	outside    = 1.5
	fewWindows = 6
	// likewise is how dark the line is there at least, of what it is in the table, and
	// goingOn the share of the paper on which it is.
	likewise, goingOn = 0.4, 0.6
	// stray is how far from straight it is looked for, in dots.
	stray = 3
	// alike is how much darker than the rest of a streak a part of it is at most.
	alike = 1.5
)

// unstreaked drops streaks: also those parts of one that are too short to tell where they
// would go on, and lie on the same line as one that tells.
func (p proof) unstreaked(out, all []*Ridge) []*Ridge {
	var streaks []*Ridge
	out = slices.DeleteFunc(out, func(r *Ridge) bool {
		if !p.streak(r, all) {
			return false
		}
		streaks = append(streaks, r)
		return true
	})
	return slices.DeleteFunc(out, func(r *Ridge) bool {
		middle := float64(r.From) + float64(len(r.At))/2
		return !r.Level && slices.ContainsFunc(streaks, func(s *Ridge) bool {
			return math.Abs(r.Along(middle)-s.Along(middle)) <= stray && r.High <= alike*s.High
		})
	})
}

// streak reports an upright that goes on beyond all level rulings that cross its way.
func (p proof) streak(r *Ridge, all []*Ridge) bool {
	if r.Level {
		return false
	}
	first, last := r.crossed(all, p.em/2)
	if first > last {
		return false
	}
	drawn, n := 0, 0
	count := func(from, to float64) {
		for y := from; y+p.em <= to; y += p.em {
			n++
			if p.seenAt(r, y) {
				drawn++
			}
		}
	}
	count(0, first-outside*p.em)
	count(last+outside*p.em, float64(p.k.H))
	return n >= fewWindows && float64(drawn) >= goingOn*float64(n)
}

// seenAt reports whether a line goes on, in the length of a character from a place on.
func (p proof) seenAt(r *Ridge, from float64) bool {
	off := int(math.Ceil(r.Wide/2 + 1.5))
	high := int(p.em)
	x := int(math.Round(r.Along(from + p.em/2)))
	mean := func(c int) float64 {
		sum := 0
		v := view{k: p.k}
		for y := int(from); y < int(from)+high; y++ {
			sum += v.dot(y, c)
		}
		return float64(sum) / float64(high)
	}
	var means [2*(stray+1) + 1]float64
	for i := range means {
		means[i] = mean(x + i - stray - 1)
	}
	top := slices.Max(means[1 : len(means)-1])
	at := x + slices.Index(means[:], top) - stray - 1
	return top-max(mean(at-off), mean(at+off)) >= likewise*r.High
}

// crossed is where the first and the last of the level rulings lie that cross an upright's
// way, or end within so much room of it; the first is beyond the last where none does.
func (r *Ridge) crossed(all []*Ridge, room float64) (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	for _, o := range all {
		if !o.Level {
			continue
		}
		y := o.At[len(o.At)/2]
		x := r.Along(y)
		if y = o.Along(x); x >= float64(o.From)-room && x <= float64(o.To())+room {
			first, last = min(first, y), max(last, y)
		}
	}
	return first, last
}
