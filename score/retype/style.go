package retype

import (
	"strings"

	"ziping/text/num"
)

// Style is how a figure is printed. The zero Style is plain: 1234.5.
type Style struct {
	Places   int32  // at least so many
	Group    string // between thousands: , or a blank
	Unit     string // behind a figure that is put where none was
	minus    string // as printed before a negative figure
	plus     string
	point    string
	wide     bool // full-width digits
	fraction bool // a rate as 0.9311
}

// print writes a figure in the style.
func (s Style) print(n num.Decimal) string {
	if s.fraction {
		n = n.Shift(-2)
	}
	whole, rest, point := strings.Cut(n.Abs().Fixed(max(s.Places, n.Significant())), ".")
	var b strings.Builder
	switch {
	case n.Sign() < 0 && s.minus != "":
		b.WriteString(s.minus)
	case n.Sign() < 0 && s.wide:
		b.WriteString("\uff0d")
	case n.Sign() < 0:
		b.WriteString("-")
	default:
		b.WriteString(s.plus)
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(s.Group)
		}
		s.digit(&b, whole[i])
	}
	if point {
		b.WriteString(s.dot())
		for i := range len(rest) {
			s.digit(&b, rest[i])
		}
	}
	return b.String()
}

func (s Style) digit(b *strings.Builder, c byte) {
	if s.wide {
		b.WriteRune(rune(c-'0') + '\uff10')
		return
	}
	b.WriteByte(c)
}

func (s Style) dot() string {
	if s.point == "" {
		return "."
	}
	return s.point
}
