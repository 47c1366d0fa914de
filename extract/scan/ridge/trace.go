package ridge

import (
	"math"
	"slices"

	"ziping/extract/scan/tone"
)

// view is the page seen along one direction of rulings.
type view struct {
	k     *tone.Ink
	level bool
	far   int
}

// size is how many dots there are along and across.
func (v view) size() (along, across int) {
	if v.level {
		return v.k.W, v.k.H
	}
	return v.k.H, v.k.W
}

// dark is the darkness at a dot, or of all as far as is looked at together; beyond the
// page is paper.
func (v view) dark(along, across int) int {
	if v.far == 0 {
		return v.dot(along, across)
	}
	sum := 0
	for i := along - v.far; i <= along+v.far; i++ {
		sum += v.dot(i, across)
	}
	return sum / (2*v.far + 1)
}

func (v view) dot(along, across int) int {
	x, y := along, across
	if !v.level {
		x, y = across, along
	}
	if x < 0 || y < 0 || x >= v.k.W || y >= v.k.H {
		return 0
	}
	return int(v.k.D[y*v.k.W+x])
}

// follow is the whole way of a track and some of what goes on beyond its ends, and what is
// seen there dot by dot.
func (v view) follow(t *track, wide int, em float64) *Ridge {
	along, _ := v.size()
	at, thick, high := smooth(t)
	mid := func(i int) float64 { return (float64(t.strip[i]) + 0.5) * float64(wide) }
	r := &Ridge{Level: v.level, From: int(mid(0)), Wide: thick, High: high}
	r.At = make([]float64, 0, int(mid(len(at)-1))-r.From)
	for i := 1; i < len(at); i++ {
		a, b := mid(i-1), mid(i)
		for x := int(a); x < int(b); x++ {
			f := (float64(x) - a) / (b - a)
			r.At = append(r.At, float64(at[i-1]*(1-f))+float64(at[i]*f))
		}
	}
	// An end may lie beyond the middle of the last strip, and beyond a strip that
	// the end shares with paper.
	more := 2*wide + int(em)
	from, to := max(0, r.From-more), min(along, r.To()+more)
	whole := &Ridge{Level: v.level, From: from, Wide: thick, High: high}
	whole.At, whole.seen = make([]float64, 0, max(0, to-from)), make([]look, 0, max(0, to-from))
	for x := from; x < to; x++ {
		c := r.Along(float64(x))
		whole.At = append(whole.At, c)
		whole.seen = append(whole.seen, v.look(x, c, thick, high))
	}
	return whole
}

// traced makes ridges of the way of a track: it looks where it is dark indeed, and parts it
// where it is not for long.
func traced(whole *Ridge, em float64) []*Ridge {
	var out []*Ridge
	for _, p := range stretches(whole.seen, whole.High, int(shortest*em)) {
		r := *whole
		r.From, r.whole = whole.From+p[0], whole
		r.At, r.seen = whole.At[p[0]:p[1]:p[1]], whole.seen[p[0]:p[1]:p[1]]
		out = append(out, &r)
	}
	return out
}

// shortest is the least length of a ruling, in characters.
const shortest = 0.8

// look sees whether it is dark at a dot of a ridge and lighter beside it.
func (v view) look(along int, c, thick, high float64) look {
	n := int(math.Round(c))
	most := max(v.dark(along, n), v.dark(along, n-1), v.dark(along, n+1))
	l := look{top: uint8(most)}
	if float64(most) < 0.4*high {
		return l
	}
	l.hidden = true
	off := int(math.Ceil(thick/2 + 1.5))
	a := min(v.dark(along, n-off), v.dark(along, n-off-1))
	b := min(v.dark(along, n+off), v.dark(along, n+off+1))
	l.dark = float64(most-min(a, b)) >= 0.4*high
	l.clear = float64(most-max(a, b)) >= 0.4*high
	l.hidden = !l.dark
	return l
}

// stretches are the parts of a ridge that are drawn, the best first: what is dark and
// clear speaks for a dot, what is not dark against it, more strongly. So a ruling ends
// where it ends, though a stroke stands near its end, and gaps are bridged by what is
// drawn on both sides of them.
func stretches(seen []look, high float64, least int) [][2]int {
	// A line that lies between two dots has half of its darkness, here and there less.
	const gap, between = 1.5, 0.45
	var out [][2]int
	var part func(from, to int)
	part = func(from, to int) {
		if to-from < least {
			return
		}
		best, sum := 0.0, 0.0
		a, b, start := from, from, from
		for i := from; i < to; i++ {
			switch s := seen[i]; {
			case !s.dark:
				sum -= gap
			case float64(s.top) < between*high || float64(s.top) > 2*high+16:
				sum -= gap / 4 // drawn by something else
			case s.clear:
				sum++
			}
			if sum <= 0 {
				sum, start = 0, i+1
			}
			if sum > best {
				best, a, b = sum, start, i+1
			}
		}
		if b-a < max(least, 1) {
			return
		}
		out = append(out, [2]int{a, b})
		part(from, a)
		part(b, to)
	}
	part(0, len(seen))
	return out
}

// smooth is where a track lies, its thickness and height: each place is that of the
// line through its neighbours, peaks that stray left out.
func smooth(t *track) (at []float64, wide, high float64) {
	n := len(t.peak)
	ws, hs := make([]float64, n), make([]float64, n)
	for i, p := range t.peak {
		ws[i], hs[i] = float64(p.wide), float64(p.high)
	}
	slices.Sort(ws)
	slices.Sort(hs)
	at = make([]float64, n)
	for i := range n {
		at[i] = local(t, i)
	}
	return at, ws[n/2], hs[n/2]
}

// local is the value at a peak of the line through it and four neighbours each way,
// fitted twice: the second time without those that stray.
func local(t *track, i int) float64 {
	a, b := max(0, i-4), min(len(t.peak), i+5)
	m, q := 0.0, 0.0
	for round := range 2 {
		var n, sx, sy, sxx, sxy float64
		for j := a; j < b; j++ {
			x, y := float64(t.strip[j]-t.strip[i]), float64(t.peak[j].at)
			if round == 1 && math.Abs(y-(q+float64(m*x))) > 0.7 {
				continue
			}
			n++
			sx += x
			sy += y
			sxx += float64(x * x)
			sxy += float64(x * y)
		}
		if n < 2 {
			break
		}
		d := float64(n*sxx) - float64(sx*sx)
		if d == 0 {
			m, q = 0, sy/n
			continue
		}
		m = (float64(n*sxy) - float64(sx*sy)) / d
		q = (sy - float64(m*sx)) / n
	}
	return q
}
