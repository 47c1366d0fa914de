package pdfium

// Of an Object that is a path, and of what objects are clipped to.

// DrawMode reports whether a path is filled and stroked.
func (o Object) DrawMode() (filled, stroked, ok bool) {
	l := o.lib
	if !l.fn(fnPathGetDrawMode).ok(o.ID(), l.at(0), l.at(1)) {
		return false, false, false
	}
	return l.u32(0) != 0, l.u32(1) != 0, true
}

// Segments counts the segments of a path.
func (o Object) Segments() int { return o.lib.fn(fnPathCountSegments).int(o.ID()) }

// Segment is one of them.
func (o Object) Segment(i int) Segment {
	return Segment{handle{o.lib, o.lib.fn(fnPathGetPathSegment).u32(o.ID(), uint64(i))}}
}

// Segment is a point of a path and the way to it.
type Segment struct{ handle }

// SegmentKind is the way to the point of a Segment.
type SegmentKind int

// The kinds of segments. A curve is three of them.
const (
	LineTo  SegmentKind = 0
	CurveTo SegmentKind = 1
	MoveTo  SegmentKind = 2
)

// Point is where the segment ends.
func (s Segment) Point() (x, y float64, ok bool) {
	l := s.lib
	if !s.Exists() || !l.fn(fnPathSegmentGetPoint).ok(s.ID(), l.at(0), l.at(1)) {
		return 0, 0, false
	}
	return l.f32(0), l.f32(1), true
}

// Kind is the way to it.
func (s Segment) Kind() SegmentKind {
	return SegmentKind(s.lib.fn(fnPathSegmentGetType).int(s.ID()))
}

// Closes reports that the figure is closed behind it.
func (s Segment) Closes() bool { return s.lib.fn(fnPathSegmentGetClose).ok(s.ID()) }

// ClipPath is what an object is clipped to: the part that all its paths share.
type ClipPath struct{ handle }

// Paths counts the paths.
func (c ClipPath) Paths() int { return c.lib.fn(fnClipPathCountPaths).int(c.ID()) }

// Segments counts the segments of one.
func (c ClipPath) Segments(path int) int {
	return c.lib.fn(fnClipPathCountPathSegments).int(c.ID(), uint64(path))
}

// Segment is one of them.
func (c ClipPath) Segment(path, i int) Segment {
	return Segment{handle{c.lib, c.lib.fn(fnClipPathGetPathSegment).u32(c.ID(), uint64(path), uint64(i))}}
}
