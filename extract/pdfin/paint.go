package pdfin

import (
	"encoding/binary"
	"math"
	"slices"

	"ziping/extract"
)

// Painting shows what no rule about the order of drawing, clips, masks, blending
// and layers would: a character is seen if the page looks otherwise without it.

const (
	// mostPixels bounds a picture of a part of a page.
	mostPixels = 5_000_000
	// mostPasses is how often the part is painted at most, once as it is.
	mostPasses = 4
	// faint is a difference of colour, of 255, that nobody sees.
	faint = 20
)

// paint marks the suspects that are not seen; false if it could not paint.
func (r *pageReader) paint(page uint64, doubt []suspect, chars []char, v pageView) bool {
	if r.unpainted {
		return false
	}
	area := doubt[0].ink
	size := math.Inf(1)
	for i := range doubt {
		b := doubt[i].ink
		area = extract.Box{min(area[0], b[0]), min(area[1], b[1]), max(area[2], b[2]), max(area[3], b[3])}
		size = min(size, doubt[i].ch.obj.size)
	}
	area = extract.Box{max(area[0]-2, 0), max(area[1]-2, 0), min(area[2]+2, v.w), min(area[3]+2, v.h)}
	*r.painting = true // it stays so if painting does not come back
	c := newCanvas(r.c, page, area, v, size)
	if c == nil {
		*r.painting = false
		return false
	}
	defer c.free()
	r.progress()
	whole := slices.Clone(c.paint())
	setActive := r.c.fn("FPDFPageObj_SetIsActive")
	for _, pass := range passes(doubt, chars, v.m) {
		switched := map[uint64]bool{}
		for _, i := range pass {
			if obj := doubt[i].ch.obj.handle; !switched[obj] {
				switched[obj] = true
				setActive.raw(obj, 0)
			}
		}
		r.progress()
		less := c.paint()
		for _, i := range pass {
			s := &doubt[i]
			switch {
			case !s.drawn || c.differ(whole, less, s.ink):
			case s.under && c.red(whole, s.ink):
				s.ch.sealed = true
			default:
				s.ch.unseen = true
			}
		}
		for obj := range switched {
			setActive.raw(obj, 1)
		}
	}
	*r.painting = false
	return true
}

// passes sort suspects so that those of different runs that lie on one another
// are not left out at once.
func passes(doubt []suspect, chars []char, v matrix) [][]int {
	type group struct {
		box extract.Box // of all the run
		of  []int
	}
	var groups []*group
	byRun := map[*textObject]*group{}
	for i := range doubt {
		obj := doubt[i].ch.obj
		g := byRun[obj]
		if g == nil {
			g = &group{box: doubt[i].ink}
			byRun[obj] = g
			groups = append(groups, g)
		}
		g.of = append(g.of, i)
	}
	for i := range chars {
		if g := byRun[chars[i].obj]; g != nil {
			b := chars[i].glyph(v).Box
			g.box = extract.Box{min(g.box[0], b[0]), min(g.box[1], b[1]), max(g.box[2], b[2]), max(g.box[3], b[3])}
		}
	}
	var out [][]int
	var taken [][]extract.Box
	for _, g := range groups {
		k := 0
		for k < len(taken) && k < mostPasses-2 && len(groups) < 2000 && slices.ContainsFunc(taken[k], func(b extract.Box) bool { return !apartFrom(b, g.box) }) {
			k++
		}
		if k == len(taken) {
			taken, out = append(taken, nil), append(out, nil)
		}
		taken[k], out[k] = append(taken[k], g.box), append(out[k], g.of...)
	}
	return out
}

// canvas is a picture of a part of a page in the sandbox's memory.
type canvas struct {
	c             *calls
	page, bitmap  uint64
	data          uint64 // address of the pixels
	w, h, stride  int
	scale, ox, oy float64
	fx, fy        float64 // PDFium paints a page of whole points
}

