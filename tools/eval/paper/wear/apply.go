package wear

import (
	"math"
	"math/rand/v2"

	"ziping/tools/eval/paper/press"
)

// Sheet is what is damaged.
type Sheet struct {
	Width, Height float64      // points
	Ink           *press.Plane // of the print
	Seals         *press.Plane // of the stamps, nil for none
	Back          *press.Plane // what stands behind the page, nil for none
}

// Picture is a damaged sheet: one plane of brightness, or three.
type Picture struct {
	W, H     int
	Planes   [][]uint8 // grey; or red, green, blue
	DPIX     float64
	DPIY     float64
	Binary   bool
	JPEG     int
	Geometry Geometry
}

// Apply damages a sheet.
func (d *Damage) Apply(s Sheet, rng *rand.Rand) *Picture {
	g := d.geometry(s.Width, s.Height)
	seen := d.look(s, &g, rng)
	for i := range seen {
		d.shade(seen[i])
	}
	d.edges(seen, rng)
	for _, c := range d.Copies {
		c.over(seen, &g, rng)
	}
	for _, f := range seen {
		f.blur(d.Blur, d.Blur)
		d.sense(f, rng)
	}
	d.lines(seen, rng)
	p := &Picture{DPIX: g.DPIX, DPIY: g.DPIY, Binary: d.Binary > 0, JPEG: d.JPEG}
	for _, f := range seen {
		if d.Doubled {
			f = f.doubled()
		}
		f = f.turned(d.Turn)
		plane := make([]uint8, len(f.v))
		for i, v := range f.v {
			plane[i] = uint8(min(255, max(0, v*255+0.5)))
		}
		p.W, p.H = f.w, f.h
		p.Planes = append(p.Planes, plane)
	}
	if d.Doubled {
		g.double()
		p.DPIY = g.DPIY
	}
	if d.Turn%2 != 0 {
		p.DPIX, p.DPIY = p.DPIY, p.DPIX
	}
	p.Geometry = g
	return p
}

// look is what falls on the glass: paper, ink, stamps, the back and the bed.
func (d *Damage) look(s Sheet, g *Geometry, rng *rand.Rand) []field {
	w, h := g.flat()
	ink, inside := newField(w, h), newField(w, h)
	var seal, back field
	if s.Seals != nil {
		seal = newField(w, h)
	}
	if s.Back != nil && d.Through > 0 {
		back = newField(w, h)
	}
	holes := d.holes(s)
	for y := range h {
		for x := range w {
			px, py := g.fromFlat(float64(x)+0.5, float64(y)+0.5)
			if px < 0 || py < 0 || px > s.Width || py > s.Height || holes(px, py) {
				continue
			}
			*inside.at(x, y) = 1
			*ink.at(x, y) = sample(s.Ink, px, py, g)
			if seal.v != nil {
				*seal.at(x, y) = sample(s.Seals, px, py, g)
			}
			if back.v != nil {
				*back.at(x, y) = sample(s.Back, s.Width-px, py, g)
			}
		}
	}
	if back.v != nil {
		back.blur(1.1*g.DPIX/72, 1.1*g.DPIY/72)
	}
	if d.Starved > 0 {
		patches, grain := clouds(w, h, 14*g.DPIX/72, rng), clouds(w, h, 0.5*g.DPIX/72, rng)
		for i := range ink.v {
			lack := d.Starved * (1 + 0.7*float64(patches.v[i])) * (1 + 0.9*float64(grain.v[i]))
			ink.v[i] *= float32(1 - min(1, max(0, lack)))
		}
	}
	var texture field
	if d.Grain > 0 {
		texture = clouds(w, h, 1.2*g.DPIX/72, rng)
	}
	var desk field
	if d.Bed < 0.6 {
		desk = clouds(w, h, 3*g.DPIX/72, rng)
	}
	planes := 1
	if d.Colour {
		planes = 3
	}
	out := make([]field, planes)
	for c := range out {
		paper, stamp := d.tone(d.Paper, c), float32(1)
		if s.Seals != nil {
			stamp = d.tone(d.Seal, c)
		}
		f := newField(w, h)
		for i := range f.v {
			if inside.v[i] == 0 {
				f.v[i] = float32(d.Bed)
				if desk.v != nil {
					f.v[i] *= 1 + 0.04*desk.v[i]
				}
				continue
			}
			v := paper
			if texture.v != nil {
				v += float32(d.Grain) * texture.v[i]
			}
			if back.v != nil {
				v *= 1 - float32(d.Through)*back.v[i]
			}
			if seal.v != nil {
				v *= 1 - seal.v[i]*float32(d.SealInk)*(1-stamp)
			}
			f.v[i] = v*(1-ink.v[i]) + float32(d.Toner)*ink.v[i]*(v/max(paper, 0.01))
		}
		out[c] = f
	}
	return out
}

// tone is one colour of three, or their brightness where the picture is grey.
func (d *Damage) tone(c [3]float64, plane int) float32 {
	if c == [3]float64{} {
		return 1
	}
	if d.Colour {
		return float32(c[plane])
	}
	return float32(0.3*c[0] + 0.59*c[1] + 0.11*c[2])
}

// sample is the ink round a place, over about one dot of the picture.
func sample(p *press.Plane, x, y float64, g *Geometry) float32 {
	rx, ry := 0.25*72/g.DPIX*p.Scale, 0.25*72/g.DPIY*p.Scale
	x, y = x*p.Scale-0.5, y*p.Scale-0.5
	return (linear(p, x-rx, y-ry) + linear(p, x+rx, y-ry) + linear(p, x-rx, y+ry) + linear(p, x+rx, y+ry)) / (4 * 255)
}

func linear(p *press.Plane, x, y float64) float32 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int(fx), int(fy)
	if ix < 0 || iy < 0 || ix+1 >= p.W || iy+1 >= p.H {
		return 0
	}
	tx, ty := float32(x-fx), float32(y-fy)
	row := p.Ink[iy*p.W+ix:]
	a, b, c, e := float32(row[0]), float32(row[1]), float32(row[p.W]), float32(row[p.W+1])
	return (a*(1-tx)+b*tx)*(1-ty) + (c*(1-tx)+e*tx)*ty
}

// holes tells the places that were punched out: 6 mm wide, 80 mm apart.
func (d *Damage) holes(s Sheet) func(x, y float64) bool {
	return func(x, y float64) bool {
		for i := range d.Holes {
			cy := s.Height/2 + (float64(i)-float64(d.Holes-1)/2)*227
			if math.Hypot(x-29, y-cy) < 8.5 {
				return true
			}
		}
		return false
	}
}

// turned turns by quarters clockwise.
func (f field) turned(n int) field {
	for range n & 3 {
		o := newField(f.h, f.w)
		for y := range f.h {
			for x := range f.w {
				*o.at(f.h-1-y, x) = *f.at(x, y)
			}
		}
		f = o
	}
	return f
}

// doubled has each line twice.
func (f field) doubled() field {
	o := newField(f.w, 2*f.h)
	for y := range o.h {
		copy(o.v[y*o.w:(y+1)*o.w], f.v[y/2*f.w:(y/2+1)*f.w])
	}
	return o
}
