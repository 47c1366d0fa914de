package ridge

import "slices"

// What the drum of a copier draws goes down the whole page, and where it lies on a ruling
// both are one track: faint, then dark for a row, then faint again. They are told apart by
// how dark they are.

const (
	// times is how many times darker one is than the other.
	times = 3.0
	// atLeast is how many strips of it there are: strokes of a character that the track
	// crosses are fewer.
	atLeast = 4
	// strays is how many peaks there are to each that is dark for itself: more such, and
	// the track is dashes.
	strays = 8
)

// parted are the stretches of a track that are alike in darkness.
func (t *track) parted() []*track {
	n := len(t.peak)
	highs := make([]float32, n)
	for i, p := range t.peak {
		highs[i] = p.high
	}
	slices.Sort(highs)
	usual := float64(highs[n/2])
	dark := func(i int) bool { return i < n && float64(t.peak[i].high) >= times*usual }
	// Where a dark stretch begins and ends.
	var ends []int
	stray := 0
	for i := 0; i < n; {
		j := i + 1
		for dark(i) && dark(j) {
			j++
		}
		switch {
		case dark(i) && j-i >= atLeast:
			ends = append(ends, i, j)
		case dark(i):
			stray += j - i
		}
		i = j
	}
	if ends == nil || stray*strays > n {
		return []*track{t}
	}
	var out []*track
	from := 0
	for _, to := range append(ends, n) {
		if to-from >= fewest {
			out = append(out, t.between(from, to))
		}
		from = to
	}
	return out
}

// between is a stretch of a track.
func (t *track) between(from, to int) *track {
	s := *t
	s.strip, s.peak = t.strip[from:to:to], t.peak[from:to:to]
	s.first, s.last = s.strip[0], s.strip[to-from-1]
	return &s
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
