package pdfin

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
)

// thin is the most a filled shape may measure across to be a ruling. Word and
// Excel draw their rulings as filled rectangles of 0.5 to 2 points.
const thin = 3.0

// PDFium's kinds of page objects.
const (
	kindText    = 1
	kindPath    = 2
	kindImage   = 3
	kindShading = 4
	kindForm    = 5
)

const formDepth = 12

// mostAreas are the filled areas and pictures of a page that are remembered.
const mostAreas = 2000

// drawing is what is drawn on a page besides text.
type drawing struct {
	rules  []grid.Rule
	images []extract.Box
	dark   []extract.Box // filled areas that white text shows on
	covers []cover       // areas and pictures in the order of drawing
	off    int           // objects on layers that are switched off

	figures []figures // rulings that may be parts of characters
}

// drawer walks over the objects of a page.
type drawer struct {
	c     *calls
	limit int // of objects and segments yet to visit
	out   *drawing
	// layers tells which objects are switched off.
	layers *switched
	// ground are the dark areas drawn so far.
	ground []extract.Box
	// runs are the last runs of text, aside how far some were moved: see part.
	runs   []textRun
	aside  map[uint64]moved
	shifts map[uint64]float64 // the same as the object was told
	view   matrix             // of the page
	// order counts the objects; traces tell of runs of text.
	order  int
	traces map[uint64]trace
	// actual gives for runs the mark that says in other words what they are, and
	// spoken what it says: see hush.
	actual map[uint64]uint64
	spoken map[uint64]string

	kind, matrix, drawMode, width, count, segment, point, segmentType, close, bounds *call
	transparent, clip, clipPaths, clipCount, clipSegment                             *call
}

func newDrawer(c *calls, layers *switched) *drawer {
	return &drawer{
		c: c, layers: layers, aside: map[uint64]moved{}, shifts: map[uint64]float64{}, actual: map[uint64]uint64{}, spoken: map[uint64]string{}, traces: map[uint64]trace{}, kind: c.fn("FPDFPageObj_GetType"), matrix: c.fn("FPDFPageObj_GetMatrix"), drawMode: c.fn("FPDFPath_GetDrawMode"),
		width: c.fn("FPDFPageObj_GetStrokeWidth"), count: c.fn("FPDFPath_CountSegments"), segment: c.fn("FPDFPath_GetPathSegment"),
		point: c.fn("FPDFPathSegment_GetPoint"), segmentType: c.fn("FPDFPathSegment_GetType"), close: c.fn("FPDFPathSegment_GetClose"),
		bounds: c.fn("FPDFPageObj_GetBounds"), transparent: c.fn("FPDFPageObj_HasTransparency"), clip: c.fn("FPDFPageObj_GetClipPath"),
		clipPaths: c.fn("FPDFClipPath_CountPaths"), clipCount: c.fn("FPDFClipPath_CountPathSegments"), clipSegment: c.fn("FPDFClipPath_GetPathSegment"),
	}
}

// draw lists the rulings and pictures of a page, placed by its view.
func (d *drawer) draw(page uint64, v matrix, limit int) (*drawing, error) {
	d.limit, d.out, d.ground, d.order, d.view = limit, &drawing{}, d.ground[:0], 0, v
	clear(d.traces)
	n := d.c.fn("FPDFPage_CountObjects").int(page)
	get := d.c.fn("FPDFPage_GetObject")
	for i := range max(n, 0) {
		d.object(get.raw(page, uint64(i)), v, 0, false)
		if d.limit < 0 {
			return nil, tooMany(limit, extract.Text{ZH: "个图形(一页)", EN: "shapes on a page"})
		}
	}
	return d.out, nil
}

