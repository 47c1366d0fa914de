package ridge

import "math"

// Where paper is so rough that single dots of it are as dark as a faint stroke, no dot tells
// whether ink is there, and a gap of some dots is filled by chance. Some dots taken together
// tell: chance makes them dark one by one.

const (
	// grains is how many times as dark as usual paper is at one dot of hundreds, by chance.
	grains = 3
	// blankAt is the share of the darkness of its course that a gap shows at most, and
	// blankAmong the same where the course has gaps of its own.
	blankAt, blankAmong = 0.4, 0.28
)

// rough reports whether chance makes paper as dark as so much.
func (p proof) rough(dark float64) bool { return grains*p.noise > dark }

// torn reports a gap between two dots of a course on rough paper: more dots than rulings of
// the page leave out, and all of them together hardly darker than what is beside them.
func (w course) torn(from, to int) bool {
	p, r := w.p, w.r
	n := p.gap + 1
	if !p.rough(blankAt*r.High) || to-from <= n {
		return false
	}
	t := w.tally(from, to)
	whole, least := t.over(0, to-from), math.Inf(1)
	for i := 0; i+n <= to-from; i++ {
		least = min(least, t.over(i, i+n))
	}
	if p.dashes() > 0 {
		return least < blankAmong*whole
	}
	return least < blankAt*whole
}

// tally sums from the first of some dots on how dark a course is and what is beside it.
type tally struct{ middle, left, right []float64 }

func (w course) tally(from, to int) tally {
	t := tally{make([]float64, 1, max(1, to-from+1)), make([]float64, 1, max(1, to-from+1)), make([]float64, 1, max(1, to-from+1))}
	for i := range max(0, to-from) {
		m, a, b := w.shades(from+i, 0)
		t.middle, t.left, t.right = append(t.middle, t.middle[i]+m), append(t.left, t.left[i]+a), append(t.right, t.right[i]+b)
	}
	return t
}

// over is how much darker the course is, over some of the dots, than its lighter side.
func (t tally) over(a, b int) float64 {
	return (t.middle[b] - t.middle[a] - min(t.left[b]-t.left[a], t.right[b]-t.right[a])) / float64(b-a)
}
