package ridge

import (
	"math"
	"slices"

	"ziping/extract/scan/ridge/beat"
	"ziping/extract/scan/tone"
)

// proof tells rulings from strokes of characters that stand under each other. A ruling
// goes on where no text stands beside it: between lines of text, and from the last of
// them to the rulings above and below. Ink that is only where text is, is text.
type proof struct {
	k     *tone.Ink
	em    float64
	cover float64   // share of dots that the page's long rulings cover
	gap   int       // the longest gap in most stretches of them
	dash  int       // the longest piece without one in most stretches
	high  float64   // how dark they are
	wide  float64   // how thick
	noise float64   // how dark paper is by chance
	beat  beat.Beat // of its dashes
	long  []*Ridge
}

const (
	// stretch is how much of a ruling is looked at for its gaps, in characters.
	stretch = 2.0
	// closest and furthest are where text beside a ruling is looked for, in characters:
	// the other line of a double ruling is closer than the first.
	closest, furthest = 0.4, 1.3
	// enough is how much of a ruling without text beside it tells something, in
	// characters.
	enough = 0.3
	// junction is how near to a ruling ink is that meets it, in characters.
	junction = 0.12
	// half is how much of that is drawn at least, of what usually is, and trace how much
	// between two stretches that are there.
	half, trace = 0.5, 0.3
	// lightest is how dark a ruling is at least, of what rulings of its page are: what
	// the glass or the drum of a copier draws is lighter.
	lightest = 0.33
)

// prove measures what a page's long rulings are like. Strokes in stacked rows may be
// among them, as long as they are fewer: their gaps are longer.
func prove(k *tone.Ink, all []*Ridge, em float64) proof {
	p := proof{k: k, em: em, cover: 1, noise: k.Noise()}
	var highs [2][]float64
	for _, r := range all {
		if float64(len(r.At)) < sure*em || !r.character(r.From, r.To()).ruling() {
			continue
		}
		p.long = append(p.long, r)
		way := 0
		if r.Level {
			way = 1
		}
		highs[way] = append(highs[way], r.High)
	}
	// What a copier draws goes one way, and may be more than all rulings. It has no gaps.
	for _, h := range highs {
		if slices.Sort(h); len(h) > 1 {
			p.high = max(p.high, h[len(h)/2])
		}
	}
	p.long = slices.DeleteFunc(p.long, func(r *Ridge) bool { return r.High < lightest*p.high })
	var covers, wides []float64
	var gaps, dashes []int
	var ways [][]bool
	for _, r := range p.long {
		drawn := p.drawn(r, r.From, r.To())
		ways = append(ways, drawn)
		ink := 0
		for _, d := range drawn {
			if d {
				ink++
			}
		}
		gaps = append(gaps, gap(drawn, int(stretch*em)))
		dashes = append(dashes, gap(inverse(drawn), int(stretch*em)))
		covers = append(covers, float64(ink)/float64(len(drawn)))
		wides = append(wides, r.Wide)
	}
	p.beat = beat.Of(ways)
	if len(covers) > 1 {
		sorted := slices.Sorted(slices.Values(gaps))
		slices.Sort(covers)
		p.cover, p.gap = covers[len(covers)/2], sorted[len(sorted)/2]
		slices.Sort(dashes)
		p.dash = dashes[len(dashes)/2]
	}
	if slices.Sort(wides); len(wides) > 1 {
		p.wide = wides[len(wides)/2]
	}
	p.gap += 1 + int(0.06*em)
	var long []*Ridge
	for i, r := range p.long {
		if gaps[i] <= 2*p.gap && !p.stacked(r, p.long) {
			long = append(long, r)
		}
	}
	p.long = long
	return p
}

// stamped reports whether a short ridge is far thicker than the page's rulings: the frame
// of a stamp is, and the strokes of large characters.
func (p proof) stamped(r *Ridge) bool {
	const times, dot = 2.0, 1.5
	return p.wide > 0 && float64(len(r.At)) < sure*p.em && r.Wide > times*p.wide+dot
}

// stacked reports whether most of a long ridge stands alone between the rulings that
// cross it, as strokes in stacked rows do.
func (p proof) stacked(r *Ridge, others []*Ridge) bool {
	at := r.crossings(others, p.em)
	islands, n := 0, 0
	for i := 1; i < len(at); i++ {
		if lo, hi := between(at[i-1], at[i]); float64(hi-lo) > p.em/2 {
			n++
			if p.island(p.drawn(r, lo, hi)) {
				islands++
			}
		}
	}
	return 2*islands > n
}

