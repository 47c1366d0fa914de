package pdfout

import (
	"fmt"
	"strings"
	"unicode"

	"ziping/text/blank"
)

// clean makes a text one that can be drawn as it is read: control and direction
// characters become visible, and characters without a glyph are drawn as others
// (signs.go) and listed at the end of the document.
func (d *writer) clean(s string) string {
	plain := true
	for _, r := range s {
		if r != '\n' && !d.font.has(r) {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || d.font.has(r):
			b.WriteRune(r)
		case r == '\t' || r > ' ' && blank.Is(r):
			b.WriteByte(' ')
		case unicode.IsControl(r) || blank.Unseen(r) && !unicode.Is(unicode.Variation_Selector, r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteString(d.stand(r))
		}
	}
	return b.String()
}

// advance is the width of a character at the current size, in millimetres.
func (d *writer) advance(r rune) float64 {
	w, ok := d.widths[r]
	if !ok {
		w = d.p.GetStringWidth(string(r)) / d.size
		d.widths[r] = w
	}
	return w * d.size
}

// width is that of a whole text without line breaks.
func (d *writer) width(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += d.advance(r)
	}
	return w
}

// closing marks do not begin a line.
const closing = ",.;:!?)%\u2030\uff0c\u3002\u3001\uff1b\uff1a\uff1f\uff01\uff09\u300b\u201d\u2019\u3011\u3015\u3009\u300d\u300f"

// wrap breaks a text into lines of at most the given width: at line ends,
// between Chinese characters, and inside a word or figure only where it is
// wider than the line. Every character of the text is in one of the lines.
func (d *writer) wrap(s string, width float64) []string {
	var out []string
	for _, para := range strings.Split(s, "\n") {
		out = append(out, d.wrapLine([]rune(para), width)...)
	}
	return out
}

func (d *writer) wrapLine(rs []rune, width float64) []string {
	var out []string
	start, w := 0, 0.0
	for i := 0; i < len(rs); i++ {
		a := d.advance(rs[i])
		if w+a <= width || i == start {
			w += a
			continue
		}
		cut := i
		if strings.ContainsRune(closing, rs[i]) && i-1 > start {
			cut--
		}
		if word(rs[cut]) && word(rs[cut-1]) { // back to the start of the word
			k := cut
			for k > start && word(rs[k-1]) {
				k--
			}
			if k > start {
				cut = k
			}
		}
		out = append(out, string(rs[start:cut]))
		start, w = cut, 0
		for k := cut; k <= i; k++ {
			w += d.advance(rs[k])
		}
	}
	return append(out, string(rs[start:]))
}

// word reports a character of a Latin word or a figure.
func word(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune(".,%-+_/", r)
}
