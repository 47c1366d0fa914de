package ridge

import (
	"math"
	"slices"
)

// apart is the longest gap that is bridged, in characters.
const apart = 2.5

// once drops what was found twice, the shorter of both.
func once(found []*Ridge) []*Ridge {
	slices.SortStableFunc(found, func(a, b *Ridge) int { return len(b.At) - len(a.At) })
	var out []*Ridge
	for _, r := range found {
		twice := func(o *Ridge) bool {
			return min(o.To(), r.To())-max(o.From, r.From) > len(r.At)*6/10 && near(o, r)
		}
		if !slices.ContainsFunc(out, twice) {
			out = append(out, r)
		}
	}
	return out
}

// join bridges gaps between ridges that go on each other.
func join(out []*Ridge, em float64) []*Ridge {
	for again := true; again; {
		again = false
		for i := 0; i < len(out) && !again; i++ {
			for j := range out {
				if i != j && goesOn(out[i], out[j], em) {
					out[i] = bridge(out[i], out[j])
					out = slices.Delete(out, j, j+1)
					again = true
					break
				}
			}
		}
	}
	return out
}

// near reports whether two ridges are the same where they overlap.
func near(a, b *Ridge) bool {
	m := float64(max(a.From, b.From)+min(a.To(), b.To())) / 2
	return math.Abs(a.Along(m)-b.Along(m)) < 1.5
}

// goesOn reports whether b begins where a ends, in its direction.
func goesOn(a, b *Ridge, em float64) bool {
	if a.Level != b.Level {
		return false
	}
	gap := b.From - a.To()
	if float64(gap) > apart*em || float64(gap) < -em {
		return false
	}
	if b.To() < a.To() {
		return false
	}
	if min(a.High, b.High) < 0.4*max(a.High, b.High) {
		return false
	}
	room := 1.2 + 0.02*math.Abs(float64(gap))
	t := float64(a.To())
	u := float64(b.From)
	return math.Abs(a.Along(u)-b.Along(u)) < room && math.Abs(a.Along(t)-b.Along(t)) < room
}

// bridge is both as one.
func bridge(a, b *Ridge) *Ridge {
	n, m := float64(len(a.At)), float64(len(b.At))
	r := &Ridge{Level: a.Level, From: a.From, At: slices.Clone(a.At), seen: slices.Clone(a.seen)}
	r.Wide = (a.Wide*n + b.Wide*m) / (n + m)
	r.High = (a.High*n + b.High*m) / (n + m)
	if b.From <= a.To() {
		k := max(1, b.From-a.From)
		r.At, r.seen = r.At[:k], r.seen[:k]
	}
	last, gap := r.At[len(r.At)-1], b.From-r.To()
	for i := range gap {
		f := float64(i+1) / float64(gap+1)
		r.At = append(r.At, last*(1-f)+b.At[0]*f)
		r.seen = append(r.seen, look{})
	}
	r.At = append(r.At, b.At...)
	r.seen = append(r.seen, b.seen...)
	return r
}
