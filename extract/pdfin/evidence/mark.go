package evidence

import (
	"strings"

	"ziping/extract/pdfin/signs"
)

// Differing is what a mark of the content says, and what is drawn.
type Differing struct{ Drawn, Said string }

// Marks holds what marks say of runs (said, by the run's ID) against what is
// drawn, and returns where a mark has other figures than are drawn.
func Marks(chars []Char, said func(run uint64) (mark uint64, text string, ok bool)) (out []Differing) {
	type marked struct {
		chars []*Char
		text  string
	}
	of := map[uint64]*marked{}
	var order []*marked
	for i := range chars {
		mark, text, ok := said(chars[i].Run.ID)
		if !ok {
			continue
		}
		m := of[mark]
		if m == nil {
			m = &marked{text: text}
			of[mark], order = m, append(order, m)
		}
		m.chars = append(m.chars, &chars[i])
	}
	for _, m := range order {
		if d, differs := compare(m.chars, m.text); differs {
			out = append(out, d)
		}
	}
	return out
}

// compare takes from a mark the characters that the font names otherwise or not
// at all, but for figures: where a mark has others than are drawn, the drawn ones
// are read. A font may draw 户 and 戶 with one glyph, which has one name.
func compare(chars []*Char, text string) (d Differing, differs bool) {
	var said []rune
	for _, r := range text {
		if !signs.Empty(r) {
			said = append(said, signs.Ordinary(r))
		}
	}
	var b strings.Builder
	fit := len(said) == len(chars)
	for i, ch := range chars {
		b.WriteRune(ch.Text)
		fit = fit && (ch.Text == signs.Unreadable || figuresOf(string(ch.Text)) == figuresOf(string(said[i])))
	}
	drawn := b.String()
	if !fit {
		return Differing{drawn, string(said)}, figuresOf(drawn) != figuresOf(string(said))
	}
	for i, ch := range chars {
		kind := Marked
		if ch.Text == signs.Unreadable {
			kind = MarkedOnly
		}
		ch.Add(kind, said[i])
	}
	return d, false
}

// figuresOf are the figures of a text and the signs among them.
func figuresOf(s string) string {
	return strings.Map(func(r rune) rune {
		if signs.Digit(r) || strings.ContainsRune("-.%", r) {
			return r
		}
		return -1
	}, s)
}
