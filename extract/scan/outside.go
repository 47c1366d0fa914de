package scan

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"ziping/extract"
	"ziping/extract/scan/blocks"
	"ziping/extract/scan/cells"
	"ziping/extract/scan/lines"
	"ziping/extract/scan/tone"
)

// without is the shrunk page in shades of grey, rulings painted over.
func (d *desk) without(k *tone.Ink) []uint8 {
	pix := make([]uint8, len(k.D))
	for i, v := range k.D {
		pix[i] = 255 - v
	}
	for _, r := range d.ridges {
		half := int(math.Ceil(r.Wide/2 + 0.5))
		for i, a := range r.At {
			c := int(math.Round(a))
			for t := c - half; t <= c+half; t++ {
				x, y := r.From+i, t
				if !r.Level {
					x, y = y, x
				}
				if x >= 0 && y >= 0 && x < k.W && y < k.H {
					pix[y*k.W+x] = 255
				}
			}
		}
	}
	return pix
}

// size is the size of the page's characters; 0 where too few stand on it. It counts
// specks on the way.
func (d *desk) size() (float64, []lines.Spot) {
	spots, specks := d.spots()
	runs := blocks.Find(spots, d.em)
	// Where lines lean, pieces of them are higher than they are.
	lean := d.ruled()
	for i, r := range runs {
		wide := min(float64(r.X1-r.X0), blocks.Piece*d.em)
		runs[i].High -= int(min(max(0, float64(r.High)-d.em/2), lean*max(0, wide-d.em)))
	}
	em := blocks.Size(runs)
	characters := 0.0
	for _, r := range runs {
		if float64(r.High) > 0.5*d.em {
			characters += float64(r.X1-r.X0) / float64(r.High)
		}
	}
	d.specks = float64(specks) / max(characters, 20)
	d.density = float64(specks) * d.em * d.em / float64(d.ink.W*d.ink.H)
	return em, spots
}

