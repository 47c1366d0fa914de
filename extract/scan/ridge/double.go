package ridge

import (
	"math"
	"slices"

	"ziping/extract/scan/tone"
)

// The lines of a double ruling are nearer to each other than where paper is looked for
// beside a ridge. What is dark there is the other line, as long as there is paper between
// the two.

const (
	// nearest and farthest are from where to where the other line lies, in dots, the latter
	// beside half of the thickness of both: blurred lines are not as thick as they look, and
	// paper between them tells more.
	nearest, farthest = 2, 3.5
	// paler is how much lighter than the line the paper between is, of its height.
	paler = 0.2
	// drawn is how much of its way a track has that may be the other line.
	drawn = 0.9
	// nearlyAll is how many of a page's long rulings have another line where all are double:
	// there those of one row are, too.
	nearlyAll = 0.8
)

// lane is the way of a track and between where it lies across. On a page of noise there are
// thousands of them, of which hardly any two are near each other.
type lane struct {
	*Ridge
	lo, hi float64
	long   float64 // how long the track is, in dots
	whole  bool    // it has nearly all of its way
}

func laneOf(r *Ridge, t *track, wide int) lane {
	strips := t.last - t.first + 1
	return lane{r, slices.Min(r.At), slices.Max(r.At), float64(strips * wide), float64(len(t.peak)) >= drawn*float64(strips)}
}

// double looks again at the dots of ways along one that is longer than a stroke.
func double(k *tone.Ink, all []lane, em float64) {
	least := row * em
	if paired(all, em) {
		least = shortest * em
	}
	long := longer(all, least)
	for _, r := range all {
		for _, o := range long {
			if o.Ridge != r.Ridge && r.beside(o) {
				r.mind(o.Ridge, k)
			}
		}
	}
}

// longer are the ways of whole tracks of some length.
func longer(all []lane, least float64) (out []lane) {
	for _, r := range all {
		if r.whole && r.long >= least {
			out = append(out, r)
		}
	}
	return out
}

// paired reports a page on which nearly all long rulings are double.
func paired(all []lane, em float64) bool {
	long := longer(all, sure*em)
	n := 0
	for _, r := range long {
		if slices.ContainsFunc(long, func(o lane) bool { return r.beside(o) && r.along(o.Ridge) }) {
			n++
		}
	}
	return len(long) >= few && float64(n) >= nearlyAll*float64(len(long))
}

// along reports whether another line goes along with most of a ridge, as far from it as
// those of a double ruling are.
func (r *Ridge) along(o *Ridge) bool {
	a, b := max(r.From, o.From), min(r.To(), o.To())
	if o == r || 2*(b-a) < len(r.At) {
		return false
	}
	m, half := float64(a+b)/2, (r.Wide+o.Wide)/2
	d := math.Abs(o.Along(m) - r.Along(m))
	return d >= nearest && d <= half+farthest
}

// beside reports whether two may be the lines of a double ruling somewhere.
func (r lane) beside(o lane) bool {
	room := (r.Wide+o.Wide)/2 + farthest
	return r.Level == o.Level && o.lo <= r.hi+room && o.hi >= r.lo-room && o.From < r.To() && o.To() > r.From
}

// mind takes it for clear where a ridge is lighter on the side away from another, and
// between the two.
func (r *Ridge) mind(o *Ridge, k *tone.Ink) {
	v := view{k, r.Level, 0}
	hi := (r.Wide+o.Wide)/2 + farthest
	for i := max(0, o.From-r.From); i < min(len(r.At), o.To()-r.From); i++ {
		l := &r.seen[i]
		if l.clear || l.top == 0 {
			continue
		}
		t := r.From + i
		d := o.Along(float64(t)) - r.At[i]
		if math.Abs(d) < nearest || math.Abs(d) > hi {
			continue
		}
		side := 1
		if d < 0 {
			side = -1
		}
		n, off := int(math.Round(r.At[i])), int(math.Ceil(r.Wide/2+1.5))
		away := min(v.dot(t, n-side*off), v.dot(t, n-side*(off+1)))
		between := 255
		for b := 1; b < int(math.Abs(d)+0.5); b++ {
			between = min(between, v.dot(t, n+side*b))
		}
		top := float64(l.top)
		if top-float64(between) >= paler*r.High && top-float64(away) >= 0.4*r.High {
			l.dark, l.clear, l.hidden = true, true, false
		}
	}
}
