package scanin

import (
	"bytes"
	"encoding/binary"

	"ziping/extract/raster"
)

// What files say beside the dots: how many go to an inch, and which way is up.

const (
	inch  = 2.54   // centimetres
	metre = 0.0254 // inches to the metre's hundredth
)

// pngDPI is what the chunk pHYs says, in dots to the metre.
func pngDPI(data []byte) float64 {
	const signature, head = 8, 8
	for at := signature; at+head+9 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		kind := string(data[at+4 : at+8])
		body := data[at+head:]
		switch {
		case kind == "pHYs" && n == 9 && body[8] == 1:
			return float64(binary.BigEndian.Uint32(body)) * metre
		case kind == "IDAT" || n < 0 || n > len(data):
			return 0
		}
		at += head + n + 4
	}
	return 0
}

// bmpDPI is what its header says, in dots to the metre.
func bmpDPI(data []byte) float64 {
	const at = 38
	if len(data) < at+4 {
		return 0
	}
	return float64(binary.LittleEndian.Uint32(data[at:])) * metre
}

// jpegParts are the segments of a JPEG before its dots.
func jpegParts(data []byte, visit func(marker byte, body []byte)) {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker := data[at+1]
		if marker == 0xff { // filling
			at++
			continue
		}
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xda || n < 2 || at+2+n > len(data) {
			return
		}
		visit(marker, data[at+4:at+2+n])
		at += 2 + n
	}
}

// jpegDPI is what the JFIF segment says.
func jpegDPI(data []byte) (dpi float64) {
	jpegParts(data, func(marker byte, b []byte) {
		if marker != 0xe0 || len(b) < 12 || !bytes.HasPrefix(b, []byte("JFIF\x00")) {
			return
		}
		x := float64(binary.BigEndian.Uint16(b[8:]))
		switch b[7] {
		case 1:
			dpi = x
		case 2:
			dpi = x * inch
		}
	})
	return dpi
}

// turn is how dots lie as they were taken: the values of the orientation tag of EXIF,
// 1 to 8; 0 where nothing is said.
type turn int

// apply puts a picture upright. Mirrored pictures (even numbers but 6 and 8) do not
// come from cameras and scanners and stay as they are.
func (t turn) apply(p *raster.Picture) *raster.Picture { return p.Turned(t.quarters()) }

// quarters are the quarter turns clockwise that put a picture upright.
func (t turn) quarters() int {
	switch t {
	case 3:
		return 2
	case 6:
		return 1
	case 8:
		return 3
	}
	return 0
}

// jpegTurn is what the EXIF segment says.
func jpegTurn(data []byte) (t turn) {
	jpegParts(data, func(marker byte, b []byte) {
		if head := []byte("Exif\x00\x00"); marker == 0xe1 && bytes.HasPrefix(b, head) {
			t = exifTurn(b[len(head):])
		}
	})
	return t
}

func exifTurn(b []byte) turn {
	d, ok := openDirectory(b)
	if !ok {
		return 0
	}
	const orientation = 0x0112
	v, _ := d.number(orientation)
	return turn(v)
}