// island reports whether ink between two rulings is in one piece that meets neither.
func (p proof) island(drawn []bool) bool {
	n := max(2, int(junction*p.em))
	if len(drawn) < 4*n || slices.Contains(drawn[:n], true) || slices.Contains(drawn[len(drawn)-n:], true) {
		return false
	}
	first, last := slices.Index(drawn, true), len(drawn)-1
	for ; last >= 0 && !drawn[last]; last-- {
	}
	return first >= 0 && longest(drawn[first:last+1]) < 2
}

// gap is the longest gap in nine of ten stretches of n dots.
func gap(drawn []bool, n int) int {
	var gaps []int
	for i := 0; i+n <= len(drawn); i += n {
		gaps = append(gaps, longest(drawn[i:i+n]))
	}
	if len(gaps) == 0 {
		return longest(drawn)
	}
	slices.Sort(gaps)
	return gaps[len(gaps)*9/10]
}

// drawn tells of each dot of a ridge whether ink is there, seen from near.
func (p proof) drawn(r *Ridge, from, to int) []bool {
	v := view{p.k, r.Level, 0}
	out := make([]bool, max(0, to-from))
	if p.rough(blankAt * r.High) {
		t := course{p, r}.tally(from-1, to+1)
		for i := range out {
			out[i] = t.over(i, i+3) >= blankAt*r.High
		}
		return out
	}
	// Dashes seen from further off are less dark than they are: where one side is shaded, its
	// edge would be taken for them in the gaps between.
	const lessDark = 1.2
	high := r.High
	for range 2 {
		var tops []uint8
		for i := range out {
			l := v.look(from+i, r.Along(float64(from+i)), r.Wide, high)
			if out[i] = l.dark || l.hidden; l.dark {
				tops = append(tops, l.top)
			}
		}
		if slices.Sort(tops); len(tops) == 0 || float64(tops[len(tops)/2]) < lessDark*high {
			break
		}
		high = float64(tops[len(tops)/2])
	}
	return out
}

// inverse is paper for ink, and ink for paper.
func inverse(drawn []bool) []bool {
	out := make([]bool, len(drawn))
	for i, d := range drawn {
		out[i] = !d
	}
	return out
}

// longest is the longest stretch without ink.
func longest(drawn []bool) int {
	most, n := 0, 0
	for _, d := range drawn {
		if n++; d {
			n = 0
		}
		most = max(most, n)
	}
	return most
}

// whole reports whether a stretch of a ridge between two rulings meets them and shows
// no longer gap than rulings do. Where a stroke stands alone nothing else tells it.
func (p proof) whole(r *Ridge, from, to int) bool {
	drawn := p.drawn(r, from, to)
	switch n := float64(to - from); {
	case n >= sure*p.em:
		return true
	case n >= alone*p.em && p.solid(drawn), n < alone*p.em && !fits(p, drawn), amongText(p, r, from, to, drawn):
		return false
	}
	return !course{p, r}.torn(from, to)
}

// fits reports no longer gap than rulings have, no longer piece than their dashes are, and not
// one piece alone.
func fits(p proof, drawn []bool) bool {
	return longest(drawn) <= p.gap && !p.solid(drawn) && !p.island(drawn)
}

// dashes is the gap between the dashes of which the page's rulings are, 0 where they are
// whole.
func (p proof) dashes() float64 {
	if float64(p.gap) < 0.2*p.em {
		return 0
	}
	return float64(p.gap)
}

// paced reports what may be drawn of a ruling that meets another at one end at least: where it
// lacks more than a gap at both it is a stroke. Of dashes, at most one is missing.
func paced(p proof, drawn []bool) bool {
	first, last := slices.Index(drawn, true), slices.Index(backwards(drawn), true)
	return (first <= p.gap || last <= p.gap) && (p.dashes() == 0 || longest(drawn) <= 2*p.gap+p.dash)
}

// amongText reports a piece longer than a dash, or pieces of another rhythm, that stand among
// text all along.
func amongText(p proof, r *Ridge, from, to int, drawn []bool) bool {
	if !p.solid(drawn) && !p.beat.Against(drawn) {
		return false
	}
	lone, _ := p.lone(r, from, to)
	return float64(lone) < enough*p.em
}

// backwards is the same from its end.
func backwards(drawn []bool) []bool {
	out := slices.Clone(drawn)
	slices.Reverse(out)
	return out
}

