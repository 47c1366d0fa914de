package ridge

import "ziping/extract/scan/tone"

// strips are the mean darkness of a page across narrow strips: one profile for each,
// along which a ruling that crosses the strip is a peak.
type strips struct {
	n, long, wide int       // how many, how long each is, how wide
	v             []float32 // n*long
}

// across cuts the page into upright strips, whose profiles run from top to bottom:
// rulings from left to right are peaks in them.
func across(k *tone.Ink, wide int) strips {
	s := strips{n: k.W / wide, long: k.H, wide: wide}
	s.v = make([]float32, s.n*s.long)
	f := 1 / float32(wide)
	for y := range k.H {
		row := k.D[y*k.W : (y+1)*k.W]
		for i := range s.n {
			t := 0
			for _, d := range row[i*wide : (i+1)*wide] {
				t += int(d)
			}
			s.v[i*s.long+y] = float32(t) * f
		}
	}
	return s
}

// down cuts the page into level strips, for rulings from top to bottom.
func down(k *tone.Ink, wide int) strips {
	s := strips{n: k.H / wide, long: k.W, wide: wide}
	s.v = make([]float32, s.n*s.long)
	sum := make([]int32, k.W)
	f := 1 / float32(wide)
	for i := range s.n {
		clear(sum)
		for y := i * wide; y < (i+1)*wide; y++ {
			for x, d := range k.D[y*k.W : (y+1)*k.W] {
				sum[x] += int32(d)
			}
		}
		out := s.v[i*s.long : (i+1)*s.long]
		for x, t := range sum {
			out[x] = float32(t) * f
		}
	}
	return s
}

// peak is where a profile is darker than on both sides of it.
type peak struct {
	at, wide, high float32
}

// peaks finds the peaks of one profile that are no wider than most.
func peaks(v []float32, most int, least float32, out []peak) []peak {
	reach := most + most/2 + 1
	lastEnd := float32(-1)
	for y := range v {
		top := v[y]
		if top < least {
			continue
		}
		if y > 0 && v[y-1] > top || y+1 < len(v) && v[y+1] >= top {
			continue
		}
		before, after := lowest(v, y-reach, y), lowest(v, y+1, y+1+reach)
		high := top - max(before, after)
		if high < least {
			continue
		}
		half := top - high/2
		a, first := flank(v, y, -1, half, saddle*high)
		b, last := flank(v, y, 1, half, saddle*high)
		if !first || !last {
			continue // the shoulder of a darker one
		}
		// The edges to a part of a dot.
		lo, hi := float32(a)-0.5, float32(b)+0.5
		if a > 0 {
			lo -= (v[a-1] - half + high/2) / max(high, 1) // what the next dot still bears
			lo = max(lo, float32(a)-1)
		}
		if b+1 < len(v) {
			hi += (v[b+1] - half + high/2) / max(high, 1)
			hi = min(hi, float32(b)+1)
		}
		if hi-lo > float32(most) || float32(y) < lastEnd {
			continue
		}
		lastEnd = hi
		out = append(out, peak{at: centre(v, a, b, half-high/2), wide: hi - lo, high: high})
	}
	return out
}

// saddle is how much lighter, of its height, the dots between two lines are that nearly run
// into one: it parts them where they are more than half as dark as the lines.
const saddle = 0.25

// flank is the last dot of a peak one way that is at least half as dark, or, where it gets
// darker again by so much, half as dark as it is against what lies between; ok is false where
// a darker one is met before.
func flank(v []float32, top, way int, half, rise float32) (end int, ok bool) {
	end = top
	low := top
	for i := top + way; i >= 0 && i < len(v) && v[i] >= half; i += way {
		if v[low] <= v[top]-rise && v[i] >= v[low]+rise && (i-top)*way >= nextLine {
			return flank(v, top, way, (v[top]+v[low])/2, rise)
		}
		if v[i] > v[top] {
			return end, false
		}
		if end = i; v[i] < v[low] {
			low = i
		}
	}
	return end, true
}

// nextLine is how many dots from a line the next one is at least: nearer to it is what a
// hole in a thick one leaves.
const nextLine = 3

func lowest(v []float32, from, to int) float32 {
	from, to = max(0, from), min(len(v), to)
	if from >= to { // nobody knows what is beyond the page
		return v[min(from, len(v)-1)]
	}
	m := v[from]
	for _, x := range v[from+1 : to] {
		m = min(m, x)
	}
	return m
}

// centre is the middle of what stands above a floor, a dot beyond a and b included.
func centre(v []float32, a, b int, floor float32) float32 {
	var sum, at float32
	for i := max(0, a-1); i <= min(len(v)-1, b+1); i++ {
		w := max(0, v[i]-floor)
		sum += w
		at += float32(w * float32(i)) // rounded on every processor
	}
	if sum == 0 {
		return float32(a+b) / 2
	}
	return at / sum
}
