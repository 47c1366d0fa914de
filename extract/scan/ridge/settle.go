package ridge

import (
	"math"
	"slices"

	"ziping/extract/scan/tone"
)

// settle keeps what is a ruling for itself, then what ends on those, and cuts off what
// is none between two that cross it.
func settle(k *tone.Ink, all []*Ridge, em float64) []*Ridge {
	all = own(all, em)
	slices.SortStableFunc(all, func(a, b *Ridge) int { return len(b.At) - len(a.At) })
	usual := usualOf(all, em)
	p := prove(k, all, em)
	var kept, rest []*Ridge
	for _, r := range all {
		c := r.character(r.From, r.To())
		switch n := float64(len(r.At)); {
		case p.stamped(r):
		case n >= alone*em && c.among(usual) && (n >= sure*em || c.like(usual, 1)) && p.stands(r):
			kept = append(kept, r)
		default:
			rest = append(rest, r)
		}
	}
	kept = ended(kept, em)
	kept, rest = kept[:min(len(kept), most)], rest[:min(len(rest), 4*most)]
	for n, round := -1, 0; n < len(kept) && len(kept) < 2*most && round < rounds; round++ {
		n = len(kept)
		for _, r := range rest {
			for _, part := range r.parts(kept[:n], usual, p) {
				if !slices.ContainsFunc(kept, part.within) {
					kept = append(kept, part)
				}
			}
		}
	}
	kept = append(kept, p.hanging(rest, kept, usual)...)
	kept = p.mend(join(kept, em))
	var out []*Ridge
	for _, r := range kept {
		for _, part := range r.cut(kept, usual, p) {
			// Parts of one ruling may have been followed to each other.
			if !slices.ContainsFunc(out, part.partOf) {
				out = append(slices.DeleteFunc(out, func(o *Ridge) bool { return o.partOf(part) }), part)
			}
		}
	}
	out = p.unstreaked(out, kept)
	last := out[:0:0]
	for _, r := range out {
		r.Crossed = len(r.crossings(out, em)) > 0
		// What meets nothing has but itself to speak for it.
		if r.Crossed || float64(len(r.At)) >= sure*em || r.character(r.From, r.To()).like(usual, 0.5) && p.alone(r) {
			last = append(last, r)
		}
	}
	return last
}

// ended drops uprights that go on past the rulings of their table, into the margins: those
// of a table end on a ruling, or a row beyond the last. What a copier draws goes on. An end
// that meets nothing may still lie within the table, where a hole in the paper or a blot
// hides the ruling it met.
func ended(all []*Ridge, em float64) []*Ridge {
	return slices.DeleteFunc(all, func(r *Ridge) bool {
		if r.Level || len(r.crossings(all, em)) == 0 {
			return false
		}
		first, last := r.crossed(all, beyond*em)
		above, below := first-float64(r.From), float64(r.To())-last
		return max(above, below) > past*em || min(above, below) > pastBoth*em
	})
}

const (
	// past is how far an upright goes on at one end at most, and pastBoth at both of them,
	// in characters.
	past, pastBoth = 6.0, 2.0
	// beyond is how far from an upright a ruling of its table ends at most.
	beyond = 2.0
)

const (
	// most and rounds bound the work on a page of noise: no form has as many rulings,
	// or rulings that end on such that end on such and so on.
	most   = 1000
	rounds = 8
)

// parts are the stretches of a ridge's whole way that are drawn from one ruling that
// crosses it to another. A stroke that nearly fills a row is no ruling: it does not
// reach them. A stretch beside such a one may be worn.
func (r *Ridge) parts(others []*Ridge, usual character, p proof) []*Ridge {
	em := p.em
	w := r.reach(r.From-int(2*em), r.To()+int(2*em))
	at := w.crossings(others, em)
	// Of each stretch, by the crossing at its end; the first and the last are none.
	whole, there := make([]bool, len(at)+1), make([]bool, len(at)+1)
	for i := 1; i < len(at); i++ {
		whole[i] = p.stretch(w, at[i-1], at[i], usual)
	}
	for i := 1; i < len(at); i++ {
		there[i] = whole[i] || bare(p, w, at[i-1], at[i], usual) && course{p, w}.trail(at[i-1], at[i], others) || (whole[i-1] || whole[i+1]) && (p.worn(w, at[i-1], at[i], usual, half) || course{p, w}.trail(at[i-1], at[i], others))
	}
	var out []*Ridge
	from := -1
	for i := range there {
		switch {
		case there[i] && from < 0:
			from = i - 1
		case !there[i] && from >= 0:
			if part := w.reach(at[from].at, at[i-1].at); part != nil {
				out = append(out, p.asDark(part, part.From, part.To()))
			}
			from = -1
		}
	}
	return out
}

