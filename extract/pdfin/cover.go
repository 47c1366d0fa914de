package pdfin

import (
	"math"

	"ziping/extract"
)

// cover is a filled area or a picture: what lies under it may not be seen, and
// what lies on it may have its colour.
type cover struct {
	box   extract.Box
	order int // of drawing
	shade int // of a filled area from 0 to 255, -1 for pictures and patterns
	obj   uint64
	plain bool // a rectangle: nothing inside the box is left out
}

// trace is what the walk over a page's objects tells of a run of text.
type trace struct {
	order int
	clip  extract.Box // what lies outside is not drawn
	odd   bool        // transparent, blended or masked, or may be switched off
}

var everywhere = extract.Box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}

// mostClip is the number of segments of a clip path that are looked at.
const mostClip = 40

// trace notes where in the order of drawing a run of text stands, and what it
// is clipped to.
func (d *drawer) trace(obj uint64, v matrix, odd bool) {
	d.traces[obj] = trace{order: d.order, clip: d.clipOf(obj, v), odd: odd || d.transparent.ok(obj)}
}

// clipOf is a box around what an object's clip lets through.
func (d *drawer) clipOf(obj uint64, v matrix) extract.Box {
	out := everywhere
	clip := d.clip.raw(obj)
	if uint32(clip) == 0 {
		return out
	}
	for p := range max(d.clipPaths.int(clip), 0) {
		n := d.clipCount.int(clip, uint64(p))
		if n < 1 || n > mostClip {
			continue
		}
		d.limit -= n
		box := extract.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for i := range n {
			if x, y, ok := d.pointOf(d.clipSegment.raw(clip, uint64(p), uint64(i))); ok {
				x, y = v.apply(x, y)
				box = extract.Box{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
			}
		}
		out = extract.Box{max(out[0], box[0]), max(out[1], box[1]), min(out[2], box[2]), min(out[3], box[3])}
	}
	return out
}

// pointOf is the point of a segment.
func (d *drawer) pointOf(segment uint64) (x, y float64, ok bool) {
	c := d.c
	if uint32(segment) == 0 || !d.point.ok(segment, c.at(0), c.at(1)) {
		return 0, 0, false
	}
	var p [1]float64
	c.floats(c.at(0), p[:])
	x = p[0]
	c.floats(c.at(1), p[:])
	return x, p[0], true
}

// cover notes an area that may hide text.
func (d *drawer) cover(box extract.Box, shade int, obj uint64, plain bool) {
	if len(d.out.covers) < mostAreas {
		d.out.covers = append(d.out.covers, cover{box, d.order, shade, obj, plain})
	}
}

// bands sort covers by the height they lie at, so that a character is held
// against few of them.
type bands struct {
	covers []cover
	at     [][]int32
}

const bandHeight = 24

func newBands(covers []cover, height float64) bands {
	b := bands{covers: covers, at: make([][]int32, int(min(max(height, 0), 20_000)/bandHeight)+1)}
	for i := range covers {
		from, to := b.band(covers[i].box[1]), b.band(covers[i].box[3])
		for k := from; k <= to; k++ {
			b.at[k] = append(b.at[k], int32(i))
		}
	}
	return b
}

func (b bands) band(y float64) int {
	return int(min(max(y/bandHeight, 0), float64(len(b.at)-1)))
}

// over calls f for the covers that meet a box.
func (b bands) over(box extract.Box, f func(*cover)) {
	for _, i := range b.at[b.band((box[1]+box[3])/2)] {
		if c := &b.covers[i]; c.box[0] < box[2] && c.box[2] > box[0] && c.box[1] < box[3] && c.box[3] > box[1] {
			f(c)
		}
	}
}

// within reports that a box lies in another.
func within(inner, outer extract.Box) bool {
	return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

// apartFrom reports that two boxes have nothing in common.
func apartFrom(a, b extract.Box) bool {
	return a[2] <= b[0] || a[0] >= b[2] || a[3] <= b[1] || a[1] >= b[3]
}

// shrunk is a box without a share of its width and height at each side.
func shrunk(b extract.Box, share float64) extract.Box {
	w, h := share*(b[2]-b[0]), share*(b[3]-b[1])
	return extract.Box{b[0] + w, b[1] + h, b[2] - w, b[3] - h}
}