// object takes one object and what is in it. What lies in a form that is odd is
// odd too, see trace.
func (d *drawer) object(obj uint64, v matrix, depth int, odd bool) {
	d.limit--
	d.order++
	if uint32(obj) == 0 || d.limit < 0 {
		return
	}
	kind := d.kind.int(obj)
	if d.layers.isOff(obj) {
		d.out.off++
		return
	}
	switch kind {
	case kindText:
		d.widen(obj)
		d.trace(obj, v, odd)
		d.part(obj, v)
		d.hush(obj)
	case kindPath:
		d.path(obj, d.placed(obj, v))
	case kindImage:
		box := d.placed(obj, v).box(0, 0, 1, 1)
		if w, h := box[2]-box[0], box[3]-box[1]; min(w, h) <= thin && max(w, h) > 3*thin {
			d.rule(box) // a ruling painted as a picture
		} else {
			if len(d.out.images) < mostAreas {
				d.out.images = append(d.out.images, box)
			}
			d.cover(box, -1, obj, false)
		}
	case kindShading:
		if e, ok := d.edges(obj); ok && len(d.out.dark) < mostAreas {
			d.out.dark = append(d.out.dark, v.box(e[0], e[1], e[2], e[3]))
			d.cover(v.box(e[0], e[1], e[2], e[3]), -1, obj, false)
		}
	case kindForm:
		if depth >= formDepth {
			return
		}
		inner := d.placed(obj, v)
		odd = odd || d.transparent.ok(obj) || d.layers.mayHide()
		before := d.runs
		d.runs = nil // PDFium looks for repeats in each form by itself
		n := d.c.fn("FPDFFormObj_CountObjects").int(obj)
		get := d.c.fn("FPDFFormObj_GetObject")
		for i := range max(n, 0) {
			d.object(get.raw(obj, uint64(i)), inner, depth+1, odd)
		}
		d.runs = before
	}
}

// widen mends a run of text that PDFium holds to have no width and would leave
// out of a page's characters: a single character that the font at hand cannot
// draw, as in `(④) Tj` set in SimSun that is not embedded. A stroked run has at
// least the width of its stroke.
func (d *drawer) widen(obj uint64) {
	c := d.c
	if e, ok := d.edges(obj); !ok || e[2]-e[0] >= 0.01 {
		return
	}
	const fillAndStroke = 2
	if c.fn("FPDFTextObj_GetTextRenderMode").int(obj) == 0 {
		c.fn("FPDFTextObj_SetTextRenderMode").raw(obj, fillAndStroke)
		c.fn("FPDFPageObj_SetStrokeWidth").raw(obj, uint64(math.Float32bits(1)))
		d.shift(obj, 0) // has it measured anew
	}
}

// edges are the left, bottom, right and top edge of an object, in the
// coordinates it is drawn in.
func (d *drawer) edges(obj uint64) (e [4]float64, ok bool) {
	c := d.c
	if !d.bounds.ok(obj, c.at(0), c.at(1), c.at(2), c.at(3)) {
		return e, false
	}
	for i := range e {
		c.floats(c.at(i), e[i:i+1])
	}
	return e, true
}

// shift moves an object to the right.
func (d *drawer) shift(obj uint64, by float64) {
	one, none := math.Float64bits(1), math.Float64bits(0)
	d.c.fn("FPDFPageObj_Transform").raw(obj, one, none, none, one, math.Float64bits(by), none)
}

// placed is an object's own matrix, then the view.
func (d *drawer) placed(obj uint64, v matrix) matrix {
	if !d.matrix.ok(obj, d.c.at(0)) {
		return v
	}
	var m [6]float64
	d.c.floats(d.c.at(0), m[:])
	return matrix{m[0], m[1], m[2], m[3], m[4], m[5]}.then(v)
}

// path takes the rulings out of one path.
func (d *drawer) path(obj uint64, v matrix) {
	c := d.c
	if !d.drawMode.ok(obj, c.at(0), c.at(1)) {
		return
	}
	filled, stroked := c.u32(c.at(0)) != 0, c.u32(c.at(1)) != 0
	if !filled && !stroked {
		return
	}
	half := 0.0
	if stroked {
		if d.width.ok(obj, c.at(0)) {
			var w [1]float64
			c.floats(c.at(0), w[:])
			half = w[0] / 2 * math.Sqrt(math.Abs(v.a*v.d-v.b*v.c))
		}
	}
	n := d.count.int(obj)
	d.limit -= max(n, 0)
	var pts [][2]float64
	closed, curved, first := false, false, len(d.out.rules)
	flush := func() {
		if len(pts) > 1 {
			if stroked {
				d.stroke(pts, closed, half)
			}
			if filled {
				d.fill(obj, pts)
			}
		}
		pts, closed = pts[:0], false
	}
	for i := range max(n, 0) {
		if d.limit < 0 {
			return
		}
		s := d.segment.raw(obj, uint64(i))
		if uint32(s) == 0 || !d.point.ok(s, c.at(0), c.at(1)) {
			continue
		}
		var p [1]float64
		c.floats(c.at(0), p[:])
		x := p[0]
		c.floats(c.at(1), p[:])
		x, y := v.apply(x, p[0])
		switch d.segmentType.int(s) {
		case 2: // begins a new figure
			flush()
		case 1: // a curve: its points are no straight line
			pts, curved = append(pts, [2]float64{math.NaN(), 0}), true
		}
		pts = append(pts, [2]float64{x, y})
		if d.close.ok(s) {
			closed = true
		}
	}
	flush()
	const cell = 5 // corners, the first again
	if now := len(d.out.rules); now > first && (curved || n > cell+2) {
		d.out.figures = append(d.out.figures, figures{first, now, !curved})
	}
}

