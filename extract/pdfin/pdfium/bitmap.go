package pdfium

// Bitmap is a picture in the sandbox's memory: four bytes a dot, blue, green,
// red, and one that means nothing.
type Bitmap struct {
	handle
	width, height int
	stride        int
	pixels        uint64 // address
}

// NewBitmap is a picture to paint pages on; it is null if there is no memory for
// it. Close ends it.
func (p Page) NewBitmap(width, height int) Bitmap {
	l := p.lib
	const bgrx = 3
	b := Bitmap{handle: handle{l, l.fn(fnBitmapCreateEx).u32(uint64(width), uint64(height), bgrx, 0, 0)}, width: width, height: height}
	if b.Exists() {
		b.pixels = uint64(l.fn(fnBitmapGetBuffer).u32(b.ID()))
		b.stride = l.fn(fnBitmapGetStride).int(b.ID())
	}
	return b
}

// Close ends it.
func (b Bitmap) Close() { b.lib.fn(fnBitmapDestroy).raw(b.ID()) }

// Stride is how many bytes a row of dots takes.
func (b Bitmap) Stride() int { return b.stride }

// Paint paints a page on white, by a matrix that leads from points counted down
// from the top left of the page to dots. The dots are valid until the next call.
func (b Bitmap) Paint(p Page, m Matrix) []byte {
	l := b.lib
	const white, flags = 0xFFFFFFFF, 0
	l.fn(fnBitmapFillRect).raw(b.ID(), 0, 0, uint64(b.width), uint64(b.height), white)
	const clipAt = 8
	l.putFloats(l.at(0), m[:])
	l.putFloats(l.at(clipAt), []float64{0, 0, float64(b.width), float64(b.height)})
	l.fn(fnRenderPageBitmapWithMatrix).raw(b.ID(), p.ID(), l.at(0), l.at(clipAt), flags)
	return l.bytes(b.pixels, b.stride*b.height)
}