// stretch reports whether a ridge is drawn from one crossing to the next.
func (p proof) stretch(w *Ridge, a, b crossing, usual character) bool {
	lo, hi := a.at+a.half, b.at-b.half
	w = p.asDark(w, lo, hi)
	if from, to := between(a, b); p.beat.In(p.drawn(w, from, to)) {
		return true
	}
	if float64(b.at-a.at) < 0.5*p.em || !w.character(lo, hi).like(usual, 1.5) && !drawnThrough(p, w, a, b, usual) {
		return false
	}
	if float64(hi-lo) < row*p.em && float64(w.gap(lo, hi)) > max(1+0.04*p.em, p.dashes()) {
		return false
	}
	lo, hi = between(a, b)
	return p.whole(w, lo, hi) && p.ruling(w, lo, hi)
}

// bare reports a stretch from one crossing up to the next with nothing beside it that could have
// drawn it but a ruling as dark as the page's, even if that is worn.
func bare(p proof, w *Ridge, a, b crossing, usual character) bool {
	lo, hi := between(a, b)
	n := max(2, int(junction*p.em))
	if hi-lo < 2*n || p.dashes() > 0 {
		return false
	}
	c, drawn := w.character(lo, hi), p.drawn(w, lo, hi)
	lone, _ := p.lone(w, lo, hi)
	return lone == hi-lo && c.kept(usual) && asHigh(p, c) && slices.Contains(drawn[:n], true) && slices.Contains(drawn[len(drawn)-n:], true) && p.whole(w, lo, hi)
}

// asHigh reports what is about as dark as the page's rulings.
func asHigh(p proof, c character) bool {
	const alike = 0.3
	return math.Abs(c.Dark-p.high) <= alike*p.high
}

// drawnThrough reports that all is drawn from one crossing to the next, as evenly and darkly as the
// page's rulings are: on one side of a thin ruling paper may be rough, or shaded.
func drawnThrough(p proof, w *Ridge, a, b crossing, usual character) bool {
	const cloudy = 0.4
	lo, hi := between(a, b)
	c := w.character(a.at+a.half, b.at-b.half)
	return p.dashes() == 0 && longest(p.drawn(w, lo, hi)) == 0 && c.Uneven <= max(0.1, usual.Uneven) && c.Clear >= usual.Clear-cloudy && asHigh(p, c)
}

// worn reports whether what is left of a ridge from one crossing to the next is a ruling
// that is worn: ink of its kind that no text explains, at least a share of what usually is,
// and at one of the crossings as well, which the strokes of a line of text do not reach.
func (p proof) worn(w *Ridge, a, b crossing, usual character, least float64) bool {
	lo, hi := between(a, b)
	drawn := p.drawn(w, lo, hi)
	n := max(2, int(junction*p.em))
	if float64(b.at-a.at) < 0.5*p.em || len(drawn) < 2*n || !slices.Contains(drawn[:n], true) && !slices.Contains(drawn[len(drawn)-n:], true) {
		return false
	}
	c := w.character(a.at+a.half, b.at-b.half)
	c.Cover = usual.Cover
	lone, ink := p.lone(w, lo, hi)
	return c.kept(usual) && 2*lone > hi-lo && float64(ink) >= least*p.cover*float64(lone)
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

// partOf reports whether a ridge has nothing that another has not.
func (r *Ridge) partOf(o *Ridge) bool {
	const same = 3
	return o.Level == r.Level && r.From >= o.From-same && r.To() <= o.To()+same && near(o, r)
}
