package press

import (
	"image"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"
)

// Plane is how much of each dot is covered with ink, 0 to 255, row by row.
type Plane struct {
	W, H  int
	Scale float64 // dots a point
	Ink   []uint8
}

// NewPlane is white paper of a size in points.
func NewPlane(width, height, scale float64) *Plane {
	p := &Plane{W: int(math.Ceil(width * scale)), H: int(math.Ceil(height * scale)), Scale: scale}
	p.Ink = make([]uint8, p.W*p.H)
	return p
}

// cover lays ink over a dot.
func (p *Plane) cover(x, y int, a uint8) {
	if x < 0 || y < 0 || x >= p.W || y >= p.H || a == 0 {
		return
	}
	v := &p.Ink[y*p.W+x]
	*v = uint8(255 - (255-int(*v))*(255-int(a))/255)
}

// Rect fills a box in points with ink of a density of 0 to 1; its edges may lie
// between dots.
func (p *Plane) Rect(x0, y0, x1, y1, density float64) {
	x0, y0, x1, y1 = x0*p.Scale, y0*p.Scale, x1*p.Scale, y1*p.Scale
	for y := int(math.Floor(y0)); float64(y) < y1; y++ {
		dy := min(y1, float64(y+1)) - max(y0, float64(y))
		for x := int(math.Floor(x0)); float64(x) < x1; x++ {
			dx := min(x1, float64(x+1)) - max(x0, float64(x))
			p.cover(x, y, uint8(255*dx*dy*density+0.5))
		}
	}
}

// Turn is how a glyph is laid: turned by an angle in radians round its place.
type Turn struct{ Sin, Cos float64 }

// Upright turns nothing.
var Upright = Turn{0, 1}

// Text prints a line whose baseline begins at a place in points.
func (p *Plane) Text(s Stack, text string, x, y, size float64) {
	for _, r := range text {
		f, i := s.Find(r)
		if f != nil {
			p.glyph(f, i, x, y, size, Upright)
		}
		x += s.Advance(r) * size
	}
}

// glyph prints one glyph whose origin lies at a place in points.
func (p *Plane) glyph(f *Face, i sfnt.GlyphIndex, x, y, size float64, t Turn) {
	path, err := f.outline(i, size*p.Scale)
	if err != nil || len(path) == 0 {
		return
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for n := range path {
		for k := range path[n].points() {
			a := &path[n].P[k]
			a[0], a[1] = x*p.Scale+a[0]*t.Cos-a[1]*t.Sin, y*p.Scale+a[0]*t.Sin+a[1]*t.Cos
			x0, y0, x1, y1 = min(x0, a[0]), min(y0, a[1]), max(x1, a[0]), max(y1, a[1])
		}
	}
	left, top := int(math.Floor(x0)), int(math.Floor(y0))
	w, h := int(math.Ceil(x1))-left+1, int(math.Ceil(y1))-top+1
	if w > 4000 || h > 4000 {
		return
	}
	z := vector.NewRasterizer(w, h)
	for _, s := range path {
		var q [3][2]float32
		for k, a := range s.P {
			q[k] = [2]float32{float32(a[0] - float64(left)), float32(a[1] - float64(top))}
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(q[0][0], q[0][1])
		case sfnt.SegmentOpLineTo:
			z.LineTo(q[0][0], q[0][1])
		case sfnt.SegmentOpQuadTo:
			z.QuadTo(q[0][0], q[0][1], q[1][0], q[1][1])
		case sfnt.SegmentOpCubeTo:
			z.CubeTo(q[0][0], q[0][1], q[1][0], q[1][1], q[2][0], q[2][1])
		}
	}
	z.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	z.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	for y := range h {
		for x := range w {
			p.cover(left+x, top+y, mask.Pix[y*mask.Stride+x])
		}
	}
}
