package searchout

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// image adds a picture and gives the way to refer to it. JPEG goes in as it is; so do
// the dots of a PNG, since PDF packs in the same way. All else is packed as PNG, which
// loses nothing.
func (o *objects) image(p *Picture) (string, error) {
	if p.JPEG != nil {
		return o.jpeg(p.JPEG)
	}
	if p.PNG != nil {
		if dict, dots, ok := pngParts(p.PNG); ok {
			return o.raw(dict, dots), nil
		}
		img, err := png.Decode(bytes.NewReader(p.PNG))
		if err != nil {
			return "", err
		}
		return o.packed(img)
	}
	return o.packed(p.Image)
}

func (o *objects) jpeg(data []byte) (string, error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	space := "/DeviceRGB"
	switch c.ColorModel {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.CMYKModel:
		space = "/DeviceCMYK"
		if bytes.Contains(data[:min(len(data), 1<<16)], []byte("Adobe\x00")) { // which writes ink as light
			space += " /Decode [1 0 1 0 1 0 1 0]"
		}
	}
	return o.raw(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace %s /Filter /DCTDecode", c.Width, c.Height, space), data), nil
}

// packed adds a picture that was unpacked.
func (o *objects) packed(img image.Image) (string, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, plain(img)); err != nil {
		return "", err
	}
	dict, dots, ok := pngParts(b.Bytes())
	if !ok {
		return "", fmt.Errorf("a picture of kind %T", img)
	}
	return o.raw(dict, dots), nil
}

// plain is a picture in which nothing is transparent, and in which two shades take a
// bit.
func plain(img image.Image) image.Image {
	if g, ok := img.(*image.Gray); ok && blackAndWhite(g) {
		out := image.NewPaletted(g.Rect, color.Palette{color.Gray{0}, color.Gray{255}})
		for y := range g.Rect.Dy() {
			from := g.Pix[y*g.Stride:]
			to := out.Pix[y*out.Stride:]
			for x := range g.Rect.Dx() {
				to[x] = from[x] & 1
			}
		}
		return out
	}
	if o, ok := img.(interface{ Opaque() bool }); ok && o.Opaque() {
		return img
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Over)
	return out
}

func blackAndWhite(g *image.Gray) bool {
	for y := range g.Rect.Dy() {
		for _, v := range g.Pix[y*g.Stride:][:g.Rect.Dx()] {
			if v != 0 && v != 255 {
				return false
			}
		}
	}
	return true
}

// pngParts are a PNG's picture as PDF describes it and its packed dots; false if it is
// interlaced or in part transparent.
func pngParts(data []byte) (dict string, dots []byte, ok bool) {
	const signature, frame, header = 8, 12, 13
	const grey, colours, palette = 0, 2, 3
	var w, h, depth, kind, channels int
	space := ""
	for at := signature; at+frame <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		if n > len(data)-at-frame {
			return "", nil, false
		}
		body := data[at+8 : at+8+n]
		switch string(data[at+4 : at+8]) {
		case "IHDR":
			if n != header || body[12] != 0 {
				return "", nil, false
			}
			w, h, depth, kind = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:])), int(body[8]), int(body[9])
			switch kind {
			case grey:
				space, channels = "/DeviceGray", 1
			case colours:
				space, channels = "/DeviceRGB", 3
			case palette:
				channels = 1
			default:
				return "", nil, false
			}
		case "PLTE":
			if kind == palette {
				space = fmt.Sprintf("[/Indexed /DeviceRGB %d <%X>]", n/3-1, body)
			}
		case "tRNS":
			return "", nil, false
		case "IDAT":
			if dots == nil {
				dots = body[:n:n]
			} else {
				dots = append(dots, body...)
			}
		}
		at += frame + n
	}
	if space == "" || dots == nil {
		return "", nil, false
	}
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace %s /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>",
		w, h, depth, space, channels, depth, w), dots, true
}
