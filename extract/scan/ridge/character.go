package ridge

import (
	"math"
	"slices"
)

// character is what tells a ruling from strokes of characters in a row: it is dark
// all along, evenly, and paper is on both sides of it.
type character struct {
	Cover  float64 // share of dots that are dark, of those that nothing hides
	Clear  float64 // share of those that are lighter on both sides
	Uneven float64 // deviation of their darkness from those near by, as a share of it
	Dark   float64 // how dark they are
}

// character of a ridge between two dots along it.
func (r *Ridge) character(from, to int) character {
	from, to = max(from, r.From), min(to, r.To())
	if from >= to {
		return character{Uneven: 1}
	}
	seen := r.seen[from-r.From : to-r.From]
	var dark, clear, hidden, sum, uneven float64
	n := max(1, (len(seen)+nearby/2)/nearby)
	for i := range n {
		var here, tops, sq float64
		for _, s := range seen[len(seen)*i/n : len(seen)*(i+1)/n] {
			if s.hidden {
				hidden++
			}
			if !s.dark {
				continue
			}
			here++
			if s.clear {
				clear++
			}
			t := float64(s.top)
			tops += t
			sq += float64(t * t)
		}
		if here > 0 {
			mean := tops / here
			uneven += float64(here * max(0, sq/here-float64(mean*mean)) / max(1, float64(mean*mean)))
		}
		dark += here
		sum += tops
	}
	if dark == 0 {
		return character{Uneven: 1}
	}
	return character{
		Cover:  dark / max(float64(to-from)-hidden, float64(to-from)/2),
		Clear:  clear / dark,
		Uneven: math.Sqrt(uneven / dark),
		Dark:   sum / dark,
	}
}

// nearby is about how many dots of a ridge are compared with each other: light that falls
// on one end of a ruling makes it paler there, strokes differ from one to the next.
const nearby = 80

// stepped is how uneven a ruling is at most for no other reason than that it is thin and
// leans: a line a dot wide has from half to all of its darkness, as it lies between two
// dots or on one. Beside thick rulings, which are even, that is no gap.
const stepped = 0.22

// halved is how uneven one is at most of which stretches lie on a dot and others, half as
// dark, between two: where two thirds of it do.
const halved = 0.354

// The bounds lie between what rulings and rows of strokes show on pages of many kinds:
// of rulings one in a hundred has less than 0.9 clear, of strokes five.

// ruling reports whether it may be a ruling whatever it meets.
func (c character) ruling() bool { return c.Cover >= 0.75 && c.Clear >= 0.85 && c.Uneven <= halved }

// among reports whether it may be one of a page's rulings whatever it meets: where they are
// dashes, or lie between two dots throughout, those that just are even enough say how uneven
// the others are.
func (c character) among(usual character) bool {
	const room = 1.2
	return c.ruling() || c.Uneven <= room*usual.Uneven && character{c.Cover, c.Clear, 0, c.Dark}.ruling()
}

// like reports whether it is about as good as another. The page's own long rulings
// are what others are measured by: on a clean page strokes in a row do not pass, and
// on a bad one all rulings are bad alike. room is 1, or more where something else
// speaks for it.
func (c character) like(o character, room float64) bool {
	return c.Cover >= o.Cover-0.08*room && c.Clear >= o.Clear-0.12*room && c.Uneven <= max(2*o.Uneven+0.08*room, stepped)
}

// kept reports whether a part of a ruling between two that cross it is there: it may
// be damaged, but what is left of it is like the rest.
func (c character) kept(usual character) bool {
	return c.Cover >= usual.Cover-0.25 && c.Clear >= usual.Clear-0.2 && c.Uneven <= max(2*usual.Uneven+0.12, halved)
}

// crossing is where another ruling crosses a ridge or ends on it, in dots along it, and
// how far from there the other one's own ink goes. place is at, even where the ridge
// ends before it.
type crossing struct{ at, half, place int }

// between is what lies between two crossings, their own ink left out.
func between(a, b crossing) (from, to int) { return a.place + a.half, b.place - b.half }

func (r *Ridge) crossings(others []*Ridge, em float64) []crossing {
	var out []crossing
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
		i := min(max(int(math.Round(t)), r.From), r.To())
		out = append(out, crossing{i, int(math.Ceil(o.Wide/2 + 0.7)), int(math.Round(t))})
	}
	slices.SortStableFunc(out, func(a, b crossing) int { return a.at - b.at })
	return out
}

