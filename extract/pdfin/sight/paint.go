package sight

import (
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// Painting shows what no rule about the order of drawing, clips, masks, blending
// and layers would: a character is seen if the page looks otherwise without it.

const (
	// mostPixels bounds a picture of a part of a page.
	mostPixels = 5_000_000
	// mostPasses is how often the part is painted at most, once as it is.
	mostPasses = 4
)

// paint finds the suspects that are not seen; false if it could not paint.
func (l *Looker) paint(page pdfium.Page, doubt []suspect, list []evidence.Char, s *Scene) bool {
	if l.Blind {
		return false
	}
	area, size := plane.Nowhere, math.Inf(1)
	for i := range doubt {
		area = plane.Around(area, doubt[i].ink)
		size = min(size, doubt[i].ch.Run.Size)
	}
	area = extract.Box{max(area[0]-2, 0), max(area[1]-2, 0), min(area[2]+2, s.Width), min(area[3]+2, s.Height)}
	return l.guarded(func() bool { return l.compare(page, area, size, doubt, list, s) })
}

// guarded paints, and leaves Painting set if that does not come back.
func (l *Looker) guarded(paint func() bool) bool {
	l.Painting = true
	done := paint()
	l.Painting = false
	return done
}

// compare paints an area of the page whole and without the suspects.
func (l *Looker) compare(page pdfium.Page, area extract.Box, size float64, doubt []suspect, list []evidence.Char, s *Scene) bool {
	c := newCanvas(page, area, s, size)
	if c == nil {
		return false
	}
	defer c.bitmap.Close()
	l.progress()
	whole := slices.Clone(c.paint())
	for _, pass := range passes(doubt, list, s.View) {
		left := map[uint64]pdfium.Object{}
		for _, i := range pass {
			run := doubt[i].ch.Run.ID
			if _, known := left[run]; !known {
				left[run] = page.At(run)
				left[run].SetActive(false)
			}
		}
		l.progress()
		less := c.paint()
		for _, i := range pass {
			d := &doubt[i]
			switch {
			case !d.drawn || c.differ(whole, less, d.ink):
			case d.under && c.red(whole, d.ink):
				d.ch.Add(evidence.Sealed, 0)
			default:
				d.ch.Add(evidence.Painted, 0)
			}
		}
		for _, run := range left {
			run.SetActive(true)
		}
	}
	return true
}

// passes sort suspects so that those of different runs that lie on one another
// are not left out at once.
func passes(doubt []suspect, list []evidence.Char, v plane.Matrix) [][]int {
	type group struct {
		box extract.Box // of all the run
		of  []int
	}
	var groups []*group
	byRun := map[*evidence.Run]*group{}
	for i := range doubt {
		run := doubt[i].ch.Run
		g := byRun[run]
		if g == nil {
			g = &group{box: doubt[i].ink}
			byRun[run] = g
			groups = append(groups, g)
		}
		g.of = append(g.of, i)
	}
	for i := range list {
		if g := byRun[list[i].Run]; g != nil {
			g.box = plane.Around(g.box, list[i].Glyph(v).Box)
		}
	}
	var out [][]int
	var taken [][]extract.Box
	for _, g := range groups {
		k := 0
		for k < len(taken) && k < mostPasses-2 && len(groups) < 2000 && slices.ContainsFunc(taken[k], func(b extract.Box) bool { return !plane.Apart(b, g.box) }) {
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
	page          pdfium.Page
	bitmap        pdfium.Bitmap
	w, h, stride  int
	scale, ox, oy float64
	fx, fy        float64 // how much more dots go to a point each way
}

// newCanvas is as large as characters of a size need to be told apart; nil if
// there is nothing to paint, or no room for it.
func newCanvas(page pdfium.Page, area extract.Box, s *Scene, size float64) *canvas {
	scale := min(max(18/size, 2), 5)
	w, h := area[2]-area[0], area[3]-area[1]
	if w <= 0 || h <= 0 || s.Width < 1 || s.Height < 1 {
		return nil
	}
	if w*h*scale*scale > mostPixels {
		scale = math.Sqrt(mostPixels / (w * h))
	}
	if scale < 0.5 {
		return nil
	}
	k := &canvas{page: page, w: int(w*scale) + 1, h: int(h*scale) + 1, scale: scale, ox: area[0], oy: area[1], fx: 1, fy: 1}
	if k.bitmap = page.NewBitmap(k.w, k.h); !k.bitmap.Exists() {
		return nil
	}
	k.stride = k.bitmap.Stride()
	return k
}

// paint paints the part anew; the pixels are valid until the next call.
func (k *canvas) paint() []byte {
	return k.bitmap.Paint(k.page, pdfium.Matrix{k.scale * k.fx, 0, 0, k.scale * k.fy, -k.ox * k.scale, -k.oy * k.scale})
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
