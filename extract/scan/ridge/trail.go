package ridge

import "math"

// Of a ruling that is worn, or that light ate away, a copy may keep next to nothing that is
// dark; but on its course it is still a little darker than beside it, all the way and up to
// the ruling it meets, and paper is not: along one straight line little adds up to more than
// paper's noise. What is no darker than the line is beyond the table is dust that drew it.

const (
	// leastTrail is how much darker the course is than what is beside it at least, of
	// what rulings are, over all of it, leastQuarter the same for each of its quarters but
	// one and for an end, and beyondNoise how many times what noise would make of it.
	leastTrail, leastQuarter, beyondNoise = 0.12, 0.05, 6.0
	quarters                              = 4
	// end is how far from a crossing its end reaches, which the strokes of a line of text do
	// not, leastEnd how dark it is of the whole, and further how far beyond its ends a
	// ruling is looked for, in characters.
	end, leastEnd, further = 0.3, 0.3, 12.0
	// dusty is the share of it that the course shows beyond the table at most.
	dusty = 0.3
	// sharp is the share of their course that a page's rulings cover that are not worn: there
	// text that stands beside most of one would be worn with it, and where none stands it is drawn.
	sharp = 0.98
	// leastStroke is how dark a stroke is at least, of what rulings are.
	leastStroke = 0.25
)

// onward is a ridge with what goes on beyond its ends, for some rows each way; where it was
// traced no further, straight on.
func (p proof) onward(r *Ridge) *Ridge {
	n := int(further * p.em)
	w := r.reach(r.From-n, r.To()+n)
	limit := p.k.W
	if !r.Level {
		limit = p.k.H
	}
	from, to := max(0, min(w.From, r.From-n)), min(limit, max(w.To(), r.To()+n))
	v := view{p.k, r.Level, 0}
	out := *w
	out.From, out.At, out.seen = from, nil, nil
	for t := from; t < to; t++ {
		if t >= w.From && t < w.To() {
			out.At, out.seen = append(out.At, w.At[t-w.From]), append(out.seen, w.seen[t-w.From])
			continue
		}
		a := w.Along(float64(t))
		out.At, out.seen = append(out.At, a), append(out.seen, v.look(t, a, r.Wide, r.High))
	}
	out.whole = &out
	return &out
}

// excess sums how much darker a course is than the paper on both sides of it.
type excess struct {
	sum, noise float64
	n          int
}

func (e *excess) add(middle, left, right float64) {
	e.sum += middle - (left+right)/2
	e.noise += float64((left - right) * (left - right))
	e.n++
}

// mean is that of all dots, 0 of none.
func (e *excess) mean() float64 { return e.sum / max(1, float64(e.n)) }

// beyond reports more than noise makes.
func (e *excess) beyond() bool {
	n := max(1, float64(e.n))
	return e.mean()*math.Sqrt(n) >= beyondNoise*(math.Sqrt(e.noise/n/2)+1)
}

// course is the way that a ridge goes on the page.
type course struct {
	p proof
	r *Ridge
}

// over adds what it shows at a dot, or so far aside of it.
func (w course) over(e *excess, at int, aside float64) { e.add(w.shades(at, aside)) }

// shades are how dark it is at a dot, or so far aside of it, and on both sides of there.
func (w course) shades(at int, aside float64) (middle, left, right float64) {
	r, v := w.r, view{w.p.k, w.r.Level, 0}
	shade := func(across float64) float64 {
		c := math.Floor(across)
		f := across - c
		return float64(float64(v.dot(at, int(c)))*(1-f)) + float64(float64(v.dot(at, int(c)+1))*f)
	}
	c, off := r.Along(float64(at))+aside, r.Wide/2+2
	return shade(c), (shade(c-off) + shade(c-off-1.5)) / 2, (shade(c+off) + shade(c+off+1.5)) / 2
}

// trail reports whether a course between two crossings, where no text stands beside it, is
// darker than the paper on both sides.
func (w course) trail(a, b crossing, all []*Ridge) bool {
	p, r := w.p, w.r
	from, to := between(a, b)
	if from < r.From || to > r.To() || float64(to-from) < enough*p.em {
		return false
	}
	if w.across(from, to) {
		return false
	}
	others := p.others(r, from, to)
	var whole, first, last excess
	var part [quarters]excess
	for i := from; i < to; i++ {
		if p.text(r, i, others) {
			continue
		}
		w.over(&whole, i, 0)
		w.over(&part[min(quarters-1, quarters*(i-from)/(to-from))], i, 0)
		if float64(i-from) < end*p.em {
			w.over(&first, i, 0)
		}
		if float64(to-i) <= end*p.em {
			w.over(&last, i, 0)
		}
	}
	if float64(whole.n) < enough*p.em || whole.mean() < leastTrail*r.High || !whole.beyond() {
		return false
	}
	if p.cover >= sharp && 2*whole.n < to-from && !p.ruling(r, from, to) {
		return false
	}
	least := leastQuarter * r.High
	for _, e := range []excess{first, last} {
		if e.n > 0 && e.mean() < max(least, leastEnd*whole.mean()) {
			return false
		}
	}
	drawn, known := 0, 0
	for _, q := range part {
		if q.n > 0 {
			known++
			if q.mean() >= least {
				drawn++
			}
		}
	}
	return drawn >= max(2, known-1) && !w.dusted(&whole, all)
}

// across reports a stroke that goes over the course: text keeps off a ruling on both of its
// sides, and where it stands across one there is none.
func (w course) across(from, to int) bool {
	r, v := w.r, view{w.p.k, w.r.Level, 0}
	least := int(leastStroke * r.High)
	off := int(math.Ceil(r.Wide/2 + 1))
	for i := from + 1; i < to-1; i++ {
		c := int(math.Round(r.Along(float64(i))))
		if min(v.dot(i, c), v.dot(i, c-off), v.dot(i, c-off-1), v.dot(i, c+off), v.dot(i, c+off+1)) >= least {
			return true
		}
	}
	return false
}

// dusted reports the course of an upright that is about as dark beyond the table. Dust draws
// straight down, a little beside it where the ruling leans.
func (w course) dusted(is *excess, all []*Ridge) bool {
	p, r := w.p, w.r
	first, last := r.crossed(all, p.em/2)
	if r.Level || first > last {
		return false
	}
	sum, n := 0.0, 0
	count := func(from, to float64) {
		for y := from; y+p.em <= to; y += p.em {
			most := 0.0
			for aside := -stray; aside <= stray; aside++ {
				var e excess
				for t := range int(p.em) {
					w.over(&e, int(y)+t, float64(aside))
				}
				most = max(most, e.mean())
			}
			sum += most
			n++
		}
	}
	count(0, first-outside*p.em)
	count(last+outside*p.em, float64(p.k.H))
	return n > 0 && sum/float64(n) >= dusty*is.mean()
}
