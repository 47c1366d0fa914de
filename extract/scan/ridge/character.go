package ridge

import (
	"math"
	"slices"
)

// Character is what tells a ruling from strokes of characters in a row: it is dark
// all along, evenly, and paper is on both sides of it.
type Character struct {
	Cover  float64 // share of dots that are dark, of those that nothing hides
	Clear  float64 // share of those that are lighter on both sides
	Uneven float64 // deviation of their darkness, as a share of it
}

// Character of a ridge between two dots along it.
func (r *Ridge) Character(from, to int) Character {
	from, to = max(from, r.From), min(to, r.To())
	if from >= to {
		return Character{Uneven: 1}
	}
	var dark, clear, hidden, sum, sq float64
	for _, s := range r.seen[from-r.From : to-r.From] {
		if s.hidden {
			hidden++
		}
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
		Cover:  dark / max(float64(to-from)-hidden, float64(to-from)/2),
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

// kept reports whether a part of a ruling between two that cross it is there: it may
// be damaged, but what is left of it is like the rest.
func (c Character) kept(usual Character) bool {
	return c.Cover >= usual.Cover-0.25 && c.Clear >= usual.Clear-0.2 && c.Uneven <= 2*usual.Uneven+0.12
}

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

// cut takes away the parts of a ridge between crossings where nothing is drawn, and
// draws it on to crossings near its ends.
func (r *Ridge) cut(others []*Ridge, usual Character, em float64) []*Ridge {
	w := r.reach(r.From-int(em), r.To()+int(em))
	at := w.crossings(others, em)
	if len(at) == 0 {
		return []*Ridge{r}
	}
	bounds := make([]int, 0, len(at)+2)
	if first := int(math.Round(at[0])); float64(first-r.From) > meeting*em {
		bounds = append(bounds, r.From)
	}
	for _, t := range at {
		i := min(max(int(math.Round(t)), w.From), w.To())
		if n := len(bounds); n == 0 || i > bounds[n-1] {
			bounds = append(bounds, i)
		}
	}
	if last := bounds[len(bounds)-1]; float64(r.To()-last) > meeting*em {
		bounds = append(bounds, r.To())
	}
	var out []*Ridge
	from := -1
	flush := func(to int) {
		if from >= 0 && float64(to-from) >= shortest*em {
			if part := w.reach(from, to); part != nil {
				out = append(out, part)
			}
		}
		from = -1
	}
	for i := 1; i < len(bounds); i++ {
		a, b := bounds[i-1], bounds[i]
		there := w.drawn(a, b, usual, em)
		switch {
		case float64(b-a) < 0.5*em:
			// Too short to tell: it goes with what is before it, or is left at an end.
			there = from >= 0 && i < len(bounds)-1
		case i == 1 && at[0] > float64(a)+meeting*em || i == len(bounds)-1 && at[len(at)-1] < float64(b)-meeting*em:
			// An end that meets nothing.
			there = w.Character(a, b).like(usual, 1) && float64(b-a) >= 1.5*em
		}
		if there && from < 0 {
			from = a
		}
		if !there {
			flush(a)
		}
	}
	flush(bounds[len(bounds)-1])
	return out
}

// drawn reports whether the part between two crossings is there. Beside the rulings
// that cross it, it is dark in any case.
func (r *Ridge) drawn(a, b int, usual Character, em float64) bool {
	inset := int(math.Round(em * 0.12))
	return r.Character(a+inset, b-inset).kept(usual)
}
