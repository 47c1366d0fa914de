package pdfbuild

import (
	"fmt"
	"strings"

	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// builder is a document being written.
type builder struct {
	f     *file
	s     Style
	l     looks.Look
	code  coder
	fonts int // object of the resources' fonts
	tree  int // object of the page tree
	layer int // object of the layer that is off
	form  []int
	kids  []int
}

// sheet is a page whose content waits for the fonts.
type sheet struct {
	c    *content
	page typeset.Page
}

// Build writes pages in a style. The same pages give the same bytes.
func Build(pages []typeset.Page, l looks.Look, font *Font, s Style) ([]byte, error) {
	b := &builder{f: &file{ascii: s.ASCII}, s: s, l: l, code: newCoder(s.Text, font)}
	root := b.f.reserve()
	b.tree = b.f.reserve()
	info := b.f.add("<</Producer(Form Printer 1.0)/Title(form)>>")
	b.f.info = fmt.Sprintf("/Info %d 0 R", info)
	b.fonts = b.f.reserve()
	layered := s.LayerOff || s.Lie == FormOff || s.Lie == BaseOff
	if layered {
		b.layer = b.f.add("<</Type/OCG/Name(draft)>>")
	}
	var sheets []sheet
	for _, p := range pages {
		c := &content{s: s, l: l, code: b.code, font: font}
		switch {
		case s.Picture:
		case s.OCR:
			c.height = p.Height
			c.op("3 Tr\n")
			for _, t := range p.Texts {
				c.text(t)
			}
		default:
			c.page(p)
		}
		if c.err != nil {
			return nil, c.err
		}
		sheets = append(sheets, sheet{c, p})
	}
	for _, sh := range sheets {
		if err := b.page(sh); err != nil {
			return nil, err
		}
	}
	b.f.set(b.fonts, "<<"+b.code.fonts(b.f)+">>")
	inherited := ""
	if s.Inherit {
		inherited = fmt.Sprintf("/MediaBox[0 0 %.2f %.2f]/Resources<</Font %d 0 R>>", pages[0].Width, pages[0].Height, b.fonts)
	}
	b.f.set(b.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]%s>>", len(b.kids), refs(b.kids), inherited))
	extra := ""
	switch {
	case s.Lie == BaseOff:
		extra = fmt.Sprintf("/OCProperties<</OCGs[%[1]d 0 R]/D<</BaseState/OFF/Order[%[1]d 0 R]>>>>", b.layer)
	case layered:
		extra = fmt.Sprintf("/OCProperties<</OCGs[%[1]d 0 R]/D<</OFF[%[1]d 0 R]/Order[%[1]d 0 R]>>>>", b.layer)
	}
	if s.Fields {
		extra = fmt.Sprintf("/AcroForm<</Fields[%s]/DR<</Font %d 0 R>>/DA(/F1 0 Tf 0 g)>>", refs(b.form), b.fonts)
	}
	if s.Tagged {
		extra += "/MarkInfo<</Marked true>>"
	}
	b.f.set(root, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R%s>>", b.tree, extra))
	return b.f.bytes(root, s.Structure), nil
}

func refs(list []int) string {
	var out []string
	for _, n := range list {
		out = append(out, fmt.Sprintf("%d 0 R", n))
	}
	return strings.Join(out, " ")
}

func (b *builder) page(sh sheet) error {
	w, h := sh.page.Width, sh.page.Height
	body := sh.c.String()
	objects, others := b.lieResources()
	if away := b.layered(sh.c); away != "" {
		objects += away
		body += "/Away Do\n"
	}
	if b.s.OCR || b.s.Picture {
		objects = fmt.Sprintf("/Im1 %d 0 R", b.picture(sh.page))
		body = fmt.Sprintf("q %.2f 0 0 %.2f 0 0 cm /Im1 Do Q\n%s", w, h, body)
	}
	if b.s.XObject {
		inner := b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %.1f %.1f]/Matrix[0.5 0 0 0.5 10 20]/Resources<</Font %d 0 R/XObject<<%s>>%s>>", w, h, b.fonts, objects, others), []byte(body))
		outer := b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %.1f %.1f]/Resources<</XObject<</X1 %d 0 R>>>>", w, h, inner), []byte("q 2 0 0 2 -20 -40 cm /X1 Do Q"))
		objects = fmt.Sprintf("/X2 %d 0 R", outer)
		body = "q /X2 Do Q"
	}
	annots := b.annotations(sh)
	turn := b.s.Rotate
	if b.s.Turned {
		turn = 90
	}
	matrix, boxes := "", ""
	switch turn {
	case 90:
		matrix = fmt.Sprintf("0 1 -1 0 %.2f 0 cm", h)
		boxes = fmt.Sprintf("/MediaBox[0 0 %.2f %.2f]", h, w)
	case 180:
		matrix = fmt.Sprintf("-1 0 0 -1 %.2f %.2f cm", w, h)
		boxes = fmt.Sprintf("/MediaBox[0 0 %.2f %.2f]", w, h)
	case 270:
		matrix = fmt.Sprintf("0 -1 1 0 0 %.2f cm", w)
		boxes = fmt.Sprintf("/MediaBox[0 0 %.2f %.2f]", h, w)
	default:
		boxes = fmt.Sprintf("/MediaBox[0 0 %.2f %.2f]", w, h)
		if b.s.Crop {
			matrix = "1 0 0 1 40 -30 cm"
			boxes = fmt.Sprintf("/MediaBox[0 -100 %.2f %.2f]/CropBox[40 -30 %.2f %.2f]", w+100, h+60, w+40, h-30)
			cut := &content{s: Style{}, code: b.code, height: h}
			cut.text(typeset.Text{X: 10, Y: h + 60, Size: 9, Text: "裁切线以外"})
			if cut.err != nil {
				return cut.err
			}
			body += cut.String()
		}
	}
	if matrix != "" {
		body = "q " + matrix + "\n" + body + "Q\n"
	}
	if b.s.Tenths {
		body = "q 0.1 0 0 0.1 0 0 cm q 10 0 0 10 0 0 cm\n" + body + "Q Q\n"
	}
	if b.s.Rotate != 0 {
		boxes += fmt.Sprintf("/Rotate %d", b.s.Rotate)
	}
	resources := fmt.Sprintf("/Resources<</Font %d 0 R/XObject<<%s>>%s", b.fonts, objects, others)
	if b.s.LayerOff {
		resources += fmt.Sprintf("/Properties<</Off %d 0 R>>", b.layer)
	}
	resources += ">>"
	if b.s.Inherit {
		boxes, resources = "", ""
	}
	b.kids = append(b.kids, b.f.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R%s%s/Contents[%s]%s>>", b.tree, boxes, resources, refs(b.contents(body)), annots)))
	return nil
}

// annotations writes the texts left for fields or notes, each with its looks.
// Pages with them are never turned.
func (b *builder) annotations(sh sheet) string {
	var list []int
	for i, t := range sh.c.fields {
		look := &content{s: b.s, l: b.l, code: b.code, height: t.Size * 1.4}
		w, h := t.Width+2, t.Size*1.4
		if b.s.Lie == UnderNote {
			look.op("1 g 0 0 %.2f %.2f re f 0 g\n", w, h)
		}
		look.text(typeset.Text{X: 1, Y: t.Size * 1.1, Size: t.Size, Text: t.Text})
		ap := b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources<</Font %d 0 R>>", w, h, b.fonts), []byte("/Tx BMC q\n"+look.String()+"Q EMC"))
		x, y := t.X-1, sh.page.Height-t.Y-t.Size*0.3
		rect := fmt.Sprintf("/Rect[%.2f %.2f %.2f %.2f]/F 4/AP<</N %d 0 R>>", x, y, x+w, y+h, ap)
		if b.s.Fields {
			n := b.f.add(fmt.Sprintf("<</Type/Annot/Subtype/Widget/FT/Tx/T(field%d_%d)/V(%s)/DA(/F1 %.1f Tf 0 g)%s>>", len(b.kids), i, escape(t.Text), t.Size, rect))
			b.form = append(b.form, n)
			list = append(list, n)
			continue
		}
		list = append(list, b.f.add(fmt.Sprintf("<</Type/Annot/Subtype/FreeText/Contents(%s)/DA(/F1 %.1f Tf 0 g)%s>>", escape(t.Text), t.Size, rect)))
	}
	if len(list) == 0 {
		return ""
	}
	return "/Annots[" + refs(list) + "]"
}

// escape writes a text string: plain where it can be, else UTF-16.
func escape(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= 32 && r < 127
	}
	if plain {
		return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
	}
	var b strings.Builder
	b.WriteString(`\376\377`)
	for _, r := range s {
		fmt.Fprintf(&b, `\%03o\%03o`, byte(r>>8), byte(r))
	}
	return b.String()
}

// contents adds the content of a page: one stream, or several cut between operators.
func (b *builder) contents(body string) []int {
	if !b.s.Pieces {
		return []int{b.f.stream("/Contents 1", []byte(body))}
	}
	var out []int
	lines := strings.SplitAfter(body, "\n")
	for i := 0; i < len(lines); i += 40 {
		out = append(out, b.f.stream("/Contents 1", []byte(strings.Join(lines[i:min(i+40, len(lines))], ""))))
	}
	return out
}
