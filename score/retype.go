package score

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/blank"
	"ziping/text/num"
)

// text is the whole cell after a change; for a place without a cell on paper,
// the figure alone.
func (p *plan) text(c *solve.Change) string {
	if c.Field == nil {
		return p.styleOf(c).print(c.New)
	}
	cell := c.Field.Text
	if c.Field.At != nil {
		if t, ok := p.doc.At(*c.Field.At); ok {
			cell = t
		}
	}
	return p.retyped(c, cell)
}

// retyped replaces the figure of a change within the text of its cell, in the
// style it was printed in: 其中:一般公共预算:2283.14万元 keeps all but the 2283.14.
func (p *plan) retyped(c *solve.Change, cell string) string {
	if c.NewGrade != "" {
		return regraded(cell, c)
	}
	style := p.styleOf(c)
	if c.Blank || c.Field == nil {
		return blank.Trim(cellWithout(cell)) + style.print(c.New)
	}
	from, to, ok := findFigure(cell, c.Field.Text, c.Old)
	if !ok {
		return style.print(c.New)
	}
	style.like(cell[from:to], c.Old)
	return cell[:from] + style.print(c.New) + cell[to:]
}

// cellWithout is the text of an empty cell without its mark for nothing.
func cellWithout(cell string) string {
	switch blank.Trim(cell) {
	case "-", "--", "—", "——", "–", "/", "\\", "*":
		return ""
	}
	return cell
}

// findFigure is the place of a field's figure in its cell: within the field's
// own text where that stands there, the figure with the field's value, else the
// only one.
func findFigure(cell, field string, value num.Decimal) (from, to int, ok bool) {
	start := strings.Index(cell, field)
	if start < 0 || field == "" {
		start, field = 0, cell
	}
	count := 0
	for i := 0; i < len(field); {
		n := figureLen(field[i:])
		if n == 0 {
			_, w := utf8.DecodeRuneInString(field[i:])
			i += w
			continue
		}
		count++
		from, to = start+i, start+i+n
		if v, ok := readFigure(field[i : i+n]); ok && (v.Equal(value) || v.Shift(2).Equal(value)) {
			return from, to, true
		}
		i += n
	}
	return from, to, count == 1
}

// figureLen is the length of the figure that s starts with: a sign, digits,
// commas and a point, in either width.
func figureLen(s string) int {
	end, digits := 0, 0
	for k, r := range s {
		switch {
		case k == 0 && strings.ContainsRune(signs, r):
		case isDigit(r):
			digits++
			end = k + utf8.RuneLen(r)
		case digits > 0 && (r == '.' || r == wideStop || strings.ContainsRune(commas, r)):
		default:
			return end
		}
	}
	return end
}

// The signs of figures in their full-width forms, which forms mix with the others.
const (
	wideZero = '\uff10'
	wideNine = '\uff19'
	wideStop = '\uff0e'
	commas   = ",\uff0c"
	signs    = "-+\u2212\uff0d"
	opening  = "(\uff08"
	closing  = ")\uff09"
)

func isDigit(r rune) bool { return r >= '0' && r <= '9' || isWide(r) }

func isWide(r rune) bool { return r >= wideZero && r <= wideNine }

// narrow is a figure as num.Parse wants it.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isWide(r):
			return r - wideZero + '0'
		case r == wideStop:
			return '.'
		case r == '\u2212' || r == '\uff0d':
			return '-'
		case strings.ContainsRune(commas, r):
			return -1
		}
		return r
	}, s)
}

// widen is a figure in full-width digits.
func widen(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + wideZero
		}
		return r
	}, s)
}

func readFigure(s string) (num.Decimal, bool) {
	n, err := num.Parse(narrow(s))
	return n, err == nil
}

// figureStyle is how a figure is printed.
type figureStyle struct {
	places   int32
	commas   bool
	wide     bool // full-width digits
	fraction bool // a rate as 0.9311
}

// like takes over the style of a printed figure.
func (s *figureStyle) like(printed string, value num.Decimal) {
	s.wide = strings.ContainsFunc(printed, isWide)
	if strings.ContainsAny(printed, commas) {
		s.commas = true
	}
	if n, ok := readFigure(printed); ok {
		if !n.Equal(value) && n.Shift(2).Equal(value) {
			s.fraction = true
		}
		s.places = max(s.places, n.Places())
	}
}

func (s figureStyle) print(n num.Decimal) string {
	if s.fraction {
		n = n.Shift(-2)
	}
	out := n.Fixed(max(s.places, n.Significant()))
	if s.commas {
		out = grouped(out)
	}
	if s.wide {
		out = widen(out)
	}
	return out
}

// grouped puts commas between thousands.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, rest, point := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString("." + rest)
	}
	return b.String()
}

// styleOf is the style of a change's column: how the other amounts are printed
// where the cell itself is blank or 0, and to which places rates are padded.
func (p *plan) styleOf(c *solve.Change) figureStyle {
	var s figureStyle
	if _, ok := c.Path.Fund(); !ok {
		return s
	}
	rate := c.Path.Column().Kind() == normalize.Rate
	if !rate && !c.Blank && !c.Old.IsZero() {
		return s
	}
	for _, f := range identity.RateColumn(p.report, c.Path) {
		n, ok := f.Number()
		if !ok || n.IsZero() {
			continue
		}
		s.places = max(s.places, n.Places())
		s.commas = s.commas || strings.ContainsAny(f.Text, commas)
	}
	return s
}

// regraded replaces a grade and its printed band: 良(80≤S<90) becomes 优(S≥90).
func regraded(cell string, c *solve.Change) string {
	field := c.Field.Text
	start := strings.Index(cell, field)
	if start < 0 {
		start, field = 0, cell
	}
	out := c.NewGrade
	if open, end := strings.IndexAny(field, opening), strings.LastIndexAny(field, closing); open >= 0 && end > open {
		_, w := utf8.DecodeRuneInString(field[open:])
		if band := bandLike(field[open+w:end], c.Band); band != "" {
			out += field[open:open+w] + band + field[end:]
		}
	}
	return cell[:start] + out + cell[start+len(field):]
}

// bandLike prints a band as another one is printed, "" where that is unclear.
func bandLike(printed string, b identity.Band) string {
	const comparators = "<>≤≥≦≧\uff1c\uff1e"
	name := strings.Trim(printed, "0123456789. "+comparators)
	if name == "" || !strings.ContainsAny(printed, comparators) || strings.ContainsAny(name, "0123456789") {
		return ""
	}
	low, high := "≤", "<"
	if b.LowOpen {
		low = "<"
	}
	if !b.HighOpen {
		high = "≤"
	}
	switch {
	case b.HasLow && b.HasHigh:
		return b.Low.String() + low + name + high + b.High.String()
	case b.HasLow && b.LowOpen:
		return name + ">" + b.Low.String()
	case b.HasLow:
		return name + "≥" + b.Low.String()
	}
	return name + high + b.High.String()
}
