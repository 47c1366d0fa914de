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
		return r.At[0] + i*r.slope(0, min(n-1, lean))
	case i >= float64(n-1):
		return r.At[n-1] + (i-float64(n-1))*r.slope(max(0, n-1-lean), n-1)
	}
	k := int(i)
	f := i - float64(k)
	return r.At[k]*(1-f) + r.At[k+1]*f
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
	all := Trace(k, em, 0)
	if level, upright := sound(all, em); level+upright < few {
		// Copies break thin rulings to dots: seen from further off they are whole. So
		// are lines of text, but those go one way.
		far := Trace(k, em, int(em/3))
		if level, upright := sound(far, em); min(level, upright) > 1 && level+upright >= few {
			all = far
		}
	}
	return settle(all, em)
}

// few is fewer long rulings than a form has.
const few = 4

// sound counts long rulings.
func sound(all []*Ridge, em float64) (level, upright int) {
	for _, r := range all {
		switch {
		case float64(len(r.At)) < sure*em || !r.Character(r.From, r.To()).ruling():
		case r.Level:
			level++
		default:
			upright++
		}
	}
	return level, upright
}

// Trace is every ridge of a page, strokes of characters among them. far is how many
// dots along a ridge, each way, are looked at together.
func Trace(k *tone.Ink, em float64, far int) []*Ridge {
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
		var found []*Ridge
		for _, t := range tracks {
			found = append(found, v.trace(t, s.wide, em)...)
		}
		all = append(all, once(found)...)
	}
	return all
}

// settle keeps what is a ruling for itself, then what ends on those, and cuts off what
// is none between two that cross it.
func settle(all []*Ridge, em float64) []*Ridge {
	slices.SortStableFunc(all, func(a, b *Ridge) int { return len(b.At) - len(a.At) })
	usual := Usual(all, em)
	var kept, rest []*Ridge
	for _, r := range all {
		c := r.Character(r.From, r.To())
		switch n := float64(len(r.At)); {
		case n >= sure*em && c.ruling(), n >= alone*em && c.ruling() && c.like(usual, 1):
			kept = append(kept, r)
		case c.like(usual, 2):
			rest = append(rest, r)
		}
	}
	for n := -1; n < len(kept); {
		n = len(kept)
		for _, r := range rest {
			for _, part := range r.parts(kept[:n], usual, em) {
				if !slices.ContainsFunc(kept, part.within) {
					kept = append(kept, part)
				}
			}
		}
	}
	kept = join(kept, em)
	var out []*Ridge
	for _, r := range kept {
		out = append(out, r.cut(kept, usual, em)...)
	}
	last := out[:0:0]
	for _, r := range out {
		r.Crossed = len(r.crossings(out, em)) > 0
		// What meets nothing has but itself to speak for it.
		if r.Crossed || float64(len(r.At)) >= sure*em || r.Character(r.From, r.To()).like(usual, 0.5) {
			last = append(last, r)
		}
	}
	return last
}

// Usual is the character of a page's long rulings, or of a fair one where it has none.
func Usual(all []*Ridge, em float64) Character {
	var cover, clear, uneven []float64
	for _, r := range all {
		if c := r.Character(r.From, r.To()); float64(len(r.At)) >= sure*em && c.ruling() {
			cover, clear, uneven = append(cover, c.Cover), append(clear, c.Clear), append(uneven, c.Uneven)
		}
	}
	if len(cover) < 2 {
		return Character{Cover: 0.97, Clear: 0.97, Uneven: 0.08}
	}
	middle := func(v []float64) float64 {
		slices.Sort(v)
		return v[len(v)/2]
	}
	return Character{Cover: middle(cover), Clear: middle(clear), Uneven: middle(uneven)}
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

// parts are the stretches of a ridge's whole way that are drawn from one ruling that
// crosses it to another. A stroke that nearly fills a row is no ruling: it does not
// reach them.
func (r *Ridge) parts(others []*Ridge, usual Character, em float64) []*Ridge {
	w := r.reach(r.From-int(2*em), r.To()+int(2*em))
	at := w.crossings(others, em)
	var out []*Ridge
	from := -1
	for i := 1; i < len(at); i++ {
		a, b := at[i-1], at[i]
		lo, hi := a.at+a.half, b.at-b.half
		good := float64(b.at-a.at) >= 0.5*em && w.Character(lo, hi).like(usual, 1.5)
		if good && float64(hi-lo) < row*em {
			good = float64(w.gap(lo, hi)) <= 1+0.04*em
		}
		if good && from < 0 {
			from = a.at
		}
		if from >= 0 && (!good || i == len(at)-1) {
			to := a.at
			if good {
				to = b.at
			}
			if part := w.reach(from, to); part != nil {
				out = append(out, part)
			}
			from = -1
		}
	}
	return out
}

// row is how many characters long a part is that a stroke might nearly fill.
const row = 2.5

// gap is the longest stretch between two dots that is not dark.
func (r *Ridge) gap(from, to int) int {
	most, n := 0, 0
	for i := max(from, r.From); i < min(to, r.To()); i++ {
		if n++; r.seen[i-r.From].dark {
			n = 0
		}
		most = max(most, n)
	}
	return most
}

// within reports whether a ridge is a part of another.
func (r *Ridge) within(o *Ridge) bool {
	return o.Level == r.Level && min(o.To(), r.To())-max(o.From, r.From) > len(r.At)*6/10 && near(o, r)
}

// reach is the part of a ridge's whole way between two dots, as far as it goes.
func (r *Ridge) reach(from, to int) *Ridge {
	w := r.whole
	if w == nil {
		w = r
	}
	from, to = max(from, w.From), min(to, w.To())
	if from >= to {
		return nil
	}
	s := *r
	s.From, s.At, s.seen = from, w.At[from-w.From:to-w.From:to-w.From], w.seen[from-w.From:to-w.From:to-w.From]
	return &s
}

// Meets reports whether an end of a ridge (0 the first) lies on one that crosses it.
func Meets(r *Ridge, end int, others []*Ridge, em float64) bool {
	return r.meets(end, others, em) != nil
}

func (r *Ridge) meets(end int, others []*Ridge, em float64) *Ridge {
	t := float64(r.From)
	if end == 1 {
		t = float64(r.To() - 1)
	}
	at := r.Along(t)
	var best *Ridge
	near := math.Inf(1)
	for _, o := range others {
		if o.Level == r.Level {
			continue
		}
		if at < float64(o.From)-meeting*em-o.Wide || at > float64(o.To())+meeting*em+o.Wide {
			continue
		}
		if d := math.Abs(o.Along(at) - t); d <= meeting*em+o.Wide/2+1 && d < near {
			best, near = o, d
		}
	}
	return best
}