// ruled is how much the page's level rulings lean, either way.
func (d *desk) ruled() float64 {
	var all []float64
	for _, r := range d.ridges {
		if n := len(r.At); r.Level && float64(n) > 5*d.em {
			all = append(all, math.Abs(r.At[n-1]-r.At[0])/float64(n))
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

const (
	// beside is how much is cut out around a run of text, in characters.
	beside = 0.12
	// mostDots is how many times the dots of the picture are cut out at most: runs
	// of text overlap little, those of noise may do so without end.
	mostDots = 4
)

// outside is the text that no rulings enclose.
func (d *desk) outside(pt float64) []Region {
	w, h := int(d.flat.SheetW), int(d.flat.SheetH)
	if w < 1 || h < 1 {
		return nil
	}
	pix := d.straightPage(w, h)
	for _, f := range d.faces {
		cover(pix, w, h, f.Box)
	}
	var out []Region
	room := mostDots * len(d.picture.Grey)
	spots := lines.Spots(pix, w, h, 255-d.least)
	seals := blocks.Seals(spots, d.em)
	for _, b := range d.runs(spots) {
		if float64(b.Stroke) < 0.3*d.em {
			continue
		}
		if d.sealed(pix, w, b, seals) || d.beyond(b) {
			continue
		}
		e := beside * d.em
		box := extract.Box{float64(b.X0) - e, float64(b.Y0) - e, float64(b.X1) + e, float64(b.Y1) + e}
		if room -= int((box[2] - box[0]) * (box[3] - box[1]) * d.step * d.step); room < 0 {
			break
		}
		r := d.region(box, false, pt)
		if r.Lines != nil {
			out = append(out, r)
		}
	}
	return out
}

// runs are the runs of text that spots make. No text runs over an upright ruling: where a
// table has no border, cells are not enclosed and stand close beside each other.
func (d *desk) runs(spots []lines.Spot) (out []blocks.Block) {
	beside := map[int][]lines.Spot{} // by the ruling that is next on the left, -1 for none
	for _, s := range spots {
		x, y := float64(s.X0+s.X1)/2, float64(s.Y0+s.Y1)/2
		left := -1
		for i, g := range d.segments {
			if !g.Level && g.At < x && g.From <= y && y <= g.To && (left < 0 || g.At > d.segments[left].At) {
				left = i
			}
		}
		beside[left] = append(beside[left], s)
	}
	for _, left := range slices.Sorted(maps.Keys(beside)) {
		for _, b := range blocks.Find(beside[left], d.em) {
			if i := slices.IndexFunc(out, func(a blocks.Block) bool { return d.halves(a, b) }); i >= 0 {
				out[i].X0, out[i].Y0, out[i].X1, out[i].Y1 = min(out[i].X0, b.X0), min(out[i].Y0, b.Y0), max(out[i].X1, b.X1), max(out[i].Y1, b.Y1)
				continue
			}
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b blocks.Block) int { return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0)) })
	return out
}

// halves reports what an upright parts that lies over it, as a hole in the paper does: both
// parts are as high, and end at the ruling.
func (d *desk) halves(a, b blocks.Block) bool {
	if a.X0 > b.X0 {
		a, b = b, a
	}
	most, near := 1.6*d.em, 0.25*d.em
	both := float64(min(a.Y1, b.Y1) - max(a.Y0, b.Y0))
	return float64(max(a.X1-a.X0, b.X1-b.X0)) < most && math.Abs(float64(b.X0-a.X1)) < near && both >= 0.8*float64(max(a.Y1-a.Y0, b.Y1-b.Y0)) &&
		slices.ContainsFunc(d.segments, func(g cells.Segment) bool {
			return !g.Level && g.At >= float64(a.X1)-near && g.At <= float64(b.X0)+near && g.From <= float64(a.Y0) && g.To >= float64(a.Y1)
		})
}

// sealed reports whether a block stands within a seal and is lighter than ink, as the
// seal's own writing is.
func (d *desk) sealed(pix []uint8, w int, b blocks.Block, seals []blocks.Block) bool {
	x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	within := func(s blocks.Block) bool { return x > s.X0 && x < s.X1 && y > s.Y0 && y < s.Y1 }
	if !slices.ContainsFunc(seals, within) {
		return false
	}
	ink, all := 0, 0
	for v := b.Y0; v < b.Y1; v++ {
		for _, p := range pix[v*w+b.X0 : v*w+b.X1] {
			if float64(255-p) > 0.36*d.dark {
				all++
			}
			if float64(255-p) > 0.8*d.dark {
				ink++
			}
		}
	}
	return 10*ink < all
}

// beyond reports a block all of which stands where the paper ends: what a page lies on has
// a grain, and its edge a shadow, that are no writing.
func (d *desk) beyond(b blocks.Block) bool {
	y := float64(b.Y0+b.Y1) / 2
	for i := range 5 {
		x, y := d.flat.Page(float64(b.X0)+float64(b.X1-b.X0)*float64(i)/4, y)
		if d.ink.On(x*d.step, y*d.step) {
			return false
		}
	}
	return true
}

// cover paints paper over a box.
func cover(pix []uint8, w, h int, b extract.Box) {
	x0, y0 := max(0, int(b[0])), max(0, int(b[1]))
	x1, y1 := min(w, int(math.Ceil(b[2]))), min(h, int(math.Ceil(b[3])))
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			pix[y*w+x] = 255
		}
	}
}

// straightPage is the shrunk page made straight, without rulings.
func (d *desk) straightPage(w, h int) []uint8 {
	src := d.without(d.even)
	k := d.ink
	pix := make([]uint8, w*h)
	for y0 := 0; y0 < h; y0 += lattice {
		for x0 := 0; x0 < w; x0 += lattice {
			ax, ay := d.flat.Page(float64(x0), float64(y0))
			bx, by := d.flat.Page(float64(x0+lattice), float64(y0))
			cx, cy := d.flat.Page(float64(x0), float64(y0+lattice))
			for y := range min(lattice, h-y0) {
				fy := float64(y) / lattice
				for x := range min(lattice, w-x0) {
					fx := float64(x) / lattice
					px := int(ax + (bx-ax)*fx + (cx-ax)*fy + 0.5)
					py := int(ay + (by-ay)*fx + (cy-ay)*fy + 0.5)
					v := uint8(255)
					if px >= 0 && py >= 0 && px < k.W && py < k.H {
						v = src[py*k.W+px]
					}
					pix[(y0+y)*w+x0+x] = v
				}
			}
		}
	}
	return pix
}
