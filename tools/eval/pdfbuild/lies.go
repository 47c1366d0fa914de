package pdfbuild

import (
	"fmt"
	"strings"

	"ziping/tools/eval/typeset"
)

// Lie is a way in which a page holds other figures than a reader sees, or holds
// them otherwise than as letters. It is told of every number of the form.
type Lie string

// The lies. Old figures are those that nobody sees.
const (
	Covered      Lie = "covered"       // a white box over the old figure, the new one on it
	Blackened    Lie = "blackened"     // a black box over the figure and nothing on it
	UnderImage   Lie = "under-image"   // an opaque picture over the old figure
	UnderNote    Lie = "under-note"    // an annotation with a ground of its own over the old figure
	ClippedAway  Lie = "clipped-away"  // the old figure lies outside its clip
	ClippedTail  Lie = "clipped-tail"  // a figure runs on outside the clip of its cell
	Overprint    Lie = "overprint"     // two figures on the same spot, both seen
	ActualText   Lie = "actual-text"   // marked content says another figure than is drawn
	ActualSame   Lie = "actual-same"   // marked content says what is drawn
	Tiny         Lie = "tiny"          // old figures in a size that nobody can read
	Flat         Lie = "flat"          // old figures scaled to no width or no height
	OffPage      Lie = "off-page"      // old figures beside the page
	Within       Lie = "within"        // unseen figures between those that are seen
	Pale         Lie = "pale"          // old figures in a colour that cannot be told from the paper's
	SameShade    Lie = "same-shade"    // old figures in the colour of their ground
	Glass        Lie = "glass"         // old figures that let everything through
	Masked       Lie = "masked"        // old figures under a soft mask that lets nothing through
	FormOff      Lie = "form-off"      // old figures in a form XObject on a layer that is off
	BaseOff      Lie = "base-off"      // the same, where layers are off unless they are switched on
	Paths        Lie = "paths"         // figures are drawn as paths; no text says them
	PathsHidden  Lie = "paths-hidden"  // the same, with other figures as unseen text
	PathsBelow   Lie = "paths-below"   // the same, with other figures as text below a white box
	Pictures     Lie = "pictures"      // figures are pictures; no text says them
	PictureLayer Lie = "picture-layer" // the same, with other figures as unseen text

	// What looks like a lie and is none.
	Stamped     Lie = "stamped"     // a picture that lets the figures through lies over them
	Highlighted Lie = "highlighted" // a colour that multiplies lies over them
	TightClip   Lie = "tight-clip"  // the clip cuts the tops of the figures
	PanelBelow  Lie = "panel-below" // a white ground drawn before the figure
)

// Told reports a lie that a reader may not be able to see through, but has to
// tell of.
func (l Lie) Told() bool {
	switch l {
	case Blackened, Overprint, Paths, PathsHidden, PathsBelow, Pictures, PictureLayer:
		return true
	}
	return false
}

// old is a figure of the same form as a true one.
func old(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0' + (r-'0'+4)%10
		}
		return r
	}, s)
}

// lieResources are the resources that lies need.
func (b *builder) lieResources() (objects, others string) {
	if b.s.Lie == "" {
		return "", ""
	}
	mask := b.f.stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", []byte{0x50})
	stamp := b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/SMask %d 0 R", mask), []byte{0xd0, 0x20, 0x20})
	nothing := b.f.stream("/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Group<</S/Transparency/CS/DeviceGray>>", []byte("0 g 0 0 2000 2000 re f"))
	states := fmt.Sprintf("/ExtGState<</Mul<</BM/Multiply>>/Glass<</ca 0>>/Masked<</SMask<</S/Luminosity/G %d 0 R>>>>/Clear<</SMask/None/ca 1/BM/Normal>>>>", nothing)
	return fmt.Sprintf("/Stamp %d 0 R", stamp), states
}

