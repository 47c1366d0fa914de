package scanin

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
)

// Scanners pack the pages of a TIFF as JPEG, which the decoder does not know: each strip
// or tile is a JPEG of its own whose tables stand once for all of them, or, in the older
// way, the page is one JPEG within the file.

const (
	tagCompression  = 259
	tagPhotometric  = 262
	packedJPEG      = 7
	packedJPEGOlder = 6
)

// errPieces is a page whose pieces do not make it up.
var errPieces = errors.New("tiff: pieces of the page are missing")

// jpegPacked reports a page that is packed as JPEG.
func (d directory) jpegPacked() bool {
	c, _ := d.number(tagCompression)
	return c == packedJPEG || c == packedJPEGOlder
}

// config is the size of a page, without unpacking it.
func (d directory) config() image.Config {
	const width, height = 256, 257
	w, _ := d.number(width)
	h, _ := d.number(height)
	return image.Config{Width: int(min(w, 1<<30)), Height: int(min(h, 1<<30))}
}

// unpackJPEG unpacks a page that is packed as JPEG.
func (d directory) unpackJPEG() (image.Image, error) {
	if c, _ := d.number(tagCompression); c == packedJPEGOlder {
		return d.olderJPEG()
	}
	size := d.config()
	at, lengths, w, h := d.pieces(size)
	if len(at) == 0 || len(at) != len(lengths) || w <= 0 || h <= 0 {
		return nil, errPieces
	}
	across := (size.Width + w - 1) / w
	if len(at) < across*((size.Height+h-1)/h) {
		return nil, errPieces
	}
	tables := d.tables()
	out := draw.Image(image.NewGray(image.Rect(0, 0, size.Width, size.Height)))
	for i := range at {
		piece, err := d.piece(tables, at[i], lengths[i])
		if err != nil {
			return nil, err
		}
		if _, grey := piece.(*image.Gray); !grey && i == 0 {
			out = image.NewRGBA(out.Bounds())
		}
		x, y := i%across*w, i/across*h
		if y >= size.Height { // of another plane
			break
		}
		draw.Draw(out, image.Rect(x, y, x+w, y+h), piece, piece.Bounds().Min, draw.Src)
	}
	return out, nil
}

// pieces are the strips or tiles of a page, from where in the file and how many bytes
// each, and how large they are.
func (d directory) pieces(size image.Config) (at, lengths []uint32, w, h int) {
	const stripAt, rowsOfStrip, stripLengths, tileWidth, tileHeight, tileAt, tileLengths = 273, 278, 279, 322, 323, 324, 325
	if tw, ok := d.number(tileWidth); ok {
		th, _ := d.number(tileHeight)
		return d.numbers(tileAt), d.numbers(tileLengths), int(tw), int(th)
	}
	rows, ok := d.number(rowsOfStrip)
	if !ok || rows > uint32(size.Height) {
		rows = uint32(size.Height)
	}
	return d.numbers(stripAt), d.numbers(stripLengths), size.Width, int(rows)
}

// tables are the tables that all pieces share, without the marks around them.
func (d directory) tables() []byte {
	const tag, undefined = 347, 7
	kind, n, v := d.field(tag)
	at := int64(d.order.Uint32(v[:]))
	if kind != undefined || n < 4 || at+int64(n) > int64(len(d.data)) {
		return nil
	}
	return d.data[at+2 : at+int64(n)-2]
}

// piece unpacks one strip or tile.
func (d directory) piece(tables []byte, at, n uint32) (image.Image, error) {
	from, to := int64(at), int64(at)+int64(n)
	if n < 4 || to > int64(len(d.data)) {
		return nil, errPieces
	}
	packed := make([]byte, 0, len(tables)+int(n))
	packed = append(packed, d.data[from:from+2]...)
	packed = append(packed, tables...)
	packed = append(packed, d.data[from+2:to]...)
	c, err := jpeg.DecodeConfig(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	if err := fits(c); err != nil {
		return nil, err
	}
	img, err := jpeg.Decode(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	const rgb = 2
	if p, _ := d.number(tagPhotometric); p == rgb {
		if planes, ok := img.(*image.YCbCr); ok {
			return asRGB(planes), nil
		}
	}
	return img, nil
}

// asRGB takes the planes of a picture for what they are where the file says that they are
// red, green and blue: the decoder takes them for light and colour.
func asRGB(p *image.YCbCr) image.Image {
	out := image.NewRGBA(p.Bounds())
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x++ {
			c := p.COffset(x, y)
			out.SetRGBA(x, y, color.RGBA{p.Y[p.YOffset(x, y)], p.Cb[c], p.Cr[c], 255})
		}
	}
	return out
}

// olderJPEG unpacks a page that is one JPEG in the file.
func (d directory) olderJPEG() (image.Image, error) {
	const tagAt, tagLength = 513, 514
	at, ok := d.number(tagAt)
	n, _ := d.number(tagLength)
	if !ok || int64(at) >= int64(len(d.data)) {
		return nil, errPieces
	}
	end := int64(at) + int64(n)
	if n == 0 || end > int64(len(d.data)) {
		end = int64(len(d.data))
	}
	packed := d.data[at:end]
	c, err := jpeg.DecodeConfig(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	if err := fits(c); err != nil {
		return nil, err
	}
	return jpeg.Decode(bytes.NewReader(packed))
}
