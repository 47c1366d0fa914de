package wear

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
)

// Image is the picture as the library has it.
func (p *Picture) Image() image.Image {
	r := image.Rect(0, 0, p.W, p.H)
	if len(p.Planes) == 3 {
		m := image.NewRGBA(r)
		for i := range p.Planes[0] {
			m.Pix[4*i], m.Pix[4*i+1], m.Pix[4*i+2], m.Pix[4*i+3] = p.Planes[0][i], p.Planes[1][i], p.Planes[2][i], 255
		}
		return m
	}
	if p.Binary {
		m := image.NewPaletted(r, color.Palette{color.Gray{0}, color.Gray{255}})
		for i, v := range p.Planes[0] {
			m.Pix[i] = v >> 7
		}
		return m
	}
	return &image.Gray{Pix: p.Planes[0], Stride: p.W, Rect: r}
}

// Encode writes a JPEG where the damage has a quality, else a PNG, and the
// extension of its name.
func (p *Picture) Encode() (data []byte, ext string, err error) {
	var b bytes.Buffer
	if p.JPEG > 0 {
		if err := jpeg.Encode(&b, p.Image(), &jpeg.Options{Quality: p.JPEG}); err != nil {
			return nil, "", err
		}
		return density(b.Bytes(), p.DPIX, p.DPIY), ".jpg", nil
	}
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, p.Image()); err != nil {
		return nil, "", err
	}
	return physical(b.Bytes(), p.DPIX, p.DPIY), ".png", nil
}

// density puts a JFIF header with the resolution into a JPEG that has none.
func density(data []byte, x, y float64) []byte {
	h := []byte{0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1}
	h = binary.BigEndian.AppendUint16(h, uint16(math.Round(x)))
	h = binary.BigEndian.AppendUint16(h, uint16(math.Round(y)))
	return append(append(h, 0, 0), data[2:]...)
}

// physical puts the resolution into a PNG, behind its header.
func physical(data []byte, x, y float64) []byte {
	const header = 8 + 25
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, uint32(math.Round(x/0.0254)))
	chunk = binary.BigEndian.AppendUint32(chunk, uint32(math.Round(y/0.0254)))
	chunk = append(chunk, 1)
	out := append([]byte(nil), data[:header]...)
	out = append(out, 0, 0, 0, 9)
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	return append(out, data[header:]...)
}
