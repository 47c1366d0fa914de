package text

import (
	"math"

	"ziping/extract/ocr"
)

// Specks of bad paper are read as points and commas, and hide where a line begins. What
// stands close to a character may be a point or a part of one and stays; what is small,
// far from everything but other specks and not one of a row is a speck. Where there
// are few of them nothing is taken away, nor where they are everywhere.

const (
	// speckArea and speckSide are the most a speck has, in square ems and ems; aloneX
	// and aloneY are how far it is from characters.
	speckArea, speckSide, aloneX, aloneY = 0.011, 0.13, 0.7, 0.4
	// texture is how many small pieces there are in a square em from which on they are
	// everywhere: the network takes such paper as it is, and reads the few that would
	// remain.
	texture = 3.6
	// fewSpecks is how many prove nothing, mostSpecks how many are looked at.
	fewSpecks, mostSpecks = 2, 500
)

// swept is an Image without its specks: img itself where there are few.
func (f *fitter) swept(img ocr.Image, l line, size float64) ocr.Image {
	threshold := uint8(l.dark())
	f.lonely = f.lonely[:0]
	pieces := f.specks(img, threshold, size)
	if len(pieces) > mostSpecks || float64(len(pieces))*size*size > texture*float64(len(img.Pix)) {
		return img
	}
	for _, b := range pieces {
		if f.alone(img, b, int(aloneX*size), int(aloneY*size)) && !f.inRow(b, size) {
			f.lonely = append(f.lonely, b)
		}
	}
	if len(f.lonely) <= fewSpecks {
		return img
	}
	f.clean = append(f.clean[:0], img.Pix...)
	for _, b := range f.lonely {
		for y := max(b.y0-1, 0); y < min(b.y1+1, img.H); y++ {
			for x := max(b.x0-1, 0); x < min(b.x1+1, img.W); x++ {
				f.clean[y*img.W+x] = max(f.clean[y*img.W+x], uint8(l.paper))
			}
		}
	}
	img.Pix = f.clean
	return img
}

// What a dot of an Image is: paper, a part of a small piece of ink, or of a large one.
const (
	none = iota
	small
	large
)

func grownTo(v []uint8, n int) []uint8 {
	if cap(v) < n {
		return make([]uint8, n)
	}
	clear(v[:n])
	return v[:n]
}

// blob is a small piece of ink and its box.
type blob struct{ x0, y0, x1, y1, area int }

// specks are all pieces of ink that are small enough.
func (f *fitter) specks(img ocr.Image, threshold uint8, size float64) []blob {
	area, side := speckArea*size*size, speckSide*size
	f.ink = grownTo(f.ink, len(img.Pix))
	f.blobs = f.blobs[:0]
	for i, v := range img.Pix {
		if v >= threshold || f.ink[i] != none {
			continue
		}
		b := blob{img.W, img.H, 0, 0, 0}
		f.stack = append(f.stack[:0], i)
		f.ink[i] = large
		for k := 0; k < len(f.stack); k++ {
			x, y := f.stack[k]%img.W, f.stack[k]/img.W
			b.x0, b.y0, b.x1, b.y1 = min(b.x0, x), min(b.y0, y), max(b.x1, x+1), max(b.y1, y+1)
			b.area++
			for v := max(y-1, 0); v <= min(y+1, img.H-1); v++ {
				for u := max(x-1, 0); u <= min(x+1, img.W-1); u++ {
					if j := v*img.W + u; f.ink[j] == none && img.Pix[j] < threshold {
						f.ink[j] = large
						f.stack = append(f.stack, j)
					}
				}
			}
		}
		if float64(b.area) <= area && float64(max(b.x1-b.x0, b.y1-b.y0)) <= side {
			f.blobs = append(f.blobs, b)
			for _, j := range f.stack {
				f.ink[j] = small
			}
		}
	}
	return f.blobs
}

// alone is whether there is nothing but small pieces around a box.
func (f *fitter) alone(img ocr.Image, b blob, dx, dy int) bool {
	for y := max(b.y0-dy, 0); y < min(b.y1+dy, img.H); y++ {
		for _, k := range f.ink[y*img.W+max(b.x0-dx, 0) : y*img.W+min(b.x1+dx, img.W)] {
			if k == large {
				return false
			}
		}
	}
	return true
}

// inRow is whether a small piece is one of three on a level, as the points of an
// ellipsis are.
func (f *fitter) inRow(b blob, size float64) bool {
	const level, near = 0.05, 0.8
	n := 0
	for _, o := range f.blobs {
		dx, dy := float64(o.x0+o.x1-b.x0-b.x1)/2, float64(o.y0+o.y1-b.y0-b.y1)/2
		if math.Abs(dy) <= level*size && math.Abs(dx) <= near*size && 2*o.area >= b.area && o.area <= 2*b.area {
			n++
		}
	}
	return n >= 3 // with itself
}
