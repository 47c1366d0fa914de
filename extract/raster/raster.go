// Package raster is a picture of a page as scanners and cameras give it, before
// anything is known of what stands on it.
//
//	p := raster.New(1654, 2339)
//	p.Grey[y*p.W+x] = 255 // paper
package raster

// Picture is a page in dots, row by row from the top left.
type Picture struct {
	W, H int
	Grey []uint8 // 0 black to 255 white, W*H
	// Red is the red of a picture in colour, in which red seals are as light as
	// paper; nil where the picture has none.
	Red []uint8
	// DPI is what the file says of its resolution; 0 where it says nothing or
	// nothing that a page could have.
	DPI float64
}

// New is a black picture without colour.
func New(w, h int) *Picture { return &Picture{W: w, H: h, Grey: make([]uint8, w*h)} }
