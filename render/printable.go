package render

import "fmt"

// Printable makes control and direction characters visible, which XML cannot
// hold or a reader could be fooled by.
func Printable(s string) string {
	clean := true
	for _, r := range s {
		if hidden(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if hidden(r) {
			out = append(out, []rune(fmt.Sprintf("<U+%04X>", r))...)
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func hidden(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0xfffe || r == 0xffff
}
