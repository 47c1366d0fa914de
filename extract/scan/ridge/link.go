package ridge

import (
	"math"
	"slices"
)

// track is a chain of peaks from strip to strip.
type track struct {
	strip       []int
	peak        []peak
	slope       float64 // across for each strip
	high        float64 // usual height
	missed      int
	first, last int
}

const (
	// steepest is how much a ruling leans at most, across for along.
	steepest = 0.12
	// faintest is the least height of a peak, of 255.
	faintest = 10
	// widest is the thickest ruling, in characters.
	widest = 0.36
	// wait is how many characters long a gap is at most.
	wait = 0.6
)

// link chains the peaks of neighbouring strips. What is left has fewest peaks
// at least.
func link(s strips, em float64) []*track {
	most := max(3, int(math.Round(widest*em)))
	gap := max(2, int(math.Round(wait*em/float64(s.wide))))
	least := noise(s, most)
	var open, done []*track
	var ps []peak
	for i := range s.n {
		ps = peaks(s.v[i*s.long:(i+1)*s.long], most, least, ps[:0])
		used := make([]bool, len(ps))
		// Long ones choose first.
		slices.SortStableFunc(open, func(a, b *track) int { return len(b.peak) - len(a.peak) })
		still := open[:0]
		for _, t := range open {
			if j := t.next(ps, used, i, s.wide); j >= 0 {
				used[j] = true
				t.add(ps[j], i)
			} else {
				t.missed++
			}
			// A short one does not wait as long.
			if t.missed > min(gap, len(t.peak)) {
				done = append(done, t)
			} else {
				still = append(still, t)
			}
		}
		open = still
		for j, p := range ps {
			if !used[j] {
				open = append(open, &track{strip: []int{i}, peak: []peak{p}, high: float64(p.high), first: i, last: i})
			}
		}
	}
	done = append(done, open...)
	kept := done[:0]
	for _, t := range done {
		if len(t.peak) >= fewest && 2*len(t.peak) > t.last-t.first {
			kept = append(kept, t)
		}
	}
	var out []*track
	for _, t := range kept {
		out = append(out, t.parted()...)
	}
	return out
}

// fewest is how few peaks make a track.
const fewest = 3

// noise is the height that peaks have where nothing is drawn, with room above it:
// three times the median of them.
func noise(s strips, most int) float32 {
	var highs []float32
	step := max(1, s.n/24)
	var ps []peak
	for i := 0; i < s.n; i += step {
		ps = peaks(s.v[i*s.long:(i+1)*s.long], most, 0.5, ps[:0])
		for _, p := range ps {
			highs = append(highs, p.high)
		}
		for range s.long/8 - len(ps) { // stretches without any
			highs = append(highs, 0)
		}
	}
	if len(highs) == 0 {
		return faintest
	}
	slices.Sort(highs)
	return max(faintest, 2*highs[len(highs)/2])
}

// next is the peak that goes on a track, or -1.
func (t *track) next(ps []peak, used []bool, strip, wide int) int {
	steps := float64(strip - t.last)
	want := float64(t.peak[len(t.peak)-1].at)
	room := 0.6 + 0.15*steps
	if len(t.peak) < 4 {
		room = 0.8 + steps*steepest*float64(wide)
	} else {
		want += float64(t.slope * steps)
	}
	best, near := -1, room
	lo, _ := slices.BinarySearchFunc(ps, want-room, func(p peak, at float64) int {
		switch {
		case float64(p.at) < at:
			return -1
		case float64(p.at) > at:
			return 1
		}
		return 0
	})
	for j := lo; j < len(ps) && float64(ps[j].at) <= want+room; j++ {
		if used[j] || float64(ps[j].high) < 0.35*t.high {
			continue
		}
		if d := math.Abs(float64(ps[j].at) - want); d < near {
			best, near = j, d
		}
	}
	return best
}

func (t *track) add(p peak, strip int) {
	t.strip = append(t.strip, strip)
	t.peak = append(t.peak, p)
	t.last, t.missed = strip, 0
	n := float64(min(len(t.peak), 12))
	t.high += (float64(p.high) - t.high) / n
	// The slope is that of the last peaks.
	from := max(0, len(t.peak)-8)
	if len(t.peak)-from >= 3 {
		t.slope = slope(t.strip[from:], t.peak[from:])
	}
}

// slope fits a straight line.
func slope(strip []int, p []peak) float64 {
	var sx, sy, sxx, sxy float64
	n := float64(len(p))
	for i := range p {
		x, y := float64(strip[i]-strip[0]), float64(p[i].at)
		sx += x
		sy += y
		sxx += float64(x * x)
		sxy += float64(x * y)
	}
	d := float64(n*sxx) - float64(sx*sx)
	if d == 0 {
		return 0
	}
	return (float64(n*sxy) - float64(sx*sy)) / d
}
