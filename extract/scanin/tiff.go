package scanin

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"

	"golang.org/x/image/tiff"

	"ziping/extract"
	"ziping/extract/raster"
)

// A TIFF is a chain of directories, each of which describes a page. The decoder knows
// the first; for another the header is made to point at it.

const tiffHead = 8

func isTIFF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("II*\x00")) || bytes.HasPrefix(data, []byte("MM\x00*"))
}

func byteOrder(data []byte) binary.ByteOrder {
	if data[0] == 'I' {
		return binary.LittleEndian
	}
	return binary.BigEndian
}

func openTIFF(data []byte, l extract.Limits) (*file, error) {
	if len(data) < tiffHead {
		return nil, truncated(nil)
	}
	pages, err := tiffPages(data, l.Pages)
	if err != nil {
		return nil, err
	}
	return &file{
		mediaType: "image/tiff", pages: len(pages),
		picture:  func(i int) (*raster.Picture, error) { return tiffPicture(data, pages[i]) },
		original: func(i int) (Original, error) { return tiffOriginal(data, pages[i]) },
	}, nil
}

// tiffPages are where the directories of the pages stand. A preview is no page.
func tiffPages(data []byte, most int) ([]uint32, error) {
	order := byteOrder(data)
	var pages []uint32
	seen := map[uint32]bool{}
	for at := order.Uint32(data[4:]); at != 0; {
		d, ok := directoryAt(data, order, at)
		if !ok {
			if len(pages) > 0 {
				return pages, nil
			}
			return nil, truncated(nil)
		}
		if seen[at] { // a chain that bites its tail
			break
		}
		seen[at] = true
		const newSubfileType, reduced = 254, 1
		if v, _ := d.number(newSubfileType); v&reduced == 0 {
			pages = append(pages, at)
		}
		if len(seen) > most {
			return nil, &extract.Error{
				Kind: extract.ErrLimit,
				Reason: extract.Text{
					ZH: fmt.Sprintf("这个 TIFF 的页数超过上限 %d，不像一份自评表", most),
					EN: fmt.Sprintf("the TIFF has more than %d pages; this is not the size of a form", most),
				},
				Hint: extract.Text{ZH: "请只保留自评表所在的页，或拆成几个文件", EN: "keep the pages with the form alone, or split the file"},
			}
		}
		at = d.next
	}
	if len(pages) == 0 {
		return nil, damaged(nil)
	}
	return pages, nil
}

// tiffPage unpacks a page.
func tiffPage(data []byte, at uint32) (image.Image, directory, error) {
	order := byteOrder(data)
	page := &patched{data: data, head: [tiffHead]byte(data[:tiffHead])}
	order.PutUint32(page.head[4:], at)
	if d, ok := directoryAt(data, order, at); ok && d.jpegPacked() {
		if err := fits(d.config()); err != nil {
			return nil, d, err
		}
		img, err := d.unpackJPEG()
		if err != nil {
			return nil, d, explain(err)
		}
		return img, d, nil
	}
	c, err := tiff.DecodeConfig(page.reader())
	if err != nil {
		return nil, directory{}, explainTIFF(err)
	}
	if err := fits(c); err != nil {
		return nil, directory{}, err
	}
	d, _ := directoryAt(data, order, at)
	img, err := tiff.Decode(page.reader())
	if err != nil {
		return nil, directory{}, explainTIFF(err)
	}
	if g, ok := img.(*image.Gray); ok && d.faxedInBlack() {
		for i, v := range g.Pix {
			g.Pix[i] = 255 - v
		}
	}
	return img, d, nil
}

// faxedInBlack reports a page packed as faxes are in which 0 is black. The white of a fax
// is 0, whatever 0 means to the file, so that its black and white change places; the
// decoder leaves them.
func (d directory) faxedInBlack() bool {
	const compression, group3, group4, photometric, blackIsZero = 259, 3, 4, 262, 1
	c, _ := d.number(compression)
	p, _ := d.number(photometric)
	return (c == group3 || c == group4) && p == blackIsZero
}

func tiffPicture(data []byte, at uint32) (*raster.Picture, error) {
	img, d, err := tiffPage(data, at)
	if err != nil {
		return nil, err
	}
	p := tones(img)
	p.DPI = d.dpi()
	return d.square(d.turn().apply(p)), nil
}

// dpi is what a page says of its resolution.
func (d directory) dpi() float64 {
	const xResolution, unit, centimetres = 282, 296, 3
	dpi := d.rational(xResolution)
	if u, _ := d.number(unit); u == centimetres {
		dpi *= inch
	}
	return plausible(dpi)
}

// turn is what a page says of which way is up.
func (d directory) turn() turn {
	const orientation = 274
	t, _ := d.number(orientation)
	return turn(t)
}

// square makes the dots of a page as high as wide: faxes have more to the inch across
// than down.
func (d directory) square(p *raster.Picture) *raster.Picture {
	if s := d.stretch(); s != 1 {
		return p.Stretched(int(float64(p.H)*s + 0.5))
	}
	return p
}

// stretch is by how much its dots are higher than wide.
func (d directory) stretch() float64 {
	const xResolution, yResolution = 282, 283
	x, y := d.rational(xResolution), d.rational(yResolution)
	if x <= 0 || y <= 0 || y >= x*0.9 || y*4 < x {
		return 1
	}
	return x / y
}

func explainTIFF(err error) *extract.Error {
	var u tiff.UnsupportedError
	var f tiff.FormatError
	switch {
	case errors.As(err, &u):
		return unsupported(err)
	case errors.As(err, &f):
		return damaged(err)
	}
	return explain(err)
}

// patched is a file with another head.
type patched struct {
	data []byte
	head [tiffHead]byte
}

// ReadAt reads the file as patched.
func (p *patched) ReadAt(to []byte, off int64) (int, error) {
	if off < 0 || off >= int64(len(p.data)) {
		return 0, io.EOF
	}
	n := copy(to, p.data[off:])
	if off < tiffHead {
		copy(to[:n], p.head[off:])
	}
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}

func (p *patched) reader() io.Reader { return io.NewSectionReader(p, 0, int64(len(p.data))) }