func newCanvas(c *calls, page uint64, area extract.Box, v pageView, size float64) *canvas {
	scale := min(max(18/size, 2), 5)
	w, h := area[2]-area[0], area[3]-area[1]
	if w <= 0 || h <= 0 || v.w < 1 || v.h < 1 {
		return nil
	}
	if w*h*scale*scale > mostPixels {
		scale = math.Sqrt(mostPixels / (w * h))
	}
	if scale < 0.5 {
		return nil
	}
	k := &canvas{c: c, page: page, w: int(w*scale) + 1, h: int(h*scale) + 1, scale: scale, ox: area[0], oy: area[1], fx: v.w / math.Floor(v.w), fy: v.h / math.Floor(v.h)}
	const bgrx = 3
	k.bitmap = uint64(c.fn("FPDFBitmap_CreateEx").u32(uint64(k.w), uint64(k.h), bgrx, 0, 0))
	if k.bitmap == 0 {
		return nil
	}
	k.data = uint64(c.fn("FPDFBitmap_GetBuffer").u32(k.bitmap))
	k.stride = c.fn("FPDFBitmap_GetStride").int(k.bitmap)
	return k
}

func (k *canvas) free() { k.c.fn("FPDFBitmap_Destroy").raw(k.bitmap) }

// paint paints the part anew; the pixels are valid until the next call.
func (k *canvas) paint() []byte {
	c := k.c
	c.fn("FPDFBitmap_FillRect").raw(k.bitmap, 0, 0, uint64(k.w), uint64(k.h), 0xFFFFFFFF)
	put := func(at uint64, values ...float64) {
		b := c.bytes(at, 4*len(values))
		for i, f := range values {
			binary.LittleEndian.PutUint32(b[4*i:], math.Float32bits(float32(f)))
		}
	}
	put(c.at(0), k.scale*k.fx, 0, 0, k.scale*k.fy, -k.ox*k.scale, -k.oy*k.scale)
	put(c.at(8), 0, 0, float64(k.w), float64(k.h))
	c.fn("FPDF_RenderPageBitmapWithMatrix").raw(k.bitmap, k.page, c.at(0), c.at(8), 0)
	return c.bytes(k.data, k.stride*k.h)
}

// differ reports that two pictures are unlike where a character's ink is: over
// a third of its width and height at least, since a sliver is not read.
func (k *canvas) differ(a, b []byte, ink extract.Box) bool {
	x0, y0 := int(math.Floor((ink[0]-k.ox)*k.scale)), int(math.Floor((ink[1]-k.oy)*k.scale))
	x1, y1 := int(math.Ceil((ink[2]-k.ox)*k.scale)), int(math.Ceil((ink[3]-k.oy)*k.scale))
	unlike := [4]int{x1, y1, x0, y0}
	for y := max(y0, 0); y < min(y1, k.h); y++ {
		for x := max(x0, 0); x < min(x1, k.w); x++ {
			at := y*k.stride + 4*x
			for i := at; i < at+3; i++ {
				if d := int(a[i]) - int(b[i]); d > faint || d < -faint {
					unlike = [4]int{min(unlike[0], x), min(unlike[1], y), max(unlike[2], x+1), max(unlike[3], y+1)}
					break
				}
			}
		}
	}
	return unlike[2] > unlike[0] && 3*(unlike[2]-unlike[0]) >= x1-x0 && 3*(unlike[3]-unlike[1]) >= y1-y0
}

// red reports that a place is the red of seals, for the most part. What a seal hides was
// not taken back by it.
func (k *canvas) red(a []byte, ink extract.Box) bool {
	x0, y0 := int((ink[0]-k.ox)*k.scale), int((ink[1]-k.oy)*k.scale)
	x1, y1 := int((ink[2]-k.ox)*k.scale), int((ink[3]-k.oy)*k.scale)
	red, all := 0, 0
	for y := max(y0, 0); y < min(y1, k.h); y++ {
		for x := max(x0, 0); x < min(x1, k.w); x++ {
			at := y*k.stride + 4*x
			b, g, r := int(a[at]), int(a[at+1]), int(a[at+2])
			if all++; r > 140 && 2*g < r && 2*b < r {
				red++
			}
		}
	}
	return all > 0 && 2*red >= all
}
