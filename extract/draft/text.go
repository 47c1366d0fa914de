package draft

import "strings"

// Short is the beginning of a text on one line, for messages.
func Short(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return string(r)
}

// Superscript writes figures that stand above the line as such, which keeps
// 10⁴ from reading as 104.
func Superscript(s string) string { return superscript.Replace(s) }

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻")
