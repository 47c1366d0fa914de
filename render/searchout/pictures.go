package searchout

import (
	"fmt"
	"image"
	"iter"

	"ziping/extract"
)

// Picture is a page of a picture file, as it is kept there: packed, as JPEG or PNG, or
// else unpacked.
type Picture struct {
	JPEG, PNG []byte
	Image     image.Image
	// Quarters are how many quarter turns clockwise put it upright.
	Quarters int
	// Width and Height are those of the upright page in points, as far as the file tells.
	Width, Height float64
}

// Pictures makes a PDF of pictures, a page each, with text over those that have some.
// Each picture is asked for when its turn comes, so that no two are in memory at once.
func Pictures(pictures iter.Seq2[Picture, error], layers []extract.Layer) ([]byte, error) {
	byPage := map[int]*extract.Layer{}
	for i := range layers {
		byPage[layers[i].Page] = &layers[i]
	}
	o := &objects{next: 1}
	o.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalog, tree := o.take(), o.take()
	var font, kids string
	number := 0
	for p, err := range pictures {
		if err != nil {
			return nil, err
		}
		number++
		l := byPage[number]
		if l != nil && len(l.Lines) > 0 && font == "" {
			font = o.font(layers)
		}
		page, err := o.picture(&p, l, tree, font)
		if err != nil {
			return nil, err
		}
		kids += " " + page
	}
	o.begin(catalog, 0)
	fmt.Fprintf(o, "<< /Type /Catalog /Pages %d 0 R >>\nendobj\n", tree)
	o.begin(tree, 0)
	fmt.Fprintf(o, "<< /Type /Pages /Count %d /Kids [%s ] >>\nendobj\n", number, kids)
	start := o.Len()
	o.table()
	fmt.Fprintf(o, "trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", o.next, catalog, start)
	return o.Bytes(), nil
}

// picture adds a page that shows a picture, and gives the way to refer to it.
func (o *objects) picture(p *Picture, l *extract.Layer, tree int, font string) (string, error) {
	image, err := o.image(p)
	if err != nil {
		return "", err
	}
	w, h := p.Width, p.Height
	if l != nil {
		w, h = l.Width, l.Height
	}
	show := fmt.Appendf(nil, "q %s cm /I Do Q\n", placed(w, h, p.Quarters))
	fonts := ""
	if l != nil && len(l.Lines) > 0 {
		show = append(content(upwards(l.Lines, h)), show...)
		fonts = fmt.Sprintf("/Font << /%s %s >> ", fontKey, font)
	}
	return o.add(fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources << /XObject << /I %s >> %s>> /Contents %s >>", tree, number(w), number(h), image, fonts, o.stream("", show))), nil
}

// placed takes the square that a picture is to a whole page.
func placed(w, h float64, quarters int) string {
	m := [6]float64{w, 0, 0, h, 0, 0}
	switch quarters & 3 {
	case 1:
		m = [6]float64{0, -h, w, 0, 0, h}
	case 2:
		m = [6]float64{-w, 0, 0, -h, w, h}
	case 3:
		m = [6]float64{0, h, -w, 0, w, 0}
	}
	return fmt.Sprintf("%s %s %s %s %s %s", number(m[0]), number(m[1]), number(m[2]), number(m[3]), number(m[4]), number(m[5]))
}

// upwards are lines in coordinates that count from the foot of a page.
func upwards(lines []extract.LayerLine, height float64) []extract.LayerLine {
	out := make([]extract.LayerLine, len(lines))
	for i, l := range lines {
		l.Y, l.AlongY, l.UpY = height-l.Y, -l.AlongY, -l.UpY
		out[i] = l
	}
	return out
}