// lie writes a figure in the style's way.
func (c *content) lie(t typeset.Text) {
	if t.Text == "" {
		return
	}
	was := t
	was.Text = old(t.Text)
	y := c.height - t.Y
	x0, y0, w, h := t.X-1, y-0.25*t.Size, t.Width+2, 1.25*t.Size
	box := fmt.Sprintf("%.2f %.2f %.2f %.2f", x0, y0, w, h)
	image := func(grey int) {
		c.op("q %.2f 0 0 %.2f %.2f %.2f cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID %02X> EI Q\n", w, h, x0, y0, grey)
	}
	between := func(before, after string, texts ...typeset.Text) {
		c.op("q %s\n", before)
		for _, t := range texts {
			c.text(t)
		}
		c.op("%s Q\n", after)
	}
	switch c.s.Lie {
	case Covered:
		c.text(was)
		c.op("q 1 g %s re f Q\n", box)
		c.text(t)
	case Blackened:
		c.text(t)
		c.op("q 0 g %s re f Q\n", box)
	case UnderImage:
		c.text(was)
		image(255)
		c.text(t)
	case UnderNote:
		c.text(was)
		c.fields = append(c.fields, t)
	case ClippedAway:
		between(fmt.Sprintf("%.2f %.2f 2 2 re W n", x0+w+8, y0), "", was)
		c.text(t)
	case ClippedTail:
		was.Text = t.Text + was.Text
		between(fmt.Sprintf("%.2f %.2f %.2f %.2f re W n", x0, y0, w-1, h), "", was)
	case Overprint:
		c.text(was)
		c.text(t)
	case ActualText:
		c.op("/Span <</ActualText(%s)>> BDC\n", escape(was.Text))
		c.text(t)
		c.op("EMC\n")
	case ActualSame:
		c.op("/Span <</ActualText(%s)>> BDC\n", escape(t.Text))
		c.text(t)
		c.op("EMC\n")
	case Tiny:
		was.Size, was.X = 0.2, t.X+t.Width/2
		c.text(was)
		c.text(t)
	case Flat:
		between("1 0 0 0.001 0 400 cm", "", typeset.Text{X: t.X, Y: t.Y, Size: t.Size, Text: was.Text})
		between(fmt.Sprintf("0.001 0 0 1 %.2f 0 cm", t.X), "", typeset.Text{X: t.X, Y: t.Y, Size: t.Size, Text: was.Text})
		c.text(t)
	case OffPage:
		c.text(typeset.Text{X: -150, Y: t.Y, Size: t.Size, Text: was.Text})
		c.text(t)
	case Within:
		x := t.X
		for i, r := range []rune(t.Text) {
			step := c.code.advance(r) * t.Size
			if i > 0 {
				between("3 Tr", "0 Tr", typeset.Text{X: x - 0.3*step, Y: t.Y, Size: t.Size, Text: "7"})
			}
			c.text(typeset.Text{X: x, Y: t.Y, Size: t.Size, Text: string(r)})
			x += step
		}
	case Pale:
		was.X += 2
		between("0.97 g", "", was)
		c.text(t)
	case SameShade:
		c.op("q 0.85 g %.2f %.2f %.2f %.2f re f Q\n", x0, y0, w+3, h)
		was.X += 2
		between("0.85 g", "", was)
		c.text(t)
	case Glass:
		was.X += 2
		between("/Glass gs", "", was)
		c.text(t)
	case Masked:
		was.X += 2
		between("/Masked gs", "", was)
		c.text(t)
	case FormOff, BaseOff:
		c.apart = append(c.apart, was)
		c.text(t)
	case Paths, PathsHidden, PathsBelow:
		switch c.s.Lie {
		case PathsHidden:
			between("3 Tr", "0 Tr", was)
		case PathsBelow:
			c.text(was)
			c.op("q 1 g %s re f Q\n", box)
		}
		c.drawn(t)
	case Pictures, PictureLayer:
		image(255)
		c.op("q %.2f 0 0 %.2f %.2f %.2f cm BI /W 8 /H 4 /IM true /F /AHx ID 2A55AA17> EI Q\n", w, h, x0, y0)
		if c.s.Lie == PictureLayer {
			between("3 Tr", "0 Tr", was)
		}
	case Stamped:
		c.text(t)
		c.op("q %.2f 0 0 %.2f %.2f %.2f cm /Stamp Do Q\n", w, h, x0, y0)
	case Highlighted:
		c.text(t)
		c.op("q /Mul gs 1 1 0.4 rg %s re f Q\n", box)
	case TightClip:
		between(fmt.Sprintf("%.2f %.2f %.2f %.2f re W n", x0, y0, w, 0.25*t.Size+0.45*t.Size), "", t)
	case PanelBelow:
		c.op("q 1 g %s re f Q\n", box)
		c.text(t)
	}
}

// drawn writes characters as paths.
func (c *content) drawn(t typeset.Text) {
	x := t.X
	for _, r := range t.Text {
		c.op("q %.4f 0 0 %.4f %.2f %.2f cm %s Q\n", t.Size/c.font.units, t.Size/c.font.units, x, c.height-t.Y, c.font.path(c.font.Glyph(r)))
		x += c.code.advance(r) * t.Size
	}
}

// layered adds the old figures of a page as a form XObject on a layer that is off.
func (b *builder) layered(c *content) (objects string) {
	if len(c.apart) == 0 {
		return ""
	}
	look := &content{s: Style{}, l: b.l, code: b.code, height: c.height}
	for _, t := range c.apart {
		look.text(t)
	}
	n := b.f.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/OC %d 0 R/Resources<</Font %d 0 R>>", b.layer, b.fonts), []byte(look.String()))
	return fmt.Sprintf("/Away %d 0 R", n)
}
