package scanin

import (
	"image"
	"image/color"

	"ziping/extract/raster"
)

// tones is a decoded picture in shades of grey, with its red where it has colour.
// What is transparent shows paper. The picture is of no more use: one in grey is moved
// together where it is.
func tones(img image.Image) *raster.Picture {
	b := img.Bounds()
	if m, ok := img.(*image.Gray); ok {
		p := &raster.Picture{W: b.Dx(), H: b.Dy(), Grey: m.Pix[:b.Dx()*b.Dy()]}
		for y := range p.H {
			copy(p.Grey[y*p.W:(y+1)*p.W], m.Pix[m.PixOffset(b.Min.X, b.Min.Y+y):])
		}
		return p
	}
	p := raster.New(b.Dx(), b.Dy())
	switch m := img.(type) {
	case *image.YCbCr:
		lumaAndRed(p, m)
	default:
		p.Red = make([]uint8, p.W*p.H)
		at := palette(img)
		for y := range p.H {
			for x := range p.W {
				i := y*p.W + x
				p.Grey[i], p.Red[i] = at(b.Min.X+x, b.Min.Y+y)
			}
		}
	}
	if p.Colourless() {
		p.Red = nil
	}
	return p
}

// lumaAndRed takes a picture that keeps light and colour apart, as JPEG does.
func lumaAndRed(p *raster.Picture, m *image.YCbCr) {
	p.Red = make([]uint8, p.W*p.H)
	b := m.Bounds()
	for y := range p.H {
		for x := range p.W {
			i := y*p.W + x
			luma := m.Y[m.YOffset(b.Min.X+x, b.Min.Y+y)]
			cr := int(m.Cr[m.COffset(b.Min.X+x, b.Min.Y+y)]) - 128
			p.Grey[i] = luma
			p.Red[i] = uint8(min(max(int(luma)+(91881*cr+1<<15)>>16, 0), 255))
		}
	}
}

// palette is how the dots of a picture are looked at, the few colours of one with a
// palette once.
func palette(img image.Image) func(x, y int) (grey, red uint8) {
	m, ok := img.(*image.Paletted)
	if !ok {
		return func(x, y int) (uint8, uint8) { return tone(img.At(x, y)) }
	}
	var known [256][2]uint8
	for i, c := range m.Palette {
		known[i&255][0], known[i&255][1] = tone(c)
	}
	return func(x, y int) (uint8, uint8) {
		k := known[m.ColorIndexAt(x, y)]
		return k[0], k[1]
	}
}

func tone(c color.Color) (grey, red uint8) {
	r, g, b, a := c.RGBA()
	paper := 0xffff - a
	r, g, b = r+paper, g+paper, b+paper
	return uint8((19595*r + 38470*g + 7471*b + 1<<15) >> 24), uint8(r >> 8)
}