// solid reports a piece that is longer than the dashes of which the page's rulings
// are: the stroke of a character, with paper above and below like that between dashes.
func (p proof) solid(drawn []bool) bool {
	const (
		times = 2 // rulings that are dashes go on for so many of them
		more  = 1.4
	)
	return p.dash > 0 && times*p.dash < int(stretch*p.em) && float64(longest(inverse(p.beat.Closed(drawn)))) > more*float64(p.dash)+1
}

// ruling reports whether what is between two dots of a ridge is drawn where no text is
// beside it.
func (p proof) ruling(r *Ridge, from, to int) bool {
	ruling, _ := p.judge(r, from, to)
	return ruling
}

// judge is ruling, and on how many dots no text is beside it and can speak for it.
func (p proof) judge(r *Ridge, from, to int) (ruling bool, lone int) {
	if float64(to-from) < enough*p.em {
		return true, 0 // too short to tell
	}
	if r.High < lightest*p.high {
		return false, 0
	}
	lone, ink := p.lone(r, from, to)
	if float64(lone) < enough*p.em {
		// The gaps of rulings may all lie there, but no more than those.
		return lone-ink <= p.gap, lone
	}
	return float64(ink) >= half*p.cover*float64(lone), lone
}

// asDark is a ridge as dark as it is between two dots, where the page's rulings are dashes and
// far darker than it seems: a track of few dashes has as many faint peaks, where it goes on
// between and beyond them.
func (p proof) asDark(r *Ridge, from, to int) *Ridge {
	if d := r.character(from, to).Dark; p.dashes() > 0 && r.High < half*p.high && d > r.High {
		s := *r
		s.High = d
		return &s
	}
	return r
}

// stands reports a ridge that is a ruling whatever it meets. A short one along which text
// stands nearly all the way may be the feet of that text.
func (p proof) stands(r *Ridge) bool {
	const times = 3
	ruling, lone := p.judge(r, r.From, r.To())
	return ruling && (float64(len(r.At)) >= sure*p.em || times*lone >= len(r.At) && !p.solid(p.drawn(r, r.From, r.To())))
}

// alone reports whether a ridge that meets nothing is a ruling: little text stands along
// it, or it is drawn without gaps, as a line below text is. The feet of characters are
// neither.
func (p proof) alone(r *Ridge) bool {
	lone, _ := p.lone(r, r.From, r.To())
	return 3*lone >= 2*len(r.At) || longest(p.drawn(r, r.From, r.To())) < 3
}

// lone is how many dots of a ridge no text is beside, and on how many of them is ink.
func (p proof) lone(r *Ridge, from, to int) (lone, ink int) {
	drawn := p.drawn(r, from, to)
	others := p.others(r, from, to)
	for i, d := range drawn {
		if p.text(r, from+i, others) {
			continue
		}
		lone++
		if d {
			ink++
		}
	}
	return lone, ink
}

// others are the long rulings that go along with a ridge, near enough to be taken for
// text.
func (p proof) others(r *Ridge, from, to int) (out []*Ridge) {
	for _, o := range p.long {
		a, b := max(from, o.From), min(to, o.To())
		if o.Level != r.Level || a >= b {
			continue
		}
		m := float64(a+b) / 2
		if d := math.Abs(o.Along(m) - r.Along(m)); d > closest*p.em/2 && d < (furthest+closest)*p.em {
			out = append(out, o)
		}
	}
	return out
}

// text reports whether text stands on either side at a dot of a ridge.
func (p proof) text(r *Ridge, at int, others []*Ridge) bool {
	v := view{p.k, r.Level, 0}
	c := r.Along(float64(at))
	// Lines of text are square to rulings that go down, or go along with level ones.
	slope := (r.Along(float64(at)+p.em) - r.Along(float64(at)-p.em)) / (2 * p.em)
	least := max(24, int(0.6*r.High))
	for _, side := range []float64{-1, 1} {
		n := 0
		for o := closest * p.em; o <= furthest*p.em; o++ {
			a, b := float64(at)-side*o*slope, c+side*o
			if v.dot(int(math.Round(a)), int(math.Round(b))) >= least && !ruled(others, a, b) {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// ruled reports whether one of some rulings goes through a dot.
func ruled(all []*Ridge, along, across float64) bool {
	return slices.ContainsFunc(all, func(o *Ridge) bool {
		return math.Abs(o.Along(along)-across) <= o.Wide/2+1.5
	})
}
