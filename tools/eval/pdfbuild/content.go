package pdfbuild

import (
	"fmt"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/typeset"
)

// content is the operators of one page, in its upright coordinates.
type content struct {
	strings.Builder
	s      Style
	l      looks.Look
	code   coder
	height float64
	fields []typeset.Text // left for annotations
	apart  []typeset.Text // left for a form XObject that nobody sees
	font   *Font
	marks  int
	err    error
}

func (c *content) op(format string, a ...any) { fmt.Fprintf(c, format, a...) }

func (c *content) page(p typeset.Page) {
	c.height = p.Height
	c.shades(p.Boxes)
	c.rules(p)
	c.op("0 g 0 G\n")
	c.marksBelow(p)
	texts := append([]typeset.Text(nil), p.Texts...)
	if c.s.Backwards {
		for i, k := 0, len(texts)-1; i < k; i, k = i+1, k-1 {
			texts[i], texts[k] = texts[k], texts[i]
		}
	}
	if c.s.Decoy {
		c.op("1 g\n")
		c.decoys(p)
		c.op("0 g\n")
	}
	for _, t := range texts {
		if (c.s.Fields || c.s.Notes) && t.Kind == forms.Number {
			c.fields = append(c.fields, t)
			continue
		}
		if c.s.Lie != "" && t.Kind == forms.Number {
			c.lie(t)
			continue
		}
		white := c.s.White && c.l.Shade && t.Kind == forms.Heading
		if white {
			c.op("1 g\n")
		}
		if c.s.Tagged {
			c.op("/P <</MCID %d>> BDC\n", c.marks)
			c.marks++
		}
		c.text(t)
		if c.s.Twice && t.Kind == forms.Heading {
			t.X += 0.3
			c.text(t)
		}
		if c.s.Tagged {
			c.op("EMC\n")
		}
		if white {
			c.op("0 g\n")
		}
	}
	c.marksAbove(p)
}

// decoys writes what nobody sees: into the margin, and into the first wide box
// without text.
func (c *content) decoys(p typeset.Page) {
	c.text(typeset.Text{X: 40, Y: p.Height - 12, Size: 8, Text: "草稿 98765.43"})
	for _, b := range p.Boxes {
		empty := b.X1-b.X0 > 40 && !b.Shade
		for _, t := range p.Texts {
			empty = empty && (t.X > b.X1 || t.X+t.Width < b.X0 || t.Y < b.Y0 || t.Y > b.Y1)
		}
		if empty {
			c.text(typeset.Text{X: b.X0 + 2, Y: (b.Y0 + b.Y1) / 2, Size: 6, Text: "4321.00"})
			return
		}
	}
}

func (c *content) shades(boxes []typeset.Box) {
	for _, b := range boxes {
		if !b.Shade {
			continue
		}
		grey := 0.88
		if c.s.White {
			grey = 0.25
		}
		if c.s.Inline {
			c.op("q %.2f 0 0 %.2f %.2f %.2f cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID %02X> EI Q\n", b.X1-b.X0, b.Y1-b.Y0, b.X0, c.height-b.Y1, int(grey*255))
			continue
		}
		c.op("%.2f g %.2f %.2f %.2f %.2f re f\n", grey, b.X0, c.height-b.Y1, b.X1-b.X0, b.Y1-b.Y0)
	}
}

// text writes one line.
func (c *content) text(t typeset.Text) {
	y := c.height - t.Y
	runes := []rune(t.Text)
	switch {
	case c.s.Split == Chars:
		x := t.X
		for _, r := range runes {
			c.show([]rune{r}, x, y, t.Size, "")
			x += c.code.advance(r) * t.Size
		}
	case c.s.Split == Spread && t.Kind == forms.Label && len(runes) > 1 && len(runes) < 7 && t.Right-t.Left-4 > t.Width:
		room := t.Right - t.Left - 4
		gap := min((room-t.Width)/float64(len(runes)-1), 2.5*t.Size)
		x := (t.Left + t.Right - t.Width - gap*float64(len(runes)-1)) / 2
		for _, r := range runes {
			c.show([]rune{r}, x, y, t.Size, "")
			x += c.code.advance(r)*t.Size + gap
		}
	case c.s.Split == Space:
		c.show(runes, t.X, y, t.Size, "-0.12 Tc ")
	default:
		c.show(runes, t.X, y, t.Size, "")
	}
}

// show writes characters in one text object, changing fonts where needed.
func (c *content) show(runes []rune, x, y, size float64, first string) {
	c.op("BT %s", first)
	font, open := "", ""
	at := x
	flush := func() {
		if open == "" {
			return
		}
		switch {
		case c.s.Split == Array:
			c.op("[%s]TJ ", open)
		case c.s.Literal:
			c.op("%sTj ", literal(open))
		default:
			c.op("<%s>Tj ", open)
		}
		open = ""
	}
	for i, r := range runes {
		name, code, err := c.code.encode(r)
		if err != nil {
			if c.err == nil {
				c.err = err
			}
			continue
		}
		if name != font {
			flush()
			if c.s.Matrix {
				c.op("/%s 1 Tf %.2f 0 0 %.2f %.2f %.2f Tm ", name, size, size, at, y)
			} else {
				c.op("/%s %.2f Tf 1 0 0 1 %.2f %.2f Tm ", name, size, at, y)
			}
			font = name
		}
		if c.s.Split == Array {
			open += "<" + code + ">" + []string{"", "3", "-4"}[i%3]
		} else {
			open += code
		}
		at += c.code.advance(r) * size
		if first != "" {
			at -= 0.12
		}
	}
	flush()
	if first != "" {
		c.op("0 Tc ")
	}
	c.op("ET\n")
}
