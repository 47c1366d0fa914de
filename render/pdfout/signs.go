package pdfout

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// unknown stands for a character the font has no glyph for: a mark that is no
// part of any form's own text, unlike □, which is an empty box to tick.
const unknown = "〓"

// signs are written with other characters that say the same, where the font
// has no glyph for them. A ticked box must not become an empty one.
var signs = map[rune]string{
	'☐': "□", '☑': "[√]", '☒': "[×]", '🗹': "[√]", '✅': "[√]", '❌': "[×]",
	'✔': "✓", '✗': "×", '✘': "×", '㎥': "m³",
}

// stand is what is drawn for a character without a glyph; it is noted for the
// list at the end of the document.
func (d *writer) stand(r rune) string {
	s, ok := signs[r]
	if !ok {
		s = unknown
	}
	d.missing[r] = s
	return s
}

// missed lists the characters that were drawn as others.
func (d *writer) missed() string {
	list := make([]string, 0, len(d.missing))
	for _, r := range slices.Sorted(maps.Keys(d.missing)) {
		list = append(list, fmt.Sprintf("U+%04X → %s", r, d.missing[r]))
	}
	return d.say("内嵌字体没有下列字符，图中以箭头后的字符代替：", "The embedded font lacks these characters, drawn as what follows the arrow: ") + strings.Join(list, d.say("，", ", "))
}
