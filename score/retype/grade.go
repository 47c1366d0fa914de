package retype

import (
	"strings"
	"unicode/utf8"

	"ziping/score/identity"
)

const (
	opening     = "(\uff08"
	closing     = ")\uff09"
	comparators = "<>≤≥≦≧\uff1c\uff1e"
)

// Grade is the cell with another grade, and with its band in the style of the one
// that is printed: 良(80≤S<90) becomes 优(S≥90). A band that is printed in a way that
// does not tell how the other would be is left out.
func (c Cell) Grade(letter string, band identity.Band) string {
	from, to := c.field()
	field := c.Text[from:to]
	if open, end := strings.IndexAny(field, opening), strings.LastIndexAny(field, closing); open >= 0 && end > open {
		_, w := utf8.DecodeRuneInString(field[open:])
		if like := bandLike(field[open+w:end], band); like != "" {
			letter += field[open:open+w] + like + field[end:]
		}
	}
	return c.with(from, to, letter)
}

// bandLike prints a band as another one is printed, "" where that is unclear.
func bandLike(printed string, b identity.Band) string {
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
