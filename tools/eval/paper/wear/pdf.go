package wear

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/jpeg"
)

// PDF puts pictures into one file, a page each, as scanners write it.
func PDF(pages []*Picture) ([]byte, error) {
	var b bytes.Buffer
	var at []int
	object := func(s string, stream []byte) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(at))
		if stream == nil {
			fmt.Fprintf(&b, "<<%s>>\nendobj\n", s)
			return
		}
		fmt.Fprintf(&b, "<<%s/Length %d>>\nstream\n", s, len(stream))
		b.Write(stream)
		b.WriteString("\nendstream\nendobj\n")
	}
	b.WriteString("%PDF-1.4\n")
	object("/Type/Catalog/Pages 2 0 R", nil)
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	object(fmt.Sprintf("/Type/Pages/Count %d/Kids[%s]", len(pages), kids), nil)
	for i, p := range pages {
		n := 3 + 3*i
		w, h := float64(p.W)*72/p.DPIX, float64(p.H)*72/p.DPIY
		object(fmt.Sprintf("/Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</S %d 0 R>>>>", w, h, n+1, n+2), nil)
		object("", fmt.Appendf(nil, "q %.2f 0 0 %.2f 0 0 cm /S Do Q", w, h))
		filter, data, err := p.packed()
		if err != nil {
			return nil, err
		}
		object(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d%s", p.W, p.H, filter), data)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes(), nil
}

// packed is the picture as an image of a PDF.
func (p *Picture) packed() (dictionary string, data []byte, err error) {
	space, bits := "/DeviceGray", 8
	if len(p.Planes) == 3 {
		space = "/DeviceRGB"
	}
	if p.Binary {
		bits = 1
	}
	dictionary = fmt.Sprintf("/ColorSpace%s/BitsPerComponent %d", space, bits)
	var b bytes.Buffer
	if p.JPEG > 0 && !p.Binary {
		err := jpeg.Encode(&b, p.Image(), &jpeg.Options{Quality: p.JPEG})
		return dictionary + "/Filter/DCTDecode", b.Bytes(), err
	}
	z := zlib.NewWriter(&b)
	if _, err := z.Write(p.rows()); err != nil {
		return "", nil, err
	}
	err = z.Close()
	return dictionary + "/Filter/FlateDecode", b.Bytes(), err
}

// rows are the samples line by line, eight dots a byte where they are black and white.
func (p *Picture) rows() []byte {
	if !p.Binary {
		out := make([]byte, 0, len(p.Planes)*p.W*p.H)
		for i := range p.Planes[0] {
			for _, plane := range p.Planes {
				out = append(out, plane[i])
			}
		}
		return out
	}
	stride := (p.W + 7) / 8
	out := make([]byte, stride*p.H)
	for y := range p.H {
		for x := range p.W {
			if p.Planes[0][y*p.W+x] > 127 {
				out[y*stride+x/8] |= 0x80 >> (x % 8)
			}
		}
	}
	return out
}
