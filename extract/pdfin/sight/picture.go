package sight

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// Text that is a picture has no characters. A picture that looks like writing, in
// places where no character of the page stands, holds text that was not read: a
// table put on a page as a picture, whatever else stands there. Photographs, seals,
// signatures and codes look otherwise, and a picture under characters was read, by this
// program or another.

const (
	// A table of a few short rows is as wide and high as this at least, in points;
	// seals and signatures that are larger are red, or have not as many lines.
	leastWide, leastHigh = 100.0, 40.0
	// perCharacter is the area that a character of a form has at most, in square
	// points: with more characters than that a picture is their ground.
	perCharacter = 1500.0
	// mostPictures of a page are looked at.
	mostPictures = 20
)

// Unread are the pictures of a page that hold text which no character of the page
// tells. Pictures of which nothing can be painted are taken to.
func (l *Looker) Unread(page pdfium.Page, list []evidence.Char, s Scene) (unread []extract.Box) {
	var boxes []extract.Box
	for i := range list {
		boxes = append(boxes, list[i].Glyph(s.View).Box)
	}
	for _, b := range pictures(s) {
		over, recognised := 0, false
		for i, g := range boxes {
			if plane.InAny([]extract.Box{b}, (g[0]+g[2])/2, (g[1]+g[3])/2) {
				over++
				recognised = recognised || list[i].Has(evidence.OverPicture, evidence.Recognised)
			}
		}
		if !recognised && float64(over)*perCharacter < (b[2]-b[0])*(b[3]-b[1]) && l.writing(page, b, boxes, &s) {
			unread = append(unread, b)
		}
	}
	return append(unread, outlined(s.Drawing, boxes)...)
}

// pictures are those of a page that are large enough for a table. Strips that
// follow each other, as scanners and printers make them of one picture, are one.
func pictures(s Scene) []extract.Box {
	const touch = 1.0
	sheet := extract.Box{0, 0, s.Width, s.Height}
	var joined []extract.Box
	for _, b := range s.Drawing.Images {
		if b = plane.Common(b, sheet); b[0] >= b[2] || b[1] >= b[3] {
			continue
		}
		for k := 0; k < len(joined); k++ {
			o := joined[k]
			if plane.Apart(extract.Box{b[0] - touch, b[1] - touch, b[2] + touch, b[3] + touch}, o) {
				continue
			}
			b = plane.Around(b, o)
			joined = append(joined[:k], joined[k+1:]...)
			k = -1 // it may meet one before
		}
		joined = append(joined, b)
	}
	var out []extract.Box
	for _, b := range joined {
		if b[2]-b[0] >= leastWide && b[3]-b[1] >= leastHigh && len(out) < mostPictures {
			out = append(out, b)
		}
	}
	return out
}

// writing reports that a part of a page looks like lines of text where no
// character stands.
func (l *Looker) writing(page pdfium.Page, area extract.Box, boxes []extract.Box, s *Scene) bool {
	if l.Blind {
		return true
	}
	const usual = 9.0 // size of characters: their strokes must be told apart
	return l.guarded(func() bool {
		c := newCanvas(page, area, s, usual)
		if c == nil {
			return true
		}
		defer c.bitmap.Close()
		l.progress()
		t := c.tiles(c.paint())
		return t.written(boxes, c)
	})
}

// tile is what a small square of a picture looks like.
type tile uint8

const (
	other   tile = iota // shades and colours, as of a photograph or a seal
	plain               // ground alone
	strokes             // dark strokes on a ground
)

// tileSide is about the height of a line with the space to the next, in points.
const tileSide = 14.0

// tiling is a picture in tiles.
type tiling struct {
	cols, rows int
	side       int // in dots
	at         []tile
}

func (k *canvas) tiles(dots []byte) tiling {
	t := tiling{side: max(int(tileSide*k.scale), 4)}
	t.cols, t.rows = k.w/t.side, k.h/t.side
	for r := range t.rows {
		for c := range t.cols {
			t.at = append(t.at, k.tile(dots, c*t.side, r*t.side, t.side))
		}
	}
	return t
}

// tile tells what a square of dots looks like. Its ground is the shade that a
// quarter of it is lighter than; strokes are much darker, and of no colour.
func (k *canvas) tile(dots []byte, x0, y0, side int) tile {
	const much, little, colour = 70, 25, 60
	var count [256]int
	all := side * side
	each := func(visit func(light, tint int)) {
		for y := y0; y < y0+side; y++ {
			for x := x0; x < x0+side; x++ {
				at := y*k.stride + 4*x
				b, g, r := int(dots[at]), int(dots[at+1]), int(dots[at+2])
				visit((r+g+b)/3, max(r, g, b)-min(r, g, b))
			}
		}
	}
	each(func(light, _ int) { count[light]++ })
	ground, lighter := 255, 0
	for ; ground > 0 && lighter+count[ground] <= all/4; ground-- {
		lighter += count[ground]
	}
	dark, light := 0, 0
	each(func(v, tint int) {
		switch {
		case v >= ground-little:
			light++
		case v < ground-much && tint < colour:
			dark++
		}
	})
	share := func(n int) float64 { return float64(n) / float64(all) }
	switch {
	case share(dark) < 0.01 && share(light) > 0.9:
		return plain
	case share(dark) >= 0.01 && share(dark) < 0.4 && share(light) > 0.5:
		return strokes
	}
	return other
}

// written reports that a picture is a ground with strokes all over it, of which
// some lines and columns stand where no character does.
func (t *tiling) written(boxes []extract.Box, k *canvas) bool {
	known := make([]bool, len(t.at))
	for _, b := range boxes {
		for r := t.place(b[1]-k.oy, k); r <= t.place(b[3]-k.oy, k); r++ {
			for c := t.place(b[0]-k.ox, k); c <= t.place(b[2]-k.ox, k); c++ {
				if r >= 0 && r < t.rows && c >= 0 && c < t.cols {
					known[r*t.cols+c] = true
				}
			}
		}
	}
	odd, found := 0, 0
	rows, cols := map[int]bool{}, map[int]bool{}
	for i, kind := range t.at {
		switch {
		case kind == other:
			odd++
		case kind == strokes && !known[i]:
			found++
			rows[i/t.cols], cols[i%t.cols] = true, true
		}
	}
	const least, lines, columns = 10, 2, 5
	return odd*4 <= len(t.at) && found >= least && found*20 >= len(t.at) && len(rows) >= lines && len(cols) >= columns
}

// place is the tile at a distance in points from the picture's edge.
func (t *tiling) place(v float64, k *canvas) int {
	return int(math.Floor(v * k.scale / float64(t.side)))
}
