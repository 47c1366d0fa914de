package produce

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/pdfbuild"
	"ziping/tools/eval/typeset"
)

// cairo draws each page as SVG and lets librsvg, which draws with Cairo, make a PDF of them.
func cairo(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	font, err := LoadFont()
	if err != nil {
		return nil, err
	}
	advance := pdfbuild.Advance(pdfbuild.Identity, font)
	if l.Font != "" {
		advance = func(r rune) float64 { // no other font is wider for Latin
			if r < 0x80 {
				return 0.62
			}
			return 1
		}
	}
	var paths []string
	for _, p := range typeset.Set(list, l, advance) {
		path, err := w.file(".svg", svg(p, l))
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	if len(paths) == 0 {
		return nil, errors.New("cairo: no pages")
	}
	out := filepath.Join(filepath.Dir(paths[0]), "form.pdf")
	if err := w.run([]string{"rsvg-convert"}, append([]string{"--dpi-x=72", "--dpi-y=72", "-f", "pdf", "-o", out}, paths...)...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

func svg(p typeset.Page, l looks.Look) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fpx\" height=\"%.1fpx\" viewBox=\"0 0 %.1f %.1f\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n", p.Width, p.Height, p.Width, p.Height)
	for _, x := range p.Boxes {
		if x.Shade {
			fmt.Fprintf(&b, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#e0e4ea\"/>\n", x.X0, x.Y0, x.X1-x.X0, x.Y1-x.Y0)
		}
	}
	w, dash := 0.6, ""
	switch l.Borders {
	case looks.Hairline:
		w = 0.25
	case looks.Thick:
		w = 1.8
	case looks.Dashed:
		dash = " stroke-dasharray=\"3 2\""
	}
	fmt.Fprintf(&b, "<g stroke=\"black\" stroke-width=\"%.2f\"%s>\n", w, dash)
	for _, r := range pdfbuild.Rulings(p.Boxes, l.Borders, false) {
		fmt.Fprintf(&b, "<path d=\"M%.2f %.2fL%.2f %.2f\"/>\n", r.X0, r.Y0, r.X1, r.Y1)
	}
	fmt.Fprintf(&b, "</g>\n<g font-family=\"%s\">\n", strings.ReplaceAll(fontOf[l.Font], "\"", ""))
	for _, t := range p.Texts {
		weight := ""
		if t.Bold {
			weight = " font-weight=\"bold\""
		}
		fmt.Fprintf(&b, "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\"%s xml:space=\"preserve\">%s</text>\n", t.X, t.Y, t.Size, weight, escaped(t.Text))
	}
	b.WriteString("</g></svg>\n")
	return []byte(b.String())
}