// stroke takes each straight and upright piece of a line.
func (d *drawer) stroke(pts [][2]float64, closed bool, half float64) {
	if closed {
		pts = append(pts, pts[0])
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		if math.IsNaN(a[0]) || math.IsNaN(b[0]) {
			continue
		}
		w, h := math.Abs(a[0]-b[0]), math.Abs(a[1]-b[1])
		if min(w, h) > 0.02*max(w, h)+0.1 || max(w, h) < 0.3 {
			continue // slanted, or a dot
		}
		box := extract.Box{min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])}
		across := min(half, thin/2)
		if w >= h {
			box[1], box[3] = box[1]-across, box[3]+across
		} else {
			box[0], box[2] = box[0]-across, box[2]+across
		}
		d.rule(box)
	}
}

// fill takes a filled figure that is too thin to hold text.
func (d *drawer) fill(obj uint64, pts [][2]float64) {
	box := extract.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range pts {
		if math.IsNaN(p[0]) {
			continue
		}
		box[0], box[1], box[2], box[3] = min(box[0], p[0]), min(box[1], p[1]), max(box[2], p[0]), max(box[3], p[1])
	}
	w, h := box[2]-box[0], box[3]-box[1]
	switch {
	case min(w, h) <= thin && max(w, h) >= 0.3:
		d.rule(box)
	case w > 5 && h > 5:
		d.area(box, d.shade(obj))
		fallthrough
	case w > thin && h > thin:
		d.cover(box, int(d.shade(obj)), obj, len(pts) <= 5)
	}
}

// shade is how light a filled figure is, from 0 to 255. A pattern counts as
// between: it may be dark.
func (d *drawer) shade(obj uint64) uint32 {
	c := d.c
	if !c.fn("FPDFPageObj_GetFillColor").ok(obj, c.at(0), c.at(1), c.at(2), c.at(3)) {
		return 150
	}
	return (c.u32(c.at(0)) + c.u32(c.at(1)) + c.u32(c.at(2))) / 3
}

// area takes a filled area. Tables of old web pages and some report tools are
// light areas on a dark ground, which shows between them as rulings.
func (d *drawer) area(box extract.Box, shade uint32) {
	const dark, light, white = 110, 190, 245
	if shade >= light {
		for _, g := range d.ground {
			if g[0] <= box[0] && g[1] <= box[1] && g[2] >= box[2] && g[3] >= box[3] && (g[2]-g[0])*(g[3]-g[1]) > 1.01*(box[2]-box[0])*(box[3]-box[1]) {
				d.rule(extract.Box{box[0], box[1], box[2], box[1]})
				d.rule(extract.Box{box[0], box[3], box[2], box[3]})
				d.rule(extract.Box{box[0], box[1], box[0], box[3]})
				d.rule(extract.Box{box[2], box[1], box[2], box[3]})
				break
			}
		}
	}
	if shade < dark && len(d.ground) < 1000 {
		d.ground = append(d.ground, box)
	}
	if shade < white && len(d.out.dark) < mostAreas {
		d.out.dark = append(d.out.dark, box)
	}
}

func (d *drawer) rule(b extract.Box) {
	for _, v := range b {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return
		}
	}
	d.out.rules = append(d.out.rules, grid.Rule{X0: b[0], Y0: b[1], X1: b[2], Y1: b[3]})
}
