package scan

import (
	"math"

	"ziping/extract"
	"ziping/extract/ocr"
	"ziping/extract/scan/lines"
	"ziping/extract/scan/ridge"
	"ziping/extract/scan/tone"
)

// regions cuts out every face.
func (d *desk) regions(pt float64) []Region {
	var out []Region
	for _, f := range d.faces {
		r := d.region(f.Box, true, pt)
		out = append(out, r)
	}
	return out
}

// region cuts out one box of the sheet.
func (d *desk) region(b extract.Box, enclosed bool, pt float64) Region {
	r := Region{Box: extract.Box{b[0] * pt, b[1] * pt, b[2] * pt, b[3] * pt}, Enclosed: enclosed}
	c := d.cut(b)
	if enclosed {
		c.blots()
		r.Touched = c.heal()
	}
	r.Image, r.Dots = c.img, d.step/pt
	r.Left, r.Top = c.box[0]*pt-float64(c.pad)/r.Dots, c.box[1]*pt-float64(c.pad)/r.Dots
	em := d.em * d.step
	high := 0
	for _, l := range lines.Find(r.Image.Pix, r.Image.W, r.Image.H, d.writing(em)) {
		r.Lines = append(r.Lines, Line{l.X0, l.Y0, l.X1, l.Y1})
		r.Touched = r.Touched || enclosed && (c.shaved(l) || c.minus(l))
		if 2*(l.X1-l.X0) > 3*(l.Y1-l.Y0) {
			high = max(high, l.Y1-l.Y0)
		}
	}
	if r.Lines != nil {
		r.Size = em
		// Lines that are higher than the page's font have one of their own.
		if size := float64(high) / full; size > larger*em {
			r.Size = size
		}
	}
	return r
}

// onDots moves a box by less than a dot of the picture, so that dots of its image are
// dots of the picture where the page is straight, and not mixed of their neighbours:
// at 100 dpi strokes are hardly wider than that.
func (d *desk) onDots(b extract.Box) extract.Box {
	// The middle of the dot at the middle of the box, as cut counts them.
	mx := b[0] + (math.Floor((b[2]-b[0])*d.step/2)+0.5)/d.step
	my := b[1] + (math.Floor((b[3]-b[1])*d.step/2)+0.5)/d.step
	px, py := d.flat.Page(mx, my)
	u, v := d.flat.Sheet((math.Floor(px*d.step)+0.5)/d.step, (math.Floor(py*d.step)+0.5)/d.step)
	dx, dy := u-mx, v-my
	return extract.Box{b[0] + dx, b[1] + dy, b[2] + dx, b[3] + dy}
}

// writing is what lines of characters of a size look like.
func (d *desk) writing(em float64) lines.Options {
	return lines.Options{Em: em, Ink: d.dark, Noise: d.noise, Specks: d.specks, Density: d.density, Strewn: d.strewn, Edge: int((margin + 0.2) * em)}
}

const (
	// full is how high a line of Chinese is, of the size of its font.
	full = 0.94
	// larger is how much larger a font is that is not the page's.
	larger = 1.2
)

// margin is how much paper is put around a part of a page, in characters.
const margin = 0.5

// lattice is how many dots of an Image are between points whose place on the picture
// is computed; between them it is nearly linear.
const lattice = 16

// cutting is the image of one box of the sheet while it is made.
type cutting struct {
	*desk
	box   extract.Box
	img   ocr.Image
	pad   int          // dots of paper around the box
	src   []uint8      // of the picture
	sides [][]border   // along the rulings around the box
	gone  []lines.Line // what was taken away as a rest of them, or as another box's
}

// cut makes the image of a box of the sheet at the picture's own resolution, paper
// made white, rulings taken away.
func (d *desk) cut(b extract.Box) *cutting {
	c := &cutting{desk: d, box: d.onDots(b), pad: int(math.Ceil(margin * d.em * d.step)), src: tone.Channel(d.picture)}
	w, h := int(math.Round((b[2]-b[0])*d.step)), int(math.Round((b[3]-b[1])*d.step))
	c.img = ocr.Image{W: w + 2*c.pad, H: h + 2*c.pad}
	c.img.Pix = make([]uint8, c.img.W*c.img.H)
	for i := range c.img.Pix {
		c.img.Pix[i] = 255
	}
	for y0 := 0; y0 < h; y0 += lattice {
		for x0 := 0; x0 < w; x0 += lattice {
			c.patch(x0, y0, min(lattice, w-x0), min(lattice, h-y0))
		}
	}
	c.erase()
	c.sides = c.borders()
	c.scrape()
	return c
}

