package tabin

import (
	"html"
	"strings"
	"unicode/utf8"
)

// longestEntity is the length of the longest name of a sign that is looked for.
const longestEntity = 12

// unescape gives a text without the names of signs that a page's source has and a copy
// of it may keep: &nbsp; &emsp; &ge; &#8805;. A sign that parts cells or lines stays
// named, for it parted none.
func unescape(text string) string {
	at := strings.IndexByte(text, '&')
	if at < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for ; at >= 0; at = strings.IndexByte(text, '&') {
		b.WriteString(text[:at])
		text = text[at:]
		end := strings.IndexByte(text[:min(len(text), longestEntity)], ';') + 1
		sign := html.UnescapeString(text[:end])
		r, size := utf8.DecodeRuneInString(sign)
		if end == 0 || size != len(sign) || r == utf8.RuneError || r < ' ' || strings.ContainsRune(`",;|'`, r) {
			b.WriteByte('&')
			text = text[1:]
			continue
		}
		b.WriteString(sign)
		text = text[end:]
	}
	b.WriteString(text)
	return b.String()
}
