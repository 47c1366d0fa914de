// Package ridge finds the rulings of a page as dark ridges: narrow, darker than both
// sides, and going on for longer than any stroke of a character. Nothing is said of
// the page's black and white as a whole, so that faint rulings on dark paper are
// found like black ones on white; a ridge may lean, bend and have gaps.
//
//	for _, r := range ridge.Find(ink, em) { // em is the usual character, in dots
//		r.Along(x) // its y at x where r.Level, else its x at a y
//	}
package ridge

import (
	"math"
	"slices"

	"ziping/extract/scan/tone"
)

// Ridge is one ruling as it runs on the page.
type Ridge struct {
	Level bool // from left to right; else from top to bottom
	// From is the first dot along the ruling, and At where it lies across, a value
	// for each dot from there.
	From int
	At   []float64
	// Wide is how thick it is and High how much darker than what is beside it.
	Wide, High float64
	seen       []look // as long as At
	whole      *Ridge // with what goes on beyond its ends
	holes      []hole
	// Crossed tells that another ruling meets or crosses it.
	Crossed bool
}

// look is what is seen at one dot of a ridge.
type look struct {
	dark  bool // it is dark, and lighter on one side at least
	clear bool // it is lighter on both
	// hidden is a dot as dark as what is beside it: a blot or a stroke lies over it.
	hidden bool
	top    uint8
}

// To is the dot after the last.
func (r *Ridge) To() int { return r.From + len(r.At) }

// Along is where it lies across at a dot along; beyond its ends it goes on straight.
func (r *Ridge) Along(t float64) float64 {
	n := len(r.At)
	i := t - float64(r.From)
	switch {
	case n == 1:
		return r.At[0]
	case i < 0:
		return r.At[0] + float64(i*r.slope(0, min(n-1, lean)))
	case i >= float64(n-1):
		return r.At[n-1] + float64((i-float64(n-1))*r.slope(max(0, n-1-lean), n-1))
	}
	k := int(i)
	f := i - float64(k)
	return float64(r.At[k]*(1-f)) + float64(r.At[k+1]*f)
}

// lean is how many dots at an end say in which direction it goes on.
const lean = 60

func (r *Ridge) slope(a, b int) float64 {
	if b <= a {
		return 0
	}
	return (r.At[b] - r.At[a]) / float64(b-a)
}

// Find is every ridge of a page that may be a ruling. em is the size of its
// characters in dots.
func Find(k *tone.Ink, em float64) []*Ridge {
	all := traceAll(k, em, 0)
	level, upright := sound(all, em)
	if level == 0 {
		upright = 0 // what goes down alone is dust: uprights end on rulings
	}
	if level+upright < scarce || usualOf(all, em).Cover < sparse {
		// Copies break thin rulings to dots, and some rulings are dashes: seen from
		// further off they are whole. So are lines of text, but those go one way.
		far := traceAll(k, em, int(em/3))
		most := max(few, (level+upright)*3/2)
		farLevel, farUpright := sound(prove(k, far, em).long, em)
		if min(farLevel, farUpright) > 1 && farLevel+farUpright >= most {
			all = far
		} else if level+upright < few && farLevel > 1 {
			// The last rows of a table have no long uprights.
			if out := settle(k, far, em); meshed(out) {
				return out
			}
		}
	}
	return settle(k, all, em)
}

// meshed reports rulings of both directions that meet each other.
func meshed(all []*Ridge) bool {
	level, upright := 0, 0
	for _, r := range all {
		switch {
		case !r.Crossed:
		case r.Level:
			level++
		default:
			upright++
		}
	}
	return min(level, upright) > 1
}

const (
	// few is fewer long rulings than a form has.
	few = 4
	// scarce is fewer than most forms have: it may be that most are not seen.
	scarce = 16
	// sparse is less of its course than a ruling covers that is not of dashes: of those, as
	// many are a little less than a ruling covers at least.
	sparse = 0.85
)

// sound counts long rulings.
func sound(all []*Ridge, em float64) (level, upright int) {
	for _, r := range all {
		switch {
		case float64(len(r.At)) < sure*em || !r.character(r.From, r.To()).ruling():
		case r.Level:
			level++
		default:
			upright++
		}
	}
	return level, upright
}

// traceAll is every ridge of a page, strokes of characters among them. far is how many
// dots along a ridge, each way, are looked at together.
func traceAll(k *tone.Ink, em float64, far int) []*Ridge {
	wide := max(3, int(math.Round(em/4)))
	var all []*Ridge
	for _, level := range []bool{true, false} {
		var s strips
		if level {
			s = across(k, wide)
		} else {
			s = down(k, wide)
		}
		tracks := link(s, em)
		v := view{k, level, far}
		ways := make([]lane, len(tracks))
		for i, t := range tracks {
			ways[i] = laneOf(v.follow(t, s.wide, em), t, s.wide)
		}
		double(k, ways, em)
		var found []*Ridge
		for _, w := range ways {
			found = append(found, traced(w.Ridge, em)...)
		}
		all = append(all, once(found, em)...)
	}
	return all
}

// usualOf is the character of a page's long rulings, or of a fair one where it has none.
func usualOf(all []*Ridge, em float64) character {
	var cover, clear, uneven []float64
	for _, r := range all {
		if c := r.character(r.From, r.To()); float64(len(r.At)) >= sure*em && c.ruling() {
			cover, clear, uneven = append(cover, c.Cover), append(clear, c.Clear), append(uneven, c.Uneven)
		}
	}
	if len(cover) < 2 {
		return character{Cover: 0.97, Clear: 0.97, Uneven: 0.08}
	}
	middle := func(v []float64) float64 {
		slices.Sort(v)
		return v[len(v)/2]
	}
	return character{Cover: middle(cover), Clear: middle(clear), Uneven: middle(uneven)}
}

const (
	// sure is how many characters long a ridge is that no row of strokes looks like.
	sure = 10.0
	// alone is how many characters long a ridge is that is a ruling whatever it
	// meets; strokes and dashes are shorter.
	alone = 3.5
	// meeting is how far an end is from the ruling it meets, in characters.
	meeting = 0.22
)