// cut takes away the parts of a ridge between crossings where nothing is drawn, and
// draws it on to crossings near its ends.
func (r *Ridge) cut(others []*Ridge, usual character, p proof) []*Ridge {
	em := p.em
	w := p.onward(r)
	at := w.crossings(others, em)
	left := func(a, b crossing) bool { return p.worn(w, a, b, usual, half) || course{p, w}.trail(a, b, others) }
	// A crossing further off is met where what is left reaches it.
	for n := len(at); n > 1 && float64(at[n-1].place-r.To()) > em && !left(at[n-2], at[n-1]); n-- {
		at = at[:n-1]
	}
	for len(at) > 1 && float64(r.From-at[0].place) > em && !left(at[0], at[1]) {
		at = at[1:]
	}
	if len(at) == 0 {
		return []*Ridge{r}
	}
	first, last := at[0].at, at[len(at)-1].at
	// An end that meets nothing is one more bound.
	loose := [2]bool{float64(first-r.From) > meeting*em, float64(r.To()-last) > meeting*em}
	if loose[0] {
		at = append([]crossing{{at: r.From, place: r.From}}, at...)
	}
	if loose[1] {
		at = append(at, crossing{at: r.To(), place: r.To()})
	}
	// Of each stretch, by the crossing at its end, whether it is there for itself; the first
	// and the last are none.
	sound := make([]bool, len(at)+1)
	short := func(i int) bool { return float64(at[i].at-at[i-1].at) < 0.5*em }
	for i := 1; i < len(at); i++ {
		a, b := at[i-1], at[i]
		lo, hi := between(a, b)
		c := w.character(a.at+a.half, b.at-b.half)
		switch {
		case short(i):
		case r.mended(a, b):
			sound[i] = true
		case i == 1 && loose[0] || i == len(at)-1 && loose[1]:
			sound[i] = c.like(usual, 1) && float64(b.at-a.at) >= 1.5*em && 2*c.Dark >= w.High && p.ruling(w, lo, hi)
		default:
			drawn := p.drawn(w, lo, hi)
			sound[i] = c.kept(usual) && p.ruling(w, lo, hi) && paced(p, drawn) && !amongText(p, w, lo, hi, drawn) ||
				p.beat.In(drawn) || drawnThrough(p, w, a, b, usual) || left(a, b)
		}
	}
	dark, long := w.darkness(at, sound)
	for i := len(at) - 1; i > 0; i-- {
		sound[i] = sound[i] || onBeat(p, w, at, i, sound)
	}
	for i := 1; i < len(at); i++ {
		sound[i] = sound[i] || onBeat(p, w, at, i, sound) || float64(long) >= row*em && !short(i) && unbroken(p, w, at[i-1], at[i], dark, usual)
	}
	var out []*Ridge
	from := -1
	flush := func(to int) {
		if from >= 0 && float64(to-from) >= shortest*em {
			out = append(out, w.reach(from, to))
		}
		from = -1
	}
	for i := 1; i < len(at); i++ {
		there := sound[i]
		switch {
		case short(i):
			// Too short to tell: it goes with what is before it, or is left at an end.
			there = from >= 0 && i < len(at)-1
		case sound[i-1] && sound[i+1]:
			// What goes on at both ends goes on between them, if anything is left of it.
			there = there || p.worn(w, at[i-1], at[i], usual, trace) || rhythm(p, w, at[i-1], at[i], usual)
		}
		if there && from < 0 {
			from = at[i-1].at
		}
		if !there {
			flush(at[i-1].at)
		}
	}
	flush(at[len(at)-1].at)
	return out
}

// darkness is how dark a ridge is where it is sound, and for how many dots it is.
func (r *Ridge) darkness(at []crossing, sound []bool) (dark float64, long int) {
	for i := 1; i < len(at); i++ {
		if from, to := at[i-1].at+at[i-1].half, at[i].at-at[i].half; sound[i] && from < to {
			dark += r.character(from, to).Dark * float64(to-from)
			long += to - from
		}
	}
	return dark / max(1, float64(long)), long
}

// unbroken reports that all is drawn between two crossings, as even as rulings of the page are
// and as dark as where the ridge is sound: text that stands close to a ruling hides the paper beside it, and nothing
// of the ruling.
func unbroken(p proof, w *Ridge, a, b crossing, dark float64, usual character) bool {
	const alike, even = 0.15, 0.1
	lo, hi := between(a, b)
	c := w.character(a.at+a.half, b.at-b.half)
	return longest(p.drawn(w, lo, hi)) == 0 && c.Uneven <= max(even, usual.Uneven) && math.Abs(c.Dark-dark) <= alike*dark
}

// rhythm reports dashes between two crossings beside which hardly any place is without text:
// what there is may all lie in gaps.
func rhythm(p proof, w *Ridge, a, b crossing, usual character) bool {
	lo, hi := between(a, b)
	lone, _ := p.lone(w, lo, hi)
	return p.dashes() > 0 && lone < p.dash+p.gap && w.character(lo, hi).kept(usual) && fits(p, p.drawn(w, lo, hi))
}
