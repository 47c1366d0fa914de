package extract

import "strings"

// Glyph is a place of a recognised figure where a character stands, or may stand:
// what it can be, the most probable first, never empty.
type Glyph []Alternative

// Alternative is one character that may stand in a Glyph's place, or "" for none. P
// is its probability, 0 to 1; those of a Glyph add up to 1 at the most, as what is
// hardly possible is left out.
type Alternative struct {
	Text string  `json:"text"`
	P    float64 `json:"p"`
}

// Spelling is the most probable text of some Glyphs.
func Spelling(glyphs []Glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		if len(g) > 0 {
			b.WriteString(g[0].Text)
		}
	}
	return b.String()
}