// patch fills up to lattice² dots of an image.
func (c *cutting) patch(x0, y0, w, h int) {
	d, img, src, b, pad := c.desk, c.img, c.src, c.box, c.pad
	at := func(x, y int) (float64, float64) {
		px, py := d.flat.Page(b[0]+(float64(x)+0.5)/d.step, b[1]+(float64(y)+0.5)/d.step)
		return px*d.step - 0.5, py*d.step - 0.5
	}
	ax, ay := at(x0, y0)
	bx, by := at(x0+w, y0)
	cx, cy := at(x0, y0+h)
	// Places and levels in 1/65536.
	const one = 1 << 16
	gain := int(255 * 256 / d.ink.At(ax, ay))
	fix := func(v float64) int { return int(min(max(v, -1e6), 1e6) * one) }
	ux, uy := fix((bx-ax)/float64(w)), fix((by-ay)/float64(w))
	vx, vy := fix((cx-ax)/float64(h)), fix((cy-ay)/float64(h))
	sw, sh := d.picture.W, d.picture.H
	for y := range h {
		px, py := fix(ax)+y*vx, fix(ay)+y*vy
		row := img.Pix[(pad+y0+y)*img.W+pad+x0:][:w]
		for x := range row {
			// The level between four dots.
			cx, cy := min(max(px, 0), (sw-1)*one-1), min(max(py, 0), (sh-1)*one-1)
			i := cy>>16*sw + cx>>16
			fx, fy := cx>>8&255, cy>>8&255
			a, b := src[i:i+2], src[i+sw:i+sw+2]
			v := (int(a[0])*(256-fx)+int(a[1])*fx)*(256-fy) + (int(b[0])*(256-fx)+int(b[1])*fx)*fy
			row[x] = uint8(min(255, (v>>8*gain+one/2)>>16))
			px += ux
			py += uy
		}
	}
}

// erase paints paper over the rulings in and around a box.
func (c *cutting) erase() {
	c.around(func(i int) {
		r := c.ridges[i]
		half := c.half(r)
		from, to := c.beside(r)
		for j := from; j < to; j++ {
			x, y := c.on(r, j)
			c.blot(r.Level, x, y, half)
		}
	})
}

// around calls f with each ruling in and around a box.
func (c *cutting) around(f func(i int)) {
	d, b := c.desk, c.box
	for i, r := range d.ridges {
		s := d.segments[i]
		lo, hi, a, z := b[1], b[3], b[0], b[2]
		if !r.Level {
			lo, hi, a, z = b[0], b[2], b[1], b[3]
		}
		room := d.em / 2
		if s.At < lo-room || s.At > hi+room || s.To < a-room || s.From > z+room {
			continue
		}
		f(i)
	}
}

// beside are the dots of a ruling that may lie along a box.
func (c *cutting) beside(r *ridge.Ridge) (from, to int) {
	d, b := c.desk, c.box
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, u := range []float64{b[0] - d.em, b[2] + d.em} {
		for _, v := range []float64{b[1] - d.em, b[3] + d.em} {
			x, y := d.flat.Page(u, v)
			if !r.Level {
				x = y
			}
			lo, hi = min(lo, x), max(hi, x)
		}
	}
	n := len(r.At)
	return int(min(max(lo-float64(r.From), 0), float64(n))), int(min(max(hi-float64(r.From)+1, 0), float64(n)))
}

// half is half of how much is erased across a ruling, in dots of the picture.
func (d *desk) half(r *ridge.Ridge) float64 { return r.Wide/2*d.step + 0.5*d.step + 0.5 }

// on is where a dot of a ruling lies on the image of a box.
func (c *cutting) on(r *ridge.Ridge, j int) (x, y float64) {
	p := point(r, j)
	u, v := c.flat.Sheet(p[0], p[1])
	return (u-c.box[0])*c.step + float64(c.pad), (v-c.box[1])*c.step + float64(c.pad)
}

// blot paints paper over one dot of a ruling of the shrunk page.
func (c *cutting) blot(level bool, x, y, half float64) {
	d, img := c.desk, c.img
	wide, high := d.step/2+0.5, half
	if !level {
		wide, high = half, d.step/2+0.5
	}
	x0, x1 := max(0, int(math.Floor(x-wide))), min(img.W, int(math.Ceil(x+wide)))
	y0, y1 := max(0, int(math.Floor(y-high))), min(img.H, int(math.Ceil(y+high)))
	for v := y0; v < y1; v++ {
		for u := x0; u < x1; u++ {
			img.Pix[v*img.W+u] = 255
		}
	}
}
