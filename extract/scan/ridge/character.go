package ridge

import (
	"math"
	"slices"
)

// Character is what tells a ruling from strokes of characters in a row: it is dark
// all along, evenly, and paper is on both sides of it.
type Character struct {
	Cover  float64 // share of dots that are dark
	Clear  float64 // share of those that are lighter on both sides
	Uneven float64 // deviation of their darkness, as a share of it
}

// Character of a ridge between two dots along it.
func (r *Ridge) Character(from, to int) Character {
	from, to = max(from, r.From), min(to, r.To())
	if from >= to {
		return Character{Uneven: 1}
	}
	var dark, clear, sum, sq float64
	for _, s := range r.seen[from-r.From : to-r.From] {
		if !s.dark {
			continue
		}
		dark++
		if s.clear {
			clear++
		}
		t := float64(s.top)
		sum += t
		sq += t * t
	}
	if dark == 0 {
		return Character{Uneven: 1}
	}
	mean := sum / dark
	return Character{
		Cover:  dark / float64(to-from),
		Clear:  clear / dark,
		Uneven: math.Sqrt(max(0, sq/dark-mean*mean)) / max(1, mean),
	}
}

// The bounds lie between what rulings and rows of strokes show on pages of many kinds:
// of rulings one in a hundred has less than 0.9 clear, of strokes five.

// ruling reports whether it may be a ruling whatever it meets.
func (c Character) ruling() bool { return c.Cover >= 0.75 && c.Clear >= 0.85 && c.Uneven <= 0.3 }

// like reports whether it is about as good as another. The page's own long rulings
// are what others are measured by: on a clean page strokes in a row do not pass, and
// on a bad one all rulings are bad alike. room is 1, or more where something else
// speaks for it.
func (c Character) like(o Character, room float64) bool {
	return c.Cover >= o.Cover-0.08*room && c.Clear >= o.Clear-0.12*room && c.Uneven <= 2*o.Uneven+0.08*room
}

// kept reports whether a part of a ruling between two that cross it is there.
func (c Character) kept() bool { return c.Cover >= 0.5 && c.Clear >= 0.65 }

// crossings are where others cross a ridge or end on it.
func (r *Ridge) crossings(others []*Ridge, em float64) []float64 {
	var at []float64
	for _, o := range others {
		if o.Level == r.Level {
			continue
		}
		// Where they would cross, from the middle of the other.
		t := o.At[len(o.At)/2]
		for range 3 {
			t = o.Along(r.Along(t))
		}
		a := r.Along(t)
		room := meeting*em + r.Wide/2 + 1
		if a < float64(o.From)-room || a > float64(o.To())+room {
			continue
		}
		if t < float64(r.From)-room || t > float64(r.To())+room {
			continue
		}
		at = append(at, t)
	}
	slices.Sort(at)
	return at
}

// cut takes away the parts of a ridge between crossings where nothing is drawn.
func (r *Ridge) cut(others []*Ridge, em float64) []*Ridge {
	at := r.crossings(others, em)
	if len(at) == 0 {
		return []*Ridge{r}
	}
	bounds := []int{r.From}
	for _, t := range at {
		i := int(math.Round(t))
		if i > r.From && i < r.To() {
			bounds = append(bounds, i)
		}
	}
	bounds = append(bounds, r.To())
	var out []*Ridge
	from := -1
	flush := func(to int) {
		if from >= 0 && float64(to-from) >= shortest*em {
			part := *r
			part.From = from
			part.At = r.At[from-r.From : to-r.From]
			part.seen = r.seen[from-r.From : to-r.From]
			out = append(out, &part)
		}
		from = -1
	}
	for i := 1; i < len(bounds); i++ {
		a, b := bounds[i-1], bounds[i]
		// Beside the crossing ruling it is dark in any case.
		inset := int(math.Round(em * 0.12))
		c := r.Character(a+inset, b-inset)
		there := c.kept()
		switch {
		case float64(b-a) < 0.5*em:
			// Too short to tell: it goes with what is before it, or is left at an end.
			there = from >= 0 && i < len(bounds)-1
		case i == 1 && at[0] > float64(a)+meeting*em || i == len(bounds)-1 && at[len(at)-1] < float64(b)-meeting*em:
			// An end that meets nothing.
			there = c.ruling() && float64(b-a) >= 1.5*em
		}
		if there && from < 0 {
			from = a
		}
		if !there {
			flush(a)
		}
	}
	flush(r.To())
	return out
}
