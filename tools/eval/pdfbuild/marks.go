package pdfbuild

import (
	"encoding/hex"
	"fmt"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/typeset"
)

// marksBelow draws what lies on the page besides the form, under its text.
func (c *content) marksBelow(p typeset.Page) {
	if c.s.Watermark {
		c.op("q 0.85 g BT ")
		code, font := "", ""
		for _, r := range "内部资料" {
			name, h, err := c.code.encode(r)
			if err != nil {
				c.err = err
				return
			}
			code, font = code+h, name
		}
		c.op("/%s 60 Tf 0.707 0.707 -0.707 0.707 %.1f %.1f Tm <%s>Tj ET Q\n", font, p.Width/2-90, p.Height/2-90, code)
	}
	if c.s.Diagonal {
		for i, b := range p.Boxes {
			if i%3 == 0 && c.blank(p, b) && b.X1-b.X0 > 15 {
				c.op("%.2f %.2f m %.2f %.2f l S\n", b.X0, c.height-b.Y0, b.X1, c.height-b.Y1)
			}
		}
	}
	if c.s.LayerOff {
		c.op("/OC /Off BDC\n")
		for _, t := range p.Texts {
			if t.Kind == forms.Number {
				t.X, t.Text = t.X+2, "99.99"
				c.text(t)
			}
		}
		c.op("EMC\n")
	}
}

// blank reports a box without text.
func (c *content) blank(p typeset.Page, b typeset.Box) bool {
	for _, t := range p.Texts {
		if t.X < b.X1 && t.X+t.Width > b.X0 && t.Y > b.Y0 && t.Y < b.Y1+t.Size {
			return false
		}
	}
	return true
}

// marksAbove draws what lies over the form's text.
func (c *content) marksAbove(p typeset.Page) {
	if c.s.Underline {
		for _, t := range p.Texts {
			if t.Kind == forms.Value {
				c.op("0.5 w %.2f %.2f m %.2f %.2f l S\n", t.X, c.height-t.Y-t.Size*0.12, t.X+t.Width, c.height-t.Y-t.Size*0.12)
			}
		}
	}
	if c.s.Struck {
		c.struck(p)
	}
	if c.s.Boxes {
		c.boxes(p)
	}
	if c.s.Shadow {
		c.op("3 Tr\n")
		for _, t := range p.Texts {
			c.text(t)
		}
		c.op("0 Tr\n")
	}
	if c.s.Seal {
		x, y, r := p.Width*0.66, p.Height*0.45, 55.0
		const k = 0.5523
		c.op("q 0.85 0.1 0.1 RG 2.5 w %.1f %.1f m ", x+r, y)
		for _, q := range [][6]float64{{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}} {
			c.op("%.1f %.1f %.1f %.1f %.1f %.1f c ", x+q[0]*r, y+q[1]*r, x+q[2]*r, y+q[3]*r, x+q[4]*r, y+q[5]*r)
		}
		c.op("S 0.85 0.1 0.1 rg %.1f %.1f m %.1f %.1f l %.1f %.1f l h f Q\n", x, y+18, x+15, y-12, x-15, y-12)
	}
	if c.s.Aside {
		for i, r := range "一式三份" {
			c.text(typeset.Text{X: p.Width - 20, Y: p.Height/3 + float64(i)*3, Size: 7, Text: string(r)})
		}
	}
}

// literal turns hexadecimal digits into a string in brackets.
func literal(digits string) string {
	data, err := hex.DecodeString(digits)
	if err != nil {
		return "()"
	}
	var b strings.Builder
	b.WriteByte('(')
	for _, x := range data {
		switch {
		case x == '(' || x == ')' || x == '\\':
			b.WriteByte('\\')
			b.WriteByte(x)
		case x < 32:
			fmt.Fprintf(&b, "\\%03o", x)
		default:
			b.WriteByte(x)
		}
	}
	b.WriteByte(')')
	return b.String()
}
