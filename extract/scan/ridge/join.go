package ridge

import (
	"math"
	"slices"
)

// apart is the longest gap that is bridged, in characters.
const apart = 2.5

// once drops what was found twice, the shorter of both. A short one that goes on beyond
// the other is not the same: the upright of one row, where strokes of the next row were
// taken for its rest.
func once(found []*Ridge, em float64) []*Ridge {
	slices.SortStableFunc(found, func(a, b *Ridge) int { return len(b.At) - len(a.At) })
	room := int(meeting * em)
	var out []*Ridge
	for _, r := range found {
		short := float64(len(r.At)) < alone*em
		if !slices.ContainsFunc(out, func(o *Ridge) bool {
			return r.within(o) && (!short || o.From <= r.From+room && o.To() >= r.To()-room)
		}) {
			out = append(out, r)
		}
	}
	return out
}

// join bridges gaps between ridges that go on each other.
func join(out []*Ridge, em float64) []*Ridge {
	for i := 0; i < len(out); i++ {
		for j := 0; j < len(out); j++ {
			if i == j || !goesOn(out[i], out[j], em) {
				continue
			}
			out[i] = bridge(out[i], out[j])
			out = slices.Delete(out, j, j+1)
			if j < i {
				i--
			}
			j = -1 // what did not go on before may do so now
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
	r := &Ridge{Level: a.Level, From: a.From}
	r.Wide = (float64(a.Wide*n) + float64(b.Wide*m)) / (n + m)
	r.High = (float64(a.High*n) + float64(b.High*m)) / (n + m)
	// What goes on beyond the ends stays at both of them.
	from, to := a.From, b.To()
	if a.whole != nil {
		from = a.whole.From
	}
	if b.whole != nil {
		to = b.whole.To()
	}
	left, right := a.reach(from, min(a.To(), b.From)), b.reach(b.From, to)
	if left == nil {
		left = a.reach(a.From, a.From+1)
	}
	w := &Ridge{Level: a.Level, From: left.From, Wide: r.Wide, High: r.High}
	w.At, w.seen = slices.Clone(left.At), slices.Clone(left.seen)
	last, gap := w.At[len(w.At)-1], b.From-w.To()
	for i := range gap {
		f := float64(i+1) / float64(gap+1)
		w.At = append(w.At, float64(last*(1-f))+float64(b.At[0]*f))
		w.seen = append(w.seen, look{})
	}
	w.At = append(w.At, right.At...)
	w.seen = append(w.seen, right.seen...)
	r.whole = w
	return r.reach(a.From, b.To())
}
