// Package pdfium is PDFium in a sandbox, one method for each of its functions
// that the reader calls:
//
//	engine := pdfium.New(pdfium.Settings{Cache: dir})
//	err := engine.Open(data, passwords, func(doc pdfium.Document) error {
//		page := doc.Page(0)
//		defer page.Close()
//		for i := range page.Objects() {
//			box, ok := page.Object(i).Bounds()
//		}
//		return nil
//	})
//
// Everything reached from a Document is valid until its Open ends, and is used
// by one goroutine. What comes back of PDFium is what the file made it say, and
// is not believed: counts may be negative or huge, handles may be null (Exists
// tells), figures may be nonsense. What goes wrong inside the sandbox ends Open
// with a *Trap and the instance is thrown away; callers need no checks for it.
//
// Lengths are in the coordinates of the page or of the form XObject that an
// object is part of, which count upwards.
package pdfium

// Box is left, bottom, right and top.
type Box = [4]float64

// Matrix is a transformation as PDF writes it: a, b, c, d, e, f.
type Matrix = [6]float64

// Colour is red, green, blue and alpha, from 0 to 255.
type Colour struct{ R, G, B, A uint32 }

// Shade is how light it is, from 0 to 255.
func (c Colour) Shade() int { return int(c.R+c.G+c.B) / 3 }

// Tint is how far red, green and blue are apart in it, from 0 to 255.
func (c Colour) Tint() int { return int(max(c.R, c.G, c.B) - min(c.R, c.G, c.B)) }

// handle is what PDFium calls one of its things. It may be used again for
// another once the page is closed.
type handle struct {
	lib *library
	h   uint32
}

// Exists reports that there is such a thing: PDFium answers with nothing for
// what it cannot find or load.
func (h handle) Exists() bool { return h.h != 0 }

// ID tells things of one page apart.
func (h handle) ID() uint64 { return uint64(h.h) }
